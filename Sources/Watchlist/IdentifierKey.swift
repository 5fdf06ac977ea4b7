public import TradeModel

/// The form of an identifier in which two lists' or a customer's writings of one number are equal.
///
/// A key joins the family of the number with its letters and digits: publishers put one register
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
  /// Upper-case letters and digits only.
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
    var letters: [UInt8] = []
    for byte in identifier.value.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x80...: letters.append(byte)
      case 0x61...0x7A:
        // Wallet addresses are case-sensitive; everything else is not.
        letters.append(family == .wallet ? byte : byte - 0x20)
      default: break
      }
    }
    if family == .ship || family == .shipCompany {
      let digits = letters.filter { $0 < 0x3A }
      guard digits.count == 7 else { return nil }
      letters = digits
    }
    if family == .bank, letters.count == 11, letters.suffix(3).elementsEqual("XXX".utf8) {
      letters.removeLast(3)
    }
    guard letters.count >= 4 else { return nil }
    text = String(decoding: letters, as: UTF8.self)
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
