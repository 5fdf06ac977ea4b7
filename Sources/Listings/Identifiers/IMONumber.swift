import TradeModel

/// Tells an IMO number of a ship from one of a company or registered owner: both have seven digits,
/// and some lists write both under one label.
enum IMONumber {
  /// `imo` when the check digit is that of a ship, `imoCompany` when it is that of a company, `other`
  /// when it is neither.
  ///
  /// A number that fits both counts as a company's, so that no company is taken for a ship.
  ///
  /// Source: IMO Resolution A.1117(30), ship numbers; the company rule (weights 8, 6, 4, 2, 9, 7,
  /// modulo 11) holds for the 23 company numbers of the EU list of 2026-02-23.
  static func kind(_ text: String) -> Identifier.Kind {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
    guard digits.count == 7 else { return .other }
    func sum(_ weights: [Int]) -> Int { zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    if (11 - sum([8, 6, 4, 2, 9, 7]) % 11) % 10 == digits[6] { return .imoCompany }
    return sum([7, 6, 5, 4, 3, 2]) % 10 == digits[6] ? .imo : .other
  }
}
