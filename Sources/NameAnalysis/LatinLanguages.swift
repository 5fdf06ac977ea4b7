/// Names in Latin letters by the rules of another language than English: `Schtefirza`, `Tjajka`.
struct LatinLanguages: Sendable {
  private struct Language: Sendable {
    let method: Romanisation
    var rules = LetterRules()
    /// What shows the language.
    var marks: [(letters: [UInt8], atEnd: Bool, set: UInt32)] = []
  }

  private var languages: [Language] = []

  /// Takes `latin-languages.tsv`; the reading `?` makes the letters a mark of the language.
  init(_ file: TableFile) throws(NameModelError) {
    let language = try file.index(of: "language")
    let letters = try file.index(of: "letters")
    let reading = try file.index(of: "reading")
    for row in file.rows {
      let word = file.text(row, language)
      guard let method = Romanisation.allCases.first(where: { $0.word == word }) else {
        throw NameModelError(
          .unknownWord(column: "language", found: word), file: file.name, line: row.line)
      }
      if !languages.contains(where: { $0.method == method }) {
        languages.append(Language(method: method))
      }
      guard let place = languages.firstIndex(where: { $0.method == method }) else { continue }
      let pattern = Array(try file.required(row, letters).utf8)
      if file.text(row, reading) == "?" {
        let atEnd = pattern.last == 0x24
        let letters = atEnd ? pattern.dropLast() : pattern
        languages[place].marks.append((letters, atEnd, Self.letterSet(letters)))
      } else if !languages[place].rules.add(pattern, reading: file.cell(row, reading)) {
        throw NameModelError(
          .unknownWord(column: "letters", found: file.text(row, letters)), file: file.name,
          line: row.line)
      }
    }
  }

  /// The parts of a name as the language that it shows would be written in English; nil where it
  /// shows none.
  func rewritten(
    _ parts: [NamePart], group: ([UInt8]) -> UInt32
  ) -> (parts: [NamePart], method: Romanisation)? {
    for language in languages where parts.contains(where: { Self.shows(language, $0) }) {
      let changed = parts.map { part -> NamePart in
        guard Self.isName(part.role) else { return part }
        var text: [UInt8] = []
        language.rules.append(part.text, part.text.indices, isCollapsing: false, to: &text)
        text = Array(text.prefix(TokenBuffer.longestPart))
        return NamePart(text: text, role: part.role, group: group(text), source: part.source)
      }
      return (changed, language.method)
    }
    return nil
  }

  private static func shows(_ language: Language, _ part: NamePart) -> Bool {
    guard isName(part.role), part.text.count > 4 else { return false }
    let present = letterSet(part.text)
    return language.marks.contains { letters, atEnd, set in
      guard set & ~present == 0 else { return false }
      let last = part.text.count - letters.count
      guard last >= 0 else { return false }
      if atEnd { return part.text[last...].elementsEqual(letters) }
      return (0...last).contains { part.text[$0..<($0 + letters.count)].elementsEqual(letters) }
    }
  }

  /// One bit for each letter that is there.
  private static func letterSet(_ text: [UInt8]) -> UInt32 {
    text.reduce(0) { $0 | 1 << UInt32(($1 &- 0x61) & 31) }
  }

  private static func isName(_ role: NamePart.Role) -> Bool {
    switch role {
    case .word, .given, .family, .patronymic: true
    case .particle, .honorific, .initial, .legalForm, .generic, .place, .numeral: false
    }
  }
}
