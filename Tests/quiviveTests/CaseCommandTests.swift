import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// The life of a case from a terminal, by two people.
struct CaseCommandTests {
  private let home: CaseHome

  init() throws { home = try CaseHome() }

  // MARK: Help

  private func dossier(_ arguments: String...) throws -> JSONValue {
    let result = try home.program.run(
      ["screen", home.folder.path("deal.json"), "--quiet", "--format", "json"] + arguments)
    return try JSONParser.parse(result.output)
  }

  /// What each decision says of the hit.
  private func standings(_ dossier: JSONValue) -> [String] {
    (dossier["findings"]?.array ?? []).filter { $0["kind"]?.string == "list-hit" }
      .flatMap { $0["decisions"]?.array ?? [] }.compactMap { $0["standing"]?.string }
  }

  // MARK: Cases

  @Test func `a case lives from its opening to its export`() throws {
    try home.openCase()
    try home.run("case", "assign", "C1", home.chief, as: home.officer)
    try home.run("case", "due", "C1", "2027-01-31", as: home.officer)
    try home.run("case", "ask", "C1", "What is it for?", "--finding", "F5", as: home.officer)
    try home.run("case", "answer", "C1", "Q1", "Spectacles", as: home.officer)
    try home.run("case", "note", "C1", "called the buyer", as: home.officer)
    try home.write("a register extract", "extract.txt")
    try home.run("case", "attach", "C1", home.folder.path("extract.txt"), as: home.officer)
    let early = try home.run(
      "case", "decide", "C1", "--decision", "release", "--rationale", "fine", as: home.officer,
      status: 65)
    #expect(early.errors.contains("not settled are F1, F2, F3, F4, F5"))
    try home.run("case", "dispose", "C1", "F1", "--reason", "country-differs", as: home.officer)
    let bare = try home.run(
      "case", "dispose", "C1", "F2", "--reason", "explained", as: home.officer, status: 65)
    #expect(bare.errors.contains("--rationale"))
    try home.run(
      "case", "dispose", "C1", "F2", "F3", "F4", "--reason", "explained", "--rationale",
      "seen the contract", as: home.officer)
    try home.run(
      "case", "dispose", "C1", "F5", "--reason", "escalate", "--rationale", "not sure",
      as: home.officer)
    let alone = try home.run(
      "case", "decide", "C1", "--decision", "release", "--rationale", "fine", as: home.officer,
      status: 65)
    #expect(alone.errors.contains("a finding was escalated"))
    try home.run(
      "case", "propose", "C1", "--decision", "release", "--rationale", "fine", as: home.officer)
    let same = try home.run("case", "approve", "C1", as: "a. officer", status: 65)
    #expect(same.errors.contains("cannot approve"))
    try home.run("case", "decline", "C1", "--rationale", "ask again", as: home.chief)
    try home.run(
      "case", "propose", "C1", "--decision", "release", "--rationale", "asked", as: home.officer)
    try home.run("case", "approve", "C1", as: home.chief)
    let closed = try home.run("case", "note", "C1", "late", as: home.officer, status: 65)
    #expect(closed.errors.contains("reopen"))

    let decided = try home.shown("C1")
    #expect(decided["state"]?.string == "decided")
    #expect(decided["decision"]?["decision"]?["decision"]?.string == "release")
    #expect(decided["decision"]?["proposedBy"]?.string == home.officer)
    #expect(decided["decision"]?["by"]?.string == home.chief)
    let listed = try home.run("case", "list", "--state", "decided", "--assignee", "b. chief")
    #expect(listed.text.contains("G-7"))
    #expect(try home.run("case", "list", "--state", "open").text == "No cases.\n")
    #expect(try home.run("case", "list", "--due-before", "2027-01-31").text == "No cases.\n")
    let french = try home.run("case", "show", "C1", "--language", "fr")
    #expect(french.text.contains("DÉCISION"))
    #expect(french.text.split(separator: "\n").allSatisfy { $0.count <= 120 })

    try home.run("case", "export", "C1", "--output", home.folder.path("export"))
    let exported = try JSONParser.parse(
      try #require(TestFiles.bytes(at: home.folder.path("export/case.json"))))
    #expect(exported["case"]?["history"]?.array?.count == exported["entries"]?.array?.count)
    try expectCommitments(exported["entries"]?.array ?? [])
    let digest = try #require(decided["dossiers"]?.array?.first?["sha256"]?.string)
    #expect(TestFiles.exists(home.folder.path("export/dossiers/\(digest).json")))
    try home.run("replay", digest)
    try home.run("case", "export", "C1", "--output", home.folder.path("export"), status: 66)

    try home.run("case", "reopen", "C1", "--reason", "an answer came", as: home.officer)
    #expect(try home.shown("C1")["state"]?.string == "open")
    try home.run("audit", "verify")
  }

  /// That whoever holds the export can compute the commitment of each entry again.
  private func expectCommitments(_ entries: [JSONValue]) throws {
    #expect(!entries.isEmpty)
    for entry in entries {
      let salt = try #require(
        entry["body"]?["salt"]?.string.flatMap { Hexadecimal.bytes(of: $0) })
      let content = try #require(entry["body"]?["content"])
      #expect(
        "\(SHA256.digest(of: salt + content.canonical))" == entry["entry"]?["content"]?.string)
      let own = try #require(entry["entry"])
      #expect("\(SHA256.digest(of: own.canonical))" == entry["hash"]?.string)
    }
  }

  @Test func `conclusions carry over to what says the same, and the rest is reviewed again`() throws
  {
    try home.openCase()
    try home.run(
      "case", "dispose", "C1", "F1", "--reason", "country-differs", "--rationale", "papers",
      as: home.officer)
    try home.importList("own.one", "1", on: "2026-02-01", before: true)
    try home.run("case", "rescreen", "C1", as: home.officer)
    #expect(try home.shown("C1")["findings"]?.array?.first?["standing"]?.string == "settled")
    try home.importList(
      "own.one", "1", on: "2026-03-01", alias: "NORDWERK OPTIK ZWEI", before: true)
    // The same reference again goes into the same case.
    let again = try home.run("case", "open", home.folder.path("deal.json"), as: home.officer)
    #expect(again.text.contains("C1 rescreened"))
    #expect(again.text.contains("to be reviewed again: F1"))
    let finding = try home.shown("C1")["findings"]?.array?.first
    #expect(finding?["standing"]?.string == "review-again")
    #expect(finding?["disposition"]?["rationale"]?.string == "papers")
    #expect(try home.shown("C1")["dossiers"]?.array?.count == 3)
  }

  @Test func `a case as known before its opening is not there`() throws {
    try home.openCase()
    let early = try home.run("case", "show", "C1", "--as-known-on", "2020-01-01", status: 66)
    #expect(early.errors.contains("was not open on 2020-01-01"))
    #expect(try home.shown("C1", "--as-known-on", "2100-01-01")["id"]?.string == "C1")
    try home.run("case", "show", "C9", status: 66)
  }

  @Test func `of two processes that approve at once one does`() async throws {
    try home.openCase()
    try home.run(
      "case", "propose", "C1", "--decision", "refuse", "--rationale", "listed", as: home.officer)
    let program = home.program
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<4 {
        group.addTask { try program.run("case", "approve", "C1", "--as", "Chief \(number)").status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.sorted() == [0, 65, 65, 65])
  }

  @Test func `an attachment that was altered is not exported`() throws {
    try home.openCase()
    try home.write("a register extract", "extract.txt")
    try home.run("case", "attach", "C1", home.folder.path("extract.txt"), as: home.officer)
    let digest = "\(SHA256.digest(of: "a register extract"))"
    let kept = try #require(
      FileManager.default.subpaths(atPath: home.folder.path("home"))?.first { $0.hasSuffix(digest) }
    )
    try home.write("another extract", "home/\(kept)")
    try home.run("case", "export", "C1", "--output", home.folder.path("export"), status: 65)
    #expect(!TestFiles.exists(home.folder.path("export")))
    #expect(!TestFiles.exists(home.folder.path("export.part")))
  }

  // MARK: Good guys

  private func decide(_ number: Int, _ options: String...) throws {
    let arguments =
      [
        "good-guy", "propose", "C1", "F1", "--reason", "country-differs", "--rationale",
        "seat in Austria", "--as", home.officer,
      ] + options
    let proposed = try home.program.run(arguments)
    #expect(proposed.status == 0, "\(proposed.errors)")
    try home.run("good-guy", "approve", "G\(number)", as: home.officer, status: 65)
    try home.run("good-guy", "approve", "G\(number)", as: home.chief)
  }

  @Test func `a decision survives an import of the same and a merge of what is decided`() throws {
    try home.openCase()
    let before = try dossier()
    #expect(before["outcome"]?.string == "hold")
    try decide(1)
    let quiet = try dossier()
    #expect(quiet["outcome"]?.string == "incomplete")
    #expect(quiet["quieted"]?["decisions"]?.array == ["G1"])
    #expect(quiet["findings"]?.array?.count == before["findings"]?.array?.count)
    let text = try home.program.run("screen", home.folder.path("deal.json"), "--quiet")
    #expect(text.text.contains("1 finding quieted by decision G1"))

    try home.importList("own.one", "1", on: "2026-02-01", before: true)
    #expect(standings(try dossier()) == ["applies"])
    try home.importList("own.two", "2", on: "2026-02-01")
    let merged = try dossier()
    #expect(merged["outcome"]?.string == "hold")
    #expect(standings(merged) == ["listing-grown"])
    try home.run("case", "rescreen", "C1", as: home.officer)
    try decide(2)
    #expect(standings(try dossier()) == ["applies", "applies"])
    #expect(try dossier()["outcome"]?.string == "incomplete")

    try home.importList("own.two", "2", on: "2026-03-01", alias: "NORDWERK OPTIK ZWEI")
    #expect(standings(try dossier()).contains("listing-changed"))
    #expect(try dossier()["outcome"]?.string == "hold")
  }

  @Test func `a decision reopens with the customer's record, the policy and its withdrawal`() throws
  {
    try home.openCase()
    try decide(1)
    try home.run("good-guy", "approve", "G1", as: "C. Third", status: 65)
    #expect(standings(try dossier("--policy", "strict")) == ["policy-changed"])
    try home.write(CaseHome.deal(country: "Switzerland"), "deal.json")
    #expect(standings(try dossier()) == ["customer-changed"])
    try home.write(CaseHome.deal(country: "Austria"), "deal.json")
    #expect(standings(try dossier()) == ["applies"])
    try home.run("good-guy", "withdraw", "G1", "--rationale", "sold", as: home.officer)
    #expect(standings(try dossier()) == [])
    #expect(try dossier()["outcome"]?.string == "hold")
    #expect(try home.run("good-guy", "list").text.contains("withdrawn"))
  }

  @Test func `a dossier with decisions is replayed whatever became of them`() throws {
    try home.openCase()
    try decide(1)
    try home.run(
      "screen", home.folder.path("deal.json"), "--quiet", "--format", "json", "--output",
      home.folder.path("dossier.json"), status: 10)
    try home.run("good-guy", "withdraw", "G1", "--rationale", "sold", as: home.officer)
    #expect(try home.run("replay", home.folder.path("dossier.json")).text.hasPrefix("same bytes"))
  }

  @Test func `decisions can be left aside, and the dossier says so`() throws {
    try home.openCase()
    try decide(1)
    let aside = try dossier("--no-decisions")
    #expect(aside["outcome"]?.string == "hold")
    #expect(aside["goodGuys"] == nil)
    let notices = aside["request"]?["notices"]?.array ?? []
    #expect(notices.contains { $0["en"]?.string == "Recorded good-guy decisions were left aside." })
  }

  @Test func `a decision on a list quiets until the customer resembles more of it`() throws {
    try home.openCase()
    try decide(1, "--list", "own.one")
    #expect(standings(try dossier()) == ["applies"])
    try home.write(
      """
      {"id": "1", "schema": "Company", "properties": {"name": ["NORDWERK OPTIK"], "country": ["de"], \
      "topics": ["sanction"], "leiCode": ["529900T8BM49AURSDO55"]}}
      {"id": "3", "schema": "Company", "properties": {"name": ["NORDWERK OPTIK"], "country": ["ch"], \
      "topics": ["sanction"]}}

      """, "list.ftm.json")
    try home.run(
      "lists", "import", home.folder.path("list.ftm.json"), "--list", "own.one", "--published",
      "2026-02-01")
    #expect(standings(try dossier()).sorted() == ["applies", "listing-grown"])
    #expect(try dossier()["outcome"]?.string == "hold")
  }

  @Test func `a red flag that only quieted hits raise is quieted with them, others are not`() throws
  {
    try home.run("lists", "starter")
    try home.write(
      #"""
      {"reference": "G-8", "parties": [
        {"names": ["Fadjr Marine Industries"], "roles": ["end-user"], "countries": ["Austria"]},
        {"names": ["Aflak Micro Electronics"], "roles": ["forwarder"], "countries": ["Austria"]}],
        "items": [{"description": "lens grinding machine"}]}
      """#, "deal.json")
    try home.openCase()
    let before = try dossier()
    func listed(_ dossier: JSONValue) -> [JSONValue] {
      (dossier["findings"]?.array ?? []).filter { $0["rule"]?.string == "RF-LS-01" }
    }
    #expect(listed(before).count == 2)
    let hit = try #require(
      before["findings"]?.array?.first {
        $0["hit"] != nil && $0["title"]?["en"]?.string?.contains("Fadjr") == true
      }?["id"]?.string)
    try home.run(
      "good-guy", "propose", "C1", hit, "--reason", "country-differs", "--rationale", "Austrian",
      as: home.officer)
    try home.run("good-guy", "approve", "G1", as: home.chief)
    let after = try dossier()
    #expect(after["findings"]?.array?.count == before["findings"]?.array?.count)
    let flags = listed(after)
    #expect(flags.count == 2)
    for flag in flags {
      let isFadjr = flag["title"]?["en"]?.string?.contains("Fadjr") == true
      #expect((flag["quieted"]?.bool == true) == isFadjr)
    }
    #expect(after["outcome"]?.string == "hold")
  }

  @Test func `what is no resemblance is not proposed`() throws {
    try home.openCase()
    let question = try home.run(
      "good-guy", "propose", "C1", "F2", "--reason", "country-differs", "--rationale", "x",
      as: home.officer, status: 65)
    #expect(question.errors.contains("no hit on a list"))
    try home.run(
      "good-guy", "propose", "C1", "F1", "--reason", "confirmed-by-identifier", "--rationale", "x",
      as: home.officer, status: 65)
    try home.run(
      "good-guy", "propose", "C1", "F1", "--reason", "country-differs", "--rationale", "x",
      "--months", "37", as: home.officer, status: 65)
    try home.run(
      "good-guy", "propose", "C1", "F1", "--reason", "country-differs", "--rationale", "x",
      "--list", "own.two", as: home.officer, status: 65)
    #expect(try home.run("good-guy", "list").text == "No decisions.\n")
  }
}
