import NameAnalysis

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
      if distance <= limit {
        // Two letters in place of two others make most syllables alike.
        let difference = distance * 10 / longer
        if difference <= most { return PartComparison(kind: .similar, difference: difference) }
      }
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
