/// The endings that words of inflected languages take, from `word-endings.tsv`.
///
/// A spelling of a table that ends in a mark is a stem: `машиностроительн+` stands for every form of
/// the adjective, in every romanisation, without one key for each.
struct WordEndings: Sendable {
  /// Which marks an ending belongs to, one bit for each row.
  private var marks = ByteTable(minimumCapacity: 128)
  private var bits: [Character: UInt32] = [:]

  init(_ file: TableFile) throws(NameModelError) {
    let mark = try file.index(of: "mark")
    let endings = try file.index(of: "endings")
    for row in file.rows {
      let text = try file.required(row, mark)
      guard let character = text.first, text.count == 1, bits.count < 8 else {
        throw NameModelError(
          .unknownWord(column: "mark", found: text), file: file.name, line: row.line)
      }
      let bit = UInt32(1) << UInt32(bits.count)
      guard bits.updateValue(bit, forKey: character) == nil else {
        throw NameModelError(.duplicate(text), file: file.name, line: row.line)
      }
      // `-` stands for no ending at all.
      for ending in try file.required(row, endings).split(separator: ";") {
        let key = ending == "-" ? [] : Array(ending.utf8)
        let old = marks.value(of: key, key.indices) ?? 0
        marks.set(key, old | bit)
      }
    }
  }

  /// The spelling without its mark, and which endings may follow; 0 where it has none.
  func stem(of spelling: String) -> (text: String, marks: UInt32) {
    guard let last = spelling.last, let bit = bits[last] else { return (spelling, 0) }
    return (String(spelling.dropLast()), bit)
  }

  /// The marks that the letters `range` are an ending of.
  func marks(of text: [UInt8], _ range: Range<Int>) -> UInt32 { marks.value(of: text, range) ?? 0 }

  /// The most letters an ending has.
  var longest: Int { marks.longestKey }
}
