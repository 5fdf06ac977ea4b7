public import Screening
public import TradeModel

/// A dossier as text for a terminal or a log.
public enum DossierText {
  /// Returns the dossier as lines of at most `width` columns (40 at least).
  ///
  /// - Parameter usesColour: whether to put ANSI colours in; `false` when the output is piped.
  public static func render(
    _ dossier: Dossier, language: Language, width: Int, usesColour: Bool
  ) -> String {
    let view = DossierView(dossier, language: language)
    var text = TerminalText(width: width, usesColour: usesColour)
    head(view, &text)
    transaction(view, &text)
    findings(view, &text)
    licences(view.licences, view.words, &text)
    tail(view, &text)
    return text.output
  }

  /// Returns what each jurisdiction asks for each item, as the dossier shows it.
  ///
  /// - Parameter usesColour: whether to put ANSI colours in; `false` when the output is piped.
  public static func render(
    licences answers: [LicenceAnswer], language: Language, width: Int, usesColour: Bool
  ) -> String {
    var text = TerminalText(width: width, usesColour: usesColour)
    let wording = Wording(language: language)
    licences(answers.map { DossierView.Licence($0.json, wording: wording) }, Words(language), &text)
    return text.output
  }

  private static func style(_ outcome: String) -> TerminalText.Style {
    switch outcome {
    case "prohibited", "licence-required-denial-likely": .red
    case "no-licence-required": .green
    default: .yellow
    }
  }

  private static func head(_ view: DossierView, _ text: inout TerminalText) {
    text.add("QUIVIVE · \(view.words.title)", style: .bold)
    text.add("\(view.words.reference) \(view.reference) · \(view.words.asOf) \(view.day)")
    text.blank()
    text.add(
      "\(view.words.outcome)\(view.words.colon)\(view.outcome)".uppercased(),
      style: style(view.outcomeClass))
    text.add(view.outcomeMeaning)
    for other in view.otherOutcomes {
      text.add("\(view.words.alsoFound)\(view.words.colon)\(other.label) (\(other.value))")
    }
    if !view.quieted.isEmpty { text.add(view.quieted, lead: "! ", style: .yellow) }
    for notice in view.notices { text.add(notice, lead: "! ", style: .yellow) }
  }

  private static func transaction(_ view: DossierView, _ text: inout TerminalText) {
    text.heading(view.words.transaction)
    for party in view.parties {
      text.add(party.roles, lead: "  ", style: .dim)
      text.add(party.name, lead: "    ", style: .bold)
      if !party.details.isEmpty { text.add(party.details, lead: "    ") }
    }
    for item in view.items {
      text.add(item.description, lead: "  \(item.number). ", style: .bold)
      if !item.details.isEmpty { text.add(item.details, lead: "     ") }
    }
    for fact in view.facts { text.add(fact.value, lead: "  \(fact.label)\(view.words.colon)") }
  }

  private static func findings(_ view: DossierView, _ text: inout TerminalText) {
    text.heading("\(view.words.findings) (\(view.findings.count))")
    if view.findings.isEmpty { text.add(view.words.noFindings, lead: "  ") }
    for (index, finding) in view.findings.enumerated() {
      if index > 0 { text.blank() }
      let lead = "  F\(finding.number)  "
      text.add(finding.title, lead: lead, style: .bold)
      let pad = String(repeating: " ", count: TerminalText.columns(lead))
      text.add(finding.outcome, lead: pad, style: style(finding.outcomeClass))
      if !finding.ifConfirmed.isEmpty {
        text.add("\(view.words.ifConfirmed)\(view.words.colon)\(finding.ifConfirmed)", lead: pad)
      }
      for decision in finding.decisions { text.add(decision, lead: "\(pad)› ", style: .yellow) }
      for sentence in finding.sentences { text.add(sentence, lead: pad) }
      if finding.hasHit { hit(finding, view, pad, &text) }
      if !finding.question.isEmpty {
        text.add(finding.question, lead: "\(pad)\(view.words.ask)\(view.words.colon)", style: .cyan)
      }
      text.add("\(view.words.restsOn)\(view.words.colon)\(finding.facts)", lead: pad, style: .dim)
      for citation in finding.citations {
        let address = citation.hasAddress ? " <\(citation.address)>" : ""
        text.add("[\(citation.text)\(address)]", lead: pad, style: .dim)
      }
    }
  }

