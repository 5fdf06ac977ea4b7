import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct SDNXMLImporterTests {
  static let file = ListFile.fixture("us.ofac.cons/consolidated.xml")

  static func snapshot(
    _ file: ListFile = file, acceptsIncomplete: Bool = false
  ) throws -> ListSnapshot {
    ListSnapshot(
      list: try #require(ListID("us.ofac.cons")), file: file, acceptsIncomplete: acceptsIncomplete)
  }

  private static func edited(_ old: String, _ new: String) throws -> ListFile {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let range = try #require(text.firstRange(of: old))
    return ListFile(
      name: file.name, bytes: Array(text.replacingCharacters(in: range, with: new).utf8))
  }

  private static func run(
    _ snapshot: ListSnapshot
  ) throws -> (report: ImportReport, designations: [Designation]) {
    var designations: [Designation] = []
    let report = try SDNXMLImporter().report(on: snapshot) { designations.append($0) }
    return (report, designations)
  }

  @Test func `keeps the importer contract`() throws {
    ListImporterContract(SDNXMLImporter.self, on: try Self.snapshot()).expectKept()
  }

  @Test func `keeps every field of the fixture`() throws {
    expectGolden(
      try imported(SDNXMLImporter.self, Self.snapshot()),
      at: "us.ofac.cons/consolidated.xml.golden.json")
  }

  @Test func `reads the older namespace the same`() throws {
    let older = try Self.edited(
      "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
      "http://tempuri.org/sdnList.xsd")
    #expect(
      try Self.run(Self.snapshot(older)).designations == Self.run(Self.snapshot()).designations)
  }

  @Test func `holds the stated count against the entries`() throws {
    let more = try Self.edited(
      "<Record_Count>4<", "<Record_Count>5<")
    let error = #expect(throws: ListFormatError.self) {
      _ = try Self.run(Self.snapshot(more))
    }
    #expect(error?.reason == .countMismatch)
    let accepted = try Self.run(Self.snapshot(more, acceptsIncomplete: true))
    #expect(accepted.report.acceptedProblems.map(\.reason) == [.countMismatch])
    #expect(accepted.designations.count == 4)
  }

  @Test func `keeps an entry without number or name as an issue`() throws {
    let nameless = try Self.run(
      Self.snapshot(Self.edited("<lastName>EP-XXX</lastName>", "<lastName/>")))
    #expect(nameless.report.issues.map(\.problem) == ["the entry has no name"])
    #expect(nameless.report.issues.first?.verbatim.contains("<uid>204</uid>") == true)
    #expect(nameless.report.isBalanced)
    let numberless = try Self.run(Self.snapshot(Self.edited("<uid>203</uid>", "")))
    #expect(numberless.report.issues.map(\.problem) == ["the entry has no `uid`"])
  }

  @Test func `takes the links out of one pair of brackets`() throws {
    let first = try #require(Self.run(Self.snapshot()).designations.first)
    #expect(
      first.relations.map(\.target) == [
        .name("NOWHERE HOLDING (NH)-GROUP"), .name("NOWHERI, Darius"),
      ])
  }
}

extension String {
  /// Foundation's method of that name, for a test without Foundation.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
