public import KnowledgeBase
public import TradeModel

/// A rule that closes a territory, wholly or for some goods.
public struct EmbargoRule: Hashable, Sendable, Identifiable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nearly everything.
    case comprehensive
    /// The goods of named lists.
    case listedGoods = "listed-goods"
    /// Arms and related items.
    case arms
  }

  /// What follows, in the words of the dossier's outcomes.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case prohibited
    case licenceRequiredDenialLikely = "licence-required-denial-likely"
    case licenceRequired = "licence-required"
  }

  public let id: String
  public let territory: TerritoryID
  /// `US`, `EU`: whose rule it is. It binds whom that law binds.
  public let jurisdiction: String
  public let kind: Kind
  public let outcome: Outcome
  /// Which items.
  public let scope: BilingualText
  public let rule: BilingualText
  public let citation: String
  /// `nil` when the data does not say.
  public let inForceFrom: String?
  public let asOf: String
  public let citations: Citations
}
