import TradeModel

/// Reads one day, month or year from the pieces of a written date.
enum DatePoint {
  /// `nil` when the pieces are not exactly one date.
  static func read(_ tokens: [DateToken], order: PublishedDate.Order) -> PartialDate.Point? {
    guard !tokens.isEmpty, tokens.count <= 20 else { return nil }
    return japanese(tokens) ?? numeric(tokens, order: order) ?? named(tokens)
  }

  /// `1955`, `1961-07`, `1948-12-10`, `19481210`, `10/12/1948`, `00/08/1977`, `dd/mm/1945`, `08/1977`;
  /// a time of day may follow a whole ISO day.
  private static func numeric(
    _ tokens: [DateToken], order: PublishedDate.Order
  ) -> PartialDate.Point? {
    var fields: [Field] = []
    var mark: Unicode.Scalar?
    for (index, token) in tokens.enumerated() {
      if index % 2 == 1 {
        if fields.count == 3, fields[0].digits == 4, token == .word("t") || mark == nil { break }
        if case .number(_, 2) = token, fields.count == 3 { break }
        guard case .mark(let here) = token, ["-", "/", ".", "–"].contains(here),
          mark == nil || mark == here
        else { return nil }
        mark = here
      } else {
        switch token {
        case .number(let value, let digits): fields.append(Field(value: value, digits: digits))
        case .word("dd"), .word("mm"): fields.append(Field(value: 0, digits: 2))
        default: return nil
        }
      }
      if fields.count == 3 {
        // `1948-12-10T09:00:10`, `1948-12-10 00:00:00`: the time is dropped.
        let rest = tokens.dropFirst(index + 1)
        if rest.isEmpty { break }
        guard fields[0].digits == 4, index == 4, isTime(rest) else { return nil }
        break
      }
    }
    switch fields.count {
    case 1: return tokens.count == 1 ? single(fields[0]) : nil
    case 2: return pair(fields[0], fields[1], tokens: tokens.count)
    case 3: return triple(fields, order: order)
    default: return nil
    }
  }

  private struct Field {
    let value: Int
    let digits: Int
  }

  private static func isTime(_ tokens: ArraySlice<DateToken>) -> Bool {
    tokens.allSatisfy { token in
      switch token {
      case .number(_, let digits): digits <= 9
      case .word(let word): word == "t" || word == "z"
      case .mark(let mark): ["-", "+", ".", ":"].contains(mark)
      }
    }
  }

  private static func single(_ field: Field) -> PartialDate.Point? {
    switch field.digits {
    case 4: PartialDate.Point(year: field.value)
    case 8:
      PartialDate.Point(
        year: field.value / 10_000, month: field.value / 100 % 100, day: field.value % 100)
    default: nil
    }
  }

  private static func pair(
    _ first: Field, _ second: Field, tokens: Int
  ) -> PartialDate.Point? {
    guard tokens == 3 else { return nil }
    if first.digits == 4, second.digits <= 2 { return point(first.value, second.value, 0) }
    if second.digits == 4, first.digits <= 2 { return point(second.value, first.value, 0) }
    return nil
  }

  private static func triple(
    _ fields: [Field], order: PublishedDate.Order
  ) -> PartialDate.Point? {
    if fields[0].digits == 4, fields[1].digits <= 2, fields[2].digits <= 2 {
      return point(fields[0].value, fields[1].value, fields[2].value)
    }
    guard fields[0].digits <= 2, fields[1].digits <= 2 else { return nil }
    let year: Int
    switch fields[2].digits {
    case 4: year = fields[2].value
    case 2: year = century(fields[2].value)
    default: return nil
    }
    var (day, month) = (fields[0].value, fields[1].value)
    if order == .monthFirst { swap(&day, &month) }
    if month > 12, day <= 12 { swap(&day, &month) }
    return point(year, month, day)
  }

  /// `10 Dec 1948`, `Mar 1961`, `December 10, 1948`, `10-Dec-48`, `Sep-62`, `1er mars 1961`.
  private static func named(_ tokens: [DateToken]) -> PartialDate.Point? {
    var month: Int?
    var day: Int?
    var year: Int?
    var wasMark = true
    for (index, token) in tokens.enumerated() {
      switch token {
      case .mark(let mark):
        guard ["-", "/", ".", "–"].contains(mark), !wasMark else { return nil }
        wasMark = true
        continue
      case .word("de"), .word("del"): continue
      case .word(let word):
        guard month == nil, let read = DateWords.month(word) else { return nil }
        month = read
      case .number(let value, 4) where year == nil: year = value
      case .number(let value, let digits) where digits <= 2:
        let isLast = index == tokens.count - 1
        if month != nil, isLast, year == nil {
          year = century(value)
          if digits == 1 { return nil }
        } else {
          guard day == nil else { return nil }
          day = value
        }
      default: return nil
      }
      wasMark = false
    }
    guard let month, let year else { return nil }
    return point(year, month, day ?? 0)
  }

  /// `1955年`, `1955年3月`, `1955年3月2日`, `昭和45年3月2日`, `平成元年`.
  private static func japanese(_ tokens: [DateToken]) -> PartialDate.Point? {
    guard tokens.contains(.word("年")) else { return nil }
    var rest = tokens[...]
    var base: Int?
    if rest.count >= 3, case .word(let first)? = rest.first, case .word(let second) = rest[1] {
      guard let era = DateWords.eras[first + second] else { return nil }
      base = era
      rest = rest.dropFirst(2)
    }
    var values: [Int] = []
    for unit in ["年", "月", "日"] {
      guard let token = rest.first else { break }
      let value: Int
      switch token {
      case .number(let number, _): value = number
      case .word("元") where unit == "年" && base != nil: value = 1
      default: return nil
      }
      guard rest.dropFirst().first == .word(unit) else { return nil }
      values.append(value)
      rest = rest.dropFirst(2)
    }
    guard rest.isEmpty, let year = values.first else { return nil }
    return PartialDate.Point(
      year: (base ?? 0) + year, month: values.count > 1 ? values[1] : nil,
      day: values.count > 2 ? values[2] : nil)
  }

  /// 0 stands for an unknown month or day. A day without a month is no date.
  private static func point(_ year: Int, _ month: Int, _ day: Int) -> PartialDate.Point? {
    guard year > 0 else { return nil }
    if month == 0 { return day == 0 ? PartialDate.Point(year: year) : nil }
    return PartialDate.Point(year: year, month: month, day: day == 0 ? nil : day)
  }

  private static func century(_ short: Int) -> Int { short < 30 ? 2000 + short : 1900 + short }
}
