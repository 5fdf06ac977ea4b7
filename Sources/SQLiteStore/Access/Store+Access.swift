public import Decisions
import FileFormats
import Foundation
import GRDB
public import TradeModel

extension Store {
  /// Makes a key; its creation stands in the audit trail, its secret nowhere.
  public func createKey(
    secret: String, holder: Actor, role: AccessRole, expires: Timestamp?, by actor: Actor,
    at time: Timestamp
  ) throws(StoreError) -> AccessKey {
    try write { database in
      let number = (try Int.fetchOne(database, sql: "SELECT MAX(number) FROM access_key") ?? 0) + 1
      let key = AccessKey(
        id: "K\(number)", holder: holder, role: role, created: time, expires: expires,
        revoked: nil)
      try database.execute(
        sql: """
          INSERT INTO access_key (number, hash, holder, role, created, expires)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, Data(AccessKey.hash(ofSecret: secret).bytes), holder.name, role.rawValue,
          time.seconds, expires?.seconds,
        ])
      _ = try self.append(
        [AuditDraft(kind: "key.created", subject: "key/\(key.id)", body: key.json)], by: actor,
        at: time, in: database)
      return key
    }
  }

  /// Takes a key back; `nil` when there is none of that id that was still given out.
  public func revokeKey(
    _ id: String, by actor: Actor, at time: Timestamp
  ) throws(StoreError) -> AccessKey? {
    try write { database in
      guard let number = Self.number(ofKey: id) else { return nil }
      try database.execute(
        sql: "UPDATE access_key SET revoked = ? WHERE number = ? AND revoked IS NULL",
        arguments: [time.seconds, number])
      guard database.changesCount > 0 else { return nil }
      let key = try Self.keys("WHERE number = ?", [number], in: database).first
      _ = try self.append(
        [AuditDraft(kind: "key.revoked", subject: "key/\(id)", body: key?.json ?? .null)],
        by: actor, at: time, in: database)
      return key
    }
  }

  /// All keys, the ones that open nothing any more too.
  public func keys() throws(StoreError) -> [AccessKey] {
    try read { try Self.keys("", [], in: $0) }
  }

  /// The key with that secret, whether it still opens anything or not.
  public func key(withSecret secret: String) throws(StoreError) -> AccessKey? {
    let hash = Data(AccessKey.hash(ofSecret: secret).bytes)
    return try read { try Self.keys("WHERE hash = ?", [hash], in: $0).first }
  }

  private static func number(ofKey id: String) -> Int? {
    id.hasPrefix("K") ? Int(id.dropFirst()) : nil
  }

  private static func keys(
    _ condition: String, _ arguments: StatementArguments, in database: Database
  ) throws -> [AccessKey] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT number, holder, role, created, expires, revoked FROM access_key \(condition)
        ORDER BY number
        """, arguments: arguments
    ).compactMap { row in
      guard let holder = Actor(row["holder"] as String),
        let role = AccessRole(rawValue: row["role"])
      else { return nil }
      return AccessKey(
        id: "K\(row["number"] as Int)", holder: holder, role: role,
        created: Timestamp(seconds: row["created"]),
        expires: (row["expires"] as Int?).map(Timestamp.init(seconds:)),
        revoked: (row["revoked"] as Int?).map(Timestamp.init(seconds:)))
    }
  }
}

/// What was answered to a request that may be sent again.
public struct KeptAnswer: Hashable, Sendable {
  /// The digest of what was asked: method, path and body.
  public let request: Digest
  public let status: Int
  public let type: String
  public let body: [UInt8]

  public init(request: Digest, status: Int, type: String, body: [UInt8]) {
    self.request = request
    self.status = status
    self.type = type
    self.body = body
  }
}

extension Store {
  /// What was answered to the request that `holder` sent under that idempotency key.
  public func answer(to key: String, of holder: Actor) throws(StoreError) -> KeptAnswer? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT request, status, type, body FROM idempotency WHERE holder = ? AND key = ?",
        arguments: [holder.name, key]
      ).map { row in
        KeptAnswer(
          request: Digest(bytes: Array(row["request"] as Data)), status: row["status"],
          type: row["type"], body: Array(row["body"] as Data))
      }
    }
  }

  /// Keeps an answer; those older than a day are forgotten.
  public func keep(
    _ answer: KeptAnswer, to key: String, of holder: Actor, at time: Timestamp
  ) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM idempotency WHERE created < ?", arguments: [time.seconds - 86_400])
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO idempotency (holder, key, request, status, type, body, created)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          holder.name, key, Data(answer.request.bytes), answer.status, answer.type,
          Data(answer.body), time.seconds,
        ])
    }
  }
}
