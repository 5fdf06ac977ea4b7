import GoodsControls
import TradeModel

/// Turns the territories of a transaction into findings where an embargo or a near-complete control
/// stands.
struct EmbargoScreening {
  let catalogue: ControlCatalogue
  let links: JurisdictionLinks
  let transaction: Transaction

  /// In the order in which the territories are first named, then of the rules.
  func findings(on places: PlacesOfTransaction) -> [Finding] {
    places.territories.filter(\.isOnTheWay).flatMap { territory in
      catalogue.embargoes(territory: territory.territory.id).compactMap { finding($0, territory) }
    }
  }

  private func finding(_ rule: EmbargoRule, _ place: TransactionTerritory) -> Finding? {
    switch rule.kind {
    case .comprehensive: return comprehensive(rule, place)
    case .listedGoods: return listedGoods(rule, place)
    case .arms: return concernsArms ? listedGoods(rule, place) : nil
    }
  }

  /// Whether anything stated points to arms: a military end use, or a stated control code.
  private var concernsArms: Bool {
    if let nature = transaction.endUse?.nature, nature != .civil { return true }
    return transaction.items.contains { item in
      item.controlCodes.contains { code in
        catalogue.entries(for: code.code).entries.contains { $0.reasons.contains(.unitedNations) }
      }
    }
  }

  private func comprehensive(_ rule: EmbargoRule, _ place: TransactionTerritory) -> Finding {
    switch links.reach(of: rule.jurisdiction) {
    case .reaches(let why) where !place.isCertain:
      return make(
        rule, place, outcome: .hold, ifConfirmed: rule.outcome,
        reach: BilingualText(
          en:
            "The place can mean another territory; if it means this one, the rule applies: \(why.en).",
          fr:
            "Le lieu peut désigner un autre territoire ; s’il désigne celui-ci, la règle s’applique : \(why.fr)."
        ), question: useQuestion(place))
    case .reaches(let why):
      return make(
        rule, place, outcome: rule.outcome, ifConfirmed: nil,
        reach: BilingualText(
          en: "The rule reaches this transaction: \(why.en).",
          fr: "La règle vise cette opération : \(why.fr)."), question: useQuestion(place))
    case .open:
      return make(
        rule, place, outcome: .hold, ifConfirmed: rule.outcome,
        reach: BilingualText(
          en: "Whether the rule reaches this transaction is open.",
          fr: "La portée de la règle sur cette opération reste à établir."),
        question: links.question(on: rule.jurisdiction))
    }
  }

  /// The rule bites for some goods only; the goods themselves are looked up item by item.
  private func listedGoods(_ rule: EmbargoRule, _ place: TransactionTerritory) -> Finding {
    make(
      rule, place, outcome: .hold, ifConfirmed: rule.outcome,
      reach: BilingualText(
        en:
          "The rule covers certain items: \(rule.scope.en). Stated codes were compared item by item; for the rest a person must read the lists.",
        fr:
          "La règle vise certains biens : \(rule.scope.fr). Les codes indiqués ont été comparés bien par bien ; pour le reste, une personne doit lire les listes."
      ),
      question: BilingualText(
        en: "Do the items fall under the lists of \(rule.citation)? Who determined it?",
        fr: "Les biens relèvent-ils des listes visées ici (\(rule.citation)) ? Qui l’a déterminé ?")
    )
  }

  private func useQuestion(_ place: TransactionTerritory) -> BilingualText {
    BilingualText(
      en:
        "What is the part of \(place.territory.name.en) in this transaction, and under which licence?",
      fr:
        "Quel est le rôle de ce territoire (\(place.territory.name.fr)) dans l’opération, et sous quelle licence ?"
    )
  }

  private func make(
    _ rule: EmbargoRule, _ place: TransactionTerritory, outcome: Outcome, ifConfirmed: Outcome?,
    reach: BilingualText, question: BilingualText
  ) -> Finding {
    let english = place.mentions.map { "“\($0.text)”" }.joined(separator: ", ")
    let french = place.mentions.map { "« \($0.text) »" }.joined(separator: ", ")
    return Finding(
      kind: .embargo, outcome: outcome, outcomeIfConfirmed: ifConfirmed,
      facts: place.mentions.map(\.path),
      title: BilingualText(
        en: "\(place.territory.name.en): \(rule.citation)",
        fr: "\(place.territory.name.fr) : \(rule.citation)"),
      explanation: [
        BilingualText(en: "\(rule.rule.en).", fr: "\(rule.rule.fr)."), reach,
        BilingualText(
          en: "\(place.territory.name.en) is named by: \(english).",
          fr: "Ce territoire est nommé par : \(french)."),
      ],
      citations: rule.citations.screeningCitations(section: rule.citation), question: question)
  }
}
