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
