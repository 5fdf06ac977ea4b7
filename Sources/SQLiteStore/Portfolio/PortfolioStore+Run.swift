public import Decisions
import FileFormats
import Foundation
import GRDB
import Parties
import Rescreening
public import TradeModel

extension PortfolioStore {
  /// Keeps what a run found: hits, alerts, deliveries, the ledger and an entry of the audit trail, all
  /// or nothing.
  ///
  /// Parties that changed while the run went on keep waiting; what it found for them is left out.
  ///
  /// - Throws: `refused` when another run ended meanwhile: this one continues a state that is no more.
  @discardableResult
  public func keep(
    _ result: PortfolioRunResult, by actor: Actor, at time: Timestamp
  ) throws(StoreError) -> PortfolioRun {
    try store.write { database in
      guard try Self.lastRun(database)?.id == result.previous else {
        throw StoreError(
          .refused, "another run ended while this one went on; nothing of this one was kept",
          help: "rescreen again")
      }
      let number = (result.previous ?? 0) + 1
      try Self.keepHits(result, database)
      try Self.keepAlerts(result, ofRun: number, at: time, database)
      for index in result.indexes {
        try database.execute(
          sql: "INSERT OR REPLACE INTO portfolio_index VALUES (?, ?, ?, ?, ?)",
          arguments: [
            index.role.rawValue, index.file, index.nameModel, index.revision, index.parties,
          ])
        if index.role == .base {
          try database.execute(sql: "DELETE FROM portfolio_index WHERE role = 'overlay'")
        }
      }
      try database.execute(
        sql: """
          UPDATE portfolio_party SET since = ?
          WHERE active = 1 AND revision <= ? \(result.reason == nil ? "AND since IS NULL" : "")
          """, arguments: [number, result.revision])
      var counts = result.counts
      counts.hits = try Int.fetchOne(database, sql: "SELECT count(*) FROM portfolio_hit") ?? 0
      counts.alerts = result.alerts.count
      try database.execute(
        sql: "INSERT INTO portfolio_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          number, result.started.description, time.description, result.reason?.rawValue,
          result.previous, Data(result.basis.json.canonical), Data(result.policy.canonical),
          result.revision, counts.parties, counts.screened, counts.changed, counts.removed,
          counts.hits, counts.alerts,
        ])
      guard let run = try Self.lastRun(database) else {
        throw StoreError(.damaged, "the run that was written is not there")
      }
      try self.note(
        "portfolio.rescreened",
        [
          "run": .int(run.id), "reason": run.reason.map { .string($0.rawValue) },
          "basis": run.basis.json, "policy": .string(SHA256.digest(of: run.policy.canonical).hex),
          "parties": .int(run.counts.parties), "screened": .int(run.counts.screened),
          "hits": .int(run.counts.hits), "alerts": .int(run.counts.alerts),
        ], by: actor, at: time, database)
      return run
    }
  }

  /// The last run that ended; `nil` before the first.
  public func lastRun() throws(StoreError) -> PortfolioRun? {
    try store.read { try Self.lastRun($0) }
  }

  static func lastRun(_ database: Database) throws -> PortfolioRun? {
    try Row.fetchOne(database, sql: "SELECT * FROM portfolio_run ORDER BY id DESC LIMIT 1")
      .map(run)
  }

  static func run(_ row: Row) throws -> PortfolioRun {
    func json(_ column: String) -> JSONValue? {
      Data.bytes(row[column]).flatMap { try? JSONParser.parse($0) }
    }
    guard let started = Timestamp(row["started"] as String),
      let ended = Timestamp(row["ended"] as String),
      let basis = json("basis").flatMap({ ScreeningBasis(json: $0) }), let policy = json("policy")
    else {
      throw StoreError(
        .damaged, "run \(row["id"] as Int) of the portfolio cannot be read",
        help: "restore the store from a backup")
    }
    var counts = PortfolioRun.Counts()
    counts.parties = row["parties"]
    counts.screened = row["screened"]
    counts.changed = row["changed"]
    counts.removed = row["removed"]
    counts.hits = row["hits"]
    counts.alerts = row["alerts"]
    return PortfolioRun(
      id: row["id"], started: started, ended: ended,
      reason: (row["reason"] as String?).flatMap(FullReason.init), previous: row["previous"],
      basis: basis, policy: policy, revision: row["revision"], counts: counts)
  }

  private static func keepHits(_ result: PortfolioRunResult, _ database: Database) throws {
    if result.reason != nil {
      try database.execute(
        sql: """
          DELETE FROM portfolio_hit WHERE key IN
            (SELECT key FROM portfolio_party WHERE active = 1 AND revision <= ?)
          """, arguments: [result.revision])
    }
    for key in result.hits.keys.sorted() {
      let isCurrent =
        try Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT active = 1 AND revision <= ? FROM portfolio_party WHERE key = ?"),
          arguments: [result.revision, key]) == 1
      guard isCurrent else { continue }
      if result.reason == nil {
        try database.cachedStatement(sql: "DELETE FROM portfolio_hit WHERE key = ?")
          .execute(arguments: [key])
      }
      for hit in result.hits[key] ?? [] {
        try database.cachedStatement(
          sql: "INSERT INTO portfolio_hit VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(
          arguments: [
            key, hit.party.text, hit.caption, hit.score.value, hit.weight.tenthsOfBit,
            Data(hit.evidence.bytes), hit.designations.joined(separator: "\n"),
          ])
      }
    }
  }

  private static func keepAlerts(
    _ result: PortfolioRunResult, ofRun run: Int, at time: Timestamp, _ database: Database
  ) throws {
    for (party, alert, difference) in result.alerts {
      let document = alert.json(
        party: party, run: run, at: time, basis: result.basis, difference: difference)
      try database.execute(
        sql:
          "INSERT INTO portfolio_alert (run, party, listed, kind, document) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          run, party, alert.party.text, alert.kind.rawValue, Data(document.canonical),
        ])
      let number = database.lastInsertedRowID
      for endpoint in result.endpoints {
        try database.execute(
          sql: """
            INSERT INTO portfolio_delivery (endpoint, alert, state, next) VALUES (?, ?, 'waiting', ?)
            """, arguments: [endpoint, number, time.seconds])
      }
    }
  }
}
