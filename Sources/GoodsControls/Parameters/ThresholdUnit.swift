public import TradeModel

/// A unit in which thresholds are written: one row of `ControlLists/units.csv`.
public struct ThresholdUnit: Hashable, Sendable {
  /// As written: `mm`, `kg`; `1` for a plain number.
  public let symbol: String
  /// What it measures: `length`, `pressure`. Units of one measure can be turned into each other.
  public let measure: String
  /// An amount plus ``offset``, times ``times``, divided by ``dividedBy`` is the amount in the base
  /// unit of the measure: SI, and the degree for angles. Exact decimals.
  public let times: DecimalNumber
  /// See ``times``.
  public let dividedBy: DecimalNumber
  /// See ``times``; zero but for temperatures.
  public let offset: DecimalNumber
  /// The quantity that an amount in this unit is of when nothing else says so: samples per second are
  /// a sample rate.
  public let implies: String?
  /// For sentences.
  public let name: BilingualText

  /// The amount in the base unit of the measure.
  public func base(_ amount: DecimalNumber) -> ExactFraction {
    ExactFraction(amount + offset) * factor
  }

  /// A difference of amounts in the base unit: without the offset.
  public func baseDifference(_ amount: DecimalNumber) -> ExactFraction {
    ExactFraction(amount) * factor
  }

  /// The amount in this unit of an amount in the base unit.
  public func amount(ofBase value: ExactFraction) -> ExactFraction {
    (value.divided(by: factor) ?? value) - ExactFraction(offset)
  }

  /// Above zero: the loader refuses a table with other factors.
  private var factor: ExactFraction {
    ExactFraction(times, over: dividedBy) ?? ExactFraction(times)
  }
}
