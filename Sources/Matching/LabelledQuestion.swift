/// A subject of which somebody knows which listed parties it is.
public struct LabelledQuestion: Sendable {
  /// The party that is asked for.
  public let subject: Subject
  /// The ids of the listed parties that are right; empty when nobody listed is.
  public let expected: Set<String>

  public init(subject: Subject, expected: Set<String>) {
    self.subject = subject
    self.expected = expected
  }
}
