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
    switch feature {
    case .identifier: identifierSentence
    case .birthDate: birthSentence
    case .foundingDate: foundingSentence
    case .country: countrySentence
    case .gender:
      finding == .same
        ? BilingualText(en: "The stated gender is the same.", fr: "Le sexe indiqué est le même.")
        : BilingualText(en: "The stated gender differs.", fr: "Le sexe indiqué diffère.")
    case .kind: kindSentence
    case .address: addressSentence
    case .birthPlace:
      finding == .same
        ? BilingualText(
          en: "The place of birth is the same.", fr: "Le lieu de naissance est le même.")
        : BilingualText(
          en: "The places of birth have no word in common.",
          fr: "Les lieux de naissance n’ont aucun mot en commun.")
    case .tonnage:
      finding == .same
        ? BilingualText(en: "The tonnage is the same.", fr: "Le tonnage est le même.")
        : BilingualText(
          en: "The tonnages are more than a fifth apart: \(subjectValue) and \(listedValue).",
          fr:
            "Les tonnages diffèrent de plus d’un cinquième\u{A0}: \(subjectValue) et \(listedValue)."
        )
    case .name, .weakAlias, .alias, .reading: BilingualText(en: subjectValue, fr: subjectValue)
    }
  }

  private var identifierSentence: BilingualText {
    guard case .identifier(let kind) = detail else {
      return BilingualText(en: subjectValue, fr: subjectValue)
    }
    let name = kind.title
    if finding == .same {
      return BilingualText(
        en: "Both carry the \(name.en) \(listedValue).",
        fr: "Tous deux portent \(name.fr) \(listedValue).")
    }
    if kind == .imo {
      return BilingualText(
        en: "Another ship: a ship keeps its IMO number, and \(subjectValue) is not \(listedValue).",
        fr: "Un autre navire\u{A0}: un navire garde son numéro OMI, et \(subjectValue) n’est pas "
          + "\(listedValue).")
    }
    return BilingualText(
      en: "The \(name.en) differs: \(subjectValue) and \(listedValue).",
      fr:
        "\(name.fr.prefix(1).uppercased() + name.fr.dropFirst()) diffère\u{A0}: \(subjectValue) et "
        + "\(listedValue).")
  }

  private var birthSentence: BilingualText {
    guard case .date(let agreement) = detail else {
      return BilingualText(en: subjectValue, fr: subjectValue)
    }
    let both = (en: "\(subjectValue) and \(listedValue)", fr: "\(subjectValue) et \(listedValue)")
    return switch agreement {
    case .sameDay:
      BilingualText(
        en: "Both were born on \(listedValue).",
        fr: "La date de naissance est la même\u{A0}: \(listedValue).")
    case .sameMonth, .sameYear:
      BilingualText(
        en: "The birth dates agree as far as both are stated: \(both.en).",
        fr:
          "Les dates de naissance concordent dans la mesure où elles sont indiquées\u{A0}: \(both.fr)."
      )
    case .swapped:
      BilingualText(
        en: "Day and month of birth stand the other way round: \(both.en).",
        fr: "Le jour et le mois de naissance sont inversés\u{A0}: \(both.fr).")
    case .otherDay:
      BilingualText(
        en: "Same year of birth, another day: \(both.en).",
        fr: "Même année de naissance, autre jour\u{A0}: \(both.fr).")
    case .nearYear:
      BilingualText(
        en: "The birth dates lie about a year apart: \(both.en).",
        fr: "Les dates de naissance sont distantes d’environ un an\u{A0}: \(both.fr).")
    case .years(let years):
      BilingualText(
        en: "The birth dates lie \(years) years apart: \(both.en).",
        fr: "Les dates de naissance sont distantes de \(years) ans\u{A0}: \(both.fr).")
    }
  }

  private var foundingSentence: BilingualText {
    let both = (en: "\(subjectValue) and \(listedValue)", fr: "\(subjectValue) et \(listedValue)")
    return finding == .other
      ? BilingualText(
        en: "The founding or building dates differ: \(both.en).",
        fr: "Les dates de création ou de construction diffèrent\u{A0}: \(both.fr).")
      : BilingualText(
        en: "The founding or building dates agree: \(both.en).",
        fr: "Les dates de création ou de construction concordent\u{A0}: \(both.fr).")
  }

  private var countrySentence: BilingualText {
    var isShip = false
    if case .kinds(let kind, _) = detail { isShip = kind == .vessel || kind == .aircraft }
    let what = isShip ? "flag or country" : "country"
    if finding == .same {
      return BilingualText(
        en: "Both state the \(what) \(subjectValue).",
        fr: isShip
          ? "Même pavillon ou même pays\u{A0}: \(subjectValue)."
          : "Tous deux indiquent le pays \(subjectValue).")
    }
    return BilingualText(
      en: "No \(what) in common: the subject states \(subjectValue), the list \(listedValue).",
      fr: "Aucun pays en commun\u{A0}: le sujet indique \(subjectValue), la liste \(listedValue).")
  }

  private var kindSentence: BilingualText {
    guard case .kinds(let own, let other) = detail else {
      return BilingualText(en: subjectValue, fr: subjectValue)
    }
    if finding == .same {
      return own == .aircraft
        ? BilingualText(
          en: "Both are aircraft, as few parties are.",
          fr: "Tous deux sont des aéronefs, ce que peu de parties sont.")
        : BilingualText(
          en: "Both are vessels, as few parties are.",
          fr: "Tous deux sont des navires, ce que peu de parties sont.")
    }
    return BilingualText(
      en: "Not of one kind: the subject is stated as \(own.title.en), the listed party as "
        + "\(other.title.en).",
      fr: "Natures différentes\u{A0}: sujet «\u{A0}\(own.title.fr)\u{A0}», partie inscrite "
        + "«\u{A0}\(other.title.fr)\u{A0}».")
  }

  private var addressSentence: BilingualText {
    switch finding {
    case .same:
      BilingualText(
        en: "The addresses agree in number or postal code and words.",
        fr: "Les adresses concordent par le numéro ou le code postal et les mots.")
    case .partly, .swapped:
      BilingualText(
        en: "The addresses have words in common.", fr: "Les adresses ont des mots en commun.")
    case .other:
      BilingualText(
        en: "The addresses have no word in common; parties have several and move.",
        fr: "Les adresses n’ont aucun mot en commun\u{A0}; on en a plusieurs et on en change.")
    }
  }
}
