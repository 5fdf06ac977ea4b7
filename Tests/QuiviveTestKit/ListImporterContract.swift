import FileFormats
public import Listings
public import Testing
import TradeModel

/// What every importer keeps, whatever the format: one call checks it all on a small fixture.
///
/// ```swift
/// ListImporterContract(BISImporter.self, on: snapshot).expectKept()
/// ```
public struct ListImporterContract {
  private let importer: any ListImporter.Type
  private let snapshot: ListSnapshot
  private let location: SourceLocation

  /// - Parameter snapshot: a fixture that the importer takes whole, with at least one designation.
  public init(
    _ importer: any ListImporter.Type, on snapshot: ListSnapshot,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    self.importer = importer
    self.snapshot = snapshot
    location = sourceLocation
  }

  public func expectKept() {
    expectRecognised()
    guard let whole = run(snapshot) else { return fail("refuses the fixture") }
    expectBalanced(whole, "the fixture")
    check(!whole.designations.isEmpty, "gives no designation from the fixture")
    expectComplete(whole)
    check(run(snapshot) == whole, "gives another answer the second time")
    expectTruncationNoticed(whole)
    expectEveryFlippedByteSurvived()
    expectForeignFilesRefused()
    expectAmendedListsDiffer()
  }

  /// What one run gave.
  private struct Outcome: Equatable {
    var designations: [Designation] = []
    var report: ImportReport
  }

  private func run(_ snapshot: ListSnapshot) -> Outcome? {
    var designations: [Designation] = []
    guard let report = try? importer.init().report(on: snapshot, take: { designations.append($0) })
    else { return nil }
    return Outcome(designations: designations, report: report)
  }

  private func expectRecognised() {
    check(importer.recognises(snapshot.file), "does not recognise its own fixture")
    check(
      ListCatalogue.format(of: snapshot.file) == importer.format,
      "is not the importer that the catalogue finds for its fixture")
  }

  private func expectBalanced(_ outcome: Outcome, _ what: String) {
    let report = outcome.report
    check(
      report.isBalanced,
      "\(what): \(report.records) records are not \(report.counts.designations) designations and \(report.issues.count) issues"
    )
    var counts = ImportCounts()
    for designation in outcome.designations { counts.add(designation) }
    check(counts == report.counts, "\(what): the counts are not over the designations handed out")
    check(report.format == importer.format, "\(what): reports another format")
  }

  /// Every designation has list, key, name and place; every issue its verbatim record.
  private func expectComplete(_ outcome: Outcome) {
    let names = Set([snapshot.file.name] + snapshot.companions.map(\.name))
    for designation in outcome.designations {
      let id = designation.id
      check(id.list == snapshot.list, "`\(id)` carries another list")
      check(!id.key.isEmpty, "a designation at \(designation.place) has no key")
      check(
        designation.names.contains { !$0.text.trimmingWhitespace().isEmpty },
        "`\(id)` has no name")
      check(designation.names.allSatisfy { !$0.text.isEmpty }, "`\(id)` has an empty name")
      let place = designation.place
      check(names.contains(place.file), "`\(id)` names a file that was not given")
      check(place.line != nil || place.path != nil, "`\(id)` does not say where it stands")
      check(
        designation.identifiers.allSatisfy { !$0.value.isEmpty }, "`\(id)` has an empty identifier")
    }
    for issue in outcome.report.issues {
      check(!issue.verbatim.isEmpty, "the issue at \(issue.place) has lost its record")
      check(!issue.problem.isEmpty, "the issue at \(issue.place) does not say what is wrong")
    }
  }

  /// At many lengths, a beginning of the fixture is refused, or what it lacks is only what no reader
  /// of the format could miss: it never gives the same designations and never a longer list.
  private func expectTruncationNoticed(_ whole: Outcome) {
    let bytes = snapshot.file.bytes
    let step = max(1, bytes.count / 97)
    for length in stride(from: 0, to: bytes.count, by: step) {
      let cut = with(Array(bytes[..<length]))
      guard let outcome = run(cut) else { continue }
      expectBalanced(outcome, "cut at \(length)")
      check(
        outcome.report.records <= whole.report.records, "cut at \(length): there are more records")
    }
  }

  private func expectEveryFlippedByteSurvived() {
    var bytes = snapshot.file.bytes
    // A fixture is small; a large one is tried at a thousand places.
    let step = max(1, bytes.count / 1_000)
    for index in stride(from: 0, to: bytes.count, by: step) {
      for mask: UInt8 in [0x01, 0x80] {
        bytes[index] ^= mask
        if let outcome = run(with(bytes)) {
          expectBalanced(outcome, "byte \(index) flipped by \(mask)")
        }
        bytes[index] ^= mask
      }
    }
  }

  private func expectForeignFilesRefused() {
    let foreign: [(String, [UInt8])] = [
      ("an empty file", []), ("a line break", [0x0A]), ("zeros", [UInt8](repeating: 0, count: 64)),
      ("text", Array("Lorem ipsum, dolor sit amet\n".utf8)),
      ("XML", Array("<?xml version=\"1.0\"?><catalogue><book/></catalogue>".utf8)),
      ("JSON", Array("{\"a\": [1, 2]}\n".utf8)), ("CSV", Array("a,b,c\n1,2,3\n".utf8)),
      ("a zip", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 40)),
    ]
    for (what, bytes) in foreign {
      let file = ListFile(name: snapshot.file.name, bytes: bytes)
      check(!importer.recognises(file), "recognises \(what)")
      check(run(with(bytes)) == nil, "takes \(what)")
    }
  }

  /// The list's id is the caller's, not the importer's.
  private func expectAmendedListsDiffer() {
    guard let other = ListID("own.contract") else { return }
    let moved = ListSnapshot(
      list: other, file: snapshot.file, companions: snapshot.companions,
      acceptsIncomplete: snapshot.acceptsIncomplete)
    guard let outcome = run(moved) else { return }
    check(
      outcome.designations.allSatisfy { $0.id.list == other }, "invents the id of its own list")
  }

  private func with(_ bytes: [UInt8]) -> ListSnapshot {
    ListSnapshot(
      list: snapshot.list, file: ListFile(name: snapshot.file.name, bytes: bytes),
      companions: snapshot.companions, acceptsIncomplete: false)
  }

  private func check(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds { fail(message()) }
  }

  private func fail(_ message: String) {
    Issue.record("\(importer) \(message)", sourceLocation: location)
  }
}
