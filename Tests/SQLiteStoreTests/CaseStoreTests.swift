import Decisions
import FileFormats
import Foundation
import QuiviveTestKit
import SQLiteStore
import Testing
import TradeModel

struct CaseStoreTests {
  private let time = SampleCase.time("2026-11-02")

  private func opened(_ store: Store, _ reference: String = "R-1") throws -> Case {
    try store.open(
      SampleCase.dossier(), reference: reference, by: SampleCase.officer, at: time)
  }

  @Test func `the SQLite store keeps the contract`() throws {
    var files: [TemporaryStore] = []
    try CaseStoreContract {
      let file = try TemporaryStore()
      files.append(file)
      return try file.open()
    }.expectKept()
    for file in files {
      let store = try file.open()
      #expect(try store.caseFaults() == [])
      var verification = AuditVerification(checkpoints: [])
      try store.walkAudit { verification.take($0) }
      #expect(verification.finish().fault == nil)
    }
  }

  @Test(arguments: [
    "UPDATE case_summary SET state = 'decided'", "UPDATE case_summary SET state = 'closed'",
    "UPDATE case_summary SET decision = 'release'", "UPDATE case_summary SET reference = 'R-2'",
    "UPDATE case_summary SET assignee = 'B. Chief'", "UPDATE case_summary SET due = '2027-01-01'",
    "UPDATE case_summary SET findings = 1", "UPDATE case_summary SET open_findings = 0",
    "UPDATE case_summary SET opened = '2026-11-01T00:00:00Z'",
    "UPDATE case_summary SET decided = '2026-11-01T00:00:00Z'",
    "UPDATE case_summary SET number = 7", "DELETE FROM case_summary",
    """
    INSERT INTO case_summary (number, state, findings, open_findings, opened)
      VALUES (2, 'open', 1, 1, '2026-11-01T00:00:00Z')
    """,
  ])
  func `a summary altered behind the store's back is found`(_ sql: String) throws {
    let file = try TemporaryStore()
    let store = try file.open()
    _ = try opened(store)
    #expect(try store.caseFaults() == [])
    try file.execute(sql)
    let faults = try store.caseFaults()
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.reason == .outOfStep })
  }

  @Test func `a summary that cannot be read is damage, not an empty list`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    _ = try opened(store)
    try file.execute("UPDATE case_summary SET due = 'soon'")
    let error = #expect(throws: StoreError.self) { try store.cases(CaseFilter()) }
    #expect(error?.reason == .damaged)
  }

  @Test func `of many who decide at once one decides`() async throws {
    let file = try TemporaryStore()
    let first = try opened(file.open())
    let proposed = try file.open().record(
      .proposed(CaseDecision(.refuse, rationale: "listed", on: first)), in: first.id,
      by: SampleCase.officer, at: time)
    let proposal = try #require(proposed.proposal).value
    let time = time
    let approvals = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        // A connection of its own each, as processes have.
        let store = try file.open()
        group.addTask {
          do {
            try store.record(
              .approved(proposal), in: first.id, by: SampleCase.person("Chief \(number)"), at: time)
            return true
          } catch let error as CaseError {
            #expect(error.reason == .closed)
            return false
          }
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(approvals == 1)
    let after = try file.open().case(first.id)
    #expect(after.history.map(\.kind) == ["case.opened", "case.proposed", "case.approved"])
  }

  @Test func `of many who open with one reference one opens`() async throws {
    let file = try TemporaryStore()
    let time = time
    let count = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        let store = try file.open()
        group.addTask {
          do {
            _ = try store.open(
              SampleCase.dossier(), reference: "R-1", by: SampleCase.officer, at: time)
            return true
          } catch let error as CaseError {
            #expect(error.reason == .referenceInUse(CaseID(number: 1)))
            return false
          }
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(count == 1)
  }

  @Test func `what is erased of a case leaves its list too`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    let first = try opened(store, "the customer's own words")
    try store.erase(
      first.id.subject, reason: "retention ended", by: SampleCase.chief, at: time)
    let summary = try #require(try store.cases(CaseFilter()).first)
    #expect(summary.reference == nil)
    #expect(try store.caseFaults() == [])
    let error = #expect(throws: CaseError.self) {
      try store.record(.noted("x"), in: first.id, by: SampleCase.officer, at: time)
    }
    #expect(error?.reason == .erased)
    #expect(try opened(store).id.number == 2)
  }

  @Test func `an erased decision is applied no more and its number is not used again`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    let first = try store.propose(SampleGoodGuy.proposal(), by: SampleCase.officer, at: time)
    try store.record(first.approval(on: time.day), of: first.id, by: SampleCase.chief, at: time)
    try store.erase(first.id.subject, reason: "asked for", by: SampleCase.chief, at: time)
    #expect(try store.goodGuys() == [])
    let error = #expect(throws: CaseError.self) {
      try store.record(
        .withdrawn(rationale: "x"), of: first.id, by: SampleCase.officer, at: time)
    }
    #expect(error?.reason == .erased)
    let second = try store.propose(SampleGoodGuy.proposal(), by: SampleCase.officer, at: time)
    #expect(second.id.number == 2)
  }
}
