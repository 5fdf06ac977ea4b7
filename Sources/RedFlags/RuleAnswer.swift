import TradeModel

/// What a rule says of one fact sheet.
public struct RuleAnswer: Hashable, Sendable {
  /// In one word. Not being raised is a statement; not knowing is another.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case raised
    case notRaised = "not-raised"
    case unknown
  }

  /// A fact that the answer rests on.
  public struct Use: Hashable, Sendable {
    /// Its name.
    public let fact: String
    /// The values that decide; empty when it is stated that there are none, or that nothing is stated.
    public let values: [FactSheet.Value]
    /// Where in the transaction it stands; each once, in order.
    public let paths: [String]
  }

  /// The flag, raised once.
  public struct Raised: Hashable, Sendable {
    /// The party, item or leg, for a rule that is asked of each.
    public let member: FactSheet.Member?
    /// What it rests on, in the order of the rule.
    public let uses: [Use]
  }

  /// A fact whose being unknown leaves the rule without answer.
  public struct Gap: Hashable, Sendable {
    /// Its name.
    public let fact: String
    /// The party, item or leg of which it is missing; `nil` for a fact of the transaction, or when no
    /// such member is stated.
    public let member: FactSheet.Member?
  }

  /// Once for each party, item or leg, or once in all.
  public let raised: [Raised]
  /// What is missing, of those of which the rule could not be answered.
  public let missing: [Gap]

  /// Raised when it is raised of anything; unknown when it is not, and is unknown of anything.
  public var verdict: Verdict {
    raised.isEmpty ? (missing.isEmpty ? .notRaised : .unknown) : .raised
  }
}

extension RedFlagRule {
  /// Asks the rule on a sheet.
  ///
  /// A judgement is answered by the person's answer on the sheet, and is unknown without one.
  ///
  /// - Parameter facts: the declarations the rule was loaded with.
  /// - Complexity: O(*n*) in the questions of the rule times the members of its scope.
  public func answer(on sheet: FactSheet, facts: FactDeclarations) -> RuleAnswer {
    guard let condition else { return judged(on: sheet) }
    guard let scope = forEach else {
      return condition.answer(on: sheet, facts: facts, of: nil)
    }
    let members = sheet.members.filter { $0.scope == scope }
    guard !members.isEmpty else {
      // That nothing is known of any leg does not say that no leg has it.
      return RuleAnswer(
        raised: [], missing: condition.facts.map { RuleAnswer.Gap(fact: $0, member: nil) })
    }
    let answers = members.map { condition.answer(on: sheet, facts: facts, of: $0) }
    return RuleAnswer(raised: answers.flatMap(\.raised), missing: answers.flatMap(\.missing))
  }

  private func judged(on sheet: FactSheet) -> RuleAnswer {
    let judgement = sheet.judgements[id]
    guard let isYes = judgement?.isYes, let path = judgement?.path else {
      return RuleAnswer(raised: [], missing: [RuleAnswer.Gap(fact: "answers.\(id)", member: nil)])
    }
    let use = RuleAnswer.Use(
      fact: "answers.\(id)", values: [FactSheet.Value(.flag(isYes), from: [path])], paths: [path])
    return RuleAnswer(
      raised: isYes ? [RuleAnswer.Raised(member: nil, uses: [use])] : [], missing: [])
  }
}

extension RuleCondition {
  /// Whether it holds on a sheet when one selection is taken to hold, or not to, whatever its facts are.
  func holds(
    on sheet: FactSheet, facts: FactDeclarations, of member: FactSheet.Member?,
    taking selection: (name: String, holds: Bool)? = nil
  ) -> Bool? {
    logic.holds { name in
      if let selection, selection.name == name { return selection.holds }
      return selections.first { $0.name == name }?.logic.holds {
        $0.holds(of: sheet.statement($0.fact, facts: facts, of: member))
      }
    }
  }

  fileprivate func answer(
    on sheet: FactSheet, facts: FactDeclarations, of member: FactSheet.Member?
  ) -> RuleAnswer {
    func statement(_ atom: FactAtom) -> FactSheet.Statement? {
      sheet.statement(atom.fact, facts: facts, of: member)
    }
    func holds(_ atom: FactAtom) -> Bool? { atom.holds(of: statement(atom)) }
    let answer = whole.holds(holds)
    guard answer != false else { return RuleAnswer(raised: [], missing: []) }
    let deciding = whole.deciding(holds)
    let names = deciding.map(\.fact).uniqued()
    guard answer == true else {
      return RuleAnswer(
        raised: [],
        missing: names.map { name in
          let isOfMember = facts[name]?.scope == member?.scope
          return RuleAnswer.Gap(fact: name, member: isOfMember ? member : nil)
        })
    }
    let uses = names.map { name in
      let atoms = deciding.filter { $0.fact == name }
      let statement = atoms.first.flatMap(statement)
      let values = atoms.flatMap { $0.values(of: statement) }.uniqued()
      let paths = values.isEmpty ? statement?.paths ?? [] : values.flatMap(\.paths)
      return RuleAnswer.Use(fact: name, values: values, paths: paths.uniqued())
    }
    return RuleAnswer(raised: [RuleAnswer.Raised(member: member, uses: uses)], missing: [])
  }
}

extension FactSheet {
  fileprivate func statement(
    _ fact: String, facts: FactDeclarations, of member: Member?
  ) -> Statement? {
    statement(fact, scope: facts[fact]?.scope ?? .transaction, of: member)
  }
}

extension FactAtom {
  /// Whether it holds of a fact as stated: of one of its values.
  func holds(of statement: FactSheet.Statement?) -> Bool? {
    if case .stated(let expected) = predicate { return (statement != nil) == expected }
    guard let statement else { return nil }
    let answers = statement.values.map { predicate.holds(of: $0.value) }
    if answers.contains(true) { return true }
    return answers.contains(nil) || !statement.isComplete ? nil : false
  }

  /// The values that make the answer: those of which it holds, or all of which it does not.
  fileprivate func values(of statement: FactSheet.Statement?) -> [FactSheet.Value] {
    let values = statement?.values ?? []
    let holding = values.filter { predicate.holds(of: $0.value) == true }
    return holding.isEmpty ? values : holding
  }
}
