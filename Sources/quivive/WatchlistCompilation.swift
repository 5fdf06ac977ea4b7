import FileFormats
import Foundation
import ListArchive
import TradeModel

/// Compiles the archive's serving snapshots with this program's name model and knowledge.
enum WatchlistCompilation {
  struct Result {
    let watchlist: ArchivedWatchlist
    let parties: Int
    let designations: Int
    let blocked: Int

    var text: String {
      "\(parties) parties of \(designations) designations in `\(watchlist.url.path)`"
    }

    var json: JSONValue {
      .members([
        "watchlist": .string(watchlist.url.path), "sha256": .string(watchlist.digest.hex),
        "parties": .int(parties), "designations": .int(designations),
        "blocked_joins": .int(blocked),
      ])
    }
  }

  static func compile(_ archive: ListArchive) throws -> Result? { nil }
}
