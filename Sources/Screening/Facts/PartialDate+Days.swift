import TradeModel

extension PartialDate {
  /// The first and last day it can mean, as days since 1970-01-01; an approximate one reaches a year
  /// further. `nil` when it cannot be compared.
  var days: ClosedRange<Int>? {
    guard calendar == .gregorian, let start else { return nil }
    let slack = isCirca ? 366 : 0
    let first = start.firstDay - slack
    return first...max(first, (end ?? start).lastDay + slack)
  }

  /// Whole years to `other`, by the mean Gregorian year; `nil` when the dates leave two answers.
  func wholeYears(to other: PartialDate) -> Int? {
    guard let days, let others = other.days, others.lowerBound >= days.upperBound else {
      return nil
    }
    let least = (others.lowerBound - days.upperBound) * 400 / 146_097
    let most = (others.upperBound - days.lowerBound) * 400 / 146_097
    return least == most ? least : nil
  }
}
