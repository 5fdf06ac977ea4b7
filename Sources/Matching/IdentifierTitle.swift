import TradeModel

extension Identifier.Kind {
  /// What the number is called, in French with its article.
  var title: BilingualText {
    switch self {
    case .lei: BilingualText(en: "Legal Entity Identifier", fr: "l’identifiant LEI")
    case .imo: BilingualText(en: "IMO ship number", fr: "le numéro OMI")
    case .imoCompany: BilingualText(en: "IMO company number", fr: "le numéro OMI de compagnie")
    case .mmsi: BilingualText(en: "MMSI", fr: "le MMSI")
    case .callSign: BilingualText(en: "call sign", fr: "l’indicatif d’appel")
    case .bic: BilingualText(en: "BIC", fr: "le code BIC")
    case .iban: BilingualText(en: "IBAN", fr: "l’IBAN")
    case .inn: BilingualText(en: "taxpayer number (INN)", fr: "le numéro fiscal (INN)")
    case .ogrn: BilingualText(en: "registration number (OGRN)", fr: "le numéro OGRN")
    case .uscc: BilingualText(en: "social credit code", fr: "le code de crédit social")
    case .euVAT: BilingualText(en: "VAT number", fr: "le numéro de TVA")
    case .duns: BilingualText(en: "D-U-N-S number", fr: "le numéro D-U-N-S")
    case .passport: BilingualText(en: "passport number", fr: "le numéro de passeport")
    case .nationalID: BilingualText(en: "national identity number", fr: "le numéro d’identité")
    case .tax: BilingualText(en: "tax number", fr: "le numéro fiscal")
    case .registration: BilingualText(en: "registration number", fr: "le numéro d’enregistrement")
    case .aircraftTail: BilingualText(en: "tail number", fr: "l’immatriculation")
    case .aircraftSerial:
      BilingualText(en: "aircraft serial number", fr: "le numéro de série de l’aéronef")
    case .cryptoWallet: BilingualText(en: "wallet address", fr: "l’adresse de portefeuille")
    case .phone: BilingualText(en: "phone number", fr: "le numéro de téléphone")
    case .email: BilingualText(en: "mail address", fr: "l’adresse électronique")
    case .website: BilingualText(en: "web address", fr: "l’adresse du site")
    case .isin: BilingualText(en: "ISIN", fr: "le code ISIN")
    case .listReference: BilingualText(en: "list reference", fr: "la référence de liste")
    case .other: BilingualText(en: "number", fr: "le numéro")
    }
  }
}
