extension TerritoryIndex {
  /// Finds every place of a text that names a territory, longest names first, none overlapping, in the
  /// order of the text.
  ///
  /// Words are whole words in scripts that part them; in Chinese, Thai and the like any place will do.
  public func mentions(in text: String) -> [TerritoryMention] {
    let tokens = TextFolding.tokens(of: text)
    var spans: [(range: Range<Int>, finding: TerritoryFinding?)] = []
    for start in tokens.indices where tokens[start].startsWord {
      let longest = longestName(beginningWith: tokens[start].text)
      for end in (start..<min(start + longest, tokens.count)).reversed().map({ $0 + 1 }) {
        let key = tokens[start..<end].map(\.text).joined(separator: " ")
        guard hasName(key: key) else { continue }
        let matched = String(
          text[tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound])
        let found = finding(key: key, matched: matched)
        if let found, !isCredible(found, start..<end, tokens, text) { continue }
        spans.append((start..<end, found))
      }
      if let found = code(at: start, tokens, text) { spans.append((start..<(start + 1), found)) }
    }
    // Longest first, then leftmost; what overlaps a chosen one goes. A phrase that means something
    // else takes its words away.
    spans.sort {
      ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound)
    }
    var taken = [Bool](repeating: false, count: tokens.count)
    var mentions: [TerritoryMention] = []
    for span in spans where !taken[span.range].contains(true) {
      for index in span.range { taken[index] = true }
      guard let finding = span.finding else { continue }
      let from = tokens[span.range.lowerBound].range.lowerBound
      let to = tokens[span.range.upperBound - 1].range.upperBound
      mentions.append(
        TerritoryMention(
          finding: finding, range: from..<to, isWholePart: isWhole(span.range, tokens, text)))
    }
    return mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: What may count

  private func isCredible(
    _ finding: TerritoryFinding, _ range: Range<Int>, _ tokens: [TextFolding.Token], _ text: String
  ) -> Bool {
    guard let name = finding.name else { return true }
    if TerritoryIndex.isAcronym(name.text), finding.matchedText.contains(where: \.isLowercase) {
      return false
    }
    if tokens[range.lowerBound].isUnsegmented { return range.count > 1 }
    if TerritoryIndex.isStreet(range, tokens, text) { return false }
    // A short word of another language, or a town of a common name, has to stand alone.
    let isForeign = name.kind == .name && !name.languages.contains { $0 == "en" || $0 == "fr" }
    let isShort = finding.matchedText.count <= 4
    if (isForeign && isShort) || finding.means == .place && finding.territory.kind != .region {
      return isWhole(range, tokens, text)
    }
    return true
  }

  /// Two capitals at the end of a part, or in front of a postal code.
  private func code(
    at index: Int, _ tokens: [TextFolding.Token], _ text: String
  ) -> TerritoryFinding? {
    let written = text[tokens[index].range]
    guard written.utf8.count == 2 || written.utf8.count == 3,
      written.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    let next = index + 1 < tokens.count ? text[tokens[index + 1].range] : ""
    let isBeforeNumber = !next.isEmpty && next.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let beginsPart = index == 0 || isParted(tokens[index - 1], tokens[index], text)
    let endsPart = index + 1 == tokens.count || isParted(tokens[index], tokens[index + 1], text)
    let state = subdivisionCodes[String(written)].flatMap { self[$0] }
    let country = territory(code: String(written))
    // "DE 19801" ends a United States address; "DE-10115 Berlin" begins a German part of one.
    let isHyphened =
      isBeforeNumber
      && text[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound] == "-"
    if let state, isBeforeNumber, !isHyphened, next.count == 5 {
      return TerritoryFinding(territory: state, means: .place, matchedText: String(written))
    }
    guard let country else {
      guard let state, beginsPart, endsPart else { return nil }
      return TerritoryFinding(territory: state, means: .place, matchedText: String(written))
    }
    guard isHyphened || (beginsPart && endsPart && index > 0) else { return nil }
    return TerritoryFinding(
      territory: country, means: .code, matchedText: String(written),
      alternatives: isHyphened ? [] : [state].compactMap(\.self))
  }

  // MARK: Parts of a text

  private func isWhole(
    _ range: Range<Int>, _ tokens: [TextFolding.Token], _ text: String
  ) -> Bool {
    let before = range.lowerBound - 1
    let after = range.upperBound
    return
      (before < 0 || TerritoryIndex.hasDigit(tokens[before].text)
      || isParted(tokens[before], tokens[range.lowerBound], text))
      && (after >= tokens.count || TerritoryIndex.hasDigit(tokens[after].text)
        || isParted(tokens[range.upperBound - 1], tokens[after], text))
  }

  private func isParted(
    _ first: TextFolding.Token, _ second: TextFolding.Token, _ text: String
  ) -> Bool {
    text[first.range.upperBound..<second.range.lowerBound].contains {
      TerritoryIndex.separators.contains($0)
    }
  }

  private static let separators: Set<Character> = [
    ",", ";", "\n", "\r\n", "(", ")", "/", "|", "،", "؛", "、", "，", "；", "（", "）", "–", "—", "[",
    "]",
    ":",
  ]

  private static func hasDigit(_ text: String) -> Bool { text.contains(where: \.isASCIIDigit) }

  /// Whether a name is letters without lower case, five at the most: UAE, ДНР, R.O.C.
  static func isAcronym(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count <= 5 && letters.allSatisfy { $0.isUppercase }
      && letters.contains { $0.isCased }
  }

  private static func isStreet(
    _ range: Range<Int>, _ tokens: [TextFolding.Token], _ text: String
  ) -> Bool {
    func isSamePart(_ first: Int, _ second: Int) -> Bool {
      !text[tokens[first].range.upperBound..<tokens[second].range.lowerBound]
        .contains { separators.contains($0) }
    }
    let after = range.upperBound
    if after < tokens.count, isSamePart(after - 1, after),
      streetsAfter.contains(tokens[after].text)
    {
      return true
    }
    var before = range.lowerBound - 1
    while before >= 0, isSamePart(before, before + 1), links.contains(tokens[before].text) {
      before -= 1
    }
    return before >= 0 && isSamePart(before, before + 1)
      && streetsBefore.contains(tokens[before].text)
  }

  private static let streetsAfter: Set<String> = [
    "street", "st", "str", "road", "rd", "avenue", "ave", "boulevard", "blvd", "lane", "square",
    "sq", "drive", "terrace", "court", "crescent", "highway", "strasse", "platz", "weg", "allee",
    "utca", "ulice", "sokak", "sokagi", "caddesi", "cad", "hotel", "tower", "building", "house",
    "улица", "ул", "проспект", "площадь", "шоссе",
  ]
  private static let streetsBefore: Set<String> = [
    "rue", "avenue", "av", "boulevard", "bd", "place", "quai", "via", "viale", "calle", "avenida",
    "plaza", "piazza", "rua", "praca", "ul", "ulitsa", "ulica", "prospekt", "strada", "jalan",
    "jl", "улица", "ул", "проспект", "просп", "площадь", "пл", "вулиця", "вул", "خیابان", "شارع",
  ]
  private static let links: Set<String> = [
    "de", "du", "des", "d", "la", "le", "les", "l", "di", "del", "della", "do", "da",
  ]
}
