import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct OFSIImporterTests {
  @Test(arguments: [
    "uk.ofsi/conlist-2018.csv", "uk.ofsi/conlist-2022.csv", "uk.ofsi/conlist-2022.xlsx",
  ])
  func `keeps the importer contract`(_ fixture: String) {
    ListImporterContract(OFSIImporter.self, on: .tabular(fixture, as: "uk.ofsi")).expectKept()
  }

  @Test(arguments: ["uk.ofsi/conlist-2018", "uk.ofsi/conlist-2022"])
  func `gives what a person has read`(_ fixture: String) throws {
    let imported = try Imported(OFSIImporter(), fixture + ".csv", as: "uk.ofsi")
    expectGolden(imported.json, at: fixture + ".golden.json")
  }

  @Test func `reads the same from the workbook as from the text`() throws {
    let text = try Imported(OFSIImporter(), "uk.ofsi/conlist-2022.csv", as: "uk.ofsi")
    let workbook = try Imported(OFSIImporter(), "uk.ofsi/conlist-2022.xlsx", as: "uk.ofsi")
    #expect(workbook.designations.count == text.designations.count)
    for (one, other) in zip(workbook.designations, text.designations) {
      var moved = one
      moved.place = other.place
      #expect(moved == other)
    }
  }

  @Test func `counts names, dates and addresses of the cross product once`() throws {
    let imported = try Imported(OFSIImporter(), "uk.ofsi/conlist-2022.csv", as: "uk.ofsi")
    let person = try #require(imported["90001"])
    #expect(imported.report.rows == 8)
    #expect(person.names.count == 5)
    #expect(person.names.map(\.kind) == [.primary, .variant, .alias, .alias, .otherScript])
    #expect(person.names.map(\.strength) == [.unstated, .unstated, .weak, .strong, .unstated])
    #expect(person.birthDates.map(\.start?.iso) == ["1977-08", "1978-09-01"])
    #expect(person.addresses.count == 2)
  }

  @Test func `takes a reference to another party for what it is`() throws {
    let imported = try Imported(OFSIImporter(), "uk.ofsi/conlist-2022.csv", as: "uk.ofsi")
    let ship = try #require(imported["90003"])
    #expect(!ship.identifiers.contains { $0.value == "XXe.999" })
    #expect(ship.identifiers.contains { $0.kind == .imo && $0.value == "9999993" })
    let old = try Imported(OFSIImporter(), "uk.ofsi/conlist-2018.csv", as: "uk.ofsi")
    let references = old["90001"]?.identifiers.filter { $0.kind == .listReference }.map(\.value)
    #expect(references == ["XXe.004"])
  }

  @Test func `reports a row without a group number and keeps it whole`() throws {
    let file = ListFile.fixture("uk.ofsi/conlist-2022.csv")
    let text = String(decoding: file.bytes, as: UTF8.self).replacing("90002", with: "9000X")
    let list = try #require(ListID("uk.ofsi"))
    let report = try OFSIImporter().report(
      on: ListSnapshot(list: list, file: ListFile(name: file.name, bytes: Array(text.utf8)))
    ) { _ in }
    #expect(report.isBalanced)
    #expect(report.issues.count == 2)
    let issue = try #require(report.issues.first)
    #expect(
      "\(issue.place): \(issue.problem)"
        == "conlist-2022.csv:8: `9000X` is no group number, so the row belongs to no party")
    #expect(issue.verbatim.contains("SAMPLE ROTOR WORKS JSC"))
  }

  @Test func `refuses a file that ends inside a row`() throws {
    let file = ListFile.fixture("uk.ofsi/conlist-2018.csv")
    let list = try #require(ListID("uk.ofsi"))
    for cut in [1, 5, 40] {
      let snapshot = ListSnapshot(
        list: list, file: ListFile(name: file.name, bytes: Array(file.bytes.dropLast(cut))))
      let error = #expect(throws: ListFormatError.self) {
        try OFSIImporter().report(on: snapshot) { _ in }
      }
      #expect(error?.reason == .truncated, "cut by \(cut)")
    }
  }
}
