import TradeModel

/// Reads runs of Chinese characters, kana and Hangul, which are written without blanks: known words
/// are cut out first, what is left between them is a name.
struct EastAsianReader: Sendable {
  /// Character to its simplified form.
  private var simplified = ScalarTable()
  /// Words with a meaning, from the tables of forms, places and common words.
  private var meanings = ByteTable(minimumCapacity: 1024)
  private var tags: [Tag] = []
  /// Words with a reading of their own.
  private var pinyinWords = ByteTable()
  private var japaneseWords = ByteTable()
  private var wordReadings: [[UInt8]] = []
  private var surnames = ByteTable()
  /// By surname: pinyin, Wade-Giles, Cantonese.
  private var surnameReadings: [[[UInt8]]] = []
  /// By place in the syllable, then by number: revised, common.
  private var jamo: [[[[UInt8]]]] = [[], [], []]
  private var koreanSurnames = ByteTable()
  private var koreanSurnameReadings: [[[UInt8]]] = []

  /// The longest word of the tables, in characters.
  private static let longestWord = 16

  // MARK: Loading

  mutating func addSimplified(_ file: TableFile) throws(NameModelError) {
    let to = try file.index(of: "simplified")
    let from = try file.index(of: "traditional")
    for row in file.rows {
      let target = try file.required(row, to).unicodeScalars.map(\.value)
      guard target.count == 1 else {
        throw NameModelError(
          .unknownWord(column: "simplified", found: file.text(row, to)), file: file.name,
          line: row.line)
      }
      for scalar in try file.required(row, from).unicodeScalars {
        simplified[scalar.value] = UInt64(target[0])
      }
    }
  }

  mutating func addWords(_ file: TableFile) throws(NameModelError) {
    let word = try file.index(of: "word")
    let method = try file.index(of: "romanisation")
    let reading = try file.index(of: "reading")
    for row in file.rows {
      let key = self.key(try file.required(row, word).unicodeScalars.map(\.value))
      let number = UInt32(wordReadings.count)
      wordReadings.append(Array(try file.required(row, reading).utf8))
      let old: UInt32?
      switch file.text(row, method) {
      case Romanisation.pinyin.word: old = pinyinWords.set(key, number)
      case Romanisation.japanese.word: old = japaneseWords.set(key, number)
      default:
        throw NameModelError(
          .unknownWord(column: "romanisation", found: file.text(row, method)), file: file.name,
          line: row.line)
      }
      if old != nil {
        throw NameModelError(.duplicate(file.text(row, word)), file: file.name, line: row.line)
      }
    }
  }

  mutating func addSurnames(_ file: TableFile) throws(NameModelError) {
    let columns = [
      try file.index(of: "pinyin"), try file.index(of: "wade-giles"),
      try file.index(of: "cantonese"),
    ]
    let surname = try file.index(of: "surname")
    for row in file.rows {
      let key = self.key(try file.required(row, surname).unicodeScalars.map(\.value))
      var readings: [[UInt8]] = []
      for column in columns { readings.append(Array(try file.required(row, column).utf8)) }
      // Two surnames may have one simplified form; the first stands.
      guard surnames.value(of: key, key.indices) == nil else { continue }
      surnames.set(key, UInt32(surnameReadings.count))
      surnameReadings.append(readings)
    }
  }

  mutating func addHangul(_ file: TableFile) throws(NameModelError) {
    let place = try file.index(of: "place")
    let number = try file.index(of: "number")
    let letter = try file.index(of: "jamo")
    let revised = try file.index(of: Romanisation.koreanRevised.word)
    let common = try file.index(of: Romanisation.koreanCommon.word)
    for row in file.rows {
      let pair = [Array(file.cell(row, revised)), Array(file.cell(row, common))].map {
        $0 == [0x2D] ? [] : $0
      }
      switch file.text(row, place) {
      case "surname":
        let scalars = try file.required(row, letter).unicodeScalars.map(\.value)
        koreanSurnames.set(key(scalars), UInt32(koreanSurnameReadings.count))
        koreanSurnameReadings.append(pair)
      case let word:
        guard let index = ["initial", "medial", "final"].firstIndex(of: word) else {
          throw NameModelError(
            .unknownWord(column: "place", found: word), file: file.name, line: row.line)
        }
        guard Int(try file.number(row, number)) == jamo[index].count else {
          throw NameModelError(
            .badNumber(file.text(row, number)), file: file.name, line: row.line)
        }
        jamo[index].append(pair)
      }
    }
    for (index, count) in [19, 21, 28].enumerated() where jamo[index].count != count {
      throw NameModelError(
        .badNumber("\(jamo[index].count) of \(count) jamo"), file: file.name)
    }
  }

