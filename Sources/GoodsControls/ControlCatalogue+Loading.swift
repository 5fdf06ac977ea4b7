public import KnowledgeBase
import TradeModel

extension ControlCatalogue {
  /// Types the tables of `knowledge`.
  ///
  /// - Throws: ``KnowledgeErrors`` for what only this target can judge: an unknown reason for control,
  ///   a unit that does not measure its quantity, a list without its row.
  /// - Complexity: O(*n*) in the rows.
  public init(loading knowledge: CheckedKnowledge) throws(KnowledgeErrors) {
    var loader = ControlLoader(knowledge)
    let lists = loader.lists()
    let measures = loader.measures()
    let entries = loader.entries(measures)
    let thresholdHints = loader.thresholdHints(measures)
    let rules = loader.rules()
    let embargoes = loader.embargoes()
    let hints = HintLoader(knowledge, lists)
    if let errors = KnowledgeErrors(loader.errors) { throw errors }

    self.lists = lists
    self.measures = measures
    allEntries = entries
    self.thresholdHints = thresholdHints
    mtcrItemsByCode = hints.mtcrItemsByCode()
    self.rules = rules.filter { $0.code != nil }
    goodsWithoutCode = rules.filter { $0.code == nil }
    self.embargoes = embargoes
    nomenclature = Nomenclature(knowledge)
    self.hints = hints.goods()
    entriesByCode = Dictionary(grouping: entries.filter { $0.list.id != .mtcr }, by: \.code)
    let entryHints = Dictionary(grouping: hints.entries() + hints.mtcr(), by: \.code)
      .mapValues { $0.map(\.hint) }
    entryHintsByCode = entryHints
    goods = GoodsIndex(knowledge, entries: entries, hints: entryHints)
    mtcrItems = entries.filter { $0.list.id == .mtcr }.map { (Self.parts($0.code), $0) }
    mtcrHints = hints.mtcr().map { (Self.parts($0.code), $0.hint) }
  }

  private static func parts(_ item: String) -> [String] {
    item.split(separator: ".").map(String.init)
  }
}

/// Reads the tables of hints.
struct HintLoader {
  private let knowledge: CheckedKnowledge

  private let lists: [ControlList]

  init(_ knowledge: CheckedKnowledge, _ lists: [ControlList]) {
    self.knowledge = knowledge
    self.lists = lists
  }

  /// Hints that start from a commodity code.
  func goods() -> [GoodsHint] {
    let path = "ControlLists/unverified/hs-hints.csv"
    let mapped = knowledge.hintRows(path).map { row in
      hint(
        row, path, key: row.cells["id"], code: row.cells["hs"],
        text: "\(row.cells["item_en"]): \(row.cells["check_en"])",
        controlCodes: row.cells.list("control_codes"), mtcrItems: row.cells.list("mtcr_items"))
    }
    let uav = "ControlLists/unverified/iran-uav.csv"
    let recalled = knowledge.hintRows(uav).map { row in
      hint(row, uav, key: row.cells["id"], code: row.cells["hs"], text: row.cells["item_en"])
    }
    return mapped + recalled + missileGoods()
  }

  /// Goods sought for missiles lead from a commodity code to entries by own mapping.
  private func missileGoods() -> [GoodsHint] {
    let path = "ControlLists/unverified/missile-goods-codes.csv"
    let items =
      knowledge.citedRows("ControlLists/missile-goods.csv").map(\.cells)
      + knowledge.hintRows("ControlLists/unverified/missile-goods.csv").map(\.cells)
    let names = Dictionary(
      items.map { ($0["id"], $0["item_en"]) }, uniquingKeysWith: { first, _ in first })
    return knowledge.hintRows(path).flatMap { row in
      row.cells.list("hs").map { code in
        hint(
          row, path, key: row.cells["id"], code: code, text: names[row.cells["id"]] ?? "",
          controlCodes: row.cells.list("control_codes"), mtcrItems: row.cells.list("mtcr_items"))
      }
    }
  }

  /// Entries of the US and EU lists that nobody checked.
  func entries() -> [(code: String, hint: GoodsHint)] {
    [ControlList.ID.usCommerceControlList, .euDualUse].flatMap { list in
      let path = "ControlLists/unverified/\(list.rawValue).csv"
      return knowledge.hintRows(path).map { row in
        let code = row.cells["code"]
        return (
          code,
          hint(
            row, path, list, key: code, code: nil, text: row.cells["title_en"],
            controlCodes: [code])
        )
      }
    }
  }

  func mtcr() -> [(code: String, hint: GoodsHint)] {
    let path = "ControlLists/unverified/mtcr.csv"
    return knowledge.hintRows(path).map { row in
      let item = row.cells["item"]
      return (
        item,
        hint(row, path, .mtcr, key: item, code: nil, text: row.cells["title_en"], mtcrItems: [item])
      )
    }
  }

  /// The MTCR items that the notes of the project link to a US or EU code, in the order of the table.
  func mtcrItemsByCode() -> [String: [String]] {
    var items: [String: [String]] = [:]
    for row in knowledge.hintRows("ControlLists/unverified/mtcr-codes.csv").map(\.cells) {
      for code in Set(row.list("us_codes") + row.list("eu_codes")) {
        items[code, default: []].append(row["item"])
      }
    }
    return items
  }

  private func hint(
    _ row: HintRow, _ path: String, _ list: ControlList.ID? = nil, key: String, code: String?,
    text: String,
    controlCodes: [String] = [], mtcrItems: [String] = []
  ) -> GoodsHint {
    GoodsHint(
      id: "\(path)/\(key)", list: lists.first { $0.id == list },
      code: code.flatMap(CommodityCode.init), text: text,
      controlCodes: controlCodes, mtcrItems: mtcrItems, checkIn: row.checkIn)
  }
}
