import FileFormats
import KnowledgeBase
import QuiviveTestKit
import RedFlags
import Testing
import TradeModel
import TransactionIntake

@testable import Screening

/// What holds for every fact sheet, and for the flags on whole transactions.
struct FactLawsTests {
  private func declarations() throws -> FactDeclarations {
    try FactDeclarations(loading: InventedLists.knowledge.get().folder)
  }

  @Test func `every sheet is as declared, and the same twice`() throws {
    let declarations = try declarations()
    var random = SeededGenerator(seed: 4)
    for number in 0..<150 {
      let transaction = RandomTransactions.transaction(using: &random)
      let sheet = try FactCase.sheet(of: transaction)
      #expect(sheet.faults(by: declarations) == [], "transaction \(number) of seed 4")
      #expect(try FactCase.sheet(of: transaction) == sheet, "transaction \(number) of seed 4")
    }
  }

  @Test func `every declared fact is stated by some case`() throws {
    let cases =
      PartyFactsTests.general + PartyFactsTests.addresses + PartyFactsTests.contacts
      + PartyFactsTests.names + PartyFactsTests.shared + PartyFactsTests.roles
      + ItemFactsTests.cases
      + RouteFactsTests.cases + RouteFactsTests.ships + DocumentFactsTests.cases
      + DocumentFactsTests.payments + ConductFactsTests.cases + HistoryFactsTests.buyers
      + HistoryFactsTests.goods + ListFactsTests.cases
    let stated = Set(cases.filter { $0.expected != "unknown" }.map(\.fact))
    let unstated = try declarations().all.filter { !stated.contains($0.name) }
    // Circumstances are read by one loop; one word of each object stands for all.
    let words = ["party.", "item.", "leg.", "conduct."]
    #expect(
      unstated.filter { fact in
        !(fact.origin == .input && words.contains { fact.name.hasPrefix($0) })
      }.map(\.name).sorted() == [])
  }

  @Test func `nothing stated leaves nothing known but what the silence itself is`() throws {
    let sheet = try FactCase.sheet(of: FactCase.transaction(#"{"parties": [{"name": "A"}]}"#))
    #expect(
      Set(sheet.facts) == [
        "end-user.stated", "party.hit", "party.hit-effects", "party.hit-programmes",
        "party.name-markers", "party.side",
      ])
  }

  @Test func `every circumstance of the input is a declared fact`() throws {
    let declared = Set(try declarations().all.map(\.name))
    var sheet = FactSheet()
    func all<Word: CircumstanceWord>(_ words: Word.Type) -> Circumstances<Word> {
      Circumstances(Dictionary(uniqueKeysWithValues: words.allCases.map { ($0, true) }))
    }
    sheet.circumstances(all(PartyCircumstance.self), as: "party", at: "")
    sheet.circumstances(all(ItemCircumstance.self), as: "item", at: "")
    sheet.circumstances(all(VesselCircumstance.self), as: "leg", at: "")
    sheet.circumstances(all(DealCircumstance.self), as: "conduct", at: "")
    #expect(sheet.facts.count == 45)
    #expect(Set(sheet.facts).subtracting(declared) == [])
  }

  private static let ordinary = TestFiles.root + "/Tests/Fixtures/Transactions/ordinary-sales.jsonl"

  @Test func `of twelve ordinary sales one raises a flag, for goods on the priority list`() throws {
    let bytes = try #require(TestFiles.bytes(at: Self.ordinary))
    let lines = TransactionReader().readLines(bytes)
    #expect(lines.count == 12)
    var raised: [String] = []
    for line in lines {
      let intake = try line.result.get()
      #expect(intake.warnings.isEmpty, "line \(line.line): \(intake.warnings)")
      raised += try InventedLists.screen(intake.transaction).findings(.redFlag).compactMap {
        $0.rule.map { "\(line.line): \($0)" }
      }
    }
    #expect(raised == ["11: RF-GD-01"])
  }

  private static let everyFlag = TestFiles.root + "/Tests/Fixtures/Transactions/every-flag.jsonl"

  @Test func `every executable flag is raised by some transaction`() throws {
    let rules = try RedFlagRules(loading: InventedLists.knowledge.get())
    let executable = Set(rules.rules.filter { $0.condition != nil }.map(\.id))
    var raised: Set<String> = []
    let bytes = try #require(TestFiles.bytes(at: Self.everyFlag))
    for line in TransactionReader().readLines(bytes) {
      let intake = try line.result.get()
      let odd = intake.warnings.filter {
        ![.unreadableDate, .wrongCheckDigit].contains($0.problem)
      }
      #expect(odd.isEmpty, "line \(line.line): \(odd)")
      raised.formUnion(
        try InventedLists.screen(intake.transaction).findings(.redFlag).compactMap(\.rule))
    }
    #expect(executable.count == 126)
    #expect(executable.subtracting(raised).sorted() == [])
  }

  @Test func `no flag is gone because a fact was left out`() throws {
    let rules = try RedFlagRules(loading: InventedLists.knowledge.get())
    func verdicts(_ value: JSONValue) throws -> [String: RuleAnswer.Verdict] {
      let sheet = try FactCase.sheet(of: TransactionReader().read(value).transaction)
      return Dictionary(
        uniqueKeysWithValues: rules.answers(on: sheet).map { ($0.rule.id, $0.answer.verdict) })
    }
    let bytes = try #require(TestFiles.bytes(at: Self.everyFlag))
    var lost: [String] = []
    for (number, line) in JSONLines(bytes).enumerated() {
      let whole = try JSONParser.parse(bytes, in: line.range)
      let before = try verdicts(whole)
      for path in Self.members(of: whole) {
        guard let after = try? verdicts(Self.removing(path[...], from: whole)) else { continue }
        lost += before.filter { $0.value == .raised && after[$0.key] == .notRaised }.keys.sorted()
          .map { "\(number) \(path.joined(separator: ".")): \($0)" }
      }
    }
    // Fields whose absence is a statement by the schema: places of transit of a leg, and the end of a
    // deal, which is completed when nothing else is said.
    #expect(lost.filter { !$0.contains(".via: ") && !$0.contains(".status: ") } == [])
  }

  /// The paths of all members of objects, at every depth.
  private static func members(of value: JSONValue) -> [[String]] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        [[member.name]] + Self.members(of: member.value).map { [member.name] + $0 }
      }
    case .array(let elements):
      elements.enumerated().flatMap { index, element in
        Self.members(of: element).map { ["\(index)"] + $0 }
      }
    default: []
    }
  }

  private static func removing(_ path: ArraySlice<String>, from value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    switch value {
    case .object(let members):
      return .object(
        members.compactMap { member in
          guard member.name == step else { return member }
          return path.count == 1
            ? nil : JSONValue.Member(member.name, removing(path.dropFirst(), from: member.value))
        })
    case .array(let elements):
      return .array(
        elements.enumerated().map { index, element in
          "\(index)" == step ? removing(path.dropFirst(), from: element) : element
        })
    default: return value
    }
  }

  static let flagged: [(file: String, flags: [String])] = [
    (
      "01-machining-centre-through-third-country",
      ["RF-CU-03", "RF-FN-04", "RF-FN-05", "RF-GD-01", "RF-GD-04", "RF-RT-03"]
    ),
    ("02-microelectronics-new-distributor", ["RF-EU-03", "RF-GD-02", "RF-GD-03", "RF-FN-01"]),
    ("03-gyroscope-civil-story", ["RF-EU-04", "RF-EU-17", "RF-FN-01", "RF-GD-04"]),
    ("08-ordinary-sale", []),
  ]

  @Test(arguments: flagged)
  func `the examples raise the flags that they show`(_ example: (file: String, flags: [String]))
    throws
  {
    let transaction = try Samples.read(Samples.example(example.file))
    let raised = Set(try InventedLists.screen(transaction).findings(.redFlag).compactMap(\.rule))
    #expect(Set(example.flags).subtracting(raised) == [], "\(raised.sorted())")
    if example.flags.isEmpty { #expect(raised == []) }
  }

  @Test func `a deal that stops and starts again under a new name is seen`() throws {
    let text = """
      {"parties": [{"name": "Maker", "roles": ["exporter"], "countries": ["FR"]},
        {"name": "New Dawn Trade", "roles": ["purchaser", "end-user"], "countries": ["AE"],
         "addresses": ["Office 12, Example Tower 5, Dubai, United Arab Emirates"],
         "owners": [{"name": "Ivan Example"}]}],
       "items": [{"description": "Microcontrollers", "commodityCode": "8542.31",
         "value": "100000 EUR"}],
       "destinationCountry": "AE", "dates": {"ordered": "2024-06-01"}, "historyComplete": true,
       "history": [{"date": "2021-05-01", "seller": "Maker", "commodityCode": "8542.31",
         "destination": "Russia",
         "buyer": {"name": "Sunset Trade", "owners": [{"name": "IVAN EXAMPLE"}]}}]}
      """
    let result = try InventedLists.screen(FactCase.transaction(text))
    let raised = Set(result.findings(.redFlag).compactMap(\.rule))
    #expect(
      raised.isSuperset(of: ["RF-CO-11", "RF-RT-10", "RF-TH-01", "RF-TH-02", "RF-TH-06"]),
      "\(raised.sorted())")
  }
}
