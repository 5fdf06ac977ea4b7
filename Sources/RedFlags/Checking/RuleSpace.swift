import TradeModel

/// All combinations of answers that the facts of a rule can give.
struct RuleSpace {
  private let groups: [[AtomGroup]]
  private let rows: [[[Bool?]]]

  /// More combinations than this are not walked through.
  private static let mostCombinations = 200_000

  /// The combinations for the questions of `logic`; `nil` when they are too many to examine.
  ///
  /// - Parameter forEach: of whose facts a rule sees one member at a time.
  init?(
    of logic: Logic<AtomGroup>, facts: FactDeclarations, forEach: FactDeclaration.Scope?
  ) {
    let byFact = Dictionary(grouping: logic.leaves.uniqued(), by: \.fact)
      .sorted { $0.key < $1.key }
    var groups: [[AtomGroup]] = []
    var rows: [[[Bool?]]] = []
    var combinations = 1
    for (name, asked) in byFact {
      guard let fact = facts[name] else { return nil }
      let isMany = fact.isMany || (fact.scope != .transaction && fact.scope != forEach)
      guard let own = FactRows(fact: fact, groups: asked).rows(isMany: isMany) else { return nil }
      combinations *= own.count
      guard combinations <= Self.mostCombinations else { return nil }
      groups.append(asked)
      rows.append(own)
    }
    self.groups = groups
    self.rows = rows
  }

  /// Whether some combination satisfies `condition`.
  ///
  /// - Parameter condition: is handed the answer of each question.
  func contains(where condition: ((AtomGroup) -> Bool?) -> Bool) -> Bool {
    var answers: [AtomGroup: Bool] = [:]
    func walk(_ fact: Int) -> Bool {
      guard fact < groups.count else { return condition { answers[$0] } }
      for row in rows[fact] {
        for (group, answer) in zip(groups[fact], row) { answers[group] = answer }
        if walk(fact + 1) { return true }
      }
      return false
    }
    return walk(0)
  }

  /// Whether `logic` can hold, and whether it can fail to hold with its facts stated.
  func reach(of logic: Logic<AtomGroup>) -> (canHold: Bool, canFail: Bool) {
    (contains { logic.holds($0) == true }, contains { logic.holds($0) == false })
  }
}
