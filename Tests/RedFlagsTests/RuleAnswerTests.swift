import Testing
import TradeModel

@testable import RedFlags

struct RuleAnswerTests {
  static let forwarder = """
    forwarder: {consignee.business: forwarding}
    final: {user.stated: true}
    condition: forwarder and not final
    """

  private func answer(
    when: String = forwarder, more: String = "", _ state: (inout FactSheet) -> Void
  ) throws -> RuleAnswer {
    let (rule, rules) = try RuleSamples.one(
      RuleSamples.rule(when: when, more: more, examples: "[]"))
    var sheet = FactSheet()
    state(&sheet)
    return rule.answer(on: sheet, facts: rules.facts)
  }

  @Test func `raises with the facts and places it rests on`() throws {
    let answer = try answer {
      $0.state("consignee.business", .word("banking"), from: ["parties[2].business"])
      $0.state("consignee.business", .word("forwarding"), from: ["parties[1].business"])
      $0.state("user.stated", .flag(false), from: ["parties"])
    }
    #expect(answer.verdict == .raised)
    #expect(
      answer.raised.map { $0.uses.map(\.fact) } == [["consignee.business", "user.stated"]])
    #expect(answer.raised[0].uses.map(\.paths) == [["parties[1].business"], ["parties"]])
    #expect(answer.missing.isEmpty)
  }

  @Test func `is not raised when one stated fact decides, whatever else is unknown`() throws {
    let answer = try answer { $0.state("user.stated", .flag(true), from: []) }
    #expect(answer.verdict == .notRaised)
  }

  @Test func `is unknown, and names what is missing`() throws {
    let nothing = try answer { _ in }
    #expect(nothing.verdict == .unknown)
    #expect(nothing.missing.map(\.fact) == ["consignee.business", "user.stated"])
    let half = try answer { $0.state("consignee.business", .word("forwarding"), from: []) }
    #expect(half.missing.map(\.fact) == ["user.stated"])
    #expect(half.raised.isEmpty)
  }

  @Test func `an empty list is a statement, a list with gaps is not the whole`() throws {
    let none = try answer { $0.state("consignee.business", [], from: ["parties"]) }
    #expect(none.verdict == .notRaised)
    let open = try answer {
      $0.state("consignee.business", [], isComplete: false)
      $0.state("user.stated", .flag(false), from: [])
    }
    #expect(open.missing.map(\.fact) == ["consignee.business"])
  }

  static let young = """
    young: {party.founded|after: 2022-02-23}
    east: {party.country|in: EAST}
    condition: young and east
    """

  private func parties(_ sheet: inout FactSheet, _ facts: [(founded: String?, country: String?)]) {
    for (index, facts) in facts.enumerated() {
      let path = "parties[\(index)]"
      sheet.add(FactSheet.Member(scope: .party, path: path, label: "P\(index)"))
      if let founded = facts.founded {
        sheet.state(
          "party.founded", .date(PartialDate(reading: founded)), from: ["\(path).founded"],
          of: path)
      }
      if let country = facts.country {
        sheet.state(
          "party.country", .country(TerritoryID(country)), from: ["\(path).countries[0]"], of: path)
      }
    }
  }

  @Test func `for each party all facts are of the same party, and it is named`() throws {
    let mixed: [(String?, String?)] = [("2023-01-01", "FR"), ("2001-01-01", "KZ")]
    let whole = try answer(when: Self.young) { parties(&$0, mixed) }
    #expect(whole.verdict == .raised, "of the whole, one party is young and another in the east")
    let each = try answer(when: Self.young, more: "for-each: party") { parties(&$0, mixed) }
    #expect(each.verdict == .notRaised)
    let both = try answer(when: Self.young, more: "for-each: party") {
      parties(&$0, [("2023-01-01", "KG"), ("2001-01-01", "KZ"), ("2024", "KZ")])
    }
    #expect(both.raised.map { $0.member?.path } == ["parties[0]", "parties[2]"])
    #expect(
      both.raised[0].uses.map(\.paths) == [["parties[0].founded"], ["parties[0].countries[0]"]])
  }

  @Test func `what is unknown of one party does not hide what is raised of another`() throws {
    let answer = try answer(when: Self.young, more: "for-each: party") {
      parties(&$0, [("2023-01-01", "KG"), ("2023-01-01", nil), (nil, "FR")])
    }
    #expect(answer.verdict == .raised)
    #expect(answer.raised.map { $0.member?.path } == ["parties[0]"])
    #expect(answer.missing.map(\.fact) == ["party.country"])
    #expect(answer.missing.map { $0.member?.path } == ["parties[1]"])
  }

  @Test func `of the whole, a party without the fact leaves the answer open`() throws {
    let when = "east: {party.country|in: EAST}\ncondition: east"
    let open = try answer(when: when) { parties(&$0, [(nil, "FR"), (nil, nil)]) }
    #expect(open.verdict == .unknown)
    let closed = try answer(when: when) { parties(&$0, [(nil, "FR"), (nil, "NO")]) }
    #expect(closed.verdict == .notRaised)
  }

  @Test func `no leg is stated, so nothing is known of the legs`() throws {
    let answer = try answer(
      when: "far: {leg.detour|gt: 500 km}\ncondition: far", more: "for-each: leg"
    ) { _ in }
    #expect(answer.verdict == .unknown)
    #expect(answer.missing == [RuleAnswer.Gap(fact: "leg.detour", member: nil)])
  }

  @Test func `that a fact is missing can raise a flag, with no value to show`() throws {
    let answer = try answer(when: "no: {statement|exists: false}\ncondition: no") { _ in }
    #expect(answer.raised.map { $0.uses.map(\.values) } == [[[]]])
  }

  struct Answered: Sendable {
    let isYes: Bool?
    let verdict: RuleAnswer.Verdict
  }

  @Test(arguments: [
    Answered(isYes: true, verdict: .raised), Answered(isYes: false, verdict: .notRaised),
    Answered(isYes: nil, verdict: .unknown),
  ])
  func `a judgement is the person’s answer`(row: Answered) throws {
    let (rule, rules) = try RuleSamples.one(RuleSamples.judgement())
    #expect(rule.answer(on: FactSheet(), facts: rules.facts).verdict == .unknown)
    var sheet = FactSheet()
    sheet.answer(rule.id, FactSheet.Judgement(isYes: row.isYes, path: "answers.RF-RT-04"))
    let answer = rule.answer(on: sheet, facts: rules.facts)
    #expect(answer.verdict == row.verdict)
    #expect(
      answer.raised.flatMap(\.uses).flatMap(\.paths)
        == (row.isYes == true ? ["answers.RF-RT-04"] : []))
  }
}
