public import Decisions
public import FileFormats
import Foundation
import GRDB
public import TradeModel

extension Store {
  /// Adds entries at the end of the audit trail, all or none, and signs a checkpoint when one is due.
  ///
  /// - Returns: the entries; once this returns they are on the disk.
  /// - Complexity: O(*n*) in the drafts.
  @discardableResult
  public func append(
    _ drafts: [AuditDraft], by actor: Actor, at time: Timestamp
  ) throws(StoreError) -> [AuditEntry] {
    try write { try self.append(drafts, by: actor, at: time, in: $0) }
  }

  /// The same within a transaction that also writes other tables.
  func append(
    _ drafts: [AuditDraft], by actor: Actor, at time: Timestamp, in database: Database
  ) throws -> [AuditEntry] {
    guard key != nil else {
      throw StoreError(.refused, "the store was opened for reading")
    }
    var (sequence, head) = try Self.head(database)
    var entries: [AuditEntry] = []
    for draft in drafts {
      var generator = SystemRandomNumberGenerator()
      let salt = (0..<AuditBody.saltLength).map { _ in UInt8.random(in: 0...255, using: &generator)
      }
      let body = AuditBody(draft.body, salt: salt)
      let entry = AuditEntry(
        sequence: sequence + 1, time: time, actor: actor, kind: draft.kind,
        subject: draft.subject, content: body.commitment, previous: head)
      try Self.insert(entry, body, into: database)
      sequence = entry.sequence
      head = entry.hash
      entries.append(entry)
      if sequence.isMultiple(of: checkpointInterval) {
        try checkpoint(sequence: sequence, head: head, at: time, in: database)
      }
    }
    return entries
  }

  /// Signs the head of the trail as it is now.
  ///
  /// - Throws: `refused` when the trail is empty or the store has no key.
  public func checkpoint(at time: Timestamp) throws(StoreError) -> AuditCheckpoint {
    try write { database in
      let (sequence, head) = try Self.head(database)
      guard sequence > 0 else {
        throw StoreError(.refused, "the audit trail is empty", help: "there is nothing to sign yet")
      }
      return try self.checkpoint(sequence: sequence, head: head, at: time, in: database)
    }
  }

  /// The checkpoints of the store, by entry.
  public func checkpoints() throws(StoreError) -> [AuditCheckpoint] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT sequence, document FROM audit_checkpoint ORDER BY sequence, document"
      ).map { row in
        let bytes: [UInt8]? = Data.bytes(row["document"])
        guard let value = bytes.flatMap({ try? JSONParser.parse($0) }),
          let checkpoint = AuditCheckpoint(value)
        else {
          throw StoreError(
            .damaged, "the checkpoint at entry \(row["sequence"] as Int? ?? 0) cannot be read",
            help: "restore the store from a backup")
        }
        return checkpoint
      }
    }
  }

  /// Walks the whole trail in the order of its entries.
  ///
  /// - Complexity: O(*n*) in the entries; one is held at a time.
  public func walkAudit(_ take: (AuditVerification.Stored) throws -> Void) throws(StoreError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT entry.*, body.sequence AS body_sequence, body.salt, body.body
          FROM audit_entry AS entry LEFT JOIN audit_body AS body USING (sequence)
          ORDER BY entry.sequence
          """)
      while let row = try rows.next() { try take(Self.stored(row)) }
      // What was recorded without an entry stands at the end, where no entry is.
      for sequence in try Int.fetchAll(
        database,
        sql: """
          SELECT sequence FROM audit_body WHERE sequence NOT IN (SELECT sequence FROM audit_entry)
          """)
      {
        try take(.init(sequence: sequence, entry: nil, hash: nil, body: nil))
      }
    }
  }

  /// The entries about `subject` with what they recorded, in order; bodies that were erased are `nil`.
  public func entries(
    about subject: String
  ) throws(StoreError) -> [(entry: AuditEntry, body: JSONValue?)] {
    try read { try Self.entries(about: subject, in: $0) }
  }

  static func entries(
    about subject: String, in database: Database
  ) throws -> [(entry: AuditEntry, body: JSONValue?)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT entry.*, body.sequence AS body_sequence, body.salt, body.body
        FROM audit_entry AS entry LEFT JOIN audit_body AS body USING (sequence)
        WHERE entry.subject = ? ORDER BY entry.sequence
        """, arguments: [subject]
    ).map { row in
      let stored = stored(row)
      guard let entry = stored.entry else {
        throw StoreError(
          .damaged, "the audit entry \(stored.sequence) cannot be read",
          help: "run `quivive audit verify`, and restore the store from a backup")
      }
      return (entry, stored.body?.value)
    }
  }

  @discardableResult
  private func checkpoint(
    sequence: Int, head: Digest, at time: Timestamp, in database: Database
  ) throws -> AuditCheckpoint {
    guard let key else { throw StoreError(.refused, "the store was opened for reading") }
    let checkpoint = AuditCheckpoint(sequence: sequence, head: head, time: time, key: key)
    try database.execute(
      sql: "INSERT OR IGNORE INTO audit_checkpoint (sequence, document) VALUES (?, ?)",
      arguments: [sequence, Data(checkpoint.json.canonical)])
    return checkpoint
  }

  private static func head(_ database: Database) throws -> (sequence: Int, hash: Digest) {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1")
    else { return (0, AuditEntry.origin) }
    guard let hash = digest(row["hash"]) else {
      throw StoreError(
        .damaged, "the last audit entry cannot be read",
        help: "run `quivive audit verify`, and restore the store from a backup")
    }
    return (row["sequence"], hash)
  }

  private static func insert(
    _ entry: AuditEntry, _ body: AuditBody, into database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO audit_entry (sequence, time, actor, kind, subject, content, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.sequence, entry.time.description, entry.actor.name, entry.kind, entry.subject,
        Data(entry.content.bytes), Data(entry.previous.bytes), Data(entry.hash.bytes),
      ])
    try database.execute(
      sql: "INSERT INTO audit_body (sequence, salt, body) VALUES (?, ?, ?)",
      arguments: [entry.sequence, Data(body.salt), Data(body.bytes)])
  }

  private static func stored(_ row: Row) -> AuditVerification.Stored {
    let sequence: Int = row["sequence"]
    let body: AuditBody? =
      (row["body_sequence"] as Int?).map { _ in
        AuditBody(salt: Data.bytes(row["salt"]) ?? [], bytes: Data.bytes(row["body"]) ?? [])
      }
    let entry: AuditEntry? = {
      guard let time = (row["time"] as String?).flatMap({ Timestamp($0) }),
        let actor = (row["actor"] as String?).flatMap({ Actor($0) }),
        let kind = row["kind"] as String?, let subject = row["subject"] as String?,
        let content = digest(row["content"]), let previous = digest(row["previous"])
      else { return nil }
      return AuditEntry(
        sequence: sequence, time: time, actor: actor, kind: kind, subject: subject,
        content: content, previous: previous)
    }()
    return .init(sequence: sequence, entry: entry, hash: digest(row["hash"]), body: body)
  }

  private static func digest(_ data: Data?) -> Digest? {
    guard let bytes = Data.bytes(data), bytes.count == 32 else { return nil }
    return Digest(bytes: bytes)
  }
}
