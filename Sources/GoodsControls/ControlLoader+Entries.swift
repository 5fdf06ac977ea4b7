import KnowledgeBase
import TradeModel

extension ControlLoader {
  /// Entries of the US, EU, MTCR and Annex II lists, each in the order of its table.
  mutating func entries(_ measures: MeasureTables) -> [ControlEntry] {
    parameters = parametersByEntry(measures)
    wordConditions = wordConditionsByEntry()
    return usEntries() + euEntries() + mtcrEntries() + annexIIEntries()
  }

  private mutating func usEntries() -> [ControlEntry] {
    guard let list = list(.usCommerceControlList) else { return [] }
    var controls: [String: [ControlEntry.Control]] = [:]
    for row in knowledge.citedRows("ControlLists/us-ccl-controls.csv") {
      guard let reason = word(row.cells, "reason", ReasonForControl.self) else { continue }
      controls[row.cells["code"], default: []].append(
        ControlEntry.Control(
          reason: reason, scope: row.cells["scope"],
          chartColumn: row.cells.optional("chart_column"),
          destinations: row.cells.optional("destinations"),
          reference: row.cells.optional("other_reference"), citations: row.citations))
    }
    var entries: [ControlEntry] = []
    for row in knowledge.citedRows("ControlLists/us-ccl.csv") {
      var reasons: [ReasonForControl] = []
      for text in row.cells.list("reasons") {
        if let reason = word(row.cells, "reasons", text, ReasonForControl.self) {
          reasons.append(reason)
        }
      }
      let code = row.cells["code"]
      entries.append(
        entry(
          row, list, code: code, regime: Self.usRegime(code), reasons: reasons,
          controls: controls[code] ?? []))
    }
    return entries
  }

  private mutating func euEntries() -> [ControlEntry] {
    guard let list = list(.euDualUse) else { return [] }
    var entries: [ControlEntry] = []
    for row in knowledge.citedRows("ControlLists/eu-dual-use.csv") {
      let regime = Self.euRegimes[row.cells["regime"]]
      if regime == nil {
        fail(
          row.cells.error(
            .badValue("regime"), "`regime` is `\(row.cells["regime"])`",
            help: "allowed are \(Self.euRegimes.keys.sorted().joined(separator: ", "))"))
      }
      entries.append(entry(row, list, code: row.cells["code"], regime: regime))
    }
    return entries
  }

  private func mtcrEntries() -> [ControlEntry] {
    guard let list = list(.mtcr) else { return [] }
    return knowledge.citedRows("ControlLists/mtcr.csv").map { row in
      let item = row.cells["item"]
      return entry(
        row, list, code: item, title: text(row.cells, "title"), regime: .mtcr,
        threshold: row.cells.optional("threshold"), isCategoryI: row.cells["category"] == "I")
    }
  }

  private func annexIIEntries() -> [ControlEntry] {
    guard let list = list(.euIranAnnexII) else { return [] }
    return knowledge.citedRows("ControlLists/iran-eu-annex2.csv").map { row in
      let code = row.cells["entry"]
      return entry(
        row, list, code: code, title: text(row.cells, "item"), regime: nil,
        threshold: row.cells.optional("threshold"))
    }
  }

  /// - Parameter title: Both languages; without it the English title of the row stands for both.
  private func entry(
    _ row: CitedRow, _ list: ControlList, code: String, title: BilingualText? = nil,
    regime: Regime?, threshold: String? = nil,
    reasons: [ReasonForControl] = [], controls: [ControlEntry.Control] = [],
    isCategoryI: Bool? = nil
  ) -> ControlEntry {
    let key = "\(list.id.rawValue)/\(code)"
    return ControlEntry(
      list: list, code: code,
      title: title ?? BilingualText(en: row.cells["title_en"], fr: row.cells["title_en"]),
      hasFrench: title != nil, regime: regime, threshold: threshold,
      parameters: parameters[key] ?? [], wordConditions: wordConditions[key] ?? [],
      reasons: reasons, controls: controls, isCategoryI: isCategoryI, asOf: row.cells["as_of"],
      citations: row.citations)
  }

  private static let euRegimes: [String: Regime] = [
    "Wassenaar Arrangement": .wassenaar, "MTCR": .mtcr,
    "NSG dual-use (Part 2)": .nuclearSuppliers, "NSG trigger list (Part 1)": .nuclearSuppliers,
    "plurilateral (no regime consensus), added 2025": .unilateral,
    "Australia Group": .australiaGroup, "Chemical Weapons Convention": .chemicalWeapons,
  ]

  /// By the third digit. Source: 15 CFR 738.2(d)(1).
  private static func usRegime(_ code: String) -> Regime? {
    switch code.dropFirst(2).first {
    case "0": .wassenaar
    case "1": .mtcr
    case "2": .nuclearSuppliers
    case "3": .australiaGroup
    case "5", "6": .munitions
    default: .unilateral
    }
  }
}
