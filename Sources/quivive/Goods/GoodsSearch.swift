import ArgumentParser
import FileFormats
import GoodsControls
import TradeModel
import Workplace

/// `quivive goods search`: the entries that words and a commodity code lead to.
struct GoodsSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the control lists with a description of goods.",
    discussion: """
      Answers from three sources, kept apart: lists written in commodity codes (with --hs), words of \
      entries and of the goods they cover, and unverified pointers by commodity code. Each candidate \
      shows the words it rests on. With `-`, descriptions are read from standard input, one a line, and \
      each is answered by one line of JSON.
      """)

  @Argument(help: "What the goods are, in English or French; `-` reads lines from standard input.")
  var text: String

  @Option(help: "Read the description in this language only: en or fr.")
  var language: Language?

  @Option(help: ArgumentHelp("A commodity code (HS, CN) of the goods.", valueName: "code"))
  var hs: String?

  @Option(help: "How many candidates to print. Presentation only.")
  var limit = 10

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    var code: CommodityCode?
    if let hs {
      code = CommodityCode(hs)
      guard code != nil else {
        throw Failure(
          .usage, "`\(hs)` is not a commodity code",
          help: "two to ten digits, points and blanks allowed: 8457.10")
      }
    }
    let catalogue = try knowledge.catalogue()
    func answer(_ text: String) -> GoodsReport {
      GoodsReport(
        text: text, limit: limit,
        suggestions: catalogue.suggestions(
          for: text, code: code, languages: language.map { [$0] } ?? Language.allCases))
    }
    if text == "-" {
      while let line = readLine() { Console.print(answer(line).json.line) }
    } else if json {
      Console.print(answer(text).json.line)
    } else {
      answer(text).lines(in: language ?? .en).forEach { Console.print($0) }
    }
  }
}
