import Testing

@testable import RedFlags

struct RuleTrialTests {
  @Test func `an example comes out as it must, or the trial says how it came out`() throws {
    let rules = try RuleSamples.rules([
      "rule.yaml": RuleSamples.rule(
        examples: """
          - {name: right, facts: {user.stated: true}, raises: true}
          - {name: wrong, facts: {user.stated: true}, raises: false}
          - {name: not known is not no, facts: {}, raises: false}
          - {name: not known, facts: {}, raises: unknown}
          """)
    ])
    let trials = rules.trials
    #expect(trials.map(\.isAsExpected) == [true, false, false, true])
    #expect(trials.map(\.answer.verdict) == [.raised, .raised, .unknown, .unknown])
    #expect(trials.map(\.example.line) == [12, 13, 14, 15])
  }

  @Test func `examples of a rule for each party state the facts of one`() throws {
    let rules = try RuleSamples.rules([
      "rule.yaml": RuleSamples.rule(
        when: "young: {party.founded|after: 2022-02-23}\ncondition: young",
        more: "for-each: party",
        examples: """
          - {name: new, facts: {party.founded: 2023}, raises: true}
          - {name: old, facts: {party.founded: 2001-05}, raises: false}
          - {name: of that year, facts: {party.founded: 2022}, raises: unknown}
          - {name: nothing, facts: {}, raises: unknown}
          """)
    ])
    #expect(rules.trials.map(\.isAsExpected) == [true, true, true, true])
  }

  @Test func `a judgement’s examples give the answer`() throws {
    let rules = try RuleSamples.rules([
      "rule.yaml": RuleSamples.judgement(
        """
        examples:
          - {name: evasive, answer: yes, raises: true}
          - {name: open, answer: no, raises: false}
          - {name: nobody asked, answer: unknown, raises: unknown}
          - {name: wrong, answer: yes, raises: false}
        """)
    ])
    #expect(rules.trials.map(\.isAsExpected) == [true, true, true, false])
  }
}
