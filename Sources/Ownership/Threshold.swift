/// The share from which a test of ownership is met.
public struct Threshold: Hashable, Sendable {
  /// Whether the bound itself is enough.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = "at-least"
    case moreThan = "more-than"
  }

  /// Whether the bound itself is enough.
  public let comparison: Comparison
  /// Of a percent, 0…10000.
  public let hundredths: Int

  public init(_ comparison: Comparison, hundredths: Int) {
    self.comparison = comparison
    self.hundredths = hundredths
  }

  /// Whether a sum of shares, in hundredths of a percent, meets it.
  func isMet(byHundredths sum: Int) -> Bool {
    comparison == .atLeast ? sum >= hundredths : sum > hundredths
  }
}

/// An answer of arithmetic on intervals.
public enum Standing: Int, Hashable, Sendable, Comparable {
  /// Not even at the upper bounds.
  case no
  /// At the upper bounds, and not at the lower ones.
  case possible
  /// At the lower bounds already.
  case certain

  public static func < (lhs: Standing, rhs: Standing) -> Bool { lhs.rawValue < rhs.rawValue }
}
