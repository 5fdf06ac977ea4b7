/// Reads scripts whose consonants carry a vowel: the Indic ones, and Thai, whose vowels may stand
/// before the consonant they follow in speech.
enum Abugida {
  static func append(
    _ word: ArraySlice<UInt32>, _ script: Script, _ method: Romanisation,
    _ letters: LetterReadings, to text: inout [UInt8]
  ) {
    if script == .thai {
      thai(word, method, letters, to: &text)
    } else {
      indic(word, method, letters, to: &text)
    }
  }

  /// The Indic blocks lie in one order, 128 places apart; all are read by the table of Devanagari.
  private static func indic(
    _ word: ArraySlice<UInt32>, _ method: Romanisation, _ letters: LetterReadings,
    to text: inout [UInt8]
  ) {
    for index in word.indices {
      let scalar = aligned(word[index])
      let place = scalar & 0x7F
      // Nukta and virama have no sound; a virama only takes the vowel away.
      if place == 0x3C || place == 0x4D { continue }
      letters.append([scalar], 0..<1, method, to: &text)
      guard isConsonant(place) else { continue }
      var next = index + 1
      if next < word.endIndex, aligned(word[next]) & 0x7F == 0x3C { next += 1 }
      // The vowel falls silent at the end of a word, but not after two consonants: Narendra.
      guard next < word.endIndex else {
        if index > word.startIndex, aligned(word[index - 1]) & 0x7F == 0x4D { text.append(0x61) }
        continue
      }
      let following = aligned(word[next]) & 0x7F
      if !(0x3E...0x4D).contains(following) { text.append(0x61) }
    }
  }

  private static func aligned(_ scalar: UInt32) -> UInt32 {
    (0x0900...0x0D7F).contains(scalar) ? 0x0900 | (scalar & 0x7F) : scalar
  }

  private static func isConsonant(_ place: UInt32) -> Bool {
    (0x15...0x39).contains(place) || (0x58...0x5F).contains(place)
  }

  private static func thai(
    _ word: ArraySlice<UInt32>, _ method: Romanisation, _ letters: LetterReadings,
    to text: inout [UInt8]
  ) {
    var ordered: [UInt32] = []
    ordered.reserveCapacity(word.count)
    var index = word.startIndex
    while index < word.endIndex {
      let scalar = word[index]
      if (0x0E40...0x0E44).contains(scalar), index + 1 < word.endIndex {
        ordered.append(word[index + 1])
        ordered.append(scalar)
        index += 2
      } else if scalar == 0x0E4C {
        // The sign of silence takes a consonant away, with the vowel over it.
        if let last = ordered.last, !isThaiConsonant(last) { ordered.removeLast() }
        if ordered.last.map(isThaiConsonant) == true { ordered.removeLast() }
        index += 1
      } else {
        // Tone marks have no letter.
        if !(0x0E47...0x0E4E).contains(scalar) { ordered.append(scalar) }
        index += 1
      }
    }
    let voiced = withVowels(ordered)
    letters.append(voiced, voiced.indices, method, to: &text)
  }

  private static func isThaiConsonant(_ scalar: UInt32) -> Bool {
    (0x0E01...0x0E2E).contains(scalar)
  }

  /// Writes the `o` between two consonants that make a syllable by themselves: สมชาย, Somchai.
  private static func withVowels(_ letters: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var isOpen = true
    for (index, letter) in letters.enumerated() {
      result.append(letter)
      guard isThaiConsonant(letter), letter != 0x0E2D else {
        isOpen = false
        continue
      }
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      let afterNext = index + 2 < letters.count ? letters[index + 2] : 0
      let closes = isThaiConsonant(next) && (afterNext == 0 || isThaiConsonant(afterNext))
      if isOpen, closes, next != 0x0E23, next != 0x0E25 || afterNext == 0 {
        result.append(0x0E42)
        isOpen = false
      } else if isOpen {
        isOpen = !isThaiConsonant(next)
      } else {
        isOpen = isThaiConsonant(next) || next == 0
      }
    }
    return result
  }
}
