/// What a screening concludes for the person who decides. It never grants, refuses or clears.
///
/// Source: guides of the authorities as gathered in `Knowledge/Lexicons/decision-vocabulary.csv`; each
/// case below names the official words it stands for.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// A sanctions or embargo rule bars the deal. EU: prohibited; US: policy of denial.
  case prohibited
  /// A licence is required under a policy or presumption of denial.
  case licenceRequiredDenialLikely = "licence-required-denial-likely"
  /// A listed item or a party rule needs an authorisation.
  case licenceRequired = "licence-required"
  /// The item is not listed, but the end use may be caught: put it to the authority.
  case catchAllRefer = "catch-all-refer"
  /// Something must be asked and settled before going on. US: red flag, duty to inquire.
  case hold
  /// Facts are missing; there is no conclusion. US: returned without action.
  case incomplete
  /// No rule was found that needs a licence, within the limits stated. US: NLR, EAR99.
  case noLicenceRequired = "no-licence-required"
}

extension Outcome: Comparable {
  /// How strict the outcome is: 6 for `prohibited`, 0 for `no-licence-required`.
  public var strictness: Int {
    switch self {
    case .prohibited: 6
    case .licenceRequiredDenialLikely: 5
    case .licenceRequired: 4
    case .catchAllRefer: 3
    case .hold: 2
    case .incomplete: 1
    case .noLicenceRequired: 0
    }
  }

  public static func < (lhs: Outcome, rhs: Outcome) -> Bool { lhs.strictness < rhs.strictness }

  /// A few words for a heading.
  public var title: BilingualText {
    switch self {
    case .prohibited: BilingualText(en: "Prohibited", fr: "Interdit")
    case .licenceRequiredDenialLikely:
      BilingualText(
        en: "Licence required, denial likely", fr: "Licence requise, refus probable")
    case .licenceRequired: BilingualText(en: "Licence required", fr: "Licence requise")
    case .catchAllRefer:
      BilingualText(en: "Refer to the authority", fr: "À soumettre à l’autorité")
    case .hold: BilingualText(en: "Hold", fr: "En attente")
    case .incomplete: BilingualText(en: "Incomplete", fr: "Incomplet")
    case .noLicenceRequired:
      BilingualText(en: "No licence requirement found", fr: "Aucune licence requise trouvée")
    }
  }

  /// What it means, in one sentence.
  public var meaning: BilingualText {
    switch self {
    case .prohibited:
      BilingualText(
        en: "A sanctions or embargo rule bars this transaction as it is described.",
        fr:
          "Une règle de sanctions ou d’embargo interdit cette opération telle qu’elle est décrite.")
    case .licenceRequiredDenialLikely:
      BilingualText(
        en: "A licence is required, and the authority’s published policy is to deny it.",
        fr: "Une licence est requise et la politique publiée de l’autorité est de la refuser.")
    case .licenceRequired:
      BilingualText(
        en: "A listed item or a party rule needs an authorisation before anything is supplied.",
        fr:
          "Un bien listé ou une règle visant une partie exige une autorisation avant toute fourniture."
      )
    case .catchAllRefer:
      BilingualText(
        en: "The item is not listed, but its end use may be caught: put it to the authority.",
        fr:
          "Le bien n’est pas listé, mais son utilisation finale peut être visée : soumettez le cas à l’autorité."
      )
    case .hold:
      BilingualText(
        en: "Something here must be asked and settled by a person before going on.",
        fr: "Une personne doit poser une question et la régler avant de continuer.")
    case .incomplete:
      BilingualText(
        en: "Needed facts are missing, so there is no conclusion.",
        fr: "Des faits nécessaires manquent : il n’y a pas de conclusion.")
    case .noLicenceRequired:
      BilingualText(
        en: "Nothing was found to look at, within the lists, dates and checks stated below.",
        fr:
          "Rien à examiner n’a été trouvé, dans les limites des listes, dates et contrôles indiqués ci-dessous."
      )
    }
  }
}
