import GoodsControls
import KnowledgeBase
import TradeModel

/// Regulation (EU) 2021/821, and what is held of the law of the United Kingdom.
extension LicenceRules {
  func europeanUnion(_ item: LicenceCase, _ place: LicenceCase.Place) -> [LicenceStep] {
    let name = place.territory.name
    let entries = entries(item, .europeanUnion)
    if isInUnion(place) {
      guard let (code, entry) = entries.first else { return [] }
      return [
        LicenceStep(
          .entry,
          .open(
            .hold,
            .text(
              BilingualText(
                en: "Annex IV to Regulation (EU) 2021/821",
                fr: "l’annexe IV du règlement (UE) 2021/821"))),
          BilingualText(
            en:
              "\(name.en) is in the Union: a transfer of \(entry.code) needs an authorisation for items of Annex IV, which is not held here",
            fr:
              "La destination (\(name.fr)) est dans l’Union : un transfert de \(entry.code) exige une autorisation pour les biens de l’annexe IV, non détenue ici"
          ), rule: "Regulation (EU) 2021/821, Article 11", asOf: entry.asOf,
          facts: [code.path] + place.paths, citations: [entry.list.citations])
      ]
    }
    // Parts of a Member State outside the continent may or may not be customs territory of the Union.
    let isPartOfMember = place.territory.parent.map { unionMembers.contains($0) } ?? false
    var steps = entries.map { code, entry in
      LicenceStep(
        .entry,
        isPartOfMember || !place.isCertain
          ? .open(.hold, .destination) : .requires(.licenceRequired),
        isPartOfMember
          ? BilingualText(
            en: "Whether \(name.en) is in the customs territory of the Union is not known here",
            fr:
              "Il n’est pas connu ici si la destination (\(name.fr)) est dans le territoire douanier de l’Union"
          )
          : BilingualText(
            en:
              "Export of \(entry.code), an item of Annex I, from the Union needs an authorisation; \(name.en) is outside it",
            fr:
              "L’exportation hors de l’Union de \(entry.code), bien de l’annexe I, exige une autorisation ; la destination (\(name.fr)) est extérieure"
          ), rule: "Regulation (EU) 2021/821, Article 3", asOf: entry.asOf,
        facts: [code.path] + place.paths,
        citations: [entry.citations, entry.list.citations])
    }
    if let measures = ownMeasures(place, .europeanUnion) { steps.append(measures) }
    return steps
  }

  /// No list and no trade measure of the United Kingdom is held: nothing here ends in "not required".
  func unitedKingdom(_ item: LicenceCase, _ place: LicenceCase.Place) -> [LicenceStep] {
    let missing = BilingualText(
      en: "the UK strategic export control lists", fr: "les listes britanniques de contrôle")
    return [
      LicenceStep(
        .entry,
        .open(
          item.codes.contains { !$0.answer.entries.isEmpty } ? .hold : .incomplete, .text(missing)),
        BilingualText(
          en: "The control lists and trade measures of the United Kingdom are not held here",
          fr:
            "Les listes de contrôle et mesures commerciales du Royaume-Uni ne sont pas détenues ici"
        ),
        facts: item.codes.map(\.path) + place.paths)
    ]
  }

  /// Measures against the territory that are not in the tables.
  private func ownMeasures(
    _ place: LicenceCase.Place, _ jurisdiction: LicenceJurisdiction
  ) -> LicenceStep? {
    guard !measured.isDisjoint(with: ids(of: place, jurisdiction)) else { return nil }
    let name = place.territory.name
    return LicenceStep(
      .measures,
      .open(
        .hold,
        .text(
          BilingualText(
            en: "the restrictive measures of the Union against \(name.en)",
            fr: "les mesures restrictives de l’Union visant la destination (\(name.fr))"))),
      BilingualText(
        en:
          "\(name.en) stands in tables of embargoes or arms embargoes; the Union’s measures against it are held here in part only, if at all",
        fr:
          "La destination (\(name.fr)) figure dans des tables d’embargos ou d’embargos sur les armes ; les mesures de l’Union ne sont détenues ici qu’en partie, voire pas du tout"
      ), facts: place.paths)
  }
}
