import TradeModel

/// An identifier that by itself can hold two designations together, in the form in which equal
/// numbers are equal texts.
///
/// A number is strong when its issuer gives it to one party only and when it is complete: a passport
/// number without its country is not. Bank codes, securities, radio call signs, MMSI, aircraft marks,
/// phones, web sites and wallets change hands or are shared, and never join.
struct StrongIdentifier: Hashable {
  let kind: Identifier.Kind
  /// ``TradeModel/Identifier/normalised``; behind it, where the kind needs one, a colon and the
  /// issuer.
  let text: String

  /// Returns `nil` when `identifier` is of a kind that does not join, incomplete, or badly formed.
  ///
  /// - Parameter country: the ISO 3166 code for a country as written, or `nil` when it is not known;
  ///   then the words themselves are compared.
  init?(_ identifier: Identifier, country: (String) -> String?) {
    let normal = identifier.normalised
    let number = Array(normal.utf8)
    // `0000000` passes some of the checks.
    guard Set(number).count > 1 else { return nil }
    var needsIssuer = false
    switch identifier.kind {
    case .imo, .lei:
      guard identifier.verdict == .valid else { return nil }
    case .inn, .ogrn, .duns:
      // Published numbers have slips in them; two lists with the same slip still mean one party.
      guard identifier.verdict != .wrongFormat else { return nil }
    case .uscc:
      guard number.count == 18 else { return nil }
    case .euVAT:
      // A VAT number begins with its country.
      guard number.count >= 8, !number.allSatisfy(Self.isDigit) else { return nil }
    case .passport, .nationalID, .tax, .registration:
      needsIssuer = true
      guard number.count >= 5, number.contains(where: Self.isDigit) else { return nil }
    default: return nil
    }
    kind = identifier.kind
    guard needsIssuer else {
      text = normal
      return
    }
    guard let issuer = identifier.issuer else { return nil }
    let code = country(issuer) ?? FoldedName.words(of: issuer).joined(separator: " ")
    guard !code.isEmpty else { return nil }
    text = "\(normal):\(code)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
