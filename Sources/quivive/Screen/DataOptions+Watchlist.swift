import Foundation
import KnowledgeBase
import ListArchive
import Listings
import NameIndex
import Screening
import TradeModel
import Watchlist

extension DataOptions {
  /// The watchlist in use with the knowledge it is asked by; compiled first where there is none of this
  /// program and name model.
  ///
  /// - Parameters:
  ///   - digest: of the watchlist that a replay needs; `nil` for the one in use.
  ///   - notes: takes lines for people; `nil` for none.
  func openWatchlist(
    digest: Digest? = nil, notes: ((String) -> Void)?
  ) throws -> (knowledge: CheckedKnowledge, reader: NameReader, watchlist: WatchlistFile) {
    let knowledge = try self.knowledge.loaded()
    let reader = try NameReader(loading: knowledge.folder)
    let watchlist = try open(
      digest: digest, knowledge: knowledge, model: reader.version, notes: notes)
    guard watchlist.description.nameModel == reader.version else {
      throw Failure(
        .badInput,
        "the watchlist was compiled with another name model (\(watchlist.description.nameModel)) than the one here (\(reader.version))",
        help: "compile it again with `quivive lists compile`")
    }
    return (knowledge, reader, watchlist)
  }

  private func open(
    digest: Digest?, knowledge: CheckedKnowledge, model: String, notes: ((String) -> Void)?
  ) throws -> WatchlistFile {
    if let path = watchlist { return try Self.open(path) }
    let archive = try home.archive()
    if let digest {
      let path = archive.home.watchlist.appendingPathComponent("\(digest).quivive").path
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(
          .missingFile,
          "the watchlist \(digest.short)… that the dossier was made with is not in `\(archive.home.url.path)`",
          help: "name the home folder that has it with --home, or the file with --watchlist")
      }
      return try Self.open(path)
    }
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
      return current
    }
    // The raw lists are kept, so another program or name model costs a compilation and nothing else.
    notes?(
      "The watchlist is not of this program and name model: compiling it again from the kept lists."
    )
    let again = try WatchlistCompilation.compile(archive, knowledge: knowledge)
    return try Self.open(again.watchlist.url.path)
  }

  /// The watchlist of the home folder, or `nil` when a program of another version wrote it. A damaged
  /// one is an error and is never mended in silence.
  private static func current(_ path: String) throws -> WatchlistFile? {
    do {
      return try WatchlistFile(opening: path)
    } catch {
      if error.reason == .otherVersion { return nil }
      return try open(path)
    }
  }

  private static func open(_ path: String) throws -> WatchlistFile {
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
