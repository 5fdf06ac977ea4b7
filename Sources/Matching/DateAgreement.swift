import TradeModel

/// How two dates stand to each other, each with its own precision.
enum DateAgreement: Hashable {
  case sameDay
  /// The same as far as both say: month, or year.
  case sameMonth
  case sameYear
  /// Day and month stand the other way round.
  case swapped
  /// One year apart, as ages at different times of a year make it.
  case nearYear
  case otherDay
  case years(Int)

  /// `nil` when they cannot be compared: unreadable, or of different calendars.
  init?(_ a: PartialDate, _ b: PartialDate) {
    guard let first = a.start, let second = b.start, a.calendar == b.calendar else { return nil }
    let isLoose = a.isCirca || b.isCirca
    if a.end != nil || b.end != nil || isLoose {
      // A range or "circa" agrees with what lies inside, by the year.
      let slack = isLoose ? 1 : 0
      let low = max(first.year, second.year)
      let high = min((a.end ?? first).year, (b.end ?? second).year)
      if low <= high + slack {
        self = .sameYear
      } else {
        self = low - high - slack == 1 ? .nearYear : .years(low - high - slack)
      }
      return
    }
    guard first.year == second.year else {
      let apart = abs(first.year - second.year)
      self = apart == 1 ? .nearYear : .years(apart)
      return
    }
    guard let month = first.month, let otherMonth = second.month else {
      self = .sameYear
      return
    }
    guard let day = first.day, let otherDay = second.day else {
      self = month == otherMonth ? .sameMonth : .otherDay
      return
    }
    if month == otherMonth, day == otherDay {
      self = .sameDay
    } else if month == otherDay, day == otherMonth {
      self = .swapped
    } else {
      self = .otherDay
    }
  }
}
