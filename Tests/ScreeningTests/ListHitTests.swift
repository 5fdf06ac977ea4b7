import Testing
import TradeModel

@testable import Screening

/// What a hit on a list leads to.
struct ListHitTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let confirmed: Outcome?
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "Varteshol Briganzan Industries", confirmed: .prohibited),
    Case(name: "Pelugar Horminsel Trust", confirmed: .prohibited),
    Case(name: "Ostrabel Numirka Shipping", confirmed: .prohibited),
    Case(name: "Yubrisan Tokomel Laboratory", confirmed: .licenceRequired),
    // Parts of one list differ in what follows.
    Case(name: "Dulomir Kazanport Optronics", confirmed: .licenceRequired),
    Case(name: "Zoltrin Hapaku Sensors", confirmed: .licenceRequiredDenialLikely),
    // A hold is already the outcome: there is nothing stricter to confirm.
    Case(name: "Grusel Olbriten Mechanics", confirmed: nil),
    Case(name: "Quorlat Bemsidu Alloys", confirmed: nil),
    Case(name: "Fernolux Gradipet Works", confirmed: nil),
  ])
  func `a name is a hold, and says what follows once confirmed`(_ given: Case) throws {
    for exporter in [Samples.exporter, Samples.american, Samples.swiss] {
      let result = try InventedLists.screen(
        Samples.sale(from: exporter, to: Samples.user("AE", name: given.name)))
      let hit = try result.hit()
      #expect(hit.outcome == .hold)
      #expect(hit.outcomeIfConfirmed == given.confirmed)
      #expect(hit.facts.first == "parties[1].names[0]")
      #expect(hit.title.en.contains("looks like a listed party"))
      #expect(hit.question?.en.contains(given.name) == true)
    }
  }

  @Test func `the part of a list has its own words and citation`() throws {
    func hit(_ name: String) throws -> Finding {
      try InventedLists.screen(Samples.sale(to: Samples.user("AE", name: name))).hit()
    }
    let entity = try hit("Dulomir Kazanport Optronics")
    let unverified = try hit("Grusel Olbriten Mechanics")
    let undescribed = try hit("Quorlat Bemsidu Alloys")
    #expect(entity.citations.contains { $0.section.contains("744.11") })
    #expect(unverified.citations.contains { $0.section.contains("744.15") })
    #expect(undescribed.explanation.contains { $0.en.contains("read the entry") })
    #expect(entity.hit?.designations.map(\.listTitle) == ["Consolidated Screening List"])
    #expect(entity.hit?.designations.map(\.published) == ["2026-07-31"])
  }

  @Test func `a list that nobody described is a hold that asks nothing about a nameless state`()
    throws
  {
    let hit = try InventedLists.screen(
      Samples.sale(to: Samples.user("AE", name: "Fernolux Gradipet Works"))
    ).hit()
    #expect(hit.explanation.contains { $0.en.contains("not described; ask who keeps it") })
    #expect(!hit.explanation.contains { $0.en.contains("of  involved") })
    #expect(!hit.explanation.contains { $0.fr.contains("de  intervient") })
  }

  private func numbered(
    _ identifier: Identifier, from exporter: Party, kind: PartyKind = .organisation
  ) throws -> Finding {
    let party = Party(
      kind: kind, names: ["Sildumar Exemple"], roles: [.thirdParty], countries: ["AE"],
      identifiers: [identifier])
    return try InventedLists.screen(Samples.sale(from: exporter, more: [party])).hit()
  }

  @Test
  func `an equal number concludes where the list's jurisdiction reaches, and holds elsewhere`()
    throws
  {
    let lei = Identifier(kind: .lei, value: InventedLists.lei.lowercased())
    let reached = try numbered(lei, from: Samples.american)
    #expect(reached.outcome == .prohibited)
    #expect(reached.outcomeIfConfirmed == nil)
    #expect(reached.title.en.contains("carries a listed number"))
    #expect(reached.facts.contains("parties[2].identifiers"))
    for exporter in [Samples.exporter, Samples.swiss] {
      let open = try numbered(lei, from: exporter)
      #expect(open.outcome == .hold)
      #expect(open.outcomeIfConfirmed == .prohibited)
      #expect(open.explanation.contains { $0.en.contains("is open: Is any US person") })
      #expect(open.question != nil)
    }
  }

  @Test func `a number on the list of the Security Council concludes for every exporter`() throws {
    let lei = Identifier(kind: .lei, value: InventedLists.otherLEI)
    for exporter in [Samples.exporter, Samples.american, Samples.swiss] {
      #expect(try numbered(lei, from: exporter).outcome == .prohibited)
    }
  }

  @Test func `a ship's number concludes under a new name, for an exporter of the Union`() throws {
    let imo = Identifier(kind: .imo, value: "IMO \(InventedLists.imo)")
    #expect(try numbered(imo, from: Samples.exporter, kind: .vessel).outcome == .prohibited)
    #expect(try numbered(imo, from: Samples.american, kind: .vessel).outcome == .hold)
  }

  @Test func `origin in the United States brings their lists to an exporter elsewhere`() throws {
    let party = Party(
      kind: .organisation, names: ["Sildumar Exemple"], roles: [.thirdParty], countries: ["AE"],
      identifiers: [Identifier(kind: .lei, value: InventedLists.lei)])
    let item = Item(
      description: "an item", kind: .goods, commodityCode: "8417.20",
      controlCodes: [StatedControlCode(code: "EAR99")], origin: "United States")
    let hit = try InventedLists.screen(
      Samples.sale(from: Samples.swiss, items: [item], more: [party])
    ).hit()
    #expect(hit.outcome == .prohibited)
  }

  @Test func `a vessel of a leg is named by the facts that a leg has`() throws {
    let vessel = CarryingVessel(
      name: "TESHARO PIONEER", flag: "Iran",
      identifiers: [Identifier(kind: .imo, value: InventedLists.imo)])
    let transaction = Samples.sale(
      route: Route(legs: [Leg(from: "Le Havre, France", to: "Halifax, Canada", vessel: vessel)]))
    let hit = try InventedLists.screen(transaction).hit()
    #expect(hit.facts.contains("route.legs[0].vessel.name"))
    #expect(hit.facts.contains("route.legs[0].vessel.identifiers"))
    #expect(hit.facts.contains("route.legs[0].vessel.flag"))
    #expect(hit.facts.allSatisfy { StatedFacts.answer($0, in: transaction) == .stated })
  }

  @Test func `a country known from the address is a fact of the address`() throws {
    let party = Party(
      kind: .organisation, names: ["Pelugar Horminsel Trust"], roles: [.thirdParty],
      addresses: [Address(city: "Tehran", country: "Iran")])
    let hit = try InventedLists.screen(Samples.sale(more: [party])).hit()
    #expect(hit.facts == ["parties[2].names[0]", "parties[2].addresses"])
  }

  @Test func `an owner of an owner, a carrier, a payer, a bank and a maker are all screened`()
    throws
  {
    let name = "Varteshol Briganzan Industries"
    let listed = Party(kind: .organisation, names: [name], countries: ["AE"])
    let owner = Party(names: ["Halle Exemple"], owners: [Owner(party: listed)])
    let user = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.endUser],
      countries: ["CA"], owners: [Owner(party: owner)])
    let item = Item(
      description: "oven", kind: .goods, commodityCode: "8417.20",
      controlCodes: [StatedControlCode(code: "not listed")], maker: name)
    let cases: [(Transaction, String)] = [
      (Samples.sale(to: user), "parties[1].owners[0].owners[0].names[0]"),
      (
        Samples.sale(route: Route(legs: [Leg(to: "Halifax, Canada", carrier: name)])),
        "route.legs[0].carrier"
      ),
      (Samples.sale(payment: Payment(payer: name)), "payment.payer"),
      (Samples.sale(payment: Payment(bank: name)), "payment.bank"),
      (Samples.sale(items: [item]), "items[0].maker"),
    ]
    for (transaction, fact) in cases {
      #expect(try InventedLists.screen(transaction).hit().facts.first == fact)
    }
  }
}
