import Testing
import TradeModel

@testable import Matching

struct DateAgreementTests {
  struct Case: CustomTestStringConvertible {
    let a: PartialDate
    let b: PartialDate
    let agreement: DateAgreement?
    var testDescription: String { "\(a.text) / \(b.text)" }
  }

  static func date(
    _ year: Int, _ month: Int? = nil, _ day: Int? = nil, to end: Int? = nil, circa: Bool = false
  ) -> PartialDate {
    PartialDate(
      text: "\(year)-\(month ?? 0)-\(day ?? 0)\(circa ? " circa" : "")",
      start: PartialDate.Point(year: year, month: month, day: day),
      end: end.flatMap { PartialDate.Point(year: $0) }, isCirca: circa)
  }

  static let cases = [
    Case(a: date(1962, 5, 3), b: date(1962, 5, 3), agreement: .sameDay),
    Case(a: date(1962, 5, 3), b: date(1962, 3, 5), agreement: .swapped),
    Case(a: date(1962, 5, 3), b: date(1962, 7, 9), agreement: .otherDay),
    Case(a: date(1962, 5, 3), b: date(1962, 5), agreement: .sameMonth),
    Case(a: date(1962, 5), b: date(1962, 7), agreement: .otherDay),
    Case(a: date(1962, 5, 3), b: date(1962), agreement: .sameYear),
    Case(a: date(1962), b: date(1963), agreement: .nearYear),
    Case(a: date(1962), b: date(1970), agreement: .years(8)),
    Case(a: date(1960, to: 1965), b: date(1962, 5, 3), agreement: .sameYear),
    Case(a: date(1960, to: 1965), b: date(1967), agreement: .years(2)),
    Case(a: date(1962, circa: true), b: date(1963), agreement: .sameYear),
    Case(a: date(1962, circa: true), b: date(1964), agreement: .nearYear),
    Case(a: PartialDate(text: "unknown", start: nil), b: date(1962), agreement: nil),
    Case(
      a: PartialDate(text: "1381", start: PartialDate.Point(year: 1381), calendar: .islamic),
      b: date(1962), agreement: nil),
  ]

  @Test(arguments: cases)
  func `dates agree as far as both say`(_ example: Case) {
    #expect(DateAgreement(example.a, example.b) == example.agreement)
    #expect(DateAgreement(example.b, example.a) == example.agreement)
  }
}
