/// A run of numbers in a ``ByteRegion``, each with as many bits as the largest takes: a
/// ``PackedTable`` of one field.
///
/// Like ``PackedArray`` it does not keep the region alive, and checks every access.
public struct PackedNumbers: @unchecked Sendable {
  /// How many numbers there are.
  public let count: Int
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let width: Int
  @usableFromInline let mask: UInt64

  /// - Throws: ``SectionError`` if the numbers do not fill the bytes.
  public init(_ bytes: PackedArray<UInt8>) throws(SectionError) {
    count = try PackedTable(bytes, fields: 1).count
    width = Int(bytes[9])
    mask = 1 << UInt64(width) - 1
    base = bytes.base + PackedTable.headerLength
  }

  /// The number at `index`; outside the bounds the process stops.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Int {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the packed numbers")
    return load(index)
  }

  /// The number at an index that was checked before.
  @inlinable @inline(__always)
  func load(_ index: Int) -> Int { Int(truncatingIfNeeded: word(index &* width) & mask) }

  @inlinable @inline(__always)
  func word(_ bit: Int) -> UInt64 {
    let bytes = (base + bit >> 3).loadUnaligned(as: UInt64.self)
    return UInt64(littleEndian: bytes) &>> UInt64(truncatingIfNeeded: bit & 7)
  }

  /// Whether every number is below `limit`.
  public func isBelow(_ limit: Int) -> Bool {
    guard count > 0 else { return true }
    guard limit > 0 else { return false }
    if mask < UInt64(limit) { return true }
    let most = UInt64(limit - 1)
    var upper: UInt64 = 0
    var bit = 0
    for _ in 0..<count {
      upper |= most &- (word(bit) & mask)
      bit &+= width
    }
    return upper >> 63 == 0
  }

  /// The first index whose number is not below `value`; the numbers must be sorted.
  func lowerBound(_ value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) >> 1
      if load(middle) < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Whether no number is below the one before.
  var isSorted: Bool {
    var upper: UInt64 = 0
    var previous: UInt64 = 0
    var bit = 0
    for _ in 0..<count {
      let number = word(bit) & mask
      upper |= number &- previous
      previous = number
      bit &+= width
    }
    return upper >> 63 == 0
  }

  /// Whether the numbers never decrease, begin with 0 and end with `last`: offsets of slices.
  func isOffsets(endingAt last: Int) -> Bool {
    guard count > 0, load(0) == 0, load(count &- 1) == last else { return false }
    return isSorted
  }
}
