public import KnowledgeBase
public import TradeModel

/// One entry of a control list, by code, as cited.
public struct ControlEntry: Hashable, Sendable, Identifiable {
  /// A reason for control with its scope and column of the Country Chart.
  public struct Control: Hashable, Sendable {
    /// Why the entry is controlled: national security, missile technology.
    public let reason: ReasonForControl
    /// Which part of the entry: `entire entry`, or the beginning of the part's text.
    public let scope: String
    /// `NS 1`; `nil` when the control does not use the chart.
    public let chartColumn: String?
    /// Destinations, where the control names them instead of a column.
    public let destinations: String?
    /// The provision that sets the control, where the table has one.
    public let reference: String?
    /// The sources of the row of this control.
    public let citations: Citations
  }

  /// `us-ccl/2B001`.
  public var id: String { "\(list.id.rawValue)/\(code)" }
  /// The list whose entry it is.
  public let list: ControlList
  /// As the list writes it: `2B001`, `9.A.3`, `II.A2.002`.
  public let code: String
  /// Own short wording, not the text of the law. ``hasFrench`` tells whether there is a French one.
  public let title: BilingualText
  /// When `false`, the French title is the English one and should be marked as such.
  public let hasFrench: Bool
  /// The supplier arrangement behind it; `nil` where the table names none.
  public let regime: Regime?
  /// The threshold in words, where the entry has one.
  public let threshold: String?
  /// The thresholds as figures; empty does not mean that there are none.
  public let parameters: [ControlParameter]
  /// Conditions that a person answers; empty does not mean that there are none.
  public let wordConditions: [WordCondition]
  /// Without repeats; from ``controls`` where the list gives those.
  public let reasons: [ReasonForControl]
  /// Reasons with scope and chart column; empty for lists that have none.
  public let controls: [Control]
  /// Whether all (`true`) or none of it is MTCR Category I; `nil` outside the MTCR.
  public let isCategoryI: Bool?
  /// The date of the text behind it.
  public let asOf: String
  /// The sources of the entry's row.
  public let citations: Citations
}

/// What is known of a control code that somebody stated.
///
/// A stated code is a claim: that an entry exists does not make the item fall under it, and a code
/// that no list here has may still be real.
public struct ControlCodeAnswer: Hashable, Sendable {
  /// How far a stated code is known here.
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
  /// How far the code is known here.
  public let kind: Kind
  /// The code of the entry, without the paragraph.
  public let code: String?
  /// What follows the entry's code: `b.2` of `2B001.b.2`. Entries are known here, paragraphs not.
  public let paragraph: String?
  /// In the order of the lists.
  public let entries: [ControlEntry]
  /// Rows that nobody checked and that have the code; never to be cited.
  public let hints: [GoodsHint]
}
