import NameAnalysis
import QuiviveTestKit

@testable import NameIndex

/// Whether two readings meet, computed from the two alone and by the textbook: what an index of many
/// must agree with.
struct PairRelation {
  private var strengths: [[[UInt8]]: Int] = [:]

  mutating func meet(_ a: NameReading, _ b: NameReading) -> Bool {
    let first = Self.words(a)
    let second = Self.words(b)
    let totals = [first, second].map { $0.reduce(0) { $0 + Self.weight($1) } }
    return min(sum(first, second), sum(second, first))
      >= PackedNameIndex.bar(totals[0], totals[1])
  }

  private mutating func sum(_ a: [[UInt8]], _ b: [[UInt8]]) -> Int {
    var sum = 0
    for word in a {
      var best = 0
      for other in b { best = max(best, strength(word, other)) }
      sum += best
    }
    return sum
  }

  mutating func strength(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if let known = strengths[[a, b]] { return known }
    let strength = Self.strength(a, b)
    strengths[[a, b]] = strength
    return strength
  }

  private static func weight(_ text: [UInt8]) -> Int {
    PlainNames.reader.tokens.entry(text).packedWeight
  }

  private static func words(_ reading: NameReading) -> [[UInt8]] {
    LeadingParts(of: reading).places.map { reading.parts[$0].text }
  }

  private static func strength(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let weight = min(weight(a), weight(b))
    if a == b { return weight }
    var best = 0
    func raise(_ kind: TokenLink.Kind, _ telling: Int) {
      best = max(best, kind.strength(weight, telling: telling))
    }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    let group = PlainNames.reader.tokens.entry(a).group
    if group != 0, group == PlainNames.reader.tokens.entry(b).group { raise(.variant, 0) }
    if TokenLink.isAffixLongEnough(short.count, of: long.count), short.count < long.count,
      long.starts(with: short) || long.reversed().starts(with: short.reversed())
    {
      raise(.affix, short.count)
    }
    guard !TokenLink.isNumber(a), !TokenLink.isNumber(b) else { return best }
    let edits = EditDistanceTests.byTable(a, b)
    if edits <= TokenLink.edits(forLength: long.count) {
      raise(edits == 1 ? .oneEdit : .twoEdits, short.count)
    }
    if let skeletons = skeletons(a, b), skeletons.0.hash == skeletons.1.hash {
      let sounds = skeletons.0.sounds
      let alone = [Set(a).subtracting(b).count, Set(b).subtracting(a).count].max() ?? 0
      if TokenLink.mayShareSkeleton(a.count, b.count, sounds: sounds),
        alone <= TokenLink.otherLetters(sounds: sounds)
      {
        raise(.skeleton, sounds)
      }
    }
    return best
  }

  private static func skeletons(
    _ a: [UInt8], _ b: [UInt8]
  ) -> ((hash: UInt32, sounds: Int), (hash: UInt32, sounds: Int))? {
    guard let first = a.withUnsafeBufferPointer(TokenLink.skeleton),
      let second = b.withUnsafeBufferPointer(TokenLink.skeleton)
    else { return nil }
    return (first, second)
  }
}
