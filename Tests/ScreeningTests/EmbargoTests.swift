import Testing
import TradeModel

@testable import Screening

/// Territories under an embargo or a near-complete control.
struct EmbargoTests {
  private func embargoes(_ transaction: Transaction) throws -> [Finding] {
    try InventedLists.screen(transaction).findings(.embargo)
  }

  @Test(arguments: ["IR", "KP", "SY", "CU"])
  func `a near-complete embargo concludes where it reaches and holds where that is open`(
    _ country: String
  ) throws {
    func comprehensive(_ exporter: Party) throws -> Finding {
      try #require(
        try embargoes(Samples.sale(from: exporter, to: Samples.user(country))).first {
          $0.title.en.contains("15 CFR")
        })
    }
    let reached = try comprehensive(Samples.american)
    #expect(reached.outcome == .licenceRequiredDenialLikely)
    #expect(reached.outcomeIfConfirmed == nil)
    #expect(reached.facts == ["parties[1].countries[0]"])
    #expect(!reached.citations.isEmpty)
    let open = try comprehensive(Samples.swiss)
    #expect(open.outcome == .hold)
    #expect(open.outcomeIfConfirmed == .licenceRequiredDenialLikely)
    #expect(open.question?.en.contains("US person") == true)
  }

  @Test func `an embargo on listed goods is held until the lists are read`() throws {
    let found = try embargoes(Samples.sale(to: Samples.user("IR"))).filter {
      $0.title.en.contains("(EU)")
    }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.outcome == .hold && $0.outcomeIfConfirmed == .prohibited })
    #expect(found.allSatisfy { $0.explanation.contains { $0.en.contains("covers certain items") } })
  }

  @Test func `an arms embargo speaks only when something points to arms`() throws {
    func arms(_ use: EndUse.Nature, _ code: String) throws -> [Outcome?] {
      try embargoes(
        Samples.sale(
          to: Samples.user("SO"), items: [Samples.item(codes: [code])],
          endUse: EndUse(statement: "a use", nature: use))
      ).map(\.outcomeIfConfirmed)
    }
    #expect(try arms(.civil, "not listed").isEmpty)
    #expect(try arms(.military, "not listed") == [.licenceRequired])
    #expect(try arms(.mixed, "not listed") == [.licenceRequired])
    #expect(try arms(.civil, "9A991") == [.licenceRequired])
    #expect(try arms(.civil, "2B001").isEmpty)
  }

  @Test(arguments: [
    "ул. Ленина 5, Севастополь", "Simferopol, Crimea", "Sevastopol, Russia", "Yalta, Ukraine",
  ])
  func `Crimea is known by the text of an address`(_ address: String) throws {
    let user = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.endUser],
      addresses: [Address(text: address)])
    let found = try embargoes(Samples.sale(from: Samples.american, to: user))
    let crimea = try #require(found.first { $0.title.en.contains("15 CFR 746.6") })
    #expect(crimea.outcome == .licenceRequiredDenialLikely)
    #expect(crimea.facts == ["parties[1].addresses[0]"])
    #expect(crimea.explanation.last?.fr.contains("« \(address) »") == true)
  }

  @Test(arguments: ["IR", "KP", "RU", "SY"])
  func `the exporter's own country is never flagged`(_ country: String) throws {
    let local = Party(
      kind: .organisation, names: ["Export Exemple"], roles: [.exporter],
      addresses: [Address(country: country)], countries: [country],
      owners: [Owner(party: Party(names: ["Eigner Exemple"], countries: [country]))])
    let sale = Transaction(
      parties: [local, Samples.user()], items: [Samples.item()],
      route: Route(legs: [Leg(from: country, to: "Halifax, Canada")]),
      endUse: EndUse(statement: "bread", nature: .civil), exportCountry: country)
    #expect(try embargoes(sale).isEmpty)
  }

  @Test func `an owner of the exporter in another country is flagged there`() throws {
    let local = Party(
      kind: .organisation, names: ["Export Exemple"], roles: [.exporter], countries: ["US"],
      owners: [Owner(party: Party(names: ["Eigner Exemple"], countries: ["KP"]))])
    let sale = Transaction(
      parties: [local, Samples.user()], items: [Samples.item()],
      endUse: EndUse(statement: "bread", nature: .civil), exportCountry: "US")
    let facts = try embargoes(sale).flatMap(\.facts)
    #expect(facts.contains("parties[0].owners[0].countries[0]"))
  }

  @Test func `a place that only may mean a closed territory holds, and concludes nothing`() throws {
    let user = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.endUser],
      countries: ["Korea"])
    let found = try embargoes(Samples.sale(from: Samples.american, to: user))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.outcome == .hold && $0.outcomeIfConfirmed != nil })
  }

  @Test func `an owner, a bank, a stop on the way and a place of use are all on the way`() throws {
    let owner = Party(names: ["Eigner Exemple"], countries: ["Iran"])
    let user = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.endUser],
      countries: ["CA"], owners: [Owner(party: owner)])
    let cases: [(Transaction, String)] = [
      (Samples.sale(to: user), "parties[1].owners[0].countries[0]"),
      (Samples.sale(payment: Payment(bankCountry: "Iran")), "payment.bankCountry"),
      (Samples.sale(payment: Payment(payerCountry: "ایران")), "payment.payerCountry"),
      (
        Samples.sale(route: Route(legs: [Leg(via: ["Bandar Abbas, Iran"])])),
        "route.legs[0].via[0]"
      ),
      (
        Samples.sale(
          endUse: EndUse(statement: "bread", nature: .civil, location: "Tehran, Iran")),
        "endUse.location"
      ),
      (Samples.sale(destination: "IRN"), "destinationCountry"),
    ]
    for (transaction, fact) in cases {
      let found = try embargoes(transaction)
      #expect(!found.isEmpty, "\(fact)")
      #expect(found.allSatisfy { $0.facts == [fact] }, "\(fact)")
    }
  }

  @Test func `a party without a name still stands where it stands`() throws {
    let nobody = Party(kind: .organisation, names: [], roles: [.thirdParty], countries: ["Iran"])
    let found = try embargoes(Samples.sale(more: [nobody]))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.facts == ["parties[2].countries[0]"] })
  }

  @Test func `the flag of a vessel counts, also when the vessel stands among the parties`() throws {
    let number = Identifier(kind: .imo, value: "9000003")
    let ship = Party(
      kind: .vessel, names: ["HALMA"], roles: [.vessel], identifiers: [number])
    let vessel = CarryingVessel(name: "HALMA", flag: "Iran", identifiers: [number])
    let route = Route(legs: [Leg(to: "Halifax, Canada", vessel: vessel)])
    for more in [[], [ship]] {
      let found = try embargoes(Samples.sale(more: more, route: route))
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0.facts == ["route.legs[0].vessel.flag"] })
    }
    let bare = Route(legs: [Leg(to: "Halifax, Canada", vessel: CarryingVessel(flag: "Iran"))])
    #expect(try !embargoes(Samples.sale(route: bare)).isEmpty)
  }

  @Test func `the country of an address counts when its text leaves it out`() throws {
    let user = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.endUser],
      addresses: [Address(country: "Iran", text: "12 Long Street")])
    let found = try embargoes(Samples.sale(to: user))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.facts == ["parties[1].addresses[0].country"] })
  }

  @Test func `all places of one territory make one finding for each rule`() throws {
    let sale = Samples.sale(
      from: Samples.american, to: Samples.user("IR"), destination: "Iran")
    let found = try embargoes(sale)
    #expect(Set(found.map(\.title.en)).count == found.count)
    #expect(found.allSatisfy { $0.facts == ["parties[1].countries[0]", "destinationCountry"] })
  }
}
