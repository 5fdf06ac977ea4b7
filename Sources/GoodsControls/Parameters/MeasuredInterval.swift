public import TradeModel

/// Where a stated value lies, in the base unit of its measure. A side that is not stated is open.
public struct MeasuredInterval: Hashable, Sendable {
  /// One end of it.
  public struct Bound: Hashable, Sendable {
    /// In the base unit.
    public let value: ExactFraction
    /// Whether the end itself is possible.
    public let isIncluded: Bool

    public init(_ value: ExactFraction, isIncluded: Bool = true) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// `nil`: any smaller value is possible.
  public let low: Bound?
  /// `nil`: any larger value is possible.
  public let high: Bound?

  public init(from low: Bound?, to high: Bound?) {
    self.low = low
    self.high = high
  }

  /// One exact value.
  public init(exactly value: ExactFraction) {
    self.init(from: Bound(value), to: Bound(value))
  }

  /// Whether it is one exact value.
  public var isExact: Bool { low != nil && low?.value == high?.value }

  /// How all values of the interval stand to a threshold: all within, none, or some.
  ///
  /// Three-valued: an interval that reaches across the threshold decides nothing.
  public func standing(to threshold: Threshold) -> Standing {
    let limit = threshold.unit.base(threshold.value)
    switch threshold.comparison {
    case .atLeast: return Self.standing(low, high, limit, isLimitIn: true)
    case .moreThan: return Self.standing(low, high, limit, isLimitIn: false)
    case .atMost: return Self.standing(high, low, limit, isLimitIn: true, isMirrored: true)
    case .lessThan: return Self.standing(high, low, limit, isLimitIn: false, isMirrored: true)
    }
  }

  /// Whether every value fails the threshold, and the nearest by a twentieth of it at most.
  public func isJustOutside(_ threshold: Threshold) -> Bool {
    guard standing(to: threshold) == .outside else { return false }
    let limit = threshold.unit.base(threshold.value)
    /// Twenty times a difference.
    func twenty(_ part: ExactFraction) -> ExactFraction {
      let four = part + part + part + part
      return four + four + four + four + four
    }
    switch threshold.comparison {
    case .atLeast, .moreThan: return high.map { twenty(limit - $0.value) <= limit } ?? false
    case .atMost, .lessThan: return low.map { twenty($0.value - limit) <= limit } ?? false
    }
  }

  /// See ``standing(to:)``.
  public enum Standing: Hashable, Sendable {
    case within, outside, across
  }

  /// - Parameters:
  ///   - near: the end that is last to cross the limit; `far` is the other one.
  private static func standing(
    _ near: Bound?, _ far: Bound?, _ limit: ExactFraction, isLimitIn: Bool,
    isMirrored: Bool = false
  ) -> Standing {
    func isBeyond(_ value: ExactFraction) -> Bool {
      isMirrored ? value < limit : limit < value
    }
    if let near {
      if isBeyond(near.value) { return .within }
      if near.value == limit, isLimitIn || !near.isIncluded { return .within }
    }
    if let far {
      if far.value == limit {
        return isLimitIn && far.isIncluded ? .across : .outside
      }
      if !isBeyond(far.value) { return .outside }
    }
    return .across
  }

  /// The interval in `unit` for people: `280 km`, `2 – 20 kHz`, `≥ 5 mm`. Values of more than six
  /// digits that do not end are cut and marked `≈`.
  public func text(in unit: ThresholdUnit, _ language: Language) -> String {
    func shown(_ bound: Bound) -> String {
      let (number, isExact) = unit.amount(ofBase: bound.value).decimal(significant: 6)
      return (isExact ? "" : "≈ ") + unit.text(of: number.description, in: language)
    }
    switch (low, high) {
    case (let low?, let high?):
      return isExact ? shown(low) : "\(shown(low)) – \(shown(high))"
    case (let low?, nil): return (low.isIncluded ? "≥ " : "> ") + shown(low)
    case (nil, let high?): return (high.isIncluded ? "≤ " : "< ") + shown(high)
    case (nil, nil): return "?"
    }
  }
}
