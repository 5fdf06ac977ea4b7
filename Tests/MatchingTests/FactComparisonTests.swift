import Listings
import QuiviveTestKit
import Testing
import TradeModel
import Watchlist

@testable import Matching

/// One fact changed at a time, from a party that says everything.
struct FactComparisonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let feature: Feature
    /// What it must weigh; `nil` when nothing may be said.
    let weight: (@Sendable (FactWeights) -> Int)?
    var kind = PartyKind.person
    let change: @Sendable (inout Subject) -> Void
  }

  static func date(_ text: String) -> PartialDate { PartialDate(reading: text) }

  static func reason(_ test: Case) throws -> Reason? {
    var designation = try PartyMatcherTests.designation(
      "1", test.kind, [ListedName(.primary, "Seldana Horzanova")])
    designation.birthDates = [date("1961-07-02"), date("circa 1975")]
    designation.birthPlaces = ["Karomin, Seldu Region"]
    designation.gender = "female"
    designation.nationalities = ["XK"]
    designation.addresses = [Address(lines: ["12 Quorvin Street, 443071 Karomin"], country: "XK")]
    designation.identifiers = [
      Identifier(kind: .imo, value: "9074729"), Identifier(kind: .mmsi, value: "422000001"),
      Identifier(kind: .callSign, value: "EPAB7"),
    ]
    var vessel = VesselData()
    vessel.tonnage = "46,156 tons"
    designation.vessel = vessel
    var subject = Subject(kind: test.kind, names: ["Seldana Horzanova"])
    test.change(&subject)
    return try PartyMatcherTests.matcher([designation]).session()
      .match(of: subject, withParty: 0).reasons.first { $0.feature == test.feature }
  }

  static func born(
    _ text: String, _ weight: @escaping @Sendable (FactWeights) -> Int
  ) -> Case {
    Case(testDescription: "born \(text)", feature: .birthDate, weight: weight) {
      $0.birthDates = [date(text)]
    }
  }

  static func address(
    _ text: String, _ weight: @escaping @Sendable (FactWeights) -> Int
  ) -> Case {
    Case(testDescription: "address \(text)", feature: .address, weight: weight) {
      $0.addresses = [Address(lines: [text])]
    }
  }

  static let cases: [Case] = [
    born("1961-07-02") { $0.sameDay }, born("1961-07") { $0.sameMonth },
    born("1961") { $0.sameYear }, born("1960-1962") { $0.sameYear },
    born("circa 1962") { $0.sameYear }, born("1961-02-07") { $0.swappedDay },
    born("1976") { $0.sameYear }, born("1965") { $0.otherYear }, born("1990") { $0.farYear },
    born("1962-01-01") { $0.nearYear },
    Case(testDescription: "unreadable date", feature: .birthDate, weight: nil) {
      $0.birthDates = [date("in the spring")]
    },
    address("Quorvin St. 12, Karomin") { $0.sameAddress },
    address("443071, Karomin, Bradesh road 3") { $0.sameAddress },
    address("443071") { $0.nearAddress }, address("Bradesh, Karomin") { $0.partOfAddress },
    address("1 Telmara Road, Bradesh") { $0.otherAddress },
    Case(testDescription: "a country is no address", feature: .address, weight: nil) {
      $0.addresses = [Address(country: "XK")]
    },
    Case(testDescription: "birth place", feature: .birthPlace, weight: { $0.sameBirthPlace }) {
      $0.birthPlaces = ["KAROMIN"]
    },
    Case(testDescription: "other place", feature: .birthPlace, weight: { $0.otherBirthPlace }) {
      $0.birthPlaces = ["Bradesh"]
    },
    Case(testDescription: "near place", feature: .birthPlace, weight: nil) {
      $0.birthPlaces = ["Bradesh, Seldu Region"]
    },
    Case(testDescription: "gender", feature: .gender, weight: { $0.otherGender }) {
      $0.gender = "M"
    },
    Case(testDescription: "same country", feature: .country, weight: { $0.sameCountry }) {
      $0.countries = ["xk", "fr"]
    },
    Case(testDescription: "other country", feature: .country, weight: { $0.otherCountry }) {
      $0.countries = ["fr"]
    },
    Case(
      testDescription: "other flag", feature: .country, weight: { $0.otherFlag }, kind: .vessel
    ) { $0.countries = ["fr"] },
    Case(
      testDescription: "same ship", feature: .identifier, weight: { $0.sameUnique }, kind: .vessel
    ) { $0.identifiers = [Identifier(kind: .imo, value: "IMO 9074729")] },
    Case(
      testDescription: "other ship", feature: .identifier, weight: { $0.otherShip }, kind: .vessel
    ) { $0.identifiers = [Identifier(kind: .imo, value: "9319466")] },
    Case(
      testDescription: "radio", feature: .identifier, weight: { $0.sameRegister }, kind: .vessel
    ) { $0.identifiers = [Identifier(kind: .mmsi, value: "422000001")] },
    Case(
      testDescription: "call sign", feature: .identifier, weight: { $0.sameContact }, kind: .vessel
    ) { $0.identifiers = [Identifier(kind: .callSign, value: "epab7")] },
    Case(
      testDescription: "same tonnage", feature: .tonnage, weight: { $0.sameTonnage }, kind: .vessel
    ) { $0.tonnage = "46 200 DWT" },
    Case(
      testDescription: "other tonnage", feature: .tonnage, weight: { $0.otherTonnage },
      kind: .vessel
    ) { $0.tonnage = "5100" },
    Case(testDescription: "gross is not deadweight", feature: .tonnage, weight: nil, kind: .vessel)
    { $0.grossTonnage = "46156" },
  ]

  @Test(arguments: cases)
  func `a fact weighs what the policy says`(_ test: Case) throws {
    let reason = try Self.reason(test)
    #expect(reason?.weight.tenthsOfBit == test.weight?(FactWeights()))
    if let reason {
      for text in [reason.sentence.en, reason.sentence.fr] {
        #expect(text.hasSuffix("."))
        #expect(text.count > 10)
      }
      #expect(reason.sentence.en != reason.sentence.fr)
    }
  }

  @Test func `a subject that states nothing besides its name is compared by it alone`() throws {
    let reasons = try PartyMatcherTests.one(.person, "Seldana Horzanova") {
      $0.birthDates = [Self.date("1961")]
      $0.addresses = [Address(lines: ["12 Quorvin Street"])]
    }.session().match(of: Subject(kind: .person, names: ["Seldana"]), withParty: 0).reasons
    #expect(reasons.map(\.feature) == [.name])
  }

  // MARK: What facts do to a name

  static func found(_ change: (inout Subject) -> Void) throws -> [ScoredMatch] {
    let matcher = try PartyMatcherTests.one(.person, "Seldana Horzanova") {
      $0.birthDates = [Self.date("1961-07-02")]
      $0.identifiers = [Identifier(kind: .imo, value: "9074729")]
    }
    var subject = Subject(kind: .person, names: ["Seldana Horzanova"])
    change(&subject)
    return matcher.matches(for: subject)
  }

  @Test func `a namesake is shown, discounted and marked, and no hit`() throws {
    let plain = try #require(try Self.found { _ in }.first)
    #expect(plain.marking(under: .balanced) == nil)
    #expect(plain.score(under: .balanced) >= MatchPolicy.balanced.threshold)
    let namesake = try #require(try Self.found { $0.birthDates = [Self.date("1990")] }.first)
    #expect(namesake.weight < plain.weight)
    #expect(namesake.nameWeight == plain.weight)
    #expect(namesake.score(under: .balanced) < MatchPolicy.balanced.threshold)
    #expect(namesake.marking(under: .balanced) == .contradicted)
  }

  @Test func `another ship of the name is listed as the name only, whatever else agrees`() throws {
    let match = try #require(
      try Self.found {
        $0.identifiers = [Identifier(kind: .imo, value: "9319466")]
        $0.birthDates = [Self.date("1961-07-02")]
      }.first)
    #expect(match.score(under: .balanced) < MatchPolicy.balanced.floor)
    #expect(match.marking(under: .balanced) == .nameOnly)
  }

  @Test func `facts that contradict a weak name are not shown for it`() throws {
    let matches = try Self.found {
      $0.names = ["Quorvin"]
      $0.birthDates = [Self.date("1990")]
    }
    #expect(matches.isEmpty)
  }
}
