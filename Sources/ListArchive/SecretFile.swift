public import Foundation
import Glibc

/// A file that only its owner may read.
public enum SecretFile {
  /// The bytes at `url`, or those of `make`, written durably there first when there is no such file.
  ///
  /// Of two processes that make it at once one wins, and both return the same bytes.
  ///
  /// - Throws: ``ArchiveError``; `damaged` when others than the owner may read the file.
  public static func bytes(at url: URL, orMake make: () -> [UInt8]) throws -> [UInt8] {
    if let bytes = try bytes(at: url) { return bytes }
    let folder = url.deletingLastPathComponent()
    try DurableFile.folder(folder)
    guard chmod(folder.path, 0o700) == 0 else {
      throw ArchiveError(
        .disk, "could not close `\(folder.path)` to others: \(String(cString: strerror(errno)))")
    }
    let temporary = folder.appendingPathComponent(
      "\(DurableFile.temporaryPrefix)\(url.lastPathComponent).\(getpid())")
    unlink(temporary.path)
    try DurableFile.create(temporary, make(), mode: 0o600)
    defer { unlink(temporary.path) }
    // A link, unlike a renaming, never takes the place of a file that another process just made.
    guard link(temporary.path, url.path) == 0 || errno == EEXIST else {
      throw ArchiveError(
        .disk, "could not write `\(url.path)`: \(String(cString: strerror(errno)))")
    }
    try DurableFile.syncFolder(folder)
    guard let bytes = try bytes(at: url) else {
      throw ArchiveError(.disk, "could not read `\(url.path)` after writing it")
    }
    return bytes
  }

  /// The bytes at `url`; `nil` when there is no such file.
  public static func bytes(at url: URL) throws -> [UInt8]? {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return nil }
    guard status.st_mode & 0o077 == 0 else {
      throw ArchiveError(
        .damaged, "`\(url.path)` may be read by others than its owner",
        help: "close it with `chmod 600`, and find out who has read it")
    }
    return try DurableFile.read(url)
  }

  /// Makes an empty file at `url` that only its owner may read, unless one is there.
  public static func reserve(_ url: URL) throws {
    try DurableFile.folder(url.deletingLastPathComponent())
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ArchiveError(
        .disk, "could not write `\(url.path)`: \(String(cString: strerror(errno)))",
        help: "name a folder that may be written with --home")
    }
    close(descriptor)
  }
}
