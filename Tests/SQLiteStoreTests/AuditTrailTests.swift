import Decisions
import FileFormats
import Foundation
import SQLiteStore
import Testing
import TradeModel

struct AuditTrailTests {
  @Test func `what was recorded is found again and the chain holds`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    for number in 1...250 {
      try store.append(
        [.init(kind: "case.noted", subject: "case/C\(number % 3)", body: .int(number))],
        by: file.actor, at: Timestamp(seconds: 1_700_000_000 + number))
    }
    let report = try file.verification(of: store)
    #expect(report.fault == nil)
    #expect(report.entries == 250)
    #expect(report.checkpoints == 2)
    let found = try store.entries(about: "case/C1").map(\.body)
    #expect(found == stride(from: 1, through: 250, by: 3).map { JSONValue.int($0) })
  }

  @Test func `a store that another program made newer is refused`() throws {
    let file = try TemporaryStore()
    _ = try file.open()
    try file.execute("INSERT INTO grdb_migrations (identifier) VALUES ('of the future')")
    let error = #expect(throws: StoreError.self) { try file.open() }
    #expect(error?.reason == .otherVersion)
  }
}
