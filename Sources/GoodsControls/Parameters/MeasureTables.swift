public import TradeModel

/// Quantities, units and the words for them: what stated values are read and compared with.
public struct MeasureTables: Sendable {
  /// By key.
  public let quantities: [String: MeasuredQuantity]
  /// By symbol.
  let units: [String: ThresholdUnit]
  let words: ParameterWords
  /// The words of the signs and names of all units, folded.
  let unitWords: Set<String>

  init(
    quantities: [String: MeasuredQuantity], units: [String: ThresholdUnit], words: ParameterWords
  ) {
    self.quantities = quantities
    self.units = units
    self.words = words
    unitWords = Set(
      units.values.flatMap { [$0.symbol, $0.name.en, $0.name.fr] }.flatMap(ParameterWords.words))
  }

  /// What a written unit is worth, where it is of `measure`; the same sign may be a unit of another.
  /// `nil` when it measures something else, or nothing here says what it is worth.
  public func unit(_ unit: Unit, measuring measure: String) -> ThresholdUnit? {
    [unit, unit.homograph].compactMap { $0.flatMap { units[$0.symbol] } }
      .first { $0.measure == measure }
  }

  /// What a unit measures, read as its own sign says.
  func measure(of unit: Unit) -> String? { units[unit.symbol]?.measure }

  /// The units of a measure by symbol, in order: what an answer may be given in.
  public func units(measuring measure: String) -> [ThresholdUnit] {
    units.values.filter { $0.measure == measure }.sorted { $0.symbol < $1.symbol }
  }

  /// The quantity that a unit by itself is of: `14-bit`, `250 MSPS`.
  func implied(by unit: Unit) -> MeasuredQuantity? {
    units[unit.symbol]?.implies.flatMap { quantities[$0] }
  }
}
