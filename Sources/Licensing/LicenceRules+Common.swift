import GoodsControls
import KnowledgeBase
import TradeModel

/// What every jurisdiction asks.
extension LicenceRules {
  static func list(of jurisdiction: LicenceJurisdiction) -> ControlList.ID? {
    switch jurisdiction {
    case .unitedStates: .usCommerceControlList
    case .europeanUnion: .euDualUse
    case .unitedKingdom: nil
    }
  }

  /// The stated entries of the list of `jurisdiction`, each with the code that states it.
  func entries(
    _ item: LicenceCase, _ jurisdiction: LicenceJurisdiction
  ) -> [(code: LicenceCase.Code, entry: ControlEntry)] {
    guard let list = Self.list(of: jurisdiction) else { return [] }
    return item.codes.filter { $0.speaks(for: jurisdiction) }.flatMap { code in
      code.answer.entries.filter { $0.list.id == list }.map { (code, $0) }
    }
  }

  /// Whether somebody has said where the item stands on the list of `jurisdiction`.
  func classification(
    _ item: LicenceCase, _ jurisdiction: LicenceJurisdiction
  ) -> [LicenceStep] {
    let title = jurisdiction.title
    let codes = item.codes.filter { $0.speaks(for: jurisdiction) }
    var steps: [LicenceStep] = []
    let unread = codes.filter { $0.answer.kind == .unknown || $0.answer.kind == .unreadable }
    for code in unread {
      steps.append(
        LicenceStep(
          .classification, .open(.incomplete, .classification(jurisdiction)),
          BilingualText(
            en: "No list here has the stated code “\(code.answer.stated)”",
            fr: "Aucune liste d’ici n’a le code indiqué « \(code.answer.stated) »"),
          facts: [code.path]))
    }
    guard entries(item, jurisdiction).isEmpty else { return steps }
    let unverified = codes.first { code in
      code.answer.hints.contains { $0.id.hasPrefix(Self.unverifiedList(jurisdiction)) }
    }
    if let unverified {
      steps.append(
        LicenceStep(
          .classification, .open(.hold, .classification(jurisdiction)),
          BilingualText(
            en:
              "Only notes that nobody checked have “\(unverified.answer.stated)” on the list (\(title.en)): look it up there",
            fr:
              "Seules des notes non vérifiées donnent « \(unverified.answer.stated) » sur la liste (\(title.fr)) : à y rechercher"
          ), facts: [unverified.path]))
    } else if let unlisted = codes.first(where: { $0.answer.kind == .statedAsUnlisted }) {
      steps.append(
        LicenceStep(
          .classification, .passes,
          BilingualText(
            en:
              "The writer states “\(unlisted.answer.stated)”: that no list has the item was not examined (\(title.en))",
            fr:
              "Le rédacteur indique « \(unlisted.answer.stated) » : il n’a pas été examiné si une liste vise le bien (\(title.fr))"
          ), facts: [unlisted.path]))
    } else if unread.isEmpty {
      steps.append(
        LicenceStep(
          .classification, .open(.incomplete, .classification(jurisdiction)),
          BilingualText(
            en: "Nobody has said whether the list has the item (\(title.en))",
            fr: "Personne n’a dit si la liste vise le bien (\(title.fr))"), facts: [item.path]))
    }
    return steps
  }

  private static func unverifiedList(_ jurisdiction: LicenceJurisdiction) -> String {
    "ControlLists/unverified/\(list(of: jurisdiction)?.rawValue ?? LicenceJurisdiction.unitedKingdom.rawValue).csv"
  }

  /// The rules of `jurisdiction` that close the place, wholly or for listed goods.
  func embargoes(
    _ item: LicenceCase, _ place: LicenceCase.Place, _ jurisdiction: LicenceJurisdiction
  ) -> [LicenceStep] {
    let rules = catalogue.embargoes(territory: place.territory.id)
    return rules.compactMap { rule in
      guard rule.jurisdiction == jurisdiction.rawValue else { return nil }
      let closing: [String]
      switch rule.kind {
      case .arms: return nil
      case .comprehensive: closing = place.isCertain ? place.paths : []
      case .listedGoods:
        let goods = closedGoods(item, jurisdiction)
        closing = place.isCertain && !goods.isEmpty ? goods + place.paths : []
      }
      let scope = BilingualText(
        en: "whether the items are those meant: \(rule.scope.en)",
        fr: "si les biens sont ceux visés : \(rule.scope.fr)")
      let gap: LicenceGap = place.isCertain ? .text(scope) : .destination
      return LicenceStep(
        rule.kind == .comprehensive ? .embargo : .embargoedGoods,
        closing.isEmpty ? .open(.hold, gap) : .requires(rule.outcome),
        closing.isEmpty
          ? BilingualText(
            en: "\(rule.rule.en); open is \(gap.title.en)",
            fr: "\(rule.rule.fr) ; reste ouvert : \(gap.title.fr)")
          : rule.rule,
        rule: rule.citation, asOf: rule.asOf, facts: closing.isEmpty ? place.paths : closing,
        citations: [rule.citations])
    }
  }

  /// The stated codes by which an embargo on listed goods bites: any entry of the US list, an entry of
  /// Annex II to Regulation 267/2012.
  private func closedGoods(
    _ item: LicenceCase, _ jurisdiction: LicenceJurisdiction
  ) -> [String] {
    let list: ControlList.ID =
      jurisdiction == .unitedStates ? .usCommerceControlList : .euIranAnnexII
    return item.codes.filter { code in
      code.speaks(for: jurisdiction) && code.answer.entries.contains { $0.list.id == list }
    }.map(\.path)
  }

