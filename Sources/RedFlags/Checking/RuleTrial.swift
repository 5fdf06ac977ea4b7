/// One example of a rule, tried.
public struct RuleTrial: Hashable, Sendable {
  /// The id of the rule.
  public let rule: String
  /// The rule's file.
  public let file: String
  /// What was tried, and what must come out.
  public let example: RuleExample
  /// What came out.
  public let answer: RuleAnswer

  /// Whether it came out as it must. That a rule does not know is not that it is not raised.
  public var isAsExpected: Bool {
    switch answer.verdict {
    case .raised: example.raises == true
    case .notRaised: example.raises == false
    case .unknown: example.raises == nil
    }
  }
}

extension RedFlagRules {
  /// Every example of every rule, tried, in order.
  public var trials: [RuleTrial] {
    rules.flatMap { rule in
      rule.examples.map { example in
        RuleTrial(
          rule: rule.id, file: rule.file, example: example,
          answer: rule.answer(on: example.sheet, facts: facts))
      }
    }
  }
}
