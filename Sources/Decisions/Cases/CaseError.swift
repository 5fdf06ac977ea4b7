/// Why an act on a case, or on a good-guy decision, is not admitted.
public struct CaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule that refuses it.
  public enum Reason: Hashable, Sendable {
    /// There is no such case, finding, question or decision.
    case unknown
    /// The case is decided; it has to be reopened first.
    case closed
    /// It is not in the state that the act needs.
    case wrongState
    /// The one who proposed would approve.
    case samePerson
    /// Two people have to stand behind it.
    case needsTwo
    /// The written reason is missing.
    case needsRationale
    /// A finding is not settled.
    case findingOpen
    /// A finding was confirmed.
    case confirmed
    /// The reason is none for this kind of finding.
    case wrongReason
    /// What was seen is not what is there now.
    case stale
    /// What was recorded was erased.
    case erased
    /// A day, a name or a text that cannot be taken.
    case badValue
    /// Another open case has the reference.
    case referenceInUse(CaseID)
  }

  /// The rule that refuses it.
  public let reason: Reason
  /// Lower case, no period, input in backticks.
  public let description: String
  /// What to do about it.
  public let help: String?

  public init(_ reason: Reason, _ description: String, help: String? = nil) {
    self.reason = reason
    self.description = description
    self.help = help
  }
}
