/// A number or code that an issuer gave a party.
public struct Identifier: Hashable, Sendable {
  /// What sort of number it is; decides its form and what an agreement means.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Legal Entity Identifier, ISO 17442.
    case lei
    /// IMO ship number, for the ship.
    case imo
    /// IMO number of a company or registered owner; never that of a ship.
    case imoCompany
    case mmsi
    case callSign
    /// Business Identifier Code, ISO 9362.
    case bic
    /// International Bank Account Number, ISO 13616.
    case iban
    /// Russian taxpayer number.
    case inn
    /// Russian registration number of a legal entity (OGRN) or sole trader (OGRNIP).
    case ogrn
    /// Chinese Unified Social Credit Code, GB 32100-2015.
    case uscc
    case euVAT
    case duns
    case passport
    case nationalID
    case tax
    case registration
    case aircraftTail
    case aircraftSerial
    case cryptoWallet
    case phone
    case email
    case website
    case isin
    /// The issuer's own reference for the listing: UN reference number, EU reference.
    case listReference
    case other
  }

  /// What sort of number it is.
  public let kind: Kind
  /// As published or entered.
  public let value: String
  /// The publisher's or customer's own word for the kind: `Cedula No.`, `Steuernummer`.
  public let label: String?
  /// The country of issue as written.
  public let issuer: String?
  /// Whatever stood beside the number: dates of issue, "from false passport".
  public let note: String?

  public init(
    kind: Kind, value: String, label: String? = nil, issuer: String? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.value = value
    self.label = label
    self.issuer = issuer
    self.note = note
  }
}
