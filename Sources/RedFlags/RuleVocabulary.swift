public import KnowledgeBase
public import TradeModel

/// What rules may refer to: facts, sources, groups of territories, and the catalogue of red flags.
public struct RuleVocabulary: Sendable {
  /// The declared facts.
  public let facts: FactDeclarations
  /// By id.
  public let sources: [String: KnowledgeSource]
  /// The members of each group of territories, by its code.
  public let groups: [String: Set<TerritoryID>]
  /// The codes of all territories.
  public let territories: Set<TerritoryID>
  /// The ids of the catalogue with their groups.
  public let catalogue: [String: String]
  /// What people read instead of the groups of rules.
  public let groupLabels: [String: BilingualText]

  public init(
    facts: FactDeclarations, sources: [KnowledgeSource], groups: [String: Set<TerritoryID>] = [:],
    territories: Set<TerritoryID> = [], catalogue: [String: String] = [:],
    groupLabels: [String: BilingualText] = [:]
  ) {
    self.facts = facts
    self.sources = Dictionary(
      sources.map { ($0.id.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.groups = groups
    self.territories = territories
    self.catalogue = catalogue
    self.groupLabels = groupLabels
  }

  /// The same with the documents that the user's own rules cite. Of equal ids the first counts.
  func adding(_ more: [KnowledgeSource]) -> RuleVocabulary {
    RuleVocabulary(
      facts: facts, sources: sources.sorted { $0.key < $1.key }.map(\.value) + more,
      groups: groups, territories: territories, catalogue: catalogue, groupLabels: groupLabels)
  }

  /// What a knowledge folder offers.
  ///
  /// - Throws: ``KnowledgeErrors`` when the file of facts is not sound.
  public init(loading knowledge: CheckedKnowledge) throws(KnowledgeErrors) {
    var groups: [String: Set<TerritoryID>] = [:]
    // Unverified groups steer what a person looks at, as everywhere; the citation is the rule's own.
    let members =
      knowledge.citedRows("Territories/group-members.csv").map(\.cells)
      + knowledge.hintRows("Territories/unverified/group-members.csv").map(\.cells)
    for row in members {
      groups[row["group"], default: []].insert(TerritoryID(row["territory"]))
    }
    let catalogue = knowledge.citedRows("RedFlags/catalogue.csv").map {
      ($0.cells["id"], $0.cells["group"])
    }
    let labels = knowledge.citedRows("RedFlags/groups.csv").map(\.cells).map {
      ($0["id"], BilingualText(en: $0["label_en"], fr: $0["label_fr"]))
    }
    self.init(
      facts: try FactDeclarations(loading: knowledge.folder), sources: knowledge.sources,
      groups: groups,
      territories: Set(
        knowledge.citedRows("Territories/territories.csv").map { TerritoryID($0.cells["code"]) }),
      catalogue: Dictionary(catalogue, uniquingKeysWith: { first, _ in first }),
      groupLabels: Dictionary(labels, uniquingKeysWith: { first, _ in first }))
  }
}
