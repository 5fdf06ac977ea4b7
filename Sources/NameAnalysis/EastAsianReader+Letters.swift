extension EastAsianReader {
  func read(
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
    text.append(contentsOf: jamo[0][initial * 2 + (voices ? 0 : column)])
    text.append(contentsOf: jamo[1][number % 588 / 28 * 2 + column])
    text.append(contentsOf: jamo[2][number % 28 * 2 + column])
  }

  static func isHangul(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3).contains(scalar) }
}
