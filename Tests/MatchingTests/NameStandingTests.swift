import Listings
import NameAnalysis
import Testing
import TradeModel

@testable import Matching

/// What tells for or against a listed name besides its words.
struct NameStandingTests {
  private static func match(
    _ asked: String, _ names: [ListedName], policy: MatchPolicy = .balanced
  ) throws -> ScoredMatch {
    let matcher = try PartyMatcherTests.matcher(
      [try PartyMatcherTests.designation("1", .person, names)], policy: policy)
    return matcher.session().match(
      of: Subject(kind: .person, names: [asked]), withParty: 0)
  }

  @Test(arguments: [ListedName.Kind.alias, .former])
  func `an alias weighs a little less than a primary name, with a reason`(
    kind: ListedName.Kind
  ) throws {
    let other = ListedName(.primary, "Karomin Wendt")
    let primary = try Self.match("Selda Horzan", [ListedName(.primary, "Selda Horzan")])
    let alias = try Self.match("Selda Horzan", [other, ListedName(kind, "Selda Horzan")])
    let charge = MatchPolicy.balanced.facts.alias
    #expect(charge < 0)
    #expect(alias.weight.tenthsOfBit - primary.weight.tenthsOfBit == charge)
    #expect(alias.reasons.map(\.feature) == [.name, .alias])
    #expect(primary.reasons.map(\.feature) == [.name])
    #expect(alias.nameWeight == alias.weight)
  }

  @Test func `a variant of the primary name is no alias`() throws {
    let other = ListedName(.primary, "Karomin Wendt")
    let match = try Self.match("Selda Horzan", [other, ListedName(.variant, "Selda Horzan")])
    #expect(match.reasons.map(\.feature) == [.name])
  }

  @Test func `a weak alias is not charged for being an alias besides`() throws {
    let match = try Self.match(
      "Selda Horzan", [ListedName(.alias, "Selda Horzan", strength: .weak)])
    #expect(match.reasons.map(\.feature) == [.name, .weakAlias])
  }

  @Test func `a policy that charges nothing gives no reason`() throws {
    var facts = FactWeights()
    facts.alias = 0
    let free = MatchPolicy(
      name: "free", prior: MatchPolicy.balanced.prior, scale: MatchPolicy.balanced.scale,
      floor: MatchPolicy.balanced.floor, threshold: MatchPolicy.balanced.threshold, facts: facts)
    let match = try Self.match(
      "Selda Horzan", [ListedName(.alias, "Selda Horzan")], policy: free)
    #expect(match.reasons.map(\.feature) == [.name])
  }

  @Test(arguments: [
    ("Selda", WritingScript.latin), ("«Éxito»", .latin), ("  12 Ξ", .greek), ("Реконд", .cyrillic),
    ("«АО»", .cyrillic), ("محمد", .arabic), ("דוד", .hebrew), ("沈忠", .han), ("ヤマダ", .han),
    ("윤철", .hangul), ("12-4", .none), ("", .none), ("ქართ", .other),
  ])
  func `the first letter tells the writing`(_ text: String, _ script: WritingScript) {
    #expect(WritingScript(of: text.unicodeScalars) == script)
  }

  /// The weight of `word` beside `listed` less what it weighs when no table is asked.
  private static func returned(_ asked: String, _ listed: String) throws -> Int {
    var names = NameWeights()
    names.unknownReturned = 0
    names.unknownRelief = 0
    let without = MatchPolicy(
      name: "without", prior: MatchPolicy.balanced.prior, scale: MatchPolicy.balanced.scale,
      floor: MatchPolicy.balanced.floor, threshold: MatchPolicy.balanced.threshold, names: names)
    let one = [ListedName(.primary, listed)]
    return try match(asked, one).weight.tenthsOfBit
      - match(asked, one, policy: without).weight.tenthsOfBit
  }

  @Test func `a word that no table has is a slip rather than another name`() throws {
    // `ivan` is in the tables of the test, `selmu` and `ivak` are not.
    #expect(try Self.returned("Selmu Horzan", "Seldu Horzan") > 0)
    #expect(try Self.returned("Ivak Horzan", "Ivam Horzan") > 0)
    #expect(try Self.returned("Ivan Horzan", "Ivam Horzan") == 0)
    #expect(try Self.returned("Seldu Horzan", "Seldu Horzan") == 0)
  }

  @Test func `an end that moves costs less than an order that is broken`() throws {
    let listed = [ListedName(.primary, "Karomin Seldu Horzan")]
    let straight = try Self.match("Karomin Seldu Horzan", listed).weight
    let moved = try Self.match("Horzan Karomin Seldu", listed).weight
    let broken = try Self.match("Seldu Karomin Horzan", listed).weight
    #expect(straight > moved)
    #expect(moved > broken)
  }
}
