import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct OFACDelimitedImporterTests {
  static let files = ["add.csv", "alt.csv", "sdn_comments.csv"].map {
    ListFile.fixture("us.ofac.sdn/\($0)")
  }
  static let primary = ListFile.fixture("us.ofac.sdn/sdn.csv")

  static func snapshot(
    _ file: ListFile = primary, companions: [ListFile] = files, acceptsIncomplete: Bool = false
  ) throws -> ListSnapshot {
    ListSnapshot(
      list: try #require(ListID("us.ofac.sdn")), file: file, companions: companions,
      acceptsIncomplete: acceptsIncomplete)
  }

  /// The report and its designations.
  static func run(
    _ snapshot: ListSnapshot
  ) throws -> (report: ImportReport, designations: [Designation]) {
    var designations: [Designation] = []
    let report = try OFACDelimitedImporter().report(on: snapshot) { designations.append($0) }
    return (report, designations)
  }

  private static func reason(_ snapshot: ListSnapshot) throws -> ListFormatError.Reason? {
    do { _ = try run(snapshot) } catch let error as ListFormatError { return error.reason }
    return nil
  }

  @Test func `keeps the importer contract`() throws {
    ListImporterContract(OFACDelimitedImporter.self, on: try Self.snapshot()).expectKept()
  }

  @Test func `keeps every field of the fixture`() throws {
    expectGolden(
      try imported(OFACDelimitedImporter.self, Self.snapshot()),
      at: "us.ofac.sdn/sdn.csv.golden.json")
  }

  @Test func `goes on in the comments where the remarks are cut`() throws {
    let person = try #require(Self.run(Self.snapshot()).designations.first { $0.kind == .person })
    #expect(person.remarks.first?.contains("Additional Sanctions Information - Subject") == true)
    #expect(
      person.names.filter { $0.strength == .weak }.map(\.text) == ["THE GARDENER", "BAGHBAN"])
    #expect(
      person.relations.map(\.target) == [
        .name("BAGHDASHT VALVE WORKS (BVW)"), .name("NOWHERE HOLDING, S.A."),
      ])
    #expect(person.birthDates.compactMap(\.start?.iso) == ["1948-12-10", "1951", "1951"])
    let passport = try #require(person.identifiers.first { $0.kind == .passport })
    #expect(passport.value == "X1084010")
    #expect(passport.issuer == "Iran")
    #expect(passport.note == "issued 14 Dec 2005 expires 13 Dec 2010")
  }

  @Test func `tells a ship's IMO number from its owner's`() throws {
    let vessel = try #require(Self.run(Self.snapshot()).designations.first { $0.kind == .vessel })
    #expect(vessel.identifiers.filter { $0.kind == .imo }.map(\.value) == ["IMO 9999993"])
    #expect(vessel.identifiers.filter { $0.kind == .imoCompany }.map(\.value) == ["IMO 5999993"])
    #expect(vessel.vessel?.formerFlags == ["Malta", "None Identified"])
  }

  @Test(arguments: ["sdn.csv", "add.csv", "alt.csv"])
  func `wants the end mark of three files and says which lacks it`(_ name: String) throws {
    let whole = ([Self.primary] + Self.files).first { $0.name == name }
    let cut = ListFile(name: name, bytes: Array(try #require(whole).bytes.dropLast()))
    let file = name == "sdn.csv" ? cut : Self.primary
    let companions = Self.files.map { $0.name == name ? cut : $0 }
    let error = #expect(throws: ListFormatError.self) {
      _ = try Self.run(Self.snapshot(file, companions: companions))
    }
    #expect(error?.reason == .noEndMark)
    #expect(error?.message.contains("`\(name)`") == true)
    let accepted = try Self.run(
      Self.snapshot(file, companions: companions, acceptsIncomplete: true))
    #expect(accepted.report.acceptedProblems.map(\.reason) == [.noEndMark])
    #expect(accepted.designations == (try Self.run(Self.snapshot()).designations))
  }

  @Test func `does not take LF for a fault`() throws {
    func unix(_ file: ListFile) -> ListFile {
      ListFile(name: file.name, bytes: file.bytes.filter { $0 != 0x0D })
    }
    let run = try Self.run(
      Self.snapshot(unix(Self.primary), companions: Self.files.map(unix)))
    #expect(run.designations == (try Self.run(Self.snapshot()).designations))
  }

  @Test func `refuses glued, partial and missing files for what they are`() throws {
    let bytes = Self.primary.bytes
    let glued = ListFile(name: "sdn.csv", bytes: bytes + bytes)
    #expect(try Self.reason(Self.snapshot(glued)) == .twoLists)
    let lines = bytes.dropLast() + bytes
    #expect(
      try Self.reason(Self.snapshot(ListFile(name: "sdn.csv", bytes: Array(lines)))) == .twoLists)
    let inQuotes = ListFile(name: "sdn.csv", bytes: Array(bytes.prefix(bytes.count - 500)))
    #expect(try Self.reason(Self.snapshot(inQuotes, acceptsIncomplete: true)) == .truncated)
    #expect(try Self.reason(Self.snapshot(Self.files[0])) == .missingFile)
    #expect(try Self.reason(Self.snapshot(companions: [])) == .missingFile)
    for index in Self.files.indices {
      var companions = Self.files
      companions.remove(at: index)
      #expect(try Self.reason(Self.snapshot(companions: companions)) == .missingFile)
    }
    for file in Self.files { #expect(try Self.reason(Self.snapshot(file)) == .missingFile) }
  }

  @Test func `says where and what when a row cannot be read`() throws {
    let text = """
      36,"BAGHDASHT LTD",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
      37,"SHORT",-0- ,"CUBA"
      38,-0- ,-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
      39,"ODD","robot","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
      \u{1A}
      """
    let aliases = "36,1,\"xka\",\"BDL\",-0- \n77,2,\"aka\",\"ORPHAN\",-0- \n\u{1A}"
    let addresses = "36,1,\"1 Road\",-0- ,-0- ,-0- \n\u{1A}"
    let run = try Self.run(
      Self.snapshot(
        ListFile(name: "sdn.csv", bytes: Array(text.utf8)),
        companions: [
          ListFile(name: "add.csv", bytes: Array(addresses.utf8)),
          ListFile(name: "alt.csv", bytes: Array(aliases.utf8)),
          ListFile(name: "sdn_comments.csv", bytes: []),
        ]))
    #expect(
      run.report.issues.map { "\($0.place): \($0.problem)" } == [
        "sdn.csv:2: the row has 4 fields, expected 12", "sdn.csv:3: the record has no name",
        "alt.csv:2: no primary record has the entity number `77`",
      ])
    #expect(run.report.issues.map(\.verbatim).contains("77,2,\"aka\",\"ORPHAN\",-0- "))
    #expect(
      run.report.notes.map(\.problem) == [
        "unknown alias mark `xka`; known are `aka`, `fka`, `nka`",
        "unknown type `robot`; known are `individual`, `vessel`, `aircraft`, `-0-`",
      ])
    #expect(run.report.records == 5)
    #expect(run.designations.map(\.displayName) == ["BAGHDASHT LTD", "ODD"])
    #expect(run.designations.last?.kind == .unknown)
  }

  @Test func `names the companions of a primary file`() {
    #expect(
      OFACDelimitedImporter.companionNames(of: "SDN.CSV")
        == ["add.csv", "alt.csv", "sdn_comments.csv"])
    #expect(
      OFACDelimitedImporter.companionNames(of: "cons_prim.csv")
        == ["cons_add.csv", "cons_alt.csv", "cons_comments.csv"])
    #expect(OFACDelimitedImporter.companionNames(of: "list.csv").isEmpty)
  }
}
