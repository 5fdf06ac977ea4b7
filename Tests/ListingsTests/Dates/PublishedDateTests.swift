import Listings
import Testing
import TradeModel

struct PublishedDateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// `start`, `start..end`, with `~` before for circa and `hijri` after.
    let expected: String?
    var order = PublishedDate.Order.dayFirst
    var testDescription: String { "\(text) = \(expected ?? "unreadable")" }

    init(_ text: String, _ expected: String?, order: PublishedDate.Order = .dayFirst) {
      self.text = text
      self.expected = expected
      self.order = order
    }
  }

  static let cases: [Case] = [
    Case("10 Dec 1948", "1948-12-10"), Case("1948-12-10", "1948-12-10"),
    Case("10/12/1948", "1948-12-10"), Case("12/10/1948", "1948-12-10", order: .monthFirst),
    Case("25/12/1948", "1948-12-25", order: .monthFirst), Case("12/25/1948", "1948-12-25"),
    Case("1/01/1962", "1962-01-01"), Case("2002.3.1", "2002-03-01"),
    Case("2002.3.1改訂", "2002-03-01"), Case("15 Dec. 1955", "1955-12-15"),
    Case("December 10, 1948", "1948-12-10"), Case("10-Dec-48", "1948-12-10"),
    Case("2023-05-28T09:00:10.696-04:00", "2023-05-28"),
    Case("1962-03-04 00:00:00", "1962-03-04"), Case("19481210", "1948-12-10"),
    Case("1er mars 1961", "1961-03-01"), Case("3 de marzo de 1961", "1961-03-03"),
    Case("Mar 1961", "1961-03"), Case("1961-07", "1961-07"), Case("00/08/1977", "1977-08"),
    Case("dd/08/1977", "1977-08"), Case("08/1977", "1977-08"), Case("Sep-62", "1962-09"),
    Case("Nov. 1973", "1973-11"), Case("1946", "1946"), Case("00/00/1980", "1980"),
    Case("dd/mm/1945", "1945"), Case("1955年", "1955"), Case("1955年3月2日", "1955-03-02"),
    Case("昭和45年3月2日", "1970-03-02"), Case("令和元年", "2019"), Case("１９５５年", "1955"),
    Case("circa 1951", "~1951"), Case("circa 01 Jan 1960", "~1960-01-01"),
    Case("vers 1960", "~1960"), Case("1955年頃", "~1955"), Case("1964 (approximately)", "~1964"),
    Case("1951 to 1953", "1951..1953"), Case("1955-1956", "1955..1956"),
    Case("01 Jan 1957 to 31 Dec 1957", "1957-01-01..1957-12-31"),
    Case("Between 1945 and 1950", "1945..1950"), Case("1957-58", "1957..1958"),
    Case("Approximately 1955-1958", "~1955..1958"), Case("1955年-1958年頃", "~1955..1958"),
    Case("1955年から1958年までの間", "1955..1958"), Case("1960s", "~1960..1969"),
    Case("entre 1960 et 1962", "1960..1962"),
    Case("24/06/1402 (Hijri Calendar)", "1402-06-24 hijri"), Case("1378 AH", "1378 hijri"),
    Case("30-35 years old", nil), Case("31/02/1970", nil), Case("Invalid date", nil),
    Case("28214", nil), Case("1958 to 1951", nil), Case("Unknown", nil), Case("1", nil),
    Case("00/00/0000", nil), Case("99999999999999999999", nil), Case("٣", nil), Case("", nil),
  ]

  @Test(arguments: cases)
  func `reads every written form and keeps its text`(_ example: Case) {
    let date = PublishedDate.read(example.text, order: example.order)
    #expect(Self.description(date) == example.expected)
    #expect(date.text == example.text)
  }

  @Test(
    arguments: [
      ("1962-10-02 or 1962-10-20", ["1962-10-02", "1962-10-20"]),
      ("a) 1956; b) 1957", ["1956", "1957"]),
      ("(1) 01 Jan 1956 (2) circa 1957", ["1956-01-01", "~1957"]),
      ("（a）1970年頃（b）1971年", ["~1970", "1971"]),
      ("1970年3月1日又は1971年3月1日", ["1970-03-01", "1971-03-01"]),
      ("1956, 1957 and 1958", ["1956", "1957", "1958"]),
      ("1951 to 1953", ["1951..1953"]), ("May 5, 1970", ["1970-05-05"]),
      ("1956; about thirty", ["1956", nil]), ("about thirty; or more", [nil]),
      ("na", []), ("不明", []), ("00/00/0000", []), (" ", []),
    ] as [(String, [String?])])
  func `splits alternatives only where they can be read`(_ text: String, _ expected: [String?]) {
    #expect(PublishedDate.readAll(text).map(Self.description) == expected)
  }

  @Test func `counts spreadsheet days from 1899-12-30`() {
    #expect(PublishedDate.spreadsheetDay(28214)?.start?.iso == "1977-03-30")
    #expect(PublishedDate.spreadsheetDay(28214.75)?.start?.iso == "1977-03-30")
    #expect(PublishedDate.spreadsheetDay(60) == nil)
    #expect(PublishedDate.spreadsheetDay(.nan) == nil)
    #expect(PublishedDate.spreadsheetDay(.infinity) == nil)
  }

  @Test func `puts fields together and treats zeros as unknown`() {
    #expect(PublishedDate.fields(year: "1970", month: "03", day: "02")?.start?.iso == "1970-03-02")
    #expect(PublishedDate.fields(year: "1970", month: "00", day: "00")?.start?.iso == "1970")
    #expect(PublishedDate.fields(year: "1970", month: "", day: "02")?.start?.iso == "1970")
    #expect(PublishedDate.fields(year: "", month: nil, day: " ") == nil)
    let unreadable = PublishedDate.fields(year: "197?", month: "01")
    #expect(unreadable?.text == "197?-01")
    #expect(unreadable?.isReadable == false)
  }

  private static func description(_ date: PartialDate) -> String? {
    guard let start = date.start else { return nil }
    let end = date.end.map { "..\($0.iso)" } ?? ""
    let calendar = date.calendar == .islamic ? " hijri" : ""
    return (date.isCirca ? "~" : "") + start.iso + end + calendar
  }
}
