public import KnowledgeBase

/// A lead that nobody checked: it may steer what a person looks at, and supports nothing.
///
/// It has no citations and cannot have any, so it cannot be shown as if the law said so.
public struct GoodsHint: Hashable, Sendable, Identifiable {
  /// The file and key of the row: `ControlLists/unverified/hs-hints.csv/HINT-841111`.
  public let id: String
  /// The list whose entry it is about, when it is about one that nobody read.
  public let list: ControlList?
  /// The commodity code it starts from, if it does.
  public let code: CommodityCode?
  /// In English: what the goods might be, what to check.
  public let text: String
  /// Entries to look at, by code.
  public let controlCodes: [String]
  /// MTCR items to look at, by number.
  public let mtcrItems: [String]
  /// Where to check it, if that is known.
  public let checkIn: [KnowledgeSource]
}
