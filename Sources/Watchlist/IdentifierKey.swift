public import TradeModel

/// The form of an identifier in which two lists' or a customer's writings of one number are equal.
///
/// A key joins the family of the number with its normal form: publishers put one register
/// number under tax, registration or "other", so these are one family, while a ship's IMO number is
/// never a company's.
public struct IdentifierKey: Hashable, Sendable {
  /// Numbers that may be compared with each other.
  public enum Family: UInt8, Hashable, Sendable {
    case ship = 1, shipCompany, maritimeRadio, callSign, lei, bank, account, register, aircraft
    case wallet, security, contact, listing
  }

  /// With which numbers it may be compared.
  public let family: Family
  /// ``TradeModel/Identifier/normalised``.
  public let text: String

  /// Returns `nil` when too little is left to tell parties apart.
  public init?(_ identifier: Identifier) {
    family =
      switch identifier.kind {
      case .imo: .ship
      case .imoCompany: .shipCompany
      case .mmsi: .maritimeRadio
      case .callSign: .callSign
      case .lei: .lei
      case .bic: .bank
      case .iban: .account
      case .inn, .ogrn, .uscc, .euVAT, .duns, .passport, .nationalID, .tax, .registration, .other:
        .register
      case .aircraftTail, .aircraftSerial: .aircraft
      case .cryptoWallet: .wallet
      case .isin: .security
      case .phone, .email, .website: .contact
      case .listReference: .listing
      }
    var normal = identifier.normalised
    if family == .ship || family == .shipCompany {
      // Lists write `IMO 9074729 (formerly …)` into one field, too.
      normal = String(decoding: normal.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
      guard normal.utf8.count == 7 else { return nil }
    }
    guard normal.utf8.count >= 4 else { return nil }
    text = normal
  }

  /// FNV-1a over family and text, for looking up; equal hashes are still compared by text.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, The FNV Non-Cryptographic Hash Algorithm.
  public var hash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    hash = (hash ^ UInt64(family.rawValue)) &* 0x100_0000_01b3
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
