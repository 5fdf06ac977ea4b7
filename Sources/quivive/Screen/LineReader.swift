import Foundation
import Workplace

/// Reads lines from a file or standard input in blocks, so that input of any length fits in memory.
///
/// A class because it holds a file handle and a buffer; for one thread.
final class LineReader {
  struct Line: Sendable {
    /// Counted from 1, blank lines included.
    let number: Int
    let bytes: [UInt8]
    /// The line is longer than ``limit``; `bytes` holds its beginning.
    let isTooLong: Bool
  }

  /// No transaction is longer than this.
  static let limit = 16 << 20
  /// The longest line that is kept whole, in bytes.
  let limit: Int
  /// How much was read so far.
  private(set) var bytesRead = 0
  /// The length of the file; `nil` where it has none, as a pipe.
  let size: Int?
  private static let block = 1 << 18

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var hasEnded = false

  /// - Throws: a ``Failure`` with status 66 when the file cannot be opened. `-` is standard input.
  init(path: String, limit: Int = LineReader.limit) throws {
    self.limit = limit
    if path == "-" {
      handle = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      handle = opened
    } else {
      throw Failure(
        .missingFile, "there is no readable file `\(path)`",
        help: "name a readable file, or `-` for standard input")
    }
    var status = stat()
    let isFile = fstat(handle.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
  }

  /// The next line that is not blank, or `nil` at the end.
  func next() throws -> Line? {
    while let line = try nextRaw() {
      if !line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return line }
    }
    return nil
  }

  private func nextRaw() throws -> Line? {
    var isTooLong = false
    var kept: [UInt8] = []
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        let line = kept + buffer[position..<end]
        if line.count > limit { isTooLong = true }
        position = end + 1
        number += 1
        return Line(number: number, bytes: line, isTooLong: isTooLong)
      }
      if kept.count < limit {
        kept += buffer[position...]
      } else {
        isTooLong = true
      }
      buffer.removeAll(keepingCapacity: true)
      position = 0
      if !hasEnded, let data = try handle.read(upToCount: Self.block), !data.isEmpty {
        // A byte order mark is no part of the first line.
        let isMarked = bytesRead == 0 && data.starts(with: [0xEF, 0xBB, 0xBF])
        buffer.append(contentsOf: isMarked ? data.dropFirst(3) : data)
        bytesRead += data.count
        continue
      }
      hasEnded = true
      guard !kept.isEmpty else { return nil }
      number += 1
      return Line(number: number, bytes: kept, isTooLong: isTooLong)
    }
  }
}
