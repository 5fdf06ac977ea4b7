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
  /// How two dates stand to each other, each with its own precision.
  public enum Agreement: Hashable, Sendable {
    case sameDay
    /// The same as far as both say: month, or year.
    case sameMonth
    case sameYear
    /// Day and month stand the other way round: 1961-02-07 and 1961-07-02.
    case swapped
    /// One year apart, as ages at different times of a year make it.
    case nearYear
    case otherDay
    case years(Int)
  }

  /// The one day the date means, when it is exact.
  public var exactDay: Day? {
    guard calendar == .gregorian, !isCirca, end == nil, let start, let month = start.month,
      let day = start.day
    else { return nil }
    return Day(year: start.year, month: month, day: day)
  }

  /// Compares two dates; symmetric. `nil` when they cannot be compared: one was not read, or they are
  /// of different calendars.
  ///
  /// A range or a circa date agrees with what lies inside it, by the year; circa reaches one year
  /// further. More would make half the records of a decade agree.
  public func agreement(with other: PartialDate) -> Agreement? {
    guard let first = start, let second = other.start, calendar == other.calendar else {
      return nil
    }
    let isLoose = isCirca || other.isCirca
    if end != nil || other.end != nil || isLoose {
      let slack = isLoose ? 1 : 0
      let low = max(first.year, second.year)
      let high = min((end ?? first).year, (other.end ?? second).year)
      if low <= high + slack { return .sameYear }
      return low - high - slack == 1 ? .nearYear : .years(low - high - slack)
    }
    guard first.year == second.year else {
      let apart = abs(first.year - second.year)
      return apart == 1 ? .nearYear : .years(apart)
    }
    guard let month = first.month, let otherMonth = second.month else { return .sameYear }
    guard let day = first.day, let otherDay = second.day else {
      return month == otherMonth ? .sameMonth : .otherDay
    }
    if month == otherMonth, day == otherDay { return .sameDay }
    return month == otherDay && day == otherMonth ? .swapped : .otherDay
  }
}
