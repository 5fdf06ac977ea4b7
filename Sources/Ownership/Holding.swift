public import TradeModel

/// A part of a whole, known to lie between two bounds.
///
/// The bounds are whole billionths. Arithmetic rounds outward, so the true value never leaves the
/// interval; products along chains of up to two links are exact.
public struct Holding: Hashable, Sendable {
  /// The whole, in billionths.
  public static let whole = 1_000_000_000
  /// One hundredth of a percent, in billionths.
  static let hundredth = whole / 10_000

  /// Nothing is held.
  public static let none = Holding(lower: 0, upper: 0)
  /// All is held.
  public static let all = Holding(lower: whole, upper: whole)
  /// What a holding of unstated size may be.
  public static let unknown = Holding(lower: 0, upper: whole)

  /// At least so many billionths.
  public let lower: Int
  /// At most so many billionths.
  public let upper: Int

  init(lower: Int, upper: Int) {
    self.lower = min(max(0, lower), Self.whole)
    self.upper = min(max(self.lower, upper), Self.whole)
  }

  /// - Parameter hundredths: of a percent, as ``TradeModel/Share`` has them.
  public init(hundredths: ClosedRange<Int>) {
    self.init(
      lower: hundredths.lowerBound * Self.hundredth, upper: hundredths.upperBound * Self.hundredth)
  }

  /// The bounds in hundredths of a percent, rounded outward.
  public var hundredths: ClosedRange<Int> {
    (lower / Self.hundredth)...((upper + Self.hundredth - 1) / Self.hundredth)
  }

  /// `30–40 %`, `33.33 %`; French has a decimal comma.
  public var text: BilingualText { Self.text(hundredths) }

  /// The bounds as a person reads them.
  public static func text(_ hundredths: ClosedRange<Int>) -> BilingualText {
    func number(_ value: Int, _ point: String) -> String {
      let fraction = String(100 + value % 100).dropFirst()
      switch (value % 100, value % 10) {
      case (0, _): return "\(value / 100)"
      case (_, 0): return "\(value / 100)\(point)\(fraction.dropLast())"
      default: return "\(value / 100)\(point)\(fraction)"
      }
    }
    func both(_ point: String) -> String {
      let lower = number(hundredths.lowerBound, point)
      return hundredths.count == 1
        ? lower : "\(lower)–\(number(hundredths.upperBound, point))"
    }
    return BilingualText(en: "\(both(".")) %", fr: "\(both(","))\u{A0}%")
  }
}
