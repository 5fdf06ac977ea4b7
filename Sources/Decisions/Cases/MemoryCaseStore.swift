import FileFormats
import Synchronization
public import TradeModel

/// Cases and good-guy decisions in memory, for trying things out; gone with the process.
///
/// A class because it changes; safe to share between threads.
public final class MemoryCaseStore: CaseStore {
  private struct Content {
    var sequence = 0
    var cases: [Case] = []
    var goodGuys: [GoodGuy] = []
  }

  private let content = Mutex(Content())

  public init() {}

  public func open(
    _ dossier: CaseDossier, reference: String?, by actor: Actor, at time: Timestamp
  ) throws -> Case {
    try content.withLock { content in
      if let reference,
        let other = content.cases.first(where: {
          $0.reference == reference && $0.state != .decided
        })
      {
        throw CaseError(
          .referenceInUse(other.id), "\(other.id) with the reference `\(reference)` is not decided",
          help: "rescreen that case, or name another reference")
      }
      let id = CaseID(number: content.cases.count + 1)
      content.cases.append(Case(id))
      return try Self.record(
        .opened(reference: reference, dossier), in: id, by: actor, at: time, content: &content)
    }
  }

  @discardableResult
  public func record(
    _ event: CaseEvent, in id: CaseID, by actor: Actor, at time: Timestamp
  ) throws -> Case {
    try content.withLock { content in
      guard content.cases.indices.contains(id.number - 1) else { throw Self.unknown(id) }
      return try Self.record(event, in: id, by: actor, at: time, content: &content)
    }
  }

  public func `case`(_ id: CaseID) throws -> Case {
    try content.withLock { content in
      guard content.cases.indices.contains(id.number - 1) else { throw Self.unknown(id) }
      return content.cases[id.number - 1]
    }
  }

  public func cases(_ filter: CaseFilter) throws -> [CaseSummary] {
    content.withLock { $0.cases.compactMap { CaseSummary($0) }.filter(filter.admits) }
  }

  public func propose(
    _ proposal: GoodGuyProposal, by actor: Actor, at time: Timestamp
  ) throws -> GoodGuy {
    try content.withLock { content in
      try GoodGuy.admits(proposal)
      content.sequence += 1
      let decision = GoodGuy(
        GoodGuyID(number: content.goodGuys.count + 1), proposal, by: actor, at: time)
      content.goodGuys.append(decision)
      return decision
    }
  }

  @discardableResult
  public func record(
    _ event: GoodGuyEvent, of id: GoodGuyID, by actor: Actor, at time: Timestamp
  ) throws -> GoodGuy {
    try content.withLock { content in
      guard content.goodGuys.indices.contains(id.number - 1) else {
        throw CaseError(
          .unknown, "there is no decision `\(id)`",
          help: "`quivive good-guy list` shows what there is")
      }
      try content.goodGuys[id.number - 1].admits(event, by: actor, at: time)
      content.sequence += 1
      content.goodGuys[id.number - 1].take(event, by: actor, at: time)
      return content.goodGuys[id.number - 1]
    }
  }

  public func goodGuys() throws -> [GoodGuy] { content.withLock(\.goodGuys) }

  private static func record(
    _ event: CaseEvent, in id: CaseID, by actor: Actor, at time: Timestamp,
    content: inout Content
  ) throws(CaseError) -> Case {
    try content.cases[id.number - 1].admits(event, by: actor)
    content.sequence += 1
    // The chain is the SQLite store's; here an entry only says who and when.
    let entry = AuditEntry(
      sequence: content.sequence, time: time, actor: actor, kind: event.kind, subject: id.subject,
      content: AuditEntry.origin, previous: AuditEntry.origin)
    content.cases[id.number - 1].take(CaseEntry(entry, body: event.json))
    return content.cases[id.number - 1]
  }

  private static func unknown(_ id: CaseID) -> CaseError {
    CaseError(
      .unknown, "there is no case `\(id)`", help: "`quivive case list` shows what there is")
  }
}
