import NameAnalysis
import QuiviveTestKit
import Testing
import TradeModel

@testable import NameIndex

struct NameIndexTests {
  static func reading(_ name: String) throws -> NameReading {
    try #require(PlainNames.analyse(name, .organisation).readings.first)
  }

  static func bytes(of names: [String]) throws -> [UInt8] {
    var builder = NameIndexBuilder(model: PlainNames.reader.tokens)
    for name in names {
      let reading = try reading(name)
      _ = builder.add(
        reading, weights: reading.parts.map { PlainNames.reader.weight($0, .organisation) })
    }
    return builder.finish()
  }

  static func index(of names: [String]) throws -> PackedNameIndex {
    let bytes = try bytes(of: names)
    return try PackedNameIndex(ByteRegion(copying: bytes), in: 0..<bytes.count)
  }

  static func meeting(_ name: String, in index: PackedNameIndex) throws -> [Int] {
    var units: [UInt32] = []
    NameSearch(index, model: PlainNames.reader.tokens)
      .appendUnits(meeting: try reading(name), to: &units)
    return units.map(Int.init).sorted()
  }

  static func names(_ seed: UInt64, _ count: Int) -> [String] {
    var names = InventedNames(seed: seed)
    return (0..<count).map { _ in names.name() }
  }

  @Test(arguments: [UInt64(11), 12])
  func `what is stored is found`(seed: UInt64) throws {
    let names = Self.names(seed, 300)
    let index = try Self.index(of: names)
    for (number, name) in names.enumerated() {
      #expect(try Self.meeting(name, in: index).contains(number), "\(seed): \(name)")
    }
  }

  @Test(arguments: [UInt64(21), 22])
  func `two names meet in both directions or in none`(seed: UInt64) throws {
    let first = Self.names(seed, 120)
    var slips = InventedNames(seed: seed + 100)
    let second = first.map { slips.slip(in: $0) } + Self.names(seed + 50, 60)
    let firstIndex = try Self.index(of: first)
    let secondIndex = try Self.index(of: second)
    var forward: Set<[Int]> = []
    var backward: Set<[Int]> = []
    for (a, name) in first.enumerated() {
      for b in try Self.meeting(name, in: secondIndex) { forward.insert([a, b]) }
    }
    for (b, name) in second.enumerated() {
      for a in try Self.meeting(name, in: firstIndex) { backward.insert([a, b]) }
    }
    #expect(forward.count > 60)
    #expect(forward == backward, "seed \(seed)")
  }

  @Test func `whether names meet does not depend on the others in the index`() throws {
    let names = Self.names(31, 150)
    var slips = InventedNames(seed: 32)
    let questions = names.prefix(60).map { slips.slip(in: $0) }
    let whole = try Self.index(of: names)
    let alone = try names.map { try Self.index(of: [$0]) }
    for question in questions {
      let together = try Self.meeting(question, in: whole)
      let apart = try alone.indices.filter { try !Self.meeting(question, in: alone[$0]).isEmpty }
      #expect(together == apart, "\(question)")
    }
  }

  struct Meeting: CustomTestStringConvertible {
    let asked: String
    let listed: String
    let meet: Bool
    var testDescription: String { "\(asked) / \(listed)" }
  }

  static let meetings = [
    Meeting(asked: "Karomin Seldu", listed: "Karomin Seldu", meet: true),
    Meeting(asked: "Seldu Karomin", listed: "Karomin Seldu", meet: true),
    Meeting(asked: "Karomni Seldu", listed: "Karomin Seldu", meet: true),
    Meeting(asked: "Karomin", listed: "Karomin Seldu", meet: true),
    Meeting(asked: "KarominSeldu", listed: "Karomin Seldu", meet: true),
    Meeting(asked: "Karomin Seldu", listed: "KarominSeldu", meet: true),
    Meeting(asked: "Khodzhaev", listed: "Hojaev Khodzaev", meet: true),
    Meeting(asked: "Muhammad", listed: "Mohammad", meet: true),
    Meeting(asked: "Horzan Trading Company", listed: "Peluga Trading Company", meet: false),
    Meeting(asked: "International", listed: "Peluga International", meet: false),
    Meeting(asked: "Horzan Ltd", listed: "Peluga Ltd", meet: false),
    Meeting(asked: "Horzan", listed: "Peluga", meet: false),
  ]

  @Test(arguments: meetings)
  func `half a name leads to it, generic words do not`(_ example: Meeting) throws {
    let index = try Self.index(of: [example.listed])
    #expect(try Self.meeting(example.asked, in: index).isEmpty == !example.meet)
  }

  @Test(arguments: ["karomin", "tesharo", "zanpelu", "brigazan"])
  func `every slip that is allowed is found`(_ word: String) throws {
    let letters = Array(word)
    var slips: [String] = []
    for place in letters.indices {
      for letter in ["a", "q", "z"] {
        slips.append(String(letters[..<place]) + letter + String(letters[(place + 1)...]))
        slips.append(String(letters[..<place]) + letter + String(letters[place...]))
      }
      slips.append(String(letters[..<place]) + String(letters[(place + 1)...]))
    }
    let index = try Self.index(of: slips)
    #expect(try Self.meeting(word, in: index) == Array(slips.indices))
  }

  @Test func `parts come back as they were given`() throws {
    let name = "Karomin 12 Ltd"
    let index = try Self.index(of: ["Other Seldu", name])
    let reading = try Self.reading(name)
    let parts = index.parts(ofUnit: 1).map { index.part($0) }
    #expect(parts.map { Array(index.text(ofToken: $0.token)) } == reading.parts.map(\.text))
    #expect(parts.map(\.role) == reading.parts.map(\.role))
    #expect(parts.map(\.group) == reading.parts.map(\.group))
    let sources = parts.indices.map { index.source(ofPart: $0, ofUnit: 1) }
    #expect(sources.map(\.start) == reading.parts.map(\.source.lowerBound))
    #expect(sources.map(\.length) == reading.parts.map(\.source.count))
  }

  @Test func `the same names give the same bytes`() throws {
    let names = Self.names(41, 100)
    #expect(try Self.bytes(of: names) == Self.bytes(of: names))
  }

  @Test func `damaged bytes are refused or harmless, never a crash`() throws {
    let names = Self.names(51, 12)
    let bytes = try Self.bytes(of: names)
    var refused = 0
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0xFF
      do {
        let index = try PackedNameIndex(ByteRegion(copying: damaged), in: 0..<damaged.count)
        for name in names { _ = try Self.meeting(name, in: index) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }
}
