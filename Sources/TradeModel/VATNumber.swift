/// The form of a value-added tax number of a member state of the European Union, and its check digits
/// where the rule is published and unambiguous.
///
/// Source: Commission VIES, "VAT identification numbers, structure"; check rules: Austria (BMF),
/// Belgium and the others named below (national tax authorities).
enum VATNumber {
  /// `text` is the normalised number with its country prefix; without one it has no known form.
  static func verdict(_ text: [UInt8]) -> Identifier.Verdict {
    guard text.count > 3 else { return .wrongFormat }
    let state = String(decoding: text[..<2], as: UTF8.self)
    let rest = Array(text[2...])
    guard let forms = forms[state], forms.contains(where: { fits(rest, Array($0.utf8)) }) else {
      return .wrongFormat
    }
    return isRight(state, rest).map { $0 ? .valid : .wrongCheckDigit } ?? .noCheckExists
  }

  /// In a form `9` stands for a digit, `A` for a letter, `X` for either; anything else for itself.
  private static func fits(_ text: [UInt8], _ form: [UInt8]) -> Bool {
    text.count == form.count
      && zip(text, form).allSatisfy { byte, place in
        switch place {
        case UInt8(ascii: "9"): CheckDigits.isDigit(byte)
        case UInt8(ascii: "A"): CheckDigits.isLetter(byte)
        case UInt8(ascii: "X"): CheckDigits.isDigit(byte) || CheckDigits.isLetter(byte)
        default: byte == place & 0xDF
        }
      }
  }

  /// Lower-case letters stand for themselves.
  private static let forms: [String: [String]] = [
    "AT": ["u99999999"], "BE": ["9999999999"], "BG": ["999999999", "9999999999"],
    "CY": ["99999999A"], "CZ": ["99999999", "999999999", "9999999999"], "DE": ["999999999"],
    "DK": ["99999999"], "EE": ["999999999"], "EL": ["999999999"], "ES": ["X9999999X"],
    "FI": ["99999999"], "FR": ["XX999999999"], "HR": ["99999999999"], "HU": ["99999999"],
    "IE": ["9X99999A", "9999999AA"], "IT": ["99999999999"],
    "LT": ["999999999", "999999999999"], "LU": ["99999999"], "LV": ["99999999999"],
    "MT": ["99999999"], "NL": ["999999999b99"], "PL": ["9999999999"], "PT": ["999999999"],
    "RO": [
      "99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999",
      "9999999999",
    ],
    "SE": ["999999999999"], "SI": ["99999999"], "SK": ["9999999999"],
  ]

  /// `nil` where no rule is applied.
  private static func isRight(_ state: String, _ text: [UInt8]) -> Bool? {
    let digits = text.map { Int($0) - 0x30 }
    func sum(_ weights: [Int]) -> Int { CheckDigits.sum(text, weights) }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    switch state {
    case "AT":
      let total = digits[1...7].enumerated().reduce(0) { total, next in
        let value = next.offset % 2 == 1 ? next.element * 2 : next.element
        return total + value / 10 + value % 10
      }
      return (106 - total) % 10 == digits[8]
    case "BE": return 97 - number(0..<8) % 97 == number(8..<10)
    case "DE":
      // ISO/IEC 7064, MOD 11,10.
      let product = digits[..<8].reduce(10) { product, digit in
        let rest = (product + digit) % 10
        return (rest == 0 ? 10 : rest) * 2 % 11
      }
      return (11 - product) % 10 == digits[8]
    case "DK": return sum([2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    case "EL": return sum([256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8]
    case "FI": return (11 - sum([7, 9, 10, 5, 8, 4, 2]) % 11) % 11 == digits[7]
    case "FR":
      // Keys with letters follow another rule that is not applied here.
      guard CheckDigits.isDigits(text[..<2], 2) else { return nil }
      return (12 + 3 * (number(2..<11) % 97)) % 97 == number(0..<2)
    case "HU": return (10 - sum([9, 7, 3, 1, 9, 7, 3]) % 10) % 10 == digits[7]
    case "IT": return CheckDigits.luhn(digits)
    case "LU": return number(0..<6) % 89 == number(6..<8)
    case "NL":
      // Since 2020 sole traders have numbers of the second kind; the two cannot be told apart.
      let isOld = sum([9, 8, 7, 6, 5, 4, 3, 2]) % 11 == digits[8]
      return isOld || CheckDigits.mod97(Array("NL".utf8) + text) == 1
    case "PL": return sum([6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
    case "PT": return (11 - sum([9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == digits[8]
    case "SE": return CheckDigits.luhn(Array(digits[..<10]))
    default: return nil
    }
  }
}
