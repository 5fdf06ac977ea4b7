import Listings
import NameAnalysis
import NameIndex
import Parties
import QuiviveTestKit
import Testing
import TradeModel
import Watchlist

@testable import Matching

struct PartyMatcherTests {
  static func designation(
    _ key: String, _ kind: PartyKind, _ names: [ListedName]
  ) throws -> Designation {
    Designation(
      id: DesignationID(list: try #require(ListID("xx.invented")), key: key), kind: kind,
      names: names, place: RecordPlace(file: "invented.csv", line: 1))
  }

  static func matcher(
    _ designations: [Designation], policy: MatchPolicy = .balanced
  ) throws -> PartyMatcher {
    var builder = WatchlistBuilder(
      reader: PlainNames.reader,
      readers: WatchlistBuilder.Readers(
        countryCode: { $0 }, describe: \.json))
    for designation in designations {
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: designation.kind,
          designations: [designation], joins: []))
    }
    let bytes = builder.finish(knowledge: nil, snapshots: []).bytes
    return PartyMatcher(
      watchlist: try WatchlistFile(bytes: bytes), reader: PlainNames.reader, policy: policy)
  }

  static func one(
    _ kind: PartyKind, _ name: String, _ change: (inout Designation) -> Void = { _ in }
  ) throws -> PartyMatcher {
    var designation = try designation("1", kind, [ListedName(.primary, name)])
    change(&designation)
    return try matcher([designation])
  }

  static func weight(
    _ matcher: PartyMatcher, _ kind: PartyKind, _ name: String,
    _ change: (inout Subject) -> Void = { _ in }
  ) -> Int {
    var subject = Subject(kind: kind, names: [name])
    change(&subject)
    return matcher.session().match(of: subject, withParty: 0).weight.tenthsOfBit
  }

  static func invented(_ seed: UInt64, _ count: Int) throws -> [Designation] {
    var names = InventedNames(seed: seed)
    return try (0..<count).map {
      try designation("\($0)", .organisation, [ListedName(.primary, names.name())])
    }
  }

  // MARK: Properties

  @Test(arguments: [UInt64(1), 2])
  func `like with like is first and a hit`(seed: UInt64) throws {
    let designations = try Self.invented(seed, 200)
    let session = try Self.matcher(designations).session()
    for designation in designations {
      let name = designation.displayName
      let matches = session.matches(for: Subject(kind: .organisation, names: [name]))
      let best = try #require(matches.first, "seed \(seed): \(name)")
      #expect(best.reasons.first?.alignment.allSatisfy { $0.weight > .zero } == true, "\(name)")
      #expect(
        matches.contains { $0.party.text == designation.id.key && $0.weight == best.weight },
        "seed \(seed): \(name)")
    }
  }

  @Test func `the order of words costs its charge and no more`() throws {
    let matcher = try Self.one(.organisation, "Karomin Seldu 12 Trading Ltd")
    let words = ["Karomin", "Seldu", "12", "Trading", "Ltd"]
    let straight = Self.weight(matcher, .organisation, words.joined(separator: " "))
    for shift in 1..<words.count {
      let turned = (words[shift...] + words[..<shift]).joined(separator: " ")
      let weight = Self.weight(matcher, .organisation, turned)
      let charge = MatchPolicy.balanced.names.otherOrder
      #expect(charge < 0 && weight < straight, "\(turned)")
      #expect(weight >= straight + charge * words.count, "\(turned)")
    }
  }

  @Test(arguments: [UInt64(5), 6, 7])
  func `adding an alias never lowers the weight`(seed: UInt64) throws {
    var names = InventedNames(seed: seed)
    for _ in 0..<40 {
      let name = names.name()
      var designation = try Self.designation("1", .organisation, [ListedName(.primary, name)])
      let asked = names.slip(in: name)
      let before = Self.weight(try Self.matcher([designation]), .organisation, asked)
      designation.names.append(ListedName(.alias, names.name()))
      designation.names.append(ListedName(.alias, name, strength: .weak))
      let after = Self.weight(try Self.matcher([designation]), .organisation, asked)
      #expect(after >= before, "seed \(seed): \(asked) / \(name)")
    }
  }

  @Test(arguments: [UInt64(8), 9])
  func `every part of both names stands once and the weights sum up`(seed: UInt64) throws {
    var names = InventedNames(seed: seed)
    for _ in 0..<150 {
      let listed = names.name()
      let asked = names.slip(in: names.slip(in: listed))
      let matcher = try Self.one(.organisation, listed)
      let match = matcher.session().match(
        of: Subject(kind: .organisation, names: [asked]), withParty: 0)
      let reason = try #require(match.reasons.first)
      #expect(reason.alignment.reduce(.zero) { $0 + $1.weight } == reason.weight)
      let subjectParts = PlainNames.analyse(asked, .organisation).readings[0].parts
      let listedParts = PlainNames.analyse(listed, .organisation).readings[0].parts
      let subjectRead = reason.alignment.flatMap { $0.subjectReading.split(separator: " ") }
      let listedRead = reason.alignment.flatMap { $0.listedReading.split(separator: " ") }
      #expect(subjectRead.map(String.init).sorted() == subjectParts.map(\.spelling).sorted())
      #expect(listedRead.map(String.init).sorted() == listedParts.map(\.spelling).sorted())
      #expect(match.weight == match.reasons.reduce(.zero) { $0 + $1.weight })
    }
  }

  @Test func `a score does not depend on who else is listed`() throws {
    let designations = try Self.invented(77, 80)
    let whole = try Self.matcher(designations).session()
    var names = InventedNames(seed: 78)
    for designation in designations {
      let subject = Subject(
        kind: .organisation, names: [names.slip(in: designation.displayName)])
      let alone = try Self.matcher([designation]).session().match(of: subject, withParty: 0)
      let together = whole.matches(for: subject).first { $0.party == alone.party }
      if let together { #expect(together.weight == alone.weight) }
    }
  }

  @Test func `a question does not change the next one's answer`() throws {
    let designations = try Self.invented(90, 60)
    let matcher = try Self.matcher(designations)
    let session = matcher.session()
    for designation in designations {
      let subject = Subject(kind: .organisation, names: [designation.displayName])
      #expect(session.matches(for: subject) == matcher.matches(for: subject))
    }
  }

  // MARK: Names

  struct NameCase: CustomTestStringConvertible {
    let listed: String
    let asked: String
    let isHit: Bool
    var testDescription: String { "\(asked) / \(listed)" }
  }

  static let names = [
    NameCase(listed: "Karomin Seldu Works", asked: "Karomin Seldu Works", isHit: true),
    NameCase(listed: "Karomin Seldu Works Ltd", asked: "Karomin Seldu Works", isHit: true),
    NameCase(listed: "Karomin Seldu Works Ltd", asked: "Karomin Seldu Works GmbH", isHit: true),
    NameCase(listed: "Karomin Seldu Works", asked: "Karomni Seldu Works", isHit: true),
    NameCase(listed: "Karomin Seldu Works", asked: "KarominSeldu Works", isHit: true),
    NameCase(listed: "KarominSeldu Works", asked: "Karomin Seldu Works", isHit: true),
    NameCase(listed: "Karomin Plant 4", asked: "Karomin Plant 6", isHit: false),
    NameCase(
      listed: "Karomin International Trading Company",
      asked: "Horzan International Trading Company", isHit: false),
    NameCase(listed: "Trading Karomin", asked: "Trading", isHit: false),
  ]

  @Test(arguments: names)
  func `what tells parties apart decides`(_ example: NameCase) throws {
    let matcher = try Self.one(.organisation, example.listed)
    let score = MatchPolicy.balanced.score(
      of: Weight(tenthsOfBit: Self.weight(matcher, .organisation, example.asked)))
    #expect((score >= MatchPolicy.balanced.threshold) == example.isHit, "\(score.value)")
  }

  @Test func `generic words alone never make a hit`() throws {
    let matcher = try Self.matcher(
      try ["General Trading Company Karomin", "International Trading Company Ltd Seldu"]
        .enumerated().map {
          try Self.designation("\($0)", .organisation, [ListedName(.primary, $1)])
        })
    for asked in ["Trading Company", "General Trading", "International Trading Company Ltd"] {
      let matches = matcher.matches(for: Subject(kind: .organisation, names: [asked]))
      #expect(!matches.contains { $0.score(under: .balanced) >= MatchPolicy.balanced.threshold })
    }
  }

  @Test func `a weak alias weighs as the list says`() throws {
    let strong = try Self.matcher(
      [try Self.designation("1", .person, [ListedName(.primary, "Selda Horzan")])])
    let weak = try Self.matcher(
      [
        try Self.designation(
          "1", .person, [ListedName(.alias, "Selda Horzan", strength: .weak)])
      ])
    let subject = Subject(kind: .person, names: ["Selda Horzan"])
    let match = weak.session().match(of: subject, withParty: 0)
    #expect(match.reasons.map(\.feature) == [.name, .weakAlias])
    #expect(
      match.weight.tenthsOfBit - Self.weight(strong, .person, "Selda Horzan")
        == MatchPolicy.balanced.facts.weakAlias)
  }

  // MARK: Facts

  @Test func `an equal IMO number decides and another one forbids`() throws {
    let matcher = try Self.one(.vessel, "TESHARO") {
      $0.identifiers = [Identifier(kind: .imo, value: "9074729")]
    }
    func score(_ name: String, _ imo: String) -> Score? {
      var subject = Subject(kind: .vessel, names: [name])
      subject.identifiers = [Identifier(kind: .imo, value: imo)]
      return matcher.matches(for: subject).first?.score(under: .balanced)
    }
    #expect(try #require(score("BRIGA STAR", "IMO 9074729")) >= MatchPolicy.balanced.threshold)
    #expect((score("TESHARO", "9319466") ?? Score(0)) < MatchPolicy.balanced.floor)
  }

  @Test func `silence weighs nothing`() throws {
    let bare = try Self.one(.person, "Selda Horzan")
    let full = try Self.one(.person, "Selda Horzan") {
      $0.birthDates = [PartialDate(text: "1962", start: PartialDate.Point(year: 1962))]
      $0.nationalities = ["xk"]
      $0.gender = "F"
    }
    let plain = Self.weight(bare, .person, "Selda Horzan")
    #expect(Self.weight(full, .person, "Selda Horzan") == plain)
    let told = Self.weight(bare, .person, "Selda Horzan") {
      $0.birthDates = [PartialDate(text: "1962", start: PartialDate.Point(year: 1962))]
      $0.countries = ["xk"]
      $0.gender = "female"
    }
    #expect(told == plain)
  }

  struct FactCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let supports: Bool
    let change: @Sendable (inout Subject) -> Void
  }

  static let facts = [
    FactCase(testDescription: "same day", supports: true) {
      $0.birthDates = [
        PartialDate(text: "", start: PartialDate.Point(year: 1962, month: 5, day: 3))
      ]
    },
    FactCase(testDescription: "same year", supports: true) {
      $0.birthDates = [PartialDate(text: "", start: PartialDate.Point(year: 1962))]
    },
    FactCase(testDescription: "another year", supports: false) {
      $0.birthDates = [PartialDate(text: "", start: PartialDate.Point(year: 1984))]
    },
    FactCase(testDescription: "same country", supports: true) { $0.countries = ["XK"] },
    FactCase(testDescription: "another country", supports: false) { $0.countries = ["fr"] },
    FactCase(testDescription: "another gender", supports: false) { $0.gender = "male" },
    FactCase(testDescription: "same passport", supports: true) {
      $0.identifiers = [Identifier(kind: .passport, value: "a-12 34567")]
    },
    FactCase(testDescription: "another kind", supports: false) { $0.kind = .organisation },
  ]

  @Test(arguments: facts)
  func `a fact has the sign it has`(_ example: FactCase) throws {
    let matcher = try Self.one(.person, "Selda Horzan") {
      $0.birthDates = [
        PartialDate(text: "3 May 1962", start: PartialDate.Point(year: 1962, month: 5, day: 3))
      ]
      $0.nationalities = ["xk"]
      $0.gender = "F"
      $0.identifiers = [Identifier(kind: .passport, value: "A1234567")]
    }
    let plain = Self.weight(matcher, .person, "Selda Horzan")
    let changed = Self.weight(matcher, .person, "Selda Horzan", example.change)
    #expect(example.supports ? changed > plain : changed < plain)
  }

  @Test func `every reason speaks both languages and names its designation`() throws {
    let matcher = try Self.one(.person, "Selda Horzan") {
      $0.birthDates = [PartialDate(text: "1962", start: PartialDate.Point(year: 1962))]
      $0.nationalities = ["xk"]
    }
    var subject = Subject(kind: .person, names: ["Selda Horzan"])
    subject.birthDates = [PartialDate(text: "1962", start: PartialDate.Point(year: 1962))]
    subject.countries = ["fr"]
    let reasons = try #require(matcher.matches(for: subject).first).reasons
    #expect(reasons.map(\.feature) == [.name, .birthDate, .country])
    for reason in reasons {
      #expect(reason.designation == "xx.invented/1")
      #expect(!reason.sentence.en.isEmpty && !reason.sentence.fr.isEmpty)
      #expect(reason.sentence.en != reason.sentence.fr)
    }
  }
}
