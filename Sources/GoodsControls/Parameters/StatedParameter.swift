import TradeModel

/// A value that an item states, in a parameter or in its description.
public struct StatedParameter: Hashable, Sendable {
  /// What is measured.
  public let quantity: MeasuredQuantity
  /// Where the value lies, in the base unit.
  public let interval: MeasuredInterval
  /// As written: `280 km`, `±3 µm`.
  public let text: String
  /// Where it stands: `items[0].parameters[1]`, `items[0].description`. More than one for a value that
  /// was calculated from others.
  public let facts: [String]

  public init(
    quantity: MeasuredQuantity, interval: MeasuredInterval, text: String, facts: [String]
  ) {
    self.quantity = quantity
    self.interval = interval
    self.text = text
    self.facts = facts
  }
}

/// A value that could not be compared, and why. It is not a value that is missing.
public struct IncomparableParameter: Hashable, Sendable {
  /// Why it could not.
  public enum Problem: Hashable, Sendable {
    /// The quantity has a unit, and none is stated.
    case unitMissing
    /// The unit is not known, or measures something else.
    case unitUnfit
    /// The value is no number.
    case noNumber
    /// What is measured is not known here.
    case quantityUnknown
  }

  /// What is measured, where that is known.
  public let quantity: MeasuredQuantity?
  /// As written.
  public let text: String
  /// Where it stands.
  public let fact: String
  /// Why it could not be compared.
  public let problem: Problem
}

/// What an item states of itself in figures.
public struct StatedParameters: Hashable, Sendable {
  /// Parameters in their order, then the description's values, then what was calculated from both.
  public internal(set) var stated: [StatedParameter] = []
  /// What could not be compared, in the same order.
  public internal(set) var incomparable: [IncomparableParameter] = []

  public init() {}

  /// The values of one quantity.
  public func values(of quantity: MeasuredQuantity) -> [StatedParameter] {
    stated.filter { $0.quantity.id == quantity.id }
  }

  /// Adds an answer of a person.
  public mutating func add(_ parameter: StatedParameter) { stated.append(parameter) }
}
