import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct CSLImporterTests {
  static let csv = ListFile.fixture("us.csl/consolidated.csv")
  static let projection = ListFile.fixture("us.csl/projection.jsonl")

  static func snapshot(_ file: ListFile) throws -> ListSnapshot {
    ListSnapshot(list: try #require(ListID("us.csl")), file: file)
  }

  private static func run(
    _ file: ListFile
  ) throws -> (report: ImportReport, designations: [Designation]) {
    var designations: [Designation] = []
    let report = try ListCatalogue.report(on: snapshot(file)) { designations.append($0) }
    return (report, designations)
  }

  private static func reason(_ bytes: some Sequence<UInt8>, of file: ListFile) -> ListFormatError
    .Reason?
  {
    do { _ = try run(ListFile(name: file.name, bytes: Array(bytes))) } catch {
      return (error as? ListFormatError)?.reason
    }
    return nil
  }

  @Test func `keeps the importer contract`() throws {
    ListImporterContract(CSLImporter.self, on: try Self.snapshot(Self.csv)).expectKept()
    ListImporterContract(CSLProjectionImporter.self, on: try Self.snapshot(Self.projection))
      .expectKept()
  }

  @Test func `keeps every field of the fixtures`() throws {
    expectGolden(
      try imported(CSLImporter.self, Self.snapshot(Self.csv)),
      at: "us.csl/consolidated.csv.golden.json")
    expectGolden(
      try imported(CSLProjectionImporter.self, Self.snapshot(Self.projection)),
      at: "us.csl/projection.jsonl.golden.json")
  }

  @Test func `keeps entries of one key apart`() throws {
    #expect(
      try Self.run(Self.csv).designations.map(\.id.key).prefix(3) == [
        "EL|Baghdasht Valve Works|00 FR 12345", "EL|Baghdasht Valve Works|00 FR 12345#2", "SDN:301",
      ])
  }

  @Test func `reads ids from the right`() throws {
    let person = try #require(Self.run(Self.csv).designations.first { $0.kind == .person })
    #expect(person.publishedIdentifierCount == 6)
    #expect(
      person.identifiers.map { [$0.label, $0.issuer, $0.value, $0.note] } == [
        ["Passport", "IR", "X475336", "issued 2009-08-31 expires 2014-08-30"],
        ["Passport", "AM", "X475337", "issued or expires 2014-08-30"],
        ["National ID No.", "QA", "28940000602", nil], ["Tax ID No.", nil, "12, 34", nil],
      ])
    #expect(person.gender == "Male")
    #expect(
      person.measures == ["Additional Sanctions Information - Subject to Secondary Sanctions"])
  }

  @Test func `cleans what is left over in aliases and says what was published`() throws {
    let first = try #require(Self.run(Self.csv).designations.first)
    #expect(
      first.names.map(\.text) == [
        "Baghdasht Valve Works", "BVW", "Baghdasht Taps", "Kashan Valve",
      ])
    #expect(first.names[2].note == "published as `and Baghdasht Taps`")
    #expect(first.addresses.map(\.country) == ["IR", "AE", "IR"])
  }

  @Test func `refuses a record that is cut and files that are glued`() throws {
    let bytes = Self.csv.bytes
    let header = try #require(bytes.firstIndex(of: 0x0A))
    #expect(Self.reason(bytes.dropLast(3) + Array(",\"x".utf8), of: Self.csv) == .truncated)
    #expect(Self.reason(bytes.dropLast(40), of: Self.csv) == .truncated)
    #expect(Self.reason(bytes + bytes, of: Self.csv) == .twoLists)
    // The header twice over is how the publisher has begun a whole file.
    #expect(Self.reason(bytes[...header] + bytes, of: Self.csv) == nil)
    #expect(Self.reason(bytes[...header], of: Self.csv) == .truncated)
    #expect(Self.reason(Self.projection.bytes.dropLast(5), of: Self.projection) == .truncated)
  }

  @Test func `keeps records that cannot be read as issues`() throws {
    let text = String(decoding: Self.projection.bytes, as: UTF8.self)
    let odd = "{\"source\":\"An Invented List\"}\nno json\n" + "{\"source\":\"\",\"name\":\"x\"}\n"
    let bytes = Array((text + odd + text).utf8)
    let run = try Self.run(ListFile(name: "projection.jsonl", bytes: bytes))
    #expect(run.report.issues.count == 3)
    #expect(run.report.issues.map(\.place.line) == [5, 6, 7])
    #expect(run.report.issues.map(\.verbatim)[1] == "no json")
    #expect(run.report.isBalanced)
    #expect(run.designations.count == 8)
  }
}
