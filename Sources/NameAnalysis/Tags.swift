import TradeModel

/// What a word, or several words in a row, mean in a name wherever they stand.
struct Tag: Hashable, Sendable {
  /// Where in the name the words must stand to mean it.
  enum Place: String, Sendable, CaseIterable {
    case any, start, end, edge
    /// Not as the last part.
    case notLast = "not-last"
    /// Between other parts.
    case inner
    /// Directly before a number in figures.
    case beforeNumber = "before-number"
  }

  let role: NamePart.Role
  let group: UInt32
  let place: Place
  /// Written as several words in the table.
  let isPhrase: Bool

  /// Whether the tokens `range` of `count` stand where the tag asks.
  func allows(_ range: Range<Int>, of count: Int) -> Bool {
    switch place {
    case .any: true
    case .start: range.lowerBound == 0
    // A place or a second form may stand behind: `Co. Ltd. (Hong Kong)`.
    case .end: range.lowerBound > 0 && range.upperBound + 2 >= count
    case .edge: range.lowerBound == 0 || range.upperBound + 2 >= count
    case .notLast: range.upperBound < count
    case .inner: range.lowerBound > 0 && range.upperBound < count
    // That a number follows is for the caller to see.
    case .beforeNumber: range.upperBound < count
    }
  }
}

/// The number of a group of meanings or spellings: from its name alone, so that it stays the same
/// whatever else a table holds.
enum GroupNumber {
  static func of(_ name: String, in space: String) -> UInt32 {
    var hash: UInt64 = ByteTable.seed
    for byte in space.utf8 { hash = ByteTable.mixed(hash, byte) }
    hash = ByteTable.mixed(hash, 0x3A)
    for byte in name.utf8 { hash = ByteTable.mixed(hash, byte) }
    let isSyllable = space == "name" && (name.hasSuffix("-kr") || name.hasSuffix("-cn"))
    return isSyllable ? syllable(from: hash) : plain(from: hash)
  }

  /// The group of a syllable of Chinese or Korean names that is in no table of spellings.
  static func syllable(_ text: some Sequence<UInt8>) -> UInt32 {
    syllable(from: ByteTable.mixed(ByteTable.hash(text), 0x3A))
  }

  /// The group of all names of a sound.
  static func sound(_ text: some Sequence<UInt8>) -> UInt32 {
    plain(from: ByteTable.mixed(ByteTable.hash(text), 0x7E))
  }

  /// The highest four bits of the groups of syllables, which no other name's group has.
  private static let syllableMark: UInt32 = 0xE

  static func isSyllable(_ group: UInt32) -> Bool { group >> 28 == syllableMark }

  private static func syllable(from hash: UInt64) -> UInt32 {
    syllableMark << 28 | UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) >> 4
  }

  private static func plain(from hash: UInt64) -> UInt32 {
    let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    if isSyllable(folded) { return folded & 0x7FFF_FFFF }
    return folded == 0 ? 1 : folded
  }

  /// A numeral's group is its value; numbers beyond 31 bits share the upper half by their digits.
  static func numeral(_ text: ArraySlice<UInt8>) -> UInt32 {
    var value: UInt64 = 0
    var hash = ByteTable.seed
    var significant = false
    for byte in text where TokenBuffer.isDigit(byte) {
      if byte != 0x30 { significant = true }
      guard significant else { continue }
      hash = ByteTable.mixed(hash, byte)
      if value < 1 << 40 { value = value * 10 + UInt64(byte - 0x30) }
    }
    return value < 0x8000_0000
      ? UInt32(value) : 0x8000_0000 | UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