  private static func licences(
    _ licences: [DossierView.Licence], _ words: Words, _ text: inout TerminalText
  ) {
    guard !licences.isEmpty else { return }
    text.heading(words.licences)
    for licence in licences {
      text.add(licence.title, lead: "  ", style: .bold)
      if !licence.outcomeClass.isEmpty {
        text.add(licence.answer, lead: "    ", style: style(licence.outcomeClass))
      }
      text.add(licence.reach, lead: "    \(words.reach)\(words.colon)")
      for sentence in licence.sentences { text.add(sentence, lead: "    · ", style: .dim) }
    }
  }

  private static func hit(
    _ finding: DossierView.Finding, _ view: DossierView, _ pad: String, _ text: inout TerminalText
  ) {
    text.add("\(view.words.score) \(finding.score) · \(finding.caption)", lead: pad)
    for reason in finding.reasons {
      text.add("\(reason.weight) \(view.words.bits)  \(reason.sentence)", lead: "\(pad)· ")
      let left = reason.parts.map { TerminalText.columns($0.subject) }.max() ?? 0
      let right = reason.parts.map { TerminalText.columns($0.listed) }.max() ?? 0
      for part in reason.parts {
        let subject = TerminalText.padded(
          part.subject.isEmpty ? "–" : part.subject, to: min(left, 28))
        let listed = TerminalText.padded(
          part.listed.isEmpty ? "–" : part.listed, to: min(right, 28))
        let lead = "\(pad)    \(subject)  \(listed)  "
        if TerminalText.columns(lead) + 24 <= text.width {
          text.add("\(part.operation) \(part.weight)", lead: lead, style: .dim)
        } else {
          text.add(
            "\(subject) / \(listed)\(view.words.colon)\(part.operation) \(part.weight)",
            lead: "\(pad)    ", style: .dim)
        }
      }
    }
    for listing in finding.listings {
      text.add(
        "\(listing.text) (\(listing.id))", lead: "\(pad)\(view.words.listings)\(view.words.colon)")
    }
  }

  private static func tail(_ view: DossierView, _ text: inout TerminalText) {
    text.heading(view.words.questions)
    if view.questions.isEmpty { text.add(view.words.noQuestions, lead: "  ") }
    for (index, question) in view.questions.enumerated() {
      text.add("\(question.text) (\(question.finding))", lead: "  \(index + 1). ")
    }
    if !view.wouldChange.isEmpty {
      text.heading(view.words.wouldChange)
      for change in view.wouldChange { text.add(change, lead: "  · ") }
    }
    if !view.warnings.isEmpty {
      text.heading(view.words.inputWarnings)
      for warning in view.warnings {
        text.add(warning.value, lead: "  \(warning.label)\(view.words.colon)")
      }
    }
    text.heading(view.words.checked)
    for check in view.checked { text.add(check, lead: "  · ") }
    text.heading(view.words.notChecked)
    for row in view.notChecked {
      text.add("\(row.label)\(view.words.colon)\(row.value)", lead: "  · ")
    }
    text.heading(view.words.lists)
    for row in view.lists { text.add("\(row.label)\(view.words.colon)\(row.value)", lead: "  · ") }
    text.heading(view.words.digests)
    for row in view.digests {
      text.add("\(row.label)\(view.words.colon)\(row.value)", lead: "  ", style: .dim)
    }
    text.add(
      "\(view.words.dossierDigest)\(view.words.colon)\(view.dossierDigest)", lead: "  ", style: .dim
    )
    text.heading(view.words.limits)
    for limit in view.limits { text.add(limit, lead: "  ") }
  }
}
