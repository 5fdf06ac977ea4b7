import TradeModel

/// Whose rules reach a transaction, as far as its facts tell.
///
/// This is the part that findings need now: which of them hold and which only would. The choice of
/// jurisdictions for licence determinations is not made here.
struct JurisdictionLinks {
  enum Reach: Hashable {
    /// A fact of the transaction brings it under the rules.
    case reaches(BilingualText)
    /// Nothing stated brings it under the rules, and nothing stated excludes it.
    case open
  }

  private let transaction: Transaction
  private let places: PlacesOfTransaction
  /// Whether a territory is a Member State of the European Union. Steers only; never cited.
  private let isUnionMember: (TerritoryID) -> Bool

  init(
    _ transaction: Transaction, places: PlacesOfTransaction,
    isUnionMember: @escaping (TerritoryID) -> Bool
  ) {
    self.transaction = transaction
    self.places = places
    self.isUnionMember = isUnionMember
  }

  /// - Parameter jurisdiction: `US`, `EU`, `UN`, or the ISO code of a state.
  func reach(of jurisdiction: String) -> Reach {
    switch jurisdiction {
    case "UN":
      return .reaches(
        BilingualText(
          en: "measures of the Security Council bind every State",
          fr: "les mesures du Conseil de sécurité lient tous les États"))
    case "US": return unitedStates
    case "EU":
      guard let state = places.exporting.first(where: { isUnionMember(state(of: $0)) }) else {
        return .open
      }
      return .reaches(
        BilingualText(
          en: "the exporter or the place of export is in \(state.name.en), in the European Union",
          fr:
            "l’exportateur ou le lieu d’exportation est en Union européenne (\(state.name.fr))"))
    default:
      guard let state = places.exporting.first(where: { self.state(of: $0).code == jurisdiction })
      else { return .open }
      return .reaches(
        BilingualText(
          en: "the exporter or the place of export is in \(state.name.en)",
          fr: "l’exportateur ou le lieu d’exportation : \(state.name.fr)"))
    }
  }

  private var unitedStates: Reach {
    if places.exporting.contains(where: { state(of: $0).code == "US" }) {
      return .reaches(
        BilingualText(
          en: "the exporter or the place of export is in the United States",
          fr: "l’exportateur ou le lieu d’exportation est aux États-Unis"))
    }
    if places.origins.contains(where: { state(of: $0).code == "US" }) {
      return .reaches(
        BilingualText(
          en: "an item is of United States origin", fr: "un bien est d’origine américaine"))
    }
    return .open
  }

  /// What to ask to know whether the rules of `jurisdiction` reach the transaction.
  func question(on jurisdiction: String) -> BilingualText {
    switch jurisdiction {
    case "US":
      BilingualText(
        en:
          "Is any US person, item of US origin, US content or technology, or payment in US dollars involved?",
        fr:
          "Une personne des États-Unis, un bien d’origine américaine, un contenu ou une technologie américains, ou un paiement en dollars sont-ils en jeu ?"
      )
    case "EU":
      BilingualText(
        en: "Is any person or place of the European Union involved in the supply?",
        fr: "Une personne ou un lieu de l’Union européenne intervient-il dans la fourniture ?")
    default:
      BilingualText(
        en: "Is any person or place of \(jurisdiction) involved in the supply?",
        fr: "Une personne ou un lieu de \(jurisdiction) intervient-il dans la fourniture ?")
    }
  }

  private func state(of territory: Territory) -> TerritoryID { territory.parent ?? territory.id }
}
