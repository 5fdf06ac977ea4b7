/// A view of numbers in a ``ByteRegion``, little-endian, as they lie.
///
/// It does not keep the region alive: whoever holds it holds the region too. Every access is checked
/// against the bounds.
public struct PackedArray<Element: FixedWidthInteger & BitwiseCopyable>: @unchecked Sendable {
  /// How many elements there are.
  public let count: Int
  @usableFromInline let base: UnsafeRawPointer

  @inlinable init(base: UnsafeRawPointer, count: Int) {
    self.base = base
    self.count = count
  }

  /// The element at `index`; outside the bounds the process stops.
  @inlinable public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the packed array")
    return Element(
      littleEndian: base.load(
        fromByteOffset: index &* MemoryLayout<Element>.stride, as: Element.self))
  }

  /// The elements of `range` without a check for each.
  @inlinable public func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside the packed array")
    return UnsafeBufferPointer(
      start: base.assumingMemoryBound(to: Element.self) + range.lowerBound, count: range.count)
  }

  /// Whether the elements never decrease, begin with 0 and end with `last`: offsets of slices.
  @inlinable public func isOffsets(endingAt last: Int) -> Bool {
    guard count > 0, self[0] == 0, Int(self[count - 1]) == last else { return false }
    let elements = buffer(0..<count)
    // The upper bit tells of a step down, or of a number too large for the test. Without a branch, so
    // that many are tested at once.
    var upper: Element = elements[0]
    for index in 1..<Swift.max(1, count) {
      upper |= (elements[index] &- elements[index &- 1]) | elements[index]
    }
    return upper.leadingZeroBitCount > 0
  }

  /// Whether every element is below `limit`.
  @inlinable public func isBelow(_ limit: Int) -> Bool {
    guard count > 0 else { return true }
    guard limit > 0, let most = Element(exactly: limit - 1), most.leadingZeroBitCount > 0 else {
      return false
    }
    var upper: Element = 0
    for element in buffer(0..<count) { upper |= (most &- element) | element }
    return upper.leadingZeroBitCount > 0
  }

  /// The first index whose element is not below `value`; the elements must be sorted.
  @inlinable public func lowerBound(_ value: Element, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low &+ high) >> 1
      if self[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}

extension Array where Element == UInt8 {
  /// Appends `value` in little-endian bytes.
  @inlinable public mutating func appendPacked(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// The little-endian bytes of `values`.
  @inlinable public init<Value: FixedWidthInteger & BitwiseCopyable>(packing values: [Value]) {
    // Every machine this runs on is little-endian; `appendPacked` is the general form.
    self = values.withUnsafeBytes { [UInt8]($0) }
  }
}
