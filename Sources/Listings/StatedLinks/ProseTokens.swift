import FileFormats
import TradeModel

/// A sentence in words, with what stands between them.
struct ProseTokens {
  /// One word with its case and what follows it.
  struct Token {
    let folded: String
    let text: Substring
    /// What stands before it, back to the word before.
    let gap: Substring

    /// Whether it begins with a capital or a digit.
    var isCapital: Bool { text.first.map { $0.isUppercase || $0.isNumber } ?? false }
    /// `KOMID`, `DIO`: at least two letters, all capital.
    var isAcronym: Bool { text.count > 1 && text.allSatisfy { $0.isUppercase || $0.isNumber } }
    var isNumber: Bool { text.allSatisfy(\.isNumber) }
  }

  let sentence: String
  let tokens: [Token]
  /// What follows the last word.
  let rest: Substring

  init(_ sentence: String) {
    self.sentence = sentence
    var tokens: [Token] = []
    var end = sentence.startIndex
    for token in TextFolding.tokens(of: sentence) {
      tokens.append(
        Token(
          folded: token.text, text: sentence[token.range],
          gap: sentence[end..<token.range.lowerBound]))
      end = token.range.upperBound
    }
    self.tokens = tokens
    rest = sentence[end...]
  }

  /// What stands behind the word at `place`, up to the next.
  func gap(after place: Int) -> Substring {
    place + 1 < tokens.count ? tokens[place + 1].gap : rest
  }

  /// The percentage that begins at `place`: `60%`, `33.3 %`, `50 per cent`, in hundredths of a percent,
  /// with the number of words it takes.
  func percentage(at place: Int) -> (hundredths: Int, length: Int)? {
    guard place < tokens.count, tokens[place].isNumber, let whole = Int(tokens[place].text),
      (0...100).contains(whole)
    else { return nil }
    var (hundredths, length) = (whole * 100, 1)
    let decimalPoint = gap(after: place)
    if decimalPoint == "." || decimalPoint == ",", place + 1 < tokens.count,
      tokens[place + 1].isNumber, let digits = Int((tokens[place + 1].text + "0").prefix(2))
    {
      hundredths += digits
      length = 2
    }
    guard hundredths <= 10_000 else { return nil }
    if gap(after: place + length - 1).drop(while: \.isWhitespace).hasPrefix("%") {
      return (hundredths, length)
    }
    let next = tokens.dropFirst(place + length).prefix(2).map(\.folded)
    if next.first == "percent" { return (hundredths, length + 1) }
    return next == ["per", "cent"] ? (hundredths, length + 2) : nil
  }
}

/// Cuts prose into sentences.
enum ProseSentences {
  /// The sentences of `text`, verbatim but for folded white space.
  ///
  /// A period ends one where a capital, a digit or a bracket follows and the word before it is no usual
  /// abbreviation or initial; a semicolon always does. A line break does where the line is whole or the
  /// next begins an item: some lists break lines within sentences.
  static func sentences(of text: String) -> [String] {
    var paragraphs: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line).foldingWhitespace()
      if let last = paragraphs.last?.last, !".:;".contains(last), !beginsItem(line) {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs.flatMap { $0.split(separator: ";") }
      .flatMap { sentences(ofLine: String($0).foldingWhitespace()) }
  }

  private static func beginsItem(_ line: String) -> Bool {
    line.first.map { "-•–*(·".contains($0) } ?? true
  }

  private static func sentences(ofLine line: String) -> [String] {
    var sentences: [String] = []
    var start = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let next = line.index(after: index)
      if line[index] == ".", next < line.endIndex, line[next] == " ",
        begins(line[line.index(after: next)...]), !isAbbreviation(line[start..<index])
      {
        sentences.append(String(line[start..<next]))
        start = line.index(after: next)
      }
      index = next
    }
    sentences.append(String(line[start...]))
    return sentences.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  private static func begins(_ text: Substring) -> Bool {
    text.first.map { $0.isUppercase || $0.isNumber || "([“\"‘".contains($0) } ?? false
  }

  private static func isAbbreviation(_ before: Substring) -> Bool {
    let word = before.reversed().prefix { !$0.isWhitespace && $0 != "(" && $0 != "." }.reversed()
    if word.count == 1 { return word.first?.isUppercase == true }
    return abbreviations.contains(String(word).lowercased())
  }

  private static let abbreviations: Set<String> = [
    "co", "ltd", "inc", "corp", "mr", "mrs", "ms", "dr", "st", "no", "nr", "gen", "col", "maj",
    "lt",
    "capt", "brig", "approx", "u.s", "u.k", "e.g", "i.e", "vs", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "art", "para", "res", "bros", "eng",
  ]
}
