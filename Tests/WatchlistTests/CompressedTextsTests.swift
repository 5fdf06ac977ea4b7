import NameIndex
import QuiviveTestKit
import Testing

@testable import Watchlist

struct CompressedTextsTests {
  /// The bytes must outlive the reader that points into them.
  static func withReader(
    of texts: [[UInt8]], _ check: (CompressedTextReader, [Range<Int>]) throws -> Void
  ) throws {
    var written = CompressedTexts()
    var places: [Range<Int>] = []
    for text in texts {
      let start = Int(written.add(text))
      places.append(start..<(start + text.count))
    }
    written.close()
    var writer = SectionWriter()
    writer.add(1, chunks: written.blocks.chunks)
    writer.add(2, written.starts)
    let bytes = writer.bytes
    let sections = try SectionedBytes(ByteRegion(copying: bytes), in: 0..<bytes.count)
    let reader = CompressedTextReader(
      blocks: try sections.array(1, of: UInt8.self), starts: try sections.array(2, of: UInt32.self))
    try withExtendedLifetime(sections) { try check(reader, places) }
  }

  @Test func `every text comes back, over many blocks`() throws {
    var names = InventedNames(seed: 91)
    let texts = (0..<3000).map { number in
      Array(String(repeating: names.name(), count: number % 7).utf8)
    }
    try Self.withReader(of: texts) { reader, places in
      #expect(reader.isWhole)
      #expect(reader.starts.count > 4)
      for (text, place) in zip(texts, places) where !text.isEmpty {
        #expect(reader.text(place) == text)
      }
    }
  }

  @Test func `a text longer than a block has its own`() throws {
    let long = [UInt8](repeating: 0x61, count: 100_000)
    try Self.withReader(of: [[1, 2], long, [3]]) { reader, places in
      #expect(places.map { reader.text($0) } == [[1, 2], long, [3]])
    }
  }

  @Test func `a place that no block holds has no text`() throws {
    let texts = [[UInt8]](repeating: [UInt8](repeating: 0x61, count: 40_000), count: 2)
    try Self.withReader(of: texts) { reader, _ in
      #expect(reader.text(30_000..<50_000) == nil)
      #expect(reader.text(79_999..<80_001) == nil)
    }
    try Self.withReader(of: []) { reader, _ in
      #expect(reader.isWhole)
      #expect(reader.text(0..<1) == nil)
    }
  }
}
