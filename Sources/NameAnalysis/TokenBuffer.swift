import TradeModel

/// A reading in the making: the letters of all its tokens in one buffer, without gaps.
///
/// INVARIANT: the tokens' texts lie one after the other, so that the letters of neighbours joined are
/// a range of the buffer too.
struct TokenBuffer {
  struct Token {
    /// In ``TokenBuffer/text``; never empty.
    var text: Range<Int>
    var source: Range<Int>
    var role: NamePart.Role = .word
    var group: UInt32 = 0
    /// The role was given by the script's own words and is not looked up again.
    var isSettled = false
    var hyphenBefore = false
    var hyphenAfter = false
    var isCapitals = false
    var commas = 0
  }

  static let longestPart = 63

  var text: [UInt8] = []
  var tokens: [Token] = []

  mutating func clear() {
    text.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
  }

  /// Makes what was appended since `start` into a token, cut into more where it is too long.
  mutating func closeToken(
    from start: Int, source: Range<Int>, role: NamePart.Role = .word, group: UInt32 = 0,
    isSettled: Bool = false
  ) {
    var low = start
    while low < text.count {
      let high = min(text.count, low + Self.longestPart)
      tokens.append(
        Token(text: low..<high, source: source, role: role, group: group, isSettled: isSettled))
      low = high
    }
  }

  func isDigits(_ token: Token) -> Bool {
    for index in token.text where !Self.isDigit(text[index]) { return false }
    return true
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The token as a part for the reader of the analysis.
  func part(_ token: Token) -> NamePart {
    NamePart(
      text: Array(text[token.text]), role: token.role, group: token.group, source: token.source)
  }
}
