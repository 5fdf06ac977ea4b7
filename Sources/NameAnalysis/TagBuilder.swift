import TradeModel

/// Reads the tables of words with a meaning into look-up tables, every spelling in every reading.
struct TagBuilder {
  private(set) var romaniser: Romaniser
  private(set) var words = TaggedWords()
  /// Of the kinds whose words are inflected.
  private(set) var stems: [TaggedWords.Kind: TaggedStems] = [
    .organisation: TaggedStems(), .unknown: TaggedStems(),
  ]
  private(set) var spellings = ByteTable(minimumCapacity: 4096)
  private(set) var patronymicEndings = ByteTable()
  /// The single words of legal forms and common words, four letters and more.
  private(set) var commonWords = ByteTable(minimumCapacity: 2048)
  private(set) var divine = ByteTable()
  /// Every spelling of persons' names with its group, in order of the table.
  private(set) var nameSpellings: [(text: [UInt8], group: UInt32)] = []
  /// Every spelling of a group by its number, in order of the tables.
  private(set) var spellingList: [(text: [UInt8], group: UInt32)] = []
  /// The full name of every group, `generic:plant`, by its number.
  private(set) var groupNames: [UInt32: String] = [:]
  private(set) var formWords = FormWords()
  private(set) var shortened = ShortenedWords()
  /// What abbreviations of several words stand for.
  private(set) var expansions: [UInt32: [(text: [UInt8], tag: Tag?)]] = [:]
  let endings: WordEndings
  /// The first spelling in Latin letters of each group of generic words and places: the word that
  /// stands for the group where a name is translated.
  private(set) var heads: [UInt32: [UInt8]] = [:]
  private var buffer = TokenBuffer()

  init(romaniser: Romaniser, endings: WordEndings) {
    self.romaniser = romaniser
    self.endings = endings
  }

  mutating func addForms(_ file: TableFile) throws(NameModelError) {
    let level = try file.index(of: "level")
    for row in file.rows {
      let text = file.text(row, level)
      guard ["certain", "likely"].contains(text) else {
        throw NameModelError(
          .unknownWord(column: "level", found: text), file: file.name, line: row.line)
      }
    }
    try add(file, role: .legalForm, space: "form", name: "class", defaultKinds: "ou")
  }

  mutating func addNumerals(_ file: TableFile) throws(NameModelError) {
    let value = try file.index(of: "value")
    try add(
      file, role: .numeral, space: "numeral", name: "value",
      group: { row throws(NameModelError) in try file.number(row, value) })
  }

  /// Adds a table of meanings; `kinds` is made of the letters p, o, v, u (person, organisation,
  /// vessel or aircraft, unknown).
  mutating func add(
    _ file: TableFile, role: NamePart.Role, space: String, name: String,
    defaultKinds: String = "o",
    group: ((TableFile.Row) throws(NameModelError) -> UInt32)? = nil
  ) throws(NameModelError) {
    let nameColumn = try file.index(of: name)
    let spellingColumn = try file.index(of: "spellings")
    let kindColumn = file.columns.firstIndex(of: "kinds")
    let placeColumn = file.columns.firstIndex(of: "where")
    var seen: [String: String] = [:]
    var turned: [(text: [UInt8], kinds: [TaggedWords.Kind], tag: Tag)] = []
    for row in file.rows {
      let meaning = try file.required(row, nameColumn)
      let kinds = try kindColumn.map { column throws(NameModelError) in
        try file.required(row, column)
      }
      let word = try placeColumn.map { column throws(NameModelError) in
        try file.required(row, column)
      }
      guard let place = Tag.Place(rawValue: word ?? "any") else {
        throw NameModelError(
          .unknownWord(column: "where", found: word ?? ""), file: file.name, line: row.line)
      }
      let kindLetters = kinds ?? defaultKinds
      guard kindLetters.allSatisfy({ "povu".contains($0) }) else {
        throw NameModelError(
          .unknownWord(column: "kinds", found: kindLetters), file: file.name, line: row.line)
      }
      let partyKinds = Self.kinds(kindLetters)
      let number =
        if let group { try group(row) } else { try self.number(of: meaning, space, file, row) }
      let spellings = try file.required(row, spellingColumn).split(separator: ";").map(String.init)
      for spelling in spellings {
        let key = "\(spelling) \(kindLetters) \(place.rawValue)"
        if seen[key] != nil {
          throw NameModelError(.duplicate(spelling), file: file.name, line: row.line)
        }
        seen[key] = meaning
        let (letters, marks) = endings.stem(of: spelling)
        for (text, isPhrase) in try keys(of: letters, role: role, file, row) {
          let tag = Tag(role: role, group: number, place: place, isPhrase: isPhrase)
          if marks != 0 {
            for kind in partyKinds { stems[kind]?.add(text, marks: marks, tag) }
            continue
          }
          addToRuns(spelling, tag)
          if role != .numeral { spellingList.append((text, number)) }
          words.add(text, tag, for: partyKinds)
          guard role == .generic || role == .place, spelling.utf8.allSatisfy({ $0 < 0x80 }) else {
            continue
          }
          if heads[number] == nil { heads[number] = text }
          let pair = spelling.split(separator: " ")
          if role == .generic, pair.count == 2 {
            turned.append((Array((pair[1] + pair[0]).utf8), partyKinds, tag))
          }
          if role == .generic, !isPhrase { shortened.add(text, tag) }
        }
      }
    }
    // Two words in the other order mean the same; where that is a term of its own, the term wins.
    for (text, kinds, tag) in turned where text.allSatisfy({ $0 &- 0x61 < 26 }) {
      words.add(text, tag, for: kinds)
    }
  }

