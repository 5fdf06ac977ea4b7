import FileFormats
import TradeModel

/// The dates of Advanced XML: four corners that hide a day, a month, a year or a range.
enum AdvancedDate {
  /// Reads a `DatePeriod`; `nil` when it has neither start nor end, as in sanctions measures.
  static func period(_ node: XMLNode) -> PartialDate? {
    let start = node.child("Start")
    let end = node.child("End")
    guard let first = start?.child("From").flatMap(day) ?? end?.child("From").flatMap(day) else {
      return nil
    }
    let last = end?.child("To").flatMap(day) ?? start?.child("To").flatMap(day) ?? first
    let isCirca = [start, end].contains { $0?[attribute: "Approximate"] == "true" }
    let (from, to) = points(first, last)
    let text = [isCirca ? "circa" : nil, from.iso, to.map { "to \($0.iso)" }]
      .compactMap(\.self).joined(separator: " ")
    return PartialDate(text: text, start: from, end: to, isCirca: isCirca)
  }

  /// Year, Month and Day elements as a day.
  static func day(_ node: XMLNode) -> Day? {
    guard let year = node.value("Year").flatMap({ Int($0) }),
      let month = node.value("Month").flatMap({ Int($0) }),
      let day = node.value("Day").flatMap({ Int($0) })
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// 1 January to 31 December is a year, the first to the last of a month a month.
  private static func points(
    _ first: Day, _ last: Day
  ) -> (PartialDate.Point, PartialDate.Point?) {
    if first == last { return (PartialDate.Point(first), nil) }
    let beginsYear = first.month == 1 && first.day == 1
    let endsYear = last.month == 12 && last.day == 31
    if beginsYear, endsYear, let from = PartialDate.Point(year: first.year),
      let to = PartialDate.Point(year: last.year)
    {
      return (from, from == to ? nil : to)
    }
    if first.day == 1, last.day == Day.length(ofMonth: last.month, year: last.year),
      let from = PartialDate.Point(year: first.year, month: first.month),
      let to = PartialDate.Point(year: last.year, month: last.month)
    {
      return (from, from == to ? nil : to)
    }
    return (PartialDate.Point(first), PartialDate.Point(last))
  }
}
