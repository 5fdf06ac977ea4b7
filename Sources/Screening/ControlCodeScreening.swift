import GoodsControls
import Licensing
import TradeModel

/// Looks up the control codes that the transaction states. A stated code is a claim of the writer, not
/// a classification of ours.
///
/// What follows from an entry under the law of its list is ``LicenceScreening``'s to say, where that law
/// may apply.
struct ControlCodeScreening {
  let catalogue: ControlCatalogue
  let reaches: LicenceReaches

  /// What came of the codes of one item.
  struct Answer {
    var findings: [Finding] = []
    /// Codes by which the writer says that no list has the item.
    var statedAsUnlisted: [String] = []
  }

  func answer(on item: Item, path: String) -> Answer {
    var answer = Answer()
    for (index, stated) in item.controlCodes.enumerated() {
      let fact = "\(path).controlCodes[\(index)]"
      let found = catalogue.entries(for: stated.code)
      let name = item.description ?? path
      switch found.kind {
      case .listed:
        answer.findings += Self.perList(found.entries).filter { !isDetermined($0[0], item) }.map {
          listed($0, answer: found, item: name, fact: fact)
        }
      case .statedAsUnlisted: answer.statedAsUnlisted.append(stated.code)
      case .unverified:
        answer.findings.append(
          open(
            stated.code, name, fact,
            BilingualText(
              en: "A code like it stands in notes that nobody checked; no cited entry has it.",
              fr:
                "Un code semblable figure dans des notes non vérifiées ; aucune rubrique citée ne l’a."
            )))
      case .unknown:
        answer.findings.append(
          open(
            stated.code, name, fact,
            BilingualText(
              en: "It has the form of a control code, but no list here has it.",
              fr: "Il a la forme d’un code de contrôle, mais aucune liste d’ici ne l’a.")))
      case .unreadable:
        answer.findings.append(
          open(
            stated.code, name, fact,
            BilingualText(
              en: "It is not a code of any list known here.",
              fr: "Ce n’est le code d’aucune liste connue ici.")))
      }
    }
    return answer
  }

  private static func perList(_ entries: [ControlEntry]) -> [[ControlEntry]] {
    entries.map(\.list.id).uniqued().map { id in entries.filter { $0.list.id == id } }
  }

  /// Whether the licence determination answers for the entry.
  private func isDetermined(_ entry: ControlEntry, _ item: Item) -> Bool {
    let jurisdiction: LicenceJurisdiction
    switch entry.list.id {
    case .usCommerceControlList: jurisdiction = .unitedStates
    case .euDualUse: jurisdiction = .europeanUnion
    default: return false
    }
    switch reaches.reach(of: jurisdiction, item: item) {
    case .reaches: return true
    case .outside: return false
    // Where no law that is held here reaches the item, its entries are a finding by themselves.
    case .open:
      return jurisdiction == .unitedStates
        && LicenceJurisdiction.allCases.contains {
          if case .reaches = reaches.reach(of: $0, item: item) { true } else { false }
        }
    }
  }

  private func open(
    _ code: String, _ item: String, _ fact: String, _ why: BilingualText
  ) -> Finding {
    Finding(
      kind: .openQuestion, outcome: .incomplete, facts: [fact],
      title: BilingualText(
        en: "The control code “\(code)” of “\(item)” was not found",
        fr: "Le code de contrôle « \(code) » de « \(item) » n’a pas été trouvé"),
      explanation: [why],
      question: BilingualText(
        en: "Of which control list, in which version, is “\(code)”?",
        fr: "De quelle liste de contrôle, dans quelle version, vient « \(code) » ?"))
  }

  private func verdict(
    _ entry: ControlEntry
  ) -> (outcome: Outcome, ifConfirmed: Outcome?, why: BilingualText) {
    if entry.isCategoryI == true {
      return (
        .licenceRequiredDenialLikely, nil,
        BilingualText(
          en: "Category I of the MTCR: the partners apply a strong presumption of denial.",
          fr: "Catégorie I du MTCR : les partenaires appliquent une forte présomption de refus.")
      )
    }
    return (
      .hold, .licenceRequired,
      BilingualText(
        en:
          "The entry is controlled. Under which law, and whether a licence is required for this destination, use and exporter, a person must determine.",
        fr:
          "La rubrique est contrôlée. Une personne doit déterminer selon quel droit, et si une licence est requise pour cette destination, cet usage et cet exportateur."
      )
    )
  }

  private func listed(
    _ entries: [ControlEntry], answer: ControlCodeAnswer, item: String, fact: String
  ) -> Finding {
    let entry = entries[0]
    let verdict = verdict(entry)
    var explanation = entries.prefix(3).map { entry in
      let threshold = entry.threshold.map { "; \($0)" } ?? ""
      let mark = entry.hasFrench ? "" : " (en anglais)"
      return BilingualText(
        en: "\(entry.code): \(entry.title.en)\(threshold).",
        fr: "\(entry.code) : \(entry.title.fr)\(threshold)\(mark).")
    }
    if let paragraph = answer.paragraph {
      explanation.append(
        BilingualText(
          en:
            "The stated paragraph “\(paragraph)” was not compared: entries are known here, paragraphs are not.",
          fr:
            "Le paragraphe indiqué « \(paragraph) » n’a pas été comparé : les rubriques sont connues ici, non les paragraphes."
        ))
    }
    if !answer.hints.isEmpty {
      explanation.append(
        BilingualText(
          en: "A note that nobody checked has the code on another list too: look it up there.",
          fr: "Une note non vérifiée donne aussi ce code sur une autre liste : à y rechercher."))
    }
    if let regime = entry.regime {
      explanation.append(
        BilingualText(
          en: "Regime: \(regime.title.en).", fr: "Régime : \(regime.title.fr)."))
    }
    if !entry.reasons.isEmpty {
      let english = entry.reasons.map(\.title.en).joined(separator: ", ")
      let french = entry.reasons.map(\.title.fr).joined(separator: ", ")
      explanation.append(
        BilingualText(
          en: "Reasons for control: \(english).", fr: "Motifs de contrôle : \(french)."))
    }
    explanation.append(verdict.why)
    return Finding(
      kind: .controlledItem, outcome: verdict.outcome, outcomeIfConfirmed: verdict.ifConfirmed,
      facts: [fact],
      title: BilingualText(
        en: "“\(item)” is stated to fall under \(entry.code): \(entry.list.title.en)",
        fr: "« \(item) » est déclaré relever de \(entry.code) : \(entry.list.title.fr)"),
      explanation: explanation,
      citations: (entry.citations.screeningCitations(section: entry.code)
        + entry.list.citations.screeningCitations(section: entry.list.citation)).mergedBySource(),
      question: BilingualText(
        en:
          "Which licence or exception covers \(entry.code) (\(entry.list.title.en)) for this destination and end use?",
        fr:
          "Quelle licence ou exception couvre \(entry.code) (\(entry.list.title.fr)) pour cette destination et cet usage ?"
      ))
  }
}