  /// The kinds that the letters stand for.
  private static func kinds(_ letters: String) -> [TaggedWords.Kind] {
    TaggedWords.Kind.allCases.filter { kind in
      switch kind {
      case .person: letters.contains("p")
      case .organisation: letters.contains("o")
      case .vessel: letters.contains("v")
      case .unknown: letters.contains { "uop".contains($0) }
      }
    }
  }

  /// The table for names of parties of a kind.
  func table(for kind: TaggedWords.Kind) -> TagTable {
    TagTable(words, stems[kind] ?? TaggedStems(), for: kind)
  }

  /// Lets go of what only building needs.
  mutating func close() {
    words.close()
    for kind in TaggedWords.Kind.allCases { stems[kind]?.close() }
    spellings.close()
    commonWords.close()
    divine.close()
    shortened.close()
    formWords.close()
  }

  /// Adds the words that stand in legal forms, the class of the lowest rank first.
  mutating func addFormWords(_ file: TableFile) throws(NameModelError) {
    let name = try file.index(of: "class")
    let use = try file.index(of: "counts")
    let column = try file.index(of: "words")
    var ranks: [UInt32: Int] = [:]
    for row in file.rows {
      let group = try number(of: file.required(row, name), "form", file, row)
      let rank = ranks[group] ?? ranks.count * 2
      ranks[group] = rank
      let word = file.text(row, use)
      guard word == "alone" || word == "beside" else {
        throw NameModelError(
          .unknownWord(column: "counts", found: word), file: file.name, line: row.line)
      }
      for spelling in try file.required(row, column).split(separator: ";") {
        for (text, _) in try keys(of: String(spelling), role: .legalForm, file, row) {
          formWords.add(text, group: group, rank: rank, standsAlone: word == "alone")
        }
      }
    }
  }

  /// Adds abbreviations: they mean what the words they stand for mean. Call it after the words.
  mutating func addAbbreviations(_ file: TableFile) throws(NameModelError) {
    let meaning = try file.index(of: "stands for")
    let placeColumn = try file.index(of: "where")
    let column = try file.index(of: "abbreviations")
    for row in file.rows {
      guard let place = Tag.Place(rawValue: file.text(row, placeColumn)) else {
        throw NameModelError(
          .unknownWord(column: "where", found: file.text(row, placeColumn)), file: file.name,
          line: row.line)
      }
      let meanings = try file.required(row, meaning).split(separator: " ").map(String.init)
      var parts: [(text: [UInt8], tag: Tag?)] = []
      for word in meanings {
        let text = Array(word.utf8)
        parts.append(
          (
            text,
            words.tag(text, for: .organisation)
              ?? stems[.organisation]?.tag(text, text.indices, endings)
          ))
      }
      guard let first = parts[0].tag else {
        throw NameModelError(
          .unknownWord(column: "stands for", found: meanings[0]), file: file.name, line: row.line)
      }
      // An abbreviation of several words has a group of its own, which leads to the words.
      var group = first.group
      if parts.count > 1 {
        group = try number(of: meanings.joined(separator: " "), "abbreviation", file, row)
        expansions[group] = parts
      }
      let tag = Tag(role: first.role, group: group, place: place, isPhrase: false)
      for spelling in try file.required(row, column).split(separator: ";") {
        for (text, _) in try keys(of: String(spelling), file, row) {
          words.add(text, tag, for: [.organisation, .unknown])
        }
      }
    }
  }

  /// Adds the spellings of names: `Mohammed`, `Muhammad`, `محمد` are one.
  mutating func addSpellings(_ file: TableFile) throws(NameModelError) {
    let name = try file.index(of: "name")
    let column = try file.index(of: "spellings")
    for row in file.rows {
      let group = try number(of: file.required(row, name), "name", file, row)
      var texts: [[UInt8]] = []
      for spelling in try file.required(row, column).split(separator: ";") {
        // Written in Latin letters, a spelling belongs to one name; two writings in another script
        // may read alike, and the name that stands first has the reading.
        let isLatin = spelling.utf8.allSatisfy { $0 < 0x80 }
        for (text, _) in try keys(of: String(spelling), file, row) where !texts.contains(text) {
          let taken = spellings.value(of: text, text.indices).map { $0 != group } ?? false
          if isLatin || !taken { texts.append(text) }
        }
      }
      for text in texts {
        if let old = spellings.value(of: text, text.indices), old != group {
          throw NameModelError(
            .spellingOfTwo(
              String(decoding: text, as: UTF8.self), first: groupNames[old] ?? "",
              second: groupNames[group] ?? ""), file: file.name, line: row.line)
        }
        spellings.set(text, group)
        spellingList.append((text, group))
        nameSpellings.append((text, group))
      }
    }
  }

