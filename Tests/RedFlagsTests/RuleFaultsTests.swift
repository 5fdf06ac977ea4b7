import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

@testable import RedFlags

/// Rules that can be read and yet cannot be meant.
struct RuleFaultsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let when: String
    let faults: [String]
    let more: String
    var testDescription: String { when }

    init(_ when: String, _ faults: String..., more: String = "") {
      self.when = when
      self.faults = faults
      self.more = more
    }
  }

  static let never = "rule.yaml:9: the selection `a` can never hold"
  static let always = "rule.yaml:9: the selection `a` holds whatever its facts are"

  static let contradictions = [
    Case("a: {stops|gt: 5, stops|lt: 3}\ncondition: a", never),
    Case("a: {stops|gte: 5, stops|lt: 5}\ncondition: a", never),
    Case("a: {stops|gte: 5, stops|lte: 5}\ncondition: a"),
    Case("a: {stops|gt: 5, stops|lt: 5.5}\ncondition: a"),
    Case("a: {user.stated|all: [true, false]}\ncondition: a", never),
    Case("a: {user.stated: [true, false]}\ncondition: a", always),
    Case("a: [{user.stated: true}, {user.stated: false}]\ncondition: a", always),
    Case("a: [{stops|lt: 5}, {stops|gte: 5}]\ncondition: a", always),
    Case("a: [{stops|lt: 5}, {stops|gt: 5}]\ncondition: a"),
    Case("a: {destination|in: GULF, destination: KZ}\ncondition: a", never),
    Case("a: {destination|in: GULF, destination: OM}\ncondition: a"),
    // Several values can stand together, of a list and of several parties.
    Case("a: {visited|in: GULF}\nb: {visited: KZ}\ncondition: a and b"),
    Case("a: {party.country|all: [KZ, FR]}\ncondition: a"),
    Case("a: {party.country|all: [KZ, FR]}\ncondition: a", never, more: "for-each: party"),
    Case("a: {consignee.business|all: [banking, making]}\ncondition: a"),
    Case("a: {consignee.business: [forwarding, banking, making]}\ncondition: a"),
    Case("a: {ordered|before: 2022-01-01, ordered|after: 2022-01-01}\ncondition: a", never),
    Case("a: {ordered|before: 2022-01-03, ordered|after: 2022-01-01}\ncondition: a"),
    Case("a: {ordered|exists: true}\ncondition: a"),
    Case("a: {statement: rocket, statement|contains: motor}\ncondition: a", never),
    Case("a: {statement: rocket motor, statement|contains: motor}\ncondition: a"),
    Case("a: {statement|startswith|all: [a, b]}\ncondition: a", never),
    Case("a: {statement|contains|all: [rocket, motor]}\ncondition: a"),
    Case("a: {value|gt: 5 EUR, value|lt: 3 EUR}\ncondition: a", never),
    Case("a: {stops|exists: false, stops|gt: 1}\ncondition: a", never),
    Case(
      "a: {stops|gt: 5}\nb: {stops|lt: 3}\ncondition: a and b",
      "rule.yaml:11: the condition can never hold"),
    Case(
      "a: {stops|gt: 5}\nb: {stops|lt: 8}\ncondition: a or b",
      "rule.yaml:11: the condition holds whatever the facts are"),
    Case(
      "a: {user.stated: true}\ncondition: a or not a",
      "rule.yaml:10: the condition holds whatever the facts are"),
    Case(
      "a: {stops|gt: 5}\nb: {stops|gt: 3}\ncondition: a and b",
      "rule.yaml:10: the selection `b` makes no difference to the condition"),
    Case(
      "a: {stops|gt: 5}\nb: {user.stated: true}\ncondition: a or (a and b)",
      "rule.yaml:10: the selection `b` makes no difference to the condition"),
    Case(
      "a: {stops|gt: 5}\nb: {user.stated: true}\ncondition: a",
      "rule.yaml:10: the selection `b` is not used by the condition"),
    Case(
      "a: {statement|contains: drone}\nb: {statement|contains: dro}\ncondition: a and b",
      "rule.yaml:10: the selection `b` makes no difference to the condition"),
  ]

  /// The faults of a rule, but for its examples.
  static func faults(_ when: String, more: String = "") throws -> [String] {
    let (rule, rules) = try RuleSamples.one(
      RuleSamples.rule(when: when, more: more, examples: "[]"))
    return rule.faults(facts: rules.facts).map(\.description).filter { !$0.contains("no example") }
  }

  @Test(arguments: contradictions)
  func `finds what can never hold, always holds or makes no difference`(row: Case) throws {
    #expect(try Self.faults(row.when, more: row.more) == row.faults)
  }

  @Test func `a rule shows one case that raises it and one that does not`() throws {
    let text = RuleSamples.rule(examples: "- {name: a, facts: {}, raises: unknown}")
    #expect(
      RuleSamples.faults(text) == [
        "rule.yaml:1: `RF-RT-04` has no example that raises it",
        "rule.yaml:1: `RF-RT-04` has no example that does not raise it",
      ])
    #expect(RuleSamples.faults(RuleSamples.judgement()).isEmpty)
  }

  @Test func `for every selection an example comes out otherwise without it`() {
    let when = "a: {stops|gt: 5}\nb: {user.stated: true}\ncondition: a and b"
    let examples = [
      "- {name: both, facts: {stops: 9, user.stated: true}, raises: true}",
      "- {name: few, facts: {stops: 1, user.stated: true}, raises: false}",
      "- {name: no user, facts: {stops: 9, user.stated: false}, raises: false}",
    ]
    func faults(_ count: Int) -> [String] {
      RuleSamples.faults(
        RuleSamples.rule(when: when, examples: examples.prefix(count).joined(separator: "\n")))
    }
    #expect(
      faults(2) == [
        "rule.yaml:10: no example shows what the selection `b` is for; add one that comes out otherwise without it"
      ])
    #expect(faults(3).isEmpty)
  }

  @Test func `bundled rules and the catalogue name each other`() throws {
    let text = RuleSamples.rule(id: "RF-XX-01")
    #expect(
      RuleSamples.faults(text) == [
        "rule.yaml:1: `RF-XX-01` is not in the catalogue; add it to RedFlags/catalogue.csv, or keep it in a folder of your own",
        "RedFlags/rules: the red flag `RF-RT-04` of the catalogue has no rule; write a file `RF-RT-04.….yaml`",
      ])
    #expect(
      RuleSamples.faults(RuleSamples.rule().replacing("group: route", with: "group: goods")) == [
        "rule.yaml:1: `RF-RT-04` is of the group `route` by the catalogue, not of `goods`"
      ])
  }

  // MARK: Held against trying

  /// A test of one fact, as rule files write it.
  private static let tests = [
    "stops|gt: 2", "stops|lt: 2", "stops: 2", "stops|gte: 4", "user.stated: true",
    "user.stated: false", "destination|in: GULF", "destination: KZ", "visited|in: GULF",
    "visited: KZ", "visited|in: EAST", "party.country: FR", "party.country|in: EAST",
    "consignee.business: banking", "consignee.business: making", "statement|contains: drone",
    "statement|startswith: drone", "statement: drones",
  ]

  private static func sheet(_ generator: inout SeededGenerator) -> FactSheet {
    var sheet = FactSheet()
    func country(_ generator: inout SeededGenerator) -> FactValue {
      .country(TerritoryID(["AE", "OM", "KG", "KZ", "FR", "NO"][generator.next(below: 6)]))
    }
    sheet.state("stops", .number(generator.next(below: 6)), from: [])
    sheet.state("user.stated", .flag(generator.next(below: 2) == 0), from: [])
    sheet.state("destination", country(&generator), from: [])
    sheet.state(
      "visited",
      (0..<generator.next(below: 3)).map { _ in FactSheet.Value(country(&generator), from: []) })
    for index in 0..<1 + generator.next(below: 2) {
      sheet.add(FactSheet.Member(scope: .party, path: "\(index)", label: ""))
      sheet.state("party.country", country(&generator), from: [], of: "\(index)")
    }
    let words = ["forwarding", "banking", "making"].filter { _ in generator.next(below: 2) == 0 }
    sheet.state(
      "consignee.business", words.map { FactSheet.Value(.word($0), from: []) })
    let texts = ["drones", "drone parts", "two drones", "flour"]
    sheet.state("statement", .text(texts[generator.next(below: 4)]), from: [])
    return sheet
  }

  @Test
  func `what is said never to hold is raised by no sheet, and what always holds by every one`()
    throws
  {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    var never = 0
    var always = 0
    for round in 0..<400 {
      let names = ["a", "b", "c"]
      let lines = names.map { name in
        let chosen = Set(
          (0..<1 + generator.next(below: 2)).map { _ in generator.next(below: Self.tests.count) })
        let keys = Dictionary(
          chosen.sorted().map { Self.tests[$0].split(separator: ": ") }.map { ($0[0], $0[1]) },
          uniquingKeysWith: { first, _ in first })
        return
          "\(name): {\(keys.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", "))}"
      }
      let conditions = [
        "a and b and not c", "a or b or not c", "not a and not b and not c", "2 of them",
        "(a or b) and not (a and c)",
      ]
      let when = lines.joined(separator: "\n") + "\ncondition: " + conditions[round % 5]
      let forEach = round % 2 == 0 ? "" : "for-each: party"
      let (rule, rules) = try RuleSamples.one(
        RuleSamples.rule(when: when, more: forEach, examples: "[]"))
      let faults = rule.faults(facts: rules.facts).map(\.message)
      let isNever = faults.contains("the condition can never hold")
      let isAlways = faults.contains("the condition holds whatever the facts are")
      never += isNever ? 1 : 0
      always += isAlways ? 1 : 0
      var verdicts: Set<RuleAnswer.Verdict> = []
      for _ in 0..<60 {
        verdicts.insert(rule.answer(on: Self.sheet(&generator), facts: rules.facts).verdict)
      }
      #expect(!verdicts.contains(.unknown))
      #expect(!(isNever && verdicts.contains(.raised)), "seed \(seed), round \(round): \(when)")
      if !forEach.isEmpty || !isAlways { continue }
      #expect(!verdicts.contains(.notRaised), "seed \(seed), round \(round): \(when)")
    }
    #expect(never > 5 && always > 5, "\(never) and \(always) are too few to say anything")
  }
}
