import FileFormats
import Foundation
public import KnowledgeBase
public import TradeModel

/// Kept states of a folder of knowledge or of own rules: a list of files by digest for each state, and
/// each file's content once, whatever the number of states that have it.
public struct KeptFolders: Sendable {
  /// Which folders.
  public enum Kind: String, Sendable {
    case knowledge, rules
  }

  /// Where everything lies.
  public let home: ArchiveHome
  /// Which folders.
  public let kind: Kind

  public init(home: ArchiveHome, kind: Kind) {
    self.home = home
    self.kind = kind
  }

  private var folder: URL { kind == .knowledge ? home.knowledge : home.rules }
  private func file(_ digest: Digest) -> URL { folder.appendingPathComponent("\(digest).json") }
  private var log: URL { folder.appendingPathComponent("log.tsv") }

  /// Keeps `state`, unless it is kept already, and notes since when it is in use. To be called with
  /// the lock for keeping held.
  func keep(_ state: KnowledgeFolder, now: Timestamp) throws {
    try DurableFile.folder(folder)
    if !FileManager.default.fileExists(atPath: file(state.digest).path) {
      let kept = KeptFiles(home: home)
      var files: [JSONValue] = []
      for file in state.files {
        let digest = try kept.keep(file.bytes)
        files.append(.members(["path": .string(file.path), "sha256": .string(digest.hex)]))
      }
      let json: JSONValue = .members([
        "schema": "quivive.folder/1", "sha256": .string(state.digest.hex),
        "first_kept": .string(now.description), "files": .array(files),
      ])
      try DurableFile.replace(file(state.digest), json.indented)
    }
    // A line where another state came into use, so that going back to an earlier one is told too.
    if try entries().last?.digest != state.digest {
      try DurableFile.append(log, line: Array("\(now)\t\(state.digest)".utf8))
    }
  }

  /// The states by the time from which each was in use, as far as dossiers were kept.
  public func entries() throws -> [(since: Timestamp, digest: Digest)] {
    guard let bytes = try DurableFile.read(log) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2, let since = Timestamp(String(fields[0])),
        let digest = Digest(hex: String(fields[1]))
      else { return nil }
      return (since, digest)
    }
  }

  /// The state that was in use at the end of `day`; `nil` when none was kept by then.
  public func entry(asKnownOn day: Day) throws -> (since: Timestamp, digest: Digest)? {
    try entries().last { $0.since.day <= day }
  }

  /// The kept state of that digest, every file proven; `nil` when it was never kept.
  ///
  /// - Throws: `damaged` when a file is missing or is not what was kept.
  public func state(_ digest: Digest) throws -> KnowledgeFolder? {
    let url = file(digest)
    guard let bytes = try DurableFile.read(url) else { return nil }
    guard let json = try? JSONParser.parse(bytes), let entries = json["files"]?.array else {
      throw KeptFiles.damage(url)
    }
    let kept = KeptFiles(home: home)
    var files: [String: [UInt8]] = [:]
    for entry in entries {
      guard let path = entry["path"]?.string,
        let sha256 = entry["sha256"]?.string.flatMap({ Digest(hex: $0) })
      else { throw KeptFiles.damage(url) }
      files[path] = try kept.bytes(sha256)
    }
    let state = KnowledgeFolder(location: url.path, files: files)
    guard state.digest == digest else { throw KeptFiles.damage(url) }
    return state
  }
}
