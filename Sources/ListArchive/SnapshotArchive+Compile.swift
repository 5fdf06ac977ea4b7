import FileFormats
public import Foundation
import Glibc
public import Listings
public import Parties
public import TradeModel

/// What a watchlist is compiled from: the serving snapshots, and the parties that their designations
/// make, one after the other.
public struct CompilationSource {
  /// By list.
  public let snapshots: [SnapshotRecord]
  let archive: SnapshotArchive
  let undone: Set<DesignationPair>
  let ids: PartyIDMap

  /// Reads the raw snapshots with their importers, twice: once for what joins designations, once for
  /// the designations themselves, with the links that their prose states. At no time are all of them in
  /// memory.
  ///
  /// - Parameter country: the ISO 3166 code for a country as a list writes it.
  /// - Returns: how the designations were joined.
  public func forEachParty(
    country: @escaping (String) -> String? = { _ in nil }, _ take: (ListedParty) -> Void
  ) throws -> PartyGrouping {
    var joiner = PartyJoiner(undone: undone, country: country)
    var names: [ListID: ListedNames] = [:]
    for snapshot in snapshots {
      let hasProse = snapshot.format.hasProse && !archive.links.isIdle
      var own = ListedNames()
      try archive.read(snapshot) {
        joiner.add($0)
        if hasProse { own.add($0) }
      }
      if hasProse { names[snapshot.list] = own }
    }
    let grouping = joiner.grouping(ids: ids)
    var assembler = PartyAssembler(grouping)
    for snapshot in snapshots {
      let own = names[snapshot.list]
      try archive.read(snapshot) { designation in
        let whole = own.map { archive.links.adding(to: designation, names: $0) } ?? designation
        if let party = assembler.take(whole) { take(party) }
      }
    }
    guard assembler.isComplete else {
      throw ArchiveError(.damaged, "the lists changed while they were read")
    }
    return grouping
  }
}

/// A compiled watchlist in the archive.
public struct ArchivedWatchlist: Hashable, Sendable {
  /// The file.
  public let url: URL
  /// That names the file and goes into dossiers.
  public let digest: Digest
}

extension SnapshotArchive {
  /// Compiles the serving snapshots and puts the result in the place of the old watchlist.
  ///
  /// `build` gets the parties' source and the path of a new file, writes the watchlist there and
  /// returns its digest and the grouping. Killed at any point, the old watchlist serves on.
  @discardableResult
  public func compile(
    build: (CompilationSource, URL) throws -> (digest: Digest, grouping: PartyGrouping)
  ) throws -> ArchivedWatchlist {
    let lock = try ArchiveLock(home)
    defer { withExtendedLifetime(lock) {} }
    removeLeftovers()
    let previous = try watchlist()
    let source = CompilationSource(
      snapshots: try currentSnapshots(), archive: self, undone: try undoneJoins(),
      ids: try partyIDs())
    let compiled = try compile(source, build: build)
    try DurableFile.replace(
      home.watchlist.appendingPathComponent("current"), Array("\(compiled.digest)\n".utf8))
    // One older watchlist stays for processes that are about to open it.
    try removeWatchlists(except: [compiled.digest, previous?.digest].compactMap(\.self))
    return compiled
  }

  /// Writes the watchlist of `source` under its digest, with what it was compiled from. To be called
  /// with the lock held.
  func compile(
    _ source: CompilationSource,
    build: (CompilationSource, URL) throws -> (digest: Digest, grouping: PartyGrouping)
  ) throws -> ArchivedWatchlist {
    try DurableFile.folder(home.watchlist)
    guard !source.snapshots.isEmpty else {
      throw ArchiveError(
        .input, "`\(home.url.path)` holds no list", help: "import or update a list first")
    }
    let unfinished = home.watchlist
      .appendingPathComponent("\(DurableFile.temporaryPrefix)\(getpid())")
    let (digest, grouping) = try build(source, unfinished)
    let ids = grouping.ids.pairs.map { "\($0.old)\t\($0.new)\n" }.joined()
    try DurableFile.replace(idsFile(digest), Array(ids.utf8))
    try DurableFile.replace(recipeFile(digest), source.recipe.json.indented)
    let final = file(digest)
    try DurableFile.sync(unfinished)
    try DurableFile.rename(unfinished, to: final)
    return ArchivedWatchlist(url: final, digest: digest)
  }

  /// The watchlist that serves, or `nil` when none was compiled yet.
  public func watchlist() throws -> ArchivedWatchlist? {
    guard
      let bytes = try DurableFile.read(home.watchlist.appendingPathComponent("current"))
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let digest = Digest(hex: text),
      FileManager.default.fileExists(atPath: file(digest).path)
    else {
      throw ArchiveError(
        .damaged, "the compiled watchlist in `\(home.watchlist.path)` is missing or damaged",
        help: "compile it again with `quivive lists compile`")
    }
    return ArchivedWatchlist(url: file(digest), digest: digest)
  }

  /// The ids that others took the place of, as of the serving watchlist.
  public func partyIDs() throws -> PartyIDMap {
    guard let digest = try? watchlist()?.digest,
      let bytes = try DurableFile.read(idsFile(digest))
    else { return PartyIDMap() }
    let pairs = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
      line -> (old: String, new: String)? in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return fields.count == 2 ? (String(fields[0]), String(fields[1])) : nil
    }
    guard let map = PartyIDMap(pairs: pairs) else {
      throw ArchiveError(.damaged, "`\(idsFile(digest).path)` is damaged")
    }
    return map
  }

  /// The joins that a person undid.
  public func undoneJoins() throws -> Set<DesignationPair> {
    let url = home.parties.appendingPathComponent("undone.tsv")
    guard let bytes = try DurableFile.read(url) else { return [] }
    return Set(
      try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
        let ids = line.split(separator: "\t").prefix(2).compactMap { DesignationID(text: $0) }
        guard ids.count == 2 else {
          throw ArchiveError(
            .damaged, "`\(url.path)` has a line that is no pair of designations: `\(line)`",
            help: "a line is LIST/KEY, a tab, LIST/KEY")
        }
        return DesignationPair(ids[0], ids[1])
      })
  }

  func file(_ digest: Digest) -> URL {
    home.watchlist.appendingPathComponent("\(digest).quivive")
  }

  func idsFile(_ digest: Digest) -> URL {
    home.watchlist.appendingPathComponent("\(digest).ids.tsv")
  }

  func recipeFile(_ digest: Digest) -> URL {
    home.watchlist.appendingPathComponent("\(digest).recipe.json")
  }
}

extension DesignationID {
  /// Reads `us.ofac.sdn/12345`.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let list = ListID(String(parts[0])), !parts[1].isEmpty else {
      return nil
    }
    self.init(list: list, key: String(parts[1]))
  }
}
