import FileFormats
package import Foundation
package import ListArchive
import Listings
import Matching
package import SQLiteStore
package import TradeModel
package import Watchlist

/// The portfolio of a home folder: the store, and beside it the folder with the indexes and the
/// watchlist of the last run.
///
/// ```
/// portfolio/<digest>.index       names and identifiers of the parties
/// portfolio/<digest>.quivive     the watchlist of the last run, to tell what changed since
/// portfolio/lock, deliver.lock   held by the run, or the delivery, that goes on
/// ```
package struct PortfolioHome {
  package let home: ArchiveHome
  package let archive: SnapshotArchive
  package let store: PortfolioStore

  /// That of a store that is open already.
  package init(_ opened: OpenStore, _ archive: SnapshotArchive) {
    home = opened.home
    self.archive = archive
    store = PortfolioStore(opened.store)
  }

  package init(_ options: HomePlace) throws {
    home = try options.archiveHome()
    archive = try options.archive()
    store = PortfolioStore(try OpenStore(options).store)
  }

  package var folder: URL { home.url.appendingPathComponent("portfolio") }

  /// The snapshots that serve, as the proof asks for them.
  package func snapshots() throws -> [PortfolioProof.Snapshot] {
    try Failure.from {
      try archive.currentSnapshots().map {
        PortfolioProof.Snapshot(list: $0.list.name, digest: $0.digest)
      }
    }
  }

  package func index(_ record: PortfolioIndexRecord) -> String {
    folder.appendingPathComponent(record.file).path
  }

  package func watchlist(_ digest: Digest) -> URL {
    folder.appendingPathComponent("\(digest).quivive")
  }

  /// The serving watchlist, kept here too: the archive replaces its own.
  package func keepServingWatchlist() throws -> WatchlistFile {
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

  package static func open(_ path: String) throws -> WatchlistFile {
    do { return try WatchlistFile(opening: path) } catch {
      throw Failure(
        error.reason == .cannotRead ? .missingFile : .badInput, error.description, help: error.help)
    }
  }

  /// Removes indexes and watchlists that nothing refers to any more.
  package func removeOthers(than kept: Set<String>) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    where !kept.contains(name) && (name.hasSuffix(".index") || name.hasSuffix(".quivive")) {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}

/// The right to rescreen or to deliver, held by one process at a time. The kernel gives it back when the process
/// ends, however it ends; a class because letting go of it is what its end means.
package final class PortfolioLock {
  private let descriptor: Int32

  package init(
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

extension PortfolioHome {
  package func proof(limit: Int) throws -> PortfolioProof {
    let snapshots = try snapshots()
    return try Failure.fromStore { try store.proof(of: snapshots, limit: limit) }
  }
}
