import KnowledgeBase
import TradeModel

/// Reads one rule file.
struct RuleReader {
  let vocabulary: RuleVocabulary
  let notes: RuleNotes

  private enum KindWord: String, CaseIterable { case condition, judgement }
  private enum ForEach: String, CaseIterable { case party, item, leg }

  /// The rule, or `nil` when anything in the file is not sound; then there are notes.
  func rule(_ document: LocatedYAML) -> RedFlagRule? {
    guard let reader = MapReader(document, shape: "rule", name: "the file", notes: notes) else {
      return nil
    }
    let faultsBefore = notes.errors.count
    let id = reader.text("id")
    let title = reader.bilingual("title")
    let group = reader.text("group")
    let severity = reader.word("severity", RedFlagRule.Severity.self)
    let sources = sources(reader)
    let section = reader.text("section", isNeeded: false)
    let statement = reader.bilingual("statement", isNeeded: false)
    let kind = reader.word("kind", KindWord.self, isNeeded: false) ?? .condition
    let forEach = reader.word("for-each", ForEach.self, isNeeded: false)
      .flatMap { FactDeclaration.Scope(rawValue: $0.rawValue) }
    let ask = reader.bilingual("ask")
    let condition = condition(reader, kind)
    if kind == .judgement, forEach != nil {
      notes.fault(.badRule, line: reader.line, "a judgement is of the whole: it has no `for-each`")
    }
    let examples = examples(reader, id: id ?? "", kind: kind, forEach: forEach)
    reader.finish()
    guard notes.errors.count == faultsBefore, let id, let title, let group, let severity, let ask
    else { return nil }
    return RedFlagRule(
      id: id, title: title, group: group, severity: severity, sources: sources, section: section,
      statement: statement, kind: condition.map { .condition($0) } ?? .judgement,
      forEach: forEach, ask: ask, examples: examples, file: notes.file)
  }

  private func sources(_ reader: MapReader) -> [KnowledgeSource] {
    let ids = reader.texts("sources")
    let line = reader.member("sources")?.line ?? reader.line
    if ids.isEmpty, reader.member("sources") != nil {
      notes.fault(.emptyCell("sources"), line: line, "`sources` names no source")
    }
    return ids.compactMap { id in
      if let source = vocabulary.sources[id] { return source }
      notes.fault(
        .unknownSource(id), line: line, "unknown source `\(id)`",
        help: NearestWord.nearest(to: id, among: vocabulary.sources.keys.sorted())
          .map { "perhaps `\($0)`" } ?? "add it to sources.csv")
      return nil
    }
  }

  // MARK: Condition

  private func condition(_ reader: MapReader, _ kind: KindWord) -> RuleCondition? {
    guard kind == .condition else {
      if let member = reader.member("when") {
        notes.fault(.badRule, line: member.line, "a judgement has no `when`")
      }
      return nil
    }
    guard let when = reader.needed("when"),
      let parts = MapReader(when.value, shape: "when", name: "when", notes: notes)
    else { return nil }
    let text = parts.text("condition")
    let line = parts.member("condition")?.line ?? parts.line
    var selections: [RuleCondition.Selection] = []
    for member in parts.others {
      if ConditionParser.keywords.contains(member.key) || !Self.isName(member.key) {
        notes.fault(
          .badValue(member.key), line: member.line, "`\(member.key)` is no name of a selection",
          help: "use letters, digits, `-` and `_`, and none of the words of conditions")
      }
      guard let logic = selection(member.value, name: member.key) else { continue }
      selections.append(
        RuleCondition.Selection(name: member.key, line: member.line, logic: logic))
    }
    guard let text else { return nil }
    do throws(ConditionParser.Fault) {
      let logic = try ConditionParser.parse(text, names: parts.others.map(\.key))
      return RuleCondition(selections: selections, text: text, line: line, logic: logic)
    } catch {
      notes.fault(.badValue("condition"), line: line, error.message)
      return nil
    }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
  }

  private func selection(_ value: LocatedYAML, name: String) -> Logic<FactAtom>? {
    if case .list(let maps) = value.content {
      let parts = maps.compactMap { selection($0, name: name) }
      guard !maps.isEmpty else {
        notes.fault(.emptyCell(name), line: value.line, "the selection `\(name)` is empty")
        return nil
      }
      return parts.count == maps.count ? .any(parts) : nil
    }
    guard case .map(let members) = value.content, !members.isEmpty else {
      notes.fault(
        .malformed, line: value.line,
        "the selection `\(name)` is no map of facts, nor a list of such"
      )
      return nil
    }
    let tests = members.compactMap { test($0) }
    return tests.count == members.count ? .all(tests) : nil
  }

