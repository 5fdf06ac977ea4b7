import FileFormats
import Foundation
public import Listings
public import TradeModel

/// The lists as they were received, on the disk: every snapshot, which of them serves, what was
/// refused.
///
/// Reading needs no lock: pointers are switched in one step, and what a pointer names is never
/// changed. Writing takes the lock of the home for as long as it lasts.
public struct SnapshotArchive: Sendable {
  /// Where everything lies.
  public let home: ArchiveHome
  /// For the lists without limits of their own.
  public let policy: UpdatePolicy
  /// By which links between parties are read from the prose of records; by default none are.
  public var links = StatedLinkReader(phrases: .none)
  private let policies: [ListID: UpdatePolicy]
  /// How many watchlists of earlier days stay compiled besides those that kept dossiers name; the
  /// least lately used goes first.
  public let pastWatchlists: Int
  /// Without a setting of one's own: the days of a week and a day in hand, at the size of one
  /// watchlist each.
  public static let usualPastWatchlists = 8

  public init(
    home: ArchiveHome, policy: UpdatePolicy = .standard, policies: [ListID: UpdatePolicy] = [:],
    pastWatchlists: Int = SnapshotArchive.usualPastWatchlists
  ) {
    self.home = home
    self.policy = policy
    self.policies = policies
    self.pastWatchlists = pastWatchlists
  }

  func policy(for list: ListID) -> UpdatePolicy { policies[list] ?? policy }

  /// The lists that have a snapshot or a refusal, by id.
  public var lists: [ListID] {
    DurableFile.names(in: home.lists).compactMap { ListID($0) }.sorted()
  }

  /// The snapshots of `list`, by day and then by the time of receipt.
  public func snapshots(of list: ListID) throws -> [SnapshotRecord] {
    try DurableFile.names(in: home.snapshots(of: list))
      .filter { !$0.hasPrefix(DurableFile.temporaryPrefix) }
      .map { try record(named: $0, of: list) }
      .sorted { ($0.published, $0.received, $0.name) < ($1.published, $1.received, $1.name) }
  }

  /// The snapshot of `list` that serves, or `nil` when none was taken yet.
  public func current(of list: ListID) throws -> SnapshotRecord? {
    guard let bytes = try DurableFile.read(home.current(of: list)) else { return nil }
    let name = String(decoding: bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return try record(named: name, of: list)
  }

  /// The serving snapshots of all lists, by list.
  public func currentSnapshots() throws -> [SnapshotRecord] {
    try lists.compactMap { try current(of: $0) }
  }

  /// The snapshot that `text` names: its folder, a day, the beginning of its digest, or `current`.
  ///
  /// - Throws: `input` when there is none or more than one.
  public func snapshot(_ text: String, of list: ListID) throws -> SnapshotRecord {
    let all = try snapshots(of: list)
    if text == "current", let current = try current(of: list) { return current }
    let found = all.filter {
      $0.name == text || $0.published.iso == text
        || (text.utf8.count >= 6 && $0.digest.hex.hasPrefix(text))
    }
    guard let one = found.first, found.count == 1 else {
      let names = (found.isEmpty ? all : found).map(\.name).joined(separator: ", ")
      throw ArchiveError(
        .input,
        found.isEmpty
          ? "`\(list)` has no snapshot `\(text)`" : "`\(text)` stands for several snapshots",
        help: names.isEmpty ? "import one first" : "there are: \(names)")
    }
    return one
  }

  /// The folder of a snapshot.
  func folder(of record: SnapshotRecord) -> URL {
    home.snapshots(of: record.list).appendingPathComponent(record.name)
  }

  private func record(named name: String, of list: ListID) throws -> SnapshotRecord {
    let url = home.snapshots(of: list).appendingPathComponent(name)
      .appendingPathComponent("snapshot.json")
    guard let bytes = try DurableFile.read(url), let json = try? JSONParser.parse(bytes),
      let record = SnapshotRecord(json), record.name == name, record.list == list
    else {
      throw ArchiveError(
        .damaged, "`\(url.path)` is missing or damaged",
        help: "import the list again, or restore the folder from a backup")
    }
    return record
  }

  /// The refusals of `list`, oldest first. Lines that a crash cut off are passed over.
  public func refusals(of list: ListID) throws -> [Refusal] {
    guard let bytes = try DurableFile.read(home.refusals(of: list)) else { return [] }
    return JSONLines(bytes).compactMap { line in
      (try? JSONParser.parse(bytes, in: line.range)).flatMap { Refusal($0) }
    }
  }

  /// When `list` was last found to be as its publisher has it.
  public func checked(_ list: ListID) throws -> Timestamp? {
    try DurableFile.read(home.checked(of: list)).flatMap {
      Timestamp(
        String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// Reads the raw files of `record`, each proven by its digest.
  ///
  /// - Throws: `damaged` when a file is missing or is not what was received.
  func receivedFiles(of record: SnapshotRecord) throws -> ReceivedFiles {
    let folder = folder(of: record).appendingPathComponent("files")
    let files = try record.files.map { file in
      let url = folder.appendingPathComponent(file.name)
      guard let bytes = try DurableFile.read(url), SHA256.digest(of: bytes) == file.sha256 else {
        throw ArchiveError(
          .damaged, "`\(url.path)` is missing or is not what was received",
          help: "import the list again, or restore the folder from a backup")
      }
      return ReceivedFiles.File(name: file.name, bytes: bytes)
    }
    return ReceivedFiles(
      file: files[0], companions: Array(files.dropFirst()), origin: record.receivedFrom)
  }

  /// Reads a kept snapshot again with its importer, one designation at a time.
  @discardableResult
  public func read(
    _ record: SnapshotRecord, take: (Designation) -> Void
  ) throws -> ImportReport {
    let files = try receivedFiles(of: record)
    let accepts = record.overrides.contains { $0.problem != .shrinkage }
    return try ListCatalogue.report(
      on: try files.snapshot(of: record.list, acceptsIncomplete: accepts), take: take)
  }

  /// Removes what a process that was killed left unfinished. To be called with the lock held.
  func removeLeftovers() {
    // Whoever keeps a dossier just now has unfinished files of its own.
    let keeping = try? ArchiveLock(home, waitingFor: home.keepingLock)
    defer { withExtendedLifetime(keeping) {} }
    let folders =
      [
        home.url, home.lists, home.watchlist, home.past, home.parties, home.dossiers,
        home.knowledge, home.rules, home.kept,
      ]
      + lists.flatMap { [home.folder(of: $0), home.snapshots(of: $0)] }
    for folder in folders {
      for name in DurableFile.names(in: folder) where name.hasPrefix(DurableFile.temporaryPrefix) {
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      }
    }
  }
}
