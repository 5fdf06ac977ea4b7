import Decisions
import FileFormats
import SQLiteStore
import Testing
import TradeModel

struct AuditTrailTests {
  @Test func `what was recorded is found again and the chain holds`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    try file.record(250, in: store)
    let report = try store.verification()
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

  /// One thing done behind the store's back, and the first bad entry it makes.
  struct Alteration: CustomTestStringConvertible {
    let sql: String
    let fault: AuditVerification.Fault
    var testDescription: String { sql }

    init(_ sequence: Int, _ reason: AuditVerification.Fault.Reason, _ sql: String) {
      self.sql = sql
      fault = .init(sequence: sequence, reason: reason)
    }
  }

  static let alterations: [Alteration] = [
    .init(7, .altered, "UPDATE audit_entry SET time = '2020-01-01T00:00:00Z' WHERE sequence = 7"),
    .init(7, .unreadable, "UPDATE audit_entry SET time = 'yesterday' WHERE sequence = 7"),
    .init(7, .altered, "UPDATE audit_entry SET actor = 'B. Other' WHERE sequence = 7"),
    .init(7, .altered, "UPDATE audit_entry SET kind = 'case.decided' WHERE sequence = 7"),
    .init(7, .altered, "UPDATE audit_entry SET subject = 'case/C9' WHERE sequence = 7"),
    .init(7, .altered, "UPDATE audit_entry SET content = zeroblob(32) WHERE sequence = 7"),
    .init(7, .altered, "UPDATE audit_entry SET previous = zeroblob(32) WHERE sequence = 7"),
    .init(7, .altered, "UPDATE audit_entry SET hash = zeroblob(32) WHERE sequence = 7"),
    .init(7, .unreadable, "UPDATE audit_entry SET hash = x'00' WHERE sequence = 7"),
    .init(7, .misplaced, "DELETE FROM audit_entry WHERE sequence = 7"),
    .init(1, .misplaced, "DELETE FROM audit_entry WHERE sequence = 1"),
    .init(91, .unreadable, "DELETE FROM audit_entry WHERE sequence > 90"),
    .init(
      100, .cutOff,
      "DELETE FROM audit_entry WHERE sequence > 90; DELETE FROM audit_body WHERE sequence > 90"),
    .init(7, .misplaced, "UPDATE audit_entry SET sequence = 999 WHERE sequence = 7"),
    .init(
      7, .altered,
      """
      UPDATE audit_entry SET sequence = -7 WHERE sequence = 7;
      UPDATE audit_entry SET sequence = 7 WHERE sequence = 8;
      UPDATE audit_entry SET sequence = 8 WHERE sequence = -7
      """),
    .init(
      106, .altered,
      """
      INSERT INTO audit_entry SELECT 106, time, actor, kind, subject, content, previous, hash
      FROM audit_entry WHERE sequence = 105
      """),
    .init(
      0, .misplaced,
      """
      INSERT INTO audit_entry SELECT 0, time, actor, kind, subject, content, previous, hash
      FROM audit_entry WHERE sequence = 1
      """),
    .init(7, .bodyAltered, "UPDATE audit_body SET body = x'36' WHERE sequence = 7"),
    .init(7, .bodyAltered, "UPDATE audit_body SET salt = zeroblob(16) WHERE sequence = 7"),
    .init(
      106, .misplaced, "INSERT INTO audit_body SELECT 200, salt, body FROM audit_body LIMIT 1"),
    .init(7, .bodyMissing, "DELETE FROM audit_body WHERE sequence = 7"),
    .init(7, .bodyMissing, "UPDATE audit_body SET sequence = 999 WHERE sequence = 7"),
    .init(
      100, .unsigned,
      """
      UPDATE audit_checkpoint SET document =
        CAST(replace(CAST(document AS TEXT), '2023-11', '2024-11') AS BLOB)
      """
    ),
  ]

  @Test(arguments: alterations)
  func `an alteration behind the store's back is found at its first entry`(
    _ alteration: Alteration
  ) throws {
    let file = try TemporaryStore()
    let store = try file.open()
    try file.record(105, in: store)
    try file.execute(
      """
      PRAGMA foreign_keys = OFF;
      DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_unaltered;
      DROP TRIGGER audit_body_unaltered
      """)
    #expect(try store.verification().fault == nil)
    try file.execute(alteration.sql)
    let expected = alteration.fault
    let found = try store.verification().fault
    // An entry in front of the first shifts the walk: it is found where the trail begins.
    #expect(found?.sequence == max(expected.sequence, 1))
    #expect(found?.reason == expected.reason)
  }

  @Test func `a trail written anew is found by a checkpoint that was held outside`() throws {
    let file = try TemporaryStore()
    let held = try {
      let store = try file.open()
      try file.record(30, in: store)
      return try store.checkpoint(at: Timestamp(seconds: 1_700_001_000))
    }()
    let forged = try TemporaryStore()
    let store = try forged.open()
    try forged.record(40, in: store)
    #expect(try store.verification().fault == nil)
    let report = try store.verification(held: [held])
    #expect(report.fault == .init(sequence: 30, reason: .otherHead))
    #expect(
      try file.open().verification(held: [held]).fault == nil,
      "the trail it was signed over still holds")
  }

  @Test func `the store refuses to alter or remove an entry`() throws {
    let file = try TemporaryStore()
    let store = try file.open()
    try file.record(3, in: store)
    for sql in [
      "UPDATE audit_entry SET actor = 'B' WHERE sequence = 2", "DELETE FROM audit_entry",
      "UPDATE audit_body SET body = '1' WHERE sequence = 2",
    ] {
      #expect(throws: (any Error).self, "\(sql)") { try file.execute(sql) }
    }
    #expect(try store.verification().entries == 3)
  }
}
