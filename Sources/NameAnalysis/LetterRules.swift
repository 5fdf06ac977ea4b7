/// Rules that rewrite folded Latin letters: the longest that fits at a place, from left to right.
///
/// `^` before the letters of a rule binds it to the beginning of the word, `$` behind them to its end.
struct LetterRules: Sendable {
  /// Letters and reading lie in ``blob``, one after the other, so that trying a rule touches no array
  /// of its own.
  private struct Rule: Sendable {
    var start: Int
    var count: Int
    var readingCount: Int
    var atStart: Bool
    var atEnd: Bool
    /// Longer rules first, of equal length the bound ones.
    var rank: Int { count * 4 + (atStart ? 2 : 0) + (atEnd ? 1 : 0) }
  }

  private var blob: [UInt8] = []
  private var rules: [[Rule]] = Array(repeating: [], count: 26)

  /// Adds a rule; `false` when it has no letters or other signs than letters.
  mutating func add(_ pattern: some Collection<UInt8>, reading: some Collection<UInt8>) -> Bool {
    var letters = Array(pattern)
    let atStart = letters.first == 0x5E
    if atStart { letters.removeFirst() }
    let atEnd = letters.last == 0x24
    if atEnd { letters.removeLast() }
    let isLetter = { (byte: UInt8) in byte &- 0x61 < 26 }
    guard let first = letters.first, letters.allSatisfy(isLetter), reading.allSatisfy(isLetter)
    else { return false }
    let rule = Rule(
      start: blob.count, count: letters.count, readingCount: reading.count, atStart: atStart,
      atEnd: atEnd)
    blob.append(contentsOf: letters)
    blob.append(contentsOf: reading)
    let place = Int(first - 0x61)
    let at = rules[place].firstIndex { $0.rank < rule.rank } ?? rules[place].count
    rules[place].insert(rule, at: at)
    return true
  }

  /// Appends the bytes `range` of `text` rewritten; what no rule names stays.
  ///
  /// - Parameter isCollapsing: equal letters in a row are written once.
  func append(
    _ text: [UInt8], _ range: Range<Int>, isCollapsing: Bool, to result: inout [UInt8]
  ) {
    let start = result.count
    func put(_ byte: UInt8) {
      if isCollapsing, result.count > start, result[result.count - 1] == byte { return }
      result.append(byte)
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let place = Int(byte &- 0x61)
      if place < 26, let rule = rules[place].first(where: { fits($0, text, index, range) }) {
        let reading = rule.start + rule.count
        for place in reading..<(reading + rule.readingCount) { put(blob[place]) }
        index += rule.count
      } else {
        put(byte)
        index += 1
      }
    }
  }

  private func fits(
    _ rule: Rule, _ text: [UInt8], _ index: Int, _ range: Range<Int>
  ) -> Bool {
    let end = index + rule.count
    guard end <= range.upperBound, !rule.atStart || index == range.lowerBound,
      !rule.atEnd || end == range.upperBound
    else { return false }
    for step in 1..<max(1, rule.count) where text[index + step] != blob[rule.start + step] {
      return false
    }
    return true
  }
}
