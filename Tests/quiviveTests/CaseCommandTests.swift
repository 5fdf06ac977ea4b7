import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// The life of a case from a terminal, by two people.
struct CaseCommandTests {
  private let folder: TemporaryFolder
  private let program: Program

  /// A home with one invented list.
  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder.path("home"))
    try importList("own.one", "1", on: "2026-01-01")
    try write(Self.deal(country: "Austria"), "deal.json")
  }

  // MARK: Help

  static func deal(country: String) -> String {
    #"""
    {"reference": "G-7", "parties": [{"names": ["Nordwerk Optik"], "kind": "organisation",
      "roles": ["end-user"], "countries": ["\#(country)"]}],
      "items": [{"description": "lens grinding machine"}]}
    """#
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
  }

  /// - Parameter before: a record that stands above, so that the place of the other moves.
  private func importList(
    _ list: String, _ id: String, on day: String, alias: String? = nil, before: Bool = false
  ) throws {
    let alias = alias.map { #", "alias": ["\#($0)"]"# } ?? ""
    let record =
      #"{"id": "\#(id)", "schema": "Company", "properties": {"name": ["NORDWERK OPTIK"], "#
      + #""country": ["de"], "topics": ["sanction"], "leiCode": ["529900T8BM49AURSDO55"]\#(alias)}}"#
    let other =
      #"{"id": "0", "schema": "Company", "properties": {"name": ["ANOTHER HOUSE LTD"], "topics": ["sanction"]}}"#
    try write((before ? "\(other)\n" : "") + record + "\n", "list.ftm.json")
    try run("lists", "import", folder.path("list.ftm.json"), "--list", list, "--published", day)
  }

  @discardableResult
  private func run(
    _ arguments: String..., as person: String? = nil, status: Int32 = 0,
    location: SourceLocation = #_sourceLocation
  ) throws -> Program.Result {
    let result = try program.run(arguments + (person.map { ["--as", $0] } ?? []))
    #expect(
      result.status == status, "\(arguments.joined(separator: " ")): \(result.errors)",
      sourceLocation: location)
    return result
  }

  private func shown(_ arguments: String...) throws -> JSONValue {
    let result = try program.run(["case", "show"] + arguments + ["--format", "json"])
    return try JSONParser.parse(result.output)
  }

  private func dossier(_ arguments: String...) throws -> JSONValue {
    let result = try program.run(
      ["screen", folder.path("deal.json"), "--quiet", "--format", "json"] + arguments)
    return try JSONParser.parse(result.output)
  }

  /// What each decision says of the hit.
  private func standings(_ dossier: JSONValue) -> [String] {
    (dossier["findings"]?.array ?? []).filter { $0["kind"]?.string == "list-hit" }
      .flatMap { $0["decisions"]?.array ?? [] }.compactMap { $0["standing"]?.string }
  }

  private let officer = "A. Officer"
  private let chief = "B. Chief"

  private func openCase() throws {
    try run("case", "open", folder.path("deal.json"), as: officer)
  }

  // MARK: Cases

  @Test func `a case lives from its opening to its export`() throws {
    try openCase()
    try run("case", "assign", "C1", chief, as: officer)
    try run("case", "due", "C1", "2027-01-31", as: officer)
    try run("case", "ask", "C1", "What is it for?", "--finding", "F5", as: officer)
    try run("case", "answer", "C1", "Q1", "Spectacles", as: officer)
    try run("case", "note", "C1", "called the buyer", as: officer)
    try write("a register extract", "extract.txt")
    try run("case", "attach", "C1", folder.path("extract.txt"), as: officer)
    let early = try run(
      "case", "decide", "C1", "--decision", "release", "--rationale", "fine", as: officer,
      status: 65)
    #expect(early.errors.contains("not settled are F1, F2, F3, F4, F5"))
    try run("case", "dispose", "C1", "F1", "--reason", "country-differs", as: officer)
    let bare = try run(
      "case", "dispose", "C1", "F2", "--reason", "explained", as: officer, status: 65)
    #expect(bare.errors.contains("--rationale"))
    try run(
      "case", "dispose", "C1", "F2", "F3", "F4", "--reason", "explained", "--rationale",
      "seen the contract", as: officer)
    try run(
      "case", "dispose", "C1", "F5", "--reason", "escalate", "--rationale", "not sure", as: officer)
    let alone = try run(
      "case", "decide", "C1", "--decision", "release", "--rationale", "fine", as: officer,
      status: 65)
    #expect(alone.errors.contains("a finding was escalated"))
    try run(
      "case", "propose", "C1", "--decision", "release", "--rationale", "fine", as: officer)
    let same = try run("case", "approve", "C1", as: "a. officer", status: 65)
    #expect(same.errors.contains("cannot approve"))
    try run("case", "decline", "C1", "--rationale", "ask again", as: chief)
    try run(
      "case", "propose", "C1", "--decision", "release", "--rationale", "asked", as: officer)
    try run("case", "approve", "C1", as: chief)
    let closed = try run("case", "note", "C1", "late", as: officer, status: 65)
    #expect(closed.errors.contains("reopen"))

    let decided = try shown("C1")
    #expect(decided["state"]?.string == "decided")
    #expect(decided["decision"]?["decision"]?["decision"]?.string == "release")
    #expect(decided["decision"]?["proposedBy"]?.string == officer)
    #expect(decided["decision"]?["by"]?.string == chief)
    let listed = try run("case", "list", "--state", "decided", "--assignee", "b. chief")
    #expect(listed.text.contains("G-7"))
    #expect(try run("case", "list", "--state", "open").text == "No cases.\n")
    #expect(try run("case", "list", "--due-before", "2027-01-31").text == "No cases.\n")
    let french = try run("case", "show", "C1", "--language", "fr")
    #expect(french.text.contains("DÉCISION"))
    #expect(french.text.split(separator: "\n").allSatisfy { $0.count <= 120 })

    try run("case", "export", "C1", "--output", folder.path("export"))
    let exported = try JSONParser.parse(
      try #require(TestFiles.bytes(at: folder.path("export/case.json"))))
    #expect(exported["case"]?["history"]?.array?.count == exported["entries"]?.array?.count)
    try expectCommitments(exported["entries"]?.array ?? [])
    let digest = try #require(decided["dossiers"]?.array?.first?["sha256"]?.string)
    #expect(TestFiles.exists(folder.path("export/dossiers/\(digest).json")))
    try run("replay", digest)
    try run("case", "export", "C1", "--output", folder.path("export"), status: 66)

    try run("case", "reopen", "C1", "--reason", "an answer came", as: officer)
    #expect(try shown("C1")["state"]?.string == "open")
    try run("audit", "verify")
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
    try openCase()
    try run(
      "case", "dispose", "C1", "F1", "--reason", "country-differs", "--rationale", "papers",
      as: officer)
    try importList("own.one", "1", on: "2026-02-01", before: true)
    try run("case", "rescreen", "C1", as: officer)
    #expect(try shown("C1")["findings"]?.array?.first?["standing"]?.string == "settled")
    try importList("own.one", "1", on: "2026-03-01", alias: "NORDWERK OPTIK ZWEI", before: true)
    // The same reference again goes into the same case.
    let again = try run("case", "open", folder.path("deal.json"), as: officer)
    #expect(again.text.contains("C1 rescreened"))
    #expect(again.text.contains("to be reviewed again: F1"))
    let finding = try shown("C1")["findings"]?.array?.first
    #expect(finding?["standing"]?.string == "review-again")
    #expect(finding?["disposition"]?["rationale"]?.string == "papers")
    #expect(try shown("C1")["dossiers"]?.array?.count == 3)
  }

  @Test func `a case as known before its opening is not there`() throws {
    try openCase()
    let early = try run("case", "show", "C1", "--as-known-on", "2020-01-01", status: 66)
    #expect(early.errors.contains("was not open on 2020-01-01"))
    #expect(try shown("C1", "--as-known-on", "2100-01-01")["id"]?.string == "C1")
    try run("case", "show", "C9", status: 66)
  }

  @Test func `of two processes that approve at once one does`() async throws {
    try openCase()
    try run(
      "case", "propose", "C1", "--decision", "refuse", "--rationale", "listed", as: officer)
    let program = program
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<4 {
        group.addTask { try program.run("case", "approve", "C1", "--as", "Chief \(number)").status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.sorted() == [0, 65, 65, 65])
  }

  @Test func `an attachment that was altered is not exported`() throws {
    try openCase()
    try write("a register extract", "extract.txt")
    try run("case", "attach", "C1", folder.path("extract.txt"), as: officer)
    let digest = "\(SHA256.digest(of: "a register extract"))"
    let kept = try #require(
      FileManager.default.subpaths(atPath: folder.path("home"))?.first { $0.hasSuffix(digest) })
    try write("another extract", "home/\(kept)")
    try run("case", "export", "C1", "--output", folder.path("export"), status: 65)
    #expect(!TestFiles.exists(folder.path("export")))
    #expect(!TestFiles.exists(folder.path("export.part")))
  }

  // MARK: Good guys

  private func decide(_ number: Int, _ options: String...) throws {
    let arguments =
      [
        "good-guy", "propose", "C1", "F1", "--reason", "country-differs", "--rationale",
        "seat in Austria", "--as", officer,
      ] + options
    let proposed = try program.run(arguments)
    #expect(proposed.status == 0, "\(proposed.errors)")
    try run("good-guy", "approve", "G\(number)", as: officer, status: 65)
    try run("good-guy", "approve", "G\(number)", as: chief)
  }

  @Test func `a decision survives an import of the same and a merge of what is decided`() throws {
    try openCase()
    let before = try dossier()
    #expect(before["outcome"]?.string == "hold")
    try decide(1)
    let quiet = try dossier()
    #expect(quiet["outcome"]?.string == "incomplete")
    #expect(quiet["quieted"]?["decisions"]?.array == ["G1"])
    #expect(quiet["findings"]?.array?.count == before["findings"]?.array?.count)
    let text = try program.run("screen", folder.path("deal.json"), "--quiet")
    #expect(text.text.contains("1 finding quieted by decision G1"))

    try importList("own.one", "1", on: "2026-02-01", before: true)
    #expect(standings(try dossier()) == ["applies"])
    try importList("own.two", "2", on: "2026-02-01")
    let merged = try dossier()
    #expect(merged["outcome"]?.string == "hold")
    #expect(standings(merged) == ["listing-grown"])
    try run("case", "rescreen", "C1", as: officer)
    try decide(2)
    #expect(standings(try dossier()) == ["applies", "applies"])
    #expect(try dossier()["outcome"]?.string == "incomplete")

    try importList("own.two", "2", on: "2026-03-01", alias: "NORDWERK OPTIK ZWEI")
    #expect(standings(try dossier()).contains("listing-changed"))
    #expect(try dossier()["outcome"]?.string == "hold")
  }

  @Test func `a decision reopens with the customer's record, the policy and its withdrawal`() throws
  {
    try openCase()
    try decide(1)
    try run("good-guy", "approve", "G1", as: "C. Third", status: 65)
    #expect(standings(try dossier("--policy", "strict")) == ["policy-changed"])
    try write(Self.deal(country: "Switzerland"), "deal.json")
    #expect(standings(try dossier()) == ["customer-changed"])
    try write(Self.deal(country: "Austria"), "deal.json")
    #expect(standings(try dossier()) == ["applies"])
    try run("good-guy", "withdraw", "G1", "--rationale", "sold", as: officer)
    #expect(standings(try dossier()) == [])
    #expect(try dossier()["outcome"]?.string == "hold")
    #expect(try run("good-guy", "list").text.contains("withdrawn"))
  }

  @Test func `a dossier with decisions is replayed whatever became of them`() throws {
    try openCase()
    try decide(1)
    try run(
      "screen", folder.path("deal.json"), "--quiet", "--format", "json", "--output",
      folder.path("dossier.json"), status: 10)
    try run("good-guy", "withdraw", "G1", "--rationale", "sold", as: officer)
    #expect(try run("replay", folder.path("dossier.json")).text.hasPrefix("same bytes"))
  }

  @Test func `decisions can be left aside, and the dossier says so`() throws {
    try openCase()
    try decide(1)
    let aside = try dossier("--no-decisions")
    #expect(aside["outcome"]?.string == "hold")
    #expect(aside["goodGuys"] == nil)
    let notices = aside["request"]?["notices"]?.array ?? []
    #expect(notices.contains { $0["en"]?.string == "Recorded good-guy decisions were left aside." })
  }

  @Test func `a decision on a list quiets until the customer resembles more of it`() throws {
    try openCase()
    try decide(1, "--list", "own.one")
    #expect(standings(try dossier()) == ["applies"])
    try write(
      """
      {"id": "1", "schema": "Company", "properties": {"name": ["NORDWERK OPTIK"], "country": ["de"], \
      "topics": ["sanction"], "leiCode": ["529900T8BM49AURSDO55"]}}
      {"id": "3", "schema": "Company", "properties": {"name": ["NORDWERK OPTIK"], "country": ["ch"], \
      "topics": ["sanction"]}}

      """, "list.ftm.json")
    try run(
      "lists", "import", folder.path("list.ftm.json"), "--list", "own.one", "--published",
      "2026-02-01")
    #expect(standings(try dossier()).sorted() == ["applies", "listing-grown"])
    #expect(try dossier()["outcome"]?.string == "hold")
  }

  @Test func `a red flag that only quieted hits raise is quieted with them, others are not`() throws
  {
    try run("lists", "starter")
    try write(
      #"""
      {"reference": "G-8", "parties": [
        {"names": ["Fadjr Marine Industries"], "roles": ["end-user"], "countries": ["Austria"]},
        {"names": ["Aflak Micro Electronics"], "roles": ["forwarder"], "countries": ["Austria"]}],
        "items": [{"description": "lens grinding machine"}]}
      """#, "deal.json")
    try openCase()
    let before = try dossier()
    func listed(_ dossier: JSONValue) -> [JSONValue] {
      (dossier["findings"]?.array ?? []).filter { $0["rule"]?.string == "RF-LS-01" }
    }
    #expect(listed(before).count == 2)
    let hit = try #require(
      before["findings"]?.array?.first {
        $0["hit"] != nil && $0["title"]?["en"]?.string?.contains("Fadjr") == true
      }?["id"]?.string)
    try run(
      "good-guy", "propose", "C1", hit, "--reason", "country-differs", "--rationale", "Austrian",
      as: officer)
    try run("good-guy", "approve", "G1", as: chief)
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
    try openCase()
    let question = try run(
      "good-guy", "propose", "C1", "F2", "--reason", "country-differs", "--rationale", "x",
      as: officer, status: 65)
    #expect(question.errors.contains("no hit on a list"))
    try run(
      "good-guy", "propose", "C1", "F1", "--reason", "confirmed-by-identifier", "--rationale", "x",
      as: officer, status: 65)
    try run(
      "good-guy", "propose", "C1", "F1", "--reason", "country-differs", "--rationale", "x",
      "--months", "37", as: officer, status: 65)
    try run(
      "good-guy", "propose", "C1", "F1", "--reason", "country-differs", "--rationale", "x",
      "--list", "own.two", as: officer, status: 65)
    #expect(try run("good-guy", "list").text == "No decisions.\n")
  }
}
