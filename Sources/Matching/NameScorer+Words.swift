import NameAnalysis
import NameIndex
import TradeModel

// How alike two words are, and what is left of their worth.
extension NameScorer {
  /// What a word is still worth, in hundredths, when that part of it differs: straight between the
  /// policy's values at tenths.
  mutating func kept(_ difference: Int) -> Int {
    let (low, high, from) =
      switch difference {
      case ..<10: (100, weights.keptAtTenth, 0)
      case ..<20: (weights.keptAtTenth, weights.keptAtTwoTenths, 10)
      default: (weights.keptAtTwoTenths, weights.keptAtThreeTenths, 20)
      }
    return max(0, low + (high - low) * (difference - from) / 10)
  }

  /// Patronymics share their endings; only what stands before tells fathers apart.
  mutating func compareFathers(_ i: Int, _ j: Int) -> PartComparison {
    let whole = compare(i, j)
    guard whole.kind != .same else { return whole }
    return PartComparison.compare(
      Self.father(subject[i].text), Self.father(listed[j].text),
      most: weights.mostDifference, with: spelling
    ).asSimilar
  }

  /// What stands before `ovich`, `yevna`, `evitj`: up to the last `v`, without the vowels before it.
  static func father(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let isV = { (letter: UInt8) in letter == UInt8(ascii: "v") || letter == UInt8(ascii: "w") }
    guard var end = text.lastIndex(where: isV) else { return text }
    while end > 2, "aeiouyj".utf8.contains(text[end - 1]) { end -= 1 }
    return end > 1 ? UnsafeBufferPointer(rebasing: text[..<end]) : text
  }

  mutating func compare(_ i: Int, _ j: Int) -> PartComparison {
    let place = comparisons.place(question: question, part: i, token: listed[j].token)
    if let answer = comparisons.answer(at: place) {
      return PartComparison(
        kind: PartComparison.Kind(rawValue: UInt8(answer >> 7)) ?? .none,
        difference: answer & 127)
    }
    let result = PartComparison.compare(
      subject[i].text, listed[j].text, most: weights.mostDifference, with: spelling,
      least: spelling.least(subject[i].mask, listed[j].mask),
      haveDigits: LetterMask.haveDigits(subject[i].mask, listed[j].mask))
    comparisons.store(Int(result.kind.rawValue) << 7 | result.difference, at: place)
    return result
  }
}
