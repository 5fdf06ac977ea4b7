public import FileFormats
import KnowledgeBase
import Licensing
public import Screening
import TradeModel

extension LicenceAnswer {
  /// What a dossier, and `quivive licence check`, write of it.
  public var json: JSONValue {
    .members([
      "item": .string(item), "name": .string(name), "jurisdiction": .string(jurisdiction.rawValue),
      "law": jurisdiction.title.json, "reach": .string(reach.word), "reachBecause": reach.why.json,
      "answer": determination.map { .string($0.answer.word) },
      "outcome": determination.map { .string($0.outcome.rawValue) },
      "sentence": sentence.json,
      "missing": determination.flatMap { determination in
        guard case .undetermined(let missing) = determination.answer else { return nil }
        return .array(missing.map(\.title.json))
      },
      "steps": determination.map { .array($0.steps.map(Self.json)) },
      "permissions": determination.flatMap { determination in
        determination.permissions.isEmpty ? nil : .array(determination.permissions.map(Self.json))
      },
    ])
  }

  private static func json(_ step: LicenceStep) -> JSONValue {
    .members([
      "kind": .string(step.kind.rawValue), "effect": .string(word(step.effect)),
      "outcome": .string(step.outcome.rawValue), "sentence": step.sentence.json,
      "rule": .string(step.rule), "asOf": step.asOf.map(JSONValue.string),
      "facts": .array(step.facts.map(JSONValue.string)), "sources": sources(step.citations),
    ])
  }

  private static func json(_ permission: LicencePermission) -> JSONValue {
    .members([
      "symbols": .array(permission.symbols.map(JSONValue.string)),
      "standing": .string(permission.standing.rawValue), "sentence": permission.sentence.json,
      "rule": .string(permission.rule), "sources": sources(permission.citations),
    ])
  }

  private static func word(_ effect: LicenceStep.Effect) -> String {
    switch effect {
    case .passes: "passes"
    case .open: "open"
    case .requires: "requires"
    }
  }

  private static func sources(_ citations: [Citations]) -> JSONValue {
    var names: [String] = []
    for name in citations.flatMap({ $0.ids.map(\.name) }) where !names.contains(name) {
      names.append(name)
    }
    return .array(names.map(JSONValue.string))
  }
}
