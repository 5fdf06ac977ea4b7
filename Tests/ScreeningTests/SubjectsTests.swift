import Matching
import QuiviveTestKit
import Testing
import TradeModel

@testable import Screening

/// Who is screened.
struct SubjectsTests {
  private func paths(_ transaction: Transaction) -> [String] { transaction.subjects.map(\.path) }

  private func party(_ name: String, owners: [Party] = [], officers: [Party] = []) -> Party {
    Party(
      names: [name], countries: ["FR"], owners: owners.map { Owner(party: $0) },
      officers: officers.map { Officer(party: $0) })
  }

  @Test func `owners and officers are subjects at every depth, in the order of the transaction`() {
    let deep = party(
      "A",
      owners: [
        party("B", owners: [party("C", officers: [party("D")])], officers: [party("E")]),
        party("F"),
      ], officers: [party("G", owners: [party("H")])])
    let subjects = Transaction(parties: [deep, party("I")]).subjects
    #expect(subjects.map { $0.subject.names[0] } == ["A", "B", "C", "D", "E", "F", "G", "H", "I"])
    #expect(
      subjects[3].path == "parties[0].owners[0].owners[0].officers[0]")
    #expect(subjects[3].label.en == "officer")
    #expect(subjects[7].path == "parties[0].officers[0].owners[0]")
  }

  @Test func `vessels, carriers, payers, banks and makers are subjects of their own`() {
    let transaction = Transaction(
      parties: [party("A")],
      items: [Item(maker: "Maker"), Item(maker: "Maker")],
      route: Route(legs: [
        Leg(carrier: "Carrier", vessel: CarryingVessel(name: "Ship")), Leg(carrier: "Carrier"),
      ]), payment: Payment(payer: "Payer", bank: "Bank"))
    #expect(
      paths(transaction) == [
        "parties[0]", "route.legs[0].vessel", "route.legs[0].carrier", "payment.payer",
        "payment.bank", "items[0].maker",
      ])
    #expect(transaction.subjects.map(\.subject.kind).contains(.vessel))
  }

  @Test func `a name that a party already has is not screened twice`() {
    let transaction = Transaction(
      parties: [party("Nordhof  Werke")], items: [Item(maker: " Nordhof Werke")],
      route: Route(legs: [Leg(carrier: "Nordhof Werke")]),
      payment: Payment(payer: "Nordhof\u{A0}Werke", bank: "Other Bank"))
    #expect(paths(transaction) == ["parties[0]", "payment.bank"])
  }

  @Test func `a blank name is nobody`() {
    #expect(paths(Transaction(items: [Item(maker: "  ")], payment: Payment(bank: ""))) == [])
  }

  @Test func `the vessel of a leg that is also a party is one subject with both places`() {
    let number = Identifier(kind: .imo, value: "IMO 9074729")
    let ship = Party(
      kind: .vessel, names: ["TESHARO"], roles: [.vessel],
      identifiers: [Identifier(kind: .imo, value: "9074729")])
    let route = Route(legs: [
      Leg(vessel: CarryingVessel(name: "TESHARO", flag: "Iran", identifiers: [number])),
      Leg(vessel: CarryingVessel(name: "TESHARO", identifiers: [number])),
      Leg(vessel: CarryingVessel(name: "TESHARO")),
    ])
    let subjects = Transaction(parties: [ship], route: route).subjects
    #expect(subjects.map(\.path) == ["parties[0]", "route.legs[2].vessel"])
    #expect(subjects[0].otherPaths == ["route.legs[0].vessel", "route.legs[1].vessel"])
    #expect(subjects[0].places.map(\.path) == ["route.legs[0].vessel.flag"])
  }

  @Test func `a tail number makes the vessel of a leg an aircraft`() {
    let route = Route(legs: [
      Leg(
        vessel: CarryingVessel(
          identifiers: [Identifier(kind: .aircraftTail, value: "EP-XXX")]))
    ])
    #expect(Transaction(route: route).subjects.map(\.subject.kind) == [.aircraft])
  }

  @Test func `no subject stands twice, whatever is repeated`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      let transaction = RandomTransactions.transaction(using: &random)
      let paths = transaction.subjects.flatMap { [$0.path] + $0.otherPaths }
      #expect(Set(paths).count == paths.count)
    }
  }
}
