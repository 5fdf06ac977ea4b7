// The normal form of a text is no public part of the standard library; Foundation takes it from there
// by the same way.
@_spi(_Unicode) import Swift

/// Numbers of keys by their bytes: folded words parted by single blanks.
///
/// Keys that are canonically equivalent are one key, as with `String`; that costs nothing for the many
/// whose bytes show that they are normal already.
struct TerritoryKeys: Sendable {
  private var bytes: [UInt8] = []
  /// Where each key ends, after a first zero.
  private var ends: [Int32] = [0]
  /// The number of a key plus one at its hash or behind it, 0 where there is none.
  private var slots: [Int32]

  /// - Parameter capacity: How many keys are expected.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
  }

  var count: Int { ends.count - 1 }

  /// The number of `key`, which is given the next one when it is new.
  mutating func insert(_ key: ArraySlice<UInt8>) -> Int {
    guard Self.isNormal(key) else { return insertNormal(Self.normal(key)[...]) }
    return insertNormal(key)
  }

  /// The number of `key`, or `nil`.
  func number(of key: String) -> Int? {
    let written = Array(key.utf8)
    let normal = Self.isNormal(written[...]) ? written : Self.normal(written[...])
    let found = slots[slot(of: normal[...])]
    return found == 0 ? nil : Int(found) - 1
  }

  private mutating func insertNormal(_ key: ArraySlice<UInt8>) -> Int {
    let place = slot(of: key)
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    bytes.append(contentsOf: key)
    ends.append(Int32(bytes.count))
    slots[place] = Int32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The slot that holds `key`, or the empty one where it belongs.
  private func slot(of key: ArraySlice<UInt8>) -> Int {
    // FNV-1a; equal hashes are told apart by their bytes.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var place = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(slots.count - 1))
    while slots[place] != 0, self[Int(slots[place]) - 1] != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[Int(ends[number])..<Int(ends[number + 1])]
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 0..<count { slots[slot(of: self[number])] = Int32(number) + 1 }
  }

  // MARK: Canonical equivalence

  /// Whether the bytes alone show that the text is in normalisation form C: `false` also where only
  /// its scalars tell.
  private static func isNormal(_ key: ArraySlice<UInt8>) -> Bool {
    key.allSatisfy { $0 < 0x80 } || TextFolding.scalars(of: key).allSatisfy(TextFolding.isPlain)
  }

  private static func normal(_ key: ArraySlice<UInt8>) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: key, as: UTF8.self)._nfc { scalars.append(scalar) }
    return Array(String(scalars).utf8)
  }
}
