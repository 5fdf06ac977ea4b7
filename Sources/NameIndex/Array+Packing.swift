extension Array where Element == UInt8 {
  /// The rows of a ``PackedTable``, given one behind the other.
  public init(packingRows numbers: [UInt32], fields: Int) {
    precondition(
      (1...PackedTable.mostFields).contains(fields) && numbers.count % fields == 0,
      "a table has whole rows of 1 to 15 fields")
    var used = [UInt32](repeating: 0, count: fields)
    for row in stride(from: 0, to: numbers.count, by: fields) {
      for field in 0..<fields { used[field] |= numbers[row + field] }
    }
    // A row has a bit at least, so that the bytes tell how many rows there are.
    if !numbers.isEmpty { used[0] |= 1 }
    let widths = used.map { UInt32.bitWidth - $0.leadingZeroBitCount }
    let bits = numbers.count / fields * widths.reduce(0, +)
    self.init()
    reserveCapacity(PackedTable.headerLength + (bits + 7) / 8 + PackedTable.margin)
    appendPacked(UInt64(numbers.count / fields))
    append(UInt8(fields))
    append(contentsOf: widths.map { UInt8($0) })
    append(contentsOf: [UInt8](repeating: 0, count: PackedTable.headerLength - count))
    var pending: UInt64 = 0
    var filled = 0
    for row in stride(from: 0, to: numbers.count, by: fields) {
      for field in 0..<fields {
        pending |= UInt64(numbers[row + field]) << UInt64(filled)
        filled += widths[field]
        while filled >= 8 {
          append(UInt8(truncatingIfNeeded: pending))
          pending >>= 8
          filled -= 8
        }
      }
    }
    if filled > 0 { append(UInt8(truncatingIfNeeded: pending)) }
    append(contentsOf: [UInt8](repeating: 0, count: PackedTable.margin))
  }

  /// The numbers of a ``PackedNumbers``.
  public init(packingNumbers numbers: [UInt32]) { self.init(packingRows: numbers, fields: 1) }
}
