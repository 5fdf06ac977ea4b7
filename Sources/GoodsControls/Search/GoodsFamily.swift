public import TradeModel

/// Entries of several lists that are looked at together, because the same goods may fall under them.
///
/// That they belong together is the project's own reading; what each entry asks stands in the entry.
public struct GoodsFamily: Hashable, Sendable, Identifiable {
  /// The row of `ControlLists/goods-words.csv`, or the code of an entry that no row names.
  public let id: String
  /// What the goods are, in own short wording.
  public let title: BilingualText
  /// When `false`, the French title is the English one.
  public let hasFrench: Bool
  /// Whether everyday articles are made of such goods or are called like them, so that a word of
  /// everyday articles speaks against: carbon fibre is, a gyroscope is not.
  public let isEverydayToo: Bool
  /// The entries that were read, by list: MTCR, United States, Union, Annex II.
  public let entries: [ControlEntry]
  /// Entries that nobody checked; never cited.
  public let unread: [GoodsHint]

  /// Every code, each once: those of ``entries``, then those of ``unread``.
  public var codes: [String] {
    var codes: [String] = []
    for code in entries.map(\.code) + unread.flatMap({ $0.controlCodes + $0.mtcrItems })
    where !codes.contains(code) {
      codes.append(code)
    }
    return codes
  }

  /// The codes of ``entries`` by list, in their order.
  public var codesByList: [(list: ControlList, codes: [String])] {
    Self.byList(entries.map { ($0.list, [$0.code]) })
  }

  /// The codes of ``unread`` by list.
  public var unreadByList: [(list: ControlList, codes: [String])] {
    Self.byList(
      unread.compactMap { hint in hint.list.map { ($0, hint.mtcrItems + hint.controlCodes) } })
  }

  private static func byList(
    _ pairs: [(ControlList, [String])]
  ) -> [(list: ControlList, codes: [String])] {
    pairs.map(\.0).withoutRepeats.map { list in
      (list, pairs.filter { $0.0 == list }.flatMap(\.1).withoutRepeats)
    }
  }

  /// Those of ``codes`` that are item numbers of the MTCR Annex.
  var mtcrItems: [String] {
    entries.filter { $0.list.id == .mtcr }.map(\.code) + unread.flatMap(\.mtcrItems)
  }

  /// Whether all of it is software (D) or technology (E).
  var isIntangible: Bool {
    codes.allSatisfy { code in
      let letter = code.contains(".") ? code.split(separator: ".")[1] : code.dropFirst().prefix(1)
      return letter == "D" || letter == "E"
    }
  }
}
