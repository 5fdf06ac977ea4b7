public import Decisions
import FileFormats
import GRDB
public import TradeModel

extension Store: CaseStore {
  public func open(
    _ dossier: CaseDossier, reference: String?, by actor: Actor, at time: Timestamp
  ) throws -> Case {
    try admitting { database in
      if let reference, let other = try Self.undecidedCase(reference, in: database) {
        throw CaseError(
          .referenceInUse(other), "\(other) with the reference `\(reference)` is not decided",
          help: "rescreen that case, or name another reference")
      }
      let count = try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM audit_entry WHERE kind = 'case.opened'")
      return try self.write(
        .opened(reference: reference, dossier), to: Case(CaseID(number: (count ?? 0) + 1)),
        by: actor, at: time, in: database)
    }
  }

  @discardableResult
  public func record(
    _ event: CaseEvent, in id: CaseID, by actor: Actor, at time: Timestamp
  ) throws -> Case {
    try admitting { database in
      try self.write(
        event, to: try Self.case(id, in: database), by: actor, at: time, in: database)
    }
  }

  public func `case`(_ id: CaseID) throws -> Case {
    let found = try read { try Self.case(id, in: $0) }
    guard !found.history.isEmpty else { throw Self.unknown(id) }
    return found
  }

  public func cases(_ filter: CaseFilter) throws -> [CaseSummary] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM case_summary
          WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR reference = ?2)
            AND (?3 IS NULL OR due < ?3)
          ORDER BY number
          """,
        arguments: [filter.state?.rawValue, filter.reference, filter.dueBefore?.iso]
      ).map(Self.summary).filter(filter.admits)
    }
  }

  /// What the list of cases says that the trail does not: each with the first entry of its case.
  ///
  /// - Complexity: O(*n*) in the entries about cases.
  public func caseFaults() throws(StoreError) -> [AuditVerification.Fault] {
    try read { database in
      let first = try Row.fetchAll(
        database,
        sql:
          "SELECT subject, sequence FROM audit_entry WHERE kind = 'case.opened' ORDER BY sequence"
      ).map { (subject: $0["subject"] as String, sequence: $0["sequence"] as Int) }
      var kept: [CaseID: CaseSummary?] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT * FROM case_summary") {
        kept[CaseID(number: row["number"])] = try? Self.summary(row)
      }
      var faults: [AuditVerification.Fault] = []
      for (subject, sequence) in first {
        guard let id = CaseID(subject: subject) else {
          faults.append(.init(sequence: sequence, reason: .unreadable, detail: subject))
          continue
        }
        let told = CaseSummary(try Self.case(id, in: database))
        if kept.removeValue(forKey: id) != .some(told) {
          faults.append(.init(sequence: sequence, reason: .outOfStep, detail: id.description))
        }
      }
      return faults
        + kept.keys.sorted().map {
          .init(sequence: 0, reason: .outOfStep, detail: "\($0), which the trail does not know")
        }
    }
  }

  /// Writes the summary anew from the trail, after something was erased.
  static func refreshSummary(of subject: String, in database: Database) throws {
    guard let id = CaseID(subject: subject) else { return }
    let found = try `case`(id, in: database)
    // Entries about a case that nobody opened make no case.
    guard found.history.contains(where: { $0.kind == "case.opened" }) else { return }
    try write(CaseSummary(found), id, into: database)
  }

  // MARK: - Within a transaction

  /// Runs `body` in a write transaction; a rule's refusal comes out as it was thrown, and nothing is
  /// kept.
  func admitting<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var refusal: CaseError?
    let value: Value? = try write { database in
      do {
        return try body(database)
      } catch let error as CaseError {
        refusal = error
        return nil
      }
    }
    if let refusal { throw refusal }
    guard let value else { preconditionFailure("a transaction gives a value or a refusal") }
    return value
  }

  private func write(
    _ event: CaseEvent, to current: Case, by actor: Actor, at time: Timestamp,
    in database: Database
  ) throws -> Case {
    try current.admits(event, by: actor)
    var next = current
    let body = event.json
    for entry in try append(
      [AuditDraft(kind: event.kind, subject: current.id.subject, body: body)],
      by: actor, at: time, in: database)
    {
      next.take(CaseEntry(entry, body: body))
    }
    try Self.write(CaseSummary(next), next.id, into: database)
    return next
  }

  private static func `case`(_ id: CaseID, in database: Database) throws -> Case {
    Case(
      id,
      entries: try entries(about: id.subject, in: database).map {
        CaseEntry($0.entry, body: $0.body)
      }
    )
  }

  private static func undecidedCase(
    _ reference: String, in database: Database
  ) throws -> CaseID? {
    try Int.fetchOne(
      database,
      sql: "SELECT number FROM case_summary WHERE reference = ? AND state <> ? ORDER BY number",
      arguments: [reference, Case.State.decided.rawValue]
    ).map { CaseID(number: $0) }
  }

  private static func unknown(_ id: CaseID) -> CaseError {
    CaseError(
      .unknown, "there is no case `\(id)`", help: "`quivive case list` shows what there is")
  }

  private static func write(
    _ summary: CaseSummary?, _ id: CaseID, into database: Database
  ) throws {
    guard let summary else { return }
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO case_summary
          (number, state, decision, reference, assignee, due, findings, open_findings, opened, decided)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id.number, summary.state.rawValue, summary.decision?.rawValue, summary.reference,
        summary.assignee?.name, summary.due?.iso, summary.findings, summary.openFindings,
        summary.opened.description, summary.decided?.description,
      ])
  }

  private static func summary(_ row: Row) throws -> CaseSummary {
    let number: Int = row["number"]
    func damaged() -> StoreError {
      StoreError(
        .damaged, "the summary of the case C\(number) cannot be read",
        help: "run `quivive audit verify`, and restore the store from a backup")
    }
    /// `nil` for a null; a value that cannot be read is damage.
    func read<Value>(_ column: String, _ make: (String) -> Value?) throws -> Value? {
      guard let text = row[column] as String? else { return nil }
      guard let value = make(text) else { throw damaged() }
      return value
    }
    guard let state = try read("state", Case.State.init(rawValue:)),
      let opened = try read("opened", { Timestamp($0) })
    else { throw damaged() }
    return CaseSummary(
      id: CaseID(number: number), state: state,
      decision: try read("decision", CaseDecision.Kind.init(rawValue:)),
      reference: row["reference"], assignee: try read("assignee", { Actor($0) }),
      due: try read("due", { Day(iso: $0) }), findings: row["findings"],
      openFindings: row["open_findings"], opened: opened,
      decided: try read("decided", { Timestamp($0) }))
  }
}
