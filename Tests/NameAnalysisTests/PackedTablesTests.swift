import Testing
import TradeModel

@testable import NameAnalysis

struct NumberTableTests {
  @Test(arguments: [0, 1, 2, 5, 63, 64, 65, 1000, 40_000])
  func `finds what was put in and nothing else`(_ count: Int) {
    var generator = SeededGenerator(seed: 7)
    var entries: [UInt32: Int] = [:]
    // Some keys close together, as the numbers of numerals are.
    for number in 0..<count {
      entries[
        number % 3 == 0 ? UInt32(number) : UInt32.random(in: .min ... .max, using: &generator)] =
        number
    }
    let table = NumberTable(entries)
    #expect(table.count == entries.count)
    #expect(entries.allSatisfy { table[$0.key] == $0.value })
    for _ in 0..<1000 {
      let key = UInt32.random(in: .min ... .max, using: &generator)
      #expect(table[key] == entries[key], "seed 7, key \(key)")
    }
    for key in [0, 1, UInt32.max - 1, UInt32.max] { #expect(table[key] == entries[key]) }
  }

  @Test func `keys of 64 bits with equal beginnings are told apart`() {
    let table = NumberTable<UInt64, Int>([0: 1, 1: 2, .max: 3, .max - 1: 4])
    #expect([0, 1, 2, .max - 1, .max].map { table[$0] } == [1, 2, nil, 4, 3])
  }
}

struct TaggedWordsTests {
  private func tag(_ group: UInt32) -> NameAnalysis.Tag {
    NameAnalysis.Tag(role: .generic, group: group, place: .any, isPhrase: false)
  }

  @Test func `of two tags for a word and kind the first stays`() {
    var words = TaggedWords()
    words.add(Array("bank".utf8), tag(1), for: [.organisation])
    words.add(Array("bank".utf8), tag(2), for: [.organisation, .unknown])
    words.close()
    #expect(words.tag(Array("bank".utf8), for: .organisation) == tag(1))
    #expect(words.tag(Array("bank".utf8), for: .unknown) == tag(2))
    #expect(words.tag(Array("bank".utf8), for: .person) == nil)
    #expect(words.tag(Array("banks".utf8), for: .unknown) == nil)
  }

  @Test func `the longest word is told for each kind`() {
    var words = TaggedWords()
    words.add(Array("von".utf8), tag(1), for: [.person])
    words.add(Array("shipyard".utf8), tag(2), for: [.organisation])
    #expect(TaggedWords.Kind.allCases.map(words.longestKey) == [3, 8, 0, 0])
  }
}

struct ByteStringsTests {
  @Test func `gives back what was appended, empty ones too`() {
    var strings = ByteStrings()
    let texts = ["abc", "", "d", String(repeating: "x", count: 300)]
    for text in texts { strings.append(text.utf8) }
    strings.close()
    #expect(strings.count == texts.count)
    #expect((0..<strings.count).map { String(decoding: strings[$0], as: UTF8.self) } == texts)
  }

  @Test func `a group without a text has none`() {
    let texts = GroupTexts([7: "seven".utf8, 0: "".utf8])
    #expect(texts[7].map { Array($0) } == Array("seven".utf8))
    #expect(texts[0]?.isEmpty == true)
    #expect(texts[8] == nil)
    #expect(GroupTexts()[0] == nil)
  }
}

struct ScalarTableTests {
  @Test func `more readings than a cell can number are kept all the same`() {
    var table = ScalarTable()
    for scalar in UInt32(0)..<70_000 { table[scalar] = UInt64(scalar) << 32 | 1 }
    table[69_999] |= ScalarTable.Cell.startsPair
    table.close()
    let wrong = (UInt32(0)..<69_999).filter { table[$0] != UInt64($0) << 32 | 1 }
    #expect(wrong.isEmpty)
    #expect(table[69_999] == 69_999 << 32 | 1 | ScalarTable.Cell.startsPair)
    #expect(table[80_000] == 0)
    #expect(table[0x11_0000] == 0)
  }

  @Test func `an entry made anew replaces the old one`() {
    var table = ScalarTable()
    table[0x44F] = 5
    table[0x450] = 5
    table[0x44F] = 6
    table.close()
    #expect([0x44E, 0x44F, 0x450].map { table[$0] } == [0, 6, 5])
  }
}

struct NameCountsTests {
  @Test func `counts add up and stop at the greatest number`() {
    var counts = NameCounts(persons: .max - 1, organisations: 2)
    counts += NameCounts(persons: 5, organisations: 3)
    #expect(counts == NameCounts(persons: .max, organisations: 5))
    #expect(counts.count(for: .unknown) == Int(UInt32.max) + 5)
    #expect(counts.count(for: .organisation) == 5)
  }
}
