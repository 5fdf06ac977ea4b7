import Foundation
import GRDB
import Parties
public import Rescreening
import TradeModel

/// The portfolio in the store: parties, runs, hits, alerts and deliveries.
///
/// Every method is one transaction. Reading a run's input is one state of the store, however long the
/// run takes, while imports go on.
public struct PortfolioStore: Sendable {
  let store: Store

  public init(_ store: Store) { self.store = store }

  /// A party as the store keeps it.
  public struct StoredParty: Hashable, Sendable {
    /// The store's own number of it, for the index.
    public let key: Int64
    /// The owner's id.
    public let id: String
    /// Canonical JSON.
    public let record: [UInt8]
    /// Whether it is part of the portfolio; one that was removed is kept for what was said of it.
    public let isActive: Bool
    /// The run since which it has been screened without a gap; `nil` when it waits for one.
    public let since: Int?
  }

  /// How much is there.
  public struct Counts: Hashable, Sendable {
    /// Parties that are screened.
    public var active = 0
    /// Of these, those that no run has met since they came or changed.
    public var waiting = 0
    /// Parties that were taken out, and are kept for what was said of them.
    public var removed = 0
    /// Hits of active parties.
    public var hits = 0
    /// Alerts that were ever raised.
    public var alerts = 0
    /// Lines of imports that are no party, and were not put right since.
    public var rejected = 0
    /// Imports that did not come to their end, and were not followed by one of the same source that did.
    public var unfinishedImports = 0
  }

  /// How much is there.

  public func counts() throws(StoreError) -> Counts {
    try store.read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      return Counts(
        active: try count("SELECT count(*) FROM portfolio_party WHERE active = 1"),
        waiting: try count(
          "SELECT count(*) FROM portfolio_party WHERE active = 1 AND since IS NULL"),
        removed: try count("SELECT count(*) FROM portfolio_party WHERE active = 0"),
        hits: try count("SELECT count(*) FROM portfolio_hit"),
        alerts: try count("SELECT count(*) FROM portfolio_alert"),
        rejected: try count("SELECT count(*) FROM portfolio_rejected"),
        unfinishedImports: try count(
          """
          SELECT count(*) FROM portfolio_import AS one WHERE finished = 0 AND NOT EXISTS
            (SELECT 1 FROM portfolio_import AS other
             WHERE other.source = one.source AND other.id > one.id AND other.finished = 1)
          """))
    }
  }

  /// The party of that id with its hits; `nil` when there never was one.
  public func party(
    _ id: String
  ) throws(StoreError) -> (party: StoredParty, hits: [PortfolioHit])? {
    try store.read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM portfolio_party WHERE id = ?", arguments: [id])
      else { return nil }
      let party = Self.party(row)
      return (party, try Self.hits(ofKey: party.key, in: database))
    }
  }

  static func party(_ row: Row) -> StoredParty {
    StoredParty(
      key: row["key"], id: row["id"], record: Data.bytes(row["record"]) ?? [],
      isActive: row["active"] == 1, since: row["since"])
  }

  static func hits(ofKey key: Int64, in database: Database) throws -> [PortfolioHit] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM portfolio_hit WHERE key = ? ORDER BY party",
      arguments: [key]
    ).map(Self.hit)
  }

  static func hit(_ row: Row) throws -> PortfolioHit {
    guard let evidence = Data.bytes(row["evidence"]), evidence.count == 32,
      let score = row["score"] as Int?, (0...1000).contains(score)
    else {
      throw StoreError(
        .damaged, "a hit of the portfolio cannot be read",
        help: "restore the store from a backup, or rescreen with `--full`")
    }
    return PortfolioHit(
      party: .init(row["party"]), caption: row["caption"], score: Score(score),
      weight: Weight(tenthsOfBit: row["weight"]), evidence: Digest(bytes: evidence),
      designations: (row["designations"] as String).split(separator: "\n").map(String.init))
  }

  /// Raises the counter by which changed parties are told from those a run has read.
  static func nextRevision(_ database: Database) throws -> Int {
    try database.execute(
      sql: "UPDATE portfolio_counter SET value = value + 1 WHERE name = 'revision'")
    return try revision(database)
  }

  static func revision(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT value FROM portfolio_counter WHERE name = 'revision'") ?? 0
  }
}
