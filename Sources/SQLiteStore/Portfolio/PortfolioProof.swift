public import FileFormats
import GRDB
import Listings
import Rescreening
public import TradeModel
import Watchlist

/// Whether every active party has met every snapshot that serves, and which have not.
public struct PortfolioProof: Hashable, Sendable {
  /// A published state that has to be met.
  public struct Snapshot: Hashable, Sendable {
    /// The list's id.
    public let list: String
    /// Of the state as received.
    public let digest: Digest

    public init(list: String, digest: Digest) {
      self.list = list
      self.digest = digest
    }
  }

  /// Some parties that have not met some snapshots, for one reason.
  public struct Gap: Hashable, Sendable {
    /// The lists, by id; of all lists when the party waits for its first run.
    public let lists: [String]
    /// How many parties.
    public let parties: Int
    /// Their ids, as many as were asked for.
    public let ids: [String]
    /// Why, in words.
    public let reason: String
  }

  /// The snapshots that serve, by list.
  public let snapshots: [Snapshot]
  /// Parties that are to be screened.
  public let parties: Int
  /// The last run; `nil` when there was none.
  public let run: Int?
  /// Empty when the proof holds.
  public let gaps: [Gap]
  /// Lines of imports that are no party: nobody has screened what they say.
  public let rejected: Int

  /// Every active party has met every snapshot that serves.
  public var holds: Bool { gaps.isEmpty && rejected == 0 }

  /// For people and programs.
  public var json: JSONValue {
    .members([
      "schema": "quivive.portfolio-proof/1", "holds": .bool(holds), "parties": .int(parties),
      "run": run.map(JSONValue.int),
      "snapshots": .array(
        snapshots.map {
          .members(["list": .string($0.list), "sha256": .string($0.digest.hex)])
        }),
      "gaps": .array(
        gaps.map {
          .members([
            "reason": .string($0.reason), "lists": .array($0.lists.map { .string($0) }),
            "parties": .int($0.parties), "ids": .array($0.ids.map { .string($0) }),
          ])
        }),
      "rejected_lines": .int(rejected),
    ])
  }
}

extension PortfolioStore {
  /// Looks every active party up in the ledger.
  ///
  /// A party has met a snapshot when it was screened in some run, every run since continued the one before
  /// it or was full, and the last one's basis has the snapshot.
  ///
  /// - Parameters:
  ///   - snapshots: those that serve now.
  ///   - limit: how many ids of a gap are told.
  public func proof(
    of snapshots: [PortfolioProof.Snapshot], limit: Int
  ) throws(StoreError) -> PortfolioProof {
    try store.read { database in
      let last = try Self.lastRun(database)
      func gap(_ lists: [String], _ reason: String, _ condition: String) throws
        -> PortfolioProof.Gap?
      {
        let parties =
          try Int.fetchOne(
            database, sql: "SELECT count(*) FROM portfolio_party WHERE \(condition)") ?? 0
        guard parties > 0 else { return nil }
        let ids = try String.fetchAll(
          database,
          sql: "SELECT id FROM portfolio_party WHERE \(condition) ORDER BY id LIMIT \(limit)")
        return PortfolioProof.Gap(lists: lists, parties: parties, ids: ids, reason: reason)
      }
      let all = snapshots.map(\.list)
      var gaps: [PortfolioProof.Gap?] = [
        try gap(
          all, "imported or changed and not screened since", "active = 1 AND since IS NULL")
      ]
      if let last {
        let whole = try Self.firstRunOfChain(endingAt: last, database)
        gaps.append(
          try gap(
            all, "the chain of runs since it was screened is broken",
            "active = 1 AND since IS NOT NULL AND (since < \(whole) OR since > \(last.id))"))
        let met = Set(
          last.basis.snapshots.map {
            PortfolioProof.Snapshot(list: $0.list.name, digest: $0.digest)
          })
        let missing = snapshots.filter { !met.contains($0) }.map(\.list)
        if !missing.isEmpty {
          gaps.append(
            try gap(
              missing, "the snapshot that serves is not in the watchlist of the last run",
              "active = 1 AND since IS NOT NULL"))
        }
      }
      return PortfolioProof(
        snapshots: snapshots,
        parties: try Int.fetchOne(
          database, sql: "SELECT count(*) FROM portfolio_party WHERE active = 1") ?? 0,
        run: last?.id, gaps: gaps.compactMap(\.self),
        rejected: try Int.fetchOne(database, sql: "SELECT count(*) FROM portfolio_rejected") ?? 0)
    }
  }

  /// The first run from which every later one continues the one before it or is full.
  private static func firstRunOfChain(
    endingAt last: PortfolioRun, _ database: Database
  ) throws -> Int {
    var first = last.id
    var next = last
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT * FROM portfolio_run WHERE id < ? ORDER BY id DESC",
      arguments: [last.id])
    while let row = try cursor.next() {
      let run = try run(row)
      let continues =
        next.reason != nil
        || (next.previous == run.id && next.basis.reasonForFull(after: run.basis) == nil)
      guard run.id == first - 1, continues else { break }
      (first, next) = (run.id, run)
    }
    return first
  }
}
