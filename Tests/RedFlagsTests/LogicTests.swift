import QuiviveTestKit
import RedFlags
import Testing

/// Kleene's logic of three values: unknown stays unknown unless the rest decides.
struct LogicTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let one: Bool?
    let two: Bool?
    let and: Bool?
    let or: Bool?
    var testDescription: String { "\(String(describing: one)), \(String(describing: two))" }
  }

  /// Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64, strong tables.
  static let table = [
    Case(one: true, two: true, and: true, or: true),
    Case(one: true, two: false, and: false, or: true),
    Case(one: true, two: nil, and: nil, or: true),
    Case(one: false, two: false, and: false, or: false),
    Case(one: false, two: nil, and: false, or: nil),
    Case(one: nil, two: nil, and: nil, or: nil),
  ]

  @Test(arguments: table)
  func `and, or and not follow the tables, in either order`(row: Case) {
    for (first, second) in [(row.one, row.two), (row.two, row.one)] {
      let value = { (leaf: Int) in leaf == 0 ? first : second }
      #expect(Logic.all([.leaf(0), .leaf(1)]).holds(value) == row.and)
      #expect(Logic.any([.leaf(0), .leaf(1)]).holds(value) == row.or)
      #expect(Logic.not(.leaf(0)).holds(value) == first.map { !$0 })
    }
  }

  @Test func `a count is reached, out of reach or open`() {
    let two = Logic.atLeast(2, [.leaf(0), .leaf(1), .leaf(2)])
    func holds(_ values: [Bool?]) -> Bool? { two.holds { values[$0] } }
    #expect(holds([true, nil, true]) == true)
    #expect(holds([true, false, nil]) == nil)
    #expect(holds([false, false, nil]) == false)
  }

  @Test func `what decides is named, and what does not is left out`() {
    let logic = Logic.all([.leaf(0), .not(.any([.leaf(1), .leaf(2)]))])
    func deciding(_ values: [Bool?]) -> [Int] { logic.deciding { values[$0] } }
    #expect(deciding([true, false, false]) == [0, 1, 2])
    #expect(deciding([false, nil, true]) == [0, 2])
    #expect(deciding([true, nil, false]) == [1])
    #expect(deciding([nil, false, nil]) == [0, 2])
  }

  /// A combination of up to four leaves.
  static func random(_ generator: inout SeededGenerator, depth: Int = 3) -> Logic<Int> {
    if depth == 0 || generator.next(below: 4) == 0 { return .leaf(generator.next(below: 4)) }
    if generator.next(below: 3) == 0 { return .not(random(&generator, depth: depth - 1)) }
    let parts = (0..<1 + generator.next(below: 3)).map { _ in
      random(&generator, depth: depth - 1)
    }
    return .atLeast(1 + generator.next(below: parts.count), parts)
  }

  @Test func `an answer given in ignorance stays when more becomes known`() {
    let seed: UInt64 = 41
    var generator = SeededGenerator(seed: seed)
    var known = 0
    for round in 0..<2000 {
      let logic = Self.random(&generator)
      let values: [Bool?] = (0..<4).map { _ in [true, false, nil][generator.next(below: 3)] }
      guard let answer = logic.holds({ values[$0] }) else { continue }
      known += 1
      let filled = values.map { $0 ?? (generator.next(below: 2) == 0) }
      #expect(logic.holds { filled[$0] } == answer, "seed \(seed), round \(round)")
    }
    #expect(known > 500)
  }

  @Test func `the deciding leaves alone give the same answer`() {
    let seed: UInt64 = 43
    var generator = SeededGenerator(seed: seed)
    for round in 0..<2000 {
      let logic = Self.random(&generator)
      let values: [Bool?] = (0..<4).map { _ in [true, false, nil][generator.next(below: 3)] }
      let answer = logic.holds { values[$0] }
      let deciding = Set(logic.deciding { values[$0] })
      guard answer != nil else {
        // What leaves it open is unknown itself.
        #expect(deciding.allSatisfy { values[$0] == nil }, "seed \(seed), round \(round)")
        continue
      }
      #expect(
        logic.holds { deciding.contains($0) ? values[$0] : nil } == answer,
        "seed \(seed), round \(round)")
    }
  }
}
