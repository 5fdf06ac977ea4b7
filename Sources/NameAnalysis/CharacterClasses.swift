/// The script of a letter, as far as reading it needs to know.
enum Script: UInt8, CaseIterable, Sendable {
  case none = 0
  case latin, cyrillic, greek, arabic, hebrew, han, hangul, kana, thai, indic, armenian, georgian
  case other

  var name: String {
    switch self {
    case .none: "none"
    case .latin: "latin"
    case .cyrillic: "cyrillic"
    case .greek: "greek"
    case .arabic: "arabic"
    case .hebrew: "hebrew"
    case .han: "han"
    case .hangul: "hangul"
    case .kana: "kana"
    case .thai: "thai"
    case .indic: "indic"
    case .armenian: "armenian"
    case .georgian: "georgian"
    case .other: "other"
    }
  }
}

/// What a character does in a name: one byte, a letter's script or a kind of sign.
struct CharacterClass: Equatable, Sendable {
  let raw: UInt8

  /// Letters: the script's number with 0x40; upper case adds 0x80.
  static func letter(_ script: Script, upper: Bool) -> CharacterClass {
    CharacterClass(raw: 0x40 | script.rawValue | (upper ? 0x80 : 0))
  }

  /// Ends a word. Also the class of every character that no table names.
  static let separator = CharacterClass(raw: 0)
  /// Belongs to the word, is not read: direction marks, joiners.
  static let ignorable = CharacterClass(raw: 1)
  /// A combining mark: not read, but may change the letter before it.
  static let mark = CharacterClass(raw: 2)
  static let digit = CharacterClass(raw: 3)
  /// Joins what stands beside it: O'Brien.
  static let apostrophe = CharacterClass(raw: 4)
  static let hyphen = CharacterClass(raw: 5)
  static let dot = CharacterClass(raw: 6)
  static let comma = CharacterClass(raw: 7)
  static let slash = CharacterClass(raw: 8)
  static let ampersand = CharacterClass(raw: 9)

  var isLetter: Bool { raw & 0x40 != 0 }
  var isUpper: Bool { raw & 0x80 != 0 }
  var script: Script { isLetter ? Script(rawValue: raw & 0x3F) ?? .other : .none }

  init(raw: UInt8) { self.raw = raw }

  /// Reads the word of the table; nil when it is none.
  init?(word: String) {
    switch word {
    case "ignorable": self = .ignorable
    case "mark": self = .mark
    case "digit": self = .digit
    case "apostrophe": self = .apostrophe
    case "hyphen": self = .hyphen
    case "dot": self = .dot
    case "comma": self = .comma
    case "slash": self = .slash
    case "ampersand": self = .ampersand
    default:
      let upper = word.hasSuffix("-upper")
      let name = upper ? String(word.dropLast(6)) : word
      guard let script = Script.allCases.first(where: { $0.name == name && $0 != .none }) else {
        return nil
      }
      self = .letter(script, upper: upper)
    }
  }
}

/// The class of every character, from `characters.tsv`; ASCII is built in.
struct CharacterClasses: Sendable {
  private var pages = [UInt16](repeating: 0, count: 0x1100)
  private var cells = [UInt8](repeating: 0, count: 512)

  init(_ file: TableFile) throws(NameModelError) {
    pages[0] = 1
    for byte in 0x30...0x39 { cells[256 + byte] = CharacterClass.digit.raw }
    for byte in 0x41...0x5A {
      cells[256 + byte] = CharacterClass.letter(.latin, upper: true).raw
      cells[256 + byte + 32] = CharacterClass.letter(.latin, upper: false).raw
    }
    let signs: [(Character, CharacterClass)] = [
      ("'", .apostrophe), ("`", .apostrophe), ("-", .hyphen), (".", .dot), (",", .comma),
      ("/", .slash), ("&", .ampersand),
    ]
    for (sign, kind) in signs {
      for byte in sign.utf8 { cells[256 + Int(byte)] = kind.raw }
    }
    let first = try file.index(of: "first")
    let last = try file.index(of: "last")
    let column = try file.index(of: "class")
    for row in file.rows {
      let low = try file.number(row, first, radix: 16)
      let high = try file.number(row, last, radix: 16)
      guard low >= 0x80, high < 0x11_0000, low <= high else {
        throw NameModelError(
          .badNumber(file.text(row, last)), file: file.name, line: row.line)
      }
      let word = try file.required(row, column)
      guard let kind = CharacterClass(word: word) else {
        throw NameModelError(
          .unknownWord(column: "class", found: word), file: file.name, line: row.line)
      }
      fill(low...high, with: kind.raw)
    }
    sharePages()
  }

  subscript(_ scalar: UInt32) -> CharacterClass {
    guard scalar < 0x11_0000 else { return .separator }
    return CharacterClass(
      raw: cells[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)])
  }

  /// Lays pages of the same classes out once: most characters stand in long rows of one class.
  private mutating func sharePages() {
    var numbers: [ArraySlice<UInt8>: UInt16] = [:]
    var shared: [UInt8] = []
    for page in pages.indices {
      let start = Int(pages[page]) << 8
      let content = cells[start..<(start + 256)]
      if numbers[content] == nil {
        numbers[content] = UInt16(shared.count >> 8)
        shared.append(contentsOf: content)
      }
      pages[page] = numbers[content] ?? 0
    }
    cells = shared.exact
  }

  private mutating func fill(_ range: ClosedRange<UInt32>, with raw: UInt8) {
    var scalar = range.lowerBound
    while scalar <= range.upperBound {
      let page = Int(scalar >> 8)
      if pages[page] == 0 {
        pages[page] = UInt16(cells.count >> 8)
        cells.append(contentsOf: repeatElement(0, count: 256))
      }
      cells[Int(pages[page]) << 8 | Int(scalar & 0xFF)] = raw
      scalar += 1
    }
  }
}
