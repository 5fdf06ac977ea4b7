import Decisions
import FileFormats
import Foundation
import SQLiteStore
import Testing
import TradeModel

struct ErasureTests {
  private static let secret = "Jean-Baptiste Inconnu"
  private static let time = Timestamp(seconds: 1_700_000_000)

  private func store(in file: TemporaryStore) throws -> Store {
    let store = try file.open()
    try store.append(
      [
        .init(kind: "case.noted", subject: "case/C1", body: .string(Self.secret)),
        .init(kind: "case.noted", subject: "case/C2", body: "stays"),
      ], by: file.actor, at: Self.time)
    return store
  }

  private func isOnDisk(_ text: String, _ file: TemporaryStore) throws -> Bool {
    try ["", "-wal"].contains { end in
      let url = URL(fileURLWithPath: file.path + end)
      guard FileManager.default.fileExists(atPath: url.path) else { return false }
      return try Data(contentsOf: url).range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `what was erased is gone from the disk and the chain still holds`() throws {
    let file = try TemporaryStore()
    let store = try store(in: file)
    #expect(try isOnDisk(Self.secret, file))
    try store.erase("case/C1", reason: "retention ended", by: file.actor, at: Self.time)
    #expect(try !isOnDisk(Self.secret, file))
    let report = try store.verification()
    #expect(report.fault == nil)
    #expect(report.erased == 1)
    let rest = try store.entries(about: "case/C1")
    #expect(rest.map(\.entry.kind) == ["case.noted", AuditErasure.kind])
    #expect(rest[0].body == nil)
    #expect(try store.entries(about: "case/C2").map(\.body) == ["stays"])
  }

  @Test func `an erasure of nothing is refused`() throws {
    let file = try TemporaryStore()
    let store = try store(in: file)
    let error = #expect(throws: StoreError.self) {
      try store.erase("case/C7", reason: "r", by: file.actor, at: Self.time)
    }
    #expect(error?.reason == .refused)
    #expect(try store.verification().entries == 2)
  }

  @Test func `a body that comes back after its erasure is found`() throws {
    let file = try TemporaryStore()
    let store = try store(in: file)
    try file.execute("CREATE TABLE kept AS SELECT * FROM audit_body WHERE sequence = 1")
    try store.erase("case/C1", reason: "r", by: file.actor, at: Self.time)
    try file.execute("INSERT INTO audit_body SELECT * FROM kept")
    #expect(try store.verification().fault == .init(sequence: 1, reason: .erasedRemains))
  }
}
