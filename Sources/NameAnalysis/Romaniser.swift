import TradeModel

/// Turns the words of a writing into tokens of folded Latin letters, by one romanisation at a time.
struct Romaniser: Sendable {
  let classes: CharacterClasses
  let confusables: Confusables
  let forms: CompatibilityForms
  let letters: LetterReadings
  var arabic = ArabicReader()
  var hebrew = HebrewReader()
  var eastAsian = EastAsianReader()

  /// Gives back the room for more words.
  mutating func close() {
    arabic.close()
    eastAsian.close()
  }

  func scan(_ name: String, kind: PartyKind) -> NameScan {
    NameScan(name, kind: kind, classes: classes, confusables: confusables, forms: forms)
  }

  /// The ways to read a writing, the principal one first.
  func methods(for scan: NameScan, kind: PartyKind) -> [Romanisation] {
    var script = Script.latin
    for word in scan.words where word.script != .latin && word.script != .none {
      script = word.script
      break
    }
    switch script {
    case .latin, .none: return [.latin]
    case .cyrillic: return cyrillicMethods(scan)
    case .greek: return [.greek]
    case .hebrew: return [.hebrew]
    case .armenian: return [.armenian]
    case .georgian: return [.georgian]
    case .thai: return [.thai]
    case .indic: return [.devanagari]
    case .arabic:
      return ArabicReader.isPersian(scan.scalars) ? [.persian, .arabic] : [.arabic, .persian]
    case .han, .kana:
      if eastAsian.isJapanese(scan.scalars, classes) { return [.japanese, .pinyin] }
      if kind != .person { return [.pinyin, .translated] }
      let isForeign = scan.words.allSatisfy { word in
        word.script == .han
          && eastAsian.isForeign(scan.scalars, word.range, hasOthers: scan.words.count > 1)
      }
      return isForeign ? [.translated, .pinyin] : [.pinyin, .wadeGiles, .cantonese]
    case .hangul:
      return kind == .person
        ? [.koreanCommon, .koreanRevised] : [.koreanCommon, .koreanRevised, .translated]
    case .other: return [.other]
    }
  }

  /// Letters that only one language has decide; a writing without them is read as Russian first.
  private func cyrillicMethods(_ scan: NameScan) -> [Romanisation] {
    var ukrainian = false
    var belarusian = false
    var serbian = false
    var russian = false
    var bulgarian = false
    var ambiguous = false
    var previous: UInt32 = 0
    for scalar in scan.scalars {
      switch scalar {
      case 0x0456, 0x0406: ukrainian = true  // і, also Belarusian
      case 0x0457, 0x0407, 0x0454, 0x0404, 0x0491, 0x0490: ukrainian = true
      case 0x045E, 0x040E: belarusian = true
      case 0x0452, 0x0402, 0x0458, 0x0408, 0x0459, 0x0409, 0x045A, 0x040A, 0x045B, 0x040B, 0x045F,
        0x040F, 0x0453, 0x0403, 0x045C, 0x040C:
        serbian = true
      case 0x0451, 0x0401, 0x044B, 0x042B, 0x044D, 0x042D: russian = true
      case 0x0433, 0x0413, 0x0438, 0x0418: ambiguous = true
      default: break
      }
      if previous == 0x044A || previous == 0x042A, !Self.softens(scalar) { bulgarian = true }
      previous = scalar
    }
    if belarusian { return [.belarusian, .russianBGN, .russianISO9] }
    if ukrainian { return [.ukrainian, .russianBGN, .russianISO9] }
    if serbian { return [.serbian, .russianPassport] }
    if bulgarian { return [.bulgarian, .russianBGN, .russianISO9] }
    if ambiguous, !russian {
      return [.russianBGN, .russianPassport, .russianISO9, .ukrainian]
    }
    return [.russianBGN, .russianPassport, .russianISO9]
  }

  private static func softens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0435, 0x0415, 0x0451, 0x0401, 0x044E, 0x042E, 0x044F, 0x042F: true
    default: false
    }
  }

  /// Appends the tokens of all words of `scan`.
  ///
  /// - Parameter meant: by a word's number, the letters that are read in its place.
  func tokens(
    of scan: NameScan, _ method: Romanisation, kind: PartyKind, meant: [Int: [UInt8]] = [:],
    into buffer: inout TokenBuffer
  ) {
    for (number, word) in scan.words.enumerated() {
      let first = buffer.tokens.count
      switch word.script {
      case _ where meant[number] != nil:
        let start = buffer.text.count
        buffer.text += meant[number] ?? []
        buffer.closeToken(from: start, source: word.source)
      case .latin, .none: alphabet(scan, word, .latin, kind, &buffer)
      case .arabic where !word.hasDigit:
        arabic.append(
          scan.scalars[word.range], offsets: scan.offsets[word.range], source: word.source, method,
          kind, letters, to: &buffer)
      case .hebrew where !word.hasDigit:
        let start = buffer.text.count
        hebrew.append(scan.scalars[word.range], letters, to: &buffer.text)
        buffer.closeToken(from: start, source: word.source)
      case .han, .kana, .hangul:
        eastAsian.append(
          scan.scalars[word.range], offsets: scan.offsets[word.range], source: word.source, method,
          kind, isWholeName: scan.words.count == 1, letters, to: &buffer)
      case .indic, .thai:
        let start = buffer.text.count
        Abugida.append(scan.scalars[word.range], word.script, method, letters, to: &buffer.text)
        buffer.closeToken(from: start, source: word.source)
      default: alphabet(scan, word, method, kind, &buffer)
      }
      let last = buffer.tokens.count - 1
      guard last >= first else { continue }
      buffer.tokens[first].hyphenBefore = word.hyphenBefore
      buffer.tokens[last].hyphenAfter = word.hyphenAfter
      for index in first...last {
        buffer.tokens[index].commas = word.commas
        buffer.tokens[index].isCapitals = word.isCapitals
      }
    }
  }

  /// A word of an alphabet: one token, or more where digits and letters are glued together.
  private func alphabet(
    _ scan: NameScan, _ word: NameScan.Word, _ method: Romanisation, _ kind: PartyKind,
    _ buffer: inout TokenBuffer
  ) {
    guard word.hasDigit, word.hasLetter, kind != .person,
      let cut = cut(scan, word.range)
    else {
      let start = buffer.text.count
      letters.append(scan.scalars, word.range, method, to: &buffer.text)
      buffer.closeToken(from: start, source: word.source)
      return
    }
    let middle = Int(scan.offsets[cut])
    var start = buffer.text.count
    letters.append(scan.scalars, word.range.lowerBound..<cut, method, to: &buffer.text)
    buffer.closeToken(from: start, source: word.source.lowerBound..<middle)
    start = buffer.text.count
    letters.append(scan.scalars, cut..<word.range.upperBound, method, to: &buffer.text)
    buffer.closeToken(from: start, source: middle..<word.source.upperBound)
  }

  /// Where `MARS4` and `25SHIPYARD` come apart. `3G`, `IT1B` and `dredg1ng` stay whole.
  private func cut(_ scan: NameScan, _ range: Range<Int>) -> Int? {
    var changes = 0
    var cut = range.lowerBound
    for index in range.dropFirst()
    where (classes[scan.scalars[index]] == .digit) != (classes[scan.scalars[index - 1]] == .digit) {
      changes += 1
      cut = index
    }
    guard changes == 1 else { return nil }
    let digitsFirst = classes[scan.scalars[range.lowerBound]] == .digit
    let letters = digitsFirst ? range.upperBound - cut : cut - range.lowerBound
    return letters >= (digitsFirst ? 3 : 2) ? cut : nil
  }
}
