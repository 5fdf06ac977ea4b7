import TradeModel

/// Gives the tokens of a reading their roles: forms, titles, numbers, then what persons' names show.
struct PartRoles {
  let tables: NameTables
  let kind: PartyKind

  /// More neighbours than any phrase of the tables has words.
  private static let longestPhrase = 8

  func parts(of buffer: inout TokenBuffer) -> [NamePart] {
    var tokens = mark(&buffer)
    if kind == .organisation || kind == .unknown {
      FormRuns.join(&tokens, buffer, tables.formWords)
      if !tokens.contains(where: { $0.role.isDistinctive }) { promote(&tokens) }
    }
    if kind == .person || kind == .unknown { PersonRoles.assign(to: &tokens, buffer, tables, kind) }
    var parts: [NamePart] = []
    parts.reserveCapacity(tokens.count)
    for token in tokens {
      var token = token
      if token.group == 0 {
        switch token.role {
        case .word, .given, .family, .patronymic:
          token.group = tables.nameGroup(buffer.text, token.text)
        default: break
        }
      }
      parts.append(buffer.part(token))
    }
    return parts
  }

  /// Puts words together that mean one thing and gives every token its role.
  private func mark(_ buffer: inout TokenBuffer) -> [TokenBuffer.Token] {
    let table = tables.tags(for: kind)
    if kind == .organisation || kind == .unknown { repair(&buffer) }
    var marked: [TokenBuffer.Token] = []
    marked.reserveCapacity(buffer.tokens.count)
    var index = 0
    let count = buffer.tokens.count
    while index < count {
      let token = buffer.tokens[index]
      if token.isSettled {
        marked.append(token)
        index += 1
        continue
      }
      if let (end, tag) = longestTag(buffer, from: index, table) {
        var found = join(buffer, index..<end, tag)
        // A name made of one common word alone is a name, not a remark on it.
        if index == 0, end == count, tag.role != .numeral { found.role = .word }
        marked.append(found)
        index = end
        continue
      }
      if let (end, number) = numeral(buffer, at: index) {
        marked.append(number)
        index = end
        continue
      }
      if let theophoric = Theophoric.token(buffer: &buffer, at: index, tables, kind) {
        marked.append(theophoric.token)
        index = theophoric.end
        continue
      }
      if let tag = commonWord(buffer, token, table) {
        var found = token
        found.role = count == 1 ? .word : tag.role
        found.group = tag.group
        marked.append(found)
        index += 1
        continue
      }
      let isFirst = marked.allSatisfy { $0.role == .legalForm }
      if let pieces = glued(buffer, token, table, isFirst: isFirst, isLast: index + 1 == count) {
        marked.append(contentsOf: pieces)
        index += 1
        continue
      }
      var plain = token
      if token.text.count == 1, kind == .person || kind == .unknown { plain.role = .initial }
      marked.append(plain)
      index += 1
    }
    return marked
  }

  /// The tag over the most tokens from `start` on, joined as if there were no blanks between them.
  private func longestTag(
    _ buffer: TokenBuffer, from start: Int, _ table: TagTable
  ) -> (end: Int, tag: Tag)? {
    var best: (end: Int, tag: Tag)?
    var hash = ByteTable.seed
    let low = buffer.tokens[start].text.lowerBound
    var singleLetters = true
    let last = min(buffer.tokens.count, start + Self.longestPhrase)
    for end in start..<last {
      let token = buffer.tokens[end]
      if token.isSettled { break }
      let range = low..<token.text.upperBound
      if range.count > table.longestKey { break }
      if token.text.count > 1 { singleLetters = false }
      for place in token.text { hash = ByteTable.mixed(hash, buffer.text[place]) }
      guard let tag = table.tag(buffer.text, range, hash: hash),
        tag.allows(start..<(end + 1), of: buffer.tokens.count),
        tag.place != .beforeNumber || TokenBuffer.isDigit(buffer.text[token.text.upperBound]),
        end == start || tag.isPhrase || singleLetters || range.count >= 6
      else { continue }
      best = (end + 1, tag)
    }
    return best
  }

  /// A form of a word whose stem the tables hold, or a word without its vowels.
  private func commonWord(
    _ buffer: TokenBuffer, _ token: TokenBuffer.Token, _ table: TagTable
  ) -> Tag? {
    guard kind == .organisation || kind == .unknown else { return nil }
    if let tag = table.inflected(buffer.text, token.text, tables.wordEndings) { return tag }
    return kind == .organisation ? tables.shortened.tag(buffer.text, token.text) : nil
  }

  /// Where every word of a name is common, the rarer ones are what tells it from others: they become
  /// words, whose difference is another party's, and keep their groups.
  private func promote(_ tokens: inout [TokenBuffer.Token]) {
    var best: (weight: Int, index: Int)?
    for index in tokens.indices where tokens[index].role == .generic {
      let weight = tables.rarity(ofMeaning: tokens[index].group, kind: kind)
      if weight >= Self.tellingRarity { tokens[index].role = .word }
      if best.map({ weight > $0.weight }) ?? true { best = (weight, index) }
    }
    if let best, best.weight < Self.tellingRarity { tokens[best.index].role = .word }
  }

  /// Tenths of a bit: one name in 64 has the word, or fewer.
  private static let tellingRarity = 60

