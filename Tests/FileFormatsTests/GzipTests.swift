import FileFormats
import Testing

struct GzipTests {
  /// "abc\n" and 2,000 blanks, each as gzip members written by `gzip -9n`.
  static let abc: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4b, 0x4c, 0x4a, 0xe6, 0x02, 0x00,
    0x4e, 0x81, 0x88, 0x47, 0x04, 0x00, 0x00, 0x00,
  ]
  static let blanks: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x53, 0x50, 0x18, 0x05, 0xa3, 0x60,
    0x14, 0x8c, 0x82, 0x51, 0x30, 0x0a, 0x46, 0xc1, 0x50, 0x07, 0x00, 0x2a, 0xca, 0x16, 0x55, 0xd0,
    0x07, 0x00, 0x00,
  ]

  @Test func `reads one member and several`() throws {
    #expect(try Gzip.decompress(Self.abc) == Array("abc\n".utf8))
    #expect(
      try Gzip.decompress(Self.abc + Self.blanks + Self.abc)
        == Array("abc\n".utf8) + [UInt8](repeating: 0x20, count: 2000) + Array("abc\n".utf8))
  }

  @Test func `a cut at any byte is an error`() {
    let whole = Self.blanks + Self.abc
    for count in 0..<whole.count where count != Self.blanks.count {
      #expect(throws: FileFormatError.self, "\(count)") {
        try Gzip.decompress(Array(whole[..<count]))
      }
    }
  }

  @Test func `a flipped bit never gives other content`() throws {
    let content = try Gzip.decompress(Self.blanks)
    var refused = 0
    for place in Self.blanks.indices {
      for bit in 0..<8 {
        var damaged = Self.blanks
        damaged[place] ^= 1 << UInt8(bit)
        // Flags, time and system in the header are not part of the content.
        do throws(FileFormatError) {
          #expect(try Gzip.decompress(damaged) == content, "byte \(place) bit \(bit)")
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > Self.blanks.count * 4)
  }

  @Test func `refuses what is no gzip, what follows it, and what grows too large`() {
    #expect(!Gzip.isCompressed([]))
    #expect(!Gzip.isCompressed([0x1f]))
    #expect(Gzip.isCompressed(Self.abc))
    for bytes in [[], [0x1f], Array("PK\u{3}\u{4}".utf8), Self.abc + [0x00], Self.abc + [1, 2, 3]] {
      #expect(throws: FileFormatError.self) { try Gzip.decompress(bytes) }
    }
    let bomb = #expect(throws: FileFormatError.self) {
      try Gzip.decompress(Self.blanks, limit: 1999)
    }
    #expect(bomb?.reason == .limit)
    #expect(throws: Never.self) { try Gzip.decompress(Self.blanks, limit: 2000) }
  }
}
