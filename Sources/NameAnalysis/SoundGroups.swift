/// Groups of persons' names by how they are spoken, for names that stand in no table of spellings.
///
/// Two writings whose letters fold to the same sounds are spellings of one name: `Noruzi`,
/// `Noroozi`, `Nourouzi`. A writing that sounds like a spelling of the tables joins that group.
/// Syllables of Chinese and Korean names are a group each instead: they are too short and too close
/// to one another to be folded.
struct SoundGroups: Sendable {
  private var folding = LetterRules()
  private var syllables = ByteTable(minimumCapacity: 2048)
  private var koreanSyllables = ByteTable(minimumCapacity: 1024)
  private var pinyinSyllables = ByteTable(minimumCapacity: 1024)
  /// Folded spellings of the tables; 0 where two groups sound alike.
  private var known = ByteTable(minimumCapacity: 4096)

  /// Shorter words have too few sounds to tell names apart.
  private static let shortest = 4

  init(folding: TableFile, syllables: TableFile) throws(NameModelError) {
    let letters = try folding.index(of: "letters")
    let sound = try folding.index(of: "sound")
    for row in folding.rows {
      let reading = folding.cell(row, sound)
      let isAdded = self.folding.add(
        Array(try folding.required(row, letters).utf8),
        reading: reading.elementsEqual("-".utf8) ? [] : Array(reading))
      guard isAdded else {
        throw NameModelError(
          .unknownWord(column: "letters", found: folding.text(row, letters)), file: folding.name,
          line: row.line)
      }
    }
    let column = try syllables.index(of: "syllables")
    let system = try syllables.index(of: "system")
    for row in syllables.rows {
      let isKorean = syllables.text(row, system) == "korean"
      let isPinyin = syllables.text(row, system) == "pinyin"
      for syllable in try syllables.required(row, column).split(separator: " ") {
        self.syllables.set(Array(syllable.utf8), 1)
        if isKorean { koreanSyllables.set(Array(syllable.utf8), 1) }
        if isPinyin { pinyinSyllables.set(Array(syllable.utf8), 1) }
      }
    }
  }

  /// Takes a spelling of the tables.
  mutating func add(_ text: [UInt8], _ group: UInt32) {
    guard text.count >= Self.shortest, !GroupNumber.isSyllable(group) else { return }
    var folded: [UInt8] = []
    folding.append(text, text.indices, isCollapsing: true, to: &folded)
    let old = known.value(of: folded, folded.indices)
    known.set(folded, old == nil || old == group ? group : 0)
  }

  /// Gives back the room for more spellings.
  mutating func close() {
    syllables.close()
    koreanSyllables.close()
    pinyinSyllables.close()
    known.close()
  }

  /// The group of the bytes `range` of `text`; nil for what is no word of letters or too short.
  func group(of text: [UInt8], _ range: Range<Int>) -> UInt32? {
    if syllables.value(of: text, range) != nil || isPinyin(text, range) {
      return GroupNumber.syllable(text[range])
    }
    guard range.count >= Self.shortest, text[range].allSatisfy({ $0 &- 0x61 < 26 }),
      !Self.hasVelarNasal(text[range])
    else { return nil }
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count + 4)
    folding.append(text, range, isCollapsing: true, to: &folded)
    guard folded.count >= Self.shortest - 1 else { return nil }
    if let group = known.value(of: folded, folded.indices), group != 0 { return group }
    return GroupNumber.sound(folded)
  }

  /// Whether a word is made of two or three Chinese syllables and looks it: `ng`, x, q, zh, uo or ui
  /// is in it, which `Zamani` and `Hamidi` lack.
  private func isPinyin(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard (5...16).contains(range.count) else { return false }
    var looksChinese = false
    for index in range {
      let next = index + 1 < range.upperBound ? text[index + 1] : 0
      switch (text[index], next) {
      case (0x78, _), (0x71, _), (0x6E, 0x67), (0x7A, 0x68), (0x75, 0x6F), (0x75, 0x69):
        looksChinese = true
      default: break
      }
    }
    return looksChinese && comesApart(text, range, most: 3)
  }

  private func comesApart(_ text: [UInt8], _ range: Range<Int>, most: Int) -> Bool {
    guard most > 0 else { return false }
    for length in stride(from: min(6, range.count), through: 2, by: -1) {
      let end = range.lowerBound + length
      guard pinyinSyllables.value(of: text, range.lowerBound..<end) != nil else { continue }
      if end == range.upperBound || comesApart(text, end..<range.upperBound, most: most - 1) {
        return true
      }
    }
    return false
  }

  /// Where a word comes apart into two syllables of Korean names, the first as long as can be; nil
  /// where it is a syllable itself or does not come apart.
  func koreanCut(_ text: [UInt8]) -> Int? {
    guard (4...12).contains(text.count), syllables.value(of: text, text.indices) == nil else {
      return nil
    }
    for cut in stride(from: min(7, text.count - 2), through: 2, by: -1)
    where koreanSyllables.value(of: text, 0..<cut) != nil
      && koreanSyllables.value(of: text, cut..<text.count) != nil
    {
      return cut
    }
    return nil
  }

  /// Whether a word is a syllable of Korean names.
  func isKoreanSyllable(_ text: [UInt8]) -> Bool {
    koreanSyllables.value(of: text, text.indices) != nil
  }

  /// Whether `ng` stands in the word: most such names are of several Chinese or Korean syllables, in
  /// which e and i, o and u make other names.
  private static func hasVelarNasal(_ text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices.dropFirst() where text[index] == 0x67 && text[index - 1] == 0x6E {
      return true
    }
    return false
  }
}
