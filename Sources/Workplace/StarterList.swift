import Foundation
package import KnowledgeBase
package import ListArchive
import Listings
import TradeModel

/// The list a fresh machine screens against until the official ones are there.
package enum StarterList {
  package static let id = "quivive.starter"
  package static let path = "StarterList/designations.csv"

  /// Imports the starter list from the knowledge folder and compiles the watchlist.
  ///
  /// It is published as of the latest day that its rows state.
  @discardableResult
  package static func take(
    into archive: SnapshotArchive, knowledge: CheckedKnowledge
  ) throws -> WatchlistCompilation.Result {
    let days = knowledge.citedRows(path).compactMap { Day(iso: $0.cells["as_of"]) }
    guard let list = ListID(id), let published = days.max() else {
      throw Failure(
        .badInput, "the starter list states no day", help: "mend `\(path)` in the knowledge folder")
    }
    try Failure.from {
      var request = try ImportRequest(
        list: list,
        files: ReceivedFiles(
          file: ReceivedFiles.File(
            name: "designations.csv", bytes: knowledge.folder.bytes(of: path)),
          origin: "Knowledge/\(path)"),
        now: .now)
      request.published = published
      _ = try archive.take(request)
    }
    return try WatchlistCompilation.compile(archive, knowledge: knowledge)
  }
}
