import Foundation
import Glibc

/// Writing that survives a crash: content is on the disk before its name is.
enum DurableFile {
  /// Writes `bytes` to a new file and waits until they are on the disk.
  static func create(_ url: URL, _ bytes: [UInt8], mode: mode_t = 0o644) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure("could not create `\(url.path)`") }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("could not write `\(url.path)`") }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw failure("could not write `\(url.path)`") }
  }

  /// Puts `bytes` in the place of whatever `url` held: a reader sees the old or the new, never a mix.
  static func replace(_ url: URL, _ bytes: [UInt8]) throws {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent("\(temporaryPrefix)\(url.lastPathComponent).\(getpid())")
    unlink(temporary.path)
    try create(temporary, bytes)
    try rename(temporary, to: url)
  }

  /// Gives a file or folder its final name and waits until the name is on the disk.
  static func rename(_ from: URL, to: URL) throws {
    guard Glibc.rename(from.path, to.path) == 0 else {
      throw failure("could not rename `\(from.path)` to `\(to.lastPathComponent)`")
    }
    try syncFolder(to.deletingLastPathComponent())
  }

  static func syncFolder(_ url: URL) throws {
    let descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("could not open `\(url.path)`") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("could not write `\(url.path)`") }
  }

  /// Waits until the content of an existing file is on the disk.
  static func sync(_ url: URL) throws {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("could not open `\(url.path)`") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("could not write `\(url.path)`") }
  }
  /// Adds one line at the end and waits until it is on the disk. A line cut off by a crash before is
  /// closed first, so that it spoils only itself.
  static func append(_ url: URL, line: [UInt8]) throws {
    let descriptor = open(url.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("could not open `\(url.path)`") }
    defer { close(descriptor) }
    var bytes = line + [0x0A]
    var last: UInt8 = 0x0A
    if lseek(descriptor, -1, SEEK_END) >= 0, Glibc.read(descriptor, &last, 1) == 1, last != 0x0A {
      bytes.insert(0x0A, at: 0)
    }
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failure("could not write `\(url.path)`")
    }
  }

  /// Removes a file and waits until its name is gone from the disk; one that is not there is passed
  /// over.
  static func remove(_ url: URL) throws {
    if unlink(url.path) != 0 {
      guard errno == ENOENT else { throw failure("could not remove `\(url.path)`") }
      return
    }
    try syncFolder(url.deletingLastPathComponent())
  }

  static func folder(_ url: URL) throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError(
        .disk, "could not make the folder `\(url.path)`",
        help: "name a folder that may be written with --home")
    }
  }

  /// The content of `url`, or `nil` when there is no such file.
  static func read(_ url: URL) throws -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      throw ArchiveError(.disk, "could not read `\(url.path)`")
    }
    return [UInt8](data)
  }

  /// The names in `url`, sorted; none when there is no such folder.
  static func names(in url: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// What unfinished files and folders begin with: nobody reads them, the next writer removes them.
  static let temporaryPrefix = ".unfinished-"

  private static func failure(_ what: String) -> ArchiveError {
    ArchiveError(.disk, "\(what): \(String(cString: strerror(errno)))")
  }
}
