public import TradeModel

/// A recorded decision that concerns a finding, and whether it applies to it.
public struct FindingDecision: Hashable, Sendable {
  /// The decision's id: `G3`.
  public let id: String
  /// `applies`, or why not.
  public let standing: String
  /// A whole sentence: who decided what, when, for which reason and until when.
  public let text: BilingualText

  public init(id: String, standing: String, text: BilingualText) {
    self.id = id
    self.standing = standing
    self.text = text
  }
}

extension Finding {
  /// The finding with the decisions that concern it; counted and shown like any other.
  ///
  /// - Parameter isQuieted: whether they keep it from holding the transaction. Its own outcome is then
  ///   `no-licence-required`; what it would lead to if confirmed stays.
  public func with(_ decisions: [FindingDecision], isQuieted: Bool) -> Finding {
    Finding(
      kind: kind, outcome: isQuieted ? .noLicenceRequired : outcome,
      outcomeIfConfirmed: isQuieted ? outcomeIfConfirmed ?? outcome : outcomeIfConfirmed,
      facts: facts, title: title, explanation: explanation, citations: citations,
      question: isQuieted ? nil : question, hit: hit, rule: rule, severity: severity,
      decisions: decisions, isQuieted: isQuieted)
  }
}

extension ScreeningResult {
  /// The result with other findings in the place of its own: in order, with what would change it.
  public func replacing(_ findings: [Finding]) -> ScreeningResult {
    let ordered = Screener.ordered(findings)
    return ScreeningResult(
      findings: ordered, licences: licences, checked: checked, notChecked: notChecked,
      wouldChange: WouldChange(findings: ordered).sentences)
  }
}
