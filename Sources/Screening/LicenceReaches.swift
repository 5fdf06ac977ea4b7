import Licensing
import TradeModel

/// Which laws reach an item, from exporter, origin and the replies on US content.
///
/// Source: 15 CFR 734.3, 734.9 (items subject to the EAR); Regulation (EU) 2021/821, Article 3 (export
/// from the customs territory of the Union).
struct LicenceReaches {
  let transaction: Transaction
  let places: PlacesOfTransaction
  let index: TerritoryIndex
  /// Steers only; never cited.
  let isUnionMember: (TerritoryID) -> Bool

  func reach(of jurisdiction: LicenceJurisdiction, item: Item) -> LicenceReach {
    switch jurisdiction {
    case .unitedStates: unitedStates(item)
    case .europeanUnion: export { isUnionMember($0.parent ?? $0.id) }
    case .unitedKingdom: export { ($0.parent ?? $0.id).code == "GB" }
    }
  }

  /// A law that follows the place of export.
  private func export(_ isOfJurisdiction: (Territory) -> Bool) -> LicenceReach {
    if let territory = places.exporting.first(where: isOfJurisdiction) {
      return .reaches(
        BilingualText(
          en: "the exporter or the place of export is in \(territory.name.en)",
          fr: "l’exportateur ou le lieu d’exportation : \(territory.name.fr)"))
    }
    guard !places.exporting.isEmpty else {
      return .open(
        BilingualText(
          en: "no place of export is known", fr: "aucun lieu d’exportation n’est connu"))
    }
    let english = places.exporting.map(\.name.en).joined(separator: ", ")
    let french = places.exporting.map(\.name.fr).joined(separator: ", ")
    return .outside(
      BilingualText(
        en: "as stated, the exporter and the place of export are elsewhere: \(english)",
        fr:
          "selon les faits indiqués, l’exportateur et le lieu d’exportation sont ailleurs : \(french)"
      ))
  }

  private func unitedStates(_ item: Item) -> LicenceReach {
    func isAmerican(_ territory: Territory) -> Bool {
      (territory.parent ?? territory.id).code == "US"
    }
    if places.exporting.contains(where: isAmerican) {
      return .reaches(
        BilingualText(
          en: "the exporter or the place of export is in the United States",
          fr: "l’exportateur ou le lieu d’exportation est aux États-Unis"))
    }
    let origin = item.origin.flatMap { index.find($0) }
    if let origin, isAmerican(origin.territory) {
      return .reaches(
        BilingualText(
          en: "the item is of United States origin", fr: "le bien est d’origine américaine"))
    }
    let questions: [EndUseQuestion] = [.usContent, .usDirectProduct, .usPersonSupport]
    if let yes = questions.first(where: { transaction.endUse?.reply(to: $0) == .yes }) {
      return .reaches(
        BilingualText(
          en: "the reply to “\(yes.rawValue)” is yes",
          fr: "la réponse à « \(yes.rawValue) » est oui"))
    }
    let unanswered = questions.filter { transaction.endUse?.reply(to: $0) != .no }.map(\.rawValue)
    if let origin, !origin.isAmbiguous, unanswered.isEmpty {
      return .outside(
        BilingualText(
          en:
            "as stated, the item is of \(origin.territory.name.en), and US content, technology and persons are ruled out",
          fr:
            "selon les faits indiqués, le bien est d’origine : \(origin.territory.name.fr), et un contenu, une technologie ou une personne des États-Unis sont exclus"
        ))
    }
    let missing =
      (origin == nil ? ["items.origin"] : []) + unanswered.map { "endUse.answers.\($0)" }
    return .open(
      BilingualText(
        en:
          "whether the item is subject to US law is not known: \(missing.joined(separator: ", "))",
        fr:
          "il n’est pas connu si le bien relève du droit américain : \(missing.joined(separator: ", "))"
      ))
  }
}
