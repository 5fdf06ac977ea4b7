import TradeModel

/// An identifier that by itself can hold two designations together, in the form in which equal
/// numbers are equal texts.
///
/// A number is strong when its issuer gives it to one party only and when it is complete: a passport
/// number without its country is not. Bank codes, securities, radio call signs, MMSI, aircraft marks,
/// phones, web sites and wallets change hands or are shared, and never join.
struct StrongIdentifier: Hashable {
  let kind: Identifier.Kind
  /// The number without blanks and marks, upper case; behind it, where the kind needs one, a colon
  /// and the issuer.
  let text: String

  /// Returns `nil` when `identifier` is of a kind that does not join, incomplete, or badly formed.
  ///
  /// - Parameter country: the ISO 3166 code for a country as written, or `nil` when it is not known;
  ///   then the words themselves are compared.
  init?(_ identifier: Identifier, country: (String) -> String?) {
    let number = Self.number(identifier.value)
    let digits = number.allSatisfy { (0x30...0x39).contains($0) }
    var needsIssuer = false
    switch identifier.kind {
    case .imo:
      guard let imo = Self.shipNumber(number) else { return nil }
      kind = .imo
      text = imo
      return
    case .lei:
      guard number.count == 20, Self.hasLEICheckDigits(number) else { return nil }
    case .inn:
      // Lists print the numbers of 10 and 12 digits under one label.
      guard digits, number.count == 10 || number.count == 12 else { return nil }
    case .ogrn:
      guard digits, number.count == 13 || number.count == 15 else { return nil }
    case .uscc:
      guard number.count == 18 else { return nil }
    case .duns:
      guard digits, number.count == 9 else { return nil }
    case .euVAT:
      // A VAT number begins with its country.
      guard number.count >= 8, !digits else { return nil }
    case .passport, .nationalID, .tax, .registration:
      needsIssuer = true
      guard number.count >= 5, number.contains(where: { (0x30...0x39).contains($0) }) else {
        return nil
      }
    default: return nil
    }
    guard Set(number).count > 1 else { return nil }
    kind = identifier.kind
    let plain = String(decoding: number, as: UTF8.self)
    guard needsIssuer else {
      text = plain
      return
    }
    guard let issuer = identifier.issuer else { return nil }
    let code = country(issuer) ?? FoldedName.words(of: issuer).joined(separator: " ")
    guard !code.isEmpty else { return nil }
    text = "\(plain):\(code)"
  }

  /// The letters and digits of `value`, upper case.
  private static func number(_ value: String) -> [UInt8] {
    value.utf8.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A: byte
      case 0x61...0x7A: byte - 0x20
      default: nil
      }
    }
  }

  /// The seven digits of an IMO ship number whose check digit is right.
  ///
  /// Source: IMO Resolution A.1117(30), the sum of the first six digits weighted 7 to 2 ends in the
  /// seventh.
  static func shipNumber(_ number: [UInt8]) -> String? {
    let digits = number.starts(with: Array("IMO".utf8)) ? number.dropFirst(3) : number[...]
    guard digits.count == 7, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let values = digits.map { Int($0) - 0x30 }
    let sum = zip(values, stride(from: 7, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    guard sum > 0, sum % 10 == values[6] else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Source: ISO 17442-1:2020 with ISO/IEC 7064 MOD 97-10.
  private static func hasLEICheckDigits(_ number: [UInt8]) -> Bool {
    let remainder = number.reduce(0) { remainder, byte in
      (0x30...0x39).contains(byte)
        ? (remainder * 10 + Int(byte) - 0x30) % 97
        : (remainder * 100 + Int(byte) - 0x41 + 10) % 97
    }
    return remainder == 1
  }
}
