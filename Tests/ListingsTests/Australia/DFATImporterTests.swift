import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct DFATImporterTests {
  @Test(arguments: ["au.dfat/regulation8.csv", "au.dfat/regulation8.xlsx"])
  func `keeps the importer contract`(_ fixture: String) {
    ListImporterContract(DFATImporter.self, on: .tabular(fixture, as: "au.dfat")).expectKept()
  }

  @Test func `gives what a person has read`() throws {
    let imported = try Imported(DFATImporter(), "au.dfat/regulation8.xlsx", as: "au.dfat")
    expectGolden(imported.json, at: "au.dfat/regulation8.golden.json")
  }

  @Test func `keys a party by the digits of its reference, number or text`() throws {
    let workbook = try Imported(DFATImporter(), "au.dfat/regulation8.xlsx", as: "au.dfat")
    let text = try Imported(DFATImporter(), "au.dfat/regulation8.csv", as: "au.dfat")
    #expect(workbook.designations.map(\.id.key) == ["2", "7"])
    #expect(text.designations.map(\.id.key) == ["2", "7"])
    #expect(workbook.report.rows == 6)
    #expect(workbook.designations.map(\.updatedOn) == text.designations.map(\.updatedOn))
  }

  @Test func `reads every alternative of a birth date`() throws {
    let imported = try Imported(DFATImporter(), "au.dfat/regulation8.xlsx", as: "au.dfat")
    let dates = try #require(imported["2"]).birthDates
    #expect(dates.map(\.start?.iso) == ["1955", "1961", "1962"])
    #expect(dates.first?.end?.iso == "1958")
    #expect(dates.first?.isCirca == true)
  }
}
