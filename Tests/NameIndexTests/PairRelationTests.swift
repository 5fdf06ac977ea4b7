import NameAnalysis
import QuiviveTestKit
import Testing
import TradeModel

@testable import NameIndex

struct PairRelationTests {
  /// Names in several spellings and orders, with joined and cut words, as lists and customers write
  /// them.
  static let written = [
    "Mohammad Karomin Ali", "Muhammad Karomin", "Mohammad Ali", "Ali Muhammad Seldu", "Ali Ali",
    "Ali", "Khodzhaev Ivan", "Hojaev Ivan", "Chodschajew", "Abdulrahman Horzan",
    "Abd al Rahman Horzan", "Abdul Rahman", "Rowhani Ivan", "Ruhani Ivan", "Tekhnoexport Trading",
    "Techno Export Trading Company", "Tekhnoeksport", "Peluga 12 Ltd", "Peluga 13 Ltd",
    "12 Peluga", "T3sharo Works", "Tesharo Works", "Tesharo Wroks", "A B", "A C Ltd", "Ltd",
    "Trading Company", "International Trading Company", "General Trading International",
    "Shevchenkov", "Schewtschenkow", "Shevchenko Ivanovich", "aaaa aaab", "aaba",
  ]

  /// Real-like names, invented ones, and slips in both.
  static func names(_ seed: UInt64) throws -> [NameReading] {
    var invented = InventedNames(seed: seed)
    let plain = written + (0..<40).map { _ in invented.name() }
    let slips = plain.map { invented.slip(in: $0) }
    return (plain + slips + slips.map { invented.slip(in: $0) })
      .compactMap { PlainNames.analyse($0, .organisation).readings.first }
  }

  static func index(of readings: [NameReading]) throws -> PackedNameIndex {
    var builder = NameIndexBuilder(model: PlainNames.reader.tokens)
    for reading in readings {
      _ = builder.add(
        reading, weights: reading.parts.map { PlainNames.reader.weight($0, .organisation) })
    }
    let bytes = builder.finish()
    return try PackedNameIndex(ByteRegion(copying: bytes), in: 0..<bytes.count)
  }

  static func text(_ reading: NameReading) -> String {
    reading.parts.map(\.spelling).joined(separator: " ")
  }

  @Test(arguments: [UInt64(61), 62], [7, NameSearch.blockLength])
  func `an index finds what meets by the two names alone, and nothing else`(
    seed: UInt64, block: Int
  ) throws {
    let readings = try Self.names(seed)
    let search = NameSearch(
      try Self.index(of: readings), model: PlainNames.reader.tokens, blockLength: block)
    var relation = PairRelation()
    var pairs = 0
    for question in readings {
      var found: [UInt32] = []
      search.appendUnits(meeting: question, to: &found)
      let expected = readings.indices.filter { relation.meet(question, readings[$0]) }
      #expect(
        found.map(Int.init).sorted() == expected, "seed \(seed): \(Self.text(question))")
      pairs += expected.count
    }
    #expect(pairs > readings.count)
  }

  @Test func `the strength of two words is the same from either side`() throws {
    var relation = PairRelation()
    let words = Set(try Self.names(63).flatMap { $0.parts.map(\.text) })
    for a in words {
      for b in words { #expect(relation.strength(a, b) == relation.strength(b, a)) }
    }
  }

  /// Names of common words, so many that their postings are not read to the end.
  @Test(arguments: [100, NameSearch.blockLength])
  func `what is read in part only is completed`(block: Int) throws {
    var invented = InventedNames(seed: 71)
    let common = ["ali", "mohammad", "muhammad", "ivan", "trading", "general", "aly", "ivana"]
    var names = ["Ali", "Mohammad Ali", "Seldu Ali Mohammad Ivan"]
    for number in 0..<3000 {
      var words = (0..<3).map { common[(number / (1 + $0 * 3) + $0) % common.count] }
      if number % 5 == 0 { words.append(invented.word()) }
      names.append(words.joined(separator: " "))
    }
    let readings = names.compactMap { PlainNames.analyse($0, .organisation).readings.first }
    let search = NameSearch(
      try Self.index(of: readings), model: PlainNames.reader.tokens, blockLength: block)
    var relation = PairRelation()
    var completed = 0
    for question in readings.prefix(40) {
      var found: [UInt32] = []
      search.appendUnits(meeting: question, to: &found)
      completed += search.statistics.completed
      let expected = readings.indices.filter { relation.meet(question, readings[$0]) }
      #expect(found.map(Int.init).sorted() == expected, "\(Self.text(question))")
    }
    #expect(completed > 0)
    var found: [UInt32] = []
    let question = try #require(PlainNames.analyse("Seldu Ali Mohammad", .person).readings.first)
    search.appendUnits(meeting: question, to: &found)
    // `ali` and `mohammad` together are below the bar of long names.
    let linked = ["ali", "aly", "mohammad", "muhammad"]
    let all = readings.flatMap(\.parts).filter { linked.contains($0.spelling) }
    #expect(search.statistics.postings < all.count)
  }

  @Test func `a reading is found at its rank, by its number`() throws {
    let readings = try Self.names(65)
    let index = try Self.index(of: readings)
    for (number, reading) in readings.enumerated() {
      let rank = index.rank(ofUnit: number)
      #expect(index.unit(ofRank: rank) == number)
      #expect(index.parts(ofRank: rank) == index.parts(ofUnit: number))
      let texts = index.parts(ofRank: rank).map { Array(index.text(of: index.part($0))) }
      #expect(texts == reading.parts.map(\.text))
    }
  }

  @Test func `what was asked before does not change what is found`() throws {
    let readings = try Self.names(64)
    let index = try Self.index(of: readings)
    let search = NameSearch(index, model: PlainNames.reader.tokens)
    for question in readings + readings.reversed() {
      var again: [UInt32] = []
      search.appendUnits(meeting: question, to: &again)
      var fresh: [UInt32] = []
      NameSearch(index, model: PlainNames.reader.tokens)
        .appendUnits(meeting: question, to: &fresh)
      #expect(again.sorted() == fresh.sorted())
    }
  }
}
