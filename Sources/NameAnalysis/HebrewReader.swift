/// Reads words in Hebrew script: by the table of words where it has them, else by consonants, with an
/// `a` where a word begins or ends with two of them.
struct HebrewReader: Sendable {
  private var words = ByteTable()
  private var readings = ByteStrings()

  /// Takes `hebrew-words.tsv`.
  mutating func add(_ file: TableFile) throws(NameModelError) {
    let word = try file.index(of: "word")
    let reading = try file.index(of: "reading")
    for row in file.rows {
      let text = try file.required(row, word)
      let key = Self.key(text.unicodeScalars.map(\.value)[...])
      if words.set(key, UInt32(readings.count)) != nil {
        throw NameModelError(.duplicate(text), file: file.name, line: row.line)
      }
      readings.append(try file.required(row, reading).utf8)
    }
  }

  func append(
    _ word: ArraySlice<UInt32>, _ letters: LetterReadings, to text: inout [UInt8]
  ) {
    let key = Self.key(word)
    if let number = words.value(of: key, key.indices) {
      text.append(contentsOf: readings[Int(number)])
      return
    }
    var consonants = 0
    for index in word.indices {
      let scalar = word[index]
      let isFirst = index == word.startIndex
      let isLast = index + 1 == word.endIndex
      // A final ה is the sign of a vowel, as in Sarah.
      if Self.isVowel(scalar) && !isFirst || isLast && scalar == 0x05D4 {
        if isLast, scalar == 0x05D4 {
          if text.last.map(LetterReadings.isVowel) != true { text.append(0x61) }
        } else {
          letters.append([scalar], 0..<1, .hebrew, isInside: true, to: &text)
        }
        consonants = 0
        continue
      }
      if consonants == 1 && (index == word.startIndex + 1 || isLast) || consonants > 1 {
        text.append(0x61)
        consonants = 0
      }
      letters.append([scalar], 0..<1, .hebrew, isInside: !isFirst, to: &text)
      consonants = Self.isVowel(scalar) && scalar != 0x05D5 && scalar != 0x05D9 ? 0 : consonants + 1
    }
  }

  /// א ו י ע: vowels, or the seat of one.
  private static func isVowel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x05D0, 0x05D5, 0x05D9, 0x05E2: true
    default: false
    }
  }

  private static func key(_ word: ArraySlice<UInt32>) -> [UInt8] {
    word.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }
}
