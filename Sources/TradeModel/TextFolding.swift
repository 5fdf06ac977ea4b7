/// Folds text of any script for comparing: lower case, Latin letters without marks, one form for the
/// letters that Arabic and Persian keyboards write differently.
///
/// Canonically equivalent texts fold to equal texts, because folding works on characters, which Swift
/// compares by canonical equivalence.
package enum TextFolding {
  /// A piece of a text: a word, or a single character of a script written without blanks.
  package struct Token: Hashable {
    /// Folded.
    package let text: String
    /// Where it stands in the original.
    package let range: Range<String.Index>
    /// Whether a match may begin here: `false` inside a run of Hangul syllables.
    let startsWord: Bool
    /// Whether the token is a single character of a script without word boundaries.
    let isUnsegmented: Bool

    package static func == (lhs: Token, rhs: Token) -> Bool { lhs.text == rhs.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  /// - Complexity: O(*n*).
  package static func tokens(of text: String) -> [Token] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiTokens(of: text) }
    var tokens: [Token] = []
    var word = ""
    var start: String.Index?
    var previous = Script.none
    func close(_ end: String.Index) {
      if let begin = start, !word.isEmpty {
        tokens.append(
          Token(text: word, range: begin..<end, startsWord: true, isUnsegmented: false))
      }
      word = ""
      start = nil
    }
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      let script = Script(of: character)
      switch script {
      case .none: close(index)
      case .ignored: break
      case .single, .hangul:
        close(index)
        let isInside = script == .hangul && previous == .hangul
        tokens.append(
          Token(
            text: fold(character), range: index..<next, startsWord: !isInside,
            isUnsegmented: true))
      case .katakana, .alphabetic:
        if previous == .katakana || previous == .alphabetic, previous != script { close(index) }
        if start == nil { start = index }
        word += fold(character)
      }
      if script != .ignored { previous = script }
      index = next
    }
    close(text.endIndex)
    return tokens
  }

  /// The same as ``tokens(of:)`` for a text of ASCII, without looking at characters.
  private static func asciiTokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    var start = text.startIndex
    let bytes = text.utf8
    func close(_ end: String.Index) {
      guard !word.isEmpty else { return }
      tokens.append(
        Token(
          text: String(decoding: word, as: UTF8.self), range: start..<end, startsWord: true,
          isUnsegmented: false))
      word.removeAll(keepingCapacity: true)
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
        if word.isEmpty { start = index }
        word.append(byte < 0x41 ? byte : byte | 0x20)
      default: close(index)
      }
      index = bytes.index(after: index)
    }
    close(bytes.endIndex)
    return tokens
  }

  enum Script {
    case none, ignored, single, hangul, katakana, alphabetic

    init(of character: Character) {
      guard let scalar = character.unicodeScalars.first else {
        self = .none
        return
      }
      switch scalar.value {
      // Zero-width characters, direction marks, tatweel, soft hyphen.
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x0640, 0xFEFF, 0x00AD:
        self = .ignored
      case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
      case 0x30A0...0x30FF, 0xFF66...0xFF9F: self = scalar.value == 0x30FB ? .none : .katakana
      // Thai, Lao, Myanmar, Khmer, Hiragana, Han.
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x309F, 0x3400...0x9FFF,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        self = .single
      default:
        let properties = scalar.properties
        let isWord =
          properties.isAlphabetic || properties.numericType != nil
          || properties.generalCategory == .nonspacingMark
        self = isWord ? .alphabetic : .none
      }
    }
  }

  static func fold(_ character: Character) -> String {
    if let ascii = character.asciiValue {
      return (0x41...0x5A).contains(ascii)
        ? String(UnicodeScalar(ascii | 0x20)) : String(character)
    }
    guard let first = character.unicodeScalars.first else { return "" }
    switch first.value {
    // Latin with marks: the Unicode name says which letter it is.
    case 0xAA...0x24F: return latinTable[Int(first.value - 0xAA)]
    case 0x250...0x2AF, 0x1E00...0x1EFF, 0x41...0x7A: return latin(first)
    case 0x0600...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: return arabic(first)
    case 0x0370...0x03FF, 0x1F00...0x1FFF: return greek(first)
    case 0xFF10...0xFF5A:
      return Unicode.Scalar(first.value - 0xFEE0).map { fold(Character($0)) } ?? ""
    case 0x0591...0x05C7: return ""
    default:
      if first.properties.generalCategory == .nonspacingMark { return "" }
      if first.properties.numericType == .decimal, let value = first.properties.numericValue {
        return String(Int(value))
      }
      // Cyrillic ё is written е as often as not.
      return character.lowercased() == "ё" ? "е" : character.lowercased()
    }
  }

  /// ``latin(_:)`` of U+00AA to U+024F, computed once: looking up Unicode names is slow.
  private static let latinTable: [String] = (0xAA...0x24F as ClosedRange<UInt32>).map {
    Unicode.Scalar($0).map(latin) ?? ""
  }

  private static func latin(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value < 0x80 { return String(Character(scalar)).lowercased() }
    switch value {
    case 0xDF, 0x1E9E: return "ss"
    case 0xD0, 0xF0, 0x110, 0x111: return "d"
    case 0xDE, 0xFE: return "th"
    case 0x131: return "i"
    case 0x18F, 0x259: return "a"
    case 0x14A, 0x14B: return "n"
    default: break
    }
    guard let name = scalar.properties.name else { return String(Character(scalar)).lowercased() }
    let words = name.split(separator: " ")
    guard words.first == "LATIN",
      let mark = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
      mark + 1 < words.count, words[mark + 1].count <= 2
    else { return String(Character(scalar)).lowercased() }
    return words[mark + 1].lowercased()
  }

  private static func greek(_ scalar: Unicode.Scalar) -> String {
    let lower = String(Character(scalar)).lowercased()
    return greekBare[lower] ?? (lower == "ς" ? "σ" : lower)
  }

  private static let greekBare = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ",
    "ΰ": "υ", "ώ": "ω",
  ]

  private static func arabic(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x064B...0x065F, 0x0670, 0x06D6...0x06ED: return ""
    case 0x0622, 0x0623, 0x0625, 0x0671: return "ا"
    case 0x0624: return "و"
    case 0x0626, 0x064A, 0x0649, 0x06D2: return "ی"
    case 0x0643: return "ک"
    case 0x0629, 0x06C0, 0x06C1, 0x06D5: return "ه"
    default:
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        return String(Int(value))
      }
      return String(Character(scalar))
    }
  }

  /// The folded text with its words joined by single blanks; for comparing whole texts.
  static func key(_ text: String) -> String { tokens(of: text).map(\.text).joined(separator: " ") }
}
