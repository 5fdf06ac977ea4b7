import Listings
import QuiviveTestKit
import Testing
import TradeModel

@testable import Matching

/// The expected values are worked out by hand in the comments.
struct OFACPolicyTests {
  static func pattern(_ text: String) -> LetterPattern {
    let pattern = LetterPattern(alphabet: 128)
    pattern.prepare(text.unicodeScalars.map(\.value))
    return pattern
  }

  static func jaro(_ a: String, _ b: String) -> Double {
    b.unicodeScalars.map(\.value).withUnsafeBufferPointer { pattern(a).jaro($0) }
  }

  static func winkler(_ a: String, _ b: String, gate: Double) -> Double {
    b.unicodeScalars.map(\.value).withUnsafeBufferPointer { pattern(a).winkler($0, gate: gate) }
  }

  @Test(
    arguments: [
      // 6 of 6 and 6 letters, one exchange: (1 + 1 + 5/6) / 3
      ("MARTHA", "MARHTA", 17.0 / 18),
      // 4 of 5 and 8, none exchanged: (4/5 + 4/8 + 1) / 3
      ("DIXON", "DICKSONX", 23.0 / 30),
      // 4 of 6 and 5: (4/6 + 4/5 + 1) / 3
      ("DWAYNE", "DUANE", 37.0 / 45),
      // 1 of 4 and 4: (1/4 + 1/4 + 1) / 3
      ("ABCD", "AXYZ", 0.5),
      ("ABCD", "WXYZ", 0.0), ("", "A", 0.0), ("A", "", 0.0), ("A", "A", 1.0),
    ] as [(String, String, Double)])
  func `Jaro's measure`(_ a: String, _ b: String, _ expected: Double) {
    #expect(abs(Self.jaro(a, b) - expected) < 1e-12)
    #expect(abs(Self.jaro(b, a) - expected) < 1e-12)
  }

  @Test func `Winkler's measure adds a tenth of the rest for each letter of the beginning`() {
    // 17/18 + 3 × 0.1 × 1/18
    #expect(abs(Self.winkler("MARTHA", "MARHTA", gate: 0.7) - 17.3 / 18) < 1e-12)
    // The gate: 0.5 + 1 × 0.1 × 0.5 only without it.
    #expect(Self.winkler("ABCD", "AXYZ", gate: 0.7) == 0.5)
    #expect(abs(Self.winkler("ABCD", "AXYZ", gate: -1) - 0.55) < 1e-12)
    // Four letters at most: (5/6 + 5/6 + 1) / 3 = 8/9, and 0.4 of the ninth that is missing.
    #expect(abs(Self.winkler("ABCDEF", "ABCDEX", gate: 0.7) - (8.0 / 9 + 0.4 / 9)) < 1e-12)
  }

  /// The same measure with a flag for each letter, as its definition reads.
  static func plainJaro(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let window = max(0, max(a.count, b.count) / 2 - 1)
    var used = Array(repeating: false, count: a.count)
    var matched: [UInt32] = []
    for (place, letter) in b.enumerated() {
      let first = max(0, place - window)
      let last = min(a.count - 1, place + window)
      guard first <= last else { continue }
      if let found = (first...last).first(where: { !used[$0] && a[$0] == letter }) {
        used[found] = true
        matched.append(letter)
      }
    }
    guard !matched.isEmpty else { return 0 }
    let own = a.indices.filter { used[$0] }.map { a[$0] }
    let exchanged = zip(own, matched).count { $0 != $1 }
    let same = Double(matched.count)
    return
      (same / Double(a.count) + same / Double(b.count) + (same - Double(exchanged / 2)) / same) / 3
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `texts of every length are measured as the definition reads`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pattern = LetterPattern(alphabet: 8)
    for _ in 0..<400 {
      let a = (0..<Int.random(in: 0...150, using: &random)).map { _ in
        UInt32.random(in: 0..<8, using: &random)
      }
      let b = (0..<Int.random(in: 0...150, using: &random)).map { _ in
        UInt32.random(in: 0..<8, using: &random)
      }
      pattern.prepare(a)
      let measured = b.withUnsafeBufferPointer { pattern.jaro($0) }
      #expect(measured == Self.plainJaro(a, b), "seed \(seed): \(a) \(b)")
    }
  }

  @Test func `words are upper case, without apostrophes, commas and periods`() {
    func words(_ name: String) -> [String] {
      OFACSpelling(name).words.map { String(String.UnicodeScalarView($0)) }
    }
    #expect(words("O'Karan, J.R. al-Seldu") == ["OKARAN", "JR", "AL", "SELDU"])
    #expect(words("  Straße/7a ") == ["STRASSE", "7A"])
    #expect(words("—") == [])
    #expect(OFACSpelling("Al Bo Karan").telling.count == 1)
    #expect(OFACSpelling("Al Bo").telling.count == 2)
  }

