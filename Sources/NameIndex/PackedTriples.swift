/// A view of numbers below 2²⁴ in a ``ByteRegion``, three bytes each, little-endian.
///
/// Like ``PackedArray`` it does not keep the region alive, and checks every access.
struct PackedTriples: @unchecked Sendable {
  let base: UnsafeRawPointer
  /// How many numbers there are.
  let count: Int

  /// The number of numbers that three bytes can tell apart.
  static let limit = 1 << 24

  /// - Throws: ``SectionError`` if the bytes are no whole number of triples.
  init(_ bytes: PackedArray<UInt8>) throws(SectionError) {
    guard bytes.count % 3 == 0 else { throw SectionError("a run of triples has a broken length") }
    base = bytes.base
    count = bytes.count / 3
  }

  @inline(__always)
  subscript(index: Int) -> Int {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the packed triples")
    return load(index)
  }

  /// The number at an index that was checked before.
  @inline(__always)
  func load(_ index: Int) -> Int {
    let place = base + index &* 3
    let low = UInt16(littleEndian: place.loadUnaligned(as: UInt16.self))
    return Int(low) | Int(place.load(fromByteOffset: 2, as: UInt8.self)) << 16
  }

  /// Whether every number is below `limit`.
  func isBelow(_ limit: Int) -> Bool {
    guard count > 0 else { return true }
    guard limit > 0, limit <= Self.limit else { return limit > 0 }
    let most = UInt32(limit - 1)
    var upper: UInt32 = 0
    // All but the last are read with the first byte of their neighbour.
    for index in 0..<(count &- 1) {
      let word = (base + index &* 3).loadUnaligned(as: UInt32.self)
      upper |= most &- (UInt32(littleEndian: word) & 0xFF_FFFF)
    }
    upper |= most &- UInt32(load(count &- 1))
    return upper.leadingZeroBitCount > 0
  }
}

extension Array where Element == UInt8 {
  /// The lower three bytes of each number.
  init(packingTriples numbers: [UInt32]) {
    self.init()
    reserveCapacity(numbers.count * 3)
    for number in numbers {
      append(UInt8(truncatingIfNeeded: number))
      append(UInt8(truncatingIfNeeded: number >> 8))
      append(UInt8(truncatingIfNeeded: number >> 16))
    }
  }
}
