extension Identifier {
  /// What the form and the check digits of a number say about it.
  ///
  /// `valid` says that the number is well formed, not that it was ever issued or that it belongs to
  /// the party. A wrong number may be a slip or an invention: it is a question, not a finding.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case valid
    case wrongCheckDigit = "wrong-check-digit"
    case wrongFormat = "wrong-format"
    /// The form is right as far as one is known, and nothing in the number proves it.
    case noCheckExists = "no-check-exists"
  }

  /// The form used for comparing: digits of any script as ASCII digits, letters in upper case,
  /// separators and the prefix of the kind (`IMO`, `LEI`) left out, and of a BIC the branch of the
  /// head office (`XXX`).
  ///
  /// Two identifiers of one kind are the same when these are equal and not empty. National numbers
  /// are only comparable within one country of issue.
  public var normalised: String {
    switch kind {
    case .email: return value.filter { !$0.isWhitespace }.lowercased()
    case .website: return Identifier.bareAddress(value)
    case .cryptoWallet:
      // Case carries meaning in most wallet addresses, but not in those written in hexadecimal.
      let bare = value.filter { !$0.isWhitespace }
      return bare.hasPrefix("0x") || bare.hasPrefix("0X") ? bare.lowercased() : bare
    case .phone:
      let digits = Identifier.plain(value).filter(\.isASCIIDigit)
      return digits.hasPrefix("00") ? String(digits.dropFirst(2)) : digits
    default: break
    }
    let plain = Identifier.plain(value)
    for prefix in prefixes where plain.utf8.starts(with: prefix.utf8) {
      let rest = plain.utf8.dropFirst(prefix.utf8.count)
      if rest.first.map(CheckDigits.isDigit) == true || kind == .lei || kind == .isin
        || kind == .iban
      {
        return String(Substring(rest))
      }
    }
    // The head office may be written with or without its branch code. Source: ISO 9362:2022.
    if kind == .bic, plain.utf8.count == 11, plain.hasSuffix("XXX") {
      return String(plain.dropLast(3))
    }
    return plain
  }

  /// Whether the number is well formed.
  ///
  /// - Complexity: O(*n*) in the length of ``value``.
  public var verdict: Verdict {
    let text = Array(normalised.utf8)
    switch kind {
    case .lei: return CheckDigits.lei(text)
    case .imo: return CheckDigits.imoShip(text)
    case .imoCompany: return CheckDigits.imoCompany(text)
    case .mmsi, .duns: return CheckDigits.isDigits(text, 9) ? .noCheckExists : .wrongFormat
    case .bic: return CheckDigits.bic(text)
    case .iban: return CheckDigits.iban(text)
    case .inn: return CheckDigits.inn(text)
    case .ogrn: return CheckDigits.ogrn(text)
    case .uscc: return CheckDigits.uscc(text)
    case .euVAT: return VATNumber.verdict(text)
    case .isin: return CheckDigits.isin(text)
    case .email:
      let parts = value.split(separator: "@", omittingEmptySubsequences: false)
      let isFormed = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      return isFormed ? .noCheckExists : .wrongFormat
    case .callSign, .passport, .nationalID, .tax, .registration, .aircraftTail, .aircraftSerial,
      .cryptoWallet, .phone, .website, .listReference, .other:
      return normalised.isEmpty ? .wrongFormat : .noCheckExists
    }
  }

  private var prefixes: [String] {
    switch kind {
    case .imo, .imoCompany: ["IMONUMBER", "IMONO", "IMO"]
    case .lei: ["LEI"]
    case .mmsi: ["MMSI"]
    case .iban: ["IBAN"]
    case .isin: ["ISIN"]
    case .inn: ["INN", "ИНН"]
    case .ogrn: ["OGRNIP", "OGRN", "ОГРНИП", "ОГРН"]
    case .uscc: ["USCC"]
    case .duns: ["DUNS"]
    default: []
    }
  }

  /// Letters and digits only, folded to upper case and ASCII digits.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let kept = text.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x30...0x39, 0x41...0x5A: byte
        case 0x61...0x7A: byte - 0x20
        default: nil
        }
      }
      return String(decoding: kept, as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
        let digit = Unicode.Scalar(0x30 + UInt32(value))
      {
        scalars.append(digit)
      } else if (0xFF21...0xFF5A).contains(scalar.value),
        let latin = Unicode.Scalar(scalar.value - 0xFEE0), latin.properties.isAlphabetic
      {
        scalars.append(contentsOf: latin.properties.uppercaseMapping.unicodeScalars)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        scalars.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
      }
    }
    return String(scalars)
  }

  /// A web address without scheme, `www.` and closing slash.
  private static func bareAddress(_ text: String) -> String {
    var rest = text.filter { !$0.isWhitespace }.lowercased()[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    while rest.last == "/" { rest.removeLast() }
    return String(rest)
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
