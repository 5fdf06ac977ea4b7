import GoodsControls
import KnowledgeBase
import TradeModel

/// Licence exceptions of the United States: which rules shut, which paragraphs may be open.
///
/// Source: 15 CFR 740.1 to 740.23.
extension LicenceRules {
  /// How one exception stands, with the provision that tells.
  private struct Judgement {
    let exception: LicenceException
    var standing: LicencePermission.Standing
    var because: BilingualText
    var rule: String
    var asOf: String
    var citations: [Citations]
  }

  /// Every exception, by standing and reason, in the order of the table.
  func exceptions(_ item: LicenceCase, _ requirements: [LicenceStep]) -> [LicencePermission] {
    let codes = item.codes.filter { $0.speaks(for: .unitedStates) }
    let entries = entries(item, .unitedStates)
    let asked = ExceptionCase(
      entries: entries,
      isUnlisted: entries.isEmpty && codes.contains { $0.answer.kind == .statedAsUnlisted },
      requirements: requirements,
      places: item.places.map { (ids(of: $0, .unitedStates), $0.isCertain) })
    let judged = exceptions.map { judgement(of: $0, asked) }
    return judged.map { [$0.standing.rawValue, $0.because.en, $0.rule] }.uniqued().compactMap {
      key in
      let same = judged.filter { [$0.standing.rawValue, $0.because.en, $0.rule] == key }
      guard let first = same.first else { return nil }
      return LicencePermission(
        symbols: same.map(\.exception.symbol), standing: first.standing, because: first.because,
        rule: first.rule, asOf: same.map(\.asOf).max(),
        citations: same.flatMap(\.citations).uniqued())
    }
  }

  /// Rules that shut come first, then the paragraphs of the exception, then rules that ask.
  private func judgement(of exception: LicenceException, _ item: ExceptionCase) -> Judgement {
    let touching = bars.filter { $0.touches(exception.symbol) }.map { ($0, answer(of: $0, item)) }
    if let (bar, _) = touching.first(where: { $0.0.effect == .closes && $0.1 == .inside }) {
      return judgement(exception, .closed, bar, bar.rule)
    }
    let own = ownJudgement(of: exception, item)
    guard own.standing != .closed,
      let (bar, answer) = touching.first(where: { $0.1 != .outside })
    else { return own }
    let isOpen = bar.effect == .closes || answer == .open
    return judgement(
      exception, .needsPerson, bar,
      isOpen
        ? BilingualText(
          en: "shut if this rule covers the item: \(bar.rule.en)",
          fr: "fermée si cette règle vise le bien : \(bar.rule.fr)") : bar.rule)
  }

  private func judgement(
    _ exception: LicenceException, _ standing: LicencePermission.Standing, _ bar: ExceptionBar,
    _ because: BilingualText
  ) -> Judgement {
    Judgement(
      exception: exception, standing: standing, because: because, rule: bar.citation,
      asOf: bar.asOf, citations: [bar.citations])
  }

  private func answer(of bar: ExceptionBar, _ item: ExceptionCase) -> EntryScope.Answer {
    var answers: [EntryScope.Answer] = []
    if let requirement = bar.requirement {
      answers.append(item.requirements.contains(where: requirement.contains) ? .inside : .outside)
    }
    if let reason = bar.reason { answers.append(item.answer(reason: reason)) }
    if let entries = bar.entries { answers.append(item.answer(entries)) }
    if let others = bar.notEntries { answers.append(item.answer(others).negated) }
    if let scope = bar.destinations { answers.append(item.touches(scope)) }
    return .all(answers)
  }

  // MARK: The paragraphs of an exception

