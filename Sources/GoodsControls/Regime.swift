public import TradeModel

/// A supplier arrangement, or what stands in its place.
///
/// Source of the reading of codes: the third digit of an EU or US entry, "0 Wassenaar, 1 MTCR,
/// 2 nuclear suppliers, 3 Australia Group, 4 chemical weapons"; 9 is national, 5 and 6 are the US
/// 500 and 600 series, other digits of US entries unilateral.
public enum Regime: String, Hashable, Sendable, CaseIterable {
  case wassenaar
  case mtcr
  case nuclearSuppliers = "nuclear-suppliers"
  case australiaGroup = "australia-group"
  case chemicalWeapons = "chemical-weapons"
  /// US military items moved from the Munitions List.
  case munitions
  /// No regime: one state's or the Union's own control.
  case unilateral

  /// The arrangement's name for people.
  public var title: BilingualText {
    switch self {
    case .wassenaar:
      BilingualText(en: "Wassenaar Arrangement", fr: "Arrangement de Wassenaar")
    case .mtcr:
      BilingualText(
        en: "Missile Technology Control Regime",
        fr: "Régime de contrôle de la technologie des missiles")
    case .nuclearSuppliers:
      BilingualText(en: "Nuclear Suppliers Group", fr: "Groupe des fournisseurs nucléaires")
    case .australiaGroup: BilingualText(en: "Australia Group", fr: "Groupe d’Australie")
    case .chemicalWeapons:
      BilingualText(
        en: "Chemical Weapons Convention", fr: "Convention sur les armes chimiques")
    case .munitions:
      BilingualText(en: "munitions (500 and 600 series)", fr: "munitions (séries 500 et 600)")
    case .unilateral:
      BilingualText(en: "no regime, unilateral control", fr: "hors régime, contrôle unilatéral")
    }
  }
}

/// Why the United States control an entry: the column of the Country Chart starts with it.
///
/// Source: 15 CFR 738.2(d)(2)(i) and Part 742.
public enum ReasonForControl: String, Hashable, Sendable, CaseIterable {
  case antiTerrorism = "AT"
  case nationalSecurity = "NS"
  case regionalStability = "RS"
  case missileTechnology = "MT"
  case nuclearNonproliferation = "NP"
  case unitedNations = "UN"
  case crimeControl = "CC"
  case chemicalBiological = "CB"
  case firearms = "FC"
  case russianSector = "RU-sector"
  case encryption = "EI"
  case surreptitiousListening = "SL"
  case chemicalWeapons = "CW"
  case significantItems = "SI"
  case shortSupply = "SS"

  /// The reason in words.
  public var title: BilingualText {
    switch self {
    case .antiTerrorism: BilingualText(en: "anti-terrorism", fr: "lutte contre le terrorisme")
    case .nationalSecurity: BilingualText(en: "national security", fr: "sécurité nationale")
    case .regionalStability: BilingualText(en: "regional stability", fr: "stabilité régionale")
    case .missileTechnology:
      BilingualText(en: "missile technology", fr: "technologie des missiles")
    case .nuclearNonproliferation:
      BilingualText(en: "nuclear non-proliferation", fr: "non-prolifération nucléaire")
    case .unitedNations:
      BilingualText(en: "United Nations embargo", fr: "embargo des Nations unies")
    case .crimeControl: BilingualText(en: "crime control", fr: "lutte contre la criminalité")
    case .chemicalBiological:
      BilingualText(
        en: "chemical and biological weapons", fr: "armes chimiques et biologiques")
    case .firearms: BilingualText(en: "firearms convention", fr: "convention sur les armes à feu")
    case .russianSector:
      BilingualText(en: "Russian industry sector", fr: "secteur industriel russe")
    case .encryption: BilingualText(en: "encryption items", fr: "articles de chiffrement")
    case .surreptitiousListening:
      BilingualText(en: "surreptitious listening", fr: "écoute clandestine")
    case .chemicalWeapons:
      BilingualText(en: "Chemical Weapons Convention", fr: "Convention sur les armes chimiques")
    case .significantItems: BilingualText(en: "significant items", fr: "articles significatifs")
    case .shortSupply: BilingualText(en: "short supply", fr: "pénurie")
    }
  }
}
