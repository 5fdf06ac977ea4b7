import TradeModel

/// What a dossier says of a decision that concerns one of its hits.
struct GoodGuySentence {
  let decision: GoodGuy
  /// Why it does not apply; `nil` when it does.
  let reopening: GoodGuyWeighing.Reopening?

  var text: BilingualText {
    let proposal = decision.proposal
    let until = decision.expires?.iso ?? "–"
    let who = "\(decision.proposedBy), \(decision.approvedBy?.name ?? "–")"
    let when = decision.approvedAt?.day.iso ?? "–"
    let en =
      "Decision \(decision.id) of \(when) (\(who)) holds until \(until): \(proposal.reason.label.en). “\(proposal.rationale)”"
    let fr =
      "Décision \(decision.id) du \(when) (\(who)), valable jusqu’au \(until) : \(proposal.reason.label.fr). « \(proposal.rationale) »"
    guard let reopening else {
      return BilingualText(
        en: "\(en) It quiets this hit.", fr: "\(fr) Elle met ce constat en sourdine.")
    }
    let why = Self.why(reopening)
    return BilingualText(
      en: "\(en) It does not apply: \(why.en).", fr: "\(fr) Elle ne s’applique pas : \(why.fr).")
  }

  private static func why(_ reopening: GoodGuyWeighing.Reopening) -> BilingualText {
    switch reopening {
    case .notYet:
      BilingualText(
        en: "it was not approved yet on the day screened for",
        fr: "elle n’était pas encore approuvée au jour du contrôle")
    case .expired: BilingualText(en: "it has expired", fr: "elle est expirée")
    case .customerChanged:
      BilingualText(
        en: "the customer’s record is not the one that was decided on",
        fr: "la fiche du client n’est pas celle sur laquelle il a été décidé")
    case .policyChanged:
      BilingualText(
        en: "the matching policy has changed", fr: "la politique de comparaison a changé")
    case .listingChanged(let ids):
      BilingualText(
        en: "the listing has changed (\(ids.joined(separator: ", ")))",
        fr: "l’inscription a changé (\(ids.joined(separator: ", ")))")
    case .grown(let ids):
      BilingualText(
        en:
          "the listed party has designations that were not decided on (\(ids.joined(separator: ", ")))",
        fr:
          "la partie listée a des inscriptions sur lesquelles rien n’est décidé (\(ids.joined(separator: ", ")))"
      )
    case .stronger:
      BilingualText(
        en: "the hit is more than a resemblance of names",
        fr: "le constat est plus qu’une ressemblance de noms")
    }
  }
}
