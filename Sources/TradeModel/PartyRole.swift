/// What a party does in a transaction.
///
/// A forwarder or bank can be an intermediate consignee; it cannot be the ultimate consignee or the
/// end-user.
/// Source: 15 CFR 748.5 for applicant, other authorised party, purchaser, intermediate and ultimate
/// consignee, end-user; Regulation (EU) 2021/821, Article 2, for exporter and broker; the United
/// Kingdom's party types for consignee, ultimate end-user and third party. The others are our own.
public enum PartyRole: String, Hashable, Sendable, CaseIterable {
  case exporter
  case applicant
  case otherAuthorised = "other-authorised"
  case manufacturer
  case purchaser
  case intermediateConsignee = "intermediate-consignee"
  case ultimateConsignee = "ultimate-consignee"
  case endUser = "end-user"
  case consignee
  case ultimateEndUser = "ultimate-end-user"
  case thirdParty = "third-party"
  case forwarder
  case carrier
  case payer
  case bank
  case broker
  case owner
  case officer
  /// The ship or aircraft that carries the goods.
  case vessel

  /// Reads a role by its code or by a common English or French word for it, whatever the case and
  /// whether parts are joined by blanks, hyphens or underscores. Returns `nil` for any other word.
  public init?(reading text: String) {
    let key = text.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
    if let role = PartyRole(rawValue: key) ?? PartyRole.words[key] {
      self = role
    } else {
      return nil
    }
  }

  private static let words: [String: PartyRole] = [
    "seller": .exporter, "shipper": .exporter, "consignor": .exporter, "supplier": .exporter,
    "exportateur": .exporter, "vendeur": .exporter, "fournisseur": .exporter,
    "demandeur": .applicant, "maker": .manufacturer, "producer": .manufacturer,
    "fabricant": .manufacturer, "buyer": .purchaser, "customer": .purchaser,
    "importer": .purchaser, "acheteur": .purchaser, "client": .purchaser,
    "acquéreur": .purchaser, "importateur": .purchaser, "distributor": .intermediateConsignee,
    "reseller": .intermediateConsignee, "intermediary": .intermediateConsignee,
    "distributeur": .intermediateConsignee, "intermédiaire": .intermediateConsignee,
    "destinataire": .consignee, "destinataire-final": .ultimateConsignee,
    "final-consignee": .ultimateConsignee, "receiver": .consignee, "enduser": .endUser,
    "final-user": .endUser, "utilisateur-final": .endUser, "user": .endUser,
    "utilisateur": .endUser, "agent": .thirdParty, "consultant": .thirdParty,
    "tiers": .thirdParty, "freight-forwarder": .forwarder, "transitaire": .forwarder,
    "transporteur": .carrier, "shipping-line": .carrier, "airline": .carrier,
    "payeur": .payer, "banque": .bank, "courtier": .broker, "shareholder": .owner,
    "beneficial-owner": .owner, "propriétaire": .owner, "actionnaire": .owner,
    "director": .officer, "dirigeant": .officer, "ship": .vessel, "aircraft": .vessel,
    "navire": .vessel,
  ]
}
