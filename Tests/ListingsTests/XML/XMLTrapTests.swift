import FileFormats
import Listings
import QuiviveTestKit
import Testing
import TradeModel

/// The traps of each format, one by one; the golden files show the rest.
struct XMLTrapTests {
  @Test func `UN: a key used twice keeps both records, the first under its own name`() throws {
    let reading = try XMLReading(try .fixture("UN/consolidated.xml", "un.sc"))
    #expect(reading["9000002"]?.remarks == ["As first listed."])
    #expect(
      reading["9000002#2"]?.remarks == ["As updated; the publisher used the key twice."])
    #expect(reading.report.records == 6)
    #expect(reading.report.issues.map(\.field) == ["DATAID", nil])
    #expect(reading.report.issues[0].verbatim.contains("<FIRST_NAME>KEYLESS</FIRST_NAME>"))
  }

  @Test func `UN: birth dates in aliases count, placeholders do not`() throws {
    let reading = try XMLReading(try .fixture("UN/consolidated.xml", "un.sc"))
    let omar = try #require(reading["9000001"])
    #expect(
      omar.birthDates.map(\.text) == [
        "1961", "1955 to 1958 (Approximately)", "1962-03-04 (from false passport)",
        "24/06/1402 (Hijri Calendar)", "1973-08-26", "1974-01-01", "Invalid date",
      ])
    #expect(omar.birthDates[1].isCirca)
    #expect(omar.birthDates[3].calendar == .islamic)
    #expect(!omar.birthDates[6].isReadable)
    #expect(reading.report.notes.contains { $0.value == "Invalid date" })
    #expect(omar.names.filter { $0.kind == .alias }.map(\.text) == ["Omar Examplar", "Abu Mithal"])
    #expect(omar.names.last?.note == nil, "a note of one comma is no note")
    #expect(omar.addresses.map(\.note) == ["previous address", "whereabouts unknown"])
  }

  @Test func `numbers in prose go to nobody they cannot belong to`() throws {
    let un = try XMLReading(try .fixture("UN/consolidated.xml", "un.sc"))
    #expect(un["9000001"]?.identifiers.contains { $0.kind == .imo } == false)
    #expect(un["9000001"]?.identifiers.contains { $0.value == "X9000001" } == true)
    #expect(un["9000004"]?.identifiers.first { $0.value == "1900018" }?.kind == .imoCompany)
    let uk = try XMLReading(try .fixture("UKSL/uk-sanctions-list.xml", "uk.sl"))
    #expect(uk["EXA0001"]?.identifiers.contains { $0.value == "09000001" } == false)
    #expect(uk["EXA0002"]?.identifiers.contains { $0.value == "09000009" } == false)
  }

  @Test func `EU: the primary name is the first in English or of no language`() throws {
    let reading = try XMLReading(try .fixture("EU/fsf-1.1.xml", "eu.fsf"))
    #expect(
      reading["900001"]?.names.map(\.text) == [
        "Omar Ivan Primerov", "Омар Примеров", "Omar Exemple",
      ])
    #expect(reading["900002"]?.displayName == "Specimen Ltd")
    #expect(reading["900001#2"]?.programmes == ["TAQA"])
  }

  @Test func `EU: an IMO number tells a ship from a company by its check digit`() throws {
    let reading = try XMLReading(try .fixture("EU/fsf-1.1.xml", "eu.fsf"))
    #expect(reading["900003"]?.kind == .vessel)
    #expect(reading["900003"]?.identifiers.first?.kind == .imo)
    #expect(reading["900002"]?.kind == .organisation)
    #expect(reading["900002"]?.identifiers.first?.kind == .imoCompany)
  }

  @Test func `EU: a Hijri date stays Hijri, an unknown country is none`() throws {
    let reading = try XMLReading(try .fixture("EU/fsf-1.1.xml", "eu.fsf"))
    let omar = try #require(reading["900001"])
    #expect(omar.birthDates.map(\.calendar).filter { $0 == .islamic }.count == 1)
    #expect(omar.birthDates[3].start == PartialDate.Point(year: 1402, month: 6, day: 24))
    #expect(omar.birthDates[4].start == PartialDate.Point(year: 1963, month: 4))
    #expect(omar.nationalities == ["IR"])
    #expect(omar.addresses.count == 1)
  }

  @Test func `UK: parents, subsidiaries and owners are relations by name`() throws {
    let reading = try XMLReading(try .fixture("UKSL/uk-sanctions-list.xml", "uk.sl"))
    #expect(
      reading["EXA0002"]?.relations.map { "\($0.type): \($0.target)" } == [
        "Parent company: name(\"Specimen Holding\")", "Subsidiary: name(\"Specimen One\")",
        "Subsidiary: name(\"Specimen Two\")",
      ])
    let ship = try #require(reading["EXA0003"])
    #expect(ship.identifiers.first { $0.kind == .imo }?.value == "9999993")
    #expect(ship.vessel?.formerFlags == ["Panama"])
    #expect(ship.relations.count == 2)
    #expect(ship.listedOn.map(\.isReadable) == [false], "there is no 31 June")
  }

  @Test func `Canada: keys are the same whatever the item number and the spacing`() throws {
    let old = try XMLReading(try .fixture("Canada/sema-2022.xml", "ca.sema"))
    let new = try XMLReading(try .fixture("Canada/sema-2025.xml", "ca.sema"))
    #expect(
      old.designations.map(\.id.key) == [
        "examplia:ivan-ivanovich-primerov", "examplia:ivan-ivanovich-primerov#2",
        "examplia:specimen-trading-co-ltd",
      ])
    #expect(new["examplia:ivan-ivanovich-primerov"] != nil)
    #expect(new["examplia:specimen-trading-co-ltd"] != nil)
  }

  @Test func `Canada: aliases are split between names, not inside them`() throws {
    let reading = try XMLReading(try .fixture("Canada/sema-2022.xml", "ca.sema"))
    let aliases = reading.designations.map { $0.names.filter { $0.kind == .alias }.map(\.text) }
    #expect(
      aliases == [
        ["Ivan Primeroff", "Vanya (Primer, the Elder)", "Иван Примеров"], [],
        ["Specimen Exports Co., Ltd."],
      ])
  }

  @Test func `Switzerland: old copies in modifications do not come back`() throws {
    let reading = try XMLReading(try .fixture("Switzerland/whole-list.xml", "ch.seco"))
    let ivan = try #require(reading["3001"])
    #expect(
      ivan.names.map(\.text) == [
        "Primerov Ivan", "Примеров Иван", "Primerov Iwan", "Vanya", "Ivan Oldname", "John Sample",
      ])
    #expect(
      ivan.names.map(\.kind) == [.primary, .otherScript, .variant, .alias, .former, .alias])
    #expect(ivan.names[3].strength == .weak)
    #expect(!ivan.names.contains { $0.text == "Removed Name" })
    #expect(ivan.birthPlaces == ["Sampleville, Specimen Oblast, Russian Federation"])
    #expect(ivan.relations == [ListedRelation(type: "related-to", target: .key("3002"))])
  }

  @Test func `Switzerland: a de-listed target is accounted for and gives no designation`() throws {
    let reading = try XMLReading(try .fixture("Switzerland/whole-list.xml", "ch.seco"))
    #expect(reading["3004"] == nil)
    #expect(
      reading.report.issues.map(\.problem) == [
        "the target is de-listed from 2029-06-02 and no longer a designation"
      ])
    #expect(reading.report.records == 4)
    #expect(reading.report.notes.map(\.value).sorted() == ["2999", "7999"])
  }

  @Test func `Switzerland: an amendment needs a person's word`() throws {
    let error = #expect(throws: ListFormatError.self) {
      try XMLReading(try .fixture("Switzerland/amendment.xml", "ch.seco"))
    }
    #expect(error?.reason == .amendment)
    let reading = try XMLReading(
      try .fixture("Switzerland/amendment.xml", "ch.seco", acceptsIncomplete: true))
    #expect(reading.report.acceptedProblems.map(\.reason) == [.amendment])
    #expect(reading.designations.count == 3)
  }
}