  static func score(_ asked: String, _ listed: [String], _ kind: PartyKind = .person) throws -> Int
  {
    let designation = try PartyMatcherTests.designation(
      "1", kind, listed.map { ListedName(.primary, $0) })
    let matcher = try PartyMatcherTests.matcher([designation], policy: .ofac)
    let match = matcher.session().match(
      of: Subject(kind: kind, names: [asked]), withParty: 0)
    #expect(match.weight.tenthsOfBit == match.score(under: .ofac).value)
    return match.score(under: .ofac).value
  }

  @Test func `the greater of whole string and words is the score`() throws {
    #expect(try Self.score("Martha", ["MARHTA"]) == 961)
    // Words 0.5; the whole string without the gate 0.55.
    #expect(try Self.score("ABCD", ["AXYZ"]) == 550)
    // 0.456 is below a half, so the word has no counterpart; whole: 0.456 + 0.1 × 0.544.
    #expect(try Self.score("ABCDE", ["AVWXYZ"]) == 510)
    // Other first letters: the words alone, in any order.
    #expect(try Self.score("Karan Martha", ["Marhta Karan"]) == 981)
    // The best of all names.
    #expect(try Self.score("Martha", ["Quorvin", "Marhta", "Martha"]) == 1000)
    // Words of two letters say nothing beside a longer one.
    #expect(try Self.score("Bo Martha", ["Martha"]) == 1000)
    #expect(try Self.score("ZZZ", ["Martha"]) == 0)
  }

  @Test func `a subject without letters matches nothing`() throws {
    let designation = try PartyMatcherTests.designation(
      "1", .person, [ListedName(.primary, "Martha")])
    let session = try PartyMatcherTests.matcher([designation], policy: .ofac).session()
    #expect(session.matches(for: Subject(kind: .person, names: ["—", ""])).isEmpty)
    let match = session.match(of: Subject(kind: .person, names: ["—"]), withParty: 0)
    #expect(match.score(under: .ofac) == Score(0))
  }

  @Test(arguments: [UInt64(4), 5])
  func `the scan finds what single comparisons give, from the floor on`(seed: UInt64) throws {
    var names = InventedNames(seed: seed)
    let designations = try (0..<60).map {
      try PartyMatcherTests.designation(
        "\($0)", .organisation,
        [ListedName(.primary, names.name()), ListedName(.alias, names.name())])
    }
    let session = try PartyMatcherTests.matcher(designations, policy: .ofac).session()
    for designation in designations {
      let subject = Subject(kind: .person, names: [names.slip(in: designation.displayName)])
      let found = session.matches(for: subject)
      let single = designations.indices.map { session.match(of: subject, withParty: $0) }
        .filter { $0.score(under: .ofac) >= MatchPolicy.ofac.floor }
      #expect(Set(found) == Set(single), "seed \(seed): \(subject.names)")
      #expect(found.map(\.weight) == found.map(\.weight).sorted(by: >))
    }
  }

  @Test func `facts besides names say nothing`() throws {
    var designation = try PartyMatcherTests.designation(
      "1", .person, [ListedName(.primary, "Martha Karan")])
    designation.birthDates = [PartialDate(text: "1960", start: .init(year: 1960))]
    var subject = Subject(kind: .vessel, names: ["Martha Karan"])
    subject.birthDates = [PartialDate(text: "1990", start: .init(year: 1990))]
    let match = try PartyMatcherTests.matcher([designation], policy: .ofac).session()
      .match(of: subject, withParty: 0)
    #expect(match.score(under: .ofac) == Score(1000))
  }

  @Test func `the reason tells both measures in both languages`() throws {
    let designation = try PartyMatcherTests.designation(
      "1", .person, [ListedName(.primary, "Marhta Quorvin")])
    let match = try PartyMatcherTests.matcher([designation], policy: .ofac).session()
      .match(of: Subject(kind: .person, names: ["Martha Zzz"]), withParty: 0)
    let sentence = try #require(match.reasons.first).sentence
    // Words: (0.961 + 0) / 2.
    #expect(sentence.en.contains("per-token=0.481"))
    #expect(sentence.fr.contains("per-token=0,481"))
    #expect(sentence.en.contains("“MARTHA” is nearest to “MARHTA” (0.961)"))
    #expect(sentence.en.contains("“ZZZ” is near no listed word"))
    #expect(sentence.fr.contains("«\u{A0}MARTHA\u{A0}» est au plus proche de"))
  }
}