  /// The most open of its paragraphs; closed only when each is.
  private func ownJudgement(of exception: LicenceException, _ item: ExceptionCase) -> Judgement {
    let judged = exception.routes.map { route in (route, standing(of: route, item)) }
    for wanted in [LicencePermission.Standing.mayBeOpen, .needsPerson] {
      if let (route, found) = judged.first(where: { $0.1.standing == wanted }) {
        return judgement(exception, [route], found.standing, found.because)
      }
    }
    guard !judged.isEmpty else {
      return Judgement(
        exception: exception, standing: .needsPerson,
        because: BilingualText(
          en: "destinations, items and conditions are not held here",
          fr: "destinations, biens et conditions ne sont pas détenus ici"),
        rule: exception.section, asOf: exception.asOf, citations: [exception.citations])
    }
    let reasons = judged.map(\.1.because).uniqued()
    return judgement(
      exception, judged.map(\.0), .closed,
      BilingualText(
        en: reasons.map(\.en).joined(separator: "; "),
        fr: reasons.map(\.fr).joined(separator: " ; ")))
  }

  private func judgement(
    _ exception: LicenceException, _ routes: [LicenceException.Route],
    _ standing: LicencePermission.Standing, _ because: BilingualText
  ) -> Judgement {
    Judgement(
      exception: exception, standing: standing, because: because,
      rule: routes.count == 1 ? routes[0].citation : exception.section,
      asOf: routes.map(\.asOf).max() ?? exception.asOf,
      citations: routes.map(\.citations).uniqued())
  }

  private func standing(
    of route: LicenceException.Route, _ item: ExceptionCase
  ) -> (standing: LicencePermission.Standing, because: BilingualText) {
    var answers: [EntryScope.Answer] = []
    for (answer, because) in tests(of: route, item) {
      if answer == .outside { return (.closed, because) }
      answers.append(answer)
    }
    guard let scope = route.destinations, EntryScope.Answer.all(answers) == .inside else {
      return (.needsPerson, route.words)
    }
    return (
      .mayBeOpen,
      BilingualText(
        en: "it is for \(scope.words.en); \(route.words.en)",
        fr: "elle est prévue pour : \(scope.words.fr) ; \(route.words.fr)")
    )
  }

  /// What the paragraph names, whether the item has it, and what to say when not.
  private func tests(
    of route: LicenceException.Route, _ item: ExceptionCase
  ) -> [(EntryScope.Answer, BilingualText)] {
    var tests: [(EntryScope.Answer, BilingualText)] = []
    func add(_ answer: EntryScope.Answer, _ english: String, _ french: String) {
      tests.append((answer, BilingualText(en: english, fr: french)))
    }
    if let scope = route.destinations {
      add(
        item.isWithin(scope), "it is only for \(scope.words.en)",
        "elle n’est prévue que pour : \(scope.words.fr)")
    }
    if let scope = route.notDestinations {
      add(
        item.touches(scope).negated, "it is not for \(scope.words.en)",
        "elle n’est pas prévue pour : \(scope.words.fr)")
    }
    if route.isForUnlisted {
      add(
        !item.entries.isEmpty ? .outside : item.isUnlisted ? .inside : .open,
        "it is only for items designated EAR99",
        "elle n’est prévue que pour les biens désignés EAR99")
    }
    if let entries = route.entries {
      let names = Self.names(of: entries)
      add(
        item.answer(entries), "it is only for \(names.en)",
        "elle n’est prévue que pour : \(names.fr)")
    }
    if let entries = route.notEntries {
      let codes = item.entries.map(\.entry.code).joined(separator: ", ")
      add(
        item.answer(entries).negated, "it is not for \(codes)",
        "elle n’est pas prévue pour : \(codes)")
    }
    if !route.reasons.isEmpty {
      let others = item.licenceReasons.subtracting(route.reasons).sorted().joined(separator: ", ")
      add(
        others.isEmpty ? .inside : .outside,
        "the licence is also required for \(others), and it answers \(route.reasonText) only",
        "la licence est aussi exigée pour \(others), et elle ne répond qu’à \(route.reasonText)")
    }
    return tests
  }

  private static func names(of patterns: EntryPatterns) -> BilingualText {
    func text(_ commodities: String, _ intangible: String) -> String {
      patterns.texts.map { text in
        switch EntryPatterns.Series(rawValue: text) {
        case .commodities: commodities
        case .intangible: intangible
        case .sixHundred, .spacecraft, .unlistedYet, nil: text
        }
      }.joined(separator: ", ")
    }
    return BilingualText(
      en: text("commodities", "software and technology"),
      fr: text("marchandises", "logiciels et technologies"))
  }
}
