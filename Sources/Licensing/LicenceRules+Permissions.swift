import GoodsControls
import KnowledgeBase
import TradeModel

/// Licence exceptions and general authorisations beside a required licence.
///
/// Source: 15 CFR Part 740; Regulation (EU) 2021/821, Article 12 and Annex II.
extension LicenceRules {
  func permissions(
    _ item: LicenceCase, _ requirements: [LicenceStep], _ jurisdiction: LicenceJurisdiction
  ) -> [LicencePermission] {
    switch jurisdiction {
    case .unitedStates: return exceptions(item, requirements)
    case .europeanUnion:
      return grouped(
        authorisations, item, .europeanUnion, rule: "Regulation (EU) 2021/821, Annex II")
    case .unitedKingdom: return []
    }
  }

  /// By standing and reason, in the order of the table.
  private func grouped(
    _ rows: [AuthorisationRow], _ item: LicenceCase, _ jurisdiction: LicenceJurisdiction,
    rule: String
  ) -> [LicencePermission] {
    let places = item.places.map { ids(of: $0, jurisdiction) }
    func standing(_ row: AuthorisationRow) -> (LicencePermission.Standing, BilingualText) {
      guard let scope = row.destinations, !places.isEmpty else {
        return (
          .needsPerson,
          BilingualText(
            en: "destinations, items and conditions are not held here",
            fr: "destinations, biens et conditions ne sont pas détenus ici")
        )
      }
      return places.allSatisfy { scope.answer($0) == .inside }
        ? (
          .mayBeOpen,
          BilingualText(
            en: "it is for \(scope.words.en)", fr: "elle est prévue pour : \(scope.words.fr)")
        )
        : (
          .closed,
          BilingualText(
            en: "it is only for \(scope.words.en)",
            fr: "elle n’est prévue que pour : \(scope.words.fr)")
        )
    }
    let judged = rows.map { (row: $0, standing: standing($0)) }
    return judged.map { [$0.standing.0.rawValue, $0.standing.1.en] }.uniqued().compactMap {
      key in
      let same = judged.filter { [$0.standing.0.rawValue, $0.standing.1.en] == key }
      guard let first = same.first else { return nil }
      return LicencePermission(
        symbols: same.map(\.row.symbol), standing: first.standing.0, because: first.standing.1,
        rule: same.count == 1 ? first.row.section : rule, asOf: same.map(\.row.asOf).max(),
        citations: same.map(\.row.citations).uniqued())
    }
  }
}
