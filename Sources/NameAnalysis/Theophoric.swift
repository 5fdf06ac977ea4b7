import TradeModel

/// Names of the pattern `Abd al-Rahman`, written in one, two or three words and with the article's
/// letter run together with the next: Abdul Rahman, Abdurrahman, Abdel-Rahman, Abd ar-Rahman.
enum Theophoric {
  /// The part for such a name at `index`: its text is `abdul` and the second half, its group the
  /// second half's. Nil where the words are no such name; then nothing has changed.
  static func token(
    buffer: inout TokenBuffer, at index: Int, _ tables: NameTables, _ kind: PartyKind
  ) -> (token: TokenBuffer.Token, end: Int)? {
    let first = buffer.tokens[index]
    guard first.text.count >= 3 else { return nil }
    if kind == .person, let compound = compound(&buffer, at: index) { return compound }
    guard starts(buffer.text, first.text, with: "abd") else { return nil }
    var end = index
    var stem = first.text.lowerBound + 3..<first.text.upperBound
    // `abd` alone or with the article: the second half is a word of its own.
    let rest = Array(buffer.text[stem])
    if rest.isEmpty || isArticle(rest) {
      end += 1
      guard end < buffer.tokens.count, !buffer.tokens[end].isSettled else { return nil }
      if rest.isEmpty, isArticle(Array(buffer.text[buffer.tokens[end].text])) {
        end += 1
        guard end < buffer.tokens.count, !buffer.tokens[end].isSettled else { return nil }
      }
      stem = buffer.tokens[end].text
      guard let group = tables.divine(buffer.text, stem) else { return nil }
      return (make(&buffer, index...end, stem, group), end + 1)
    }
    if let group = tables.divine(buffer.text, stem) {
      return (make(&buffer, index...end, stem, group), end + 1)
    }
    // The article between: u, ul, el, al, ur, ar, er and its doubled letter.
    for length in 1...3 where stem.count > length + 2 {
      let article = Array(buffer.text[stem.lowerBound..<(stem.lowerBound + length)])
      guard isArticle(article) || article == [0x75] || article == [0x6F] else { continue }
      let tail = (stem.lowerBound + length)..<stem.upperBound
      if let group = tables.divine(buffer.text, tail) {
        return (make(&buffer, index...end, tail, group), end + 1)
      }
    }
    return nil
  }

  /// Names ending in `al-Din` and `Allah`, in one, two or three words: their text is the first half
  /// and `uddin` or `ullah`, however the article is written.
  private static func compound(
    _ buffer: inout TokenBuffer, at index: Int
  ) -> (token: TokenBuffer.Token, end: Int)? {
    let first = buffer.tokens[index]
    for (endings, ending) in [(dinEndings, "uddin"), (allahEndings, "ullah")] {
      for one in endings where first.text.count >= one.utf8CodeUnitCount + 3 {
        let cut = first.text.upperBound - one.utf8CodeUnitCount
        guard one.withUTF8Buffer({ $0.elementsEqual(buffer.text[cut..<first.text.upperBound]) })
        else { continue }
        let stem = first.text.lowerBound..<cut
        return (joined(&buffer, index...index, stem, ending), index + 1)
      }
    }
    guard index + 1 < buffer.tokens.count, isPlain(buffer, index + 1, after: first) else {
      return nil
    }
    let second = Array(buffer.text[buffer.tokens[index + 1].text])
    if allahEndings.contains(where: { isEqual($0, second) }) {
      return (joined(&buffer, index...(index + 1), first.text, "ullah"), index + 2)
    }
    if second.count > 4, dinEndings.contains(where: { isEqual($0, second) }) {
      return (joined(&buffer, index...(index + 1), first.text, "uddin"), index + 2)
    }
    guard isArticle(second) || second == Array("ud".utf8), index + 2 < buffer.tokens.count,
      isPlain(buffer, index + 2, after: first)
    else { return nil }
    let third = Array(buffer.text[buffer.tokens[index + 2].text])
    guard dinWords.contains(where: { isEqual($0, third) }) else { return nil }
    return (joined(&buffer, index...(index + 2), first.text, "uddin"), index + 3)
  }

  private static func isPlain(
    _ buffer: TokenBuffer, _ index: Int, after first: TokenBuffer.Token
  ) -> Bool {
    let token = buffer.tokens[index]
    return !token.isSettled && token.commas == first.commas
  }

  private static func isEqual(_ word: StaticString, _ text: [UInt8]) -> Bool {
    word.withUTF8Buffer { $0.elementsEqual(text) }
  }

  private static func joined(
    _ buffer: inout TokenBuffer, _ range: ClosedRange<Int>, _ stem: Range<Int>, _ ending: String
  ) -> TokenBuffer.Token {
    var token = buffer.tokens[range.lowerBound]
    let last = buffer.tokens[range.upperBound]
    let start = buffer.text.count
    let letters = buffer.text[stem].prefix(TokenBuffer.longestPart - ending.utf8.count)
    buffer.text.append(contentsOf: Array(letters))
    buffer.text.append(contentsOf: ending.utf8)
    token.text = start..<buffer.text.count
    token.source = token.source.lowerBound..<last.source.upperBound
    token.hyphenAfter = last.hyphenAfter
    token.isCapitals = last.isCapitals
    return token
  }

  private static let dinWords: [StaticString] = ["din", "deen", "dine", "dein", "ddin", "eddin"]
  private static let dinEndings: [StaticString] = [
    "uddin", "eddin", "addin", "oddin", "iddin", "aldin", "eldin", "uldin", "uddeen", "eddeen",
    "aldeen", "eldeen", "uddine", "eddine", "addine", "aldine", "eldine", "oddine", "oudine",
    "udine", "edine", "udin", "udeen", "odin",
  ]
  private static let allahEndings: [StaticString] = [
    "oullah", "oollah", "ullah", "ollah", "allah", "ellah", "illah", "ulla", "olla", "alla",
  ]

  private static func make(
    _ buffer: inout TokenBuffer, _ range: ClosedRange<Int>, _ stem: Range<Int>, _ group: UInt32
  ) -> TokenBuffer.Token {
    var token = buffer.tokens[range.lowerBound]
    let last = buffer.tokens[range.upperBound]
    let start = buffer.text.count
    buffer.text.append(contentsOf: "abdul".utf8)
    buffer.text.append(contentsOf: Array(buffer.text[stem].prefix(TokenBuffer.longestPart - 5)))
    token.text = start..<buffer.text.count
    token.source = token.source.lowerBound..<last.source.upperBound
    token.hyphenAfter = last.hyphenAfter
    token.isCapitals = last.isCapitals
    token.group = group
    return token
  }

  private static func starts(
    _ text: [UInt8], _ range: Range<Int>, with prefix: StaticString
  ) -> Bool {
    prefix.withUTF8Buffer { $0.elementsEqual(text[range].prefix($0.count)) }
  }

  private static let articleVowels: [UInt8] = [0x61, 0x65, 0x75, 0x6F, 0x69]
  private static let articleEnds: [UInt8] = [0x6C, 0x72, 0x73, 0x64, 0x6E, 0x7A, 0x74]

  /// al, el, ul, and with the letter it takes on before sun letters: ar, as, an …; ush, esh.
  static func isArticle(_ text: [UInt8]) -> Bool {
    guard let first = text.first, articleVowels.contains(first) else { return false }
    if text.count == 2 { return articleEnds.contains(text[1]) }
    return text.count == 3 && text[1] == 0x73 && text[2] == 0x68
  }
}
