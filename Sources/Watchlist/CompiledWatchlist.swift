import FileFormats
import Glibc
import NameIndex
public import TradeModel

/// A watchlist ready to be written.
public struct CompiledWatchlist: Sendable {
  private let sections: SectionWriter
  private let length: Int
  /// SHA-256 of the content: the file's name.
  public let digest: Digest
  private let checksum: UInt64

  init(_ sections: SectionWriter) {
    self.sections = sections
    let sha = SHA256()
    var count = WatchlistFormat.headerLength
    sections.write { piece in
      count += piece.count
      piece.withUnsafeBytes { sha.update($0) }
    }
    let digest = sha.finish()
    let checksum = FileChecksum()
    let header = Self.header(length: count, checksum: 0, digest: digest)
    header.withUnsafeBytes { bytes in
      let place = WatchlistFormat.checksumPlace
      checksum.update(UnsafeRawBufferPointer(rebasing: bytes[..<place.lowerBound]))
      checksum.update(UnsafeRawBufferPointer(rebasing: bytes[place.upperBound...]))
    }
    sections.write { piece in piece.withUnsafeBytes { checksum.update($0) } }
    length = count
    self.digest = digest
    self.checksum = checksum.value
  }

  /// The whole file.
  public var bytes: [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(length)
    write { all.append(contentsOf: $0) }
    return all
  }

  /// Hands out the file in pieces, in order.
  public func write(_ take: (borrowing [UInt8]) -> Void) {
    take(Self.header(length: length, checksum: checksum, digest: digest))
    sections.write(take)
  }

  /// Writes the file whole or not at all: under another name first, synchronised, then renamed.
  public func write(to path: String) throws(WatchlistError) {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("create", temporary) }
    var failed = false
    write { piece in
      piece.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !failed, !rest.isEmpty {
          let written = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          if written <= 0, errno != EINTR { failed = true }
          rest = rest.dropFirst(max(0, written))
        }
      }
    }
    if !failed, fsync(descriptor) != 0 { failed = true }
    let failure = Self.failure("write", temporary)
    close(descriptor)
    if failed {
      unlink(temporary)
      throw failure
    }
    guard rename(temporary, path) == 0 else {
      let failure = Self.failure("rename", temporary)
      unlink(temporary)
      throw failure
    }
  }

  private static func failure(_ action: String, _ path: String) -> WatchlistError {
    WatchlistError(.cannotRead, "cannot \(action) `\(path)`: " + String(cString: strerror(errno)))
  }

  private static func header(length: Int, checksum: UInt64, digest: Digest) -> [UInt8] {
    var header = WatchlistFormat.magic
    header.appendPacked(WatchlistFormat.version)
    header.appendPacked(UInt32(0))
    header.appendPacked(UInt64(length))
    header.appendPacked(checksum)
    let digits = Array(digest.hex.utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    for place in stride(from: 0, to: digits.count, by: 2) {
      header.append(digits[place] << 4 | digits[place + 1])
    }
    return header
  }
}
