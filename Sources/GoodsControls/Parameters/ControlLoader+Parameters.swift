import KnowledgeBase
import TradeModel

extension ControlLoader {
  /// Quantities, units and words.
  mutating func measures() -> MeasureTables {
    var quantities: [String: MeasuredQuantity] = [:]
    for row in knowledge.citedRows("ControlLists/quantities.csv").map(\.cells) {
      quantities[row["id"]] = MeasuredQuantity(
        id: row["id"], measure: row["measure"],
        end: row.optional("end").flatMap(MeasuredQuantity.End.init), near: row.optional("near"),
        isTelling: row.flag("telling"), name: text(row, "name"))
    }
    return MeasureTables(
      quantities: quantities, units: unitsBySymbol(), words: parameterWords(quantities))
  }

  private mutating func parameterWords(
    _ quantities: [String: MeasuredQuantity]
  ) -> ParameterWords {
    var words = ParameterWords()
    for row in knowledge.citedRows("ControlLists/parameter-words.csv").map(\.cells) {
      guard let kind = word(row, "kind", ParameterWords.Kind.self),
        let language = word(row, "language", Language.self)
      else { continue }
      let isSound = words.add(
        row["word"], language, kind, row.list("means"), isQuantity: { quantities[$0] != nil })
      if !isSound {
        fail(
          row.error(
            .badValue("means"), "`\(row["word"])` means `\(row["means"])`",
            help: "a \(kind.rawValue) cannot; see Knowledge/README.md"))
      }
    }
    return words
  }

  /// The parameters of each entry, by list and code, in the order of the table.
  mutating func parametersByEntry(_ measures: MeasureTables) -> [String: [ControlParameter]] {
    var parameters: [String: [ControlParameter]] = [:]
    for row in knowledge.citedRows("ControlLists/parameters.csv") {
      guard let threshold = threshold(row.cells, measures) else { continue }
      parameters["\(row.cells["list"])/\(row.cells["entry"])", default: []].append(
        ControlParameter(id: row.cells["id"], threshold: threshold, citations: row.citations))
    }
    return parameters
  }

  /// The figures that nobody checked, by code, in the order of the table.
  mutating func thresholdHints(_ measures: MeasureTables) -> [String: [ThresholdHint]] {
    let path = "ControlLists/unverified/parameters.csv"
    var hints: [String: [ThresholdHint]] = [:]
    for row in knowledge.hintRows(path) {
      guard let threshold = threshold(row.cells, measures) else { continue }
      let key = "\(row.cells["list"])/\(row.cells["entry"])"
      hints[key, default: []].append(
        ThresholdHint(
          id: "\(path)/\(row.cells["id"])", code: row.cells["entry"], threshold: threshold,
          checkIn: row.checkIn))
    }
    return hints
  }

  /// The conditions of each entry that are no figures, by list and code.
  mutating func wordConditionsByEntry() -> [String: [WordCondition]] {
    var conditions: [String: [WordCondition]] = [:]
    for row in knowledge.citedRows("ControlLists/conditions-in-words.csv") {
      guard let alternative = alternative(row.cells) else { continue }
      conditions["\(row.cells["list"])/\(row.cells["entry"])", default: []].append(
        WordCondition(
          id: row.cells["id"], alternative: alternative, text: text(row.cells, "text"),
          citations: row.citations))
    }
    return conditions
  }

  private mutating func threshold(_ cells: KnowledgeRow, _ measures: MeasureTables) -> Threshold? {
    guard let unit = measures.units[cells["unit"]],
      let quantity = measures.quantities[cells["quantity"]],
      let value = DecimalNumber(cells["value"]),
      let comparison = word(cells, "comparison", Threshold.Comparison.self)
    else { return nil }
    guard unit.measure == quantity.measure else {
      fail(
        cells.error(
          .badUnit(unit.symbol),
          "`\(quantity.id)` is in `\(unit.symbol)`, which measures \(unit.measure)",
          help: "it needs a unit of \(quantity.measure)"))
      return nil
    }
    guard let alternative = alternative(cells) else { return nil }
    return Threshold(
      measured: quantity, comparison: comparison, value: value, valueText: cells["value"],
      unit: unit, condition: condition(cells), alternative: alternative)
  }

  private mutating func alternative(_ cells: KnowledgeRow) -> Int? {
    if let alternative = Int(cells["alternative"]), alternative > 0 { return alternative }
    fail(
      cells.error(
        .badValue("alternative"), "`alternative` is `\(cells["alternative"])`",
        help: "alternatives are numbered from 1"))
    return nil
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
        let offset = DecimalNumber(cells["offset"]), times > .zero, dividedBy > .zero
      else {
        fail(
          cells.error(
            .badUnit(cells["symbol"]), "unit `\(cells["symbol"])` has a factor that is no number",
            help: "`times` and `divided_by` are above zero"))
        continue
      }
      units[cells["symbol"]] = ThresholdUnit(
        symbol: cells["symbol"], measure: cells["measure"], times: times, dividedBy: dividedBy,
        offset: offset, implies: cells.optional("implies"), name: text(cells, "name"))
    }
    return units
  }
}