  /// Adds a spelling of the tables of meanings, so that it is cut out of runs.
  mutating func addMeaning(_ scalars: [UInt32], _ tag: Tag) {
    let key = self.key(scalars)
    guard meanings.value(of: key, key.indices) == nil else { return }
    meanings.set(key, UInt32(tags.count))
    tags.append(tag)
  }

  // MARK: Reading

  /// Whether a run is marked as Japanese: by kana, by signs or by words only Japanese has.
  func isJapanese(_ scalars: [UInt32], _ classes: CharacterClasses) -> Bool {
    for (index, scalar) in scalars.enumerated() {
      if classes[scalar].script == .kana || scalar == 0x3005 || scalar == 0x3231 { return true }
      // 株式 and 会社: the forms no Chinese company has.
      if index + 1 < scalars.count {
        if scalar == 0x682A, scalars[index + 1] == 0x5F0F { return true }
        if scalar == 0x4F1A || scalar == 0x6703, scalars[index + 1] == 0x793E { return true }
      }
    }
    return false
  }

  /// Appends the tokens of one run of characters.
  func append(
    _ scalars: ArraySlice<UInt32>, offsets: ArraySlice<Int32>, source: Range<Int>,
    _ method: Romanisation, _ kind: PartyKind, isWholeName: Bool, _ letters: LetterReadings,
    to buffer: inout TokenBuffer
  ) {
    let run = Run(
      raw: Array(scalars), folded: scalars.map(fold), offsets: Array(offsets),
      end: source.upperBound)
    if kind == .person || kind == .unknown && isWholeName && looksLikePerson(run) {
      person(run, method, isWholeName: isWholeName, letters, to: &buffer)
    } else {
      segment(run, method, letters, to: &buffer)
    }
  }

  private struct Run {
    let raw: [UInt32]
    let folded: [UInt32]
    let offsets: [Int32]
    let end: Int
    func source(_ range: Range<Int>) -> Range<Int> {
      let high = range.upperBound < offsets.count ? Int(offsets[range.upperBound]) : end
      return Int(offsets[range.lowerBound])..<high
    }
  }

  private func looksLikePerson(_ run: Run) -> Bool {
    (2...3).contains(run.raw.count) && meaning(run, at: 0, minimum: 2) == nil
      && meaning(run, at: run.raw.count - 2, minimum: 2) == nil
  }

  private func person(
    _ run: Run, _ method: Romanisation, isWholeName: Bool, _ letters: LetterReadings,
    to buffer: inout TokenBuffer
  ) {
    let count = run.raw.count
    let hangul = Self.isHangul(run.raw[0])
    guard isWholeName, (2...4).contains(count), method != .japanese else {
      let start = buffer.text.count
      if hangul, count > 1, count <= 4, !isWholeName {
        for index in 0..<count { emit(run, index..<(index + 1), method, letters, to: &buffer) }
      } else {
        read(run, 0..<count, method, letters, to: &buffer.text)
        buffer.closeToken(from: start, source: run.source(0..<count))
      }
      return
    }
    // The family name stands first: two characters where they are such a name, else one.
    let table = hangul ? koreanSurnames : surnames
    var length = 1
    if count > 2 {
      let key = self.key(Array(run.folded[0..<2]))
      if table.value(of: key, key.indices) != nil { length = 2 }
    }
    var start = buffer.text.count
    let key = self.key(Array(run.folded[0..<length]))
    if let number = table.value(of: key, key.indices) {
      let reading =
        hangul
        ? koreanSurnameReadings[Int(number)][method == .koreanRevised ? 0 : 1]
        : surnameReadings[Int(number)][method == .wadeGiles ? 1 : method == .cantonese ? 2 : 0]
      buffer.text.append(contentsOf: reading)
    } else {
      read(run, 0..<length, method, letters, to: &buffer.text)
    }
    buffer.closeToken(
      from: start, source: run.source(0..<length), role: .family, isSettled: true)
    if hangul {
      for index in length..<count {
        start = buffer.text.count
        read(run, index..<(index + 1), method, letters, to: &buffer.text)
        buffer.closeToken(
          from: start, source: run.source(index..<(index + 1)), role: .given, isSettled: true)
      }
    } else {
      start = buffer.text.count
      read(run, length..<count, method, letters, to: &buffer.text)
      buffer.closeToken(
        from: start, source: run.source(length..<count), role: .given, isSettled: true)
    }
  }

