import TradeModel

/// A text in words, numbers with their units, and signs: what values are read from.
struct MeasureText {
  /// One piece of the text.
  enum Token: Hashable {
    /// Folded.
    case word(String)
    /// A number, with the unit written after it.
    case number(NumberText, unit: Unit?, isNegative: Bool)
    /// One sign; `≥` for `>=`, `±` for `+/-`, `…` for `...`.
    case sign(Character)
  }

  let tokens: [Token]
  /// The places in the text of each token.
  let ranges: [Range<Int>]
  private let text: [Character]

  init(_ string: String, words: ParameterWords) {
    var scan = Scan(text: Array(string), words: words)
    scan.run()
    text = scan.text
    tokens = scan.tokens
    ranges = scan.ranges
  }

  /// The writing of those tokens.
  func verbatim(_ range: Range<Int>) -> String {
    guard let first = ranges[range].first, let last = ranges[range].last else { return "" }
    return String(text[first.lowerBound..<last.upperBound])
  }

  private struct Scan {
    let text: [Character]
    let words: ParameterWords
    var tokens: [Token] = []
    var ranges: [Range<Int>] = []
    var place = 0

    mutating func add(_ token: Token, to end: Int) {
      tokens.append(token)
      ranges.append(place..<end)
      place = end
    }

    mutating func run() {
      while place < text.count {
        let character = text[place]
        if isNumberStart(place), let number = NumberText(text, at: place) {
          add(number, isNegative: false, from: place)
        } else if character.isLetter || NumberText.isDigit(text, place) {
          var end = place
          while end < text.count, text[end].isLetter || NumberText.isDigit(text, end) { end += 1 }
          addWord(to: end)
        } else if isMinus(place), let number = NumberText(text, at: place + 1) {
          add(number, isNegative: true, from: place)
        } else if let (sign, end) = sign(place) {
          add(.sign(sign), to: end)
        } else {
          place += 1
        }
      }
    }

    private mutating func add(_ number: NumberText, isNegative: Bool, from start: Int) {
      place = start
      let unit = unit(from: number.range.upperBound)
      add(
        .number(number, unit: unit?.unit, isNegative: isNegative),
        to: unit?.end ?? number.range.upperBound)
    }

    /// A run of letters, as a number where it is the word for one.
    private mutating func addWord(to end: Int) {
      let word = text[place..<end].map(\.folded).joined()
      guard let value = words.numbers[word] else { return add(.word(word), to: end) }
      add(NumberText(value, range: place..<end), isNegative: false, from: place)
    }

    /// A digit that is not the tail of a name such as `OG-300` or `ABEC9`.
    private func isNumberStart(_ place: Int) -> Bool {
      guard NumberText.isDigit(text, place) else { return false }
      guard place > 0 else { return true }
      if text[place - 1].isLetter { return false }
      let isHyphen = text[place - 1] == "-" && place > 1
      return !(isHyphen && text[place - 2].isLetter)
    }

    /// A minus before a number: at the beginning, or after a blank, bracket, slash or word of a span.
    private func isMinus(_ place: Int) -> Bool {
      guard ["-", "\u{2212}", "–"].contains(text[place]), NumberText.isDigit(text, place + 1) else {
        return false
      }
      guard place > 0 else { return true }
      let before = text[place - 1]
      return before.isWhitespace || "(/:=…[,;<>≤≥".contains(before)
    }

    private func sign(_ place: Int) -> (Character, end: Int)? {
      for (written, sign) in Self.compound
      where text[place...].starts(with: written) {
        return (sign, place + written.count)
      }
      let character = text[place]
      switch character {
      case "≥", "≤", ">", "<", "±", "=", ":", ",", ";", "(", ")", "/", "…", "~", "≈":
        return (character, place + 1)
      case "-", "–", "—", "\u{2212}":
        // A hyphen within words parts them and says nothing.
        let isWithin =
          place > 0 && place + 1 < text.count && text[place + 1].isLetter
          && !text[place - 1].isWhitespace
        return isWithin ? nil : ("-", place + 1)
      case ".":
        return place + 1 < text.count && !text[place + 1].isWhitespace ? nil : (";", place + 1)
      default: return nil
      }
    }

    private static let compound: [([Character], Character)] = [
      (Array(">="), "≥"), (Array("<="), "≤"), (Array("=>"), "≥"), (Array("=<"), "≤"),
      (Array("+/-"), "±"), (Array("+-"), "±"), (Array("..."), "…"), (Array(".."), "…"),
    ]

    /// The longest unit after a number, past blanks or one hyphen.
    private func unit(from end: Int) -> (unit: Unit, end: Int)? {
      var start = end
      while start < text.count, text[start].isWhitespace, start - end < 3 { start += 1 }
      if start == end, start < text.count, text[start] == "-" { start += 1 }
      guard start < text.count, !NumberText.isDigit(text, start) else { return nil }
      for length in stride(from: min(Self.longestUnit, text.count - start), to: 0, by: -1) {
        let stop = start + length
        guard isBoundary(stop), let unit = Unit(reading: String(text[start..<stop])) else {
          continue
        }
        return (unit, stop)
      }
      return nil
    }

    private func isBoundary(_ stop: Int) -> Bool {
      guard !text[stop - 1].isWhitespace else { return false }
      guard stop < text.count else { return true }
      return !text[stop].isLetter && !NumberText.isDigit(text, stop)
        && !"²³√°₀·^".contains(text[stop])
    }

    private static let longestUnit = 30
  }
}
