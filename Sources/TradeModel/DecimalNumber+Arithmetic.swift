extension DecimalNumber {
  /// Zero.
  public static let zero = DecimalNumber(digits: [], exponent: 0, isNegative: false)
  /// One.
  public static let one = DecimalNumber(digits: [1], exponent: 1, isNegative: false)

  /// The exact sum.
  /// - Complexity: O(*n*) in the places from the first digit of either number to the last.
  public static func + (lhs: DecimalNumber, rhs: DecimalNumber) -> DecimalNumber {
    if lhs.isNegative == rhs.isNegative {
      return DecimalNumber(sum(lhs, rhs), isNegative: lhs.isNegative)
    }
    let isLeftSmaller = lhs.magnitude < rhs.magnitude
    let (larger, smaller) = isLeftSmaller ? (rhs, lhs) : (lhs, rhs)
    return DecimalNumber(difference(larger, smaller), isNegative: larger.isNegative)
  }

  /// The exact difference.
  public static func - (lhs: DecimalNumber, rhs: DecimalNumber) -> DecimalNumber { lhs + -rhs }

  /// The number with the other sign.
  public static prefix func - (number: DecimalNumber) -> DecimalNumber {
    DecimalNumber(
      digits: number.digits, exponent: number.exponent, isNegative: !number.isNegative)
  }

  /// The exact product.
  /// - Complexity: O(*n* · *m*) in the digits of both.
  public static func * (lhs: DecimalNumber, rhs: DecimalNumber) -> DecimalNumber {
    var places = [Int](repeating: 0, count: lhs.digits.count + rhs.digits.count)
    for (left, digit) in lhs.digits.enumerated() {
      for (right, other) in rhs.digits.enumerated() {
        places[left + right + 1] += Int(digit) * Int(other)
      }
    }
    return DecimalNumber(
      (places, lhs.exponent + rhs.exponent), isNegative: lhs.isNegative != rhs.isNegative)
  }

  /// The number without its sign.
  public var magnitude: DecimalNumber {
    DecimalNumber(digits: digits, exponent: exponent, isNegative: false)
  }

  /// Whole places, each of any size, and the power of ten before the first.
  private typealias Places = (places: [Int], exponent: Int)

  private static func sum(_ lhs: DecimalNumber, _ rhs: DecimalNumber) -> Places {
    combined(lhs, rhs) { $0 + $1 }
  }

  private static func difference(_ larger: DecimalNumber, _ smaller: DecimalNumber) -> Places {
    combined(larger, smaller) { $0 - $1 }
  }

  private static func combined(
    _ lhs: DecimalNumber, _ rhs: DecimalNumber, _ combine: (Int, Int) -> Int
  ) -> Places {
    guard !lhs.digits.isEmpty || !rhs.digits.isEmpty else { return ([], 0) }
    let parts = [lhs, rhs].filter { !$0.digits.isEmpty }
    let first = parts.map(\.exponent).max() ?? 0
    let last = parts.map { $0.exponent - $0.digits.count }.min() ?? 0
    // One place more in front for the carry.
    let places = (0...(first - last)).map { place in
      combine(lhs.digit(at: first - place), rhs.digit(at: first - place))
    }
    return (places, first + 1)
  }

  /// The digit of that power of ten: `digit(at: 0)` are the units.
  private func digit(at power: Int) -> Int {
    let place = exponent - 1 - power
    return digits.indices.contains(place) ? Int(digits[place]) : 0
  }

  /// Carries places over and trims zeros.
  private init(_ value: Places, isNegative: Bool) {
    var digits = [UInt8](repeating: 0, count: value.places.count)
    var carry = 0
    for index in value.places.indices.reversed() {
      var place = value.places[index] + carry
      carry = place / 10
      place -= carry * 10
      if place < 0 {
        place += 10
        carry -= 1
      }
      digits[index] = UInt8(place)
    }
    self.init(digits: digits, exponent: value.exponent, isNegative: isNegative)
  }
}