  /// Cuts known words and numbers out of a run; the pieces between are names.
  private func segment(
    _ run: Run, _ method: Romanisation, _ letters: LetterReadings, to buffer: inout TokenBuffer
  ) {
    var index = 0
    var pending = 0
    while index < run.raw.count {
      if let (end, value) = number(run, at: index) {
        emit(run, pending..<index, method, letters, to: &buffer)
        let start = buffer.text.count
        buffer.text.append(contentsOf: String(value).utf8)
        buffer.closeToken(
          from: start, source: run.source(index..<end), role: .numeral, group: value,
          isSettled: true)
        index = end
        pending = end
      } else if let (end, tag) = meaning(run, at: index, minimum: 1) {
        emit(run, pending..<index, method, letters, to: &buffer)
        let start = buffer.text.count
        read(run, index..<end, method, letters, to: &buffer.text)
        buffer.closeToken(
          from: start, source: run.source(index..<end), role: tag.role, group: tag.group,
          isSettled: true)
        index = end
        pending = end
      } else {
        index += 1
      }
    }
    emit(run, pending..<index, method, letters, to: &buffer)
  }

  private func emit(
    _ run: Run, _ range: Range<Int>, _ method: Romanisation, _ letters: LetterReadings,
    to buffer: inout TokenBuffer
  ) {
    guard !range.isEmpty else { return }
    let start = buffer.text.count
    read(run, range, method, letters, to: &buffer.text)
    buffer.closeToken(from: start, source: run.source(range))
  }

  /// The longest word with a meaning at a place. One character alone means something only where it
  /// is the mark of a place, a factory, or `and`; elsewhere it may be part of a name.
  private func meaning(_ run: Run, at index: Int, minimum: Int) -> (end: Int, tag: Tag)? {
    var length = min(Self.longestWord, run.raw.count - index)
    while length >= minimum, length > 0 {
      if length == 1, run.raw.count > 1, !Self.standsAlone(run.folded[index]) { return nil }
      let key = self.key(Array(run.folded[index..<(index + length)]))
      if let number = meanings.value(of: key, key.indices) {
        return (index + length, tags[Int(number)])
      }
      length -= 1
    }
    return nil
  }

