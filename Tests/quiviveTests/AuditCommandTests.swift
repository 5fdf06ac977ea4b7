import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// The audit trail from a terminal: what is recorded, proven, handed out, restored and erased.
struct AuditCommandTests {
  private let home: CaseHome

  init() throws {
    home = try CaseHome()
    try home.openCase()
  }

  @Test func `each act is an entry that can be listed by kind, person and subject`() throws {
    try home.decideCase()
    let all = try home.run("audit", "list").text.split(separator: "\n")
    #expect(all.first?.contains("case.opened  case/C1") == true)
    let approved = try home.run("audit", "list", "--by", home.chief, "--report", "json", "--bodies")
    let entry = try JSONParser.parse(approved.output)
    #expect(entry["kind"]?.string == "case.approved")
    #expect(entry["body"] != nil)
    #expect(try home.run("audit", "list", "--about", "case/C2").text == "")
    #expect(try home.run("audit", "list", "--last", "1").text.contains("case.approved"))
    try home.run("audit", "list", "--last", "0", status: 64)
  }

  @Test func `a checkpoint kept outside shows a trail that was cut off`() throws {
    try home.run("audit", "backup", home.folder.path("early.sqlite"))
    try home.decideCase()
    try home.run("audit", "checkpoint", "--output", home.folder.path("held.json"))
    let checkpoint = try JSONParser.parse(
      try #require(TestFiles.bytes(at: home.folder.path("held.json"))))
    let key = try #require(checkpoint["key"]?.string)
    try home.run(
      "audit", "verify", "--checkpoint", home.folder.path("held.json"), "--key", key)
    let other = String(repeating: "ab", count: 32)
    let foreign = try home.run("audit", "verify", "--key", other, status: 10)
    #expect(foreign.text.contains("signed with another key"))

    let restored = try home.run("audit", "restore", home.folder.path("early.sqlite"))
    #expect(restored.text.contains("what was there is kept as"))
    try home.run("audit", "verify")
    let cut = try home.run(
      "audit", "verify", "--checkpoint", home.folder.path("held.json"), status: 10)
    #expect(cut.text.contains("does not hold"))
  }

  @Test func `a case is kept until its time, and what is erased leaves a trail that holds`() throws
  {
    try home.write("of a person", "paper.txt")
    try home.run("case", "attach", "C1", home.folder.path("paper.txt"), as: home.officer)
    let early = try home.run(
      "audit", "erase", "case/C1", "--reason", "asked for", as: home.officer, status: 65)
    #expect(early.errors.contains("it has no decision yet"))
    try home.decideCase()
    let kept = try home.run(
      "audit", "erase", "case/C1", "--reason", "asked for", as: home.officer, status: 65)
    #expect(kept.errors.contains("has to be kept until"))
    #expect(try home.run("audit", "retention").text.contains("case/C1"))
    #expect(
      try home.run("audit", "retention", "--due", "--on", "2099-01-01").text.contains("due since"))

    let digest = "\(SHA256.digest(of: "of a person"))"
    func isHeld() -> Bool {
      FileManager.default.subpaths(atPath: home.folder.path("home"))?
        .contains { $0.hasSuffix(digest) } == true
    }
    #expect(isHeld())
    try home.run(
      "audit", "erase", "case/C1", "--reason", "asked for", "--despite-retention",
      "the right to erasure prevails", as: home.officer)
    #expect(!isHeld())
    let verified = try home.run("audit", "verify", "--report", "json")
    #expect(try JSONParser.parse(verified.output)["holds"]?.bool == true)
    #expect(try JSONParser.parse(verified.output)["erased"]?.int ?? 0 > 0)
    #expect(try home.run("audit", "list", "--about", "case/C1").text.contains("(erased)"))
    let store = try #require(TestFiles.bytes(at: home.folder.path("home/store.sqlite")))
    #expect(!String(decoding: store, as: UTF8.self).contains("seen the contract"))
  }

  @Test func `a home without a store is told apart from a trail that holds`() throws {
    let empty = try TemporaryFolder()
    var program = home.program
    program.environment["QUIVIVE_HOME"] = empty.path("none")
    let result = try program.run("audit", "verify")
    #expect(result.status == 66)
    #expect(result.errors.contains("nothing is recorded"))
    #expect(!TestFiles.exists(empty.path("none/store.sqlite")))
  }

  @Test func `a lost key is not replaced unseen`() throws {
    try FileManager.default.removeItem(atPath: home.folder.path("home/keys/audit.ed25519"))
    let refused = try home.run("case", "note", "C1", "late", as: home.officer, status: 66)
    #expect(refused.errors.contains("the key that signs the audit trail"))
    try home.run("audit", "verify")
  }
}
