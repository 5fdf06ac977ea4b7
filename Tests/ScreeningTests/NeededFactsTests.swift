import FileFormats
import Testing
import TradeModel

@testable import Screening

/// The ordinary sale of the examples, with one fact taken away at a time.
struct NeededFactsTests {
  private static let name = "08-ordinary-sale"

  /// Every member of the document, as names and numbers from its root.
  private static func paths(_ value: JSONValue, _ path: [String] = []) -> [[String]] {
    switch value {
    case .object(let members):
      members.flatMap { [path + [$0.name]] + paths($0.value, path + [$0.name]) }
    case .array(let elements):
      elements.enumerated().flatMap {
        [path + ["\($0.offset)"]] + paths($0.element, path + ["\($0.offset)"])
      }
    default: []
    }
  }

  private static func removing(_ path: ArraySlice<String>, from value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch value {
    case .object(let members):
      return .object(
        members.compactMap { member in
          guard member.name == step else { return member }
          return rest.isEmpty
            ? nil : JSONValue.Member(member.name, removing(rest, from: member.value))
        })
    case .array(let elements):
      return .array(
        elements.enumerated().compactMap { index, element in
          guard "\(index)" == step else { return element }
          return rest.isEmpty ? nil : removing(rest, from: element)
        })
    default: return value
    }
  }

  private static func outcome(_ value: JSONValue) throws -> Outcome {
    try InventedLists.screen(Samples.read(value)).outcome
  }

  /// The facts without which, each alone, there is no conclusion.
  private static let needed: Set<String> = [
    "parties", "parties.0", "parties.1", "parties.0.roles.0", "parties.0.name", "parties.1.name",
    "parties.2.name",
    "parties.0.roles", "parties.1.roles", "parties.2.roles", "parties.1.roles.2",
    "parties.2.roles.0", "items", "items.0", "items.0.description", "items.0.commodityCode",
    "items.0.controlCodes", "items.0.controlCodes.0", "items.0.controlCodes.0.code", "endUse",
    "endUse.statement", "endUse.answers", "endUse.answers.military-use",
    "endUse.answers.unauthorised-military-parts", "endUse.answers.aware-of-such-use",
    "endUse.answers.suspects-such-use", "endUse.answers.informed-by-eu-authority",
    "parties.0.owners.0.name", "parties.0.officers.0.name", "parties.1.owners.0.name",
    "parties.1.officers.0.name", "parties.2.owners.0.name", "parties.2.officers.0.name",
  ]

  @Test func `each needed fact, taken away, leaves no conclusion; others change nothing`() throws {
    let document = try Samples.example(Self.name)
    #expect(try Self.outcome(document) == .noLicenceRequired)
    var missed: Set<String> = []
    for path in Self.paths(document) {
      let outcome = try Self.outcome(Self.removing(path[...], from: document))
      if outcome != .noLicenceRequired { missed.insert(path.joined(separator: ".")) }
    }
    #expect(missed == Self.needed)
  }

  @Test(arguments: [
    [["exportCountry"], ["parties", "0"]],
    [["parties", "1", "countries"], ["parties", "1", "addresses"]],
    [["parties", "0", "countries"], ["parties", "0", "addresses"]],
    [["parties", "2", "countries"], ["parties", "2", "addresses"]],
  ])
  func `facts that stand in for each other, taken away together, leave no conclusion`(
    _ paths: [[String]]
  ) throws {
    let document = try Samples.example(Self.name)
    let without = paths.reduce(document) { Self.removing($1[...], from: $0) }
    #expect(try Self.outcome(without) != .noLicenceRequired)
  }
}
