import FileFormats
import Testing

struct DeflateTests {
  static let text = Array(String(repeating: "Karomin Works Ltd, Novaport; ", count: 200).utf8)

  @Test func `gives back what it took, in less room`() throws {
    let block = Deflate.compress(Self.text)
    #expect(block.count < Self.text.count / 10)
    let content = try block.withUnsafeBufferPointer {
      try Deflate.decompress($0, count: Self.text.count)
    }
    #expect(content == Self.text)
    #expect(Deflate.compress(Self.text) == block)
  }

  @Test func `nothing is something`() throws {
    let block = Deflate.compress([])
    #expect(try block.withUnsafeBufferPointer { try Deflate.decompress($0, count: 0) } == [])
  }

  @Test func `damage and another length are errors`() throws {
    let block = Deflate.compress(Self.text)
    for place in block.indices {
      var damaged = block
      damaged[place] ^= 0x55
      let content = damaged.withUnsafeBufferPointer {
        try? Deflate.decompress($0, count: Self.text.count)
      }
      // A few bits of the header mean nothing to the content.
      #expect(content == nil || content == Self.text)
    }
    for count in [0, Self.text.count - 1, Self.text.count + 1] {
      #expect(throws: FileFormatError.self) {
        try block.withUnsafeBufferPointer { try Deflate.decompress($0, count: count) }
      }
    }
    #expect(throws: FileFormatError.self) {
      try block.dropLast(9).withContiguousStorageIfAvailable {
        try Deflate.decompress($0, count: Self.text.count)
      }
    }
  }
}
