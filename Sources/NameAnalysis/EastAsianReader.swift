import TradeModel

/// Reads runs of Chinese characters, kana and Hangul, which are written without blanks: known words
/// are cut out first, what is left between them is a name.
struct EastAsianReader: Sendable {
  /// Character to its simplified form.
  var simplified = ScalarTable()
  /// Words with a meaning, from the tables of forms, places and common words.
  var meanings = ByteTable(minimumCapacity: 1024)
  var tags: [Tag] = []
  /// By group: the word in Latin letters that stands for it; empty while the tables are read.
  var heads = GroupTexts()
  /// Words of companies' names with their English, translated in every reading.
  var companyWords = ByteTable(minimumCapacity: 1024)
  /// Words that companies take as names, translated in a reading of its own.
  var nameWords = ByteTable()
  /// By number: which of ``englishWords``.
  var english: [Range<UInt32>] = []
  var englishWords = ByteStrings()
  /// Characters, one or more, by which foreign names are written.
  var transcriptions = ByteTable()
  var transcriptionReadings = ByteStrings()
  /// Words with a reading of their own.
  var pinyinWords = ByteTable()
  var japaneseWords = ByteTable()
  var wordReadings = ByteStrings()
  var surnames = ByteTable()
  /// Three for each surname: pinyin, Wade-Giles, Cantonese.
  var surnameReadings = ByteStrings()
  /// By place in the syllable, two for each number: revised, common.
  var jamo = [ByteStrings(), ByteStrings(), ByteStrings()]
  var koreanSurnames = ByteTable()
  /// Two for each surname: revised, common.
  var koreanSurnameReadings = ByteStrings()

  /// The longest word of the tables, in characters.
  static let longestWord = 16

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

  struct Run {
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
    if method == .translated { return foreign(run, letters, to: &buffer) }
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
        ? koreanSurnameReadings[Int(number) * 2 + (method == .koreanRevised ? 0 : 1)]
        : surnameReadings[
          Int(number) * 3 + (method == .wadeGiles ? 1 : method == .cantonese ? 2 : 0)]
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

  func fold(_ scalar: UInt32) -> UInt32 {
    let cell = simplified[scalar]
    return cell == 0 ? scalar : UInt32(truncatingIfNeeded: cell)
  }

  func key(_ scalars: [UInt32]) -> [UInt8] {
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
