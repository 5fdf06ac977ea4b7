import Screening
public import TradeModel

/// Good-guy decisions as text for a terminal.
public enum GoodGuyText {
  /// Returns one decision whole.
  ///
  /// - Parameter day: on which it is said whether the decision has expired.
  public static func render(
    _ decision: GoodGuy, on day: Day, language: Language, width: Int
  ) -> String {
    var text = TerminalText(width: width, usesColour: false)
    let words = CaseWords(language: language)
    let proposal = decision.proposal
    func pick(_ en: String, _ fr: String) -> String { BilingualText(en: en, fr: fr)[language] }
    func add(_ en: String, _ fr: String, _ value: String) {
      text.add(value, lead: "  \(pick(en, fr))\(words.colon)")
    }
    text.add("\(decision.id) · \(state(of: decision, on: day, language))", style: .bold)
    add("Customer", "Client", "\(proposal.subject.name) [\(proposal.subject.key)]")
    switch proposal.scope {
    case .party: add("Is not", "N’est pas", proposal.caption)
    case .list(let list): add("Is none of the list", "N’est pas sur la liste", list)
    }
    add(
      "Designations decided on", "Inscriptions visées",
      proposal.designations.map(\.id).joined(separator: ", "))
    add("Reason", "Motif", "\(proposal.reason.label[language]) (\(proposal.reason.code))")
    add("Rationale", "Justification", words.quoted(proposal.rationale))
    add("Proposed", "Proposé", words.who(decision.proposedBy, decision.proposedAt))
    if let by = decision.approvedBy, let at = decision.approvedAt {
      add("Approved", "Approuvé", words.who(by, at))
    }
    add(
      "Holds until", "Valable jusqu’au",
      decision.expires?.iso
        ?? pick(
          "\(proposal.months) months from the approval",
          "\(proposal.months) mois après l’approbation"))
    if let by = decision.endedBy, let at = decision.endedAt {
      add(
        "Ended", "Terminé",
        "\(words.who(by, at))\(words.colon)\(words.quoted(decision.endRationale ?? ""))")
    }
    add(
      "Seen", "Vu",
      "\(pick("dossier", "dossier")) \(proposal.dossier.short) · \(pick("record", "fiche")) \(proposal.subject.digest.short) · \(pick("policy", "politique")) \(proposal.policy.short)"
    )
    return text.output
  }

  /// Returns a list of decisions.
  public static func list(
    _ decisions: [GoodGuy], on day: Day, language: Language, width: Int
  ) -> String {
    var text = TerminalText(width: width, usesColour: false)
    if decisions.isEmpty {
      text.add(BilingualText(en: "No decisions.", fr: "Aucune décision.")[language])
    }
    for decision in decisions {
      let until = decision.expires.map { " → \($0)" } ?? ""
      text.add(
        "\(state(of: decision, on: day, language))\(until)  \(decision.proposal.subject.name) ≠ \(decision.proposal.caption)  (\(decision.proposal.reason.code))",
        lead: TerminalText.padded(decision.id.description, to: 6))
    }
    return text.output
  }

  private static func state(of decision: GoodGuy, on day: Day, _ language: Language) -> String {
    let isExpired = decision.state == .approved && (decision.expires.map { day > $0 } ?? false)
    let text: BilingualText =
      switch decision.state {
      case .proposed: BilingualText(en: "proposed", fr: "proposée")
      case .approved where isExpired: BilingualText(en: "expired", fr: "expirée")
      case .approved: BilingualText(en: "approved", fr: "approuvée")
      case .declined: BilingualText(en: "declined", fr: "rejetée")
      case .withdrawn: BilingualText(en: "withdrawn", fr: "retirée")
      }
    return text[language]
  }
}
