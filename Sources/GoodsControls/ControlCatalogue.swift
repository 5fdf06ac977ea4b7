import KnowledgeBase
public import TradeModel

/// Every control list, goods rule and embargo of the knowledge folder, with the questions a screening
/// asks of them.
///
/// What it answers with citations was read in a source. ``GoodsHint`` is what was not.
public struct ControlCatalogue: Sendable {
  /// In the order of `ControlLists/lists.csv`.
  public let lists: [ControlList]
  /// What customs numbers stand for, for sentences; it classifies nothing.
  public let nomenclature: Nomenclature
  /// All embargo rules, in the order of the table.
  public let embargoes: [EmbargoRule]
  /// Goods that lists name in words and without a code: a person compares them with the item.
  public let goodsWithoutCode: [GoodsRule]
  /// The words by which descriptions lead to entries.
  public let goods: GoodsIndex

  /// By which stated values are read and compared.
  public let measures: MeasureTables

  /// Every cited entry of the US, EU, MTCR and Annex II lists, in the order of their tables.
  public let allEntries: [ControlEntry]

  /// Figures that nobody checked, by list and code.
  let thresholdHints: [String: [ThresholdHint]]
  /// MTCR items by the US and EU codes that notes of the project give them, which nobody checked.
  let mtcrItemsByCode: [String: [String]]
  let rules: [GoodsRule]
  let hints: [GoodsHint]
  let entriesByCode: [String: [ControlEntry]]
  let entryHintsByCode: [String: [GoodsHint]]
  /// MTCR item numbers in parts, in the order of the table.
  let mtcrItems: [(parts: [String], entry: ControlEntry)]
  let mtcrHints: [(parts: [String], hint: GoodsHint)]

  /// The rules that `code` meets, in the order of the lists, then of their rows.
  ///
  /// A stated code of four digits takes in every listed code under it: ``GoodsMatch/precision`` says
  /// so. An empty answer means that no list written in commodity codes names the code; it does not
  /// mean that the goods are not controlled.
  /// - Complexity: O(*n*) in the rules.
  public func listedByCommodityCode(_ code: CommodityCode) -> [GoodsMatch] {
    rules.compactMap { rule in
      guard let listed = rule.code else { return nil }
      if code.isWithin(listed) { return GoodsMatch(rule: rule, precision: .covered) }
      if listed.isWithin(code) { return GoodsMatch(rule: rule, precision: .statedTooShort) }
      return nil
    }
  }

  /// What to look at for `code`, unchecked, in the order of the tables.
  public func hints(for code: CommodityCode) -> [GoodsHint] {
    hints.filter { hint in
      hint.code.map { code.isWithin($0) || $0.isWithin(code) } ?? false
    }
  }

  /// The rules for a territory, and for a region those of the state it belongs to after its own.
  ///
  /// An empty answer says that no rule stands in these tables.
  public func embargoes(territory: TerritoryID) -> [EmbargoRule] {
    let own = embargoes.filter { $0.territory == territory }
    guard let dash = territory.code.firstIndex(of: "-") else { return own }
    let state = TerritoryID(String(territory.code[..<dash]))
    return own + embargoes.filter { $0.territory == state }
  }

  /// The entries that a stated control code names, on every list that has it.
  ///
  /// `2B001.b.2`, `ECCN 2b001`, `9.A.3`, `II.A2.002` and `EAR99` are read. An unknown code is an
  /// answer of its own, never an empty list.
  public func entries(for stated: String) -> ControlCodeAnswer {
    switch StatedCode(stated) {
    case .unlisted: return answer(stated, .statedAsUnlisted)
    case .unreadable: return answer(stated, .unreadable)
    case .entry(let code, let paragraph), .annexII(let code, let paragraph):
      return answer(
        stated, code: code, paragraph: paragraph, entries: entriesByCode[code] ?? [],
        hints: entryHintsByCode[code] ?? [])
    case .mtcr(let parts): return mtcrAnswer(stated, parts)
    }
  }

  /// The item itself, or the items under it, or the nearest item above it with the rest as paragraph.
  private func mtcrAnswer(_ stated: String, _ parts: [String]) -> ControlCodeAnswer {
    for length in stride(from: parts.count, through: 3, by: -1) {
      let head = Array(parts[..<length])
      let rest = parts[length...].joined(separator: ".")
      let isWhole = length == parts.count
      func fits(_ item: [String]) -> Bool { isWhole ? item.starts(with: head) : item == head }
      let found = mtcrItems.filter { fits($0.parts) }.map(\.entry)
      let unverified = mtcrHints.filter { fits($0.parts) }.map(\.hint)
      if !found.isEmpty || !unverified.isEmpty {
        return answer(
          stated, code: head.joined(separator: "."), paragraph: rest.isEmpty ? nil : rest,
          entries: found, hints: unverified)
      }
    }
    return answer(stated, code: parts.joined(separator: "."), paragraph: nil)
  }

  private func answer(_ stated: String, _ kind: ControlCodeAnswer.Kind) -> ControlCodeAnswer {
    ControlCodeAnswer(
      stated: stated, kind: kind, code: nil, paragraph: nil, entries: [], hints: [])
  }

  private func answer(
    _ stated: String, code: String, paragraph: String?, entries: [ControlEntry] = [],
    hints: [GoodsHint] = []
  ) -> ControlCodeAnswer {
    let kind: ControlCodeAnswer.Kind =
      !entries.isEmpty ? .listed : !hints.isEmpty ? .unverified : .unknown
    return ControlCodeAnswer(
      stated: stated, kind: kind, code: code, paragraph: paragraph, entries: entries, hints: hints)
  }
}
