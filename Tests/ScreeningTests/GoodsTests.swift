import Testing
import TradeModel

@testable import Screening

/// Lists written in commodity codes.
struct GoodsTests {
  private func controlled(
    _ code: String?, from exporter: Party = Samples.exporter, to country: String
  ) throws -> [Finding] {
    let sale = Samples.sale(
      from: exporter, to: Samples.user(country), items: [Samples.item(code)])
    return try InventedLists.screen(sale).findings.filter {
      $0.kind == .controlledItem || $0.title.en.contains("commodity code")
    }
  }

  private func only(
    _ code: String, from exporter: Party = Samples.exporter, to country: String
  ) throws -> Finding {
    let found = try controlled(code, from: exporter, to: country)
    try #require(found.count == 1, "\(found.map(\.title.en))")
    return found[0]
  }

  @Test(arguments: ["KZ", "AE", "TR", "CN", "HK"])
  func `sought goods that leave the coalition are held`(_ country: String) throws {
    let finding = try only("8457.10.10", to: country)
    #expect(finding.outcome == .hold)
    #expect(finding.title.en.contains("Common High Priority List"))
    #expect(finding.explanation.contains { $0.en.contains("tier 4.B") })
    #expect(finding.facts == ["items[0].commodityCode", "parties[1].countries[0]"])
  }

  @Test(arguments: ["CA", "JP", "DE", "US", "CH"])
  func `sought goods within the coalition are no finding`(_ country: String) throws {
    #expect(try controlled("8457.10.10", to: country).isEmpty)
  }

  @Test func `one place outside the coalition on the way is enough`() throws {
    let route = Route(legs: [Leg(from: "Lyon, France", to: "Toronto, Canada", via: ["Dubai, UAE"])])
    let sale = Samples.sale(items: [Samples.item("8542.31")], route: route)
    let finding = try InventedLists.screen(sale).findings(.controlledItem)
    #expect(finding.map(\.outcome) == [.hold])
    #expect(finding.first?.explanation.last?.en.contains("United Arab Emirates") == true)
  }

  @Test func `where owners, banks and flags are is not where the goods go`() throws {
    let owner = Party(names: ["Eigner Exemple"], countries: ["AE"])
    let user = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.endUser],
      countries: ["CA"], owners: [Owner(party: owner)])
    let bank = Party(
      kind: .organisation, names: ["Bank Beispiel"], roles: [.bank], countries: ["AE"])
    let ship = Party(kind: .vessel, names: ["HALMA"], roles: [.vessel], countries: ["PA"])
    let sale = Samples.sale(
      to: user, items: [Samples.item("8542.31")], more: [bank, ship],
      payment: Payment(bankCountry: "AE"))
    #expect(try InventedLists.screen(sale).findings(.controlledItem).isEmpty)
    let forwarder = Party(
      kind: .organisation, names: ["Bank Beispiel"], roles: [.bank, .forwarder], countries: ["AE"])
    let through = Samples.sale(to: user, items: [Samples.item("8542.31")], more: [forwarder])
    #expect(try InventedLists.screen(through).findings(.controlledItem).map(\.outcome) == [.hold])
  }

  @Test func `sought goods without a destination are held`() throws {
    let sale = Transaction(
      parties: [Samples.exporter], items: [Samples.item("8542.31")])
    let found = try InventedLists.screen(sale).findings(.controlledItem)
    #expect(found.map(\.outcome) == [.hold])
    #expect(found.first?.explanation.last?.en.contains("destination is not known") == true)
  }

  @Test func `a whole row of the Union's Iran list prohibits, for an exporter of the Union`() throws
  {
    let finding = try only("8407.10.00", to: "IR")
    #expect(finding.outcome == .prohibited)
    #expect(finding.outcomeIfConfirmed == nil)
    #expect(finding.citations.contains { $0.section.contains("2023/1529") })
    let open = try only("8407.10.00", from: Samples.swiss, to: "IR")
    #expect(open.outcome == .hold)
    #expect(open.outcomeIfConfirmed == .prohibited)
  }

  @Test func `a row with ex is held until the goods are compared`() throws {
    let finding = try only("8411.11", to: "Iran")
    #expect(finding.outcome == .hold)
    #expect(finding.outcomeIfConfirmed == .prohibited)
    #expect(finding.explanation.contains { $0.en.contains("(ex)") && $0.fr.contains("(ex)") })
  }

  @Test func `a code shorter than the row is held and says so`() throws {
    let finding = try only("8407", to: "IR")
    #expect(finding.outcome == .hold)
    #expect(finding.outcomeIfConfirmed == .prohibited)
    #expect(finding.explanation.contains { $0.en.contains("the stated code is shorter") })
  }

  @Test func `the lists for Iran do not bite elsewhere`() throws {
    #expect(try controlled("8407.10.00", to: "CA").isEmpty)
    #expect(try controlled("7208.51", to: "KZ").isEmpty)
    #expect(try only("7208.51", to: "IR").outcomeIfConfirmed == .prohibited)
  }

  @Test(arguments: ["IR", "RU", "BY", "Sevastopol, Crimea"])
  func `Supplement No. 7 leads to a licence likely denied, from the United States`(
    _ destination: String
  ) throws {
    let sale = Samples.sale(
      from: Samples.american, to: Samples.user("AM"), items: [Samples.item("8532.21")],
      destination: destination)
    let findings = try InventedLists.screen(sale).findings(.controlledItem)
    let seven = try #require(findings.first { $0.title.en.contains("Supplement No. 7") })
    #expect(seven.outcome == .licenceRequiredDenialLikely)
    #expect(seven.citations.contains { $0.section.contains("746.7") })
    #expect(findings.contains { $0.title.en.contains("Common High Priority List") })
  }

  @Test func `Supplement No. 7 is open for an exporter elsewhere`() throws {
    let findings = try controlled("8532.21", to: "RU")
    let seven = try #require(findings.first { $0.title.en.contains("Supplement No. 7") })
    #expect(seven.outcome == .hold)
    #expect(seven.outcomeIfConfirmed == .licenceRequiredDenialLikely)
  }

  @Test(arguments: ["", "abc", "84A5", "1", "12345678901", "８４５７"])
  func `a code that cannot be read is a question, wherever the goods go`(_ code: String) throws {
    let finding = try only(code, to: "CA")
    #expect(finding.kind == .openQuestion)
    #expect(finding.outcome == .incomplete)
    #expect(finding.facts == ["items[0].commodityCode"])
  }

  @Test func `a chapter is held, not passed over`() throws {
    let finding = try only("85", to: "KZ")
    #expect(finding.outcome == .hold)
    #expect(finding.explanation.contains { $0.en.contains("further codes of the list") })
  }
}
