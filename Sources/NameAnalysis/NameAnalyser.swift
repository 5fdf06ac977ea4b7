public import TradeModel

/// Takes names apart: reads their script, cuts them into parts and says what each part does.
///
/// The same name, kind and model give the same analysis. No name is an error: what no table knows is
/// a word, and what cannot be read is written down by the numbers of its characters.
public struct NameAnalyser: Sendable {
  /// The tables it reads with.
  public let model: NameModel

  public init(model: NameModel) { self.model = model }

  /// Returns every reading of `name`, the principal one first.
  ///
  /// Equal readings are given once. Names of more than 96 words or 4,096 letters are read up to there.
  /// - Complexity: O(*n*) in the length of the name, bounded by the limits above.
  public func analyse(_ name: String, kind: PartyKind) -> AnalysedName {
    let tables = model.tables
    let scan = tables.romaniser.scan(name, kind: kind)
    var readings: [NameReading] = []
    var buffer = TokenBuffer()
    buffer.text.reserveCapacity(scan.scalars.count * 2 + 8)
    buffer.tokens.reserveCapacity(scan.words.count + 4)
    for method in tables.romaniser.methods(for: scan, kind: kind) {
      buffer.clear()
      tables.romaniser.tokens(of: scan, method, kind: kind, into: &buffer)
      add(PartRoles(tables: tables, kind: kind).parts(of: &buffer), method, to: &readings)
    }
    if let first = readings.first {
      addFurther(first, kind, to: &readings)
      if first.method == .latin { addMeant(scan, kind, &buffer, to: &readings) }
    }
    return AnalysedName(verbatim: name, kind: kind, readings: readings)
  }

  /// The name with the words that figures and letters were misread in, where there are such.
  private func addMeant(
    _ scan: NameScan, _ kind: PartyKind, _ buffer: inout TokenBuffer,
    to readings: inout [NameReading]
  ) {
    let tables = model.tables
    var meant: [Int: [UInt8]] = [:]
    for (number, word) in scan.words.enumerated() where word.hasLetter {
      buffer.clear()
      tables.romaniser.letters.append(scan.scalars, word.range, .latin, to: &buffer.text)
      if let text = tables.meant(by: buffer.text[...], kind: kind) { meant[number] = text }
    }
    guard !meant.isEmpty else { return }
    buffer.clear()
    tables.romaniser.tokens(of: scan, .latin, kind: kind, meant: meant, into: &buffer)
    add(PartRoles(tables: tables, kind: kind).parts(of: &buffer), .misread, to: &readings)
  }

  /// What a reading gives rise to: the same in English, or by the rules of another language.
  private func addFurther(
    _ first: NameReading, _ kind: PartyKind, to readings: inout [NameReading]
  ) {
    let tables = model.tables
    if first.method == .latin {
      if kind == .organisation || kind == .unknown,
        let english = translated(first.parts, isLatin: true)
      {
        add(english, .translated, to: &readings)
      }
      guard kind == .person || kind == .unknown else { return }
      if kind == .person, let cut = koreanSyllables(first.parts) {
        add(cut, .latin, to: &readings)
        return
      }
      let rewritten = tables.latinLanguages.rewritten(first.parts) { text in
        tables.nameGroup(text, text.indices)
      }
      if let rewritten { add(rewritten.parts, rewritten.method, to: &readings) }
    } else if kind != .person, !first.method.isEastAsian,
      let english = translated(first.parts, isLatin: false)
    {
      add(english, .translated, to: &readings)
    }
  }

  /// A Korean name with its given name in one word, cut into syllables: `Jon Myongguk`.
  ///
  /// Nil unless all of the name are such syllables and a word holds two of them.
  private func koreanSyllables(_ parts: [NamePart]) -> [NamePart]? {
    guard (2...3).contains(parts.count) else { return nil }
    let sounds = model.tables.sounds
    var result: [NamePart] = []
    for part in parts {
      if sounds.isKoreanSyllable(part.text) {
        result.append(part)
        continue
      }
      guard let cut = sounds.koreanCut(part.text) else { return nil }
      // Both halves keep the whole word's place where letters are not bytes.
      let isPlain = part.source.count == part.text.count
      let middle = part.source.lowerBound + cut
      for (range, source) in [
        (0..<cut, part.source.lowerBound..<middle),
        (cut..<part.text.count, middle..<part.source.upperBound),
      ] {
        let text = Array(part.text[range])
        result.append(
          NamePart(
            text: text, role: part.role, group: model.tables.nameGroup(text, text.indices),
            source: isPlain ? source : part.source))
      }
    }
    return result.count > parts.count ? result : nil
  }

  private func add(
    _ parts: [NamePart], _ method: Romanisation, to readings: inout [NameReading]
  ) {
    guard !parts.isEmpty, !readings.contains(where: { Self.same($0.parts, parts) }) else { return }
    readings.append(NameReading(parts: parts, method: method))
  }

  /// The parts with the words in English that stand for their meanings, abbreviations written out; nil
  /// where nothing changes. A Latin word that begins as the English one does is near enough as it is.
  private func translated(_ parts: [NamePart], isLatin: Bool) -> [NamePart]? {
    let tables = model.tables
    var result: [NamePart] = []
    result.reserveCapacity(parts.count + 2)
    var isChanged = false
    for part in parts {
      // A word that tells a name of common words from others has the group of its meaning too.
      guard part.role == .generic || part.role == .place || part.role == .word, part.group != 0
      else {
        result.append(part)
        continue
      }
      if let words = tables.expansions[part.group] {
        isChanged = true
        for (text, tag) in words {
          result.append(
            NamePart(
              text: text, role: tag?.role ?? .word, group: tag?.group ?? 0, source: part.source))
        }
      } else if let head = tables.heads[part.group],
        !(isLatin && part.text.prefix(3).elementsEqual(head.prefix(3)))
      {
        isChanged = isChanged || !part.text.elementsEqual(head)
        result.append(
          NamePart(
            text: Array(head.prefix(TokenBuffer.longestPart)), role: part.role, group: part.group,
            source: part.source))
      } else {
        result.append(part)
      }
    }
    return isChanged ? result : nil
  }

  private static func same(_ left: [NamePart], _ right: [NamePart]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.text == $1.text }
  }
}
