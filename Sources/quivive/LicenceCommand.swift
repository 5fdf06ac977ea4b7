import ArgumentParser
import Decisions
import FileFormats
import Foundation
import GoodsControls
import KnowledgeBase
import Licensing
import Screening
import TradeModel
import Workplace

/// `quivive licence`: what export-control law asks for an item on its way.
struct LicenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "licence",
    abstract: "What export-control law asks for an item on its way.",
    subcommands: [LicenceCheckCommand.self])
}

/// `quivive licence check`: one item, one way, each jurisdiction's steps.
struct LicenceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold a control list entry against a destination, law by law.",
    discussion: """
      Prints for the United States, the European Union and the United Kingdom whether the law applies, \
      what it asks, and every rule that was held against the item. What is not stated stays open: it \
      grants nothing and no answer is legal advice. Parties are not screened here.

      Questions of end-use rules are answered with --answer QUESTION=yes, no or cannot-be-found-out; a \
      question left out was not asked. Known questions: \
      \(EndUseQuestion.allCases.map(\.rawValue).joined(separator: ", ")).

      Exits with 0 when no licence requirement was found, with 10 when there is something to look at, \
      and with 20 when a rule prohibits the supply.
      """)

  @Option(
    help: "An entry, as deep as it is known: 2B001, 2B001.b.2, EAR99, 9.A.3, 'not listed'.")
  var entry: [String] = []

  @Option(
    help: "The list the entries are of: US, EU. Without it an entry counts for each that has it.")
  var list: String?

  @Option(help: "The commodity code (HS, CN).")
  var commodity: String?

  @Option(help: "The destination: a name in any language, or a code.")
  var to: String

  @Option(help: "The country the item leaves.")
  var from: String?

  @Option(help: "The country of origin of the item.")
  var origin: String?

  @Option(help: "The end use in words.")
  var use: String?

  @Option(
    help: ArgumentHelp("A reply to a question of end-use rules.", valueName: "question=reply"))
  var answer: [String] = []

  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Flag(help: "Print JSON; it holds both languages.")
  var json = false

  @Option(help: "The language of the text: en or fr.")
  var language: Language = .en

  func run() throws {
    let known = try knownOn.day.map {
      try KnownKnowledge(self.knowledge.place, home: home.place, asKnownOn: $0)
    }
    for notice in known?.notices ?? [] { Console.error(notice[language]) }
    let knowledge = try known?.knowledge ?? self.knowledge.loaded()
    let check: LicenceCheck
    do { check = try LicenceCheck(knowledge: knowledge) } catch {
      throw KnowledgePlace.failure(error)
    }
    let index = knowledge.territoryIndex
    for (option, place) in [("to", to), ("from", from), ("origin", origin)] {
      guard let place, index.find(place) == nil else { continue }
      throw Failure(
        .badInput, "no territory `\(place)` is known",
        help: "--\(option) takes a country's name or code")
    }
    let answers = check.answers(on: try transaction())
    if json {
      Console.write(JSONValue.array(answers.map(\.json)).indented)
    } else {
      Console.print(
        DossierText.render(
          licences: answers, language: language, width: Console.width,
          usesColour: Console.usesColour(environment: ProcessInfo.processInfo.environment)))
    }
    let outcome = answers.compactMap(\.determination?.outcome).max() ?? .noLicenceRequired
    if outcome != .noLicenceRequired { throw ExitCode(outcome == .prohibited ? 20 : 10) }
  }

  private func transaction() throws -> Transaction {
    Transaction(
      items: [
        Item(
          description: (entry + [commodity].compactMap(\.self)).joined(separator: ", "),
          kind: .goods,
          commodityCode: commodity,
          controlCodes: entry.map { StatedControlCode(code: $0, list: list) }, origin: origin)
      ], endUse: EndUse(statement: use, answers: try replies()), exportCountry: from,
      destinationCountry: to)
  }

  private func replies() throws -> [EndUseAnswer] {
    try answer.map { text in
      let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, let question = EndUseQuestion(rawValue: sides[0]),
        let reply = EndUseReply(rawValue: sides[1])
      else {
        throw Failure(
          .usage, "`\(text)` is no reply to a known question",
          help:
            "write QUESTION=yes, no or cannot-be-found-out; `quivive licence check --help` names them"
        )
      }
      return EndUseAnswer(question, reply)
    }
  }
}
