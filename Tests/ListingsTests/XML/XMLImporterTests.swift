import FileFormats
import Listings
import QuiviveTestKit
import Testing
import TradeModel

/// What an importer made of a snapshot.
struct XMLReading {
  var report: ImportReport
  var designations: [Designation] = []

  init(_ snapshot: ListSnapshot) throws(ListFormatError) {
    var taken: [Designation] = []
    report = try ListCatalogue.report(on: snapshot) { taken.append($0) }
    designations = taken
  }

  subscript(key: String) -> Designation? { designations.first { $0.id.key == key } }

  /// Everything, for a golden file.
  var json: JSONValue {
    .members([
      "stated": report.statedDate.map(JSONValue.string),
      "day": (report.statedDay?.iso).map(JSONValue.string),
      "rows": .int(report.rows),
      "designations": .array(designations.map(\.json)),
      "issues": .array(
        report.issues.map {
          .members([
            "place": .string($0.place.description), "field": $0.field.map(JSONValue.string),
            "problem": .string($0.problem), "verbatim": .string($0.verbatim),
          ])
        }),
      "notes": .array(
        report.notes.map {
          .members([
            "record": .string($0.record.description), "field": .string($0.field),
            "problem": .string($0.problem),
          ])
        }),
    ])
  }
}

extension ListSnapshot {
  static func fixture(
    _ path: String, _ list: String, acceptsIncomplete: Bool = false
  ) throws -> ListSnapshot {
    ListSnapshot(
      list: try #require(ListID(list)), file: .fixture("Listings/\(path)"),
      acceptsIncomplete: acceptsIncomplete)
  }
}

struct XMLImporterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let importer: any ListImporter.Type
    let path: String
    let list: String
    let root: String
    var testDescription: String { path }

    /// Where the closing tag of the root begins.
    func end(of bytes: [UInt8]) -> Int? {
      let tag = Array("</\(root)>".utf8)
      return bytes.indices.reversed().first { bytes[$0...].starts(with: tag) }
    }
  }

  static let cases = [
    Case(
      importer: UNImporter.self, path: "UN/consolidated.xml", list: "un.sc",
      root: "CONSOLIDATED_LIST"),
    Case(importer: EUImporter.self, path: "EU/fsf-1.1.xml", list: "eu.fsf", root: "export"),
    Case(
      importer: UKSanctionsListImporter.self, path: "UKSL/uk-sanctions-list.xml", list: "uk.sl",
      root: "Designations"),
    Case(
      importer: SEMAImporter.self, path: "Canada/sema-2022.xml", list: "ca.sema", root: "data-set"),
    Case(
      importer: SEMAImporter.self, path: "Canada/sema-2025.xml", list: "ca.sema", root: "data-set"),
    Case(
      importer: SECOImporter.self, path: "Switzerland/whole-list.xml", list: "ch.seco",
      root: "swiss-sanctions-list"),
  ]

  @Test(arguments: cases) func `keeps the importer contract`(_ tried: Case) throws {
    ListImporterContract(tried.importer, on: try .fixture(tried.path, tried.list)).expectKept()
  }

  @Test(arguments: cases) func `reads every field as the golden file has it`(_ tried: Case) throws {
    let reading = try XMLReading(try .fixture(tried.path, tried.list))
    expectGolden(
      reading.json, at: "Listings/" + tried.path.replacing(".xml", with: ".json"))
  }

  @Test(arguments: cases)
  func `refuses a file cut at any byte, as truncated once its root is there`(
    _ tried: Case
  ) throws {
    let file = try ListSnapshot.fixture(tried.path, tried.list).file
    let rootLength = try #require(tried.end(of: file.bytes))
    // A tag at a time is slow in a debug build; every seventh byte meets every place in a tag.
    for length in stride(from: 0, to: rootLength + tried.root.utf8.count + 3, by: 7) {
      let cut = ListSnapshot(
        list: try #require(ListID(tried.list)),
        file: ListFile(name: file.name, bytes: Array(file.bytes[..<length])))
      let error = #expect(throws: ListFormatError.self) { try XMLReading(cut) }
      let isKnown = ListCatalogue.format(of: cut.file) != nil
      #expect(error?.reason == (isKnown ? .truncated : .unknownFormat), "cut at byte \(length)")
    }
  }

  @Test(arguments: cases) func `refuses a list without records`(_ tried: Case) throws {
    let file = try ListSnapshot.fixture(tried.path, tried.list).file
    let head = try #require(
      file.bytes.indices.first { index in
        file.bytes[index...].starts(with: Array("<\(tried.root)".utf8))
      })
    let close = try #require(file.bytes[head...].firstIndex(of: UInt8(ascii: ">")))
    let bytes = Array(file.bytes[...close]) + Array("</\(tried.root)>".utf8)
    let snapshot = ListSnapshot(
      list: try #require(ListID(tried.list)), file: ListFile(name: file.name, bytes: bytes))
    let error = #expect(throws: ListFormatError.self) {
      try tried.importer.init().report(on: snapshot) { _ in }
    }
    #expect(error?.reason == .truncated)
  }

  @Test func `refuses a document type declaration in a list`() throws {
    let bytes = Array(
      "<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY x 'y'>]><CONSOLIDATED_LIST/>".utf8)
    let snapshot = ListSnapshot(
      list: try #require(ListID("un.sc")), file: ListFile(name: "list.xml", bytes: bytes))
    let error = #expect(throws: ListFormatError.self) {
      try UNImporter().report(on: snapshot) { _ in }
    }
    #expect(error?.reason == .malformed)
  }
}
