import Testing
import TradeModel

@testable import RedFlags

/// What each question says of each kind of value.
struct FactAtomTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let predicate: FactAtom.Predicate
    let value: FactValue
    let holds: Bool?
    var testDescription: String { "\(predicate) of \(value)" }

    init(_ predicate: FactAtom.Predicate, _ value: FactValue, _ holds: Bool?) {
      self.predicate = predicate
      self.value = value
      self.holds = holds
    }
  }

  static func date(_ text: String) -> FactValue { .date(PartialDate(reading: text)) }
  static func money(_ amount: String, _ currency: String) -> FactValue {
    DecimalNumber(amount).map { .money($0, currency: currency) } ?? .text(amount)
  }

  static let gulf = FactAtom.Predicate.within(
    group: "GULF", members: RuleSamples.territories("AE", "OM"))
  static let cases = invasion.map(cases(around:)) ?? []

  private static let invasion = Day(iso: "2022-02-24")

  private static func cases(around invasion: Day) -> [Case] {
    [
      Case(.equals(.text("Bank")), .text("bank"), true),
      Case(.equals(.text("Bank")), .text("banks"), false),
      Case(.equals(.text("É")), .text("é"), true),
      Case(.contains("DRONE"), .text("two drones"), true),
      Case(.contains("drone"), .text("engines"), false),
      Case(.startsWith("c/o"), .text("C/O Smith"), true),
      Case(.startsWith("Smith"), .text("C/O Smith"), false),
      Case(.endsWith("@mail.example"), .text("a@MAIL.example"), true),
      Case(.endsWith("@mail.example"), .text("a@notmail.example"), false),
      Case(.contains("1"), .number(1), nil),
      Case(.equals(.number(5)), .number(5), true),
      Case(.greater(.number(5)), .number(5), false),
      Case(.greater(.number(5)), .number(6), true),
      Case(.atLeast(.number(5)), .number(5), true),
      Case(.atLeast(.number(5)), .number(-6), false),
      Case(.less(.number(5)), .number(5), false),
      Case(.less(.number(5)), .number(4), true),
      Case(.atMost(.number(5)), .number(5), true),
      Case(.atMost(.number(5)), .number(6), false),
      Case(.atLeast(money("500", "EUR")), money("500.00", "EUR"), true),
      Case(.atLeast(money("500", "EUR")), money("499.99", "EUR"), false),
      Case(.atLeast(money("500", "EUR")), money("9000000", "USD"), nil),
      Case(.before(invasion), date("2022-02-23"), true),
      Case(.before(invasion), date("2022-02-24"), false),
      Case(.before(invasion), date("2022-02"), nil),
      Case(.before(invasion), date("2021"), true),
      Case(.before(invasion), date("circa 2021"), nil),
      Case(.after(invasion), date("2022-02-24"), false),
      Case(.after(invasion), date("2022-02-25"), true),
      Case(.after(invasion), date("2022"), nil),
      Case(.after(invasion), date("2020/2023"), nil),
      Case(.after(invasion), date("2023/2024"), true),
      Case(.after(invasion), date("some day"), nil),
      Case(gulf, .country(TerritoryID("OM")), true),
      Case(gulf, .country(TerritoryID("KZ")), false),
      Case(gulf, .text("OM"), nil),
      Case(.equals(.flag(true)), .flag(false), false),
      Case(.equals(.flag(true)), .text("true"), nil),
    ]
  }

  @Test func `there are cases`() { #expect(Self.cases.count > 30) }

  @Test(arguments: cases)
  func `answers yes, no or unknown of a value`(row: Case) {
    #expect(row.predicate.holds(of: row.value) == row.holds)
  }

  private func statement(_ values: [FactValue], isComplete: Bool = true) -> FactSheet.Statement {
    FactSheet.Statement(
      values: values.map { FactSheet.Value($0, from: []) }, paths: [], isComplete: isComplete)
  }

  @Test func `of several values one is enough, and all must be known to say no`() {
    let more = FactAtom(fact: "stops", predicate: .greater(.number(5)))
    #expect(more.holds(of: nil) == nil)
    #expect(more.holds(of: statement([.number(1), .number(9)])) == true)
    #expect(more.holds(of: statement([.number(1), .number(2)])) == false)
    #expect(more.holds(of: statement([.number(1), .text("?")])) == nil)
    #expect(more.holds(of: statement([.number(1)], isComplete: false)) == nil)
    #expect(more.holds(of: statement([.number(9)], isComplete: false)) == true)
    #expect(more.holds(of: statement([])) == false)
  }

  @Test func `only whether a fact is stated is always known`() {
    let stated = FactAtom(fact: "stops", predicate: .stated(true))
    let missing = FactAtom(fact: "stops", predicate: .stated(false))
    #expect(stated.holds(of: nil) == false)
    #expect(missing.holds(of: nil) == true)
    #expect(stated.holds(of: statement([])) == true)
    #expect(missing.holds(of: statement([.number(1)])) == false)
  }
}
