package import FileFormats
package import GoodsControls
import KnowledgeBase
package import TradeModel

/// One control code with its entries and the families it is looked at with.
package struct EntryReport {
  package let answer: ControlCodeAnswer
  package let related: [GoodsFamily]

  package init(answer: ControlCodeAnswer, related: [GoodsFamily]) {
    self.answer = answer
    self.related = related
  }

  package var json: JSONValue {
    .members([
      "stated": .string(answer.stated), "paragraph": answer.paragraph.map { .string($0) },
      "entries": .array(answer.entries.map(Self.json)),
      "unverified": .array(answer.hints.map(Self.json)),
      "families": .array(related.map(Self.json)),
    ])
  }

  private static func json(_ hint: GoodsHint) -> JSONValue {
    .members(["row": .string(hint.id), "text": .string(hint.text)])
  }

  private static func json(_ family: GoodsFamily) -> JSONValue {
    .members([
      "family": .string(family.id), "title": family.title.json, "codes": .strings(family.codes),
    ])
  }

  private static func json(_ entry: ControlEntry) -> JSONValue {
    .members([
      "list": .string(entry.list.id.rawValue), "code": .string(entry.code),
      "title": entry.title.json, "regime": (entry.regime?.rawValue).map { .string($0) },
      "threshold": entry.threshold.map { .string($0) },
      "isCategoryI": entry.isCategoryI.map { .bool($0) },
      "parameters": .array(entry.parameters.map(Self.json)),
      "reasons": .strings(entry.reasons.map(\.rawValue)),
      "controls": .array(entry.controls.map(Self.json)), "asOf": .string(entry.asOf),
      "sources": .strings(entry.citations.sources.map { "\($0.id)" }),
    ])
  }

  private static func json(_ parameter: ControlParameter) -> JSONValue {
    .members([
      "quantity": .string(parameter.measured.id),
      "comparison": .string(parameter.comparison.rawValue),
      "value": .string(parameter.valueText), "unit": .string(parameter.unit.symbol),
      "alternative": .int(parameter.alternative), "condition": parameter.condition?.json,
    ])
  }

  private static func json(_ control: ControlEntry.Control) -> JSONValue {
    .members([
      "reason": .string(control.reason.rawValue), "scope": .string(control.scope),
      "chartColumn": control.chartColumn.map { .string($0) },
      "destinations": control.destinations.map { .string($0) },
      "reference": control.reference.map { .string($0) },
    ])
  }

  package func lines(in language: Language) -> [String] {
    func say(_ en: String, _ fr: String) -> String { BilingualText(en: en, fr: fr)[language] }
    var lines: [String] = []
    for entry in answer.entries {
      let mark = entry.hasFrench || language == .en ? "" : " (en anglais)"
      lines.append("\(entry.code)  \(entry.list.title[language])")
      lines.append("  \(entry.title[language])\(mark)")
      if let regime = entry.regime {
        lines.append(say("  regime: ", "  régime : ") + regime.title[language])
      }
      if let isCategoryI = entry.isCategoryI {
        lines.append(say("  category: ", "  catégorie : ") + (isCategoryI ? "I" : "II"))
      }
      if let threshold = entry.threshold {
        lines.append(say("  threshold in words: ", "  seuil (en anglais) : ") + threshold)
      }
      for parameter in entry.parameters {
        lines.append(
          "  [\(parameter.alternative)] " + parameter.text(in: language))
      }
      for control in entry.controls {
        let column = control.chartColumn ?? control.destinations ?? control.reference ?? "–"
        lines.append(
          "  " + language.labelled(control.reason.title[language], "\(column) (\(control.scope))"))
      }
      let sources = entry.citations.sources.map { "\($0.title) (\($0.id))" }
      lines.append(
        say("  as of \(entry.asOf); sources: ", "  état : \(entry.asOf) ; sources : ")
          + sources.joined(separator: "; "))
    }
    for hint in answer.hints {
      lines.append(
        say("Unverified, look it up in the list: ", "Non vérifié, à rechercher dans la liste : ")
          + hint.text)
    }
    for family in related {
      lines.append(
        say(
          "Looked at together, by the project’s reading: ",
          "Examinées ensemble, selon la lecture du projet : ")
          + family.title[language])
      lines += family.codesByList(in: language).map { "  \($0)" }
    }
    return lines
  }
}