  /// Lists in commodity codes that close the place.
  func commodityLists(
    _ item: LicenceCase, _ place: LicenceCase.Place, _ jurisdiction: LicenceJurisdiction
  ) -> [LicenceStep] {
    item.commodityMatches.compactMap { match in
      let (rule, list) = (match.rule, match.rule.list)
      guard list.nature == .embargoList, list.jurisdictions.contains(jurisdiction.rawValue),
        list.destinations.contains(place.territory.id)
      else { return nil }
      let isExact = match.precision == .covered && !rule.isPartial && place.isCertain
      let outcome: Outcome =
        jurisdiction == .unitedStates ? .licenceRequiredDenialLikely : .prohibited
      let code = rule.code?.description ?? ""
      let doubt = BilingualText(
        en: isExact ? "" : "; whether these goods are meant must be compared with its words",
        fr: isExact ? "" : "\u{00A0}; il faut comparer les biens avec son texte")
      return LicenceStep(
        .commodityList,
        isExact ? .requires(outcome) : .open(.hold, .classification(jurisdiction)),
        BilingualText(
          en:
            "\(list.title.en) closes \(place.territory.name.en) for \(code), \(rule.item.en)\(doubt.en)",
          fr:
            "\(list.title.fr) ferme la destination (\(place.territory.name.fr)) pour \(code), \(rule.item.fr)\(doubt.fr)"
        ), rule: list.citation, asOf: rule.asOf,
        facts: ["\(item.path).commodityCode"] + place.paths,
        citations: [rule.citations, list.citations])
    }
  }

  /// The posture of the Missile Technology Control Regime for a stated item of Category I.
  func regime(_ item: LicenceCase) -> [LicenceStep] {
    item.codes.flatMap { code in
      code.answer.entries.filter { $0.isCategoryI == true }.prefix(1).map { entry in
        LicenceStep(
          .regime, .requires(.licenceRequiredDenialLikely),
          BilingualText(
            en:
              "\(entry.code) is Category I of the MTCR: the partners apply a strong presumption of denial",
            fr:
              "\(entry.code) relève de la catégorie I du MTCR : les partenaires appliquent une forte présomption de refus"
          ), rule: "MTCR \(entry.code)", asOf: entry.asOf, facts: [code.path],
          citations: [entry.citations])
      }
    }
  }

  /// End-use and end-user rules, by the replies of the transaction.
  func endUse(_ item: LicenceCase, _ jurisdiction: LicenceJurisdiction) -> [LicenceStep] {
    var steps: [LicenceStep] = []
    if item.endUse?.statement == nil {
      steps.append(
        LicenceStep(
          .endUse, .open(.incomplete, .endUse),
          BilingualText(
            en: "No end use is stated", fr: "Aucune utilisation finale n’est indiquée"), facts: []))
    }
    for test in tests where test.jurisdiction == jurisdiction {
      if let step = step(test, item, jurisdiction) { steps.append(step) }
    }
    return steps
  }

  /// `nil` where the rule does not apply, or was never asked and need not be.
  private func step(
    _ test: EndUseTest, _ item: LicenceCase, _ jurisdiction: LicenceJurisdiction
  ) -> LicenceStep? {
    let reply = { (question: EndUseQuestion) in item.endUse?.reply(to: question) }
    let scope = test.destinations
    let destinations =
      item.places.isEmpty
      ? [(scope.isEverywhere ? .inside : .unknown, [])]
      : item.places.map { place -> (DestinationScope.Answer, [String]) in
        let answer = scope.answer(ids(of: place, jurisdiction))
        return (
          answer == .inside && !place.isCertain && !scope.isEverywhere ? .unknown : answer,
          place.paths
        )
      }
    let answers = destinations.map { (test.answer(reply: reply, destination: $0.0), $0.1) }
    let facts = test.conditions.map(\.question).filter { reply($0) != nil }
      .compactMap { item.endUse?.path(of: $0) }
    func make(_ effect: LicenceStep.Effect, _ paths: [String], _ tail: BilingualText?)
      -> LicenceStep
    {
      LicenceStep(
        .endUse, effect,
        BilingualText(
          en: test.rule.en + (tail.map { "; \($0.en)" } ?? ""),
          fr: test.rule.fr + (tail.map { " ; \($0.fr)" } ?? "")), rule: test.citation,
        asOf: test.asOf, facts: facts + (scope.isEverywhere ? [] : paths),
        citations: scope.isEverywhere ? [test.citations] : [test.citations, scope.citations])
    }
    if let applies = answers.first(where: { $0.0 == .applies }) {
      return test.outcome < .licenceRequired
        ? make(.open(test.outcome, .authority), applies.1, nil)
        : make(.requires(test.outcome), applies.1, nil)
    }
    let open = answers.compactMap { answer, paths -> (LicenceGap, Bool, [String])? in
      if case .open(let gap, let isCaught) = answer { (gap, isCaught, paths) } else { nil }
    }
    if let (gap, _, paths) = open.first(where: \.1) {
      return make(
        .open(.catchAllRefer, gap), paths,
        BilingualText(en: "not known is \(gap.title.en)", fr: "manque : \(gap.title.fr)"))
    }
    guard test.asks, let (gap, _, paths) = open.first else { return nil }
    return make(
      .open(.incomplete, gap), paths,
      BilingualText(en: "nobody asked", fr: "personne n’a posé la question"))
  }
}
