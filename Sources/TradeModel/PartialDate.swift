/// A date as a publisher or a customer gave it: perhaps only a year, perhaps a range, perhaps
/// "circa", perhaps in another calendar, perhaps unreadable.
///
/// "1962" never becomes 1 January 1962. The verbatim text is always kept, so a value that could not
/// be read is still a value.
public struct PartialDate: Hashable, Sendable {
  /// A year, perhaps with month and day.
  public struct Point: Hashable, Sendable {
    /// Of the date's own ``Calendar``.
    public let year: Int
    /// 1 to 12; `nil` when not known.
    public let month: Int?
    /// Only with a month.
    public let day: Int?

    /// Returns `nil` for a month outside 1…12 or a day its month does not have.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
      guard (1...9999).contains(year) else { return nil }
      if let month {
        guard (1...12).contains(month) else { return nil }
        if let day, !(1...Day.length(ofMonth: month, year: year)).contains(day) { return nil }
      } else if day != nil {
        return nil
      }
      self.year = year
      self.month = month
      self.day = day
    }

    /// A point known to the day.
    public init(_ day: Day) {
      year = day.year
      month = day.month
      self.day = day.day
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public var iso: String {
      let year = String(repeating: "0", count: max(0, 4 - String(self.year).count)) + "\(self.year)"
      guard let month else { return year }
      let withMonth = "\(year)-\(month < 10 ? "0" : "")\(month)"
      guard let day else { return withMonth }
      return "\(withMonth)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  /// The calendar in which the numbers are meant.
  public enum Calendar: String, Hashable, Sendable {
    case gregorian
    /// Hijri. Kept and shown, never compared with Gregorian dates.
    case islamic
  }

  /// The value as published, or as rebuilt from the publisher's fields when it has several.
  public let text: String
  /// The calendar in which the numbers are meant.
  public let calendar: Calendar
  /// The publisher says that the date is approximate.
  public let isCirca: Bool
  /// The date, or the beginning of the range. `nil` when `text` could not be read.
  public let start: Point?
  /// The end of the range, inclusive. `nil` for a single date.
  public let end: Point?

  public init(
    text: String, start: Point?, end: Point? = nil, isCirca: Bool = false,
    calendar: Calendar = .gregorian
  ) {
    self.text = text
    self.start = start
    self.end = end
    self.isCirca = isCirca
    self.calendar = calendar
  }

  /// `false` when the text is all there is.
  public var isReadable: Bool { start != nil }
}
