import FileFormats
import Foundation
import Glibc
import ListArchive
import Listings
import Testing
import TradeModel

struct GuardedUpdateTests {
  @Test func `keeps what was received, byte for byte, and makes it current`() throws {
    let home = try TemporaryHome()
    let files = OwnList.files(0..<10)
    let outcome = try home.archive.take(files, on: "2026-01-02")
    #expect(outcome.isImported)
    #expect(outcome.json["designations"]?.int == 10)
    #expect(outcome.json["sha256"]?.string == SHA256.digest(of: files.file.bytes).hex)
    let current = try #require(try home.archive.current(of: OwnList.id))
    #expect(current.published.iso == "2026-01-02")
    let kept = home.state["lists/own.test/snapshots/\(current.name)/files/own.ftm.json"]
    #expect(kept == files.file.bytes)
    var keys: [String] = []
    try home.archive.read(current) { keys.append($0.id.key) }
    #expect(keys == (0..<10).map { "own-\($0)" })
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: ReceivedFiles
    var list = OwnList.id
    let reason: ListFormatError.Reason
  }

  static let refused: [Refused] = [
    Refused(
      testDescription: "far fewer records", files: OwnList.files(0..<50), reason: .shrinkage),
    Refused(
      testDescription: "no record", files: OwnList.files(["\n"]), reason: .unknownFormat),
    Refused(
      testDescription: "another format",
      files: OwnList.files(["<CONSOLIDATED_LIST></CONSOLIDATED_LIST>"]), reason: .notThisList),
    Refused(
      testDescription: "gzip cut off",
      files: ReceivedFiles(
        file: ReceivedFiles.File(name: "own.gz", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]),
        origin: "own.gz"), reason: .truncated),
  ]

  @Test(arguments: refused)
  func `a refusal leaves everything as it was and is remembered`(_ item: Refused) throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    let before = home.state
    let outcome = try home.archive.take(item.files, on: "2026-01-03")
    #expect(!outcome.isImported)
    #expect(outcome.json["reason"]?.string == item.reason.rawValue)
    #expect(outcome.message.contains("the list of 2026-01-02 stays in use"))
    #expect(home.state == before)
    let status = try home.archive.status(
      of: OwnList.id, now: Timestamp(seconds: 1_800_000_000))
    #expect(status.refusal?.reason == item.reason.rawValue)
  }

  @Test func `shrinkage needs a person's word, which is kept`() throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    let outcome = try home.archive.take(
      OwnList.files(0..<50), on: "2026-01-03", shrinkage: "regime ended on 1 January")
    #expect(outcome.isImported)
    let current = try #require(try home.archive.current(of: OwnList.id))
    #expect(current.designations == 50)
    #expect(current.overrides.map(\.reason) == ["regime ended on 1 January"])
  }

  @Test(arguments: [
    (100, 95, true), (100, 94, false), (10_000, 9_950, true), (10_000, 9_949, false),
    (10, 10, true), (10, 9, false), (5, 500, true), (946, 862, false), (955, 947, true),
  ])
  func `a list may lose 5 percent and 50 records, not more`(_ from: Int, _ to: Int, _ is: Bool) {
    #expect(UpdatePolicy.standard.allows(from: from, to: to) == `is`)
  }

  @Test func `an older file is kept as history and does not become current`() throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    let outcome = try home.archive.take(OwnList.files(0..<20), on: "2025-12-31")
    #expect(outcome.json["current"]?.bool == false)
    #expect(outcome.message.contains("the newer list of 2026-01-02 stays in use"))
    #expect(try home.archive.current(of: OwnList.id)?.designations == 100)
    #expect(try home.archive.snapshots(of: OwnList.id).map(\.designations) == [20, 100])
  }

  @Test func `the same file again changes nothing`() throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    let before = home.state
    let outcome = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    #expect(outcome.json["known"]?.bool == true)
    #expect(outcome.json["designations"]?.int == 100)
    #expect(home.state == before)
  }

  @Test func `the next writer removes what a killed one left`() throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    let before = home.state
    let folder = home.url.appendingPathComponent(
      "lists/own.test/snapshots/.unfinished-2026-01-03-abc.77/files")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: folder.appendingPathComponent("own.ftm.json"))
    #expect(try home.archive.snapshots(of: OwnList.id).count == 1)
    _ = try home.archive.take(OwnList.files(0..<100), on: "2026-01-02")
    #expect(home.state == before)
  }

  @Test func `two writers never meet`() throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<10), on: "2026-01-02")
    let descriptor = open(home.url.appendingPathComponent("lock").path, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let error = #expect(throws: ArchiveError.self) {
      try home.archive.take(OwnList.files(0..<10), on: "2026-01-03")
    }
    #expect(error?.reason == .busy)
    #expect(try home.archive.current(of: OwnList.id)?.published.iso == "2026-01-02")
  }

  @Test func `a kept file that was changed is not read`() throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<10), on: "2026-01-02")
    let current = try #require(try home.archive.current(of: OwnList.id))
    let file = home.url.appendingPathComponent(
      "lists/own.test/snapshots/\(current.name)/files/own.ftm.json")
    var bytes = try Data(contentsOf: file)
    bytes[20] ^= 1
    try bytes.write(to: file)
    let error = #expect(throws: ArchiveError.self) { try home.archive.read(current) { _ in } }
    #expect(error?.reason == .damaged)
  }

  @Test(arguments: [("2026-01-02", 365, true), ("2027-01-10", 5, false), ("2027-01-08", 7, false)])
  func `every list says its age, and says when nobody has looked`(
    _ day: String, _ age: Int, _ isStale: Bool
  ) throws {
    let home = try TemporaryHome()
    _ = try home.archive.take(OwnList.files(0..<10), on: day)
    // 15 January 2027.
    let now = Timestamp(seconds: 1_800_000_000)
    let status = try home.archive.status(of: OwnList.id, now: now)
    #expect(status.isStale == isStale)
    #expect(status.ageInDays == (Day(iso: day).map { now.day.daysSince1970 - $0.daysSince1970 }))
    #expect(status.age.contains(day))
    try home.archive.noteChecked(OwnList.id, now: now)
    #expect(try !home.archive.status(of: OwnList.id, now: now).isStale)
  }

  @Test func `moments are read as they are written`() {
    for seconds in [0, 951_782_400, 1_800_000_000, 4_102_444_799] {
      let moment = Timestamp(seconds: seconds)
      #expect(Timestamp(moment.description) == moment)
    }
    #expect(Timestamp(seconds: 1_800_000_000).description == "2027-01-15T08:00:00Z")
    #expect(Timestamp("2027-01-15 08:00:00") == nil)
  }
}
