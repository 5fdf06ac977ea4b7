package import FileFormats
package import GoodsControls
import KnowledgeBase
import Screening
package import TradeModel

/// What `quivive goods classify` prints of one item.
package struct ClassifyReport {
  package let name: String
  package let stated: StatedParameters
  package let assessments: [EntryAssessment]
  /// Entries of which only the figures are met, by goods that the description does not name.
  package let figuresAlone: [EntryAssessment]
  /// Figures that nobody checked, for entries of which no condition is held.
  package let unverified: [ThresholdHint]

  package init(
    name: String, stated: StatedParameters, assessments: [EntryAssessment],
    figuresAlone: [EntryAssessment], catalogue: ControlCatalogue
  ) {
    let shown = Set(assessments.map(\.entry.id))
    self.figuresAlone = figuresAlone.filter {
      $0.entry.list.destinations.isEmpty && !shown.contains($0.entry.id)
    }
    self.name = name
    self.stated = stated
    self.assessments = assessments
    unverified = assessments.filter { $0.verdict == .nothingHeld }
      .flatMap { catalogue.unverifiedThresholds(of: $0.entry) }
  }

  /// The verdicts in the order in which they are shown, with their headings.
  private static let headings: [(EntryAssessment.Verdict, BilingualText)] = [
    (
      .met,
      BilingualText(
        en: "Entries whose stated conditions are met",
        fr: "Rubriques dont les conditions indiquées sont remplies")
    ),
    (
      .open,
      BilingualText(
        en: "Entries that are open: something is missing or cannot be compared",
        fr: "Rubriques ouvertes\u{A0}: un élément manque ou n’est pas comparable")
    ),
    (
      .notMet,
      BilingualText(
        en: "Entries with a stated value that does not meet a figure",
        fr: "Rubriques dont une valeur indiquée ne remplit pas un chiffre")
    ),
    (
      .nothingHeld,
      BilingualText(
        en: "Entries of which no condition is held here: nothing was compared",
        fr: "Rubriques dont aucune condition n’est tenue ici\u{A0}: rien n’a été comparé")
    ),
  ]

  package static let notice = BilingualText(
    en:
      "This is no classification: an entry has more conditions than figures, and a person must read it. What is not named here may be controlled.",
    fr:
      "Ceci n’est pas un classement\u{A0}: une rubrique a plus de conditions que des chiffres, et une personne doit la lire. Ce qui n’est pas nommé ici peut être contrôlé."
  )

  /// What is missing, each once.
  private var questions: [BilingualText] {
    var seen: Set<BilingualText> = []
    return
      (assessments.flatMap(\.missing).map { ConditionWords.question($0.content) }
      + unverified.map(Self.question) + [alone].compactMap(\.self)).filter {
        seen.insert($0).inserted
      }
  }

  /// A figure that nobody checked, as what to look up.
  private static func question(_ hint: ThresholdHint) -> BilingualText {
    let sources = hint.checkIn.map(\.title).joined(separator: "; ")
    return BilingualText(
      en: "\(hint.code), not checked: \(hint.threshold.text(in: .en))? Check in \(sources).",
      fr:
        "\(hint.code), non vérifié\u{A0}: \(hint.threshold.text(in: .fr))\u{A0}? À vérifier dans \(sources)."
    )
  }

  /// What the figures of other goods have in common with entries; `nil` when nothing.
  private var alone: BilingualText? {
    let codes = figuresAlone.map(\.entry.code).uniqued().joined(separator: ", ")
    guard !codes.isEmpty else { return nil }
    return BilingualText(
      en:
        "The figures are also figures of \(codes), but no word names goods of these entries: what is the item?",
      fr:
        "Les chiffres sont aussi ceux de \(codes), mais aucun mot ne nomme des biens de ces rubriques\u{A0}: qu’est-ce que le bien\u{A0}?"
    )
  }

  /// Lines for people.
  package func text(in language: Language) -> String {
    let colon = language == .fr ? "\u{A0}:" : ":"
    var lines = [name, ""]
    lines.append(
      BilingualText(en: "Stated values", fr: "Valeurs indiquées")[language] + colon)
    lines += stated.stated.map {
      "  \($0.quantity.name[language]) – \($0.text) (\($0.facts.joined(separator: ", ")))"
    }
    let notCompared = BilingualText(en: "not compared", fr: "non comparé")[language]
    lines += stated.incomparable.map { "  \($0.text) (\($0.fact)) – \(notCompared)" }
    if lines.count == 3 { lines.append("  –") }
    for (verdict, heading) in Self.headings {
      let entries = assessments.filter { $0.verdict == verdict }
      guard !entries.isEmpty else { continue }
      lines += ["", heading[language] + colon]
      for assessment in entries { lines += self.lines(assessment, language) }
    }
    if !questions.isEmpty {
      lines += [
        "",
        BilingualText(en: "Open questions", fr: "Questions ouvertes")[language] + colon,
      ]
      lines += questions.map { "  \($0[language])" }
    }
    return (lines + ["", Self.notice[language]]).joined(separator: "\n")
  }

  private func lines(_ assessment: EntryAssessment, _ language: Language) -> [String] {
    let entry = assessment.entry
    var lines = ["  \(entry.code)  \(entry.title[language]) – \(entry.list.title[language])"]
    for alternative in assessment.decisive {
      for (index, condition) in alternative.conditions.enumerated() {
        lines.append(
          "    \(index == 0 ? "•" : " ") \(ConditionWords(condition, of: entry).clause[language])")
      }
    }
    return lines
  }

  package var json: JSONValue {
    .members([
      "description": .string(name),
      "stated": .array(
        stated.stated.map {
          .members([
            "quantity": .string($0.quantity.id), "name": $0.quantity.name.json,
            "text": .string($0.text), "facts": .strings($0.facts),
          ])
        }),
      "notCompared": .array(
        stated.incomparable.map {
          .members(["text": .string($0.text), "fact": .string($0.fact)])
        }),
      "entries": .array(assessments.map(json)),
      "openQuestions": .array(questions.map(\.json)),
      "notice": Self.notice.json,
    ])
  }

  private func json(_ assessment: EntryAssessment) -> JSONValue {
    let entry = assessment.entry
    return .members([
      "code": .string(entry.code), "list": .string(entry.list.id.rawValue),
      "title": entry.title.json, "asOf": .string(entry.asOf),
      "verdict": .string(assessment.verdict.rawValue),
      "alternatives": .array(
        assessment.alternatives.map { alternative in
          .members([
            "number": .int(alternative.number), "verdict": .string(alternative.verdict.rawValue),
            "conditions": .array(
              alternative.conditions.map { condition in
                let words = ConditionWords(condition, of: entry)
                return .members([
                  "id": .string(condition.id), "asks": words.asked.json,
                  "verdict": .string(condition.verdict.rawValue), "stated": words.stated?.json,
                  "sources": condition.citations.map {
                    .array($0.ids.map { .string($0.name) })
                  },
                ])
              }),
          ])
        }),
    ])
  }
}
