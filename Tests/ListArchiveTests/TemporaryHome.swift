import Foundation
import ListArchive
import Listings
import QuiviveTestKit
import TradeModel

/// A home of its own for one test, removed at its end.
final class TemporaryHome {
  private let folder: TemporaryFolder
  var url: URL { folder.url }

  init() throws { folder = try TemporaryFolder() }

  var archive: SnapshotArchive { SnapshotArchive(home: ArchiveHome(url)) }

  /// Every file below the home with its content, but those that tell of refusals and locks.
  var state: [String: [UInt8]] {
    var state: [String: [UInt8]] = [:]
    let enumerator = FileManager.default.enumerator(atPath: url.path)
    while let path = enumerator?.nextObject() as? String {
      if path == "lock" || path.hasSuffix("refusals.jsonl") { continue }
      if let data = FileManager.default.contents(atPath: url.appendingPathComponent(path).path) {
        state[path] = [UInt8](data)
      }
    }
    return state
  }
}

/// An invented list of one's own, in FollowTheMoney lines.
enum OwnList {
  static let id: ListID = {
    guard let id = ListID("own.test") else { preconditionFailure("`own.test` is a list id") }
    return id
  }()

  static func line(_ number: Int, name: String? = nil) -> String {
    let name = name ?? "Invented Person \(number)"
    return #"{"id":"own-\#(number)","schema":"Person","properties":{"name":["\#(name)"],"#
      + #""topics":["sanction"]}}"# + "\n"
  }

  static func files(_ lines: [String], name: String = "own.ftm.json") -> ReceivedFiles {
    ReceivedFiles(
      file: ReceivedFiles.File(name: name, bytes: Array(lines.joined().utf8)),
      origin: "/somewhere/\(name)")
  }

  static func files(_ numbers: Range<Int>) -> ReceivedFiles { files(numbers.map { line($0) }) }
}

extension SnapshotArchive {
  /// Offers an invented list.
  func take(
    _ files: ReceivedFiles, on day: String, shrinkage: String? = nil, incomplete: String? = nil,
    list: ListID = OwnList.id
  ) throws -> ImportOutcome {
    var request = ImportRequest(
      list: list, files: files, published: Day(iso: day), now: Timestamp(seconds: 1_800_000_000))
    request.acceptShrinkage = shrinkage
    request.acceptIncomplete = incomplete
    return try take(request)
  }
}
