import FileFormats
import Listings
import QuiviveTestKit
import Testing
import TradeModel

/// Every real list file gives the counts that an independent parser found in it, or is refused for
/// the reason that is true of it.
@Suite(.enabled(if: SharedData.hasLists, "skipped: ../shared/data/lists is not there"))
struct ListCountsTests {
  @Test func `the manifest names the files that are tried`() throws {
    #expect(Manifest.entries.count >= 100)
    #expect(!Manifest.wrongLists.isEmpty)
    #expect(Manifest.entries.contains { $0.isTried })
  }

  @Test(arguments: Manifest.entries.filter(\.isTried))
  func `is taken with the stated counts or refused for the stated reason`(
    _ entry: Manifest.Entry
  ) throws {
    let snapshot = try entry.snapshot()
    switch (entry.outcome, entry.run(snapshot)) {
    case ("import", .success(let run)): entry.expectCounts(run)
    case ("import", .failure(let error)):
      // A careful importer may refuse it; a person's word then lets it in.
      let mayRefuse = entry.mayRefuse.contains(error.reason.rawValue)
      let isOptional = !entry.isRequired && error.reason == .unknownFormat
      #expect(mayRefuse || isOptional, "refused: \(error)")
      if mayRefuse { try entry.expectCountsWhenAccepted() }
    case ("either", .success(let run)): entry.expectCounts(run)
    case ("either", .failure(let error)), ("refuse", .failure(let error)):
      #expect(entry.reasons.contains(error.reason.rawValue), "\(error.reason): \(error)")
      if entry.acceptIncomplete { try entry.expectCountsWhenAccepted() }
    case ("refuse", .success): Issue.record("taken, but expected to be \(entry.reasons)")
    case (let outcome, _): Issue.record("the manifest has a new outcome `\(outcome)`")
    }
  }

  @Test(arguments: Manifest.wrongLists)
  func `a file of another list is refused`(_ wrong: Manifest.WrongList) throws {
    let snapshot = try Manifest.snapshot(path: wrong.path, list: wrong.list)
    let error = #expect(throws: ListFormatError.self) {
      _ = try ListCatalogue.report(on: snapshot) { _ in }
    }
    #expect(wrong.reasons.contains(error?.reason.rawValue ?? ""))
  }
}

/// `manifest.json` of the shared list files.
enum Manifest {
  static let root: JSONValue = {
    guard let bytes = TestFiles.bytes(at: SharedData.path("data/lists/manifest.json")),
      let value = try? JSONParser.parse(bytes)
    else { return .null }
    return value
  }()

  static let entries: [Entry] = (root["files"]?.array ?? []).compactMap(Entry.init)
  static let wrongLists: [WrongList] = (root["wrong_list"]?.array ?? []).compactMap(WrongList.init)

  struct MissingFile: Error { let path: String }

  static func file(_ path: String) throws -> ListFile {
    guard var bytes = TestFiles.bytes(at: SharedData.path("data/lists/\(path)")) else {
      throw MissingFile(path: path)
    }
    var name = String(path.split(separator: "/").last ?? "")
    if name.hasSuffix(".gz") {
      name.removeLast(3)
      bytes = try Gzip.decompress(bytes)
    }
    return ListFile(name: name, bytes: bytes)
  }

  /// The file with whatever lies beside it in its folder under another's name: what a person has who
  /// unpacked one publication.
  static func snapshot(
    path: String, list: String, companions: [String] = [], acceptsIncomplete: Bool = false
  ) throws -> ListSnapshot {
    ListSnapshot(
      list: try #require(ListID(list)), file: try file(path),
      companions: try companions.map { try file($0) }, acceptsIncomplete: acceptsIncomplete)
  }

  struct WrongList: Sendable, CustomTestStringConvertible {
    let path: String
    let list: String
    let reasons: [String]
    var testDescription: String { "\(path) as \(list)" }

    init?(_ value: JSONValue) {
      guard let path = value["path"]?.string, let list = value["list"]?.string else { return nil }
      self.path = path
      self.list = list
      reasons = value["reasons"]?.array?.compactMap(\.string) ?? []
    }
  }

