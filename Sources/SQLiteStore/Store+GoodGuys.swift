public import Decisions
import FileFormats
import GRDB
public import TradeModel

extension Store {
  public func propose(
    _ proposal: GoodGuyProposal, by actor: Actor, at time: Timestamp
  ) throws -> GoodGuy {
    try admitting { database in
      try GoodGuy.admits(proposal)
      let count = try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM audit_entry WHERE kind = 'good-guy.proposed'")
      let id = GoodGuyID(number: (count ?? 0) + 1)
      try self.append(GoodGuyEvent.proposed(proposal), to: id, by: actor, at: time, in: database)
      return GoodGuy(id, proposal, by: actor, at: time)
    }
  }

  @discardableResult
  public func record(
    _ event: GoodGuyEvent, of id: GoodGuyID, by actor: Actor, at time: Timestamp
  ) throws -> GoodGuy {
    try admitting { database in
      let entries = try Self.entries(about: id.subject, in: database)
      guard var decision = GoodGuy(id, entries: entries) else {
        throw CaseError(
          entries.isEmpty ? .unknown : .erased,
          entries.isEmpty
            ? "there is no decision `\(id)`" : "what was recorded of \(id) was erased",
          help: "`quivive good-guy list` shows what there is")
      }
      try decision.admits(event, by: actor, at: time)
      try self.append(event, to: id, by: actor, at: time, in: database)
      decision.take(event, by: actor, at: time)
      return decision
    }
  }

  public func goodGuys() throws -> [GoodGuy] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT subject FROM audit_entry WHERE kind = 'good-guy.proposed' ORDER BY sequence"
      ).compactMap { subject in
        try GoodGuyID(subject: subject).flatMap {
          GoodGuy($0, entries: try Self.entries(about: subject, in: database))
        }
      }
    }
  }

  private func append(
    _ event: GoodGuyEvent, to id: GoodGuyID, by actor: Actor, at time: Timestamp,
    in database: Database
  ) throws {
    _ = try append(
      [AuditDraft(kind: event.kind, subject: id.subject, body: event.json)], by: actor, at: time,
      in: database)
  }
}
