public import KnowledgeBase
public import TradeModel

/// A unit in which thresholds are written: one row of `ControlLists/units.csv`.
public struct ThresholdUnit: Hashable, Sendable {
  /// As written: `mm`, `kg`; `1` for a plain number.
  public let symbol: String
  /// What it measures: `length`, `pressure`. Units of one measure can be turned into each other.
  public let measure: String
  /// An amount times ``times`` divided by ``dividedBy`` plus ``offset`` is the amount in the base
  /// unit of the measure: SI, and the degree for angles. Exact decimals.
  public let times: DecimalNumber
  /// See ``times``.
  public let dividedBy: DecimalNumber
  /// See ``times``; zero but for temperatures.
  public let offset: DecimalNumber
  /// For sentences.
  public let name: BilingualText
}

/// One measurable condition of an entry: payload of at least 500 kg.
public struct ControlParameter: Hashable, Sendable, Identifiable {
  /// How a value stands to a threshold. Words, because spreadsheets take `=` for a formula.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = "at-least"
    case moreThan = "more-than"
    case atMost = "at-most"
    case lessThan = "less-than"

    /// `≥`, `>`, `≤`, `<`.
    public var symbol: String {
      switch self {
      case .atLeast: "≥"
      case .moreThan: ">"
      case .atMost: "≤"
      case .lessThan: "<"
      }
    }
  }

  /// The key of the row.
  public let id: String
  /// The key of the quantity: `range`, `payload`.
  public let quantity: String
  /// The quantity for sentences.
  public let quantityName: BilingualText
  /// Which side of ``value`` is controlled.
  public let comparison: Comparison
  /// The threshold in ``unit``, exact.
  public let value: DecimalNumber
  /// The value as the table writes it.
  public let valueText: String
  /// The unit in which the list writes the threshold.
  public let unit: ThresholdUnit
  /// What else must hold, or under which conditions the value is meant.
  public let condition: BilingualText?
  /// Parameters of one alternative must all hold; one alternative is enough. The parameters are not
  /// the whole entry: its text has more conditions.
  public let alternative: Int
  /// The sources of the row.
  public let citations: Citations

  /// `range ≥ 300 km`, with the condition in brackets.
  public func text(in language: Language) -> String {
    let unit = self.unit.symbol == "1" ? "" : " \(self.unit.symbol)"
    let condition = self.condition.map { " (\($0[language]))" } ?? ""
    return "\(quantityName[language]) \(comparison.symbol) \(valueText)\(unit)\(condition)"
  }
}
