import Foundation
import GRDB
public import Rescreening

/// One state of the portfolio, read by a run for as long as it takes.
public struct PortfolioReader {
  let database: Database

  /// The last run; `nil` before the first.
  public func lastRun() throws -> PortfolioRun? { try PortfolioStore.lastRun(database) }

  /// The number of this state.
  public func revision() throws -> Int { try PortfolioStore.revision(database) }

  /// The index in that role, when one was kept.
  public func index(_ role: PortfolioIndexRecord.Role) throws -> PortfolioIndexRecord? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM portfolio_index WHERE role = ?", arguments: [role.rawValue]
    ).map {
      PortfolioIndexRecord(
        role: role, file: $0["file"], nameModel: $0["name_model"], revision: $0["revision"],
        parties: $0["parties"])
    }
  }

  /// Which parties are read.
  public enum Selection: Sendable {
    /// All that are active.
    case all
    /// Those that no run has met since they came or changed.
    case waiting
    /// Those that came or changed after that state.
    case changed(after: Int)
  }

  /// How many parties `selection` has.
  public func count(_ selection: Selection) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM portfolio_party WHERE \(Self.condition(selection))")
      ?? 0
  }

  /// Hands out active parties in batches, by key.
  public func forEachBatch(
    of selection: Selection, size: Int, _ take: ([PortfolioStore.StoredParty]) throws -> Void
  ) throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT * FROM portfolio_party WHERE \(Self.condition(selection)) ORDER BY key")
    var batch: [PortfolioStore.StoredParty] = []
    while let row = try cursor.next() {
      batch.append(PortfolioStore.party(row))
      if batch.count == size {
        try take(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try take(batch) }
  }

  /// The party with that key, when it is active and the last run has met it.
  public func screenedParty(_ key: Int64) throws -> PortfolioStore.StoredParty? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT * FROM portfolio_party WHERE key = ? AND active = 1 AND since IS NOT NULL
          """), arguments: [key]
    ).map(PortfolioStore.party)
  }

  /// The hits of the party with that key, by listed party.
  public func hits(ofKey key: Int64) throws -> [PortfolioHit] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM portfolio_hit WHERE key = ? ORDER BY party"),
      arguments: [key]
    ).map(PortfolioStore.hit)
  }

  /// The keys of the parties that have a hit with the listed party.
  public func keys(withHitOn party: String) throws -> [Int64] {
    try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT key FROM portfolio_hit WHERE party = ?"),
      arguments: [party])
  }

  private static func condition(_ selection: Selection) -> String {
    switch selection {
    case .all: "active = 1"
    case .waiting: "active = 1 AND since IS NULL"
    case .changed(let revision): "active = 1 AND revision > \(revision)"
    }
  }
}

extension PortfolioStore {
  /// Reads one state of the portfolio for as long as `body` takes; imports go on meanwhile.
  public func reading<Value>(
    _ body: (PortfolioReader) throws -> Value
  ) throws -> Value {
    // Errors of the body are the caller's own, and pass the store unchanged.
    try store.readUnchanged { try body(PortfolioReader(database: $0)) }
  }
}
