import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// `quivive portfolio`: imports, runs, alerts and the proof, as their user meets them.
struct PortfolioCommandTests {
  private static let first = [
    ("1", "Karomin Seldu Vantesh Ltd"), ("2", "Brigazan Horpelu Works"),
    ("3", "Tesholdu Minkaro Shipping"),
  ]

  @Test func `alerts tell changes of outcome and nothing else, and the proof holds after each run`()
    throws
  {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    let parties =
      PortfolioHomes.party("A", "Karomin Seldu Vantesh")
      + PortfolioHomes.party("B", "Zanpelu Duvar")
      + PortfolioHomes.party("C", "Brigazan Horpelu Works")
    #expect(try home.take(parties).status == 0)
    #expect(try !home.proof().holds)
    #expect(try home.rescreen()["reason"]?.string == "first")
    #expect(try home.proof().holds)
    #expect(try home.alerts().map { $0["party"]?["id"]?.string } == ["A", "C"])

    // The lists moved on: the proof says who is behind, and a delta catches up.
    try home.list(
      [Self.first[0], Self.first[2], ("4", "Zanpelu Duvar Holding")], on: "2026-01-03")
    let behind = try home.proof()
    #expect(!behind.holds)
    #expect(behind.json["gaps"]?.array?.first?["parties"]?.int == 3)
    let run = try home.rescreen()
    #expect(run["mode"]?.string == "delta")
    #expect(run["changed_listed"]?.int == 1 && run["removed_listed"]?.int == 1)
    #expect(try home.proof().holds)
    let alerts = try home.alerts(after: 2)
    #expect(alerts.map { $0["kind"]?.string } == ["new", "gone"])
    #expect(alerts.map { $0["party"]?["id"]?.string } == ["B", "C"])
    let difference = alerts.map { $0["difference"]?.array?.first }
    #expect(difference.map { $0?["change"]?.string } == ["added", "removed"])
    #expect(difference.allSatisfy { $0?["fields"]?.array?.isEmpty == false })
    #expect(
      !alerts.contains { String(decoding: $0.canonical, as: UTF8.self).contains("Zanpelu Duvar\"") }
    )

