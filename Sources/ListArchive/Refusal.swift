public import FileFormats
import Listings
public import TradeModel

/// A file that was not taken, and why: one line of `refusals.jsonl`.
public struct Refusal: Hashable, Sendable {
  /// When it was refused.
  public let at: Timestamp
  /// The path or address.
  public let from: String
  /// Of the file as received; `nil` when nothing was received.
  public let sha256: Digest?
  /// A ``ListFormatError/Reason``, or `fetch` when the publisher could not be asked.
  public let reason: String
  /// What is wrong and where, for people.
  public let message: String

  public init(at: Timestamp, from: String, sha256: Digest?, reason: String, message: String) {
    self.at = at
    self.from = from
    self.sha256 = sha256
    self.reason = reason
    self.message = message
  }

  /// The line of `refusals.jsonl`.
  public var json: JSONValue {
    .members([
      "at": .string(at.description), "from": .string(from),
      "sha256": sha256.map { .string($0.hex) }, "reason": .string(reason),
      "message": .string(message),
    ])
  }

  init?(_ json: JSONValue) {
    guard let at = json["at"]?.string.flatMap({ Timestamp($0) }), let from = json["from"]?.string,
      let reason = json["reason"]?.string, let message = json["message"]?.string
    else { return nil }
    self.init(
      at: at, from: from, sha256: json["sha256"]?.string.flatMap { Digest(hex: $0) },
      reason: reason, message: message)
  }
}