  /// Puts letters back that were read as digits, where that gives a word of a form or a common word:
  /// `C0MPANY`, `L1MITED`.
  private func repair(_ buffer: inout TokenBuffer) {
    for token in buffer.tokens where !token.isSettled && token.text.count >= 4 {
      var digits = 0
      for place in token.text where TokenBuffer.isDigit(buffer.text[place]) { digits += 1 }
      guard digits > 0, digits * 2 < token.text.count else { continue }
      for one in [UInt8(0x69), 0x6C] {
        let text = buffer.text[token.text].map { byte -> UInt8 in
          switch byte {
          case 0x30: 0x6F
          case 0x31: one
          case 0x35: 0x73
          case 0x38: 0x62
          default: byte
          }
        }
        if tables.commonWords.value(of: text, text.indices) != nil {
          buffer.text.replaceSubrange(token.text, with: text)
          break
        }
      }
    }
  }

  private func join(
    _ buffer: TokenBuffer, _ range: Range<Int>, _ tag: Tag
  ) -> TokenBuffer.Token {
    var token = buffer.tokens[range.lowerBound]
    let last = buffer.tokens[range.upperBound - 1]
    let high = min(last.text.upperBound, token.text.lowerBound + TokenBuffer.longestPart)
    token.text = token.text.lowerBound..<high
    token.source = token.source.lowerBound..<last.source.upperBound
    token.hyphenAfter = last.hyphenAfter
    token.role = tag.role
    token.group = tag.group
    return token
  }

  /// A number in figures, with an ordinal's ending glued or hyphenated to it: `4`, `4th`, `25-й`.
  private func numeral(
    _ buffer: TokenBuffer, at index: Int
  ) -> (end: Int, token: TokenBuffer.Token)? {
    var token = buffer.tokens[index]
    var digits = token.text.lowerBound
    while digits < token.text.upperBound, TokenBuffer.isDigit(buffer.text[digits]) { digits += 1 }
    guard digits > token.text.lowerBound else { return nil }
    if digits < token.text.upperBound {
      guard Self.isOrdinalEnding(buffer.text[digits..<token.text.upperBound]) else { return nil }
    }
    token.group = GroupNumber.numeral(buffer.text[token.text.lowerBound..<digits])
    token.role = .numeral
    token.text = token.text.lowerBound..<digits
    if index + 1 < buffer.tokens.count {
      let next = buffer.tokens[index + 1]
      if next.hyphenBefore, Self.isOrdinalEnding(buffer.text[next.text]) {
        token.source = token.source.lowerBound..<next.source.upperBound
        return (index + 2, token)
      }
    }
    return (index + 1, token)
  }

  private static func isOrdinalEnding(_ text: ArraySlice<UInt8>) -> Bool {
    let endings: [StaticString] = [
      "st", "nd", "rd", "th", "y", "i", "ii", "j", "iy", "oy", "oi", "ya", "ia", "a", "aya", "aia",
      "go", "ogo", "e", "er", "eme", "ye", "oe", "m", "om", "ym",
    ]
    return endings.contains { ending in
      ending.utf8CodeUnitCount == text.count
        && ending.withUTF8Buffer { $0.elementsEqual(text) }
    }
  }

  /// A legal form that grew together with the name: `OOODILMAS`, `NOVATRADELLC`.
  private func glued(
    _ buffer: TokenBuffer, _ token: TokenBuffer.Token, _ table: TagTable, isFirst: Bool,
    isLast: Bool
  ) -> [TokenBuffer.Token]? {
    guard kind == .organisation || kind == .unknown, token.text.count >= 7 else { return nil }
    let text = buffer.text
    let range = token.text
    if isFirst {
      let forms: [StaticString] = [
        "limitedliabilitycompany", "company", "ooo", "oao", "zao", "pao", "llc", "jsc", "npo",
        "npp",
      ]
      for form in forms {
        let cut = range.lowerBound + form.utf8CodeUnitCount
        guard range.upperBound - cut >= 2,
          form.withUTF8Buffer({ $0.elementsEqual(text[range.lowerBound..<cut]) }),
          let tag = table.tag(Array(text[range.lowerBound..<cut]))
        else { continue }
        return split(token, at: cut, form: 0, tag)
      }
    }
    if isLast {
      let forms: [StaticString] = [
        "limitedliabilitycompany", "corporation", "company", "limited", "gmbh", "dmcc", "fzco",
        "pjsc", "ojsc", "llc", "llp", "ltd", "jsc",
      ]
      for form in forms {
        let cut = range.upperBound - form.utf8CodeUnitCount
        guard cut - range.lowerBound >= 3,
          form.withUTF8Buffer({ $0.elementsEqual(text[cut..<range.upperBound]) }),
          let tag = table.tag(Array(text[cut..<range.upperBound]))
        else { continue }
        return split(token, at: cut, form: 1, tag)
      }
    }
    return nil
  }

  /// Both halves keep the whole word's place in the verbatim where letters are not bytes.
  private func split(
    _ token: TokenBuffer.Token, at cut: Int, form: Int, _ tag: Tag
  ) -> [TokenBuffer.Token] {
    var first = token
    var second = token
    first.text = token.text.lowerBound..<cut
    second.text = cut..<token.text.upperBound
    if token.source.count == token.text.count {
      let middle = token.source.lowerBound + first.text.count
      first.source = token.source.lowerBound..<middle
      second.source = middle..<token.source.upperBound
    }
    if form == 0 {
      first.role = tag.role
      first.group = tag.group
    } else {
      second.role = tag.role
      second.group = tag.group
    }
    return [first, second]
  }
}
