/// Letter by letter readings of the alphabets: one table per romanisation over one common base.
///
/// A letter that a romanisation does not name is read by the base: Latin folding, digits of all
/// scripts, and the first romanisation of each script.
struct LetterReadings: Sendable {
  private(set) var base = ScalarTable()
  private var tables: [ScalarTable]
  private var pairs: [SpecialReadings]
  private var initials: [SpecialReadings]
  private var afterVowels: [SpecialReadings]

  /// Readings under a condition: few, sorted by key.
  private struct SpecialReadings: Sendable {
    private var keys: [UInt64] = []
    private var cells: [UInt64] = []

    mutating func set(_ key: UInt64, _ cell: UInt64) {
      let at = place(of: key)
      if at < keys.count, keys[at] == key {
        cells[at] = cell
      } else {
        keys.insert(key, at: at)
        cells.insert(cell, at: at)
      }
    }

    func cell(_ key: UInt64) -> UInt64 {
      let at = place(of: key)
      return at < keys.count && keys[at] == key ? cells[at] : 0
    }

    private func place(of key: UInt64) -> Int {
      var low = 0
      var high = keys.count
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  init() {
    let count = Romanisation.allCases.count
    tables = Array(repeating: ScalarTable(), count: count)
    pairs = Array(repeating: SpecialReadings(), count: count)
    initials = pairs
    afterVowels = pairs
    for byte in UInt8(0x30)...0x39 { base[UInt32(byte)] = ScalarTable.Cell.packed([byte]) ?? 0 }
    for byte in UInt8(0x61)...0x7A {
      base[UInt32(byte)] = ScalarTable.Cell.packed([byte]) ?? 0
      base[UInt32(byte) - 32] = ScalarTable.Cell.packed([byte]) ?? 0
    }
  }

  /// Lets go of what only adding needs.
  mutating func close() {
    base.close()
    for number in tables.indices { tables[number].close() }
  }

  /// Takes a file of rows `reading, letters`: every letter of a row reads the same.
  mutating func addFolding(_ file: TableFile) throws(NameModelError) {
    let reading = try file.index(of: "reading")
    let letters = try file.index(of: "letters")
    for row in file.rows {
      let text = file.cell(row, reading)
      guard let cell = ScalarTable.Cell.packed(text), Self.isPlain(text) else {
        throw NameModelError(
          .unknownWord(column: "reading", found: file.text(row, reading)), file: file.name,
          line: row.line)
      }
      for scalar in try file.required(row, letters).unicodeScalars where base[scalar.value] == 0 {
        base[scalar.value] = cell
      }
    }
  }

  /// Takes a file of rows `letter, ROMANISATION…`. A letter is one character or a pair; `^x` is x at
  /// the beginning of a word, `~x` also after a vowel or a sign. `-` leaves the letter to the base.
  mutating func addAlphabet(_ file: TableFile) throws(NameModelError) {
    let letter = try file.index(of: "letter")
    for (column, name) in file.columns.enumerated() where column != letter {
      guard let method = Romanisation.allCases.first(where: { $0.word == name }) else {
        throw NameModelError(
          .unknownWord(column: "romanisation", found: name), file: file.name, line: 2)
      }
      for row in file.rows {
        let reading = file.cell(row, column)
        if reading.elementsEqual("-".utf8) { continue }
        guard let cell = ScalarTable.Cell.packed(reading), Self.isPlain(reading) else {
          throw NameModelError(
            .unknownWord(column: name, found: file.text(row, column)), file: file.name,
            line: row.line)
        }
        let scalars = try file.required(row, letter).unicodeScalars.map(\.value)
        try add(scalars, cell, method, file: file, line: row.line)
      }
    }
  }

  private mutating func add(
    _ scalars: [UInt32], _ cell: UInt64, _ method: Romanisation, file: TableFile, line: Int
  ) throws(NameModelError) {
    let number = Int(method.rawValue)
    let caret: UInt32 = 0x5E
    let tilde: UInt32 = 0x7E
    if scalars.count == 1 {
      guard tables[number][scalars[0]] & ScalarTable.Cell.present == 0 else {
        throw NameModelError(
          .duplicate(String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))),
          file: file.name, line: line)
      }
      tables[number][scalars[0]] |= cell
      if base[scalars[0]] == 0 { base[scalars[0]] = cell }
    } else if scalars.count == 2, scalars[0] == caret {
      initials[number].set(UInt64(scalars[1]), cell)
      tables[number][scalars[1]] |= ScalarTable.Cell.hasInitial
    } else if scalars.count == 2, scalars[0] == tilde {
      afterVowels[number].set(UInt64(scalars[1]), cell)
      tables[number][scalars[1]] |= ScalarTable.Cell.hasAfterVowel
    } else if scalars.count == 2 {
      pairs[number].set(UInt64(scalars[0]) << 32 | UInt64(scalars[1]), cell)
      tables[number][scalars[0]] |= ScalarTable.Cell.startsPair
    } else {
      throw NameModelError(
        .unknownWord(column: "letter", found: String(scalars.count)), file: file.name, line: line)
    }
  }

