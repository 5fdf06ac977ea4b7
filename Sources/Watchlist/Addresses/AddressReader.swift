import TradeModel

/// Reads the parts of an address from its text, with commas as its only marks.
struct AddressReader {
  private struct Token {
    let text: String
    let role: AddressWords.Role?
    /// Whether a comma or line end stands before it.
    let beginsPart: Bool
    let hasDigit: Bool

    var isName: Bool { role == nil && !hasDigit }
  }

  private(set) var houses: Set<AddressForm.House> = []
  private(set) var numbers: Set<String> = []
  private(set) var boxes: Set<String> = []
  private(set) var units: Set<String> = []
  private(set) var postalCodes: Set<String> = []
  private(set) var names: Set<String> = []
  private(set) var country: String?
  private var tokens: [Token] = []
  /// A comma stood before a particle that was left out.
  private var carried = false

  init(_ text: String, words: AddressWords, country: (String) -> String?) {
    let own = String(withoutCountry(text[...], country))
    var end = own.startIndex
    for token in TextFolding.tokens(of: own) {
      let role = words.role(of: token.text)
      let gap = own[end..<token.range.lowerBound]
      end = token.range.upperBound
      // A comma before a particle stands before what follows it.
      let begins = gap.contains { ",;\n\r".contains($0) || $0 == "\r\n" }
      if role == .particle {
        carried = carried || begins
        continue
      }
      tokens.append(
        Token(
          text: token.text, role: role, beginsPart: begins || carried,
          hasDigit: token.text.contains(where: \.isNumber)))
      carried = false
    }
  }

  /// The text before the country at its end, which may stand in a part of its own or behind the town.
  /// Of `Hong Kong, China` the nearer one is kept.
  private mutating func withoutCountry(
    _ text: Substring, _ code: (String) -> String?
  ) -> Substring {
    if let comma = text.lastIndex(of: ","),
      let found = code(Self.trimmed(text[text.index(after: comma)...]))
    {
      country = found
      let rest = text[..<comma]
      let start = rest.lastIndex(of: ",").map { rest.index(after: $0) } ?? rest.startIndex
      if let nearer = code(Self.trimmed(rest[start...])), ["HK", "MO"].contains(nearer) {
        country = nearer
      }
      return rest
    }
    for words in (1...3).reversed() {
      let pieces = text.split(whereSeparator: \.isWhitespace)
      guard pieces.count > words else { continue }
      let name = pieces.suffix(words).joined(separator: " ")
      if name.count > 3, !name.contains(","), let found = code(name) {
        country = found
        return text[..<pieces[pieces.count - words].startIndex]
      }
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  mutating func read() {
    for place in tokens.indices {
      let token = tokens[place]
      if token.isName, token.text.utf8.count > 1 { names.insert(token.text) }
      guard token.hasDigit else { continue }
      readNumber(at: place)
    }
  }

  private mutating func readNumber(at place: Int) {
    let text = tokens[place].text
    let before = place > 0 ? tokens[place - 1].role : nil
    let isBehindFloor =
      place + 1 < tokens.count && !tokens[place + 1].beginsPart && tokens[place + 1].role == .floor
    if before == .box {
      boxes.insert(text)
    } else if isBehindFloor
      || [.unit, .floor].contains(before) && !tokens[place].beginsPart
    {
      units.insert(text)
    } else if isPostalCode(at: place) {
      postalCodes.insert(text)
    } else if isHouseNumber(text) {
      numbers.insert(text)
      for street in [street(before: place), street(behind: place)] where !street.isEmpty {
        houses.insert(AddressForm.House(number: text, street: street))
      }
    } else {
      names.insert(text)
    }
  }

  /// `77`, `12a`; longer letters make it a name or a code: `5th`, `1bb`.
  private func isHouseNumber(_ text: String) -> Bool {
    let letters = text.drop { $0.isNumber }
    return text.first?.isNumber == true && letters.count <= 1
  }

  /// Four digits or more in a part of the address that names no street, or letters and digits mixed.
  private func isPostalCode(at place: Int) -> Bool {
    let text = tokens[place].text
    guard isHouseNumber(text) else {
      return text.contains(where: \.isLetter) && text.count > 2
        && !["st", "nd", "rd", "th"].contains(where: text.hasSuffix)
    }
    guard text.count >= Self.shortestPostalCode else { return false }
    return !part(of: place).contains { [.street, .house].contains(tokens[$0].role) }
  }

  private func part(of place: Int) -> Range<Int> {
    var (start, end) = (place, place + 1)
    while start > 0, !tokens[start].beginsPart { start -= 1 }
    while end < tokens.count, !tokens[end].beginsPart { end += 1 }
    return start..<end
  }

  /// The name in `77 Kingsway Street`, `77, rue Kingsway`.
  private func street(behind place: Int) -> [String] {
    var next = place + 1
    while next < tokens.count, tokens[next].role == .street || isFurtherNumber(next) { next += 1 }
    var street: [String] = []
    while next < tokens.count, tokens[next].isName,
      street.isEmpty || !tokens[next].beginsPart
    {
      street.append(tokens[next].text)
      next += 1
    }
    return isLong(street) ? street : []
  }

  /// The name in `Kingsway Street 77`, `ul. Kingsway, d. 77`.
  private func street(before place: Int) -> [String] {
    var next = place
    while next > 0,
      [.street, .house].contains(tokens[next - 1].role)
        || isFurtherNumber(next) && tokens[next - 1].hasDigit
    {
      next -= 1
    }
    var street: [String] = []
    while next > 0, tokens[next - 1].isName {
      street.insert(tokens[next - 1].text, at: 0)
      next -= 1
      if tokens[next].beginsPart { break }
    }
    return isLong(street) ? street : []
  }

  /// The second number of `77-79`.
  private func isFurtherNumber(_ place: Int) -> Bool {
    place > 0 && place < tokens.count && tokens[place].hasDigit && tokens[place - 1].hasDigit
      && !tokens[place].beginsPart
  }

  private func isLong(_ street: [String]) -> Bool {
    street.reduce(0) { $0 + $1.count } >= Self.shortestStreet
  }

  private static let shortestStreet = 2
  private static let shortestPostalCode = 4
}
