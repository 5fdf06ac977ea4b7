import FileFormats
import Foundation
import ListArchive
import Listings
import Matching
import SQLiteStore
import TradeModel
import Watchlist
import Workplace

/// The portfolio of a home folder: the store, and beside it the folder with the indexes and the
/// watchlist of the last run.
///
/// ```
/// portfolio/<digest>.index       names and identifiers of the parties
/// portfolio/<digest>.quivive     the watchlist of the last run, to tell what changed since
/// portfolio/lock, deliver.lock   held by the run, or the delivery, that goes on
/// ```
struct PortfolioHome {
  let home: ArchiveHome
  let archive: SnapshotArchive
  let store: PortfolioStore

  init(_ options: HomeOptions) throws {
    home = try options.archiveHome()
    archive = try options.archive()
    store = PortfolioStore(try OpenStore(options).store)
  }

  var folder: URL { home.url.appendingPathComponent("portfolio") }

  /// Says that a portfolio has yet to meet what was just compiled, where there is one.
  static func remind(of home: ArchiveHome) {
    let folder = home.url.appendingPathComponent("portfolio")
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    Console.error("the portfolio has not met these lists yet: `quivive portfolio rescreen`")
  }

  /// The snapshots that serve, as the proof asks for them.
  func snapshots() throws -> [PortfolioProof.Snapshot] {
    try Failure.from {
      try archive.currentSnapshots().map {
        PortfolioProof.Snapshot(list: $0.list.name, digest: $0.digest)
      }
    }
  }

  func index(_ record: PortfolioIndexRecord) -> String {
    folder.appendingPathComponent(record.file).path
  }

  func watchlist(_ digest: Digest) -> URL {
    folder.appendingPathComponent("\(digest).quivive")
  }

  /// The serving watchlist, kept here too: the archive replaces its own.
  func keepServingWatchlist() throws -> WatchlistFile {
    guard let serving = try Failure.from({ try archive.watchlist() }) else {
      throw Failure(
        .missingFile, "`\(home.url.path)` has no compiled watchlist",
        help: "import or update a list first")
    }
    let kept = watchlist(serving.digest)
    if !FileManager.default.fileExists(atPath: kept.path),
      link(serving.url.path, kept.path) != 0
    {
      do {
        try FileManager.default.copyItem(at: serving.url, to: kept)
      } catch {
        throw Failure(.tryAgain, "could not keep the watchlist in `\(folder.path)`")
      }
    }
    return try Self.open(kept.path)
  }

  static func open(_ path: String) throws -> WatchlistFile {
    do { return try WatchlistFile(opening: path) } catch {
      throw Failure(
        error.reason == .cannotRead ? .missingFile : .badInput, error.description, help: error.help)
    }
  }

  /// Removes indexes and watchlists that nothing refers to any more.
  func removeOthers(than kept: Set<String>) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    where !kept.contains(name) && (name.hasSuffix(".index") || name.hasSuffix(".quivive")) {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}

/// The right to rescreen or to deliver, held by one process at a time. The kernel gives it back when the process
/// ends, however it ends; a class because letting go of it is what its end means.
final class PortfolioLock {
  private let descriptor: Int32

  init(
    _ folder: URL, name: String = "lock", _ work: String = "rescreening the portfolio"
  ) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // The indexes hold the names of the parties.
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    } catch {
      throw Failure(.tryAgain, "could not make the folder `\(folder.path)`")
    }
    descriptor = open(
      folder.appendingPathComponent(name).path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw Failure(
        .tryAgain, "another process is \(work) in `\(folder.path)`",
        help: "wait until it has ended")
    }
  }

  deinit { close(descriptor) }
}
