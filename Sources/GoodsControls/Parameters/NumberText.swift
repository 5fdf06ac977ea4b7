import TradeModel

/// A number as people write it: `1 200`, `1,200`, `0,5`, `26.82 × 10^4`.
struct NumberText: Hashable {
  /// The number.
  let value: DecimalNumber
  /// The other reading, where one comma with three digits after it can part thousands or decimals;
  /// ``value`` is the one with thousands.
  let decimalReading: DecimalNumber?
  /// The places of the text it takes.
  let range: Range<Int>

  /// A number that stands as a word.
  init(_ value: DecimalNumber, range: Range<Int>) {
    self.value = value
    decimalReading = nil
    self.range = range
  }

  /// Reads the number that begins at `start`, a digit.
  ///
  /// Blanks and apostrophes part groups of three digits. Of points and commas the last is the decimal
  /// mark when both stand; several of one kind part groups; one point is the decimal mark.
  /// Source: SI Brochure, 9th edition, 5.4.4; ISO 80000-1, 7.3.
  init?(_ text: [Character], at start: Int) {
    var end = start
    var digits = ""
    while end < text.count {
      let character = text[end]
      if Self.isDigit(text, end) {
        digits.append(character)
      } else if character == "." || character == ",", Self.isDigit(text, end + 1) {
        digits.append(character)
      } else if Self.isGroupMark(text, end, from: start) {
        // Taken, and left out of the digits.
      } else {
        break
      }
      end += 1
    }
    guard let (plain, decimal) = Self.plain(digits) else { return nil }
    let (power, after) = Self.power(text, from: end)
    guard let value = DecimalNumber(plain + power) else { return nil }
    self.value = value
    decimalReading = decimal.flatMap { DecimalNumber($0 + power) }
    range = start..<after
  }

  static func isDigit(_ text: [Character], _ place: Int) -> Bool {
    text.indices.contains(place) && ("0"..."9").contains(text[place])
  }

  /// A blank or apostrophe between one to three digits and exactly three.
  private static func isGroupMark(_ text: [Character], _ place: Int, from start: Int) -> Bool {
    guard [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"].contains(text[place]),
      (1...3).allSatisfy({ isDigit(text, place + $0) }), !isDigit(text, place + 4)
    else { return false }
    let before = text[start..<place].reversed().prefix { ("0"..."9").contains($0) }.count
    return (1...3).contains(before)
      && !text[start..<place].contains { $0 == "." || $0 == "," }
  }

  /// Digits with at most one point; and the decimal reading where there are two.
  private static func plain(_ digits: String) -> (String, decimal: String?)? {
    let commas = digits.count { $0 == "," }
    let points = digits.count { $0 == "." }
    func without(_ mark: Character) -> String { String(digits.filter { $0 != mark }) }
    func pointed(_ text: String) -> String { String(text.map { $0 == "," ? "." : $0 }) }
    switch (commas, points) {
    case (0, 0), (0, 1): return (digits, nil)
    case (1, 0):
      let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
      let isUnclear = parts[1].count == 3 && parts[0].count <= 3 && parts[0].first != "0"
      return isUnclear ? (without(","), pointed(digits)) : (pointed(digits), nil)
    case (_, 0): return isGrouped(digits, by: ",") ? (without(","), nil) : nil
    case (0, _): return isGrouped(digits, by: ".") ? (without("."), nil) : nil
    default:
      let isCommaLast = digits.last { $0 == "," || $0 == "." } == ","
      let whole = digits.split(separator: isCommaLast ? "," : ".")[0]
      guard (isCommaLast ? commas : points) == 1,
        isGrouped(String(whole), by: isCommaLast ? "." : ",")
      else { return nil }
      return (isCommaLast ? pointed(without(".")) : without(","), nil)
    }
  }

  private static func isGrouped(_ digits: String, by mark: Character) -> Bool {
    let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// `e5`, `E-3`, `× 10^4`, `x 10⁴`: as `e4`, and where it ends.
  private static func power(_ text: [Character], from end: Int) -> (String, end: Int) {
    func character(_ place: Int) -> Character? { text.indices.contains(place) ? text[place] : nil }
    func exponent(from start: Int) -> (String, end: Int)? {
      var place = start
      var sign = ""
      if let mark = character(place), ["-", "\u{2212}", "⁻", "+"].contains(mark) {
        sign = mark == "+" ? "" : "-"
        place += 1
      }
      var digits = ""
      while let digit = character(place).flatMap({
        superscripts[$0] ?? ("0"..."9" ~= $0 ? $0 : nil)
      }) {
        digits.append(digit)
        place += 1
      }
      return digits.isEmpty || digits.count > 3 ? nil : ("e\(sign)\(digits)", place)
    }
    if let mark = character(end), mark == "e" || mark == "E", let found = exponent(from: end + 1),
      character(found.end)?.isLetter != true
    {
      return found
    }
    var place = end
    func skipBlanks() { while character(place)?.isWhitespace == true { place += 1 } }
    skipBlanks()
    guard let times = character(place), ["×", "x", "X", "·", "*"].contains(times) else {
      return ("", end)
    }
    place += 1
    skipBlanks()
    guard character(place) == "1", character(place + 1) == "0" else { return ("", end) }
    place += 2
    if character(place) == "^" {
      place += 1
    } else if character(place).map({ superscripts[$0] != nil || $0 == "⁻" }) != true {
      return ("", end)
    }
    return exponent(from: place) ?? ("", end)
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]
}
