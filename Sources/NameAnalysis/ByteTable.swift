/// Byte strings to numbers: open addressing over one blob, no object per entry.
///
/// Made for look-ups in the loop over a name's words, where `Dictionary<String, _>` costs three times
/// as much. The iteration order does not exist on purpose.
/// - Complexity: O(*k*) a look-up of *k* bytes.
struct ByteTable: Sendable {
  private var slots: [UInt32]
  private var blob: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var values: [UInt32] = []

  /// How many keys there are.
  var count: Int { values.count }
  /// The longest key, in bytes.
  private(set) var longestKey = 0

  init(minimumCapacity: Int = 64) {
    var size = 128
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// The running hash of a byte string: begin with ``seed`` and mix one byte after the other in.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func hash(_ key: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in key { hash = mixed(hash, byte) }
    return hash
  }

  /// Stores `value` for `key` and returns what stood there before.
  @discardableResult
  mutating func set(_ key: some Collection<UInt8>, _ value: UInt32) -> UInt32? {
    if values.count * 2 >= slots.count { grow() }
    var slot = Self.slot(of: Self.hash(key), in: slots.count)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if blob[Int(starts[entry])..<Int(starts[entry + 1])].elementsEqual(key) {
        let old = values[entry]
        values[entry] = value
        return old
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    values.append(value)
    blob.append(contentsOf: key)
    starts.append(UInt32(blob.count))
    slots[slot] = UInt32(values.count)
    longestKey = max(longestKey, key.count)
    return nil
  }

  /// The value of the bytes `range` of `text`, nil when they are no key.
  func value(of text: [UInt8], _ range: Range<Int>) -> UInt32? {
    guard range.count <= longestKey else { return nil }
    var hash = Self.seed
    for index in range { hash = Self.mixed(hash, text[index]) }
    return value(of: text, range, hash: hash)
  }

  /// The same with the hash already known.
  func value(of text: [UInt8], _ range: Range<Int>, hash: UInt64) -> UInt32? {
    var slot = Self.slot(of: hash, in: slots.count)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      let start = Int(starts[entry])
      if Int(starts[entry + 1]) - start == range.count {
        var offset = 0
        while offset < range.count, blob[start + offset] == text[range.lowerBound + offset] {
          offset += 1
        }
        if offset == range.count { return values[entry] }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives back the room for more keys.
  mutating func close() {
    blob = blob.exact
    starts = starts.exact
    values = values.exact
  }

  private static func slot(of hash: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for entry in values.indices {
      var hash = Self.seed
      for index in Int(starts[entry])..<Int(starts[entry + 1]) {
        hash = Self.mixed(hash, blob[index])
      }
      var slot = Self.slot(of: hash, in: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(entry + 1)
    }
  }
}
