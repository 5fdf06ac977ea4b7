/// The published check-digit rules. All take the normalised form as ASCII.
enum CheckDigits {
  typealias Verdict = Identifier.Verdict

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isDigits(_ text: some Collection<UInt8>, _ count: Int) -> Bool {
    text.count == count && text.allSatisfy(isDigit)
  }
  static func isAlphanumeric(_ text: some Collection<UInt8>) -> Bool {
    text.allSatisfy { isDigit($0) || isLetter($0) }
  }

  /// The sum of digits times weights, over as many as there are weights.
  static func sum(_ text: some Sequence<UInt8>, _ weights: [Int]) -> Int {
    zip(text, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
  }

  /// The remainder by 97 with letters read as 10 to 35. Source: ISO/IEC 7064:2003, MOD 97-10.
  static func mod97(_ text: some Sequence<UInt8>) -> Int {
    text.reduce(0) { rest, byte in
      isDigit(byte) ? (rest * 10 + Int(byte) - 0x30) % 97 : (rest * 100 + Int(byte) - 55) % 97
    }
  }

  /// Whether the last digit is right. Source: ISO/IEC 7812-1:2017, Annex B (Luhn).
  static func luhn(_ digits: [Int]) -> Bool {
    let total = digits.reversed().enumerated().reduce(0) { sum, next in
      let value = next.offset % 2 == 1 ? next.element * 2 : next.element
      return sum + (value > 9 ? value - 9 : value)
    }
    return total % 10 == 0
  }

  private static func verdict(_ isRight: Bool) -> Verdict { isRight ? .valid : .wrongCheckDigit }

  /// Source: ISO 17442-1:2020, clause 5.
  static func lei(_ text: [UInt8]) -> Verdict {
    guard text.count == 20, isAlphanumeric(text), text[18...].allSatisfy(isDigit) else {
      return .wrongFormat
    }
    return verdict(mod97(text) == 1)
  }

  /// Source: IMO Resolution A.1117(30), IMO Ship Identification Number Scheme.
  static func imoShip(_ text: [UInt8]) -> Verdict {
    guard isDigits(text, 7) else { return .wrongFormat }
    return verdict(sum(text, [7, 6, 5, 4, 3, 2]) % 10 == Int(text[6]) - 0x30)
  }

  /// Source: IMO Resolution MSC.160(78), unique company and registered owner number.
  static func imoCompany(_ text: [UInt8]) -> Verdict {
    guard isDigits(text, 7) else { return .wrongFormat }
    let rest = sum(text, [8, 6, 4, 2, 9, 7]) % 11
    return verdict((11 - rest) % 10 == Int(text[6]) - 0x30)
  }

  /// Source: ISO 9362:2022: party prefix, country code, party suffix, optional branch.
  static func bic(_ text: [UInt8]) -> Verdict {
    guard text.count == 8 || text.count == 11, isAlphanumeric(text),
      text[4...5].allSatisfy(isLetter)
    else { return .wrongFormat }
    return .noCheckExists
  }

  /// Source: ISO 13616-1:2020; lengths by the SWIFT IBAN Registry.
  static func iban(_ text: [UInt8]) -> Verdict {
    guard (15...34).contains(text.count), isAlphanumeric(text), text[..<2].allSatisfy(isLetter),
      text[2...3].allSatisfy(isDigit),
      ibanLengths[String(decoding: text[..<2], as: UTF8.self)] == text.count
    else { return .wrongFormat }
    return verdict(mod97(text[4...] + text[..<4]) == 1)
  }

  /// Source: order of the Federal Tax Service of Russia MMV-7-6/435@ of 29 June 2012.
  static func inn(_ text: [UInt8]) -> Verdict {
    func check(_ weights: [Int]) -> Int { sum(text, weights) % 11 % 10 }
    if isDigits(text, 10) {
      return verdict(check([2, 4, 10, 3, 5, 9, 4, 6, 8]) == Int(text[9]) - 0x30)
    }
    guard isDigits(text, 12) else { return .wrongFormat }
    return verdict(
      check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == Int(text[10]) - 0x30
        && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == Int(text[11]) - 0x30)
  }

  /// Thirteen digits for a legal entity, fifteen for a sole trader.
  /// Source: Government of Russia, resolution 438 of 19 June 2002, and order of the Ministry of
  /// Finance 165n of 30 October 2017.
  static func ogrn(_ text: [UInt8]) -> Verdict {
    guard isDigits(text, 13) || isDigits(text, 15) else { return .wrongFormat }
    let number = text.dropLast().reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return verdict(number % (text.count - 2) % 10 == Int(text[text.count - 1]) - 0x30)
  }

  /// Source: GB 32100-2015, Annex A.
  static func uscc(_ text: [UInt8]) -> Verdict {
    guard text.count == 18, text[2..<8].allSatisfy(isDigit) else { return .wrongFormat }
    var weight = 1
    var total = 0
    for byte in text.dropLast() {
      guard let value = usccAlphabet.firstIndex(of: byte) else { return .wrongFormat }
      total += value * weight
      weight = weight * 3 % 31
    }
    guard let last = usccAlphabet.firstIndex(of: text[17]) else { return .wrongFormat }
    return verdict((31 - total % 31) % 31 == last)
  }

  /// Source: ISO 6166:2021, Annex A.
  static func isin(_ text: [UInt8]) -> Verdict {
    guard text.count == 12, isAlphanumeric(text), text[..<2].allSatisfy(isLetter),
      isDigit(text[11])
    else { return .wrongFormat }
    let digits = text.flatMap { byte -> [Int] in
      guard isLetter(byte) else { return [Int(byte) - 0x30] }
      return [(Int(byte) - 55) / 10, (Int(byte) - 55) % 10]
    }
    return verdict(luhn(digits))
  }

  private static let usccAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// Source: SWIFT IBAN Registry, release 97 (May 2024).
  private static let ibanLengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BI": 27, "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27,
    "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27,
    "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32,
    "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
    "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24,
    "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31,
    "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23,
    "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
  ]
}
