public import TradeModel

/// What a list of cases shows of one: a projection of the case, kept beside the trail.
public struct CaseSummary: Hashable, Sendable {
  public let id: CaseID
  public let state: Case.State
  /// The decision, once there is one.
  public let decision: CaseDecision.Kind?
  /// `nil` where the transaction states none, or what was recorded was erased.
  public let reference: String?
  public let assignee: Actor?
  public let due: Day?
  /// Findings of the dossier being worked on.
  public let findings: Int
  /// Those that nobody has concluded on.
  public let openFindings: Int
  public let opened: Timestamp
  /// When it was decided.
  public let decided: Timestamp?

  public init(
    id: CaseID, state: Case.State, decision: CaseDecision.Kind?, reference: String?,
    assignee: Actor?, due: Day?, findings: Int, openFindings: Int, opened: Timestamp,
    decided: Timestamp?
  ) {
    self.id = id
    self.state = state
    self.decision = decision
    self.reference = reference
    self.assignee = assignee
    self.due = due
    self.findings = findings
    self.openFindings = openFindings
    self.opened = opened
    self.decided = decided
  }

  /// The summary of a case; `nil` for one without entries.
  public init?(_ case: Case) {
    guard let first = `case`.history.first else { return nil }
    self.init(
      id: `case`.id, state: `case`.state, decision: `case`.decision?.value.kind,
      reference: `case`.reference, assignee: `case`.assignee, due: `case`.due,
      findings: `case`.dossier?.findings.count ?? 0, openFindings: `case`.openCount,
      opened: first.time, decided: `case`.decision?.time)
  }
}

/// Which cases a list shows.
public struct CaseFilter: Hashable, Sendable {
  public var state: Case.State?
  public var assignee: Actor?
  /// Those due before this day.
  public var dueBefore: Day?
  public var reference: String?

  public init(
    state: Case.State? = nil, assignee: Actor? = nil, dueBefore: Day? = nil,
    reference: String? = nil
  ) {
    self.state = state
    self.assignee = assignee
    self.dueBefore = dueBefore
    self.reference = reference
  }

  /// Whether the list shows it.
  public func admits(_ summary: CaseSummary) -> Bool {
    (state == nil || summary.state == state)
      && (assignee == nil || summary.assignee == assignee)
      && (dueBefore.map { day in summary.due.map { $0 < day } ?? false } ?? true)
      && (reference == nil || summary.reference == reference)
  }
}
