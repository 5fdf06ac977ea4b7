/// Rows of numbers in a ``ByteRegion``, every field as wide as its largest number, from 0 to 32 bits; a row
/// has a bit at least.
///
/// ```
/// 0  the number of rows, eight bytes
/// 8  the number of fields, then the bits of each, a byte each; sixteen bytes in all
/// 24 the rows, bit after bit from the lowest, and eight bytes of zero
/// ```
///
/// Like ``PackedArray`` it does not keep the region alive, and checks every access.
public struct PackedTable: @unchecked Sendable {
  /// How many rows there are.
  public let count: Int
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let rowBits: Int
  /// Where each field begins in its row, and its bits; further fields have none.
  @usableFromInline let fields: InlineArray<16, (start: UInt16, width: UInt16)>

  static let headerLength = 24
  static let mostFields = 15
  static let widest = 32
  /// The last field is read with the bytes behind it.
  static let margin = 8

  /// Takes `bytes` as a table of `fields` fields.
  ///
  /// - Throws: ``SectionError`` if the rows do not fill them.
  public init(_ bytes: PackedArray<UInt8>, fields: Int) throws(SectionError) {
    precondition((1...Self.mostFields).contains(fields), "a table has 1 to 15 fields")
    let problem = SectionError("a packed table has a broken length")
    guard bytes.count >= Self.headerLength + Self.margin, Int(bytes[8]) == fields else {
      throw problem
    }
    var starts = InlineArray<16, (start: UInt16, width: UInt16)>(repeating: (0, 0))
    var bits = 0
    for field in 0..<fields {
      let width = Int(bytes[9 + field])
      guard width <= Self.widest else { throw problem }
      starts[field] = (UInt16(bits), UInt16(width))
      bits += width
    }
    let rows = UInt64(littleEndian: bytes.base.loadUnaligned(as: UInt64.self))
    let room = bytes.count - Self.headerLength - Self.margin
    guard rows < 1 << 40, bits > 0 || rows == 0, (Int(rows) * bits + 7) / 8 == room
    else { throw problem }
    count = Int(rows)
    rowBits = bits
    base = bytes.base + Self.headerLength
    self.fields = starts
  }

  /// A number; outside the bounds the process stops.
  @inlinable @inline(__always)
  public subscript(row: Int, field: Int) -> Int {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "outside the packed table")
    let (start, width) = fields[field]
    let mask: UInt64 = 1 &<< UInt64(width) &- 1
    return Int(truncatingIfNeeded: word(row &* rowBits &+ Int(start)) & mask)
  }

  /// Whether every number of a field is below `limit`.
  public func isBelow(_ limit: Int, field: Int) -> Bool {
    guard count > 0 else { return true }
    let (start, width) = bits(of: field)
    let mask: UInt64 = 1 &<< width &- 1
    guard limit > 0, mask >= UInt64(limit) else { return limit > 0 }
    let most = UInt64(limit &- 1)
    var upper: UInt64 = 0
    var bit = start
    for _ in 0..<count {
      upper |= most &- (word(bit) & mask)
      bit &+= rowBits
    }
    return upper >> 63 == 0
  }

  /// Whether `field`, an offset, and the next one, a length, lie within `limit` in every row.
  public func isWithin(_ limit: Int, field: Int) -> Bool {
    precondition(limit >= 0, "a limit is not negative")
    let (start, width) = bits(of: field)
    let (next, nextWidth) = bits(of: field + 1)
    let (mask, nextMask): (UInt64, UInt64) = (1 &<< width &- 1, 1 &<< nextWidth &- 1)
    var upper: UInt64 = 0
    var bit = 0
    for _ in 0..<count {
      let end = (word(bit &+ start) & mask) &+ (word(bit &+ next) & nextMask)
      upper |= UInt64(limit) &- end
      bit &+= rowBits
    }
    return upper >> 63 == 0
  }

  /// Whether the numbers of a field never decrease, begin with 0 and end with `last`.
  public func isOffsets(endingAt last: Int, field: Int) -> Bool {
    guard count > 0, self[0, field] == 0, self[count - 1, field] == last else { return false }
    let (start, width) = bits(of: field)
    let mask: UInt64 = 1 &<< width &- 1
    var upper: UInt64 = 0
    var previous: UInt64 = 0
    var bit = start
    for _ in 0..<count {
      let number = word(bit) & mask
      upper |= number &- previous
      previous = number
      bit &+= rowBits
    }
    return upper >> 63 == 0
  }

  /// Where a field begins in its row, and how many bits it has.
  func bits(of field: Int) -> (start: Int, width: UInt64) {
    (Int(fields[field].start), UInt64(fields[field].width))
  }

  @inlinable @inline(__always)
  func word(_ bit: Int) -> UInt64 {
    let bytes = (base + bit >> 3).loadUnaligned(as: UInt64.self)
    return UInt64(littleEndian: bytes) &>> UInt64(truncatingIfNeeded: bit & 7)
  }
}
