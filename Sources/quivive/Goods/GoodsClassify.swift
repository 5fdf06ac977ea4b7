import ArgumentParser
import FileFormats
import GoodsControls
import TradeModel
import TransactionIntake
import Workplace

/// `quivive goods classify`: the values of an item beside the conditions of entries.
struct GoodsClassify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Compare what is stated of an item with the figures of control-list entries.",
    discussion: """
      With --item, reads one item in the shape of a transaction's, or a whole transaction, and compares \
      the values in its parameters and description with the entries it states, those named by --entry, \
      and those its values point to. Without, asks on standard input: the description, entries, then \
      only the values that would change the answer. A value takes its unit (280 km, 0,5 t, 95 lbf); \
      an empty line or "unknown" leaves it open.

      It names entries whose stated conditions are met, those that are open and what is missing. It \
      classifies nothing: an entry has more conditions than figures, and a person reads them.
      """)

  @Option(help: "An item or a transaction as JSON; `-` is standard input.", completion: .file())
  var item: String?

  @Option(help: ArgumentHelp("Compare with this entry too; may be repeated.", valueName: "code"))
  var entry: [String] = []

  @Option(help: "The language of the text and of the questions: en or fr.")
  var language: Language = .en

  @Flag(help: "Print JSON; it holds both languages.")
  var json = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let catalogue = try knowledge.catalogue()
    let reports: [ClassifyReport]
    if let item {
      reports = try items(in: InputFile.bytes(at: item)).enumerated().map { index, item in
        try report(on: item, path: "items[\(index)]", catalogue)
      }
    } else {
      var interview = GoodsInterview(catalogue: catalogue, language: language)
      reports = [try interview.run(entries: entries(of: entry, in: catalogue))]
    }
    if json {
      Console.write(JSONValue.members(["items": .array(reports.map(\.json))]).indented)
    } else {
      for report in reports { Console.print(report.text(in: language)) }
    }
  }

  /// The items of a transaction, or the one item.
  private func items(in bytes: [UInt8]) throws -> [Item] {
    do {
      let value = try JSONParser.parse(bytes)
      let transaction: JSONValue = value["items"] == nil ? .members(["items": [value]]) : value
      return try TransactionReader().read(transaction).transaction.items
    } catch {
      throw Failure(
        .badInput, "the item cannot be read: \(error)",
        help: "give an item such as {\"description\": \"…\", \"parameters\": […]}, or a transaction"
      )
    }
  }

  private func report(
    on item: Item, path: String, _ catalogue: ControlCatalogue
  ) throws -> ClassifyReport {
    let stated = ParameterReader(catalogue.measures).read(item, path: path)
    let codes = item.controlCodes.flatMap { catalogue.entries(for: $0.code).entries }
    let suggested = catalogue.suggestions(
      for: item.description, code: item.commodityCode.flatMap(CommodityCode.init), kind: item.kind
    ).words.candidates.flatMap(\.family.entries)
    let named = try codes + entries(of: entry, in: catalogue) + suggested
    let pointers = catalogue.pointers(of: item, by: stated)
    return ClassifyReport(
      name: item.description ?? path, stated: stated,
      assessments: catalogue.assessments(of: named, pointers, by: stated),
      figuresAlone: pointers.figuresAlone, catalogue: catalogue)
  }

  private func entries(of codes: [String], in catalogue: ControlCatalogue) throws -> [ControlEntry]
  {
    try codes.flatMap { code in
      let found = catalogue.entries(for: code).entries
      guard !found.isEmpty else {
        throw Failure(
          .badInput, "no cited entry has the code `\(code)`", help: "name an entry: 2B001, 9.A.4")
      }
      return found
    }
  }
}

extension ControlCatalogue {
  /// The entries with those that notes link to them, then those that the values point to, each once.
  func assessments(
    of entries: [ControlEntry], _ pointers: ValuePointers, by stated: StatedParameters,
    answers: [String: Bool] = [:]
  ) -> [EntryAssessment] {
    let named = entries + entries.flatMap(linkedMTCRItems)
    let pointed = pointers.candidates.map(\.entry).filter(\.list.destinations.isEmpty)
    var seen: Set<String> = []
    return (named + pointed).filter { seen.insert($0.id).inserted }.map {
      stated.assessment(of: $0, answers: answers)
    }
  }
}
