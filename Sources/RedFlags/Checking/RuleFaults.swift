public import KnowledgeBase
import TradeModel

extension RedFlagRules {
  /// What is wrong with rules that could be read: contradictions, idle parts, missing examples, and
  /// what does not agree with the catalogue. In the order of the rules.
  ///
  /// - Complexity: for each rule at most the number of combinations that its facts can take, limited
  ///   to some hundred thousand.
  public var faults: [KnowledgeError] {
    let bundled = rules.prefix(bundledCount)
    let ruled = Set(bundled.map(\.id))
    let unruled =
      bundledCount == 0 ? [] : vocabulary.catalogue.keys.filter { !ruled.contains($0) }.sorted()
    return rules.flatMap { $0.faults(facts: facts) }
      + bundled.flatMap { catalogueFaults(of: $0) }
      + unruled.map {
        KnowledgeError(
          .badRule, file: Self.folder, "the red flag `\($0)` of the catalogue has no rule",
          help: "write a file `\($0).….yaml`")
      }
  }

  private func catalogueFaults(of rule: RedFlagRule) -> [KnowledgeError] {
    guard let group = vocabulary.catalogue[rule.id] else {
      return [
        KnowledgeError(
          .danglingReference(rule.id), file: rule.file, line: 1,
          "`\(rule.id)` is not in the catalogue",
          help: "add it to RedFlags/catalogue.csv, or keep it in a folder of your own")
      ]
    }
    guard group != rule.group else { return [] }
    return [
      KnowledgeError(
        .badRule, file: rule.file, line: 1,
        "`\(rule.id)` is of the group `\(group)` by the catalogue, not of `\(rule.group)`")
    ]
  }
}

extension RedFlagRule {
  /// What is wrong with the rule by itself.
  func faults(facts: FactDeclarations) -> [KnowledgeError] {
    (condition.map { conditionFaults($0, facts) + idleFaults($0, facts) } ?? []) + exampleFaults
  }

  private func fault(_ line: Int, _ message: String, help: String? = nil) -> KnowledgeError {
    KnowledgeError(.badRule, file: file, line: line, message, help: help)
  }

  /// Selections that could be left out, or be constant, with no example coming out differently: nothing
  /// shows what they are for.
  private func idleFaults(
    _ condition: RuleCondition, _ facts: FactDeclarations
  ) -> [KnowledgeError] {
    guard !examples.isEmpty else { return [] }
    let used = Set(condition.logic.leaves)
    return condition.selections.filter { selection in
      used.contains(selection.name)
        && [true, false].contains { constant in
          examples.allSatisfy { example in
            let member = example.sheet.members.first { $0.scope == forEach }
            func holds(_ selection: (String, Bool)?) -> Bool? {
              condition.holds(on: example.sheet, facts: facts, of: member, taking: selection)
            }
            return holds(nil) == holds((selection.name, constant))
          }
        }
    }.map {
      fault(
        $0.line, "no example shows what the selection `\($0.name)` is for",
        help: "add one that comes out otherwise without it")
    }
  }

  private var exampleFaults: [KnowledgeError] {
    guard condition != nil else { return [] }
    var faults: [KnowledgeError] = []
    if !examples.contains(where: { $0.raises == true }) {
      faults.append(fault(1, "`\(id)` has no example that raises it"))
    }
    if !examples.contains(where: { $0.raises == false }) {
      faults.append(fault(1, "`\(id)` has no example that does not raise it"))
    }
    return faults
  }

  private func conditionFaults(
    _ condition: RuleCondition, _ facts: FactDeclarations
  ) -> [KnowledgeError] {
    let used = Set(condition.logic.leaves)
    var faults = condition.selections.filter { !used.contains($0.name) }.map {
      fault($0.line, "the selection `\($0.name)` is not used by the condition")
    }
    let parts = condition.selections.filter { used.contains($0.name) }
      .map { (selection: $0, logic: $0.logic.grouped) }
    var isConstant = false
    for (selection, logic) in parts {
      guard let space = RuleSpace(of: logic, facts: facts, forEach: forEach) else { continue }
      let (canHold, canFail) = space.reach(of: logic)
      if !canHold {
        faults.append(fault(selection.line, "the selection `\(selection.name)` can never hold"))
      } else if !canFail {
        faults.append(
          fault(
            selection.line, "the selection `\(selection.name)` holds whatever its facts are"))
      }
      isConstant = isConstant || !canHold || !canFail
    }
    // What follows from a constant part is not said again of the whole.
    guard !isConstant else { return faults }
    return faults + wholeFaults(condition, parts.map { ($0.selection, $0.logic) }, facts)
  }

  private func wholeFaults(
    _ condition: RuleCondition, _ parts: [(RuleCondition.Selection, Logic<AtomGroup>)],
    _ facts: FactDeclarations
  ) -> [KnowledgeError] {
    let byName = Dictionary(
      parts.map { ($0.0.name, $0.1) }, uniquingKeysWith: { first, _ in first })
    let whole = condition.logic.replacing { byName[$0] ?? .atLeast(1, []) }
    guard let space = RuleSpace(of: whole, facts: facts, forEach: forEach) else {
      return [
        fault(
          condition.line, "the condition has more combinations of facts than can be examined",
          help: "split the rule")
      ]
    }
    let (canHold, canFail) = space.reach(of: whole)
    if !canHold { return [fault(condition.line, "the condition can never hold")] }
    if !canFail { return [fault(condition.line, "the condition holds whatever the facts are")] }
    return parts.map(\.0).filter { selection in
      [true, false].contains { constant in
        !space.contains { value in
          func holds(_ forced: Bool?) -> Bool? {
            condition.logic.holds { name in
              name == selection.name && forced != nil
                ? forced : byName[name].flatMap { $0.holds(value) }
            }
          }
          return holds(nil) != holds(constant)
        }
      }
    }.map { fault($0.line, "the selection `\($0.name)` makes no difference to the condition") }
  }
}
