public import Decisions
import FileFormats
import Foundation
import GRDB
public import Rescreening
public import TradeModel

extension PortfolioStore {
  /// One line of an import.
  public enum Line: Sendable {
    /// A party, new or as it is now.
    case party(PortfolioParty)
    /// The party of that id is no longer part of the portfolio.
    case removal(id: String)
    /// A line that is no party. Its content is kept.
    case rejected(id: String?, problem: String, content: [UInt8])
  }

  /// What came of an import.
  public struct ImportCounts: Hashable, Sendable {
    /// Lines read.
    public var lines = 0
    /// Parties that were not there.
    public var added = 0
    /// Parties that were there otherwise, or had been removed.
    public var changed = 0
    /// Parties that were there as they are.
    public var unchanged = 0
    /// Parties that are no longer part of the portfolio.
    public var removed = 0
    /// Lines that are no party.
    public var rejected = 0
    /// Removals of parties that are not there.
    public var unknownRemovals = 0

    public init() {}
  }

  /// Begins an import; its number is that of its batches.
  public func beginImport(from source: String, at time: Timestamp) throws(StoreError) -> Int {
    try store.write { database in
      try database.execute(
        sql: "INSERT INTO portfolio_import (time, source) VALUES (?, ?)",
        arguments: [time.description, source])
      return Int(database.lastInsertedRowID)
    }
  }

  /// Takes lines with their numbers, all or none, and counts them.
  ///
  /// - Complexity: O(*n* log *m*) in the lines and the parties there are.
  public func take(
    _ lines: [(number: Int, line: Line)], ofImport number: Int, counts: inout ImportCounts
  ) throws(StoreError) {
    let before = counts
    counts = try store.write { database in
      var counts = before
      let revision = try Self.nextRevision(database)
      for (place, line) in lines {
        counts.lines += 1
        switch line {
        case .party(let party):
          try Self.take(party, revision, number, &counts, database)
        case .removal(let id):
          if try Self.remove(id, revision, database) {
            counts.removed += 1
          } else {
            counts.unknownRemovals += 1
          }
        case .rejected(let id, let problem, let content):
          try database.execute(
            sql: """
              INSERT OR REPLACE INTO portfolio_rejected (import, source, line, id, problem, content)
              SELECT id, source, ?, ?, ?, ? FROM portfolio_import WHERE id = ?
              """, arguments: [place, id, problem, Data(content), number])
          counts.rejected += 1
        }
      }
      try Self.keep(counts, ofImport: number, isFinished: false, database)
      return counts
    }
  }

  /// Ends an import, and says so in the audit trail.
  ///
  /// - Parameter isWhole: the source is the whole portfolio: parties that it does not have are removed.
  public func endImport(
    _ number: Int, isWhole: Bool, counts: inout ImportCounts, by actor: Actor, at time: Timestamp
  ) throws(StoreError) {
    let before = counts
    counts = try store.write { database in
      var counts = before
      if isWhole {
        let revision = try Self.nextRevision(database)
        let ids = try String.fetchAll(
          database, sql: "SELECT id FROM portfolio_party WHERE active = 1 AND seen <> ?",
          arguments: [number])
        for id in ids where try Self.remove(id, revision, database) { counts.removed += 1 }
      }
      // What an earlier import of the same source could not read was said anew, or is right now.
      try database.execute(
        sql: """
          DELETE FROM portfolio_rejected WHERE import <> ?1
            AND source = (SELECT source FROM portfolio_import WHERE id = ?1)
          """, arguments: [number])
      try Self.keep(counts, ofImport: number, isFinished: true, database)
      let source = try String.fetchOne(
        database, sql: "SELECT source FROM portfolio_import WHERE id = ?", arguments: [number])
      try self.note(
        "portfolio.imported",
        [
          "import": .int(number), "source": source.map(JSONValue.string), "whole": .bool(isWhole),
          "lines": .int(counts.lines), "added": .int(counts.added), "changed": .int(counts.changed),
          "unchanged": .int(counts.unchanged), "removed": .int(counts.removed),
          "rejected": .int(counts.rejected),
        ], by: actor, at: time, database)
      return counts
    }
  }

