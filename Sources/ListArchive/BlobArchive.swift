import FileFormats
import Foundation
public import TradeModel

/// Files by the digest of their content: dossiers and attachments of cases.
public struct BlobArchive: Sendable {
  private let home: ArchiveHome

  public init(_ home: ArchiveHome) { self.home = home }

  /// Keeps `bytes` durably: once this returns they are on the disk. Content that is there already is
  /// verified and left.
  ///
  /// - Throws: ``ArchiveError``; `damaged` when other content stands under the digest.
  @discardableResult
  public func keep(_ bytes: [UInt8]) throws -> Digest {
    let digest = SHA256.digest(of: bytes)
    let url = place(digest)
    if FileManager.default.fileExists(atPath: url.path) {
      _ = try self.bytes(digest)
      return digest
    }
    let folder = url.deletingLastPathComponent()
    try DurableFile.folder(folder)
    let temporary = folder.appendingPathComponent(
      "\(DurableFile.temporaryPrefix)\(UUID().uuidString)")
    try DurableFile.create(temporary, bytes, mode: 0o600)
    try DurableFile.rename(temporary, to: url)
    try DurableFile.syncFolder(home.blobs)
    return digest
  }

  /// The content with that digest, verified.
  ///
  /// - Throws: ``ArchiveError``; `missingFile` when it is not kept, `damaged` when it is not what its
  ///   name says.
  public func bytes(_ digest: Digest) throws -> [UInt8] {
    let url = place(digest)
    guard let bytes = try DurableFile.read(url) else {
      throw ArchiveError(
        .missingFile, "`\(url.path)` is missing",
        help: "restore the folder `blobs` of the home from a backup")
    }
    guard SHA256.digest(of: bytes) == digest else {
      throw ArchiveError(
        .damaged, "`\(url.path)` is not what its name says",
        help: "restore it from a backup")
    }
    return bytes
  }

  /// Removes the content with that digest, because the law asks for it; what is not kept is passed
  /// over.
  public func erase(_ digest: Digest) throws {
    try DurableFile.remove(place(digest))
  }

  private func place(_ digest: Digest) -> URL {
    home.blobs.appendingPathComponent(String(digest.hex.prefix(2)))
      .appendingPathComponent(digest.hex)
  }
}
