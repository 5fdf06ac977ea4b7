public import Decisions
import FileFormats
public import Foundation
public import KnowledgeBase
public import TradeModel

/// Kept dossiers by digest, each with everything that makes it again: knowledge, own rules, table of
/// ownership and watchlist.
///
/// What is kept is never changed, and removed only where the law asks for it. Keeping a dossier that is kept already changes
/// nothing.
public struct DossierArchive: Sendable {
  /// Where everything lies.
  public let home: ArchiveHome

  public init(home: ArchiveHome) { self.home = home }

  /// Removes a kept dossier, because the law asks for it. What it was made with names no party and
  /// stays, but for its table of ownership.
  public func erase(_ digest: Digest) throws {
    if let table = try data(of: digest)?.ownership { try KeptFiles(home: home).erase(table) }
    try DurableFile.remove(file(digest))
    try DurableFile.remove(dataFile(digest))
  }

  private func file(_ digest: Digest) -> URL {
    home.dossiers.appendingPathComponent("\(digest).json")
  }

  private func dataFile(_ digest: Digest) -> URL {
    home.dossiers.appendingPathComponent("\(digest).data.json")
  }

  /// Keeps `dossier` and what it was made with. Once this returns, all of it is on the disk; killed
  /// before, the dossier is not there, whatever else is.
  ///
  /// - Parameters:
  ///   - knowledge: the folder that the dossier's digest names.
  ///   - rules: the folder of own rules, where the dossier names one.
  ///   - ownership: the table of ownership, where the dossier names one.
  ///   - watchlist: the compiled file, where it need not be the home's own; copied then.
  /// - Returns: the dossier's digest, by which it is found again.
  /// - Throws: `input` when something handed in is not what the dossier names, `busy` when the
  ///   watchlist was replaced meanwhile.
  @discardableResult
  public func keep(
    _ dossier: Dossier, knowledge: KnowledgeFolder, rules: KnowledgeFolder? = nil,
    ownership: DossierData.Table? = nil, watchlist: URL? = nil, now: Timestamp
  ) throws -> Digest {
    let stated = try DossierNames(dossier)
    try stated.expect("knowledge", stated.knowledge, knowledge.digest)
    try stated.expect("rules", stated.rules, rules?.digest)
    try stated.expect("ownership", stated.ownership, ownership.map { SHA256.digest(of: $0.bytes) })
    let lock = try ArchiveLock(home, waitingFor: home.keepingLock)
    defer { withExtendedLifetime(lock) {} }
    let digest = dossier.digest
    guard !FileManager.default.fileExists(atPath: file(digest).path) else { return digest }
    try keepWatchlist(stated.watchlist, from: watchlist)
    try KeptFolders(home: home, kind: .knowledge).keep(knowledge, now: now)
    if let rules { try KeptFolders(home: home, kind: .rules).keep(rules, now: now) }
    let table = try ownership.map { try KeptFiles(home: home).keep($0.bytes) }
    let data = DossierData(
      knowledge: knowledge.digest, rules: rules?.digest, ownershipFile: ownership?.file,
      ownership: table, watchlist: stated.watchlist, kept: now)
    try DurableFile.folder(home.dossiers)
    try DurableFile.replace(dataFile(digest), data.json.indented)
    try DurableFile.replace(file(digest), dossier.bytes)
    return digest
  }

  private func keepWatchlist(_ digest: Digest, from url: URL?) throws {
    let archive = SnapshotArchive(home: home)
    if archive.watchlist(digest) == nil, let url {
      guard let bytes = try DurableFile.read(url) else {
        throw ArchiveError(.missingFile, "`\(url.path)` is gone", help: "screen again")
      }
      try DurableFile.folder(home.watchlist)
      try DurableFile.replace(archive.file(digest), bytes)
    }
    guard try archive.noteKept(digest) else {
      throw ArchiveError(
        .busy, "the watchlist \(digest.short)… was replaced meanwhile", help: "screen again")
    }
  }

  /// The digests of all kept dossiers, sorted.
  public var digests: [Digest] {
    DurableFile.names(in: home.dossiers).filter { $0.hasSuffix(".json") }
      .compactMap { Digest(hex: String($0.dropLast(".json".count))) }
  }

