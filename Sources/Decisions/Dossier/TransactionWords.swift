import TradeModel

extension SupplyKind {
  /// The kind of supply in words.
  var words: BilingualText {
    switch self {
    case .sale: BilingualText(en: "sale", fr: "vente")
    case .transfer: BilingualText(en: "transfer", fr: "cession")
    case .loan: BilingualText(en: "loan", fr: "prêt")
    case .lease: BilingualText(en: "lease", fr: "location")
    case .gift: BilingualText(en: "gift", fr: "don")
    case .repair: BilingualText(en: "repair", fr: "réparation")
    case .temporaryExport:
      BilingualText(en: "temporary export", fr: "exportation temporaire")
    case .reexport: BilingualText(en: "reexport", fr: "réexportation")
    case .technologyTransfer:
      BilingualText(en: "technology transfer", fr: "transfert de technologie")
    case .technicalAssistance:
      BilingualText(en: "technical assistance", fr: "assistance technique")
    case .brokering: BilingualText(en: "brokering", fr: "courtage")
    case .transit: BilingualText(en: "transit", fr: "transit")
    }
  }
}

extension EndUse.Nature {
  /// The stated nature of the use in words.
  var words: BilingualText {
    switch self {
    case .civil: BilingualText(en: "stated as civil", fr: "déclarée civile")
    case .military: BilingualText(en: "stated as military", fr: "déclarée militaire")
    case .mixed:
      BilingualText(en: "stated as civil and military", fr: "déclarée civile et militaire")
    }
  }
}

extension Identifier.Kind {
  /// The usual short name, the same in both languages where there is one.
  var shortName: String {
    switch self {
    case .lei: "LEI"
    case .imo: "IMO"
    case .imoCompany: "IMO (company)"
    case .mmsi: "MMSI"
    case .bic: "BIC"
    case .iban: "IBAN"
    case .inn: "INN"
    case .ogrn: "OGRN"
    case .uscc: "USCC"
    case .euVAT: "EU VAT"
    case .duns: "D-U-N-S"
    case .isin: "ISIN"
    default: rawValue
    }
  }
}
