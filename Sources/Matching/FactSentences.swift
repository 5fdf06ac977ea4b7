import TradeModel
import Watchlist

extension ComparedFact {
  /// The comparison as a reason with its sentence.
  func reason(in watchlist: WatchlistFile) -> Reason {
    let place =
      designation
      ?? watchlist.designations(ofParty: party).first
    return Reason(
      feature: feature, weight: Weight(tenthsOfBit: weight), subjectValue: subjectValue,
      listedValue: listedValue, designation: place.map { watchlist.id(ofDesignation: $0) } ?? "",
      sentence: sentence)
  }

  private var sentence: BilingualText {
    switch (feature, finding) {
    case (.identifier, .same):
      BilingualText(
        en: "Both carry the number \(listedValue).",
        fr: "Tous deux portent le numéro \(listedValue).")
    case (.identifier, _):
      BilingualText(
        en: "The number \(subjectValue) differs from \(listedValue).",
        fr: "Le numéro \(subjectValue) diffère de \(listedValue).")
    case (.birthDate, .same):
      BilingualText(
        en: "The birth dates agree as far as both are stated.",
        fr: "Les dates de naissance concordent dans la mesure où elles sont indiquées.")
    case (.birthDate, .swapped):
      BilingualText(
        en: "Day and month of birth stand the other way round.",
        fr: "Le jour et le mois de naissance sont inversés.")
    case (.birthDate, .partly):
      BilingualText(
        en: "Same year of birth, another day.", fr: "Même année de naissance, autre jour.")
    case (.birthDate, .other):
      BilingualText(en: "The birth dates differ.", fr: "Les dates de naissance diffèrent.")
    case (.foundingDate, .same), (.foundingDate, .swapped), (.foundingDate, .partly):
      BilingualText(
        en: "The founding or building dates agree.",
        fr: "Les dates de création ou de construction concordent.")
    case (.foundingDate, .other):
      BilingualText(
        en: "The founding or building dates differ.",
        fr: "Les dates de création ou de construction diffèrent.")
    case (.country, .same):
      BilingualText(en: "A country is the same.", fr: "Un pays est le même.")
    case (.country, _):
      BilingualText(en: "No stated country is the same.", fr: "Aucun pays indiqué n’est le même.")
    case (.gender, .same):
      BilingualText(en: "The stated gender is the same.", fr: "Le sexe indiqué est le même.")
    case (.gender, _):
      BilingualText(en: "The stated gender differs.", fr: "Le sexe indiqué diffère.")
    case (.kind, .same):
      BilingualText(
        en: "Both are of one kind that few parties are.",
        fr: "Tous deux sont d’une même nature, peu fréquente.")
    case (.kind, _):
      BilingualText(
        en: "The subject is one kind of party, the listed one another.",
        fr: "Le sujet est d’une autre nature que la partie inscrite.")
    case (.address, _), (.name, _), (.weakAlias, _):
      BilingualText(en: "Compared.", fr: "Comparé.")
    }
  }
}
