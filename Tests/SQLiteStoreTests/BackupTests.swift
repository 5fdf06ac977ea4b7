import Decisions
import Foundation
import SQLiteStore
import Testing
import TradeModel

struct BackupTests {
  @Test func `a backup made while the store is written holds and can be restored`() async throws {
    let file = try TemporaryStore()
    let store = try file.open()
    try file.record(60, in: store)
    let path = file.folder.appendingPathComponent("backup.sqlite").path
    async let writing: Void = Task.detached { try file.record(200, in: store) }.value
    let report = try store.backup(to: path)
    try await writing
    #expect(report.fault == nil)
    #expect((60...260).contains(report.entries))
    #expect(try store.verification().entries == 260)

    let restored = try Store.restore(path, to: file.path, mark: "aside")
    #expect(restored.report == report)
    #expect(restored.replaced == file.path + ".aside")
    #expect(try file.open().verification() == report)
    let old = try Store(path: file.path + ".aside", key: nil)
    #expect(try old.verification().entries == 260, "what was replaced is kept whole")
  }

  @Test func `a backup replaces nothing, and a damaged one restores nothing`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    try file.record(5, in: store)
    #expect(throws: StoreError.self) { try store.backup(to: file.path) }
    let path = file.folder.appendingPathComponent("backup.sqlite").path
    _ = try store.backup(to: path)
    try file.execute(
      "DROP TRIGGER audit_entry_unaltered; UPDATE audit_entry SET actor = 'B'", at: path)
    let error = #expect(throws: StoreError.self) {
      _ = try Store.restore(path, to: file.path, mark: "aside")
    }
    #expect(error?.reason == .damaged)
    #expect(try file.open().verification().entries == 5)
  }
}
