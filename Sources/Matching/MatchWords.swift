public import TradeModel

extension Feature {
  /// In words.
  public var title: BilingualText {
    switch self {
    case .name: BilingualText(en: "name", fr: "nom")
    case .weakAlias: BilingualText(en: "weak alias", fr: "alias faible")
    case .alias: BilingualText(en: "alias", fr: "alias")
    case .reading: BilingualText(en: "way of reading", fr: "lecture")
    case .identifier: BilingualText(en: "identifier", fr: "identifiant")
    case .birthDate: BilingualText(en: "date of birth", fr: "date de naissance")
    case .foundingDate:
      BilingualText(en: "founding or building date", fr: "date de création ou de construction")
    case .country: BilingualText(en: "country", fr: "pays")
    case .kind: BilingualText(en: "kind of party", fr: "nature de la partie")
    case .gender: BilingualText(en: "gender", fr: "sexe")
    case .address: BilingualText(en: "address", fr: "adresse")
    case .birthPlace: BilingualText(en: "place of birth", fr: "lieu de naissance")
    case .tonnage: BilingualText(en: "tonnage", fr: "tonnage")
    }
  }
}

extension AlignedPart.Operation {
  /// In words.
  public var title: BilingualText {
    switch self {
    case .same: BilingualText(en: "the same", fr: "identique")
    case .variant: BilingualText(en: "same name or meaning", fr: "même nom ou même sens")
    case .similar: BilingualText(en: "letters differ", fr: "des lettres diffèrent")
    case .initial: BilingualText(en: "initial", fr: "initiale")
    case .abbreviation: BilingualText(en: "abbreviated", fr: "abrégé")
    case .joined: BilingualText(en: "joined or divided", fr: "soudé ou divisé")
    case .legalForm: BilingualText(en: "legal form", fr: "forme juridique")
    case .different: BilingualText(en: "differs", fr: "diffère")
    case .subjectOnly:
      BilingualText(en: "in the name asked only", fr: "dans le nom demandé seulement")
    case .listedOnly:
      BilingualText(en: "in the listed name only", fr: "dans le nom inscrit seulement")
    }
  }
}

extension PartyKind {
  /// In words.
  public var title: BilingualText {
    switch self {
    case .unknown: BilingualText(en: "kind not stated", fr: "nature non indiquée")
    case .person: BilingualText(en: "person", fr: "personne")
    case .organisation: BilingualText(en: "organisation", fr: "organisation")
    case .vessel: BilingualText(en: "vessel", fr: "navire")
    case .aircraft: BilingualText(en: "aircraft", fr: "aéronef")
    }
  }
}
