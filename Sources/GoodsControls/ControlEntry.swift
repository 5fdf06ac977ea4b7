public import KnowledgeBase
public import TradeModel

/// One entry of a control list, by code, as cited.
public struct ControlEntry: Hashable, Sendable, Identifiable {
  /// A reason for control with its scope and column of the Country Chart.
  public struct Control: Hashable, Sendable {
    public let reason: ReasonForControl
    /// Which part of the entry: `entire entry`, or the beginning of the part's text.
    public let scope: String
    /// `NS 1`; `nil` when the control does not use the chart.
    public let chartColumn: String?
    /// Destinations, where the control names them instead of a column.
    public let destinations: String?
    public let reference: String?
    public let citations: Citations
  }

  /// `us-ccl/2B001`.
  public var id: String { "\(list.id.rawValue)/\(code)" }
  public let list: ControlList
  /// As the list writes it: `2B001`, `9.A.3`, `II.A2.002`.
  public let code: String
  /// Own short wording, not the text of the law. ``hasFrench`` tells whether there is a French one.
  public let title: BilingualText
  /// When `false`, the French title is the English one and should be marked as such.
  public let hasFrench: Bool
  public let regime: Regime?
  /// The threshold in words, where the entry has one.
  public let threshold: String?
  /// The thresholds as figures; empty does not mean that there are none.
  public let parameters: [ControlParameter]
  public let reasons: [ReasonForControl]
  public let controls: [Control]
  /// Whether all (`true`) or none of it is MTCR Category I; `nil` outside the MTCR.
  public let isCategoryI: Bool?
  /// The date of the text behind it.
  public let asOf: String
  public let citations: Citations
}

/// What is known of a control code that somebody stated.
///
/// A stated code is a claim: that an entry exists does not make the item fall under it, and a code
/// that no list here has may still be real.
public struct ControlCodeAnswer: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// At least one cited entry has this code.
    case listed
    /// Only rows that nobody checked have it: look it up in the list itself.
    case unverified
    /// `EAR99`, `NLR`, `not listed`: the statement is that no list has the item.
    case statedAsUnlisted
    /// The code has the form of a list's codes, but no list here has it.
    case unknown
    /// Not a code of any list known here.
    case unreadable
  }

  /// As stated.
  public let stated: String
  public let kind: Kind
  /// The code of the entry, without the paragraph.
  public let code: String?
  /// What follows the entry's code: `b.2` of `2B001.b.2`. Entries are known here, paragraphs not.
  public let paragraph: String?
  /// In the order of the lists.
  public let entries: [ControlEntry]
  public let hints: [GoodsHint]
}
