import KnowledgeBase
import TradeModel

extension ControlLoader {
  /// The parameters of each entry, by list and code, in the order of the table.
  mutating func parametersByEntry() -> [String: [ControlParameter]] {
    let units = unitsBySymbol()
    var quantities: [String: KnowledgeRow] = [:]
    for row in knowledge.citedRows("ControlLists/quantities.csv") {
      quantities[row.cells["id"]] = row.cells
    }
    var parameters: [String: [ControlParameter]] = [:]
    for row in knowledge.citedRows("ControlLists/parameters.csv") {
      let cells = row.cells
      guard let unit = units[cells["unit"]], let quantity = quantities[cells["quantity"]],
        let value = DecimalNumber(cells["value"]),
        let comparison = word(cells, "comparison", ControlParameter.Comparison.self)
      else { continue }
      guard unit.measure == quantity["measure"] else {
        fail(
          cells.error(
            .badUnit(unit.symbol),
            "`\(cells["quantity"])` is in `\(unit.symbol)`, which measures \(unit.measure)",
            help: "it needs a unit of \(quantity["measure"])"))
        continue
      }
      guard let alternative = Int(cells["alternative"]), alternative > 0 else {
        fail(
          cells.error(
            .badValue("alternative"), "`alternative` is `\(cells["alternative"])`",
            help: "alternatives are numbered from 1"))
        continue
      }
      parameters["\(cells["list"])/\(cells["entry"])", default: []].append(
        ControlParameter(
          id: cells["id"], quantity: cells["quantity"], quantityName: text(quantity, "name"),
          comparison: comparison, value: value, valueText: cells["value"], unit: unit,
          condition: condition(cells), alternative: alternative, citations: row.citations))
    }
    return parameters
  }

  private mutating func condition(_ cells: KnowledgeRow) -> BilingualText? {
    switch (cells.optional("condition_en"), cells.optional("condition_fr")) {
    case (nil, nil): return nil
    case (let en?, let fr?): return BilingualText(en: en, fr: fr)
    default:
      fail(
        cells.error(
          .emptyCell("condition_en"), "the condition stands in one language only",
          help: "write it in English and French"))
      return nil
    }
  }

  private mutating func unitsBySymbol() -> [String: ThresholdUnit] {
    var units: [String: ThresholdUnit] = [:]
    for row in knowledge.citedRows("ControlLists/units.csv") {
      let cells = row.cells
      guard let times = DecimalNumber(cells["times"]),
        let dividedBy = DecimalNumber(cells["divided_by"]),
        let offset = DecimalNumber(cells["offset"]), let zero = DecimalNumber("0"),
        times > zero, dividedBy > zero
      else {
        fail(
          cells.error(
            .badUnit(cells["symbol"]), "unit `\(cells["symbol"])` has a factor that is no number",
            help: "`times` and `divided_by` are above zero"))
        continue
      }
      units[cells["symbol"]] = ThresholdUnit(
        symbol: cells["symbol"], measure: cells["measure"], times: times, dividedBy: dividedBy,
        offset: offset, name: text(cells, "name"))
    }
    return units
  }
}
