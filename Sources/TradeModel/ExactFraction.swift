/// A fraction of two decimal numbers, exact: what an amount is after any change of unit.
///
/// Equal when the values are: 1/2 equals 0.5.
public struct ExactFraction: Hashable, Sendable, Comparable {
  /// Carries the sign.
  public let numerator: DecimalNumber
  /// Above zero.
  public let denominator: DecimalNumber

  /// `numerator` over `denominator`; `nil` when that would be division by zero.
  public init?(_ numerator: DecimalNumber, over denominator: DecimalNumber) {
    guard denominator != .zero else { return nil }
    self.numerator = denominator.isNegative ? -numerator : numerator
    self.denominator = denominator.magnitude
  }

  /// The number itself.
  public init(_ number: DecimalNumber) {
    numerator = number
    denominator = .one
  }

  public static func == (lhs: ExactFraction, rhs: ExactFraction) -> Bool {
    lhs.numerator * rhs.denominator == rhs.numerator * lhs.denominator
  }

  public static func < (lhs: ExactFraction, rhs: ExactFraction) -> Bool {
    lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
  }

  /// Equal fractions hash alike, however they are written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(numerator.isNegative)
    hasher.combine(numerator == .zero)
  }

  public static func + (lhs: ExactFraction, rhs: ExactFraction) -> ExactFraction {
    ExactFraction(
      unchecked: lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
      lhs.denominator * rhs.denominator)
  }

  public static func - (lhs: ExactFraction, rhs: ExactFraction) -> ExactFraction {
    lhs + ExactFraction(unchecked: -rhs.numerator, rhs.denominator)
  }

  public static func * (lhs: ExactFraction, rhs: ExactFraction) -> ExactFraction {
    ExactFraction(
      unchecked: lhs.numerator * rhs.numerator, lhs.denominator * rhs.denominator)
  }

  /// The quotient; `nil` when `divisor` is zero.
  public func divided(by divisor: ExactFraction) -> ExactFraction? {
    ExactFraction(
      numerator * divisor.denominator, over: denominator * divisor.numerator)
  }

  private init(unchecked numerator: DecimalNumber, _ denominator: DecimalNumber) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The value in decimal digits for people: whole where `places` significant digits hold it, else
  /// cut there and ``isExact`` is `false`. Comparisons never use it.
  /// - Complexity: O(`places` · *n*) in the digits of the fraction.
  public func decimal(significant places: Int) -> (number: DecimalNumber, isExact: Bool) {
    var rest = numerator.magnitude
    guard rest != .zero else { return (.zero, true) }
    // The power of ten that puts the quotient between 1 and 10.
    var power = rest.exponent - denominator.exponent
    func scaled(_ number: DecimalNumber, _ power: Int) -> DecimalNumber {
      DecimalNumber(digits: number.digits, exponent: number.exponent + power, isNegative: false)
    }
    if rest < scaled(denominator, power) { power -= 1 }
    var digits: [UInt8] = []
    for place in 0..<max(1, places) where rest != .zero {
      let part = scaled(denominator, power - place)
      var digit: UInt8 = 0
      while rest >= part {
        rest = rest - part
        digit += 1
      }
      digits.append(digit)
    }
    return (
      DecimalNumber(digits: digits, exponent: power + 1, isNegative: numerator.isNegative),
      rest == .zero
    )
  }
}
