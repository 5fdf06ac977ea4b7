import ArgumentParser
import Decisions
import FileFormats
import Foundation
import SQLiteStore
import TradeModel
import Workplace

/// `quivive case list`.
struct CaseList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List cases, in the order of their opening.")

  @Option(help: "Only these: open, proposed (waiting for a second person) or decided.")
  var state: Case.State?

  @Option(help: "Only those assigned to this person.")
  var assignee: String?

  @Option(help: ArgumentHelp("Only those due before this day.", valueName: "YYYY-MM-DD"))
  var dueBefore: Day?

  @OptionGroup var showing: ShowingOptions
  @OptionGroup var home: HomeOptions

  func run() async throws {
    let filter = CaseFilter(
      state: state, assignee: try assignee.map { try ActingOptions.actor($0) },
      dueBefore: dueBefore)
    let found =
      try OpenStore.reading(home).map { store in try Failure.fromCases { try store.cases(filter) } }
      ?? []
    switch showing.format {
    case .json: Console.write(JSONValue.array(found.map(\.json)).indented)
    case .text:
      Console.write(
        Array(
          CaseText.list(found, language: showing.language, width: min(Console.width, 120)).utf8))
    }
  }
}

/// `quivive case show`.
struct CaseShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case: findings, conclusions, decision, history.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Option(
    help: ArgumentHelp(
      "As it stood at the end of this day (UTC).", valueName: "YYYY-MM-DD"))
  var asKnownOn: Day?

  @Flag(help: "The dossier being worked on as well.")
  var dossier = false

  @OptionGroup var showing: ShowingOptions
  @OptionGroup var home: HomeOptions

  func run() async throws {
    let cases = try OpenCases.reading(home)
    var shown = try cases.case(id)
    if let asKnownOn { shown = try Failure.fromCases { try shown.asKnown(on: asKnownOn) } }
    let last = try dossier ? shown.dossier.map { try cases.dossier($0.digest) } : nil
    switch showing.format {
    case .json:
      let members = shown.json.object ?? []
      Console.write(
        JSONValue.object(members + (last.map { [.init("dossier", $0.document)] } ?? [])).indented)
    case .text:
      let environment = ProcessInfo.processInfo.environment
      Console.write(
        Array(
          CaseText.render(
            shown, language: showing.language, width: min(Console.width, 120),
            usesColour: Console.usesColour(environment: environment)
          ).utf8))
      if let last {
        Console.write(
          Array("\n\n".utf8)
            + (try DossierOutput(format: .text, language: showing.language, isFile: false)
              .bytes(of: last)))
      }
    }
  }
}
