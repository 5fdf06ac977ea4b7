import ArgumentParser
import FileFormats
import GoodsControls
import KnowledgeBase
import TradeModel
import Workplace

/// `quivive goods show`: what is known of one control code.
struct GoodsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the entries of a control code, with regime, reasons, thresholds and sources.",
    discussion: """
      Codes of the US and EU lists (2B001), the MTCR Annex (9.A.3) and Annex II of Regulation \
      267/2012 (II.A2.002) are read. Exits with 66 when no list here has the code.
      """)

  @Argument(help: "The control code.")
  var code: String

  @Option(help: "The language of the text: en or fr.")
  var language: Language = .en

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let catalogue = try knowledge.catalogue()
    let answer = catalogue.entries(for: code)
    guard !answer.entries.isEmpty || !answer.hints.isEmpty else {
      throw Failure(
        .missingFile, "no list here has the control code `\(code)`",
        help:
          "codes look like 2B001, 9.A.3 or II.A2.002; search by words with `quivive goods search`"
      )
    }
    let codes = answer.entries.map(\.code) + answer.hints.flatMap { $0.mtcrItems + $0.controlCodes }
    let report = EntryReport(answer: answer, related: catalogue.goods.families(with: codes))
    if json {
      Console.print(report.json.line)
    } else {
      report.lines(in: language).forEach { Console.print($0) }
    }
  }
}
