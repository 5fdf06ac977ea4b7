import QuiviveTestKit
import Testing
import TradeModel

struct PartialDateTests {
  @Test(
    arguments: [
      ("1961-07-02", "1961-07-02", nil, false), ("1961-07", "1961-07", nil, false),
      ("1961", "1961", nil, false), ("02/07/1961", "1961-07-02", nil, false),
      ("2.7.1961", "1961-07-02", nil, false), ("07/1961", "1961-07", nil, false),
      ("circa 1961", "1961", nil, true), ("c. 1961", "1961", nil, true),
      ("ca.1961", "1961", nil, true), ("Vers 1961", "1961", nil, true),
      ("~1961", "1961", nil, true), ("Approximately 1955-1958", "1955", "1958", true),
      ("1951/1953", "1951", "1953", false), ("1951 to 1953", "1951", "1953", false),
      ("1951-1953", "1951", "1953", false), ("1951 – 1953", "1951", "1953", false),
      ("1961-01-01/1961-12-31", "1961-01-01", "1961-12-31", false),
      ("01/01/1957 to 31/12/1957", "1957-01-01", "1957-12-31", false),
      (" 1961 ", "1961", nil, false),
    ] as [(String, String, String?, Bool)])
  func `reads a date as far as it is stated`(
    text: String, start: String, end: String?, isCirca: Bool
  ) {
    let date = PartialDate(reading: text)
    #expect(date.text == text)
    #expect(date.start?.iso == start)
    #expect(date.end?.iso == end)
    #expect(date.isCirca == isCirca)
  }

  @Test(arguments: [
    "", "soon", "31/02/1961", "1961-13", "1961-02-30", "00/00/1961", "1961-7-2", "61",
    "1953 to 1951",
    "circa", "12/31/1961", "1961-07-02-03", "19611", "１９６１x", "1961/", "/", "-", "0000",
  ])
  func `keeps what it cannot read as text and guesses nothing`(text: String) {
    let date = PartialDate(reading: text)
    #expect(!date.isReadable)
    #expect(date.text == text)
  }

  @Test(arguments: [
    ("1962-05-03", "1962-05-03", PartialDate.Agreement.sameDay),
    ("1962-05-03", "1962-03-05", .swapped), ("1962-05-03", "1962-07-09", .otherDay),
    ("1962-05-03", "1962-05", .sameMonth), ("1962-05", "1962-07", .otherDay),
    ("1962-05-03", "1962", .sameYear), ("1962", "1962", .sameYear), ("1962", "1963", .nearYear),
    ("1962", "1970", .years(8)), ("1961-07-02", "1964-07-02", .years(3)),
    ("1960/1965", "1962-05-03", .sameYear), ("1960/1965", "1967", .years(2)),
    ("1949", "1951/1953", .years(2)), ("circa 1962", "1963", .sameYear),
    ("circa 1962", "1963-12-30", .sameYear), ("circa 1962", "1964", .nearYear),
    ("circa 1961", "1965", .years(3)), ("1961", "never", nil),
  ])
  func `says how two dates stand to each other, both ways alike`(
    first: String, second: String, agreement: PartialDate.Agreement?
  ) {
    let (one, two) = (PartialDate(reading: first), PartialDate(reading: second))
    #expect(one.agreement(with: two) == agreement)
    #expect(two.agreement(with: one) == agreement)
  }

  @Test func `never compares another calendar`() {
    let hijri = PartialDate(text: "1380", start: PartialDate.Point(year: 1380), calendar: .islamic)
    #expect(hijri.agreement(with: PartialDate(reading: "1380")) == nil)
  }

  @Test func `any text is read without a trap`() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("0123456789/-. circa to–~٣")
    for _ in 0..<5000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      let date = PartialDate(reading: text)
      #expect(date.text == text)
    }
  }
}
