import Testing
import TradeModel

@testable import RedFlags

struct FactSheetTests {
  @Test func `values of a fact add up, and one gap leaves the list open`() {
    var sheet = FactSheet()
    #expect(sheet.statement("visited", scope: .transaction) == nil)
    sheet.state("visited", .country(TerritoryID("AE")), from: ["route.legs[0].to"])
    sheet.state(
      "visited", [FactSheet.Value(.country(TerritoryID("OM")), from: ["route.legs[1].to"])],
      isComplete: false)
    let statement = sheet.statement("visited", scope: .transaction)
    #expect(
      statement?.values.map(\.value) == [.country(TerritoryID("AE")), .country(TerritoryID("OM"))])
    #expect(statement?.isComplete == false)
  }

  @Test func `of all parties together a fact is whole only when each states it`() {
    var sheet = FactSheet()
    let members = ["parties[0]", "parties[1]"].map {
      FactSheet.Member(scope: .party, path: $0, label: $0)
    }
    for member in members { sheet.add(member) }
    sheet.state("party.country", .country(TerritoryID("FR")), from: ["x"], of: "parties[0]")
    #expect(sheet.statement("party.country", scope: .party)?.isComplete == false)
    #expect(sheet.statement("party.country", scope: .party, of: members[0])?.isComplete == true)
    #expect(sheet.statement("party.country", scope: .party, of: members[1]) == nil)
    sheet.state("party.country", [], from: ["y"], of: "parties[1]")
    #expect(sheet.statement("party.country", scope: .party)?.isComplete == true)
    #expect(sheet.statement("party.country", scope: .party)?.paths == ["y"])
  }

  @Test func `says what on the sheet is not as declared`() throws {
    let facts = try RuleSamples.vocabulary().facts
    var sheet = FactSheet()
    sheet.add(FactSheet.Member(scope: .party, path: "parties[0]", label: ""))
    sheet.state("party.country", .country(TerritoryID("FR")), from: [], of: "parties[0]")
    sheet.state(
      "visited",
      [.init(.country(TerritoryID("FR")), from: []), .init(.country(TerritoryID("NO")), from: [])])
    #expect(sheet.faults(by: facts).isEmpty)
    sheet.state("stops", .text("two"), from: [])
    sheet.state("stops", .number(2), from: [])
    sheet.state("consignee.business", .word("baking"), from: [])
    sheet.state("halts", .number(2), from: [])
    sheet.state("user.stated", .flag(true), from: [], of: "parties[0]")
    sheet.state("party.founded", .date(PartialDate(reading: "2001")), from: [], of: "parties[9]")
    #expect(
      sheet.faults(by: facts) == [
        "`consignee.business` is no word: `baking`",
        "`halts` is not declared",
        "`party.founded` of `parties[9]` is a fact of a party",
        "`stops` has 2 values and can have one",
        "`stops` is no number: “two”",
        "`user.stated` of `parties[0]` is a fact of a transaction",
      ])
  }
}
