import FileFormats
public import Foundation
import Glibc
public import Parties
public import TradeModel

extension SnapshotArchive {
  /// The recipe by which `known` is compiled: party ids are those of that day alone, not those that
  /// earlier or later updates left behind, so that the same question gives the same file in any home.
  public func recipe(for known: KnownLists) throws -> CompilationRecipe {
    CompilationRecipe(
      snapshots: known.snapshots, undone: try undoneJoins(), ids: PartyIDMap())
  }

  /// Compiles the snapshots of `recipe` beside the serving watchlist, which stays as it is.
  ///
  /// - Parameters:
  ///   - key: under which the result is noted for ``pastWatchlist(_:)``; those of earlier days beyond
  ///     ``pastWatchlists`` are then removed.
  ///   - build: as for ``compile(build:)``.
  /// - Throws: `input` when a snapshot of the recipe is not held any more.
  public func compile(
    _ recipe: CompilationRecipe, notedUnder key: Digest? = nil,
    build: (CompilationSource, URL) throws -> (digest: Digest, grouping: PartyGrouping)
  ) throws -> ArchivedWatchlist {
    let records = try recipe.snapshots.map { snapshot in
      guard
        let record = try snapshots(of: snapshot.list).first(where: { $0.name == snapshot.name }),
        record.digest == snapshot.digest
      else {
        throw ArchiveError(
          .input, "the snapshot `\(snapshot.name)` of `\(snapshot.list)` is not held any more",
          help: "restore it from a backup, or import the list of that day again")
      }
      return record
    }
    let lock = try ArchiveLock(home)
    defer { withExtendedLifetime(lock) {} }
    removeLeftovers()
    let compiled = try compile(
      CompilationSource(snapshots: records, archive: self, undone: recipe.undone, ids: recipe.ids),
      build: build)
    if let key { try notePast(compiled, under: key) }
    return compiled
  }

  /// What the watchlist of that digest was compiled from, or `nil` when nobody noted it.
  public func recipe(of digest: Digest) throws -> CompilationRecipe? {
    try DurableFile.read(recipeFile(digest)).flatMap { bytes in
      (try? JSONParser.parse(bytes)).flatMap { CompilationRecipe($0) }
    }
  }

  /// The watchlist of that digest, or `nil` when its file is not here.
  public func watchlist(_ digest: Digest) -> ArchivedWatchlist? {
    FileManager.default.fileExists(atPath: file(digest).path)
      ? ArchivedWatchlist(url: file(digest), digest: digest) : nil
  }

  /// The compiled watchlist noted under `key`, which now counts as used; `nil` when there is none.
  public func pastWatchlist(_ key: Digest) throws -> ArchivedWatchlist? {
    let url = home.past.appendingPathComponent(key.hex)
    guard let bytes = try DurableFile.read(url),
      let digest = Digest(
        hex: String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    else { return nil }
    // The time of last use; where it cannot be set, the order of removal is all that suffers.
    utimes(url.path, nil)
    return watchlist(digest)
  }

  /// Notes a compiled watchlist under `key` and removes those of earlier days beyond the limit. To be
  /// called with the lock held.
  private func notePast(_ compiled: ArchivedWatchlist, under key: Digest) throws {
    try DurableFile.folder(home.past)
    try DurableFile.replace(
      home.past.appendingPathComponent(key.hex), Array("\(compiled.digest)\n".utf8))
    try removeWatchlists(except: servingAndPrevious() + [compiled.digest])
  }

  /// The serving watchlist, and those that no dossier names and no earlier day: one older one stays
  /// for processes that are about to open it.
  private func servingAndPrevious() throws -> [Digest] {
    let serving = try watchlist()?.digest
    let past = Set(pastEntries().map(\.digest))
    return watchlists.filter { $0 == serving || !past.contains($0) }
  }

  /// The digests of all compiled watchlists, sorted.
  var watchlists: [Digest] {
    DurableFile.names(in: home.watchlist).filter { $0.hasSuffix(".quivive") }
      .compactMap { Digest(hex: String($0.dropLast(".quivive".count))) }
  }

  /// The index of watchlists of earlier days, the last used first.
  private func pastEntries() -> [(name: String, digest: Digest)] {
    DurableFile.names(in: home.past).compactMap { name -> (String, Digest, Double)? in
      let url = home.past.appendingPathComponent(name)
      guard let bytes = try? DurableFile.read(url),
        let digest = Digest(
          hex: String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines))
      else { return nil }
      var status = stat()
      guard stat(url.path, &status) == 0 else { return nil }
      let time = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
      return (name, digest, time)
    }
    .sorted { ($0.2, $0.0) > ($1.2, $1.0) }
    .map { (name: $0.0, digest: $0.1) }
  }

  /// Removes compiled watchlists but `those`, the last used of earlier days, and every one that a
  /// kept dossier names. What is removed can be compiled again from the kept snapshots.
  func removeWatchlists(except those: [Digest]) throws {
    let lock = try ArchiveLock(home, waitingFor: home.keepingLock)
    defer { withExtendedLifetime(lock) {} }
    let past = pastEntries()
    let lastUsed = past.prefix(pastWatchlists)
    for entry in past.dropFirst(pastWatchlists) {
      try? FileManager.default.removeItem(at: home.past.appendingPathComponent(entry.name))
    }
    let names = DurableFile.names(in: home.watchlist)
    let named = names.filter { $0.hasSuffix(".kept") }.map { String($0.prefix(64)) }
    let stays = Set(those.map(\.hex) + lastUsed.map(\.digest.hex) + named)
    for name in names where Digest(hex: String(name.prefix(64))) != nil {
      guard !stays.contains(String(name.prefix(64))) else { continue }
      try? FileManager.default.removeItem(at: home.watchlist.appendingPathComponent(name))
    }
  }

  /// Notes that a kept dossier names the watchlist: its file is never removed from now on.
  ///
  /// - Returns: whether the file is here.
  func noteKept(_ digest: Digest) throws -> Bool {
    let mark = home.watchlist.appendingPathComponent("\(digest).kept")
    guard watchlist(digest) != nil else { return false }
    if !FileManager.default.fileExists(atPath: mark.path) { try DurableFile.replace(mark, []) }
    return true
  }
}
