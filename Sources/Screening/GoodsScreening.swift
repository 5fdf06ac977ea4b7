import GoodsControls
import TradeModel

/// Looks up the commodity codes of the items on the lists that are written in commodity codes.
struct GoodsScreening {
  let catalogue: ControlCatalogue
  let links: JurisdictionLinks
  let places: PlacesOfTransaction
  /// Whether a territory is a partner of the coalition that made the Common High Priority List.
  let isCoalition: (TerritoryID) -> Bool

  /// One finding an item and list, in the order of the lists.
  func findings(on item: Item, path: String) -> [Finding] {
    guard let text = item.commodityCode else { return [] }
    guard let code = CommodityCode(text) else { return [unreadable(text, path: path)] }
    let matches = catalogue.listedByCommodityCode(code)
    let lists = matches.map(\.rule.list.id).uniqued()
    return lists.compactMap { id in
      finding(matches.filter { $0.rule.list.id == id }, code: code, item: item, path: path)
    }
  }

  private func unreadable(_ text: String, path: String) -> Finding {
    Finding(
      kind: .openQuestion, outcome: .incomplete, facts: ["\(path).commodityCode"],
      title: BilingualText(
        en: "The commodity code “\(text)” could not be read",
        fr: "Le code douanier « \(text) » n’a pas pu être lu"),
      explanation: [
        BilingualText(
          en: "Lists written in commodity codes could not be consulted for this item.",
          fr: "Les listes rédigées en codes douaniers n’ont pas pu être consultées pour ce bien.")
      ],
      question: BilingualText(
        en: "Which customs number of at least four digits is meant?",
        fr: "Quel code douanier d’au moins quatre chiffres est désigné ?"))
  }

  /// What the list leads to here; `nil` when it does not concern this way.
  private func verdict(
    _ matches: [GoodsMatch]
  ) -> (outcome: Outcome, ifConfirmed: Outcome?, why: BilingualText)? {
    let list = matches[0].rule.list
    let onTheWay = places.territories.filter(\.isOnTheWay).map(\.territory)
    let outside = onTheWay.filter { !isCoalition($0.parent ?? $0.id) }
    let closed = onTheWay.filter { list.destinations.contains($0.id) }
    if list.nature == .embargoList, let territory = closed.first {
      let strictest: Outcome =
        list.jurisdictions.contains("US") ? .licenceRequiredDenialLikely : .prohibited
      let isExact = matches.contains { $0.precision == .covered && !$0.rule.isPartial }
      let name = territory.name
      guard let jurisdiction = list.jurisdictions.first else { return nil }
      switch links.reach(of: jurisdiction) {
      case .reaches(let why) where isExact:
        return (
          strictest, nil,
          BilingualText(
            en: "\(name.en) is on the way, and the rule reaches this transaction: \(why.en).",
            fr: "Sur le trajet : \(name.fr) ; la règle vise cette opération : \(why.fr).")
        )
      case .reaches(let why):
        return (
          .hold, strictest,
          BilingualText(
            en:
              "\(name.en) is on the way, and the rule reaches this transaction (\(why.en)); whether these goods are the ones meant must be compared with the list’s words.",
            fr:
              "Sur le trajet : \(name.fr) ; la règle vise cette opération (\(why.fr)) ; il faut comparer les biens avec le texte de la liste."
          )
        )
      case .open:
        return (
          .hold, strictest,
          BilingualText(
            en: "\(name.en) is on the way; whether the rule reaches this transaction is open.",
            fr: "Sur le trajet : \(name.fr) ; la portée de la règle reste à établir.")
        )
      }
    }
    guard !outside.isEmpty || onTheWay.isEmpty else { return nil }
    let english = outside.map(\.name.en).joined(separator: ", ")
    let french = outside.map(\.name.fr).joined(separator: ", ")
    return (
      .hold, nil,
      onTheWay.isEmpty
        ? BilingualText(
          en: "The destination is not known, so diversion cannot be excluded.",
          fr: "La destination est inconnue : un détournement ne peut être exclu.")
        : BilingualText(
          en: "The goods are sought after, and go outside the export-control coalition: \(english).",
          fr: "Les biens sont recherchés et sortent de la coalition de contrôle : \(french).")
    )
  }

  private func finding(
    _ matches: [GoodsMatch], code: CommodityCode, item: Item, path: String
  ) -> Finding? {
    guard let verdict = verdict(matches), let first = matches.first else { return nil }
    let list = first.rule.list
    let name = item.description ?? code.description
    var explanation = matches.prefix(4).map(sentence)
    if matches.count > 4 {
      explanation.append(
        BilingualText(
          en: "\(matches.count - 4) further codes of the list lie under the stated one.",
          fr: "\(matches.count - 4) autres codes de la liste relèvent du code indiqué."))
    }
    explanation.append(BilingualText(en: "\(list.effect.en).", fr: "\(list.effect.fr)."))
    explanation.append(verdict.why)
    return Finding(
      kind: .controlledItem, outcome: verdict.outcome, outcomeIfConfirmed: verdict.ifConfirmed,
      facts: ["\(path).commodityCode"] + destinationFacts,
      title: BilingualText(
        en: "“\(name)” (\(code)) is on: \(list.title.en)",
        fr: "« \(name) » (\(code)) figure sur : \(list.title.fr)"),
      explanation: explanation,
      citations: (first.rule.citations.screeningCitations()
        + list.citations.screeningCitations(section: list.citation)).uniqued(),
      question: BilingualText(
        en: "Who uses these goods, where and for what, and will the buyer certify it in writing?",
        fr: "Qui utilise ces biens, où et pour quoi, et l’acheteur le certifiera-t-il par écrit ?"))
  }

  private var destinationFacts: [String] {
    places.territories.filter(\.isOnTheWay).flatMap { $0.mentions.prefix(1).map(\.path) }
  }

  private func sentence(_ match: GoodsMatch) -> BilingualText {
    let rule = match.rule
    let code = rule.code?.description ?? ""
    let tier = rule.tier.map { tier in
      BilingualText(
        en: ", tier \(tier.rawValue) (\(rule.tierTitle?.en ?? ""))",
        fr: ", niveau \(tier.rawValue) (\(rule.tierTitle?.fr ?? ""))")
    }
    let partial: BilingualText? =
      rule.isPartial
      ? BilingualText(
        en: "; only some goods of the code are meant (ex)",
        fr: " ; seuls certains biens du code sont visés (ex)") : nil
    let short: BilingualText? =
      match.precision == .statedTooShort
      ? BilingualText(
        en: "; the stated code is shorter, so the goods may or may not be meant",
        fr: " ; le code indiqué est plus court : les biens peuvent ou non être visés") : nil
    return BilingualText(
      en: "\(code): \(rule.item.en)\(tier?.en ?? "")\(partial?.en ?? "")\(short?.en ?? "").",
      fr: "\(code) : \(rule.item.fr)\(tier?.fr ?? "")\(partial?.fr ?? "")\(short?.fr ?? "").")
  }
}
