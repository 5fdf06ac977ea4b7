/// The single words of legal forms, so that a form whose words are out of order, damaged, cut or torn
/// apart is still a form: `OBSHCHESTVO S OTVETSTVENNOSTIU OGRANICHENNOI`, `LIABILITY COMPANY`.
///
/// From `form-words.tsv`. Words that stand in forms alone count wherever they are (`liability`); words
/// that mean something else as well count beside another word of a form (`stock`).
struct FormWords: Sendable {
  /// A word of forms, and how near the writing came to it.
  struct Find {
    let group: UInt32
    /// The class that a form of several words takes is that of its word of the highest rank.
    let rank: Int
    let standsAlone: Bool
  }

  /// Shorter words are taken as written only: one letter makes another word of them.
  static let shortestDamaged = 7
  /// From here on two faults leave the word recognisable.
  static let shortestTwiceDamaged = 11
  /// Between words of forms a shorter word may be damaged too: `JOINT STCOK COMPANY`.
  static let shortestBeside = 5
  private static let shortestCut = 4
  private static let longest = 40

  private var exact = ByteTable(minimumCapacity: 1024)
  private var beginnings = ByteTable(minimumCapacity: 2048)
  /// Hashes of the words with one and two letters left out, to the word's number.
  private var gaps = NumberTable<UInt64, UInt32>([:])
  /// The same with one letter left out, for words that count beside others only.
  private var gapsBeside = NumberTable<UInt64, UInt32>([:])
  /// What becomes of them while words are added.
  private var addedGaps: [UInt64: UInt32] = [:]
  private var addedGapsBeside: [UInt64: UInt32] = [:]
  private var words = ByteStrings()
  private var finds: [Find] = []
  private var ranks: [UInt32: Int] = [:]

  /// The rank of a class; forms that `form-words.tsv` does not break up stand above plain `company`.
  func rank(of group: UInt32) -> Int { ranks[group] ?? 1 }

  /// Adds a word; what is added first wins.
  mutating func add(_ text: [UInt8], group: UInt32, rank: Int, standsAlone: Bool) {
    guard exact.value(of: text, text.indices) == nil, text.count <= Self.longest else { return }
    ranks[group] = rank
    let number = UInt32(finds.count)
    exact.set(text, number)
    finds.append(Find(group: group, rank: rank, standsAlone: standsAlone))
    words.append(text)
    guard standsAlone else {
      guard text.count >= Self.shortestBeside - 1 else { return }
      let letters = Gapped(text, text.indices)
      letters.one { if addedGapsBeside[$0] == nil { addedGapsBeside[$0] = number } }
      if addedGapsBeside[letters.whole] == nil { addedGapsBeside[letters.whole] = number }
      return
    }
    if text.count > Self.shortestCut {
      for length in Self.shortestCut..<text.count {
        if beginnings.value(of: text, 0..<length) == nil { beginnings.set(text[..<length], number) }
      }
    }
    guard text.count >= Self.shortestDamaged - 1 else { return }
    let letters = Gapped(text, text.indices)
    letters.one { if addedGaps[$0] == nil { addedGaps[$0] = number } }
    if addedGaps[letters.whole] == nil { addedGaps[letters.whole] = number }
    guard text.count >= Self.shortestTwiceDamaged - 2 else { return }
    letters.two { if addedGaps[$0] == nil { addedGaps[$0] = number } }
  }

  /// Makes the added words ready to be found.
  mutating func close() {
    gaps = NumberTable(addedGaps)
    gapsBeside = NumberTable(addedGapsBeside)
    addedGaps = [:]
    addedGapsBeside = [:]
    exact.close()
    beginnings.close()
    words.close()
    finds = finds.exact
  }

  func find(_ text: [UInt8], _ range: Range<Int>) -> Find? {
    exact.value(of: text, range).map { finds[Int($0)] }
  }

  /// The word that the letters begin, where a field was too short for it.
  func cut(_ text: [UInt8], _ range: Range<Int>) -> Find? {
    beginnings.value(of: text, range).map { finds[Int($0)] }
  }

  /// The word that one slip, or in a long word two, made these letters of.
  func damaged(_ text: [UInt8], _ range: Range<Int>) -> Find? {
    guard range.count >= Self.shortestDamaged, range.count <= Self.longest else { return nil }
    let letters = Gapped(text, range)
    var found: UInt32?
    func look(_ hash: UInt64, _ most: Int) {
      guard found == nil, let number = gaps[hash] else { return }
      if Self.edits(text, range, words[Int(number)]) <= most { found = number }
    }
    look(letters.whole, 1)
    letters.one { look($0, 1) }
    if found == nil, range.count >= Self.shortestTwiceDamaged {
      look(letters.whole, 2)
      letters.one { look($0, 2) }
      letters.two { look($0, 2) }
    }
    return found.map { finds[Int($0)] }
  }

  /// The word of forms that one slip made these letters of, where words of forms stand beside them.
  func damagedBeside(_ text: [UInt8], _ range: Range<Int>) -> Find? {
    guard range.count >= Self.shortestBeside, range.count <= Self.longest else { return nil }
    let letters = Gapped(text, range)
    var found: UInt32?
    func look(_ hash: UInt64) {
      guard found == nil, let number = gapsBeside[hash] else { return }
      if Self.edits(text, range, words[Int(number)]) <= 1 { found = number }
    }
    look(letters.whole)
    letters.one(look)
    return found.map { finds[Int($0)] }
  }

  /// Insertions, deletions, exchanges and swaps of neighbours between two words.
  private static func edits(_ text: [UInt8], _ range: Range<Int>, _ other: ArraySlice<UInt8>) -> Int
  {
    let start = other.startIndex - 1
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in 1...range.count {
      let letter = text[range.lowerBound + row - 1]
      var line = [row]
      line.reserveCapacity(last.count)
      for column in 1...other.count {
        let same = letter == other[start + column]
        var least = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, letter == other[start + column - 1],
          text[range.lowerBound + row - 2] == other[start + column]
        {
          least = min(least, before[column - 2] + 1)
        }
        line.append(least)
      }
      before = last
      last = line
    }
    return last[other.count]
  }
}

/// The hashes of a word with one or two letters left out, each in constant time.
private struct Gapped {
  private var prefixes: [UInt64] = [0]
  private var powers: [UInt64] = [1]
  private let count: Int
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(_ text: [UInt8], _ range: Range<Int>) {
    count = range.count
    prefixes.reserveCapacity(count + 1)
    powers.reserveCapacity(count + 1)
    for place in range {
      prefixes.append(prefixes[prefixes.count - 1] &* Self.base &+ UInt64(text[place]) &+ 1)
      powers.append(powers[powers.count - 1] &* Self.base)
    }
  }

  var whole: UInt64 { prefixes[count] }

  private func run(_ range: Range<Int>) -> UInt64 {
    prefixes[range.upperBound] &- prefixes[range.lowerBound] &* powers[range.count]
  }

  func one(_ take: (UInt64) -> Void) {
    for gap in 0..<count {
      let rest = (gap + 1)..<count
      take(prefixes[gap] &* powers[rest.count] &+ run(rest))
    }
  }

  func two(_ take: (UInt64) -> Void) {
    guard count > 2 else { return }
    for first in 0..<(count - 1) {
      for second in (first + 1)..<count {
        let middle = (first + 1)..<second
        let rest = (second + 1)..<count
        take(
          (prefixes[first] &* powers[middle.count] &+ run(middle)) &* powers[rest.count]
            &+ run(rest))
      }
    }
  }
}
