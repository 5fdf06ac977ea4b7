import RedFlags
import TradeModel

/// The red flags that nobody knows about: rules without their facts, and questions without answers.
struct RedFlagGaps {
  let rules: RedFlagRules
  let answers: [(rule: RedFlagRule, answer: RuleAnswer)]
  let sheet: FactSheet

  /// By the groups of the rules, in their order.
  var notChecked: [NotChecked] {
    answers.map(\.rule.group).uniqued().flatMap { group in
      let own = answers.filter { $0.rule.group == group }
      let label = rules.label(ofGroup: group)
      return [unevaluated(own, label), unanswered(own, label)].compactMap(\.self)
    }
  }

  private func unevaluated(
    _ answers: [(rule: RedFlagRule, answer: RuleAnswer)], _ group: BilingualText
  ) -> NotChecked? {
    let conditions = answers.filter { $0.rule.condition != nil }
    let open = conditions.filter { !$0.answer.missing.isEmpty }
    guard !open.isEmpty else { return nil }
    let facts = open.flatMap(\.answer.missing).map(\.fact).uniqued()
    let lines = facts.map { fact -> BilingualText in
      let label = rules.facts.label(of: fact)
      let askers = open.filter { $0.answer.missing.contains { $0.fact == fact } }
      let members = askers.flatMap(\.answer.missing).filter { $0.fact == fact }
        .compactMap(\.member?.path).uniqued().joined(separator: ", ")
      let ids = askers.map(\.rule.id).joined(separator: ", ")
      return BilingualText(
        en: "\(label.en)\(members.isEmpty ? "" : " for \(members)") (\(ids))",
        fr: "\(label.fr)\(members.isEmpty ? "" : " pour \(members)") (\(ids))")
    }
    return NotChecked(
      what: BilingualText(
        en: "Red flags “\(group.en)”: \(open.count) of \(conditions.count) could not be evaluated",
        fr:
          "Signaux d’alerte «\u{A0}\(group.fr)\u{A0}»\u{A0}: \(open.count) sur \(conditions.count) n’ont pas pu être évalués"
      ),
      why: BilingualText(
        en: "these facts are not known: \(lines.map(\.en).joined(separator: "; "))",
        fr: "ces faits ne sont pas connus\u{A0}: \(lines.map(\.fr).joined(separator: "\u{A0}; "))"))
  }

  private func unanswered(
    _ answers: [(rule: RedFlagRule, answer: RuleAnswer)], _ group: BilingualText
  ) -> NotChecked? {
    let questions = answers.map(\.rule).filter { $0.condition == nil }
    let open = questions.filter { sheet.judgements[$0.id]?.isYes == nil }
    guard !open.isEmpty else { return nil }
    let lines = open.map { rule -> BilingualText in
      // Asked without result is not the same as not asked.
      let isAsked = sheet.judgements[rule.id] != nil
      return BilingualText(
        en: "\(rule.id)\(isAsked ? " (answered: not known)" : "") \(rule.ask.en)",
        fr: "\(rule.id)\(isAsked ? " (réponse\u{A0}: inconnu)" : "") \(rule.ask.fr)")
    }
    return NotChecked(
      what: BilingualText(
        en: "Questions of judgement “\(group.en)”: \(open.count) of \(questions.count) open",
        fr:
          "Questions d’appréciation «\u{A0}\(group.fr)\u{A0}»\u{A0}: \(open.count) sur \(questions.count) ouvertes"
      ),
      why: BilingualText(
        en: "a person answers them, under `answers`: \(lines.map(\.en).joined(separator: " "))",
        fr: "une personne y répond, sous `answers`\u{A0}: \(lines.map(\.fr).joined(separator: " "))"
      )
    )
  }
}
