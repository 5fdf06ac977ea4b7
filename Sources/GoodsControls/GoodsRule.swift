public import KnowledgeBase
public import TradeModel

/// Goods that a list names by commodity code, or in words where it gives no code.
public struct GoodsRule: Hashable, Sendable, Identifiable {
  /// The tier of the Common High Priority List; 1 is the most wanted.
  public enum Tier: String, Hashable, Sendable, CaseIterable, Comparable {
    case tier1 = "1"
    case tier2 = "2"
    case tier3A = "3.A"
    case tier3B = "3.B"
    case tier4A = "4.A"
    case tier4B = "4.B"

    public static func < (lhs: Tier, rhs: Tier) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The row's key: `CHPL-854231`.
  public let id: String
  /// The list that names the goods.
  public let list: ControlList
  /// `nil` when the list names the goods without a code.
  public let code: CommodityCode?
  /// The list writes `ex` before the code: only some goods of the code are meant, and a person must
  /// compare them with ``item``.
  public let isPartial: Bool
  /// Own short wording.
  public let item: BilingualText
  /// For the Common High Priority List; `nil` for the others.
  public let tier: Tier?
  /// The tier in words.
  public let tierTitle: BilingualText?
  /// The date of the text behind it.
  public let asOf: String
  /// The sources of the row.
  public let citations: Citations
}

/// A rule that a stated commodity code meets.
public struct GoodsMatch: Hashable, Sendable {
  /// How sure it is that the stated code means the listed goods.
  public enum Precision: Hashable, Sendable {
    /// The stated code is the rule's or a subdivision of it.
    case covered
    /// The stated code is shorter than the rule's and takes it in: the goods may or may not be meant,
    /// the full code must be asked for.
    case statedTooShort
  }

  /// The rule that was met.
  public let rule: GoodsRule
  /// Whether the whole stated code is meant.
  public let precision: Precision
}