  /// The bytes of the kept dossier; `nil` when none of that digest is kept.
  ///
  /// - Throws: `damaged` when they are not those that were kept.
  public func dossier(_ digest: Digest) throws -> [UInt8]? {
    guard let bytes = try DurableFile.read(file(digest)) else { return nil }
    guard SHA256.digest(of: bytes) == digest else { throw KeptFiles.damage(file(digest)) }
    return bytes
  }

  /// What the kept dossier was made with; `nil` when none of that digest is kept.
  ///
  /// - Throws: `damaged` when it cannot be read.
  public func data(of digest: Digest) throws -> DossierData? {
    let url = dataFile(digest)
    guard FileManager.default.fileExists(atPath: file(digest).path) else { return nil }
    guard let bytes = try DurableFile.read(url), let json = try? JSONParser.parse(bytes),
      let data = DossierData(json)
    else { throw KeptFiles.damage(url) }
    return data
  }

  /// The table of ownership of `data`, proven; `nil` without one.
  public func ownership(_ data: DossierData) throws -> DossierData.Table? {
    guard let digest = data.ownership, let file = data.ownershipFile else { return nil }
    return DossierData.Table(file: file, bytes: try KeptFiles(home: home).bytes(digest))
  }

  /// Proves kept dossiers and everything that they were made with.
  ///
  /// A watchlist whose file is gone is no damage as long as the snapshots it was compiled from are
  /// held: a replay compiles it again and proves its digest.
  ///
  /// - Returns: a sentence for each thing that is missing or altered; empty when all is as kept.
  /// - Complexity: each dossier, and each state of knowledge and rules once, however many name it.
  public func damage(in digests: [Digest]) throws -> [String] {
    var proven: [String: [String]] = [:]
    return try digests.flatMap { digest in
      try Self.telling {
        guard try dossier(digest) != nil, let data = try data(of: digest) else {
          return ["no dossier \(digest) is kept"]
        }
        _ = try ownership(data)
        let parts: [(String, () throws -> [String])] = [
          ("knowledge \(data.knowledge)", { try self.damage(.knowledge, data.knowledge) }),
          (
            "rules \(data.rules?.hex ?? "")",
            { try data.rules.map { try self.damage(.rules, $0) } ?? [] }
          ),
          ("watchlist \(data.watchlist)", { try self.damage(inWatchlist: data.watchlist) }),
        ]
        var all: [String] = []
        for (name, prove) in parts where proven[name] == nil {
          let found = try Self.telling(prove)
          proven[name] = found
          all += found
        }
        return all
      }
    }
  }

  private static func telling(_ prove: () throws -> [String]) throws -> [String] {
    do {
      return try prove()
    } catch let error as ArchiveError where error.reason == .damaged {
      return [error.message]
    }
  }

  private func damage(_ kind: KeptFolders.Kind, _ digest: Digest) throws -> [String] {
    try KeptFolders(home: home, kind: kind).state(digest) == nil
      ? ["the \(kind) \(digest.short)… that a kept dossier names is gone"] : []
  }

  private func damage(inWatchlist digest: Digest) throws -> [String] {
    let archive = SnapshotArchive(home: home)
    guard archive.watchlist(digest) == nil else { return [] }
    let isHeld = try archive.recipe(of: digest)?.snapshots.allSatisfy { snapshot in
      try archive.snapshots(of: snapshot.list).contains { $0.digest == snapshot.digest }
    }
    return isHeld == true
      ? []
      : [
        "the watchlist \(digest.short)… that a kept dossier names is gone and cannot be compiled again"
      ]
  }
}

/// The digests by which a dossier names what it was made with.
private struct DossierNames {
  let knowledge: Digest?
  let rules: Digest?
  let ownership: Digest?
  let watchlist: Digest

  init(_ dossier: Dossier) throws {
    func digest(_ name: String) -> Digest? {
      dossier["digests", name]?.string.flatMap { Digest(hex: $0) }
    }
    guard let watchlist = digest("watchlist") else {
      throw ArchiveError(.input, "the dossier names no watchlist")
    }
    knowledge = digest("knowledge")
    rules = digest("rules")
    ownership = digest("ownership")
    self.watchlist = watchlist
  }

  func expect(_ what: String, _ stated: Digest?, _ given: Digest?) throws {
    guard stated == given else {
      throw ArchiveError(
        .input,
        "the dossier was made with other data of `\(what)` (\(stated?.short ?? "none")) than those handed in (\(given?.short ?? "none"))"
      )
    }
  }
}
