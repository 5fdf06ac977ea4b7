public import TradeModel

/// Cases as text for a terminal.
public enum CaseText {
  /// Returns a case as lines of at most `width` columns (40 at least).
  ///
  /// - Parameter usesColour: whether to put ANSI colours in; `false` when the output is piped.
  public static func render(
    _ case: Case, language: Language, width: Int, usesColour: Bool
  ) -> String {
    var text = TerminalText(width: width, usesColour: usesColour)
    let words = CaseWords(language: language)
    head(`case`, words, &text)
    findings(`case`, words, &text)
    papers(`case`, words, &text)
    history(`case`, words, &text)
    return text.output
  }

  private static func head(_ case: Case, _ words: CaseWords, _ text: inout TerminalText) {
    text.add(
      "\(words.title) \(`case`.id)\(`case`.reference.map { " · \($0)" } ?? "") · \(words.state(`case`.state))",
      style: .bold)
    if let opened = `case`.opened {
      text.add("\(words.opened)\(words.colon)\(words.who(opened.actor, opened.time))")
    }
    if let assignee = `case`.assignee { text.add("\(words.assignee)\(words.colon)\(assignee)") }
    if let due = `case`.due { text.add("\(words.due)\(words.colon)\(due)") }
    if let dossier = `case`.dossiers.last {
      text.add(
        "\(words.outcome)\(words.colon)\(dossier.value.outcome.title[words.language])",
        style: style(dossier.value.outcome))
      text.add(
        "\(words.dossier)\(words.colon)\(dossier.value.day) · sha256 \(dossier.value.digest.short) · \(words.who(dossier.actor, dossier.time))",
        style: .dim)
    } else {
      text.add(words.erased, style: .yellow)
    }
    if let proposal = `case`.proposal {
      text.add(
        "\(words.proposed)\(words.colon)\(words.kind(proposal.value.kind)), \(words.who(proposal.actor, proposal.time))\(words.colon)\(words.quoted(proposal.value.rationale))",
        style: .yellow)
      text.add(words.secondPerson, lead: "  ")
    }
    if let decision = `case`.decision {
      let proposer = `case`.proposedBy.map { ", \(words.proposedBy) \($0)" } ?? ""
      text.add(
        "\(words.decision)\(words.colon)\(words.kind(decision.value.kind)), \(words.who(decision.actor, decision.time))\(proposer)\(words.colon)\(words.quoted(decision.value.rationale))",
        style: .bold)
    }
  }

  private static func findings(_ case: Case, _ words: CaseWords, _ text: inout TerminalText) {
    let findings = `case`.findings
    guard !findings.isEmpty else { return }
    text.heading("\(words.findings) (\(words.open(`case`.openCount, of: findings.count)))")
    for (finding, standing) in findings {
      text.add(
        finding.title[words.language], lead: "  \(TerminalText.padded(finding.id, to: 4))",
        style: .bold)
      text.add(finding.outcome.title[words.language], lead: "      ", style: style(finding.outcome))
      let line: (String, TerminalText.Style) =
        switch standing {
        case .open: (words.notSettled, .yellow)
        case .quieted: (words.quieted, .dim)
        case .settled(let disposition): (words.conclusion(disposition), .green)
        case .reviewAgain(let disposition):
          ("\(words.reviewAgain)\(words.colon)\(words.conclusion(disposition))", .yellow)
        }
      text.add(line.0, lead: "      → ", style: line.1)
    }
  }

  private static func papers(_ case: Case, _ words: CaseWords, _ text: inout TerminalText) {
    if !`case`.questions.isEmpty {
      text.heading(words.questions)
      for question in `case`.questions {
        let finding = question.finding.map { " (\($0))" } ?? ""
        text.add("\(question.text)\(finding)", lead: "  \(question.id)  ", style: .bold)
        text.add(question.answer ?? words.unanswered, lead: "      → ")
      }
    }
    if !`case`.attachments.isEmpty {
      text.heading(words.attachments)
      for attachment in `case`.attachments {
        text.add(
          "\(attachment.value.name) · \(words.bytes(attachment.value.bytes)) · sha256 \(attachment.value.digest.short) · \(words.who(attachment.actor, attachment.time))",
          lead: "  · ")
      }
    }
    if !`case`.notes.isEmpty {
      text.heading(words.notes)
      for note in `case`.notes {
        text.add("\(words.who(note.actor, note.time))\(words.colon)\(note.value)", lead: "  · ")
      }
    }
  }

  private static func history(_ case: Case, _ words: CaseWords, _ text: inout TerminalText) {
    text.heading(words.history)
    for entry in `case`.history {
      let unknown =
        entry.unknownMembers.isEmpty
        ? "" : " (\(words.unknown)\(words.colon)\(entry.unknownMembers.joined(separator: ", ")))"
      text.add(
        "\(words.act(entry))\(unknown) · \(entry.actor)",
        lead: "  \(entry.time) #\(TerminalText.padded("\(entry.sequence)", to: 5)) ")
    }
  }

  private static func style(_ outcome: Outcome) -> TerminalText.Style {
    switch outcome {
    case .prohibited, .licenceRequiredDenialLikely: .red
    case .noLicenceRequired: .green
    default: .yellow
    }
  }

  /// Returns a list of cases, one a line where they fit.
  public static func list(_ cases: [CaseSummary], language: Language, width: Int) -> String {
    var text = TerminalText(width: width, usesColour: false)
    let words = CaseWords(language: language)
    guard !cases.isEmpty else {
      text.add(words.noCases)
      return text.output
    }
    let references = cases.map { TerminalText.columns($0.reference ?? "–") }.max() ?? 0
    for summary in cases {
      let state =
        summary.decision.map(words.kind) ?? words.state(summary.state)
      let reference = TerminalText.padded(summary.reference ?? "–", to: min(references, 24))
      let rest = [
        summary.assignee.map { "\(words.assignee)\(words.colon)\($0)" },
        summary.due.map { "\(words.due)\(words.colon)\($0)" },
      ].compactMap(\.self).joined(separator: " · ")
      text.line(
        "\(TerminalText.padded(summary.id.description, to: 6))\(reference)  \(TerminalText.padded(state, to: 10))  \(words.open(summary.openFindings, of: summary.findings))  \(summary.opened.day)\(rest.isEmpty ? "" : "  \(rest)")"
      )
    }
    return text.output
  }

  /// Returns the reason codes with what each concludes and needs.
  public static func reasons(
    _ reasons: [DispositionReason], language: Language, width: Int
  ) -> String {
    var text = TerminalText(width: width, usesColour: false)
    let words = CaseWords(language: language)
    let codes = reasons.map(\.code.utf8.count).max() ?? 0
    for reason in reasons {
      let needs = [
        reason.needsRationale ? words.rationaleNeeded : nil,
        reason.needsTwo ? words.twoNeeded : nil,
        reason.kinds.isEmpty ? nil : reason.kinds.joined(separator: ", "),
      ].compactMap(\.self).joined(separator: " · ")
      text.add(
        "\(reason.label[language]) (\(reason.conclusion.title[language]))\(needs.isEmpty ? "" : " · \(needs)")",
        lead: "\(reason.key)  \(TerminalText.padded(reason.code, to: codes))  ")
    }
    return text.output
  }
}
