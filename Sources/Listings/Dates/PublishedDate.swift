import FileFormats
public import TradeModel

/// Reads the dates of the lists as their publishers write them.
///
/// The text is always kept. What cannot be read is a ``PartialDate`` without a start, never a guess:
/// "30-35 years old" is no date, 31 February is no day. A year alone stays a year.
///
/// Two-digit years are those of a spreadsheet that shortened them: 30…99 are 1930…1999, 00…29 are
/// 2000…2029.
public enum PublishedDate {
  /// How `04/05/1970` is meant. A number above 12 decides by itself, whatever the order says.
  public enum Order: Hashable, Sendable {
    /// 4 May: everywhere but the United States.
    case dayFirst
    /// 5 April: BIS.
    case monthFirst
  }

  /// Returns the date that `text` gives, a range and "circa" included.
  ///
  /// - Complexity: O(*n*) in the text for a point, O(*n*²) in its words for a range.
  public static func read(_ text: String, order: Order = .dayFirst) -> PartialDate {
    let kept = text.trimmingWhitespace()
    if let date = date(DateToken.tokens(of: kept), text: kept, order: order) { return date }
    let bare = kept.withoutParentheses
    if bare != kept, let date = date(DateToken.tokens(of: bare), text: kept, order: order) {
      return date
    }
    return PartialDate(text: kept, start: nil)
  }

  /// Returns every alternative that `text` gives: `1962-10-02 or 1962-10-20`, `a) 1956; b) 1957`.
  ///
  /// Empty when the text says that nothing is known (`na`, `不明`, `00/00/0000`). When no part can be
  /// read, the whole text is one unreadable date.
  public static func readAll(_ text: String, order: Order = .dayFirst) -> [PartialDate] {
    let kept = text.trimmingWhitespace()
    guard !isNothing(kept) else { return [] }
    let whole = read(kept, order: order)
    if whole.isReadable { return [whole] }
    let parts = alternatives(in: kept).filter { !isNothing($0) }
    let dates = parts.map { read($0, order: order) }
    return parts.count > 1 && dates.contains(where: \.isReadable) ? dates : [whole]
  }

  /// The day of a spreadsheet's day number, counted from 1899-12-30; a part of a day is dropped.
  ///
  /// `nil` outside the years 1900 to 2199: such a number is no date. Numbers below 61 are off by one
  /// in the spreadsheet itself (it has a 29 February 1900) and are refused.
  public static func spreadsheetDay(_ serial: Double) -> PartialDate? {
    guard serial >= 61, serial < 109_575, let day = Day(daysSince1970: Int(serial) - 25_569) else {
      return nil
    }
    return PartialDate(text: day.iso, start: PartialDate.Point(day))
  }

  /// The date of separate fields: digits or nothing; `00` is nothing.
  ///
  /// - Parameter text: the value to keep; by default the fields given, joined as `YYYY-MM-DD`.
  public static func fields(
    year: String?, month: String? = nil, day: String? = nil, isCirca: Bool = false,
    calendar: PartialDate.Calendar = .gregorian, text: String? = nil
  ) -> PartialDate? {
    let given = [year, month, day].map { field -> String? in
      guard let trimmed = field?.trimmingWhitespace(), !trimmed.isEmpty else { return nil }
      return trimmed
    }
    guard given.contains(where: { $0 != nil }) else { return nil }
    let kept = text ?? given.compactMap(\.self).joined(separator: "-")
    let numbers = given.map { field in field.flatMap { Int($0) }.flatMap { $0 == 0 ? nil : $0 } }
    let isNumeric = zip(given, numbers).allSatisfy { field, number in
      field == nil || number != nil || Int(field ?? "") == 0
    }
    var start: PartialDate.Point?
    if isNumeric, let year = numbers[0] {
      start = PartialDate.Point(
        year: year, month: numbers[1], day: numbers[1] == nil ? nil : numbers[2])
    }
    return PartialDate(text: kept, start: start, isCirca: isCirca, calendar: calendar)
  }

  /// Whether the text is a publisher's way to say that there is no value.
  static func isNothing(_ text: String) -> Bool {
    let folded = text.foldingWhitespace().lowercased()
    return [
      "", "-0-", "na", "n/a", "n.a.", "n.a", "/", "-", "不明", "not available", "unknown",
      "00/00/0000", "dd/mm/yyyy", "dd/mm/0000", "none",
    ].contains(folded)
  }
}

