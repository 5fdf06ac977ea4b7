/// Numbered sections in one run of bytes: a count, a table, and the sections, each on a multiple of
/// 16 bytes.
///
/// The table is checked whole when it is opened; afterwards a section is a slice within bounds.
public struct SectionedBytes: @unchecked Sendable {
  /// What the sections lie in.
  public let region: ByteRegion
  private var places: [(id: UInt32, start: Int, count: Int)] = []

  /// Reads the table that stands at `offset`; sections must end by `end`.
  ///
  /// - Throws: ``SectionError`` if the table or a section does not lie inside.
  public init(_ region: ByteRegion, in range: Range<Int>) throws(SectionError) {
    self.region = region
    guard range.lowerBound % 16 == 0, range.lowerBound >= 0, range.upperBound <= region.count,
      range.count >= 16
    else { throw SectionError("the table of sections does not lie inside the file") }
    let bytes = region.buffer
    let sections = Int(
      UInt32(
        littleEndian: bytes.load(
          fromByteOffset: range.lowerBound, as: UInt32.self)))
    guard sections <= 64, 16 + sections * 24 <= range.count else {
      throw SectionError("the table of sections does not lie inside the file")
    }
    for index in 0..<sections {
      let entry = range.lowerBound + 16 + index * 24
      let id = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: entry, as: UInt32.self))
      let start = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self))
      let count = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self))
      guard start % 16 == 0, start <= UInt64(range.count), count <= UInt64(range.count) - start
      else { throw SectionError("section \(id) does not lie inside the file") }
      guard !places.contains(where: { $0.id == id }) else {
        throw SectionError("section \(id) stands twice")
      }
      places.append((id, range.lowerBound + Int(start), Int(count)))
    }
  }

  /// The bytes of section `id`, as positions in the region.
  public func range(_ id: UInt32) throws(SectionError) -> Range<Int> {
    guard let place = places.first(where: { $0.id == id }) else {
      throw SectionError("section \(id) is missing")
    }
    return place.start..<(place.start + place.count)
  }

  /// Section `id` as numbers.
  public func array<Element: FixedWidthInteger & BitwiseCopyable>(
    _ id: UInt32, of type: Element.Type
  ) throws(SectionError) -> PackedArray<Element> {
    let range = try range(id)
    guard range.count % MemoryLayout<Element>.stride == 0 else {
      throw SectionError("section \(id) has a broken length")
    }
    return PackedArray(
      base: region.start + range.lowerBound, count: range.count / MemoryLayout<Element>.stride)
  }
}

/// Collects sections and lays them out.
public struct SectionWriter: Sendable {
  private var sections: [(id: UInt32, chunks: [[UInt8]])] = []

  public init() {}

  /// Adds a section of bytes. Each id is used once.
  public mutating func add(_ id: UInt32, _ bytes: [UInt8]) { sections.append((id, [bytes])) }
  /// Adds a section whose bytes are the chunks, one behind the other.
  public mutating func add(_ id: UInt32, chunks: [[UInt8]]) { sections.append((id, chunks)) }
  /// Adds a section of numbers, little-endian.
  @inlinable public mutating func add<Value: FixedWidthInteger & BitwiseCopyable>(
    _ id: UInt32, _ values: [Value]
  ) { add(id, [UInt8](packing: values)) }

  /// Hands out the bytes in pieces, in order. The same sections give the same bytes.
  public func write(_ take: (borrowing [UInt8]) -> Void) {
    var head: [UInt8] = []
    head.appendPacked(UInt32(sections.count))
    head.append(contentsOf: [UInt8](repeating: 0, count: 12))
    var position = Self.rounded(16 + sections.count * 24)
    for (id, chunks) in sections {
      let count = chunks.reduce(0) { $0 + $1.count }
      head.appendPacked(id)
      head.appendPacked(UInt32(0))
      head.appendPacked(UInt64(position))
      head.appendPacked(UInt64(count))
      position += Self.rounded(count)
    }
    take(head)
    Self.pad(head.count, take)
    for (_, chunks) in sections {
      for chunk in chunks { take(chunk) }
      Self.pad(chunks.reduce(0) { $0 + $1.count }, take)
    }
  }

  /// The sections laid out in one piece.
  public var bytes: [UInt8] {
    var all: [UInt8] = []
    write { all.append(contentsOf: $0) }
    return all
  }

  private static func rounded(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  private static func pad(_ count: Int, _ take: (borrowing [UInt8]) -> Void) {
    let missing = rounded(count) - count
    if missing > 0 { take([UInt8](repeating: 0, count: missing)) }
  }
}

/// Why sections could not be read: the bytes are damaged or not of this kind.
public struct SectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What does not fit.
  public let description: String
  public init(_ description: String) { self.description = description }
}
