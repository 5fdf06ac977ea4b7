import NameIndex
import QuiviveTestKit
import Testing

@testable import Matching

struct SpellingDistanceTests {
  private static func distance(_ one: String, _ other: String, limit: Int = 200) -> Int {
    Array(one.utf8).withUnsafeBufferPointer { a in
      Array(other.utf8).withUnsafeBufferPointer { b in
        SpellingDistance().distance(a, b, limit: limit)
      }
    }
  }

  private static func mask(_ word: String) -> UInt32 {
    Array(word.utf8).withUnsafeBufferPointer { LetterMask.of($0) }
  }

  @Test(arguments: [
    ("kornarov", "komarov"), ("saicl", "said"), ("ravvi", "rawi"), ("rn", "m"), ("arna", "ama"),
  ])
  func `two letters that look like one cost less than a letter`(_ one: String, _ other: String) {
    #expect(Self.distance(one, other) == 8)
    #expect(Self.distance(other, one) == 8)
    #expect(Self.distance(one, other, limit: 8) == 8)
  }

  @Test(arguments: [("kornarov", "konarov"), ("acle", "ale"), ("avva", "ava")])
  func `a letter of such a pair left out costs what a letter costs`(
    _ one: String, _ other: String
  ) {
    #expect([4, 10].contains(Self.distance(one, other)))
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func `it is symmetric, and never less than what the letters alone tell`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let spelling = SpellingDistance()
    let letters = Array("rnmcldvwaeioh10".utf8)
    for _ in 0..<3000 {
      func word() -> String {
        let count = Int.random(in: 1...9, using: &random)
        return String(
          decoding: (0..<count).map { _ in letters.randomElement(using: &random) ?? 0x61 },
          as: UTF8.self)
      }
      let (one, other) = (word(), word())
      let distance = Self.distance(one, other)
      #expect(distance == Self.distance(other, one), "seed \(seed): \(one) \(other)")
      #expect(
        distance >= spelling.least(Self.mask(one), Self.mask(other)),
        "seed \(seed): \(one) \(other)")
      #expect(Self.distance(one, one) == 0)
      for limit in [4, 10, 20, 30] where distance <= limit {
        #expect(
          Self.distance(one, other, limit: limit) == distance, "seed \(seed): \(one) \(other)")
      }
    }
  }
}
