public import TradeModel

/// What is measured: one row of `ControlLists/quantities.csv`.
public struct MeasuredQuantity: Hashable, Sendable, Identifiable {
  /// The end of a stated interval that is meant.
  public enum End: String, Hashable, Sendable, CaseIterable {
    case low, high
  }

  /// The key of the row: `range`, `payload`.
  public let id: String
  /// `length`, `mass`: the units that fit.
  public let measure: String
  /// Which end of a stated interval it is: the lowest operating temperature is the low one.
  public let end: End?
  /// A quantity that data sheets state in its place and that is not the same: it decides nothing, but
  /// tells what to ask.
  public let near: String?
  /// Whether so few entries ask for it that one such value alone points to them.
  public let isTelling: Bool
  /// For sentences.
  public let name: BilingualText
}
