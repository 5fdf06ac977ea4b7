import Decisions
import Foundation
import ListArchive
import TradeModel
import Workplace

/// Finds a dossier that the command line names: a file, standard input, or a kept one by its digest.
enum StoredDossier {
  /// - Returns: the dossier, and its bytes as stored.
  /// - Throws: a ``Failure`` with status 65 or 66.
  static func read(_ name: String, home: HomeOptions) throws -> (dossier: Dossier, bytes: [UInt8]) {
    let bytes = try kept(name, home) ?? InputFile.bytes(at: name)
    do {
      return (try Dossier(reading: bytes), bytes)
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
  }

  /// The kept dossier of that digest, or of the only one that begins so; `nil` when a file has that
  /// name, or when it is no digest.
  private static func kept(_ name: String, _ home: HomeOptions) throws -> [UInt8]? {
    let isDigest =
      (8...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest, !FileManager.default.fileExists(atPath: name) else { return nil }
    let archive = DossierArchive(home: try home.archiveHome())
    let found = Digest(hex: name).map { [$0] } ?? archive.digests.filter { $0.hex.hasPrefix(name) }
    guard found.count <= 1 else {
      throw Failure(
        .badInput, "`\(name)` stands for \(found.count) kept dossiers",
        help: "write more of the digest")
    }
    if let digest = found.first, let bytes = try Failure.from({ try archive.dossier(digest) }) {
      return bytes
    }
    throw Failure(
      .missingFile, "no dossier `\(name)` is kept in `\(archive.home.url.path)`",
      help: "name the home folder that has it with --home, or name a file")
  }
}
