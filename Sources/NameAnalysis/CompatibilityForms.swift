/// Characters that are another form of letters: Arabic as it is joined in old files, half-width
/// kana, radicals that stand for characters, from `compatibility-forms.tsv`.
struct CompatibilityForms: Sendable {
  /// Up to four letters of sixteen bits, the first in the lowest.
  private var table = ScalarTable()

  init(_ file: TableFile) throws(NameModelError) {
    let form = try file.index(of: "form")
    let letters = try file.index(of: "letters")
    for row in file.rows {
      let scalar = try file.number(row, form, radix: 16)
      var cell: UInt64 = 0
      var shift: UInt64 = 0
      for word in try file.required(row, letters).split(separator: " ") {
        guard let letter = UInt64(word, radix: 16), letter > 0, letter <= 0xFFFF, shift < 64 else {
          throw NameModelError(
            .badNumber(file.text(row, letters)), file: file.name, line: row.line)
        }
        cell |= letter << shift
        shift += 16
      }
      table[scalar] = cell
    }
    table.close()
  }

  /// Whether a character may be such a form at all.
  @inline(__always)
  static func mayBe(_ scalar: UInt32) -> Bool {
    scalar >= 0xF900 || (0x2F00...0x2FDF).contains(scalar)
  }

  /// The letters of a form, packed; 0 when it is none.
  func letters(of scalar: UInt32) -> UInt64 { table[scalar] }
}

/// Walks through a name's characters, each form of other letters as those letters.
struct ScalarCursor: Sequence, IteratorProtocol {
  /// A character and where in the verbatim it stands, in UTF-8 bytes.
  struct Element {
    let value: UInt32
    let offset: Int
    let width: Int
  }

  private var scalars: String.UnicodeScalarView.Iterator
  private let forms: CompatibilityForms
  private var position = 0
  private var pending: UInt64 = 0
  private var last = Element(value: 0, offset: 0, width: 0)

  init(_ name: String, _ forms: CompatibilityForms) {
    scalars = name.unicodeScalars.makeIterator()
    self.forms = forms
  }

  mutating func next() -> Element? {
    if pending != 0 {
      let value = UInt32(pending & 0xFFFF)
      pending >>= 16
      return Element(value: value, offset: last.offset, width: last.width)
    }
    guard let scalar = scalars.next()?.value else { return nil }
    let width = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
    let element = Element(value: scalar, offset: position, width: width)
    position += width
    guard CompatibilityForms.mayBe(scalar) else { return element }
    let letters = forms.letters(of: scalar)
    guard letters != 0 else { return element }
    last = element
    pending = letters >> 16
    return Element(value: UInt32(letters & 0xFFFF), offset: element.offset, width: width)
  }
}
