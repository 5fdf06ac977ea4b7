/// A decimal number, exact and of any size. Equal when the values are: `1.50` equals `1.5`.
public struct DecimalNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Zero is never negative.
  public let isNegative: Bool
  /// The digits without leading or trailing zeros; empty for zero.
  let digits: [UInt8]
  /// The power of ten of the place before the first digit: value = 0.d₁d₂… × 10^exponent.
  let exponent: Int

  /// Digits from 0 to 9, of which zeros at either end are trimmed.
  init(digits: [UInt8], exponent: Int, isNegative: Bool) {
    let zeros = digits.prefix { $0 == 0 }.count
    var trimmed = Array(digits.dropFirst(zeros))
    while trimmed.last == 0 { trimmed.removeLast() }
    self.digits = trimmed
    self.exponent = trimmed.isEmpty ? 0 : exponent - zeros
    self.isNegative = isNegative && !trimmed.isEmpty
  }

  /// Reads `-12.50`, `.5` and `1e3`. Blanks and separators of thousands are refused, because `1,500`
  /// means two things. Exponents outside ±999 are refused.
  public init?(_ text: String) {
    var rest = text[...]
    var negative = false
    if rest.first == "-" || rest.first == "+" {
      negative = rest.first == "-"
      rest.removeFirst()
    }
    var power = 0
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      var written = rest[rest.index(after: mark)...]
      if written.first == "+" { written.removeFirst() }
      guard let read = Int(written), abs(read) <= 999 else { return nil }
      power = read
      rest = rest[..<mark]
    }
    let parts = rest.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let whole = Array(parts[0])
    let all = whole + (parts.count == 2 ? Array(parts[1]) : [])
    self.init(
      digits: all.map { $0 - 0x30 }, exponent: power + whole.count, isNegative: negative)
  }

  /// Without exponent, without superfluous zeros.
  public var description: String {
    guard !digits.isEmpty else { return "0" }
    let shown = digits.map(String.init)
    let sign = isNegative ? "-" : ""
    if exponent <= 0 {
      return sign + "0." + String(repeating: "0", count: -exponent) + shown.joined()
    }
    if exponent >= digits.count {
      return sign + shown.joined() + String(repeating: "0", count: exponent - digits.count)
    }
    return sign + shown[..<exponent].joined() + "." + shown[exponent...].joined()
  }

  public static func < (lhs: DecimalNumber, rhs: DecimalNumber) -> Bool {
    if lhs.isNegative != rhs.isNegative { return lhs.isNegative }
    return lhs.isNegative ? rhs.isCloserToZero(than: lhs) : lhs.isCloserToZero(than: rhs)
  }

  private func isCloserToZero(than other: DecimalNumber) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
