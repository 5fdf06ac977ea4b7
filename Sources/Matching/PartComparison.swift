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

  static let none = PartComparison(kind: .none, difference: 100)

  /// - Parameter most: the largest difference that still counts as similar, in hundredths.
  static func compare(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, most: Int,
    with spelling: SpellingDistance
  ) -> PartComparison {
    if a.elementsEqual(b) { return PartComparison(kind: .same, difference: 0) }
    let longer = max(a.count, b.count)
    let shorter = min(a.count, b.count)
    if shorter >= 2, longer >= 3 {
      let limit = longer * most / 10
      let distance = spelling.distance(a, b, limit: limit)
      var difference = distance <= limit ? distance * 10 / longer : 100
      // Other romanisations change many letters and keep the consonants.
      if difference > sameConsonants, shorter >= 5, longer - shorter <= 4,
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
