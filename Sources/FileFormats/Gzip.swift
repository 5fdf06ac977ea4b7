import CZlib

/// gzip (RFC 1952) by zlib.
public enum Gzip {
  /// Whether `bytes` begin with the gzip mark.
  public static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
  }

  /// Returns the content of all members, each checked by its CRC-32.
  ///
  /// - Parameter limit: the most bytes the content may have, against decompression bombs.
  /// - Throws: `truncated` when the data end inside a member, `malformed` when the data or a checksum
  ///   are wrong, `limit` when the content is larger than `limit`.
  public static func decompress(
    _ bytes: [UInt8], limit: Int = 1 << 30
  ) throws(FileFormatError) -> [UInt8] {
    guard isCompressed(bytes) else { throw FileFormatError(.notThisFormat, "no gzip data") }
    var stream = z_stream()
    // 15 window bits, plus 16 for a gzip header.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw FileFormatError(.malformed, "zlib could not start") }
    defer { inflateEnd(&stream) }
    var content: [UInt8] = []
    content.reserveCapacity(min(limit, bytes.count &* 6))
    let failure: FileFormatError? = bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { chunk in
        while true {
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          content.append(contentsOf: chunk[0..<(chunk.count - Int(stream.avail_out))])
          if content.count > limit {
            return FileFormatError(.limit, "the decompressed content is larger than \(limit) bytes")
          }
          switch status {
          case Z_STREAM_END:
            if stream.avail_in == 0 { return nil }
            inflateReset(&stream)
          case Z_OK: continue
          case Z_BUF_ERROR:
            return FileFormatError(.truncated, "the gzip data end before their content does")
          default: return FileFormatError(.malformed, "the gzip data are damaged")
          }
        }
      }
    }
    if let failure { throw failure }
    return content
  }
}

extension Gzip {
  /// Compresses `bytes` quickly rather than tightly, as one member without name or time.
  public static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib could not start")
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    return bytes.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: room) { output, count in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        let status = deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "there is room for the worst case")
        count = room - Int(stream.avail_out)
      }
    }
  }
}
