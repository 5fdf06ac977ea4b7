extension EastAsianReader {
  /// Cuts known words and numbers out of a run; the pieces between are names.
  func segment(
    _ run: Run, _ method: Romanisation, _ letters: LetterReadings, to buffer: inout TokenBuffer
  ) {
    // The 第 of 第14研究所, whose figures are a word of their own.
    if run.raw.count == 1, run.raw[0] == 0x7B2C { return }
    var index = 0
    var pending = 0
    while index < run.raw.count {
      if let (end, value) = number(run, at: index) {
        emitName(run, pending..<index, method, letters, to: &buffer)
        let start = buffer.text.count
        buffer.text.append(contentsOf: String(value).utf8)
        buffer.closeToken(
          from: start, source: run.source(index..<end), role: .numeral, group: value,
          isSettled: true)
        index = end
        pending = end
        continue
      }
      let tagged = meaning(run, at: index, minimum: 1)
      let company = word(run, at: index, in: companyWords)
      if let company, company.end > (tagged?.end ?? 0) || tagged?.tag.role == .generic,
        company.end >= (tagged?.end ?? 0)
      {
        emitName(run, pending..<index, method, letters, to: &buffer)
        emit(english: company.number, source: run.source(index..<company.end), to: &buffer)
        index = company.end
        pending = index
      } else if let (end, tag) = tagged {
        emitName(run, pending..<index, method, letters, to: &buffer)
        let start = buffer.text.count
        if let head = heads[tag.group] {
          buffer.text.append(contentsOf: head)
        } else {
          read(run, index..<end, method, letters, to: &buffer.text)
        }
        buffer.closeToken(
          from: start, source: run.source(index..<end), role: tag.role, group: tag.group,
          isSettled: true)
        index = end
        pending = end
      } else {
        index += 1
      }
    }
    emitName(run, pending..<run.raw.count, method, letters, to: &buffer)
  }

  /// The longest word of a glossary at a place. A single character counts where it stands for a word
  /// by itself, and at the end of the run: 局, 部.
  private func word(
    _ run: Run, at index: Int, in glossary: ByteTable
  ) -> (end: Int, number: Int)? {
    var length = min(Self.longestWord, run.raw.count - index)
    while length > 0 {
      if length == 1, !Self.standsAlone(run.folded[index]), index + 1 < run.raw.count || index == 0
      {
        return nil
      }
      let key = self.key(Array(run.folded[index..<(index + length)]))
      if let number = glossary.value(of: key, key.indices) {
        return (index + length, Int(number))
      }
      length -= 1
    }
    return nil
  }

  private func emit(english number: Int, source: Range<Int>, to buffer: inout TokenBuffer) {
    for word in english[number] {
      let start = buffer.text.count
      buffer.text.append(contentsOf: englishWords[Int(word)])
      buffer.closeToken(from: start, source: source)
    }
  }

  /// What is left between known words. The translated reading gives it in English where glossaries
  /// have all of it, else as a foreign name where it is written with the characters for such.
  private func emitName(
    _ run: Run, _ range: Range<Int>, _ method: Romanisation, _ letters: LetterReadings,
    to buffer: inout TokenBuffer
  ) {
    guard method == .translated, !range.isEmpty else {
      return emit(run, range, method, letters, to: &buffer)
    }
    if let numbers = translation(run, range) {
      for (number, place) in numbers {
        emit(english: number, source: run.source(place), to: &buffer)
      }
    } else if range.count >= 3, let text = transcription(run, range) {
      let start = buffer.text.count
      buffer.text.append(contentsOf: text)
      buffer.closeToken(from: start, source: run.source(range))
    } else {
      emit(run, range, method, letters, to: &buffer)
    }
  }

  /// The words that make up all of a piece, the longest first.
  private func translation(_ run: Run, _ range: Range<Int>) -> [(Int, Range<Int>)]? {
    guard range.count <= Self.longestWord else { return nil }
    var found: [(Int, Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var length = min(8, range.upperBound - index)
      while length > 0 {
        let key = self.key(Array(run.folded[index..<(index + length)]))
        if let number = nameWords.value(of: key, key.indices) {
          found.append((Int(number), index..<(index + length)))
          break
        }
        length -= 1
      }
      if length == 0 { return nil }
      index += length
    }
    return found.isEmpty ? nil : found
  }

  /// A piece read by the characters that write foreign names; nil where one of them is none.
  func transcription(_ run: Run, _ range: Range<Int>) -> [UInt8]? {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var length = min(6, range.upperBound - index)
      while length > 0 {
        let key = self.key(Array(run.folded[index..<(index + length)]))
        if let number = transcriptions.value(of: key, key.indices) {
          text.append(contentsOf: transcriptionReadings[Int(number)])
          break
        }
        length -= 1
      }
      if length == 0 { return nil }
      index += length
    }
    return text
  }

  /// Whether a run of characters can be a foreign name by its length and its characters.
  func isForeign(_ scalars: [UInt32], _ range: Range<Int>, hasOthers: Bool) -> Bool {
    guard range.count >= (hasOthers ? 2 : 5) else { return false }
    return range.allSatisfy { index in
      let key = self.key([scalars[index]])
      return transcriptions.value(of: key, key.indices) != nil
    }
  }

  /// A foreign person's name: cut after the endings of Russian family names where it is one run.
  func foreign(_ run: Run, _ letters: LetterReadings, to buffer: inout TokenBuffer) {
    var first = 0
    for index in run.raw.indices {
      let isEnd = index + 1 == run.raw.count
      let ends = Self.endsFamilyName(run.folded[index]) && index - first >= 2
      guard isEnd || ends && run.raw.count - index > 2 else { continue }
      let range = first..<(index + 1)
      let start = buffer.text.count
      if let text = transcription(run, range) {
        buffer.text.append(contentsOf: text)
      } else {
        read(run, range, .pinyin, letters, to: &buffer.text)
      }
      buffer.closeToken(from: start, source: run.source(range))
      first = index + 1
    }
  }

  /// 夫 (-v) and 娃 (-va).
  private static func endsFamilyName(_ scalar: UInt32) -> Bool {
    scalar == 0x592B || scalar == 0x5A03
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
    // 市 县 省 区 厂 厰 和 及 与 ㈱ ㈜
    case 0x5E02, 0x53BF, 0x7701, 0x533A, 0x5382, 0x53B0, 0x548C, 0x53CA, 0x4E0E, 0x3231, 0x321C:
      true
    default: false
    }
  }

  /// A number in characters: after 第, with a ten or a hundred in it, of three figures and more, or
  /// before the 所, 厂, 院, 局, 部, 号 that it numbers. 三一 by itself is a name.
  private func number(_ run: Run, at index: Int) -> (end: Int, value: UInt32)? {
    var place = index
    let ordinal = run.folded[place] == 0x7B2C
    if ordinal { place += 1 }
    let first = place
    var value: UInt32 = 0
    var digits: UInt32 = 0
    var hasTens = false
    while place < run.folded.count, place - first < 9 {
      let scalar = run.folded[place]
      if let digit = Self.figures.firstIndex(of: scalar) {
        digits = digits &* 10 &+ UInt32(digit)
      } else if scalar == 0x5341 || scalar == 0x767E {
        value = value &+ max(1, digits) &* (scalar == 0x5341 ? 10 : 100)
        digits = 0
        hasTens = true
      } else {
        break
      }
      place += 1
    }
    guard place > first else { return nil }
    let next = place < run.folded.count ? run.folded[place] : 0
    let isCounted = hasTens || place - first > 2 || Self.isNumbered(next)
    guard ordinal || place - first > 1 && isCounted else { return nil }
    return (place, value &+ digits)
  }

  private static func isNumbered(_ scalar: UInt32) -> Bool {
    switch scalar {
    // 所 厂 院 局 部 号
    case 0x6240, 0x5382, 0x9662, 0x5C40, 0x90E8, 0x53F7: true
    default: false
    }
  }

  /// 〇 一 二 三 四 五 六 七 八 九
  private static let figures: [UInt32] = [
    0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
  ]
}
