import NameIndex

/// How two folded words compare, by their letters alone.
struct PartComparison {
  enum Kind: UInt8 {
    case none, same, similar, affix
  }

  let kind: Kind
  /// For similar words: the part of the longer one that differs, in hundredths.
  let difference: Int

  /// Equal in what was compared, where that was not the whole word.
  var asSimilar: PartComparison {
    kind == .same ? PartComparison(kind: .similar, difference: 2) : self
  }

  /// The difference, in hundredths, at which words of one consonant skeleton count.
  private static let sameConsonants = 20

  /// Whether both words have digits, and not the same ones in the same order: `4u` is not `5u`. A
  /// digit in one of them alone is a misread letter.
  static func haveOtherDigits(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func next(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt8? {
      while place < text.count {
        defer { place += 1 }
        if text[place] &- 0x30 < 10 { return text[place] }
      }
      return nil
    }
    var (i, j) = (0, 0)
    guard var one = next(a, &i), var other = next(b, &j) else { return false }
    while one == other {
      let (nextOne, nextOther) = (next(a, &i), next(b, &j))
      guard let nextOne, let nextOther else { return nextOne != nil || nextOther != nil }
      (one, other) = (nextOne, nextOther)
    }
    return true
  }

  static let none = PartComparison(kind: .none, difference: 100)

  /// - Parameters:
  ///   - most: the largest difference that still counts as similar, in hundredths.
  ///   - least: what their distance is known to be at least, in tenths of a letter.
  ///   - haveDigits: `false` where it is known that one of them has none.
  static func compare(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, most: Int,
    with spelling: SpellingDistance, least: Int = 0, haveDigits: Bool = true
  ) -> PartComparison {
    if a.elementsEqual(b) { return PartComparison(kind: .same, difference: 0) }
    if haveDigits, haveOtherDigits(a, b) { return .none }
    let longer = max(a.count, b.count)
    let shorter = min(a.count, b.count)
    if shorter >= 2, longer >= 3 {
      let limit = longer * most / 10
      let distance = least > limit ? limit + 1 : spelling.distance(a, b, limit: limit)
      var difference = distance <= limit ? distance * 10 / longer : 100
      // Other romanisations change many letters and keep the consonants.
      if difference > sameConsonants, most >= sameConsonants, shorter >= 5, longer - shorter <= 4,
        let skeleton = ConsonantSkeleton.hash(a, least: 3), skeleton == ConsonantSkeleton.hash(b)
      {
        difference = sameConsonants
      }
      if difference <= most { return PartComparison(kind: .similar, difference: difference) }
    }
    if shorter >= 3, longer > shorter {
      let (short, long) = a.count < b.count ? (a, b) : (b, a)
      if long.prefix(shorter).elementsEqual(short) {
        return PartComparison(kind: .affix, difference: 100 - shorter * 100 / longer)
      }
    }
    return .none
  }
}
