import TradeModel

/// What would change the outcome, drawn from the findings.
struct WouldChange {
  /// In the order of the dossier.
  let findings: [Finding]

  var sentences: [BilingualText] {
    guard let strictest = findings.filter({ !$0.isQuieted }).map(\.outcome).max() else {
      return [
        BilingualText(
          en: "A new list state, another fact of the transaction, or a notice from an authority.",
          fr: "Un nouvel état d’une liste, un autre fait de l’opération ou un avis d’une autorité.")
      ]
    }
    func ids(_ wanted: (Finding) -> Bool) -> String {
      findings.enumerated().filter { !$0.element.isQuieted && wanted($0.element) }.map {
        "F\($0.offset + 1)"
      }
      .joined(separator: ", ")
    }
    var sentences = Self.byKind.compactMap { kind, text -> BilingualText? in
      let ids = ids { $0.kind == kind }
      guard !ids.isEmpty else { return nil }
      return BilingualText(en: "\(text.en) (\(ids)).", fr: "\(text.fr) (\(ids)).")
    }
    let deciding = ids { $0.outcome == strictest }
    sentences.append(
      BilingualText(
        en: "The outcome rests on \(deciding); the next strictest decides once those are settled.",
        fr: "La conclusion repose sur \(deciding) ; la suivante décide une fois ces points réglés.")
    )
    return sentences
  }

  private static let byKind: [(Finding.Kind, BilingualText)] = [
    (
      .listHit,
      BilingualText(
        en: "A person’s conclusion, with evidence, that the party is not, or is, the listed one",
        fr: "La conclusion motivée d’une personne : la partie est, ou n’est pas, celle listée")
    ),
    (
      .controlledItem,
      BilingualText(
        en:
          "A classification of the item, a licence determination, or a licence held, with its number",
        fr:
          "Un classement du bien, une détermination de licence ou une licence détenue, avec son numéro"
      )
    ),
    (
      .embargo,
      BilingualText(
        en: "Evidence that the territory has no part in the transaction, or a licence for it",
        fr: "La preuve que le territoire est étranger à l’opération, ou une licence pour celui-ci")
    ),
    (
      .candidateEntries,
      BilingualText(
        en: "A classification of the item by a person, with the values it rests on",
        fr: "Un classement du bien par une personne, avec les valeurs sur lesquelles il repose")
    ),
    (
      .licence,
      BilingualText(
        en: "A licence held, with its number, or facts that the rule asks for",
        fr: "Une licence détenue, avec son numéro, ou les faits que la règle demande")
    ),
    (
      .redFlag,
      BilingualText(
        en: "Answers that explain the circumstance, with evidence",
        fr: "Des réponses qui expliquent la circonstance, avec preuves")
    ),
    (
      .ownership,
      BilingualText(
        en: "Evidence of who holds which share of the party, and who controls it",
        fr: "La preuve de qui détient quelle part de la partie, et de qui la contrôle")
    ),
    (
      .openQuestion,
      BilingualText(
        en: "Answers to the open questions", fr: "Des réponses aux questions ouvertes")
    ),
  ]
}
