public import Decisions
import GRDB
public import TradeModel

extension Store {
  /// Erases what the entries about `subject` recorded. The entries stay, with the commitment to what
  /// was there, and a new entry says who erased what and why.
  ///
  /// Of a party of the portfolio (`portfolio/<id>`) its record goes too, and the indexes of names with
  /// it: the next run compiles them anew.
  ///
  /// - Returns: the erasure's entry.
  /// - Throws: `refused` when there is nothing to erase, and for a party that is still screened.
  @discardableResult
  public func erase(
    _ subject: String, reason: String, by actor: Actor, at time: Timestamp
  ) throws(StoreError) -> AuditEntry {
    let entry = try write { database in
      let sequences = try Int.fetchAll(
        database,
        sql: """
          SELECT sequence FROM audit_entry JOIN audit_body USING (sequence)
          WHERE subject = ? AND kind <> ? ORDER BY sequence
          """, arguments: [subject, AuditErasure.kind])
      let hadRecord = try PortfolioStore.eraseRecord(of: subject, in: database)
      guard hadRecord || !sequences.isEmpty else {
        throw StoreError(
          .refused, "nothing is recorded about `\(subject)`",
          help: "`quivive audit list` shows what there is; what was erased before is gone")
      }
      let erasure = AuditErasure(sequences: sequences, reason: reason)
      let entries = try self.append(
        [AuditDraft(kind: AuditErasure.kind, subject: subject, body: erasure.json)],
        by: actor, at: time, in: database)
      try database.execute(
        sql: """
          DELETE FROM audit_body WHERE sequence IN
            (SELECT sequence FROM audit_entry WHERE subject = ? AND kind <> ?)
          """, arguments: [subject, AuditErasure.kind])
      try Self.refreshSummary(of: subject, in: database)
      return entries[0]
    }
    try forget()
    return entry
  }
}
