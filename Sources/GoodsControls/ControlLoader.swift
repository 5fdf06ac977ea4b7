import KnowledgeBase
import TradeModel

/// Turns cited rows into entries and rules, and collects what does not fit.
struct ControlLoader {
  let knowledge: CheckedKnowledge
  private(set) var errors: [KnowledgeError] = []
  private var listsByID: [ControlList.ID: ControlList] = [:]
  /// By list and code of the entry.
  var parameters: [String: [ControlParameter]] = [:]
  /// By list and code of the entry.
  var wordConditions: [String: [WordCondition]] = [:]

  init(_ knowledge: CheckedKnowledge) { self.knowledge = knowledge }

  mutating func lists() -> [ControlList] {
    let path = "ControlLists/lists.csv"
    var lists: [ControlList] = []
    for row in knowledge.citedRows(path) {
      let cells = row.cells
      guard let id = word(cells, "id", ControlList.ID.self),
        let nature = word(cells, "nature", ControlList.Nature.self)
      else { continue }
      let list = ControlList(
        id: id, title: text(cells, "title"), publisher: cells["publisher"],
        jurisdictions: cells.list("jurisdiction"), nature: nature,
        destinations: cells.list("destinations").map { TerritoryID($0) },
        effect: text(cells, "effect"), citation: cells["citation"], asOf: cells["as_of"],
        citations: row.citations)
      listsByID[id] = list
      lists.append(list)
    }
    for id in ControlList.ID.allCases where listsByID[id] == nil {
      errors.append(
        KnowledgeError(.missingFile, file: path, "there is no row `\(id.rawValue)`"))
    }
    return lists
  }

  mutating func embargoes() -> [EmbargoRule] {
    knowledge.citedRows("ControlLists/embargoes.csv").compactMap { row in
      let cells = row.cells
      guard let kind = word(cells, "kind", EmbargoRule.Kind.self),
        let outcome = word(cells, "outcome", Outcome.self)
      else { return nil }
      return EmbargoRule(
        id: cells["id"], territory: TerritoryID(cells["territory"]),
        jurisdiction: cells["jurisdiction"], kind: kind, outcome: outcome,
        scope: text(cells, "scope"), rule: text(cells, "rule"), citation: cells["citation"],
        inForceFrom: cells.optional("in_force_from"), asOf: cells["as_of"],
        citations: row.citations)
    }
  }

  /// CHPL, then the Iran lists, each in the order of its table.
  mutating func rules() -> [GoodsRule] {
    var rules: [GoodsRule] = []
    for row in knowledge.citedRows("ControlLists/chpl.csv") {
      guard let tier = word(row.cells, "tier", GoodsRule.Tier.self) else { continue }
      rule(row, .commonHighPriority, tier: tier, into: &rules)
    }
    for row in knowledge.citedRows("ControlLists/iran-uav.csv") {
      guard let list = word(row.cells, "list", ControlList.ID.self) else { continue }
      rule(row, list, isPartial: row.cells.flag("ex"), into: &rules)
    }
    for row in knowledge.citedRows("ControlLists/iran-eu-annex7b.csv") {
      rule(row, .euIranAnnexVIIB, isPartial: row.cells.flag("ex"), into: &rules)
    }
    return rules
  }

  private func rule(
    _ row: CitedRow, _ id: ControlList.ID, isPartial: Bool = false, tier: GoodsRule.Tier? = nil,
    into rules: inout [GoodsRule]
  ) {
    guard let list = listsByID[id] else { return }
    rules.append(
      GoodsRule(
        id: row.cells["id"], list: list, code: CommodityCode(row.cells["hs"]),
        isPartial: isPartial, item: text(row.cells, "item"), tier: tier,
        tierTitle: tier.map { _ in text(row.cells, "tier") }, asOf: row.cells["as_of"],
        citations: row.citations))
  }

  func list(_ id: ControlList.ID) -> ControlList? { listsByID[id] }

  func text(_ row: KnowledgeRow, _ column: String) -> BilingualText {
    BilingualText(en: row["\(column)_en"], fr: row["\(column)_fr"])
  }

  mutating func fail(_ error: KnowledgeError) { errors.append(error) }

  /// The cell as one of the words of a type; records an error when it is none.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ row: KnowledgeRow, _ column: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    word(row, column, row[column], type)
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ row: KnowledgeRow, _ column: String, _ text: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    fail(
      row.error(
        .badValue(column), "`\(column)` is `\(text)`",
        help: "allowed are \(Word.allCases.map(\.rawValue).joined(separator: ", "))"))
    return nil
  }
}
