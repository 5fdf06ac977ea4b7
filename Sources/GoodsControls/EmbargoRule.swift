public import KnowledgeBase
public import TradeModel

/// A rule that closes a territory, wholly or for some goods.
public struct EmbargoRule: Hashable, Sendable, Identifiable {
  /// How much the rule closes.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nearly everything.
    case comprehensive
    /// The goods of named lists.
    case listedGoods = "listed-goods"
    /// Arms and related items.
    case arms
  }

  /// The key of the row.
  public let id: String
  /// The territory that is closed; a region's own rules stand beside those of its state.
  public let territory: TerritoryID
  /// `US`, `EU`: whose rule it is. It binds whom that law binds.
  public let jurisdiction: String
  /// How much the rule closes.
  public let kind: Kind
  /// What follows where the rule applies.
  public let outcome: Outcome
  /// Which items.
  public let scope: BilingualText
  /// What is barred or needs a licence, as half a sentence.
  public let rule: BilingualText
  /// The provision, as one writes it: `31 CFR 560.204`.
  public let citation: String
  /// `nil` when the data does not say.
  public let inForceFrom: String?
  /// The date of the text behind it.
  public let asOf: String
  /// The sources of the row.
  public let citations: Citations
}
