import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// Tables of ownership on the command line.
struct OwnershipCommandTests {
  private static let rows = """
    owner,owned,share from,share to,kind,source,date
    Holding Exemple,Alpha Exemple,50,50,shares,register,2025-01-01
    Holding Exemple,Beta Exemple,50,50,shares,register,2025-01-01
    Alpha Exemple,Gamma Exemple,25,25,shares,register,2025-01-01
    Beta Exemple,Gamma Exemple,20,30,shares,register,2025-01-01
    Directrice Exemple,Gamma Exemple,,,office,,
    """
  private let folder: TemporaryFolder
  private let table: String

  init() throws {
    folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("own.csv")
    try Data(Self.rows.utf8).write(to: file)
    table = file.path
  }

  private func show(_ arguments: String...) throws -> Program.Result {
    try Program(home: StarterHome.path).run(
      ["ownership", "show", "--ownership", table, "--on", "2025-10-15"] + arguments)
  }

  @Test func `the graph above a party is shown with each reading and each test`() throws {
    let result = try show("gamma EXEMPLE", "--listed", "Holding Exemple")
    #expect(result.status == 10)
    for line in [
      "“Holding Exemple” holds 50 % of “Alpha Exemple” (own.csv:2) [owner listed]",
      "“Beta Exemple” holds 20–30 % of “Gamma Exemple” (own.csv:5)",
      "“Directrice Exemple” holds an office in “Gamma Exemple” (own.csv:6)",
      "Held by listed parties, directly: 0 %", "Multiplied along the chains: 22.5–27.5 %",
      "OFAC 50 Percent Rule: open, a fact is missing, 45–55 %",
      "UK test of ownership or control: not met, 0 %",
    ] {
      #expect(result.text.contains(line), "\(line)")
    }
    #expect(try show("Gamma Exemple").status == 0)
  }

  @Test func `JSON holds the same, with rules and sources`() throws {
    let result = try show("Gamma Exemple", "--listed", "Holding Exemple", "--json")
    let value = try JSONParser.parse(result.output)
    #expect(value["links"]?.array?.count == 5)
    #expect(value["product"]?["fromHundredths"]?.int == 2_250)
    let tests = value["tests"]?.array ?? []
    #expect(tests.map { $0["result"]?.string } == ["open", "open", "open", "not-met"])
    #expect(tests.map { $0["rule"]?.string }.first == "us-ofac-2014-08-13")
    #expect(tests.allSatisfy { $0["sources"]?.array?.isEmpty == false })
  }

  @Test func `a name, a file or a column that is not there is an error`() throws {
    let unknown = try show("Delta Exemple")
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("the table names no party `Delta Exemple`"))
    #expect(try show("Gamma Exemple", "--listed", "Nobody").status == 65)
    let program = Program(home: StarterHome.path)
    #expect(try program.run("ownership", "show", "X").status == 64)
    #expect(
      try program.run("ownership", "show", "X", "--ownership", "none.csv").status == 66)
    let other = try program.run("ownership", "show", "X", "--ownership", "Knowledge/sources.csv")
    #expect(other.status == 65)
    #expect(other.errors.contains("no columns `owner` and `owned`"))
  }

  @Test func `a dossier with a table is replayed with the same table only`() throws {
    let input = #"""
      {"parties": [{"name": "Gamma Exemple", "roles": ["purchaser"], "countries": ["AE"],
        "owners": [{"name": "MAHAN AIR", "share": "60"}]}], "items": []}
      """#
    let program = Program(home: StarterHome.path)
    let stored = try program.run(
      ["screen", "-", "--quiet", "--format", "json", "--on", "2025-10-15", "--ownership", table],
      input: Array(input.utf8))
    let findings = try JSONParser.parse(stored.output)["findings"]?.array ?? []
    let owned = findings.filter { $0["kind"]?.string == "ownership" }
    #expect(owned.map { $0["outcomeIfConfirmed"]?.string }.first == "prohibited")
    let same = try program.run("replay", "-", "--ownership", table, input: stored.output)
    #expect(same.status == 0, "\(same.text)\(same.errors)")
    let without = try program.run("replay", "-", input: stored.output)
    #expect(without.status == 66)
    #expect(without.errors.contains("table of ownership"))
    try Data((Self.rows + "\n").utf8).write(to: URL(fileURLWithPath: table))
    let other = try program.run("replay", "-", "--ownership", table, input: stored.output)
    #expect(other.status == 10)
    #expect(other.text.contains("ownership: the dossier states"))
  }
}