  /// The cell of a letter in a romanisation, by the base where that names it not; 0 when unknown.
  func cell(_ scalar: UInt32, _ method: Romanisation) -> UInt64 {
    let own = tables[Int(method.rawValue)][scalar]
    return own & ScalarTable.Cell.present != 0 ? own : base[scalar]
  }

  /// Appends the reading of a word's letters. A letter without one is written as its number: `u` and
  /// four to six hexadecimal digits, so that equal writings stay equal.
  ///
  /// - Parameter isInside: other letters of the word stand before these.
  func append(
    _ scalars: [UInt32], _ range: Range<Int>, _ method: Romanisation, isInside: Bool = false,
    to text: inout [UInt8]
  ) {
    if method == .latin {
      for index in range {
        let cell = base[scalars[index]]
        if cell != 0 {
          ScalarTable.Cell.append(cell, to: &text)
        } else {
          Self.appendNumber(scalars[index], to: &text)
        }
      }
      return
    }
    let number = Int(method.rawValue)
    var index = range.lowerBound
    var atStart = !isInside
    var afterVowel = true
    while index < range.upperBound {
      let scalar = scalars[index]
      let own = tables[number][scalar]
      var cell = own & ScalarTable.Cell.present != 0 ? own : base[scalar]
      if own & ScalarTable.Cell.startsPair != 0, index + 1 < range.upperBound {
        let pair = pairs[number].cell(UInt64(scalar) << 32 | UInt64(scalars[index + 1]))
        if pair != 0 {
          cell = pair
          index += 1
        }
      }
      if atStart, own & ScalarTable.Cell.hasInitial != 0 {
        let special = initials[number].cell(UInt64(scalar))
        if special != 0, cell & ScalarTable.Cell.present != 0 { cell = special }
      } else if afterVowel, own & ScalarTable.Cell.hasAfterVowel != 0 {
        cell = afterVowels[number].cell(UInt64(scalar))
      }
      if cell & ScalarTable.Cell.present == 0 {
        Self.appendNumber(scalar, to: &text)
        afterVowel = false
      } else {
        ScalarTable.Cell.append(cell, to: &text)
        afterVowel =
          ScalarTable.Cell.length(cell) == 0 || (text.last.map(Self.isVowel) ?? true)
      }
      atStart = false
      index += 1
    }
  }

  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  static func appendNumber(_ scalar: UInt32, to text: inout [UInt8]) {
    text.append(0x75)
    var shift: UInt32 = scalar > 0xFFFF ? 20 : 12
    while true {
      let digit = UInt8((scalar >> shift) & 0xF)
      text.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
      if shift == 0 { break }
      shift -= 4
    }
  }
}

extension Romanisation {
  /// Whether it reads Chinese characters, kana or Hangul, whose generic words stand in English in
  /// nearly every Latin form of a name.
  var isEastAsian: Bool {
    switch self {
    case .pinyin, .wadeGiles, .cantonese, .koreanRevised, .koreanCommon, .japanese, .translated:
      true
    default: false
    }
  }

  /// The word for this romanisation in tables and files.
  public var word: String {
    switch self {
    case .latin: "latin"
    case .russianBGN: "russian-bgn"
    case .russianPassport: "russian-passport"
    case .russianISO9: "russian-iso9"
    case .ukrainian: "ukrainian"
    case .belarusian: "belarusian"
    case .bulgarian: "bulgarian"
    case .serbian: "serbian"
    case .arabic: "arabic"
    case .persian: "persian"
    case .pinyin: "pinyin"
    case .wadeGiles: "wade-giles"
    case .cantonese: "cantonese"
    case .koreanRevised: "korean-revised"
    case .koreanCommon: "korean-common"
    case .japanese: "japanese"
    case .greek: "greek"
    case .hebrew: "hebrew"
    case .armenian: "armenian"
    case .georgian: "georgian"
    case .thai: "thai"
    case .devanagari: "devanagari"
    case .other: "other"
    case .translated: "translated"
    case .german: "german"
    case .swedish: "swedish"
    case .misread: "misread"
    }
  }
}
