import Foundation
import GRDB
public import TradeModel

extension PortfolioStore {
  /// Hands out alerts in the order in which they were raised.
  ///
  /// - Parameters:
  ///   - after: begins behind that number; 0 begins at the first.
  ///   - run: those of one run only.
  ///   - party: those of one party only.
  public func forEachAlert(
    after: Int, run: Int? = nil, party: String? = nil, kinds: [String] = [], limit: Int? = nil,
    _ take: (_ number: Int, _ document: [UInt8]) throws -> Void
  ) throws(StoreError) {
    try store.read { database in
      var conditions = ["id > \(after)"]
      var arguments: [any DatabaseValueConvertible] = []
      if let run { conditions.append("run = \(run)") }
      if let party {
        conditions.append("party = ?")
        arguments.append(party)
      }
      if !kinds.isEmpty {
        conditions.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))")
        arguments += kinds.map { $0 as any DatabaseValueConvertible }
      }
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, document FROM portfolio_alert WHERE \(conditions.joined(separator: " AND "))
          ORDER BY id \(limit.map { "LIMIT \($0)" } ?? "")
          """, arguments: StatementArguments(arguments))
      while let row = try cursor.next() {
        try take(row["id"], Data.bytes(row["document"]) ?? [])
      }
    }
  }

  /// An alert that an endpoint is to be told of.
  public struct Delivery: Hashable, Sendable {
    /// What has become of it.
    public enum State: String, Hashable, Sendable, CaseIterable {
      /// To be sent, or to be tried again.
      case waiting
      /// Taken by the endpoint.
      case delivered
      /// Given up after the last attempt; told again only when a person asks for it.
      case dead
    }

    /// The name of the endpoint.
    public let endpoint: String
    /// The number of the alert.
    public let alert: Int
    /// What has become of it.
    public let state: State
    /// How often it was tried.
    public let attempts: Int
    /// The second from which the next attempt is due.
    public let next: Int
    /// What came of the last attempt, in words.
    public let answer: String?
    /// The alert's document.
    public let document: [UInt8]
  }

  /// The deliveries that are due, those of one endpoint in the order of their alerts.
  ///
  /// - Parameter left: endpoints whose deliveries are left alone.
  public func dueDeliveries(
    at time: Timestamp, limit: Int, without left: [String] = []
  ) throws(StoreError) -> [Delivery] {
    try store.read { database in
      let others =
        left.isEmpty ? "" : "AND endpoint NOT IN (\(left.map { _ in "?" }.joined(separator: ", ")))"
      var arguments: [any DatabaseValueConvertible] = [time.seconds]
      arguments += left.map { $0 as any DatabaseValueConvertible }
      arguments.append(limit)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT delivery.*, alert.document FROM portfolio_delivery AS delivery
          JOIN portfolio_alert AS alert ON alert.id = delivery.alert
          WHERE state = 'waiting' AND next <= ? \(others)
          ORDER BY delivery.alert, endpoint LIMIT ?
          """, arguments: StatementArguments(arguments)
      ).map(Self.delivery)
    }
  }

  /// The deliveries in a state, oldest alert first.
  public func deliveries(
    _ state: Delivery.State, limit: Int
  ) throws(StoreError) -> [Delivery] {
    try store.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT delivery.*, alert.document FROM portfolio_delivery AS delivery
          JOIN portfolio_alert AS alert ON alert.id = delivery.alert
          WHERE state = ? ORDER BY delivery.alert, endpoint LIMIT ?
          """, arguments: [state.rawValue, limit]
      ).map(Self.delivery)
    }
  }

  /// How many deliveries are in each state.
  public func deliveryCounts() throws(StoreError) -> [Delivery.State: Int] {
    try store.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT state, count(*) AS count FROM portfolio_delivery GROUP BY state")
      return Dictionary(
        rows.compactMap { row in
          Delivery.State(rawValue: row["state"]).map { ($0, row["count"]) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Keeps what came of an attempt.
  ///
  /// - Parameter next: when to try again; without meaning unless it waits.
  public func record(
    _ state: Delivery.State, of delivery: Delivery, answer: String, next: Timestamp
  ) throws(StoreError) {
    try store.write { database in
      try database.execute(
        sql: """
          UPDATE portfolio_delivery SET state = ?, attempts = attempts + 1, answer = ?, next = ?
          WHERE endpoint = ? AND alert = ?
          """,
        arguments: [state.rawValue, answer, next.seconds, delivery.endpoint, delivery.alert])
    }
  }

  /// Lets what was given up wait again, with all attempts before it.
  ///
  /// - Returns: how many there were.
  public func reviveDeliveries(
    of endpoint: String?, alert: Int?, at time: Timestamp
  ) throws(StoreError) -> Int {
    try store.write { database in
      try database.execute(
        sql: """
          UPDATE portfolio_delivery SET state = 'waiting', attempts = 0, next = ?1
          WHERE state = 'dead' AND (?2 IS NULL OR endpoint = ?2) AND (?3 IS NULL OR alert = ?3)
          """, arguments: [time.seconds, endpoint, alert])
      return database.changesCount
    }
  }

  private static func delivery(_ row: Row) -> Delivery {
    Delivery(
      endpoint: row["endpoint"], alert: row["alert"],
      state: Delivery.State(rawValue: row["state"]) ?? .dead, attempts: row["attempts"],
      next: row["next"], answer: row["answer"], document: Data.bytes(row["document"]) ?? [])
  }
}
