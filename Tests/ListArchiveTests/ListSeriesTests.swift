import FileFormats
import Foundation
import ListArchive
import Listings
import QuiviveTestKit
import Testing
import TradeModel

/// The real series of the UN, OFAC non-SDN and SDN lists. Skipped where `../shared` is not beside the
/// package.
@Suite(.enabled(if: SharedData.hasLists, "../shared/data/lists is not here"))
struct ListSeriesTests {
  @Test(arguments: ["un.sc", "us.ofac.cons", "us.ofac.sdn", "uk.sl"])
  func `each step adds and removes exactly the published ids`(_ name: String) throws {
    let list = try #require(ListID(name))
    let bytes = try #require(
      TestFiles.bytes(at: SharedData.path("data/lists/transitions/\(name).json")))
    let steps = try #require(try JSONParser.parse(bytes)["steps"]?.array)
    #expect(!steps.isEmpty)
    let home = try TemporaryHome()
    let first = try #require(steps.first?["from"])
    var before = try designations(try take(first, list, home), home)
    for step in steps {
      let next = try take(try #require(step["to"]), list, home)
      #expect(try home.archive.current(of: list) == next)
      let now = try designations(next, home)
      let difference = SnapshotDifference(from: before, to: now)
      #expect(difference.added.map(\.key) == texts(step["added"]), "\(next.name)")
      #expect(difference.removed.map(\.key) == texts(step["removed"]), "\(next.name)")
      // The published comparison is of raw elements; parsed values may differ in fewer records, and
      // for OFAC's delimited files also in those whose companions changed.
      if name == "un.sc" || name == "us.ofac.cons" {
        let extra = Set(difference.changed.map(\.key)).subtracting(texts(step["changed"]))
        #expect(extra.isEmpty, "\(next.name)")
      }
      before = now
    }
  }

  private func designations(
    _ record: SnapshotRecord, _ home: TemporaryHome
  ) throws -> [Designation] {
    var all: [Designation] = []
    try home.archive.read(record) { all.append($0) }
    return all
  }

  private func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }

  private func take(
    _ end: JSONValue, _ list: ListID, _ home: TemporaryHome
  ) throws -> SnapshotRecord {
    let path = try #require(end["path"]?.string)
    let day = try #require(end["date"]?.string)
    let ids = try #require(end["ids"]?.int)
    var files = try ReceivedFiles(path: SharedData.path("data/lists/\(path)"))
    if path.hasSuffix("sdn-plus-cons.csv.gz") { files = try firstList(of: files) }
    let outcome = try home.archive.take(
      files, on: day, shrinkage: "the series is replayed", incomplete: "the series is replayed",
      list: list)
    guard case .imported(let record, isCurrent: true) = outcome.result else {
      Issue.record("\(path): \(outcome.message)")
      throw CancellationError()
    }
    // A key that stands twice (UN, 2023-12-09) is one id.
    #expect((ids...ids + 1).contains(record.designations), "\(path)")
    return record
  }

  /// The SDN rows of the file in which two lists are glued together, up to the first end mark, with
  /// companions that hold one invented row each.
  private func firstList(of files: ReceivedFiles) throws -> ReceivedFiles {
    let bytes = try Gzip.decompress(files.file.bytes)
    let end = try #require(bytes.firstIndex(of: 0x1A))
    let number = String(decoding: bytes.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self)
    let rows = [
      ("add.csv", #"\#(number),1,"-0- ","-0- ","-0- ",-0- "#),
      ("alt.csv", #"\#(number),1,"aka","INVENTED ALIAS",-0- "#),
      ("sdn_comments.csv", #"\#(number),"Invented comment.""#),
    ]
    let companions = rows.map {
      ReceivedFiles.File(name: $0.0, bytes: Array("\($0.1)\r\n\u{1A}".utf8))
    }
    return ReceivedFiles(
      file: ReceivedFiles.File(name: "sdn.csv", bytes: Array(bytes[...end])),
      companions: companions,
      origin: files.origin)
  }
}
