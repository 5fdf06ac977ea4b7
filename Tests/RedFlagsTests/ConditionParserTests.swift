import Testing

@testable import RedFlags

struct ConditionParserTests {
  static let names = ["a", "b", "new1", "new2"]

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let logic: Logic<String>
    var testDescription: String { text }
  }

  static let readable = [
    Case(text: "a", logic: .leaf("a")),
    Case(text: "a and b", logic: .all([.leaf("a"), .leaf("b")])),
    Case(
      text: "a or b and new1", logic: .any([.leaf("a"), .all([.leaf("b"), .leaf("new1")])])),
    Case(text: "(a or b) and new1", logic: .all([.any([.leaf("a"), .leaf("b")]), .leaf("new1")])),
    Case(text: "not a and b", logic: .all([.not(.leaf("a")), .leaf("b")])),
    Case(text: "not (a or not b)", logic: .not(.any([.leaf("a"), .not(.leaf("b"))]))),
    Case(text: "1 of new*", logic: .atLeast(1, [.leaf("new1"), .leaf("new2")])),
    Case(text: "any of new*", logic: .atLeast(1, [.leaf("new1"), .leaf("new2")])),
    Case(text: "all of new*", logic: .atLeast(2, [.leaf("new1"), .leaf("new2")])),
    Case(text: "3 of them", logic: .atLeast(3, names.map { .leaf($0) })),
    Case(
      text: "not\t1 of new* and a",
      logic: .all([.not(.any([.leaf("new1"), .leaf("new2")])), .leaf("a")])),
  ]

  @Test(arguments: readable)
  func `reads conditions as they bind`(row: Case) throws {
    #expect(try ConditionParser.parse(row.text, names: Self.names) == row.logic)
  }

  static let faulty = [
    "": "the condition ends too soon",
    "a and": "the condition ends too soon",
    "a b": "`b` was not expected here",
    "and a": "`and` was not expected here",
    "(a": "a `)` is missing",
    "a)": "`)` was not expected here",
    "c": "there is no selection `c`",
    "1 of": "`of` needs `them` or a name",
    "1 of old*": "no selection is called `old*`",
    "3 of new*": "`3 of new*`: use `all`, `any` or a number from 1 to 2",
    "0 of them": "`0 of them`: use `all`, `any` or a number from 1 to 4",
    "some of them": "`some of them`: use `all`, `any` or a number from 1 to 4",
  ]

  @Test(arguments: faulty.sorted { $0.key < $1.key })
  func `says what is wrong with a condition`(text: String, message: String) {
    #expect(throws: ConditionParser.Fault(message: message)) {
      try ConditionParser.parse(text, names: Self.names)
    }
  }

  @Test func `refuses a condition that nobody wrote by hand`() {
    let nested = String(repeating: "(", count: 3000)
    #expect(throws: ConditionParser.Fault(message: "the condition is longer than 2000 bytes")) {
      try ConditionParser.parse(nested, names: Self.names)
    }
    #expect(throws: ConditionParser.Fault.self) {
      try ConditionParser.parse(String(repeating: "(", count: 1999), names: Self.names)
    }
  }
}
