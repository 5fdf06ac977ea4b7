import FileFormats
import KnowledgeBase
import RedFlags
import TradeModel

/// One rule as text for people.
struct RuleText {
  let rule: RedFlagRule
  let facts: FactDeclarations
  let language: Language

  var lines: [String] {
    var lines = ["\(rule.id)  \(rule.title[language])"]
    lines.append(
      [rule.group, rule.severity.rawValue, rule.kindName, rule.file].joined(separator: " · "))
    if let statement = rule.statement { lines.append(statement[language]) }
    lines += ["", "ask: \(rule.ask[language])"]
    if let condition = rule.condition {
      lines += ["", "when: \(condition.text)"]
      if let scope = rule.forEach { lines.append("  for each \(scope.rawValue)") }
      for selection in condition.selections {
        lines.append("  \(selection.name): \(Self.text(selection.logic))")
      }
      lines += ["", "facts:"] + condition.facts.compactMap { facts[$0] }.map(Self.text)
    }
    lines += ["", "sources:"]
    lines += rule.sources.map { source in
      let section = rule.section.map { ", \($0)" } ?? ""
      return
        "  \(source.title) (\(source.issuer), \(source.date ?? "–"))\(section) [\(source.id)]"
    }
    lines += ["", "examples:"]
    lines += rule.examples.map { example in
      "  \(example.raises.map { $0 ? "raised" : "not raised" } ?? "unknown"): \(example.name)"
    }
    return lines
  }

  private static func text(_ fact: FactDeclaration) -> String {
    let unit: String = if case .number(let unit?) = fact.type { " in \(unit)" } else { "" }
    let derivation = fact.derivation.isEmpty ? "" : ": \(fact.derivation)"
    return
      "  \(fact.name) (\(fact.isMany ? "several of " : "")\(fact.type.name)\(unit), \(fact.origin.rawValue))\(derivation)"
  }

  /// A combination in the words of conditions.
  private static func text(_ logic: Logic<FactAtom>) -> String {
    switch logic {
    case .leaf(let atom): return atom.description
    case .not(let part): return "not (\(text(part)))"
    case .atLeast(let count, let parts):
      let texts = parts.map { part in
        if case .atLeast = part { "(\(text(part)))" } else { text(part) }
      }
      if count == parts.count { return texts.joined(separator: " and ") }
      if count == 1 { return texts.joined(separator: " or ") }
      return "\(count) of (\(texts.joined(separator: ", ")))"
    }
  }
}

extension RedFlagRule {
  /// `condition` or `judgement`.
  var kindName: String { condition == nil ? "judgement" : "condition" }

  /// - Parameter isOwn: whether it stands in a folder of the user's own.
  func json(isOwn: Bool) -> JSONValue {
    func both(_ text: BilingualText) -> JSONValue {
      .members(["en": .string(text.en), "fr": .string(text.fr)])
    }
    return .members([
      "id": .string(id), "title": both(title), "group": .string(group),
      "severity": .string(severity.rawValue), "kind": .string(kindName), "own": .bool(isOwn),
      "statement": statement.map(both), "ask": both(ask),
      "forEach": forEach.map { .string($0.rawValue) },
      "condition": condition.map { .string($0.text) },
      "facts": condition.map { .array($0.facts.map(JSONValue.string)) },
      "sources": .array(sources.map { .string($0.id.name) }),
      "section": section.map(JSONValue.string),
      "examples": .array(
        examples.map {
          .members([
            "name": .string($0.name), "raises": $0.raises.map(JSONValue.bool) ?? .string("unknown"),
          ])
        }),
    ])
  }
}
