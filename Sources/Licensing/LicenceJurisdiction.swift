public import TradeModel

/// A body of export-control law of which rules are held here. Each is answered apart.
public enum LicenceJurisdiction: String, Hashable, Sendable, CaseIterable {
  case unitedStates = "US"
  /// With the authority of the Member State; in France the SBDU.
  case europeanUnion = "EU"
  case unitedKingdom = "GB"

  /// Its name for a heading.
  public var title: BilingualText {
    switch self {
    case .unitedStates: BilingualText(en: "United States", fr: "États-Unis")
    case .europeanUnion: BilingualText(en: "European Union", fr: "Union européenne")
    case .unitedKingdom: BilingualText(en: "United Kingdom", fr: "Royaume-Uni")
    }
  }
}
