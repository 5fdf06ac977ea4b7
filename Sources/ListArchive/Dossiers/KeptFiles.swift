import FileFormats
import Foundation
import TradeModel

/// Files by the digest of their content, each written once and never changed.
struct KeptFiles {
  let home: ArchiveHome

  private func file(_ digest: Digest) -> URL { home.kept.appendingPathComponent(digest.hex) }

  /// Removes the content of that digest; what is not kept is passed over.
  func erase(_ digest: Digest) throws { try DurableFile.remove(file(digest)) }

  /// Writes `bytes` under their digest, unless a file of that name and length is there.
  func keep(_ bytes: [UInt8]) throws -> Digest {
    let digest = SHA256.digest(of: bytes)
    try DurableFile.folder(home.kept)
    let url = file(digest)
    let size =
      (try? FileManager.default.attributesOfItem(atPath: url.path))?[.size] as? Int
    if size != bytes.count { try DurableFile.replace(url, bytes) }
    return digest
  }

  /// The content of that digest, proven.
  ///
  /// - Throws: `damaged` when it is missing or is not what was kept.
  func bytes(_ digest: Digest) throws -> [UInt8] {
    guard let bytes = try DurableFile.read(file(digest)), SHA256.digest(of: bytes) == digest else {
      throw Self.damage(file(digest))
    }
    return bytes
  }

  static func damage(_ url: URL) -> ArchiveError {
    ArchiveError(
      .damaged, "`\(url.path)` is missing or is not what was kept",
      help: "restore it from a backup")
  }
}