  private static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    // 市 县 省 区 厂 和 及 与 ㈱ ㈜
    case 0x5E02, 0x53BF, 0x7701, 0x533A, 0x5382, 0x548C, 0x53CA, 0x4E0E, 0x3231, 0x321C: true
    default: false
    }
  }

  /// A number in characters: after 第, or of two figures and more.
  private func number(_ run: Run, at index: Int) -> (end: Int, value: UInt32)? {
    var place = index
    let ordinal = run.folded[place] == 0x7B2C
    if ordinal { place += 1 }
    let first = place
    var value: UInt32 = 0
    var digits: UInt32 = 0
    while place < run.folded.count, place - first < 9 {
      let scalar = run.folded[place]
      if let digit = Self.figures.firstIndex(of: scalar) {
        digits = digits &* 10 &+ UInt32(digit)
      } else if scalar == 0x5341 || scalar == 0x767E {
        value = value &+ max(1, digits) &* (scalar == 0x5341 ? 10 : 100)
        digits = 0
      } else {
        break
      }
      place += 1
    }
    guard place > first, ordinal || place - first > 1 else { return nil }
    return (place, value &+ digits)
  }

  /// 〇 一 二 三 四 五 六 七 八 九
  private static let figures: [UInt32] = [
    0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
  ]

  private static func isHangul(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3).contains(scalar) }

  private func read(
    _ run: Run, _ range: Range<Int>, _ method: Romanisation, _ letters: LetterReadings,
    to text: inout [UInt8]
  ) {
    let words = method == .japanese ? japaneseWords : pinyinWords
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = run.raw[index]
      if Self.isHangul(scalar) {
        let before = index > range.lowerBound ? run.raw[index - 1] : nil
        syllable(scalar, method, after: before, to: &text)
        index += 1
        continue
      }
      var length = min(8, range.upperBound - index)
      var found = false
      while length > (method == .japanese ? 0 : 1) {
        let key = self.key(Array(run.folded[index..<(index + length)]))
        if let number = words.value(of: key, key.indices) {
          text.append(contentsOf: wordReadings[Int(number)])
          index += length
          found = true
          break
        }
        length -= 1
      }
      if found { continue }
      // Kana go letter by letter in one piece, for their pairs; kanji without a known word keep
      // their numbers, for they are not Chinese.
      if method == .japanese {
        if Self.isKana(scalar) {
          var end = index + 1
          while end < range.upperBound, Self.isKana(run.raw[end]) { end += 1 }
          letters.append(run.raw, index..<end, .japanese, to: &text)
          index = end
        } else {
          LetterReadings.appendNumber(scalar, to: &text)
          index += 1
        }
        continue
      }
      let start = text.count
      letters.append(run.raw, index..<(index + 1), method, to: &text)
      if method == .wadeGiles { WadeGiles.rewrite(&text, from: start) }
      index += 1
    }
  }

  private static func isKana(_ scalar: UInt32) -> Bool {
    (0x3041...0x30FF).contains(scalar)
  }

  private func syllable(
    _ scalar: UInt32, _ method: Romanisation, after before: UInt32?, to text: inout [UInt8]
  ) {
    let number = Int(scalar - 0xAC00)
    var isInside = false
    if let before, Self.isHangul(before) {
      switch Int(before - 0xAC00) % 28 {
      case 0, 4, 8, 16, 21: isInside = true
      default: break
      }
    }
    let column = method == .koreanRevised ? 0 : 1
    let initial = number / 588
    // Inside a word ㄱ ㄷ ㅂ are voiced after a vowel and n, m, ng, l: kaebal, hanguk.
    let voices = isInside && (initial == 0 || initial == 3 || initial == 7)
    text.append(contentsOf: jamo[0][initial][voices ? 0 : column])
    text.append(contentsOf: jamo[1][number % 588 / 28][column])
    text.append(contentsOf: jamo[2][number % 28][column])
  }

  private func fold(_ scalar: UInt32) -> UInt32 {
    let cell = simplified[scalar]
    return cell == 0 ? scalar : UInt32(truncatingIfNeeded: cell)
  }

  private func key(_ scalars: [UInt32]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(scalars.count * 3)
    for scalar in scalars {
      let one = fold(scalar)
      key.append(UInt8(truncatingIfNeeded: one >> 16))
      key.append(UInt8(truncatingIfNeeded: one >> 8))
      key.append(UInt8(truncatingIfNeeded: one))
    }
    return key
  }
}

/// Hanyu Pinyin to Wade-Giles without marks, one syllable at a time.
///
/// Source: the initials' table of H. A. Giles, A Chinese-English Dictionary, 1912.
enum WadeGiles {
  private static let initials: [(pinyin: StaticString, wade: StaticString)] = [
    ("zhi", "chih"), ("chi", "chih"), ("shi", "shih"), ("ri", "jih"), ("zi", "tzu"),
    ("ci", "tzu"), ("si", "ssu"), ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"),
    ("g", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
  ]

  /// Rewrites the syllable that begins at `start`.
  static func rewrite(_ text: inout [UInt8], from start: Int) {
    let syllable = Array(text[start...])
    for (pinyin, wade) in initials {
      let count = pinyin.utf8CodeUnitCount
      guard pinyin.withUTF8Buffer({ syllable.starts(with: $0) }) else { continue }
      if isWhole(pinyin), syllable.count != count { continue }
      var rest = Array(syllable.dropFirst(count))
      if rest == Array("ong".utf8) { rest = Array("ung".utf8) }
      if rest == Array("ian".utf8) { rest = Array("ien".utf8) }
      if rest == Array("ie".utf8) { rest = Array("ieh".utf8) }
      if rest == Array("ue".utf8) { rest = Array("ueh".utf8) }
      text.removeSubrange(start...)
      wade.withUTF8Buffer { text.append(contentsOf: $0) }
      text.append(contentsOf: rest)
      return
    }
  }

  private static func isWhole(_ pinyin: StaticString) -> Bool {
    pinyin.withUTF8Buffer { $0.last == 0x69 }
  }
}
