public import TradeModel

/// What an item's commodity code and description suggest, from three sources that are kept apart.
///
/// Ranked by what they can carry: a list that is written in commodity codes controls or warns by
/// itself; words that a description shares with entries are a lead with reasons; a pointer by commodity
/// code was checked by nobody.
public struct GoodsSuggestions: Hashable, Sendable {
  /// Rules of lists that are written in commodity codes.
  public let listed: [GoodsMatch]
  /// From the words of the description.
  public let words: GoodsIndex.Answer
  /// From the commodity code, unverified and never to be cited; those of ``words`` first.
  public let pointers: [GoodsHint]

  /// Codes that a pointer and a candidate both name: two independent leads to one entry.
  public var agreeing: [String] {
    let pointed = Set(pointers.flatMap { $0.controlCodes + $0.mtcrItems })
    return words.candidates.flatMap(\.family.codes).filter { pointed.contains($0) }.withoutRepeats
  }
}

extension ControlCatalogue {
  /// What `description` and `code` suggest.
  ///
  /// - Parameters:
  ///   - languages: In which to read the description; both when it is not known.
  ///   - kind: What the item is, where stated.
  public func suggestions(
    for description: String?, code: CommodityCode? = nil,
    languages: [Language] = Language.allCases, kind: ItemKind? = nil
  ) -> GoodsSuggestions {
    let answer = goods.candidates(for: description ?? "", languages: languages, kind: kind)
    let codes = Set(answer.candidates.flatMap(\.family.codes))
    let pointers = (code.map { hints(for: $0) } ?? []).filter {
      !$0.controlCodes.isEmpty || !$0.mtcrItems.isEmpty
    }
    func agrees(_ hint: GoodsHint) -> Bool {
      (hint.controlCodes + hint.mtcrItems).contains { codes.contains($0) }
    }
    return GoodsSuggestions(
      listed: code.map { listedByCommodityCode($0) } ?? [], words: answer,
      pointers: pointers.filter(agrees) + pointers.filter { !agrees($0) })
  }
}
