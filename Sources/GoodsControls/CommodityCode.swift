/// A customs number: Harmonized System (2, 4 or 6 digits), Combined Nomenclature (8), TARIC (10).
///
/// It names a kind of goods for customs and does not classify for export control, except on lists
/// that are written in such numbers.
/// Source: Harmonized System Convention, Article 1; Regulation (EEC) No 2658/87, Article 3.
public struct CommodityCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The digits alone, two to ten of them.
  public let digits: String

  /// Reads digits; points, blanks and hyphens between them are passed over. Returns `nil` for
  /// anything else, and for fewer than two or more than ten digits.
  public init?(_ text: String) {
    let digits = text.unicodeScalars.filter { scalar in
      scalar != "." && scalar != "-" && !scalar.properties.isWhitespace
    }
    guard (2...10).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    self.digits = String(String.UnicodeScalarView(digits))
  }

  /// Whether this code is `other` or a subdivision of it: 8457.10.10 is within 8457.10 and 8457.
  public func isWithin(_ other: CommodityCode) -> Bool { digits.hasPrefix(other.digits) }

  /// The first `count` digits, or the whole when there are not more.
  public func prefix(_ count: Int) -> String { String(digits.prefix(count)) }

  /// `8457.10.10`: a point after four digits, then after each two.
  public var description: String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index >= 4, index % 2 == 0 { text.append(".") }
      text.append(digit)
    }
    return text
  }

  public static func < (lhs: CommodityCode, rhs: CommodityCode) -> Bool {
    lhs.digits < rhs.digits
  }
}
