import FileFormats
import QuiviveTestKit
import Testing
import TradeModel

@testable import Listings

struct FTMImporterTests {
  @Test(arguments: ["ftm/entities.ftm.json", "ftm/targets.nested.json"])
  func `keeps the importer contract`(_ fixture: String) {
    ListImporterContract(FTMImporter.self, on: .tabular(fixture, as: "own.list")).expectKept()
  }

  @Test(arguments: ["ftm/entities.ftm", "ftm/targets.nested"])
  func `gives what a person has read`(_ fixture: String) throws {
    let imported = try Imported(FTMImporter(), fixture + ".json", as: "own.list")
    expectGolden(imported.json, at: fixture + ".golden.json")
  }

  @Test func `joins what stands in entities of its own`() throws {
    let imported = try Imported(FTMImporter(), "ftm/entities.ftm.json", as: "own.list")
    let person = try #require(imported["own-1"])
    #expect(person.displayName == "Invented Examplev")
    #expect(person.programmes == ["XA-1", "Atlantis programme"])
    #expect(person.addresses.first?.city == "Northtown")
    #expect(person.identifiers.filter { $0.kind == .passport }.map(\.issuer) == ["xa"])
    let company = try #require(imported["own-2"])
    let owner = company.relations.first { $0.type == "Ownership.owner" }
    #expect(owner?.target == .key("own-1"))
    #expect(owner?.share == 3_330)
    #expect(company.identifiers.contains { $0.kind == .cryptoWallet })
  }

  @Test func `accounts for entities that belong to nobody`() throws {
    let report = try Imported(FTMImporter(), "ftm/entities.ftm.json", as: "own.list").report
    #expect(report.records == 7)
    #expect(
      report.issues.map(\.problem) == [
        "`own-6` has no name", "the `Sanction` `own-x-1` belongs to no party of the file",
      ])
  }

  @Test func `refuses a delta unless a person accepts it`() throws {
    let error = #expect(throws: ListFormatError.self) {
      try Imported(FTMImporter(), "ftm/entities.delta.json", as: "own.list")
    }
    #expect(error?.reason == .amendment)
    let accepted = try Imported(
      FTMImporter(), "ftm/entities.delta.json", as: "own.list", acceptsIncomplete: true)
    #expect(accepted.designations.map(\.id.key) == ["own-7"])
    #expect(accepted.report.acceptedProblems.count == 1)
    #expect(accepted.report.issues.count == 1)
  }

  @Test(arguments: [
    ("50", 5_000), ("33.3 %", 3_330), ("12,55", 1_255), ("100", 10_000), ("101", nil),
    ("100.5", nil),
    ("25-50", nil), ("half", nil), ("", nil),
  ])
  func `reads a share in hundredths of a percent`(_ text: String, _ share: Int?) {
    #expect(FTMDesignation.share(text) == share)
  }

  @Test(
    .enabled(
      if: SharedData.has("data/bench/names-index.jsonl.gz"),
      "skipped: ../shared/data/bench is not there"))
  func `loads the name benchmark whole`() throws {
    let path = SharedData.path("data/bench/names-index.jsonl.gz")
    let bytes = try Gzip.decompress(#require(TestFiles.bytes(at: path)))
    let list = try #require(ListID("bench.names"))
    var names = 0
    let report = try ListCatalogue.report(
      on: ListSnapshot(list: list, file: ListFile(name: "names-index.jsonl", bytes: bytes))
    ) { names += $0.names.count }
    #expect(report.counts.designations == 39_968)
    #expect(report.issues.isEmpty)
    #expect(names == 111_127)
  }
}
