public import Decisions
import FileFormats
import Foundation
import GRDB
public import Parties
public import Rescreening
public import TradeModel

// What people concluded on hits of the portfolio: entries of the audit trail and nothing beside it.
extension PortfolioStore {
  /// A conclusion on the hit of one party with one listed party, as it was proposed or approved.
  public struct RecordedSettlement: Hashable, Sendable {
    /// The evidence that was looked at.
    public let evidence: Digest
    /// The code of the reason.
    public let reason: String
    /// Whether the reason concludes that it is another party.
    public let isFalsePositive: Bool
    /// In words.
    public let rationale: String

    public init(evidence: Digest, reason: String, isFalsePositive: Bool, rationale: String) {
      self.evidence = evidence
      self.reason = reason
      self.isFalsePositive = isFalsePositive
      self.rationale = rationale
    }
  }

  private static let proposed = "portfolio.settlement-proposed"
  private static let approved = "portfolio.settled"
  private static let withdrawn = "portfolio.settlement-withdrawn"

  /// Proposes a conclusion on a hit as it is now; nothing follows until another person approves it.
  ///
  /// - Throws: `refused` when the party has no such hit.
  public func propose(
    _ reason: String, isFalsePositive: Bool, rationale: String, on listed: ListedPartyID,
    of id: String, by actor: Actor, at time: Timestamp
  ) throws(StoreError) {
    try store.write { database in
      let hit = try Self.hit(with: listed, of: id, in: database)
      let settlement = RecordedSettlement(
        evidence: hit.evidence, reason: reason, isFalsePositive: isFalsePositive,
        rationale: rationale)
      try self.append(Self.proposed, settlement, listed, id, actor, time, database)
    }
  }

  /// Approves the last proposal on a hit.
  ///
  /// - Throws: `refused` for whoever proposed it, when there is no open proposal, and when the hit is
  ///   not what it was then.
  public func approve(
    on listed: ListedPartyID, of id: String, by actor: Actor, at time: Timestamp
  ) throws(StoreError) {
    try store.write { database in
      let hit = try Self.hit(with: listed, of: id, in: database)
      let last = try Store.entries(about: Self.subject(id), in: database).last {
        $0.body?["listed"]?.string == listed.text
      }
      guard let last, last.entry.kind == Self.proposed, let body = last.body,
        let settlement = RecordedSettlement(body)
      else {
        throw StoreError(
          .refused, "nothing is proposed on `\(id)` and `\(listed.text)`",
          help: "propose a conclusion first: quivive portfolio settle")
      }
      guard last.entry.actor != actor else {
        throw StoreError(
          .refused, "\(actor) proposed it and cannot approve it",
          help: "another person has to approve")
      }
      guard settlement.evidence == hit.evidence else {
        throw StoreError(
          .refused, "the hit is not what it was when the conclusion was proposed",
          help: "look at it again and propose anew")
      }
      try self.append(Self.approved, settlement, listed, id, actor, time, database)
    }
  }

  /// Takes a conclusion back, proposed or approved.
  public func withdraw(
    on listed: ListedPartyID, of id: String, by actor: Actor, at time: Timestamp
  ) throws(StoreError) {
    try store.write { database in
      let last = try Store.entries(about: Self.subject(id), in: database).last {
        $0.body?["listed"]?.string == listed.text
      }
      guard let last, last.entry.kind != Self.withdrawn,
        let settlement = last.body.flatMap({ RecordedSettlement($0) })
      else {
        throw StoreError(.refused, "nothing is concluded on `\(id)` and `\(listed.text)`")
      }
      try self.append(Self.withdrawn, settlement, listed, id, actor, time, database)
    }
  }

  /// The approved conclusions in force, by party and listed party.
  ///
  /// - Complexity: O(*n*) in the entries about them.
  public func settlements() throws(StoreError) -> [String: [ListedPartyID: Settlement]] {
    try store.read { database in
      var found: [String: [ListedPartyID: Settlement]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT entry.kind, body.body FROM audit_entry AS entry JOIN audit_body AS body USING (sequence)
          WHERE entry.kind IN (?, ?) ORDER BY entry.sequence
          """, arguments: [Self.approved, Self.withdrawn])
      while let row = try rows.next() {
        guard let bytes = Data.bytes(row["body"]), let body = try? JSONParser.parse(bytes),
          let id = body["party"]?.string, let listed = body["listed"]?.string,
          let settlement = RecordedSettlement(body)
        else { continue }
        found[id, default: [:]][ListedPartyID(listed)] =
          row["kind"] == Self.approved
          ? Settlement(
            evidence: settlement.evidence, isFalsePositive: settlement.isFalsePositive) : nil
      }
      return found
    }
  }

  /// What the trail calls a party of the portfolio.
  static func subject(_ id: String) -> String { "portfolio/\(id)" }

  private static func hit(
    with listed: ListedPartyID, of id: String, in database: Database
  ) throws -> PortfolioHit {
    let key = try Int64.fetchOne(
      database, sql: "SELECT key FROM portfolio_party WHERE id = ? AND active = 1",
      arguments: [id])
    guard let key, let hit = try hits(ofKey: key, in: database).first(where: { $0.party == listed })
    else {
      throw StoreError(
        .refused, "the portfolio has no hit of `\(id)` with `\(listed.text)`",
        help: "`quivive portfolio show` prints the hits of a party")
    }
    return hit
  }

  private func append(
    _ kind: String, _ settlement: RecordedSettlement, _ listed: ListedPartyID, _ id: String,
    _ actor: Actor, _ time: Timestamp, _ database: Database
  ) throws {
    let body = JSONValue.members([
      "party": .string(id), "listed": .string(listed.text),
      "evidence": .string(settlement.evidence.hex), "reason": .string(settlement.reason),
      "falsePositive": .bool(settlement.isFalsePositive),
      "rationale": .string(settlement.rationale),
    ])
    _ = try store.append(
      [AuditDraft(kind: kind, subject: Self.subject(id), body: body)], by: actor, at: time,
      in: database)
  }
}

extension PortfolioStore.RecordedSettlement {
  fileprivate init?(_ body: JSONValue) {
    guard let evidence = body["evidence"]?.string.flatMap({ Digest(hex: $0) }),
      let reason = body["reason"]?.string, let isFalsePositive = body["falsePositive"]?.bool,
      let rationale = body["rationale"]?.string
    else { return nil }
    self.init(
      evidence: evidence, reason: reason, isFalsePositive: isFalsePositive, rationale: rationale)
  }
}
