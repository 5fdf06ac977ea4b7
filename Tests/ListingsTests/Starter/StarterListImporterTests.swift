import FileFormats
import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct StarterListImporterTests {
  private static let list = ListID("quivive.starter")

  private func snapshot(_ file: ListFile) throws -> ListSnapshot {
    ListSnapshot(list: try #require(Self.list), file: file)
  }

  private func read(_ file: ListFile) throws -> (ImportReport, [Designation]) {
    var designations: [Designation] = []
    let report = try StarterListImporter().report(on: snapshot(file)) { designations.append($0) }
    return (report, designations)
  }

  private let fixture = ListFile.fixture("quivive.starter/designations.csv")

  @Test func `keeps the importer contract`() throws {
    ListImporterContract(StarterListImporter.self, on: try snapshot(fixture)).expectKept()
  }

  @Test func `keeps every field of a record`() throws {
    let (_, designations) = try read(fixture)
    let first = try #require(designations.first)
    #expect(first.id.description == "quivive.starter/T-1")
    #expect(first.kind == .organisation)
    #expect(
      first.names == [
        ListedName(.primary, "ORVAND FAZA SANAT CO."), ListedName(.alias, "OFS CO."),
        ListedName(.alias, "ORVAND, FAZA & SANAT"),
        ListedName(.otherScript, "اروند فضا صنعت", script: "Arabic", language: "fa"),
      ])
    #expect(first.addresses == [Address(country: "IR"), Address(country: "AE")])
    #expect(first.programmes == ["NPWMD", "IFSR"])
    #expect(first.measures == ["blocked property"])
    #expect(first.legalBases == [LegalBasis("31 CFR; 15 CFR 744.8")])
    #expect(first.attributes.contains(Attribute("List", "SDN")))
    #expect(first.attributes.contains(Attribute("Sources", "csl-2026")))
    #expect(first.place == RecordPlace(file: "designations.csv", line: 2))
  }

  @Test func `a vessel has its IMO number, flag and owner`() throws {
    let (_, designations) = try read(fixture)
    let vessel = try #require(designations.first { $0.id.key == "T-2" })
    #expect(vessel.identifiers.map(\.kind) == [.imo])
    #expect(vessel.identifiers.first?.value == "9074729")
    #expect(vessel.vessel?.flag == "Iran")
    #expect(
      vessel.relations == [
        ListedRelation(type: "Linked To", target: .name("ORVAND SHIPPING LINES"))
      ])
  }

  @Test func `an aircraft is known by its tail and serial number`() throws {
    let (_, designations) = try read(fixture)
    let aircraft = try #require(designations.first { $0.kind == .aircraft })
    #expect(aircraft.identifiers.map(\.kind) == [.aircraftTail, .aircraftSerial])
    #expect(aircraft.identifiers.map(\.value) == ["EP-XQZ", "838"])
  }

  @Test func `a wrong IMO number is noted and kept`() throws {
    let (report, designations) = try read(fixture)
    #expect(report.notes.map(\.record.key) == ["T-3"])
    #expect(
      designations.first { $0.id.key == "T-3" }?.identifiers.first?.value == "9074720")
  }

  @Test func `says where and what when a row is no record`() throws {
    let (report, _) = try read(fixture)
    #expect(report.records == 11)
    #expect(report.counts.designations == 6)
    #expect(
      report.issues.map { "\($0.place): \($0.problem)" } == [
        "designations.csv:7: duplicate key `T-1`",
        "designations.csv:8: `name` is empty",
        "designations.csv:9: unknown kind of party `rocket`",
        "designations.csv:10: `source` is empty",
        "designations.csv:11: the row has 4 cells, expected 20",
      ])
    #expect(report.issues.last?.verbatim == "T-9,NINTH,too,few")
  }

  @Test func `states the latest day of its rows`() throws {
    #expect(try read(fixture).0.statedDate == "2026-07-31")
  }

  @Test func `a header without rows is refused`() throws {
    let header = fixture.bytes.prefix { $0 != 0x0A } + [0x0A]
    let file = ListFile(name: "designations.csv", bytes: Array(header))
    let snapshot = try snapshot(file)
    #expect(throws: ListFormatError.self) {
      _ = try StarterListImporter().report(on: snapshot) { _ in }
    }
  }

  @Test func `a cell that is not UTF-8 makes an issue of its row alone`() throws {
    var bytes = fixture.bytes
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "&")))
    bytes[place] = 0xFF
    let (report, designations) = try read(ListFile(name: "designations.csv", bytes: bytes))
    #expect(report.issues.first?.problem == "`aliases` is not UTF-8")
    #expect(designations.count == 6)
    // The row that repeats the key of the unreadable one is now the only one with it.
    #expect(designations.first { $0.id.key == "T-1" }?.displayName == "AGAIN")
  }

  @Test func `the bundled starter list has no issue, and vessels have IMO numbers`() throws {
    let path = "\(TestFiles.root)/Knowledge/StarterList/designations.csv"
    let bytes = try #require(TestFiles.bytes(at: path))
    let (report, designations) = try read(ListFile(name: "designations.csv", bytes: bytes))
    #expect(report.issues.isEmpty)
    #expect(report.notes.isEmpty)
    #expect(report.records == 880)
    #expect(
      report.counts.byKind == [.organisation: 571, .unknown: 117, .vessel: 122, .aircraft: 70])
    let numbered = designations.filter { designation in
      designation.identifiers.contains { $0.kind == .imo && $0.verdict == .valid }
    }
    #expect(numbered.count == 121)
    #expect(
      designations.filter { $0.names.contains { $0.kind == .otherScript } }.count >= 25)
  }
}
