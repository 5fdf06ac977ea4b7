import CZlib

/// Blocks of bytes in the zlib format (RFC 1950).
public enum Deflate {
  /// Compresses `bytes` quickly rather than tightly.
  public static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    let room = Int(length)
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      // Level 1 takes half the time of the default and a sixth more room. It cannot fail: there is
      // room for the worst case.
      let status = compress2(
        output.baseAddress, &length, bytes, UInt(bytes.count), 1)
      precondition(status == Z_OK, "zlib could not compress")
      count = Int(length)
    }
  }

  /// Returns the content of a block, which must have exactly `count` bytes.
  ///
  /// - Throws: `malformed` when the data or their checksum are wrong, or the length is another.
  public static func decompress(
    _ bytes: UnsafeBufferPointer<UInt8>, count: Int
  ) throws(FileFormatError) -> [UInt8] {
    var length = UInt(count)
    var status = Z_OK
    let content = [UInt8](unsafeUninitializedCapacity: max(1, count)) { output, filled in
      status = uncompress(output.baseAddress, &length, bytes.baseAddress, UInt(bytes.count))
      filled = status == Z_OK ? Int(length) : 0
    }
    guard status == Z_OK, content.count == count else {
      throw FileFormatError(.malformed, "the compressed data are damaged")
    }
    return content
  }
}
