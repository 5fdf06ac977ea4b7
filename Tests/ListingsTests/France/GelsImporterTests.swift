import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct GelsImporterTests {
  @Test func `keeps the importer contract`() {
    let fixture = ListSnapshot.tabular("fr.gels/registre.json", as: "fr.gels")
    ListImporterContract(GelsImporter.self, on: fixture).expectKept()
  }

  @Test func `gives what a person has read`() throws {
    let imported = try Imported(GelsImporter(), "fr.gels/registre.json", as: "fr.gels")
    expectGolden(imported.json, at: "fr.gels/registre.golden.json")
  }

  @Test func `states the day of publication`() throws {
    let report = try Imported(GelsImporter(), "fr.gels/registre.json", as: "fr.gels").report
    #expect(report.statedDay == Day(iso: "2025-11-21"))
    #expect(report.issues.map(\.problem) == ["entry 900004 has no name"])
  }

  @Test func `knows a year that is about right from a day`() throws {
    let imported = try Imported(GelsImporter(), "fr.gels/registre.json", as: "fr.gels")
    let dates = try #require(imported["900001"]).birthDates
    #expect(dates.map(\.start?.iso) == ["1966", "1967-10-20"])
    #expect(dates.map(\.isCirca) == [true, false])
  }
}
