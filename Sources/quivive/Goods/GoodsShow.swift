import ArgumentParser
import FileFormats
import GoodsControls
import KnowledgeBase
import TradeModel
import Workplace

/// `quivive goods show`: what is known of one control code.
struct GoodsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the entries of a control code, with regime, reasons, thresholds and sources.",
    discussion: """
      Codes of the US and EU lists (2B001), the MTCR Annex (9.A.3) and Annex II of Regulation \
      267/2012 (II.A2.002) are read. Exits with 66 when no list here has the code.
      """)

  @Argument(help: "The control code.")
  var code: String

  @Option(help: "The language of the text: en or fr.")
  var language: Language = .en

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let catalogue = try knowledge.catalogue()
    let answer = catalogue.entries(for: code)
    guard !answer.entries.isEmpty || !answer.hints.isEmpty else {
      throw Failure(
        .missingFile, "no list here has the control code `\(code)`",
        help:
          "codes look like 2B001, 9.A.3 or II.A2.002; search by words with `quivive goods search`"
      )
    }
    let codes = answer.entries.map(\.code) + answer.hints.flatMap { $0.mtcrItems + $0.controlCodes }
    let report = EntryReport(answer: answer, related: catalogue.goods.families(with: codes))
    if json {
      Console.print(report.json.line)
    } else {
      report.lines(in: language).forEach { Console.print($0) }
    }
  }
}

/// One control code with its entries and the families it is looked at with.
struct EntryReport {
  let answer: ControlCodeAnswer
  let related: [GoodsFamily]

  var json: JSONValue {
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

  func lines(in language: Language) -> [String] {
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
