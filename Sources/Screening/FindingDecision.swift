public import TradeModel

/// A recorded decision that concerns a finding, and whether it applies to it.
public struct FindingDecision: Hashable, Sendable {
  /// The decision's id: `G3`.
  public let id: String
  /// ``applies``, or why not.
  public let standing: String
  /// A whole sentence: who decided what, when, for which reason and until when.
  public let text: BilingualText

  /// The standing of a decision that applies.
  public static let applies = "applies"

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

extension RedFlagScreening.Report {
  /// The flags, those quieted that nothing but quieted hits raises.
  ///
  /// - Parameters:
  ///   - hits: the findings of the screening of parties.
  ///   - again: asks the rules again with some of them left out.
  func findings(_ hits: [Finding], again: ([Finding]) -> [Finding]) -> [Finding] {
    let loud = hits.filter { !$0.isQuieted }
    guard loud.count < hits.count else { return findings }
    // A rule raises one flag for each party: the heading names it.
    func key(_ flag: Finding) -> [String] { [flag.rule ?? "", flag.title.en] }
    let remaining = Set(again(loud).map(key))
    let decisions = hits.filter(\.isQuieted).flatMap(\.decisions)
      .filter { $0.standing == FindingDecision.applies }.map(\.id).uniqued()
    let notes = decisions.map { id in
      FindingDecision(
        id: id, standing: FindingDecision.applies,
        text: BilingualText(
          en: "Only hits that decision \(id) quiets raise this flag.",
          fr: "Seules des correspondances en sourdine par la décision \(id) lèvent ce signal."))
    }
    return findings.map { remaining.contains(key($0)) ? $0 : $0.with(notes, isQuieted: true) }
  }
}
