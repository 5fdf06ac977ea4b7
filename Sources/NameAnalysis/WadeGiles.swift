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