    // A full run finds the same and therefore raises nothing.
    let full = try home.rescreen("--full")
    #expect(full["reason"]?.string == "asked")
    #expect(full["alerts"]?.int == 0 && full["hits"] == run["hits"])
  }

  @Test func `a settled hit is silent until its evidence changes, and two people settle it`() throws
  {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    _ = try home.take(PortfolioHomes.party("A", "Karomin Seldu Vantesh"))
    _ = try home.rescreen()
    let listed = try #require(try home.alerts().first?["after"]?["listed"]?.string)
    func settle(_ arguments: String...) throws -> Program.Result {
      try home.program.run(["portfolio", "settle", "A", listed] + arguments)
    }
    #expect(try settle("--approve", "--as", "bob").status == 65, "nothing is proposed yet")
    let proposed = try settle(
      "--reason", "country-differs", "--rationale", "another seat", "--as", "alice")
    #expect(proposed.status == 0, "\(proposed.errors)")
    #expect(try settle("--approve", "--as", "ALICE").status == 65)
    #expect(try settle("--approve", "--as", "bob").status == 0)

    try home.list(
      [("1", "Karomin Seldu Vantesh Limited Co")] + Self.first.dropFirst(), on: "2026-01-03")
    _ = try home.rescreen()
    #expect(try home.alerts(after: 1).map { $0["kind"]?.string } == ["reopened"])
    #expect(try home.program.run("audit", "verify").status == 0)
  }

  @Test func `a changed party is screened, an unchanged one is not, a removed one has no hits`()
    throws
  {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    _ = try home.take(PortfolioHomes.party("A", "Zanpelu") + PortfolioHomes.party("B", "Duvar Lu"))
    _ = try home.rescreen()
    let again = try JSONParser.parse(
      home.take(
        PortfolioHomes.party("A", "Karomin Seldu Vantesh") + PortfolioHomes.party("B", "Duvar Lu")
      ).output)
    #expect(again["changed"]?.int == 1 && again["unchanged"]?.int == 1)
    let run = try home.rescreen()
    #expect(run["screened"]?.int == 1 && run["alerts"]?.int == 1)
    // The next change of the lists reaches the changed party by the index.
    try home.list(Array(Self.first.dropFirst()), on: "2026-01-03")
    try home.list(Self.first, on: "2026-01-04")
    let back = try home.rescreen()
    #expect(back["alerts"]?.int == 0 && back["hits"]?.int == 1)
    try home.list(Array(Self.first.dropFirst()), on: "2026-01-05")
    #expect(try home.rescreen()["hits"]?.int == 0)
    try home.list(Self.first, on: "2026-01-06")
    let anew = try home.rescreen()
    #expect(anew["hits"]?.int == 1 && anew["mode"]?.string == "delta")
    #expect(try home.program.run("portfolio", "remove", "A").status == 0)
    #expect(try home.program.run("portfolio", "remove", "A").status == 1)
    #expect(try home.rescreen()["hits"]?.int == 0)
    #expect(try home.rescreen("--full")["hits"]?.int == 0)
  }

  @Test func `a line that is no party is kept and named, and the proof does not hold over it`()
    throws
  {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    let csv =
      "id,name,schema,alias,shoeSize\nA,\"Zanpelu, \"\"Du\"\"\nvar\",Company,Lu|Var,44\nB,too,few\n"
    let run = try home.take(csv, "parties.csv")
    #expect(run.status == 1)
    #expect(run.errors.contains("line 4: the row has 3 cells, the header 5"))
    let report = try JSONParser.parse(run.output)
    #expect(report["added"]?.int == 1 && report["rejected"]?.int == 1)
    #expect(
      report["remarks"]?.array?.first?["remark"]?.string
        == "`props.shoeSize` is kept and not compared")
    let shown = try JSONParser.parse(home.program.run("portfolio", "show", "A").output)
    #expect(shown["record"]?["name"]?.array?.first?.string == "Zanpelu, \"Du\"\nvar")
    #expect(shown["record"]?["props"]?["alias"]?.array?.count == 2)
    _ = try home.rescreen()
    #expect(try !home.proof().holds)
    // Put right, the same source no longer has it.
    #expect(try home.take("id,name\nA,Zanpelu\nB,Duvar\n", "parties.csv").status == 0)
    _ = try home.rescreen()
    #expect(try home.proof().holds)
  }

  @Test func `a whole import removes what it does not have, but not when it could not be read`()
    throws
  {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    _ = try home.take(PortfolioHomes.party("A", "Zanpelu") + PortfolioHomes.party("B", "Duvar"))
    let broken = try home.folder.write(PortfolioHomes.party("A", "Zanpelu") + "{\n", to: "w.jsonl")
    let refused = try home.program.run("portfolio", "import", "--whole", broken)
    #expect(refused.status == 65)
    let status = try JSONParser.parse(
      home.program.run("portfolio", "status", "--report", "json").output)
    #expect(status["parties"]?.int == 2)
    let whole = try home.folder.write(PortfolioHomes.party("A", "Zanpelu"), to: "w.jsonl")
    #expect(try home.program.run("portfolio", "import", "--whole", whole).status == 0)
    let after = try JSONParser.parse(
      home.program.run("portfolio", "status", "--report", "json").output)
    #expect(after["parties"]?.int == 1 && after["removed"]?.int == 1)
  }

  @Test func `another policy screens everything and says so`() throws {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    _ = try home.take(PortfolioHomes.party("A", "Karomin Seldu"))
    _ = try home.rescreen()
    #expect(try home.rescreen("--policy", "wide")["reason"]?.string == "policy")
    // Without --policy the last one stays.
    #expect(try home.rescreen()["mode"]?.string == "delta")
    #expect(try home.rescreen("--policy", "ofac")["reason"]?.string == "policy")
    try home.list(Array(Self.first.dropFirst()), on: "2026-01-03")
    #expect(try home.rescreen()["reason"]?.string == "every-name")
  }

  @Test func `a killed run leaves the old state, and the proof says who is unmet`() throws {
    let home = try PortfolioHomes()
    try home.list(Self.first, on: "2026-01-02")
    var names = InventedNames(seed: 31)
    let parties = (0..<1200).map { PortfolioHomes.party("P\($0)", names.name()) }.joined()
    #expect(try home.take(parties + PortfolioHomes.party("A", "Karomin Seldu Vantesh")).status == 0)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.built)
    process.arguments = ["portfolio", "rescreen", "--progress"]
    process.environment = home.program.environment
    process.currentDirectoryURL = URL(fileURLWithPath: home.program.folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Once it keeps its watchlist it has begun.
    let kept = home.folder.path("home/portfolio")
    while try process.isRunning
      && !(FileManager.default.fileExists(atPath: kept)
        && FileManager.default.contentsOfDirectory(atPath: kept).contains {
          $0.hasSuffix(".quivive")
        })
    {
      usleep(20_000)
    }
    usleep(200_000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try #require(process.terminationReason == .uncaughtSignal, "the run was faster than the kill")
    let proof = try home.proof()
    #expect(!proof.holds)
    #expect(proof.json["gaps"]?.array?.first?["parties"]?.int == 1201)
    #expect(try home.alerts().isEmpty)
    #expect(try (home.rescreen()["hits"]?.int ?? 0) > 0)
    #expect(try home.proof().holds)
  }
}
