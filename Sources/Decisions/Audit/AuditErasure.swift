public import FileFormats

/// The act of erasing what entries recorded, itself an entry.
public struct AuditErasure: Hashable, Sendable {
  /// The entries whose bodies are erased, in order.
  public let sequences: [Int]
  /// Why: the rule of retention that ended, or the request.
  public let reason: String

  /// ``AuditEntry/kind`` of an erasure.
  public static let kind = "audit.erased"

  public init(sequences: [Int], reason: String) {
    self.sequences = sequences.sorted()
    self.reason = reason
  }

  /// Reads what ``json`` wrote.
  public init?(_ json: JSONValue) {
    guard let sequences = json["sequences"]?.array, let reason = json["reason"]?.string else {
      return nil
    }
    let numbers = sequences.compactMap(\.int)
    guard numbers.count == sequences.count else { return nil }
    self.init(sequences: numbers, reason: reason)
  }

  /// The body of the entry.
  public var json: JSONValue {
    .members(["sequences": .array(sequences.map(JSONValue.int)), "reason": .string(reason)])
  }
}