  private func test(_ member: LocatedYAML.Member) -> Logic<FactAtom>? {
    let parts = member.key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard let fact = declaration(parts[0], line: member.line) else { return nil }
    var modifiers = Array(parts.dropFirst())
    let needsAll = modifiers.last == "all"
    if needsAll { modifiers.removeLast() }
    guard modifiers.count <= 1 else {
      notes.fault(
        .badValue(member.key), line: member.line, "`\(member.key)` has more than one modifier",
        help: "only `all` can follow another one")
      return nil
    }
    let values: [LocatedYAML]
    if case .list(let list) = member.value.content {
      values = list
    } else {
      values = [member.value]
    }
    guard !values.isEmpty else {
      notes.fault(.emptyCell(member.key), line: member.line, "`\(member.key)` has no value")
      return nil
    }
    let builder = PredicateBuilder(
      fact: fact, modifier: modifiers.first, vocabulary: vocabulary, notes: notes)
    let atoms = values.compactMap { builder.predicate($0) }.map {
      Logic.leaf(FactAtom(fact: fact.name, predicate: $0))
    }
    guard atoms.count == values.count else { return nil }
    return needsAll ? .all(atoms) : .any(atoms)
  }

  private func declaration(_ name: String, line: Int) -> FactDeclaration? {
    if let fact = vocabulary.facts[name] { return fact }
    notes.fault(
      .danglingReference(name), line: line, "unknown fact `\(name)`",
      help: NearestWord.nearest(to: name, among: vocabulary.facts.all.map(\.name))
        .map { "perhaps `\($0)`" } ?? "declare it in \(FactDeclarations.path)")
    return nil
  }

  // MARK: Examples

  private enum Answer: String, CaseIterable { case yes, no, unknown }
  private enum Raises: String, CaseIterable { case yes = "true", no = "false", unknown }

  private func examples(
    _ reader: MapReader, id: String, kind: KindWord, forEach: FactDeclaration.Scope?
  ) -> [RuleExample] {
    guard let member = reader.member("examples") else { return [] }
    return reader.values(member.value).compactMap { value in
      guard let example = MapReader(value, shape: "example", name: "examples", notes: notes)
      else { return nil }
      let name = example.text("name")
      let raises = example.word("raises", Raises.self)
      var sheet = FactSheet()
      if kind == .judgement {
        let answer = example.word("answer", Answer.self)
        sheet.answer(
          id,
          FactSheet.Judgement(
            isYes: answer == .yes ? true : answer == .no ? false : nil, path: "answers.\(id)"))
      } else if let facts = example.needed("facts") {
        state(facts, forEach: forEach, on: &sheet)
      }
      example.finish()
      guard let name, let raises else { return nil }
      return RuleExample(
        name: name, sheet: sheet,
        raises: raises == .yes ? true : raises == .no ? false : nil, line: example.line)
    }
  }

  private func state(
    _ facts: LocatedYAML.Member, forEach: FactDeclaration.Scope?, on sheet: inout FactSheet
  ) {
    guard case .map(let members) = facts.value.content else {
      notes.fault(.malformed, line: facts.line, "`facts` is no map of facts and values")
      return
    }
    for scope in FactDeclaration.Scope.allCases where scope != .transaction {
      let isAsked = members.contains { FactDeclaration.Scope(ofFactNamed: $0.key) == scope }
      if isAsked || scope == forEach {
        sheet.add(FactSheet.Member(scope: scope, path: scope.rawValue, label: scope.rawValue))
      }
    }
    for member in members {
      guard let fact = declaration(member.key, line: member.line) else { continue }
      let list: [LocatedYAML]
      if case .list(let values) = member.value.content {
        list = values
        // Of a rule for the whole transaction, the values of several members stand together.
        if !fact.isMany, fact.scope == .transaction || fact.scope == forEach {
          notes.fault(
            .badValue(fact.name), line: member.line, "`\(fact.name)` has one value, not a list",
            help: "declare it with `many: true` if it can have several")
        }
      } else {
        list = [member.value]
      }
      let builder = PredicateBuilder(
        fact: fact, modifier: nil, vocabulary: vocabulary, notes: notes)
      sheet.state(
        fact.name,
        list.compactMap { builder.value($0) }.map { FactSheet.Value($0, from: [fact.name]) },
        from: [fact.name], of: fact.scope == .transaction ? nil : fact.scope.rawValue)
    }
  }
}
