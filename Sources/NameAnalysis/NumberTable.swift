/// Numbers to values, packed: sorted keys without gaps, and where the keys of each beginning stand.
///
/// Made once from a dictionary, for look-ups that go on for hours: it takes the room of its keys and
/// values, where a dictionary takes up to three times that. Keys should be spread over their whole
/// range, as hashes are; others are found too, in more steps.
/// - Complexity: O(1) a look-up of spread keys, O(log *n*) of any.
struct NumberTable<Key: FixedWidthInteger & UnsignedInteger & Sendable, Value: Sendable>: Sendable {
  private let keys: [Key]
  private let values: [Value]
  /// By the highest bits of a key: the place of the first key that has them, and one more.
  private let starts: [UInt32]
  private let shift: Int

  /// About this many keys share their highest bits.
  private static var keysOfOneStart: Int { 4 }

  init(_ entries: [Key: Value]) {
    let sorted = entries.sorted { $0.key < $1.key }
    keys = sorted.map(\.key)
    values = sorted.map(\.value)
    var bits = 0
    while bits < 16, sorted.count > Self.keysOfOneStart << bits { bits += 1 }
    shift = Key.bitWidth - bits
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for key in keys { starts[Self.start(of: key, shift) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    self.starts = starts
  }

  var count: Int { keys.count }

  subscript(_ key: Key) -> Value? {
    let start = Self.start(of: key, shift)
    var low = Int(starts[start])
    var high = Int(starts[start + 1])
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < Int(starts[start + 1]) && keys[low] == key ? values[low] : nil
  }

  /// A shift by the whole width gives 0.
  private static func start(of key: Key, _ shift: Int) -> Int { Int(key >> shift) }
}
