import Foundation
import Glibc

/// The right to write into a home, held by one process at a time.
///
/// The kernel gives it back when the process ends, however it ends. A class because letting go of it
/// is what its end means.
final class ArchiveLock {
  private let descriptor: Int32

  /// - Throws: `busy` when another process holds the lock.
  init(_ home: ArchiveHome) throws {
    try DurableFile.folder(home.url)
    descriptor = open(home.lock.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ArchiveError(
        .disk, "could not write into `\(home.url.path)`: \(String(cString: strerror(errno)))",
        help: "name a folder that may be written with --home")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var text = [UInt8](repeating: 0, count: 32)
      let count = max(0, read(descriptor, &text, text.count))
      close(descriptor)
      let holder =
        String(decoding: text.prefix(count), as: UTF8.self)
        .split(separator: "\n").first.map { " (process \($0))" } ?? ""
      throw ArchiveError(
        .busy, "another process\(holder) is writing into `\(home.url.path)`",
        help: "wait until it has ended and try again")
    }
    let mark = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = write(descriptor, mark, mark.count)
  }

  /// Waits until no other process or thread holds the lock on `url`, a file in `home`.
  ///
  /// - Throws: `disk` when the file cannot be made.
  init(_ home: ArchiveHome, waitingFor url: URL) throws {
    try DurableFile.folder(home.url)
    descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ArchiveError(
        .disk, "could not write into `\(home.url.path)`: \(String(cString: strerror(errno)))",
        help: "name a folder that may be written with --home")
    }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit {
    // A child that is just being started may still share the file: let go of the lock itself.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
