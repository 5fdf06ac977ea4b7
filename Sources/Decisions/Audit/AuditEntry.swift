public import FileFormats
public import TradeModel

/// One link of the audit trail: who did what, when, and the link before.
///
/// What was done stands in an ``AuditBody`` of its own; the entry holds its commitment. A body can be
/// erased, as law on personal data may ask, and the chain stays verifiable without it
/// (`Documentation/Decisions/0022`).
public struct AuditEntry: Hashable, Sendable {
  /// The place in the trail, counted from 1.
  public let sequence: Int
  /// When, by the clock of the machine that wrote it.
  public let time: Timestamp
  /// Who.
  public let actor: Actor
  /// What kind of act: `case.opened`, `list.imported`.
  public let kind: String
  /// What it concerns, by an id that names no person: `case/C1`.
  public let subject: String
  /// ``AuditBody/commitment`` of what was done.
  public let content: Digest
  /// The ``hash`` of the entry before; ``AuditEntry/origin`` for the first.
  public let previous: Digest

  public init(
    sequence: Int, time: Timestamp, actor: Actor, kind: String, subject: String, content: Digest,
    previous: Digest
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.kind = kind
    self.subject = subject
    self.content = content
    self.previous = previous
  }

  /// What the first entry has before it.
  public static let origin = Digest(bytes: [UInt8](repeating: 0, count: 32))

  /// What the hash is taken of.
  public var json: JSONValue {
    .members([
      "schema": "quivive.audit/1", "sequence": .int(sequence), "time": .string(time.description),
      "actor": .string(actor.name), "kind": .string(kind), "subject": .string(subject),
      "content": .string(content.hex), "previous": .string(previous.hex),
    ])
  }

  /// The SHA-256 of the canonical form of ``json``.
  public var hash: Digest { SHA256.digest(of: json.canonical) }
}

/// What an entry is about, kept apart from it so that it can be erased.
public struct AuditBody: Hashable, Sendable {
  /// Random bytes that keep the commitment from being guessed once the body is gone.
  public let salt: [UInt8]
  /// Canonical JSON.
  public let bytes: [UInt8]

  /// The length of a salt: as many bits as nobody can try.
  public static let saltLength = 16

  public init(salt: [UInt8], bytes: [UInt8]) {
    self.salt = salt
    self.bytes = bytes
  }

  /// - Parameter salt: ``saltLength`` random bytes.
  public init(_ value: JSONValue, salt: [UInt8]) {
    self.init(salt: salt, bytes: value.canonical)
  }

  /// The SHA-256 of the salt and the bytes.
  public var commitment: Digest { SHA256.digest(of: salt + bytes) }

  /// The body as a value; `nil` when the bytes are no JSON.
  public var value: JSONValue? { try? JSONParser.parse(bytes) }
}

/// What is to become an entry.
public struct AuditDraft: Hashable, Sendable {
  /// ``AuditEntry/kind``.
  public let kind: String
  /// ``AuditEntry/subject``.
  public let subject: String
  /// The content of its ``AuditBody``.
  public let body: JSONValue

  public init(kind: String, subject: String, body: JSONValue) {
    self.kind = kind
    self.subject = subject
    self.body = body
  }
}