  /// Takes parties out of the portfolio, and says so in the audit trail. Their hits end with them; no
  /// alert is raised.
  ///
  /// - Returns: the ids that are no active party.
  public func remove(
    _ ids: [String], by actor: Actor, at time: Timestamp
  ) throws(StoreError) -> [String] {
    try store.write { database in
      let revision = try Self.nextRevision(database)
      var unknown: [String] = []
      for id in ids {
        guard try Self.remove(id, revision, database) else {
          unknown.append(id)
          continue
        }
        try self.note(
          "portfolio.removed", ["party": .string(id)], about: Self.subject(id), by: actor, at: time,
          database)
      }
      return unknown
    }
  }

  /// Writes an entry about the portfolio, or one party of it, within the transaction.
  func note(
    _ kind: String, _ members: KeyValuePairs<String, JSONValue?>,
    about subject: String = "portfolio",
    by actor: Actor, at time: Timestamp, _ database: Database
  ) throws {
    _ = try store.append(
      [AuditDraft(kind: kind, subject: subject, body: .members(members))], by: actor, at: time,
      in: database)
  }

  /// Lines of imports that are no party, with why.
  public func rejectedLines(
    limit: Int
  ) throws(StoreError) -> [(source: String, line: Int, id: String?, problem: String)] {
    try store.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM portfolio_rejected ORDER BY import, line LIMIT ?", arguments: [limit]
      ).map { ($0["source"], $0["line"], $0["id"], $0["problem"]) }
    }
  }

  private static func take(
    _ party: PortfolioParty, _ revision: Int, _ number: Int, _ counts: inout ImportCounts,
    _ database: Database
  ) throws {
    try database.cachedStatement(sql: "DELETE FROM portfolio_rejected WHERE id = ?")
      .execute(arguments: [party.id])
    let digest = Data(party.digest.bytes)
    let known = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT key, digest, active FROM portfolio_party WHERE id = ?"),
      arguments: [party.id])
    guard let known else {
      try database.cachedStatement(
        sql: """
          INSERT INTO portfolio_party (id, record, digest, revision, active, seen)
          VALUES (?, ?, ?, ?, 1, ?)
          """
      ).execute(arguments: [party.id, Data(party.record), digest, revision, number])
      counts.added += 1
      return
    }
    if known["active"] == 1, known["digest"] == digest {
      try database.cachedStatement(sql: "UPDATE portfolio_party SET seen = ? WHERE key = ?")
        .execute(arguments: [number, known["key"] as Int64])
      counts.unchanged += 1
      return
    }
    try database.cachedStatement(
      sql: """
        UPDATE portfolio_party
        SET record = ?, digest = ?, revision = ?, active = 1, seen = ?, since = NULL WHERE key = ?
        """
    ).execute(
      arguments: [Data(party.record), digest, revision, number, known["key"] as Int64])
    counts.changed += 1
  }

  private static func remove(_ id: String, _ revision: Int, _ database: Database) throws -> Bool {
    try database.execute(
      sql: """
        UPDATE portfolio_party SET active = 0, since = NULL, revision = ? WHERE id = ? AND active = 1
        """, arguments: [revision, id])
    guard database.changesCount > 0 else { return false }
    try database.execute(
      sql: "DELETE FROM portfolio_hit WHERE key = (SELECT key FROM portfolio_party WHERE id = ?)",
      arguments: [id])
    return true
  }

  private static func keep(
    _ counts: ImportCounts, ofImport number: Int, isFinished: Bool, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        UPDATE portfolio_import SET finished = ?, lines = ?, added = ?, changed = ?, unchanged = ?,
          removed = ?, rejected = ? WHERE id = ?
        """,
      arguments: [
        isFinished ? 1 : 0, counts.lines, counts.added, counts.changed, counts.unchanged,
        counts.removed, counts.rejected, number,
      ])
  }
}