  struct Run {
    let report: ImportReport
    let designations: [Designation]
  }

  struct Entry: Sendable, CustomTestStringConvertible {
    let path: String
    let list: String
    let format: String
    let outcome: String
    let reasons: [String]
    let mayRefuse: [String]
    let companions: [String]
    let isRequired: Bool
    let acceptIncomplete: Bool
    let hasStatedDate: Bool
    let published: String?
    let counts: JSONValue?
    var testDescription: String { path }

    init?(_ value: JSONValue) {
      guard let path = value["path"]?.string, let list = value["list"]?.string,
        let format = value["format"]?.string, let outcome = value["outcome"]?.string
      else { return nil }
      func texts(_ name: String) -> [String] {
        value[name]?.array?.compactMap(\.string) ?? []
      }
      self.path = path
      self.list = list
      self.format = format
      self.outcome = outcome
      reasons = texts("reasons")
      mayRefuse = texts("may_refuse")
      companions = texts("companions")
      isRequired = value["required"]?.bool ?? true
      acceptIncomplete = value["accept_incomplete"]?.bool ?? false
      hasStatedDate = value["stated"]?.string != nil
      published = value["published"]?.string
      counts = value["counts"]
    }

    /// Files of formats without an importer are left out, companions are tried with their primary file.
    var isTried: Bool {
      guard outcome != "companion" else { return false }
      guard let format = ListFormat(rawValue: format) else { return true }
      return ListCatalogue.importer(for: format) != nil
    }

    func snapshot(acceptsIncomplete: Bool = false) throws -> ListSnapshot {
      try Manifest.snapshot(
        path: path, list: list, companions: companions, acceptsIncomplete: acceptsIncomplete)
    }

    func run(_ snapshot: ListSnapshot) -> Result<Run, ListFormatError> {
      var designations: [Designation] = []
      do throws(ListFormatError) {
        let report = try ListCatalogue.report(on: snapshot) { designations.append($0) }
        return .success(Run(report: report, designations: designations))
      } catch {
        return .failure(error)
      }
    }

    func expectCountsWhenAccepted() throws {
      switch run(try snapshot(acceptsIncomplete: true)) {
      case .success(let run):
        expectCounts(run)
        #expect(!run.report.acceptedProblems.isEmpty)
      case .failure(let error): Issue.record("refused although accepted: \(error)")
      }
    }

    func expectCounts(_ run: Run) {
      let report = run.report
      let counts = report.counts
      let isBalanced = report.isBalanced
      #expect(isBalanced)
      #expect(run.designations.count == counts.designations)
      let actual: [(String, Int)] = [
        ("rows", report.rows), ("records", report.records), ("issues", report.issues.count),
        ("designations", counts.designations), ("persons", counts.byKind[.person] ?? 0),
        ("organisations", counts.byKind[.organisation] ?? 0),
        ("vessels", counts.byKind[.vessel] ?? 0), ("aircraft", counts.byKind[.aircraft] ?? 0),
        ("unknown", counts.byKind[.unknown] ?? 0), ("addresses", counts.addresses),
        ("identifiers", counts.identifiers), ("relations", counts.relations),
        ("birth_dates", counts.birthDates),
      ]
      let names: [(String, Int)] = [
        ("primary", counts.primary), ("variant", counts.variant), ("alias", counts.alias),
        ("weak", counts.weak), ("former", counts.former), ("script", counts.script),
      ]
      let expected = self.counts ?? .null
      for (name, value) in actual { expect(name, value, expected[name]) }
      for (name, value) in names { expect("names.\(name)", value, expected["names"]?[name]) }
      if hasStatedDate, let day = report.statedDay { #expect(day.iso == published) }
      let ids = Set(run.designations.map(\.id))
      #expect(ids.count == run.designations.count, "two designations share an id")
    }

    private func expect(_ name: String, _ value: Int, _ expected: JSONValue?) {
      guard let expected, expected != .null else { return }
      let least = expected.int ?? expected["min"]?.int ?? Int.min
      let most = expected.int ?? expected["max"]?.int ?? Int.max
      #expect(
        least <= value && value <= most, "\(path): \(name) is \(value), expected \(least)…\(most)")
    }
  }
}
