import FileFormats
import KnowledgeBase
import Matching
import QuiviveTestKit
import Testing
import TradeModel

@testable import Screening

/// What holds for every result.
struct ResultLawsTests {
  private static let examples = [
    "01-machining-centre-through-third-country", "02-microelectronics-new-distributor",
    "03-gyroscope-civil-story", "04-carbon-fibre-listed-party-in-persian",
    "05-vessel-listed-imo-new-name", "06-spare-parts-embargoed-region",
    "07-technical-assistance-plant", "08-ordinary-sale", "09-messy-input",
  ]

  /// Two hundred from seeds, the broken and the sound; and the bundled examples.
  private static func transactions() throws -> [Transaction] {
    var random = SeededGenerator(seed: 2026)
    return try (0..<200).map { _ in RandomTransactions.transaction(using: &random) }
      + examples.map { try Samples.read(Samples.example($0)) }
  }

  @Test func `random transactions and the examples keep every law of a result`() throws {
    let sources = Set(try InventedLists.knowledge.get().sources.map(\.id.name))
    var kinds: Set<Finding.Kind> = []
    for (number, transaction) in try Self.transactions().enumerated() {
      let result = try InventedLists.screen(transaction)
      let again = try InventedLists.screen(transaction)
      #expect(result == again, "transaction \(number) gives two results")
      let strictness = result.findings.map(\.outcome.strictness)
      #expect(strictness == strictness.sorted(by: >), "transaction \(number)")
      #expect(result.outcome == result.findings.first?.outcome ?? .noLicenceRequired)
      for finding in result.findings {
        kinds.insert(finding.kind)
        Self.check(finding, of: transaction, sources: sources, "transaction \(number)")
      }
      for text in Self.texts(of: result) {
        #expect(Self.isWhole(text), "transaction \(number): \(text)")
      }
    }
    #expect(kinds == Set(Finding.Kind.allCases))
  }

  private static func check(
    _ finding: Finding, of transaction: Transaction, sources: Set<String>, _ name: String
  ) {
    #expect(!finding.facts.isEmpty, "\(name): \(finding.title.en)")
    #expect(Set(finding.facts).count == finding.facts.count, "\(name): \(finding.facts)")
    for fact in finding.facts {
      let answer = StatedFacts.answer(fact, in: transaction)
      // A red flag can rest on nothing being stated: that no end-user is named.
      if finding.kind == .openQuestion || finding.kind == .redFlag {
        #expect(answer != .noSuchPlace, "\(name): \(fact)")
      } else {
        #expect(answer == .stated, "\(name): \(fact) of \(finding.title.en)")
      }
    }
    #expect(finding.outcome != .noLicenceRequired)
    if let confirmed = finding.outcomeIfConfirmed { #expect(confirmed > finding.outcome) }
    #expect((finding.hit != nil) == (finding.kind == .listHit))
    for citation in finding.citations {
      #expect(sources.contains(citation.source), "\(name): \(citation.source)")
      #expect(!citation.title.isEmpty && !citation.issuer.isEmpty)
    }
    if finding.kind == .embargo || finding.kind == .controlledItem {
      #expect(!finding.citations.isEmpty, "\(name): \(finding.title.en)")
    }
  }

  private static func texts(of result: ScreeningResult) -> [BilingualText] {
    result.findings.flatMap { finding in
      [finding.title] + finding.explanation + [finding.question].compactMap(\.self)
        + (finding.hit?.match.reasons.map(\.sentence) ?? [])
    } + result.checked.map(\.what) + result.notChecked.flatMap { [$0.what, $0.why] }
      + result.wouldChange
  }

  private static func isWhole(_ text: BilingualText) -> Bool {
    [text.en, text.fr].allSatisfy { !$0.trimmingWhitespace().isEmpty }
  }

  @Test func `the order of the parties does not change what is found`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20 {
      var parties = [Samples.exporter, Samples.user("AE")]
      for name in [
        "Varteshol Briganzan Industries", "Dulomir Kazanport Optronics", "Pelugar Horminsel Trust",
        "Nordhof Werke",
      ] where Bool.random(using: &random) {
        parties.append(
          Party(
            kind: .organisation, names: [name], roles: [.thirdParty],
            countries: [["IR", "FR", "KZ"].randomElement(using: &random) ?? "FR"]))
      }
      let items = [Samples.item("8542.31", codes: ["9A012"])]
      func titles(_ parties: [Party]) throws -> [String] {
        try InventedLists.screen(
          Transaction(parties: parties, items: items, endUse: EndUse(statement: "bread"))
        ).titles.sorted()
      }
      let expected = try titles(parties)
      #expect(try titles(parties.shuffled(using: &random)) == expected)
    }
  }

  @Test func `the strictest outcome comes first, and equals keep their order`() throws {
    let result = try InventedLists.screen(
      Samples.sale(
        to: Samples.user("IR", name: "Dulomir Kazanport Optronics"),
        items: [Samples.item("8407.10", codes: []), Samples.item(nil, codes: ["9A012"])],
        endUse: EndUse(statement: "a use", nature: .military)))
    #expect(result.outcome == .prohibited)
    #expect(Set(result.findings.map(\.outcome)).count >= 4)
    let held = result.findings.filter { $0.outcome == .hold }.map(\.kind)
    #expect(held.first == .listHit)
    let asked = result.findings.filter { $0.outcome == .incomplete }.map(\.facts)
    #expect(
      asked == [
        ["items[0].commodityCode"], ["items[1].controlCodes[0]"], ["items[0].controlCodes"],
        ["items[1].commodityCode"],
      ])
    #expect(result.wouldChange.last?.en.contains("rests on F1") == true)
  }

  @Test func `lists that are not held are named as not screened`() throws {
    let result = try InventedLists.screen(Samples.sale())
    #expect(result.notChecked.contains { $0.what.en.contains("SECO list (ch.seco)") })
  }
}
