/// Weight of evidence, in tenths of a bit: ten times log2 of how much likelier an observation is
/// for the same party than for another one.
///
/// Positive supports sameness, negative speaks against it, zero says nothing. Weights add up.
/// Source: I. J. Good, Probability and the Weighing of Evidence, 1950.
public struct Weight: Hashable, Sendable, Comparable, AdditiveArithmetic {
  /// Ten times log2 of the odds; negative when it speaks against sameness.
  public let tenthsOfBit: Int

  public init(tenthsOfBit: Int) { self.tenthsOfBit = tenthsOfBit }

  /// Says nothing either way.
  public static let zero = Weight(tenthsOfBit: 0)
  /// Weights of evidence add up.
  public static func + (lhs: Weight, rhs: Weight) -> Weight {
    Weight(tenthsOfBit: lhs.tenthsOfBit + rhs.tenthsOfBit)
  }
  /// What remains when evidence is taken away.
  public static func - (lhs: Weight, rhs: Weight) -> Weight {
    Weight(tenthsOfBit: lhs.tenthsOfBit - rhs.tenthsOfBit)
  }
  public static func < (lhs: Weight, rhs: Weight) -> Bool { lhs.tenthsOfBit < rhs.tenthsOfBit }
}

/// A match's strength on a scale from 0 to 1000: a fixed monotone map of its summed weights.
///
/// It orders and compares; it is not a probability of guilt.
public struct Score: Hashable, Sendable, Comparable {
  /// 0…1000.
  public let value: Int

  /// Values outside 0…1000 are a mistake of the caller.
  public init(_ value: Int) {
    precondition((0...1000).contains(value), "a score is 0…1000")
    self.value = value
  }

  public static func < (lhs: Score, rhs: Score) -> Bool { lhs.value < rhs.value }
}
