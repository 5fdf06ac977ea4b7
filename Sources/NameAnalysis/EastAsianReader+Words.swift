extension EastAsianReader {
  /// Cuts known words and numbers out of a run; the pieces between are names.
  func segment(
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

  func emit(
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
  func meaning(_ run: Run, at index: Int, minimum: Int) -> (end: Int, tag: Tag)? {
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
}
