import KnowledgeBase
import TradeModel

extension ListEffects {
  /// The effects of `Lexicons/list-effects.csv`.
  init(_ knowledge: CheckedKnowledge) {
    var effects: [String: Effect] = [:]
    for row in knowledge.citedRows("Lexicons/list-effects.csv") {
      let cells = row.cells
      let key = [cells["list"], cells["part"]].filter { !$0.isEmpty }.joined(separator: "/")
      effects[key] = Effect(
        outcome: Outcome(rawValue: cells["outcome"]) ?? .hold, jurisdiction: cells["jurisdiction"],
        text: BilingualText(en: cells["effect_en"], fr: cells["effect_fr"]), basis: cells["basis"],
        citations: row.citations.screeningCitations(section: cells["basis"]))
    }
    self.init(effects: effects)
  }
}

extension Citations {
  /// The sources as a dossier shows them.
  ///
  /// - Parameter section: the section of the statement itself; each source's own where it is empty.
  func screeningCitations(section: String = "") -> [Citation] {
    sources.map { source in
      Citation(
        source: source.id.name, title: source.title, issuer: source.issuer, date: source.date ?? "",
        section: section.isEmpty ? source.section ?? "" : section, address: source.address)
    }
  }
}
