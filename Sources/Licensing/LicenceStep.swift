public import KnowledgeBase
public import TradeModel

/// One rule held against one item, with what came of it.
public struct LicenceStep: Hashable, Sendable {
  /// What the rule does to the answer.
  public enum Effect: Hashable, Sendable {
    /// It asks for nothing here.
    case passes
    /// It cannot be decided. The outcome says how strict not knowing is.
    case open(Outcome, LicenceGap)
    /// It asks for a licence, or bars the supply.
    case requires(Outcome)
  }

  /// What sort of rule it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A reason for control against the Country Chart, or against the destinations it names.
    case reason
    /// A rule that closes nearly all of a territory.
    case embargo
    /// A rule that closes a territory for some goods.
    case embargoedGoods = "embargoed-goods"
    /// Measures against a territory that are not held here.
    case measures
    /// A list in commodity codes that closes the destination.
    case commodityList = "commodity-list"
    /// A list entry as such.
    case entry
    /// Which entry the item falls under, as stated.
    case classification
    case endUse = "end-use"
    /// The posture of a supplier arrangement.
    case regime
    case destination
    /// What other findings leave open.
    case unsettled
  }

  /// What sort of rule it is.
  public let kind: Kind
  /// What it does to the answer.
  public let effect: Effect
  /// Half a sentence without its rule: ``sentence`` adds rule, date and facts.
  public let text: BilingualText
  /// The provision, as one writes it; empty where the step rests on the transaction alone.
  public let rule: String
  /// The date of the text behind it; `nil` when none is stated.
  public let asOf: String?
  /// Paths into the transaction.
  public let facts: [String]
  /// The sources of every row it rests on.
  public let citations: [Citations]
  /// For ``Kind/reason``: the reason for control.
  public let reason: String?

  init(
    _ kind: Kind, _ effect: Effect, _ text: BilingualText, rule: String = "", asOf: String? = nil,
    facts: [String], citations: [Citations] = [], reason: String? = nil
  ) {
    self.kind = kind
    self.effect = effect
    self.text = text
    self.rule = rule
    self.asOf = asOf
    self.facts = facts
    self.citations = citations
    self.reason = reason
  }

  /// A step that another finding leaves open: it rests on the transaction alone.
  public static func unsettled(_ text: BilingualText, _ outcome: Outcome, facts: [String]) -> Self {
    LicenceStep(.unsettled, .open(outcome, .finding(text)), text, facts: facts)
  }

  /// How strict the step is by itself; `no-licence-required` when it passes.
  public var outcome: Outcome {
    switch effect {
    case .passes: .noLicenceRequired
    case .open(let outcome, _), .requires(let outcome): outcome
    }
  }

  /// Whether the step asks for a licence or bars the supply.
  public var isRequirement: Bool { if case .requires = effect { true } else { false } }

  /// What is missing, where the step is open.
  public var gap: LicenceGap? { if case .open(_, let gap) = effect { gap } else { nil } }

  /// The whole sentence, with its rule, the date of its text and the facts it rests on.
  public var sentence: BilingualText {
    let list = facts.joined(separator: ", ")
    let english = [
      rule, rule.isEmpty ? "" : asOf.map { "text of \($0)" } ?? "text without a date",
      facts.isEmpty ? "" : "rests on \(list)",
    ].filter { !$0.isEmpty }
    let french = [
      rule, rule.isEmpty ? "" : asOf.map { "texte du \($0)" } ?? "texte sans date",
      facts.isEmpty ? "" : "repose sur \(list)",
    ].filter { !$0.isEmpty }
    return BilingualText(
      en: english.isEmpty ? "\(text.en)." : "\(text.en) (\(english.joined(separator: "; "))).",
      fr: french.isEmpty ? "\(text.fr)." : "\(text.fr) (\(french.joined(separator: " ; "))).")
  }
}
