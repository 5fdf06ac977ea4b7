public import FileFormats
public import TradeModel

/// A signed statement that the trail had this head at this time.
///
/// Whoever holds one outside can tell later whether the trail was cut off or written anew: a chain
/// alone only shows that its links fit each other.
public struct AuditCheckpoint: Hashable, Sendable {
  /// The entries that the trail had.
  public let sequence: Int
  /// The hash of the last of them.
  public let head: Digest
  /// When it was signed.
  public let time: Timestamp
  /// Who signed.
  public let key: Ed25519.PublicKey
  /// Over the canonical form of the other members.
  public let signature: [UInt8]

  /// The name and version of the document's form.
  public static let schema = "quivive.checkpoint/1"

  /// Signs the head of a trail.
  public init(sequence: Int, head: Digest, time: Timestamp, key: Ed25519.PrivateKey) {
    self.sequence = sequence
    self.head = head
    self.time = time
    self.key = key.publicKey
    signature = key.signature(
      of: Self.statement(sequence: sequence, head: head, time: time, key: key.publicKey).canonical)
  }

  /// Reads what ``json`` wrote; `nil` when it is no checkpoint. The signature is not verified yet.
  public init?(_ json: JSONValue) {
    guard json["schema"]?.string == Self.schema, let sequence = json["sequence"]?.int,
      let head = json["head"]?.string.flatMap({ Digest(hex: $0) }),
      let time = json["time"]?.string.flatMap({ Timestamp($0) }),
      let key = json["key"]?.string.flatMap({ Ed25519.PublicKey(hex: $0) }),
      let signature = json["signature"]?.string.flatMap({ Hexadecimal.bytes(of: $0) })
    else { return nil }
    self.sequence = sequence
    self.head = head
    self.time = time
    self.key = key
    self.signature = signature
  }

  /// Whether ``key`` signed this.
  public var isSigned: Bool {
    key.verifies(
      signature,
      of: Self.statement(sequence: sequence, head: head, time: time, key: key).canonical)
  }

  /// The whole document.
  public var json: JSONValue {
    let statement = Self.statement(sequence: sequence, head: head, time: time, key: key)
    return .object(
      (statement.object ?? []) + [.init("signature", .string(Hexadecimal.text(of: signature)))])
  }

  private static func statement(
    sequence: Int, head: Digest, time: Timestamp, key: Ed25519.PublicKey
  ) -> JSONValue {
    .members([
      "schema": .string(schema), "sequence": .int(sequence), "head": .string(head.hex),
      "time": .string(time.description), "key": .string(key.hex),
    ])
  }
}
