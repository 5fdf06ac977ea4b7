import TradeModel

/// Reads words in Arabic script: by the table of words where it has them, else by consonants with the
/// vowels that the letters and the shape of the syllables suggest.
struct ArabicReader: Sendable {
  private var words = ByteTable(minimumCapacity: 2048)
  private var readings = ByteStrings()

  /// Adds a word's common reading; what was added first stays.
  mutating func add(_ word: [UInt32], reading: [UInt8]) {
    let key = Self.key(word[...])
    guard words.value(of: key, key.indices) == nil else { return }
    words.set(key, UInt32(readings.count))
    readings.append(reading)
  }

  /// Gives back the room for more words.
  mutating func close() {
    words.close()
    readings.close()
  }

  /// Takes `arabic-words.tsv`.
  mutating func add(_ file: TableFile, classes: CharacterClasses) throws(NameModelError) {
    let word = try file.index(of: "word")
    let reading = try file.index(of: "reading")
    var seen: Set<String> = []
    for row in file.rows {
      let text = try file.required(row, word)
      guard seen.insert(text).inserted else {
        throw NameModelError(.duplicate(text), file: file.name, line: row.line)
      }
      let scalars = text.unicodeScalars.map(\.value)
      guard scalars.allSatisfy({ classes[$0].script == .arabic }) else {
        throw NameModelError(
          .unknownWord(column: "word", found: text), file: file.name, line: row.line)
      }
      let letters = Array(try file.required(row, reading).utf8)
      guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        throw NameModelError(
          .unknownWord(column: "reading", found: file.text(row, reading)), file: file.name,
          line: row.line)
      }
      add(scalars, reading: letters)
    }
  }

  /// Whether the letters are those that Persian has and Arabic has not.
  static func isPersian(_ scalars: [UInt32]) -> Bool {
    scalars.contains { scalar in
      switch scalar {
      case 0x067E, 0x0686, 0x0698, 0x06AF, 0x06A9, 0x06CC, 0x06C0: true
      default: false
      }
    }
  }

  /// Appends the tokens of one word: article, `Abd al-`, words written together, each as its own.
  func append(
    _ scalars: ArraySlice<UInt32>, offsets: ArraySlice<Int32>, source: Range<Int>,
    _ method: Romanisation, _ kind: PartyKind, _ letters: LetterReadings,
    to buffer: inout TokenBuffer
  ) {
    let word = scalars.map(Self.folded)
    let first = scalars.startIndex
    func place(_ index: Int) -> Int {
      index < word.count ? Int(offsets[first + index]) : source.upperBound
    }
    func emit(_ range: Range<Int>) {
      let start = buffer.text.count
      read(word[range], method, letters, to: &buffer.text)
      buffer.closeToken(from: start, source: place(range.lowerBound)..<place(range.upperBound))
    }
    func emit(_ text: StaticString, _ range: Range<Int>) {
      let start = buffer.text.count
      text.withUTF8Buffer { buffer.text.append(contentsOf: $0) }
      buffer.closeToken(from: start, source: place(range.lowerBound)..<place(range.upperBound))
    }
    let count = word.count
    if known(word[...]) != nil { return emit(0..<count) }
    // عبدال…, عبد…
    if count > 6, word.starts(with: [0x0639, 0x0628, 0x062F, 0x0627, 0x0644]) {
      emit("abd", 0..<3)
      emit("al", 3..<5)
      return emit(5..<count)
    }
    // …الله and …الدين, written in one word.
    for (ending, reading) in Self.compounds where count > ending.count + 1 {
      guard word.suffix(ending.count).elementsEqual(ending), kind == .person else { continue }
      let start = buffer.text.count
      read(word[..<(count - ending.count)], method, letters, to: &buffer.text)
      buffer.text.append(contentsOf: reading)
      buffer.closeToken(from: start, source: source)
      return
    }
    if kind != .person {
      if count > 4, word.starts(with: [0x0644, 0x0644]) {
        emit("lil", 0..<2)
        return emit(2..<count)
      }
      if count > 4, word.starts(with: [0x0648, 0x0627, 0x0644]) {
        emit("wa", 0..<1)
        emit("al", 1..<3)
        return emit(3..<count)
      }
    }
    if count > 3, word.starts(with: [0x0627, 0x0644]) {
      // Persian names begin with these letters without an article: الهیان.
      let isPersianName = method == .persian && kind == .person && !hasReading(word[2...])
      if isPersianName { return emit(0..<count) }
      emit("al", 0..<2)
      return emit(2..<count)
    }
    // Two known words written as one: محمدجواد. What only ends family names stays joined: علیزاده.
    if (6...Self.longestCompound).contains(count) {
      for cut in stride(from: count - 3, through: 3, by: -1)
      where known(word[cut...]) != nil && known(word[..<cut]) != nil {
        if Self.isFamilyEnding(word[cut...]) { break }
        emit(0..<cut)
        return emit(cut..<count)
      }
    }
    emit(0..<count)
  }

  /// The reading of a word that the table has.
  private func known(_ word: ArraySlice<UInt32>) -> ArraySlice<UInt8>? {
    let key = Self.key(word)
    return words.value(of: key, key.indices).map { readings[Int($0)] }
  }

  /// Whether the table has a word, or the stem of one with a common ending.
  private func hasReading(_ word: ArraySlice<UInt32>) -> Bool {
    if known(word) != nil { return true }
    guard word.count > 3, word.last == 0x06CC else { return false }
    return known(word.dropLast()) != nil
  }

  private func read(
    _ word: ArraySlice<UInt32>, _ method: Romanisation, _ letters: LetterReadings,
    to text: inout [UInt8]
  ) {
    if let reading = known(word) {
      text.append(contentsOf: reading)
      return
    }
    let low = word.startIndex
    for ending in Self.endings where word.count > ending.letters.count + 2 {
      if word.suffix(ending.letters.count).elementsEqual(ending.letters),
        let stem = known(word[low..<(word.endIndex - ending.letters.count)])
      {
        text.append(contentsOf: stem)
        if ending.reading == [0x69], text.last == 0x69 { return }
        text.append(contentsOf: ending.reading)
        return
      }
    }
    spell(word, method, letters, to: &text)
  }

  /// Letter by letter. Two consonants that begin a word, the last two of a run that ends it, and the
  /// second and third of any run get a vowel between them: `i` after a long `a` (Zakir), `u` after
  /// the م of a participle (Mutasaddiq), else `a`. و and ی are consonants before a vowel, و before
  /// two consonants is `aw` (Kawthari), وی at the end `avi` (Mostafavi).
  private func spell(
    _ word: ArraySlice<UInt32>, _ method: Romanisation, _ letters: LetterReadings,
    to text: inout [UInt8]
  ) {
    let low = word.startIndex
    let isPersian = method == .persian
    let isParticiple = Self.isParticiple(word)
    var consonants = 0
    var isAfterLongA = false
    var isAfterDiphthong = false
    for index in word.indices {
      let scalar = word[index]
      let isFirst = index == low
      let isLast = index + 1 == word.endIndex
      let next: UInt32 = isLast ? 0 : word[index + 1]
      let glide = scalar == 0x0648 || scalar == 0x06CC
      if scalar == 0x0648, !isFirst, consonants > 0 {
        if next == 0x06CC, index + 2 == word.endIndex {
          text.append(contentsOf: isPersian ? [0x61, 0x76] : [0x61, 0x77])
          consonants = 0
          continue
        }
        if index + 2 < word.endIndex, !Self.isVowel(next), !Self.isVowel(word[index + 2]) {
          text.append(contentsOf: isPersian ? [0x6F, 0x77] : [0x61, 0x77])
          consonants = 0
          isAfterDiphthong = true
          continue
        }
      }
      if Self.isVowel(scalar), !(glide && (isFirst || Self.opensSyllable(next))) {
        if scalar == 0x0627, isFirst, next == 0x0648 || next == 0x06CC, word.count > 2,
          !Self.opensSyllable(word[index + 2])
        {
          continue
        }
        let cell = letters.cell(scalar, method)
        let doubled =
          ScalarTable.Cell.length(cell) == 1 && text.last == UInt8(truncatingIfNeeded: cell)
          && !isFirst
        if !doubled { ScalarTable.Cell.append(cell, to: &text) }
        consonants = 0
        isAfterLongA = scalar == 0x0627 && !isFirst
        isAfterDiphthong = false
        continue
      }
      let startsCluster = consonants == 1 && index == low + 1
      let endsCluster = consonants >= 1 && isLast
      let opens =
        startsCluster || endsCluster || consonants == 2 || isAfterDiphthong && consonants == 1
      if opens {
        if startsCluster, isParticiple {
          text.append(isPersian ? 0x6F : 0x75)
        } else {
          text.append(isAfterLongA && endsCluster ? (isPersian ? 0x65 : 0x69) : 0x61)
        }
        isAfterDiphthong = false
      }
      consonants = opens ? 1 : consonants + 1
      if opens || consonants > 1 { isAfterLongA = false }
      if glide {
        text.append(scalar == 0x06CC ? 0x79 : isPersian ? 0x76 : 0x77)
      } else if isLast, scalar == 0x0647, endsCluster {
        // The ending ه: Fatemeh, Fatimah.
        text[text.count - 1] = isPersian ? 0x65 : 0x61
        text.append(0x68)
      } else {
        let cell = letters.cell(scalar, method)
        if cell == 0 {
          letters.append([scalar], 0..<1, method, to: &text)
        } else {
          ScalarTable.Cell.append(cell, to: &text)
        }
      }
    }
  }

  /// م before three consonants and more, without و or ی before the last letter: those are Mahmud
  /// and Majid.
  private static func isParticiple(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.count > 3, word.first == 0x0645, let last = word.indices.last else { return false }
    return !isVowel(word[word.startIndex + 1]) && !isVowel(word[word.startIndex + 2])
      && word[last - 1] != 0x0648 && word[last - 1] != 0x06CC
  }

  private static func isVowel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0627, 0x0622, 0x0623, 0x0625, 0x0648, 0x06CC, 0x0649, 0x0629, 0x0624, 0x0626, 0x0639,
      0x06C0, 0x06C6, 0x06D5:
      true
    default: false
    }
  }

  /// Letters before which و and ی are spoken as consonants.
  private static func opensSyllable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0627, 0x0622, 0x0648, 0x06CC, 0x0629: true
    default: false
    }
  }

  /// Letters that Arabic and Persian keyboards write differently become one.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x0643: 0x06A9
    case 0x064A, 0x0649: 0x06CC
    case 0x06BE, 0x06C1: 0x0647
    case 0x0671: 0x0627
    default: scalar
    }
  }

  private static func key(_ word: ArraySlice<UInt32>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(word.count * 2)
    for scalar in word {
      let one = folded(scalar)
      key.append(UInt8(truncatingIfNeeded: one >> 8))
      key.append(UInt8(truncatingIfNeeded: one))
    }
    return key
  }

  /// More letters than two names written together have; bounds the search for the seam.
  private static let longestCompound = 24

  private static let compounds: [(letters: [UInt32], reading: [UInt8])] = [
    ([0x0627, 0x0644, 0x0644, 0x0647], Array("ullah".utf8)),
    ([0x0627, 0x0644, 0x062F, 0x06CC, 0x0646], Array("uddin".utf8)),
  ]

  /// Endings of family names with their readings: زاده, پور, نژاد, فر, نیا, ی.
  private static let endings: [(letters: [UInt32], reading: [UInt8])] = [
    ([0x0632, 0x0627, 0x062F, 0x0647], Array("zadeh".utf8)),
    ([0x0646, 0x0698, 0x0627, 0x062F], Array("nejad".utf8)),
    ([0x067E, 0x0648, 0x0631], Array("pour".utf8)),
    ([0x0646, 0x06CC, 0x0627], Array("nia".utf8)),
    ([0x0641, 0x0631], Array("far".utf8)),
    ([0x06CC, 0x0627, 0x0646], Array("ian".utf8)),
    ([0x06CC], [0x69]),
  ]

  private static func isFamilyEnding(_ word: ArraySlice<UInt32>) -> Bool {
    endings.contains { $0.letters.count > 1 && word.elementsEqual($0.letters) }
  }
}
