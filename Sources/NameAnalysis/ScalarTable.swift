/// What each Unicode scalar reads as: up to seven ASCII bytes with marks, found in two steps.
///
/// Pages of 256 scalars are only laid out where a scalar has an entry.
/// - Complexity: O(1) a look-up, without hashing.
struct ScalarTable: Sendable {
  /// A reading packed into a word: bytes from the lowest up, length and marks in the highest byte.
  struct Cell {
    static let present: UInt64 = 0x80 << 56
    /// Some pair that begins with this scalar has a reading of its own.
    static let startsPair: UInt64 = 0x40 << 56
    /// The scalar reads otherwise at the beginning of a word.
    static let hasInitial: UInt64 = 0x20 << 56
    /// The scalar reads otherwise at the beginning of a word and after a vowel or a sign.
    static let hasAfterVowel: UInt64 = 0x10 << 56

    /// Packs `text`, at most seven bytes.
    static func packed(_ text: some Collection<UInt8>) -> UInt64? {
      guard text.count <= 7 else { return nil }
      var cell = present | UInt64(text.count) << 56
      var shift: UInt64 = 0
      for byte in text {
        cell |= UInt64(byte) << shift
        shift += 8
      }
      return cell
    }

    static func length(_ cell: UInt64) -> Int { Int((cell >> 56) & 0x0F) }

    static func append(_ cell: UInt64, to bytes: inout [UInt8]) {
      var rest = cell
      for _ in 0..<length(cell) {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
  }

  private var pages = [UInt16](repeating: 0, count: 0x1100)
  /// Numbers of ``values``; page 0 is the empty page.
  private var cells = [UInt16](repeating: 0, count: 256)
  /// The different readings, which are far fewer than characters; number 0 is none.
  private var values: [UInt64] = [0]
  /// Readings beyond the numbers that a cell holds, by scalar.
  private var others: [UInt32: UInt64] = [:]
  /// By reading: its number. Only adding needs it.
  private var numbers: [UInt64: UInt16] = [0: 0]
  private static let other = UInt16.max

  /// The cell of a scalar; 0 when it has none.
  subscript(_ scalar: UInt32) -> UInt64 {
    get {
      guard scalar < 0x11_0000 else { return 0 }
      let number = cells[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
      return number == Self.other ? others[scalar] ?? 0 : values[Int(number)]
    }
    set {
      guard scalar < 0x11_0000 else { return }
      let page = Int(scalar >> 8)
      if pages[page] == 0 {
        pages[page] = UInt16(cells.count >> 8)
        cells.append(contentsOf: repeatElement(0, count: 256))
      }
      let number = number(of: newValue)
      if number == Self.other { others[scalar] = newValue }
      cells[Int(pages[page]) << 8 | Int(scalar & 0xFF)] = number
    }
  }

  /// Lets go of what only adding needs.
  mutating func close() {
    cells = cells.exact
    values = values.exact
    numbers = [:]
  }

  private mutating func number(of value: UInt64) -> UInt16 {
    if let number = numbers[value] { return number }
    guard values.count < Int(Self.other) else { return Self.other }
    let number = UInt16(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }
}