extension PublishedDate {
  private static func date(_ all: [DateToken], text: String, order: Order) -> PartialDate? {
    var isCirca = false
    var calendar = PartialDate.Calendar.gregorian
    var tokens: [DateToken] = []
    for token in all {
      switch token {
      case .word(let word) where DateWords.circa.contains(word): isCirca = true
      case .word(let word) where DateWords.islamic.contains(word): calendar = .islamic
      case .word(let word) where DateWords.ignored.contains(word): continue
      case .mark("("), .mark(")"), .mark("["), .mark("]"): continue
      default: tokens.append(token)
      }
    }
    while case .mark(let mark)? = tokens.last, mark != "%" { tokens.removeLast() }
    while case .mark? = tokens.first { tokens.removeFirst() }
    if calendar == .islamic { tokens.removeAll { $0 == .word("calendar") } }
    if let point = DatePoint.read(tokens, order: order) {
      return PartialDate(text: text, start: point, isCirca: isCirca, calendar: calendar)
    }
    if let (first, last) = decade(tokens) {
      return PartialDate(text: text, start: first, end: last, isCirca: true, calendar: calendar)
    }
    if let (first, last) = range(tokens, order: order) {
      return PartialDate(text: text, start: first, end: last, isCirca: isCirca, calendar: calendar)
    }
    return nil
  }

  /// `1960s`: its ten years.
  private static func decade(
    _ tokens: [DateToken]
  ) -> (PartialDate.Point, PartialDate.Point)? {
    guard tokens.count == 2, case .number(let year, 4) = tokens[0], tokens[1] == .word("s"),
      year % 10 == 0, let first = PartialDate.Point(year: year),
      let last = PartialDate.Point(year: year + 9)
    else { return nil }
    return (first, last)
  }

  private static func range(
    _ tokens: [DateToken], order: Order
  ) -> (PartialDate.Point, PartialDate.Point)? {
    for (index, token) in tokens.enumerated() where token.isRangeMark && index > 0 {
      let before = tokens[..<index].filter { !$0.isRangeOpening }
      let after = Array(tokens[(index + 1)...])
      guard let first = DatePoint.read(before, order: order) else { continue }
      if let last = DatePoint.read(after, order: order) {
        guard first.isNotAfter(last) else { continue }
        return (first, last)
      }
      // `1957-58`
      if first.month == nil, after.count == 1, case .number(let short, 2) = after[0],
        let last = PartialDate.Point(year: first.year / 100 * 100 + short), first.isNotAfter(last)
      {
        return (first, last)
      }
    }
    return nil
  }

  /// Splits at `;`, line breaks, `or`, `and`, `a)`, `(1)`, `・`, `、` and `,` before a new date.
  private static func alternatives(in text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    func close() {
      let trimmed = String(part).trimmingWhitespace()
      if !trimmed.isEmpty { parts.append(trimmed) }
      part = String.UnicodeScalarView()
    }
    while index < scalars.count {
      if let length = separatorLength(at: index, in: scalars) {
        close()
        index += length
      } else {
        part.append(scalars[index])
        index += 1
      }
    }
    close()
    return parts
  }

  /// The length of the separator that begins at `index`; `nil` when none does.
  private static func separatorLength(at index: Int, in scalars: [Unicode.Scalar]) -> Int? {
    let isAtWord = index == 0 || !scalars[index - 1].properties.isAlphabetic
    func isBlank(_ at: Int) -> Bool { at < scalars.count && scalars[at].properties.isWhitespace }
    switch scalars[index] {
    case ";", "\n", "\r", "・", "、", "；", "|": return 1
    case ",":
      // A comma before a year or a whole date; `May 5, 1970` is read whole before this is asked.
      return isBlank(index + 1) ? 1 : nil
    case "(", "（":
      // (1) (a) (i)
      guard index + 2 < scalars.count, scalars[index + 1].isASCII,
        scalars[index + 2] == ")" || scalars[index + 2] == "）"
      else { return nil }
      return 3
    default:
      for word in ["又は", "または"] where scalars[index...].starts(with: word.unicodeScalars) {
        return word.unicodeScalars.count
      }
      guard isAtWord else { return nil }
      // a) 1)
      if index + 1 < scalars.count, scalars[index + 1] == ")",
        ("a"..."z").contains(scalars[index]) || ("0"..."9").contains(scalars[index]),
        index == 0 || scalars[index - 1].properties.isWhitespace || scalars[index - 1] == ";"
      {
        return 2
      }
      for word in ["or", "and", "ou", "et"]
      where scalars[index...].starts(with: word.unicodeScalars)
        && isBlank(index + word.unicodeScalars.count)
      {
        return word.unicodeScalars.count
      }
      return nil
    }
  }
}

extension PartialDate.Point {
  /// Compares the parts that both have.
  func isNotAfter(_ other: Self) -> Bool {
    guard year == other.year else { return year < other.year }
    guard let month, let otherMonth = other.month, month != otherMonth else {
      guard let day, let otherDay = other.day, month == other.month else { return true }
      return day <= otherDay
    }
    return month < otherMonth
  }
}

extension String {
  /// The text without anything in round brackets.
  fileprivate var withoutParentheses: String {
    var depth = 0
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return String(kept).trimmingWhitespace()
  }
}
