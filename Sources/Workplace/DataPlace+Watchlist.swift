import Foundation
import KnowledgeBase
import ListArchive
import Listings
import NameIndex
import Screening
package import TradeModel
package import Watchlist

extension DataPlace {
  /// Lists and rules as they are now, or as known on `day` where one is given on the command line.
  ///
  /// - Parameter notes: takes lines for people; `nil` for none.
  package func inHand(asKnownOn day: Day? = nil, notes: ((String) -> Void)?) throws -> DataInHand {
    if let day { return try inHand(asKnownOn: day, isOfTransaction: false, notes: notes) }
    let knowledge = try self.knowledge.loaded()
    let reader = try NameReader(loading: knowledge.folder)
    return try DataInHand(
      knowledge: knowledge, reader: reader,
      opened: opened(knowledge: knowledge, model: reader.version, notes: notes))
  }

  /// The watchlist in use; compiled first where there is none of this program and name
  /// model.
  private func opened(
    knowledge: CheckedKnowledge, model: String, notes: ((String) -> Void)?
  ) throws -> OpenWatchlist {
    if let path = watchlist { return OpenWatchlist(path: path, file: try Self.open(path)) }
    let archive = try home.archive()
    if try Failure.from({ try archive.watchlist() }) == nil {
      notes?(
        "No list was imported yet: compiling the starter list. `quivive lists update` brings the official ones."
      )
      try StarterList.take(into: archive, knowledge: knowledge)
    }
    guard let kept = try Failure.from({ try archive.watchlist() }) else {
      throw Failure(
        .ourFault, "no watchlist came of the starter list", help: "try `quivive lists compile`")
    }
    if let current = try Self.current(kept.url.path), current.description.nameModel == model,
      current.description.addressWords == AddressWords(loading: knowledge).version
    {
      return OpenWatchlist(path: kept.url.path, file: current)
    }
    // The raw lists are kept, so another program or name model costs a compilation and nothing else.
    notes?(
      "The watchlist is not of this program and name model: compiling it again from the kept lists."
    )
    let path = try WatchlistCompilation.compile(archive, knowledge: knowledge).watchlist.url.path
    return OpenWatchlist(path: path, file: try Self.open(path))
  }

  /// The watchlist of the home folder, or `nil` when a program of another version wrote it. A damaged
  /// one is an error and is never mended in silence.
  package static func current(_ path: String) throws -> WatchlistFile? {
    do {
      return try WatchlistFile(opening: path)
    } catch {
      if error.reason == .otherVersion { return nil }
      return try open(path)
    }
  }

  package static func open(_ path: String) throws -> WatchlistFile {
    do {
      return try WatchlistFile(opening: path)
    } catch {
      let status: Failure.Status =
        FileManager.default.fileExists(atPath: path) ? .badInput : .missingFile
      throw Failure(
        status, "`\(path)`: \(error.description)",
        help: "compile the watchlist again with `quivive lists compile`")
    }
  }
}
