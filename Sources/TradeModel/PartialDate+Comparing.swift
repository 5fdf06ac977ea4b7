extension PartialDate.Point {
  /// The first day the point can mean, as days since 1970-01-01.
  public var firstDay: Int {
    Day(year: year, month: month ?? 1, day: day ?? 1)?.daysSince1970 ?? 0
  }

  /// The last day the point can mean, as days since 1970-01-01.
  public var lastDay: Int {
    let lastMonth = month ?? 12
    let last = day ?? Day.length(ofMonth: lastMonth, year: year)
    return Day(year: year, month: lastMonth, day: last)?.daysSince1970 ?? 0
  }
}

extension PartialDate {
  /// How two dates of one kind stand to each other.
  public enum Agreement: Hashable, Sendable {
    /// Both name a day, and it is the same.
    case sameDay
    /// Each can mean the other, and at least one names less than a day: 1961 and 1961-07-02.
    case sameWithinPrecision
    /// At least one is a range or circa, and the intervals meet.
    case overlapping
    /// Day and month are exchanged: 1961-02-07 and 1961-07-02.
    case swappedDayAndMonth
    /// Nothing meets; the years are this far apart. 0: another day of the same year.
    case yearsApart(Int)
    /// One of them could not be read, or is in another calendar.
    case notComparable
  }

  /// How many years to either side a circa date reaches.
  ///
  /// Publishers use "circa" for a year they are not sure of; one year more would make half the records
  /// of a decade agree.
  public static let circaYears = 2

  /// The days the date can mean, as days since 1970-01-01, with circa years widened by
  /// ``circaYears``. `nil` when it could not be read or is not Gregorian.
  public var interval: ClosedRange<Int>? {
    guard calendar == .gregorian, let start else { return nil }
    let slack = isCirca ? 365 * PartialDate.circaYears : 0
    let first = start.firstDay - slack
    let last = max(start.lastDay, (end ?? start).lastDay) + slack
    return first...last
  }

  /// The one day the date means, when it is exact.
  public var exactDay: Day? {
    guard calendar == .gregorian, !isCirca, end == nil, let start, let month = start.month,
      let day = start.day
    else { return nil }
    return Day(year: start.year, month: month, day: day)
  }

  /// Compares two dates. Symmetric.
  public func agreement(with other: PartialDate) -> Agreement {
    guard let mine = interval, let theirs = other.interval, let start, let otherStart = other.start
    else { return .notComparable }
    if let day = exactDay, let otherDay = other.exactDay {
      if day == otherDay { return .sameDay }
      if day.year == otherDay.year, day.month == otherDay.day, day.day == otherDay.month {
        return .swappedDayAndMonth
      }
      return .yearsApart(abs(day.year - otherDay.year))
    }
    if mine.overlaps(theirs) {
      let isPlain = !isCirca && !other.isCirca && end == nil && other.end == nil
      return isPlain ? .sameWithinPrecision : .overlapping
    }
    let lastYear = (end ?? start).year
    let otherLastYear = (other.end ?? otherStart).year
    let gap =
      mine.upperBound < theirs.lowerBound
      ? otherStart.year - lastYear : start.year - otherLastYear
    return .yearsApart(max(0, gap))
  }
}