  /// Adds the second halves of names with `Abd al-`.
  mutating func addDivine(_ file: TableFile) throws(NameModelError) {
    let name = try file.index(of: "name")
    let column = try file.index(of: "spellings")
    for row in file.rows {
      let group = try number(of: "abdul " + file.required(row, name), "name", file, row)
      for spelling in try file.required(row, column).split(separator: ";") {
        for (text, _) in try keys(of: String(spelling), file, row) {
          if let old = divine.value(of: text, text.indices) {
            if old == group || !spelling.utf8.allSatisfy({ $0 < 0x80 }) { continue }
            throw NameModelError(.duplicate(String(spelling)), file: file.name, line: row.line)
          }
          divine.set(text, group)
          spellingList.append((Array("abdul".utf8) + text, group))
        }
      }
    }
  }

  /// Makes the names in Arabic script of a table read as the table's name for them.
  static func addArabicReadings(
    of files: [TableFile], to romaniser: inout Romaniser
  ) throws(NameModelError) {
    for file in files {
      let name = try file.index(of: "name")
      let column = try file.index(of: "spellings")
      for row in file.rows {
        let reading = Array(try file.required(row, name).utf8)
        for spelling in file.text(row, column).split(separator: ";")
        where !spelling.utf8.allSatisfy({ $0 < 0x80 }) {
          let scan = romaniser.scan(String(spelling), kind: .person)
          guard scan.words.count == 1, scan.words[0].script == .arabic else { continue }
          romaniser.arabic.add(scan.scalars, reading: reading)
        }
      }
    }
  }

  /// Spellings in scripts without blanks are also cut out of runs.
  private mutating func addToRuns(_ spelling: String, _ tag: Tag) {
    if spelling.utf8.allSatisfy({ $0 < 0x80 }) { return }
    let scan = romaniser.scan(spelling, kind: .person)
    guard scan.words.count == 1 else { return }
    switch scan.words[0].script {
    case .han, .kana, .hangul: romaniser.eastAsian.addMeaning(scan.scalars, tag)
    default: break
    }
  }

  mutating func addEndings(_ file: TableFile) throws(NameModelError) {
    let column = try file.index(of: "ending")
    for row in file.rows {
      let text = try file.required(row, column)
      if patronymicEndings.set(Array(text.utf8), 1) != nil {
        throw NameModelError(.duplicate(text), file: file.name, line: row.line)
      }
    }
  }

  /// The number of a group, which no other name may have.
  private mutating func number(
    of meaning: String, _ space: String, _ file: TableFile, _ row: TableFile.Row
  ) throws(NameModelError) -> UInt32 {
    let number = GroupNumber.of(meaning, in: space)
    let full = space + ":" + meaning
    if let other = groupNames[number], other != full {
      throw NameModelError(.clash(first: other, second: full), file: file.name, line: row.line)
    }
    groupNames[number] = full
    return number
  }

  /// The same for a spelling in small ASCII letters and blanks, which most are: it reads as it stands.
  private mutating func plainKey(
    of spelling: String, role: NamePart.Role
  ) -> (text: [UInt8], isPhrase: Bool)? {
    var text: [UInt8] = []
    text.reserveCapacity(spelling.utf8.count)
    var start = 0
    var words = 0
    func closeWord(_ commonWords: inout ByteTable) {
      guard text.count > start else { return }
      words += 1
      if text.count - start >= 4, role == .legalForm || role == .generic {
        commonWords.set(text[start...], 1)
      }
      start = text.count
    }
    for byte in spelling.utf8 {
      if byte == 0x20 {
        closeWord(&commonWords)
      } else if byte &- 0x61 < 26 {
        text.append(byte)
      } else {
        return nil
      }
    }
    closeWord(&commonWords)
    return text.isEmpty || text.count > TokenBuffer.longestPart ? nil : (text, words > 1)
  }

  /// The letters of a spelling joined, once per way to read it.
  private mutating func keys(
    of spelling: String, role: NamePart.Role = .word, _ file: TableFile, _ row: TableFile.Row
  ) throws(NameModelError) -> [(text: [UInt8], isPhrase: Bool)] {
    if let plain = plainKey(of: spelling, role: role) { return [plain] }
    let scan = romaniser.scan(spelling, kind: .person)
    var keys: [(text: [UInt8], isPhrase: Bool)] = []
    for method in romaniser.methods(for: scan, kind: .unknown) where method != .translated {
      buffer.clear()
      romaniser.tokens(of: scan, method, kind: .person, into: &buffer)
      if role == .legalForm || role == .generic {
        for token in buffer.tokens where token.text.count >= 4 {
          commonWords.set(buffer.text[token.text], 1)
        }
      }
      if !buffer.text.isEmpty, !keys.contains(where: { $0.text == buffer.text }) {
        keys.append((buffer.text, buffer.tokens.count > 1))
      }
    }
    guard !keys.isEmpty else {
      throw NameModelError(.unreadableSpelling(spelling), file: file.name, line: row.line)
    }
    return keys
  }
}
