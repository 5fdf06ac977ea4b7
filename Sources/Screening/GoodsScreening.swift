import GoodsControls
import TradeModel

/// Looks up the commodity codes of the items on the lists that are written in commodity codes.
struct GoodsScreening {
  let catalogue: ControlCatalogue
  let links: JurisdictionLinks
  let places: PlacesOfTransaction
  /// Whether a territory is a partner of the coalition that made the Common High Priority List.
  let isCoalition: (TerritoryID) -> Bool

  /// One finding for each list that bites on this way, then at most one for the lists of goods sought
  /// after.
  func findings(on item: Item, path: String) -> [Finding] {
    guard let text = item.commodityCode else { return [] }
    guard let code = CommodityCode(text) else { return [unreadable(text, path: path)] }
    let matches = catalogue.listedByCommodityCode(code)
    let lists = matches.map(\.rule.list.id).uniqued().map { id in
      matches.filter { $0.rule.list.id == id }
    }
    let biting = lists.compactMap { list in
      closed(list).map { finding(list, verdict: $0, code: code, item: item, path: path) }
    }
    let sought = lists.filter { closed($0) == nil && Self.isSought($0[0].rule.list) }.flatMap(
      \.self)
    guard !sought.isEmpty, let verdict = diversion else { return biting }
    return biting + [finding(sought, verdict: verdict, code: code, item: item, path: path)]
  }

  /// Whether the list names goods for which authorities warn of diversion, wherever they go. Lists of
  /// raw metals are not among them: nearly every steel trade would be.
  private static func isSought(_ list: ControlList) -> Bool {
    switch list.id {
    case .commonHighPriority, .usSupplement7, .euIranUnmannedAircraft, .usUnmannedAircraftAdvisory:
      true
    case .usCommerceControlList, .euDualUse, .mtcr, .euIranAnnexII, .euIranAnnexVIIB: false
    }
  }

  private typealias Verdict = (outcome: Outcome, ifConfirmed: Outcome?, why: BilingualText)

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

  /// Where the items go, as far as stated.
  private var onTheWay: [Territory] { places.territories.filter(\.seesItems).map(\.territory) }

  /// What the list leads to when a territory that it closes is on the way; `nil` when none is.
  private func closed(_ matches: [GoodsMatch]) -> Verdict? {
    let list = matches[0].rule.list
    let closed = onTheWay.filter { list.destinations.contains($0.id) }
    guard list.nature == .embargoList, let territory = closed.first else { return nil }
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

  /// What goods sought after lead to on this way; `nil` when all of it is within the coalition.
  private var diversion: Verdict? {
    let outside = onTheWay.filter { !isCoalition($0.parent ?? $0.id) }
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
          en:
            "The goods are sought after, and go outside the export-control coalition: \(english).",
          fr: "Les biens sont recherchés et sortent de la coalition de contrôle : \(french).")
    )
  }

  private func finding(
    _ matches: [GoodsMatch], verdict: Verdict, code: CommodityCode, item: Item, path: String
  ) -> Finding {
    let lists = matches.map(\.rule.list).uniqued()
    let name = item.description ?? code.description
    var explanation: [BilingualText] = []
    for list in lists {
      let ofList = matches.filter { $0.rule.list.id == list.id }
      explanation += ofList.prefix(3).map { sentence($0, list) }
      if ofList.count > 3 {
        explanation.append(
          BilingualText(
            en: "\(ofList.count - 3) further codes of the list lie under the stated one.",
            fr: "\(ofList.count - 3) autres codes de la liste relèvent du code indiqué."))
      }
      explanation.append(BilingualText(en: "\(list.effect.en).", fr: "\(list.effect.fr)."))
    }
    explanation.append(verdict.why)
    let english = lists.map(\.title.en).joined(separator: "; ")
    let french = lists.map(\.title.fr).joined(separator: " ; ")
    return Finding(
      kind: .controlledItem, outcome: verdict.outcome, outcomeIfConfirmed: verdict.ifConfirmed,
      facts: ["\(path).commodityCode"] + destinationFacts,
      title: BilingualText(
        en: "“\(name)” (\(code)) is on: \(english)",
        fr: "« \(name) » (\(code)) figure sur : \(french)"),
      explanation: explanation,
      citations: (matches.flatMap { $0.rule.citations.screeningCitations() }
        + lists.flatMap { $0.citations.screeningCitations(section: $0.citation) }).mergedBySource(),
      question: BilingualText(
        en: "Who uses these goods, where and for what, and will the buyer certify it in writing?",
        fr: "Qui utilise ces biens, où et pour quoi, et l’acheteur le certifiera-t-il par écrit ?"))
  }

  private var destinationFacts: [String] {
    places.territories.filter(\.seesItems).flatMap { $0.mentions.prefix(1).map(\.path) }.uniqued()
  }

  private func sentence(_ match: GoodsMatch, _ list: ControlList) -> BilingualText {
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
      en:
        "\(list.title.en): \(code), \(rule.item.en)\(tier?.en ?? "")\(partial?.en ?? "")\(short?.en ?? "").",
      fr:
        "\(list.title.fr) : \(code), \(rule.item.fr)\(tier?.fr ?? "")\(partial?.fr ?? "")\(short?.fr ?? "")."
    )
  }
}
