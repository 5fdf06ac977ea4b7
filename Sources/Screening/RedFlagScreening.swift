import RedFlags
import TradeModel

/// The red-flag rules, asked on the facts of one transaction.
///
/// A rule that is not raised was evaluated; one that could not be is said to be unknown, with what is
/// missing. A judgement that nobody gave is a question, never an answer.
struct RedFlagScreening {
  let rules: RedFlagRules

  /// What the rules say, for the parts of a dossier.
  struct Report {
    /// The raised flags, the most severe first.
    let findings: [Finding]
    let checks: [Check]
    let notChecked: [NotChecked]
  }

  /// - Complexity: O(*n*) in the questions of all rules times the members of their scopes.
  func report(on sheet: FactSheet) -> Report {
    let answers = rules.answers(on: sheet)
    let findings = RedFlagRule.Severity.allCases.flatMap { severity in
      answers.filter { $0.rule.severity == severity }.flatMap { rule, answer in
        answer.raised.map { finding(rule, $0, sheet) }
      }
    }
    let gaps = RedFlagGaps(rules: rules, answers: answers, sheet: sheet)
    return Report(
      findings: findings, checks: checks(answers, sheet), notChecked: gaps.notChecked)
  }

  private func finding(
    _ rule: RedFlagRule, _ raised: RuleAnswer.Raised, _ sheet: FactSheet
  ) -> Finding {
    let paths = raised.uses.flatMap { use in
      use.paths.isEmpty ? rules.facts[use.fact]?.paths ?? [] : use.paths
    }
    let title =
      raised.member.map { member in
        BilingualText(
          en: "\(rule.title.en): “\(member.label)”",
          fr: "\(rule.title.fr)\u{A0}: «\u{A0}\(member.label)\u{A0}»")
      } ?? rule.title
    let severity = rule.severity.words
    let group = rules.label(ofGroup: rule.group)
    let origin =
      rules.isOwn(rule)
      ? BilingualText(en: "of your own rules", fr: "de vos propres règles")
      : BilingualText(
        en: "of the group “\(group.en)”", fr: "du groupe «\u{A0}\(group.fr)\u{A0}»")
    return Finding(
      kind: .redFlag, outcome: .hold, facts: paths.uniqued(), title: title,
      explanation: [rule.statement].compactMap(\.self) + [
        rests(on: raised.uses)
      ] + raised.uses.flatMap { sheet.notes(on: $0.fact, of: raised.member) } + [
        BilingualText(
          en:
            "Red flag \(rule.id) \(origin.en), severity \(severity.en). The severity is a proposal; a red flag calls for a question and proves nothing.",
          fr:
            "Signal d’alerte \(rule.id) \(origin.fr), gravité \(severity.fr). La gravité est une proposition\u{A0}; un signal d’alerte appelle une question et ne prouve rien."
        )
      ], citations: rule.sources.map { Citation($0, section: rule.section ?? "") },
      question: rule.condition == nil ? nil : rule.ask, rule: rule.id, severity: rule.severity)
  }

  /// The facts with their values and places, as one sentence.
  private func rests(on uses: [RuleAnswer.Use]) -> BilingualText {
    let parts = uses.map { use -> BilingualText in
      let label = rules.facts.label(of: use.fact)
      let values = use.values.map { value -> BilingualText in
        let text = rules.facts[use.fact]?.text(of: value.value) ?? value.value.text
        let places = value.paths.joined(separator: ", ")
        return places.isEmpty
          ? text : BilingualText(en: "\(text.en) (\(places))", fr: "\(text.fr) (\(places))")
      }
      let value =
        values.isEmpty
        ? BilingualText(en: "nothing stated", fr: "rien d’indiqué")
        : BilingualText(
          en: values.map(\.en).joined(separator: ", "), fr: values.map(\.fr).joined(separator: ", ")
        )
      return BilingualText(
        en: "\(label.en): \(value.en)", fr: "\(label.fr)\u{A0}: \(value.fr)")
    }
    return BilingualText(
      en: "It rests on: \(parts.map(\.en).joined(separator: "; ")).",
      fr: "Il repose sur\u{A0}: \(parts.map(\.fr).joined(separator: "\u{A0}; ")).")
  }

  // MARK: What was done

  private func checks(
    _ answers: [(rule: RedFlagRule, answer: RuleAnswer)], _ sheet: FactSheet
  ) -> [Check] {
    guard !answers.isEmpty else { return [] }
    let conditions = answers.filter { $0.rule.condition != nil }
    func ids(_ verdict: RuleAnswer.Verdict) -> [String] {
      conditions.filter { $0.answer.verdict == verdict }.map(\.rule.id)
    }
    let clear = ids(.notRaised)
    let unknown = ids(.unknown).count
    var checks = [
      BilingualText(
        en:
          "Red-flag rules evaluated: \(conditions.count - unknown) of \(conditions.count), raised: \(ids(.raised).count).",
        fr:
          "Règles de signaux d’alerte évaluées\u{A0}: \(conditions.count - unknown) sur \(conditions.count), signaux levés\u{A0}: \(ids(.raised).count)."
      )
    ]
    if !clear.isEmpty {
      let list = clear.joined(separator: ", ")
      checks.append(
        BilingualText(
          en: "Evaluated and not raised on the facts stated (\(clear.count)): \(list).",
          fr: "Évaluées sans signal d’après les faits indiqués (\(clear.count))\u{A0}: \(list)."))
    }
    return (checks + answers.compactMap { answered($0.rule, sheet) }).map(Check.init(what:))
  }

  /// A question of judgement that a person answered with no.
  private func answered(_ rule: RedFlagRule, _ sheet: FactSheet) -> BilingualText? {
    guard rule.condition == nil, let judgement = sheet.judgements[rule.id],
      judgement.isYes == false
    else { return nil }
    return BilingualText(
      en:
        "Question of judgement \(rule.id) answered no\(judgement.by.map { " by \($0)" } ?? "")\(judgement.on.map { " on \($0)" } ?? "") (\(judgement.path)): \(rule.ask.en)",
      fr:
        "Question d’appréciation \(rule.id), réponse non\(judgement.by.map { " de \($0)" } ?? "")\(judgement.on.map { " le \($0)" } ?? "") (\(judgement.path))\u{A0}: \(rule.ask.fr)"
    )
  }
}

extension RedFlagRule.Severity {
  var words: BilingualText {
    switch self {
    case .high: BilingualText(en: "high", fr: "élevée")
    case .medium: BilingualText(en: "medium", fr: "moyenne")
    case .low: BilingualText(en: "low", fr: "faible")
    }
  }
}

extension FactDeclarations {
  /// What people read of a fact: its label, else its name as code.
  func label(of fact: String) -> BilingualText {
    self[fact]?.label ?? BilingualText(en: "`\(fact)`", fr: "`\(fact)`")
  }
}
