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

extension Array where Element == Citation {
  /// One citation a source, in the order of their first use, with all sections that were named.
  func mergedBySource() -> [Citation] {
    map(\.source).uniqued().compactMap { source in
      let same = filter { $0.source == source }
      let sections = same.map(\.section).filter { !$0.isEmpty }.uniqued()
      return same.first.map {
        Citation(
          source: source, title: $0.title, issuer: $0.issuer, date: $0.date,
          section: sections.joined(separator: "; "), address: $0.address)
      }
    }
  }
}

extension Citations {
  /// The sources as a dossier shows them.
  ///
  /// - Parameter section: the section of the statement itself; each source's own where it is empty.
  func screeningCitations(section: String = "") -> [Citation] {
    sources.map { Citation($0, section: section) }
  }
}

extension Citation {
  /// - Parameter section: the section of the statement itself; the source's own where it is empty.
  init(_ source: KnowledgeSource, section: String = "") {
    self.init(
      source: source.id.name, title: source.title, issuer: source.issuer, date: source.date ?? "",
      section: section.isEmpty ? source.section ?? "" : section, address: source.address)
  }
}
