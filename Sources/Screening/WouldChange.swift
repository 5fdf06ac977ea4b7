import TradeModel

/// What would change the outcome, drawn from the findings.
struct WouldChange {
  /// In the order of the dossier.
  let findings: [Finding]

  var sentences: [BilingualText] {
    guard let strictest = findings.map(\.outcome).max() else {
      return [
        BilingualText(
          en: "A new list state, another fact of the transaction, or a notice from an authority.",
          fr: "Un nouvel état d’une liste, un autre fait de l’opération ou un avis d’une autorité.")
      ]
    }
    var sentences: [BilingualText] = []
    func ids(_ wanted: (Finding) -> Bool) -> String {
      findings.enumerated().filter { wanted($0.element) }.map { "F\($0.offset + 1)" }
        .joined(separator: ", ")
    }
    let hits = ids { $0.kind == .listHit }
    if !hits.isEmpty {
      sentences.append(
        BilingualText(
          en:
            "A person’s conclusion, with evidence, that the party is not, or is, the listed one (\(hits)).",
          fr:
            "La conclusion motivée d’une personne : la partie est, ou n’est pas, celle listée (\(hits))."
        ))
    }
    let items = ids { $0.kind == .controlledItem }
    if !items.isEmpty {
      sentences.append(
        BilingualText(
          en:
            "A classification of the item, a licence determination, or a licence held, with its number (\(items)).",
          fr:
            "Un classement du bien, une détermination de licence ou une licence détenue, avec son numéro (\(items))."
        ))
    }
    let embargoes = ids { $0.kind == .embargo }
    if !embargoes.isEmpty {
      sentences.append(
        BilingualText(
          en:
            "Evidence that the territory has no part in the transaction, or a licence for it (\(embargoes)).",
          fr:
            "La preuve que le territoire est étranger à l’opération, ou une licence pour celui-ci (\(embargoes))."
        ))
    }
    let questions = ids { $0.kind == .openQuestion }
    if !questions.isEmpty {
      sentences.append(
        BilingualText(
          en: "Answers to the open questions (\(questions)).",
          fr: "Des réponses aux questions ouvertes (\(questions))."))
    }
    let deciding = ids { $0.outcome == strictest }
    sentences.append(
      BilingualText(
        en: "The outcome rests on \(deciding); the next strictest decides once those are settled.",
        fr: "La conclusion repose sur \(deciding) ; la suivante décide une fois ces points réglés.")
    )
    return sentences
  }
}
