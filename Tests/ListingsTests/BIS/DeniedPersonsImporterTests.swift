import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct DeniedPersonsImporterTests {
  static let file = ListFile.fixture("us.bis.dpl/dpl.txt")

  static func snapshot(_ file: ListFile = file) throws -> ListSnapshot {
    ListSnapshot(list: try #require(ListID("us.bis.dpl")), file: file)
  }

  private static func run(
    _ file: ListFile = file
  ) throws -> (report: ImportReport, designations: [Designation]) {
    var designations: [Designation] = []
    let report = try DeniedPersonsImporter().report(on: snapshot(file)) { designations.append($0) }
    return (report, designations)
  }

  @Test func `keeps the importer contract`() throws {
    ListImporterContract(DeniedPersonsImporter.self, on: try Self.snapshot()).expectKept()
  }

  @Test func `keeps every field of the fixture`() throws {
    expectGolden(
      try imported(DeniedPersonsImporter.self, Self.snapshot()),
      at: "us.bis.dpl/dpl.txt.golden.json")
  }

  @Test func `gathers the rows of one order and its distinct addresses`() throws {
    let run = try Self.run()
    #expect(run.report.rows == 4)
    #expect(run.report.records == 2)
    let first = try #require(run.designations.first)
    #expect(first.id.key == "I. NVENTED|06/19/2003|00-38290")
    #expect(first.addresses.count == 2)
    #expect(first.listedOn.map(\.start?.iso) == ["2003-06-19"])
    #expect(first.endsOn?.start?.iso == "2056-06-29")
    #expect(run.designations.last?.endsOn == nil)
  }

  @Test func `notes an impossible year and keeps it`() throws {
    let run = try Self.run()
    #expect(run.report.notes.map(\.value) == ["3033-09-30"])
    #expect(run.designations.first?.updatedOn.map(\.text) == ["2007-01-31", "3033-09-30"])
  }

  @Test func `keeps a row of the wrong shape as an issue`() throws {
    let bytes = Self.file.bytes + Array("\"ONE\"\t\"TWO\"\n".utf8) + Array("\"\"".utf8)
    let tail = Array(String(repeating: "\t\"\"", count: 11).utf8)
    let run = try Self.run(ListFile(name: "dpl.txt", bytes: bytes + tail))
    #expect(
      run.report.issues.map(\.problem) == [
        "the row has 2 fields, expected 12", "the row has no name",
      ])
    #expect(run.report.issues.first?.verbatim == "\"ONE\"\t\"TWO\"")
    #expect(run.report.isBalanced)
  }
}
