/// How stated control codes stand to what the commodity code and the description suggest.
///
/// It raises questions and settles nothing: words can mislead, and the pointers behind the commodity
/// codes were checked by nobody.
public struct StatedCodeConsistency: Hashable, Sendable {
  /// How the words of the description stand to the stated codes.
  public enum Words: Hashable, Sendable {
    /// No code of an entry is stated, or the words lead nowhere: nothing to compare.
    case silent
    /// A candidate has a stated code.
    case fit
    /// Candidates have a stated code only of the lowest US control (`2B991`), and stricter ones beside.
    case lowerControl
    /// No candidate has a stated code.
    case elsewhere
  }

  /// How the words stand to the stated codes.
  public let words: Words
  /// The sorts of goods that pointers have for the stated entries, where the stated commodity code is of
  /// another sort; empty when it is not, or when no pointer tells.
  public let expectedSorts: [GoodsSort]
}

/// Sorts of goods by chapters of the Harmonized System: coarse enough that only a plain contradiction
/// between a control code and a commodity code shows.
///
/// Source: Harmonized System 2022, sections I to XXI, put together by the project.
public enum GoodsSort: Hashable, Sendable, CaseIterable {
  case chemicals, materials, machines, others

  /// The sort of the chapter of `code`.
  public init(_ code: CommodityCode) {
    switch Int(code.prefix(2)) ?? 0 {
    case 25...40: self = .chemicals
    case 50...63, 68...83: self = .materials
    case 84...93: self = .machines
    default: self = .others
    }
  }
}

extension ControlCatalogue {
  /// Compares the codes that are stated for an item with what else is known of it.
  ///
  /// - Parameter stated: As written; codes that no list here has are passed over.
  public func consistency(
    ofStated stated: [String], code: CommodityCode?, with suggestions: GoodsSuggestions
  ) -> StatedCodeConsistency {
    let codes = stated.map { entries(for: $0) }.flatMap { answer in
      answer.entries.map(\.code) + answer.hints.flatMap { $0.controlCodes + $0.mtcrItems }
    }
    let full = Set(codes.filter { !Self.isLowestControl($0) })
    let candidates = suggestions.words.candidates
    let words: StatedCodeConsistency.Words =
      if codes.isEmpty || candidates.isEmpty {
        .silent
      } else if candidates.contains(where: { !full.isDisjoint(with: $0.family.codes) }) {
        .fit
      } else if candidates.contains(where: { !Set(codes).isDisjoint(with: $0.family.codes) }) {
        .lowerControl
      } else {
        .elsewhere
      }
    return StatedCodeConsistency(
      words: words, expectedSorts: code.map { contradicted($0, by: full) } ?? [])
  }

  private func contradicted(_ code: CommodityCode, by stated: Set<String>) -> [GoodsSort] {
    let sorts = Set(
      hints.filter { hint in
        !stated.isDisjoint(with: hint.controlCodes) || !stated.isDisjoint(with: hint.mtcrItems)
      }.compactMap { $0.code.map { GoodsSort($0) } })
    return sorts.contains(GoodsSort(code)) ? [] : GoodsSort.allCases.filter(sorts.contains)
  }

  /// US entries in 99 are controlled for anti-terrorism only. Source: 15 CFR 738.2(d)(1).
  private static func isLowestControl(_ code: String) -> Bool {
    !code.contains(".") && code.dropFirst(2).hasPrefix("99")
  }
}
