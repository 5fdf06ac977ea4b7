public import FileFormats
public import TradeModel

/// One event of a case with who, when, and where in the audit trail.
public struct CaseEntry: Hashable, Sendable {
  /// The place in the audit trail.
  public let sequence: Int
  /// When, by the clock of the machine that wrote it.
  public let time: Timestamp
  /// Who.
  public let actor: Actor
  /// ``AuditEntry/kind``.
  public let kind: String
  /// `nil` when what was recorded was erased, or cannot be read by this program.
  public let event: CaseEvent?
  /// Whether it was erased.
  public let isErased: Bool
  /// Members of what was recorded that this program does not know.
  public let unknownMembers: [String]

  /// - Parameter body: what the entry recorded; `nil` when it was erased.
  public init(_ entry: AuditEntry, body: JSONValue?) {
    sequence = entry.sequence
    time = entry.time
    actor = entry.actor
    kind = entry.kind
    let event = body.flatMap { CaseEvent(kind: entry.kind, json: $0) }
    self.event = event
    isErased = body == nil
    unknownMembers = body.flatMap { event?.unknownMembers(of: $0) } ?? []
  }
}
