import FileFormats
import QuiviveTestKit
import Screening
import Testing
import TradeModel
import TransactionIntake

/// Transactions for tests: complete ones, to be changed in the one fact that a test is about.
enum Samples {
  static let exporter = Party(
    kind: .organisation, names: ["Atelier Morvan Exemple SAS"], roles: [.exporter],
    countries: ["FR"])
  static let american = Party(
    kind: .organisation, names: ["Prairie Example Tools Inc."], roles: [.exporter],
    countries: ["US"])
  static let swiss = Party(
    kind: .organisation, names: ["Muster Beispiel AG"], roles: [.exporter], countries: ["CH"])

  static func user(_ country: String = "CA", name: String = "Boulangerie Exemple inc.") -> Party {
    Party(
      kind: .organisation, names: [name], roles: [.purchaser, .endUser], countries: [country])
  }

  static func item(_ commodity: String? = "8417.20", codes: [String] = ["not listed"]) -> Item {
    Item(
      description: "an item", kind: .goods, commodityCode: commodity,
      controlCodes: codes.map { StatedControlCode(code: $0) })
  }

  /// A civil use with every question of end use answered with no.
  static let baking = EndUse(
    statement: "baking of bread", nature: .civil,
    answers: EndUseQuestion.allCases.map { EndUseAnswer($0, .no) })

  /// From `exporter` to `user`, with every needed fact.
  static func sale(
    from exporter: Party = exporter, to user: Party = user(), items: [Item] = [item()],
    more: [Party] = [], route: Route? = nil,
    endUse: EndUse? = baking,
    destination: String? = nil, supply: SupplyKind? = .sale, payment: Payment? = nil
  ) -> Transaction {
    Transaction(
      supply: supply, parties: [exporter, user] + more, items: items, route: route, endUse: endUse,
      destinationCountry: destination, payment: payment)
  }

  static func example(_ name: String) throws -> JSONValue {
    try JSONParser.parse(
      try #require(TestFiles.bytes(at: "\(TestFiles.root)/Examples/\(name).json")))
  }

  static func read(_ value: JSONValue) throws -> Transaction {
    try TransactionReader().read(value).transaction
  }
}

extension ScreeningResult {
  func findings(_ kind: Finding.Kind) -> [Finding] { findings.filter { $0.kind == kind } }
  var titles: [String] { findings.map(\.title.en) }
  var questions: [String] { findings(.openQuestion).map(\.title.en) }

  /// The only hit.
  func hit() throws -> Finding {
    let hits = findings(.listHit)
    try #require(hits.count == 1, "\(titles)")
    return hits[0]
  }
}
