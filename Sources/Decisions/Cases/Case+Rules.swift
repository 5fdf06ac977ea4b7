public import TradeModel

/// Why a decision needs two people.
public enum FourEyesRule: Hashable, Sendable, CaseIterable {
  /// To refuse a transaction is hard on the customer and cannot be taken back.
  case refusal
  /// A finding was confirmed: what follows from it is not for one person.
  case confirmedFinding
  /// It is released although a finding was handed on and not settled.
  case escalatedFinding
  /// It is released although a finding by itself asked for a licence or barred it.
  case strictFinding

  /// Half a sentence after "two people have to stand behind it:".
  public var text: BilingualText {
    switch self {
    case .refusal:
      BilingualText(en: "the transaction is refused", fr: "l’opération est refusée")
    case .confirmedFinding:
      BilingualText(en: "a finding was confirmed", fr: "un constat est confirmé")
    case .escalatedFinding:
      BilingualText(
        en: "a finding was escalated and is not settled",
        fr: "un constat a été transmis et n’est pas tranché")
    case .strictFinding:
      BilingualText(
        en: "a finding by itself requires a licence or bars the transaction",
        fr: "un constat exige à lui seul une licence ou interdit l’opération")
    }
  }
}

extension Case {
  /// The rules by which `kind` needs two people as the case stands; empty where one may decide.
  public func needsTwo(for kind: CaseDecision.Kind) -> [FourEyesRule] {
    let findings = findings
    let conclusions = findings.compactMap(\.standing.conclusion)
    var rules: [FourEyesRule] = []
    if kind == .refuse { rules.append(.refusal) }
    if findings.contains(where: { $0.standing.disposition?.value.reason.needsTwo ?? false }) {
      rules.append(.confirmedFinding)
    }
    if kind == .release {
      if conclusions.contains(.escalated) { rules.append(.escalatedFinding) }
      if findings.contains(where: { $0.finding.outcome >= .licenceRequired }) {
        rules.append(.strictFinding)
      }
    }
    return rules
  }

  /// Whether `actor` may do this now.
  ///
  /// The store asks it within the transaction that writes the event, so of two processes only one can
  /// pass where one may.
  ///
  /// - Throws: ``CaseError`` with the rule that refuses it.
  public func admits(_ event: CaseEvent, by actor: Actor) throws(CaseError) {
    if case .opened = event {
      guard history.isEmpty else {
        throw CaseError(.wrongState, "\(id) is open already", help: "rescreen it")
      }
      return
    }
    guard let dossier else { throw erased }
    if history.contains(where: { $0.kind.hasPrefix("case.") && $0.event == nil && !$0.isErased }) {
      throw CaseError(
        .wrongState, "\(id) holds an entry that this program cannot read",
        help: "use the newer program that wrote it, and run `quivive audit verify`")
    }
    if case .reopened(let reason) = event {
      guard state == .decided else {
        throw CaseError(.wrongState, "\(id) is not decided", help: "go on working on it")
      }
      return try Self.needs(reason, "a reason to reopen \(id)", "--reason")
    }
    guard state != .decided else {
      throw CaseError(
        .closed, "\(id) is decided",
        help: "reopen it first: quivive case reopen \(id) --reason …")
    }
    switch event {
    case .opened, .reopened, .rescreened, .assigned, .due: break
    case .disposed(let disposition): try admits(disposition, in: dossier)
    case .asked(let id, let text, let finding):
      try Self.needs(text, "the question", "its words")
      guard !questions.contains(where: { $0.id == id }) else {
        throw CaseError(.stale, "the question \(id) exists", help: "ask again")
      }
      if let finding, dossier.finding(finding) == nil { throw unknownFinding(finding) }
    case .answered(let question, let text):
      try Self.needs(text, "the answer", "its words")
      guard questions.contains(where: { $0.id == question }) else {
        throw CaseError(
          .unknown, "\(id) has no question `\(question)`",
          help: "its questions: \(questions.map(\.id).joined(separator: ", "))")
      }
    case .noted(let text): try Self.needs(text, "the note", "its words")
    case .attached(let name, _, _): try Self.needs(name, "the attachment", "its name")
    case .proposed(let decision):
      guard proposal == nil else {
        throw CaseError(
          .wrongState, "a decision on \(id) is proposed already",
          help: "approve or decline it: quivive case show \(id)")
      }
      try admits(decision)
    case .approved(let decision): try admitsApproval(of: decision, by: actor)
    case .declined(let rationale):
      guard proposal != nil else { throw nothingProposed }
      try Self.needs(rationale, "a written reason", "--rationale")
    case .decided(let decision):
      guard proposal == nil else {
        throw CaseError(
          .wrongState, "a decision on \(id) is proposed already",
          help: "approve or decline it: quivive case show \(id)")
      }
      try admits(decision)
      let rules = needsTwo(for: decision.kind)
      guard rules.isEmpty else {
        throw CaseError(
          .needsTwo,
          "two people have to stand behind it: \(rules.map(\.text.en).joined(separator: "; "))",
          help:
            "propose it, and let another approve: quivive case propose \(id) --decision \(decision.kind.rawValue) --rationale …"
        )
      }
    }
  }

  private func admits(_ disposition: Disposition, in dossier: CaseDossier) throws(CaseError) {
    guard disposition.dossier == dossier.digest,
      let finding = dossier.findings.first(where: { $0.key == disposition.key }),
      finding.evidence == disposition.evidence
    else {
      throw CaseError(
        .stale, "the finding \(disposition.finding) is not what was seen",
        help: "look at the case again: quivive case show \(id)")
    }
    let reason = disposition.reason
    guard reason.applies(to: finding.kind) else {
      throw CaseError(
        .wrongReason, "`\(reason.code)` settles no finding of the kind `\(finding.kind)`",
        help: "`quivive case reasons` lists the codes with their kinds")
    }
    if reason.needsRationale {
      try Self.needs(
        disposition.rationale, "the written reason for `\(reason.code)`", "--rationale")
    }
  }

  private func admits(_ decision: CaseDecision) throws(CaseError) {
    guard decision.dossier == dossier?.digest, decision.standing == standing else {
      throw CaseError(
        .stale, "\(id) is not as it was seen: a dossier or a disposition has changed",
        help: "look at the case again: quivive case show \(id)")
    }
    try Self.needs(decision.rationale, "the written reason for the decision", "--rationale")
    guard decision.kind == .release else { return }
    let open = findings.filter {
      switch $0.standing {
      case .open, .reviewAgain: true
      case .settled, .quieted: false
      }
    }.map(\.finding.id)
    guard open.isEmpty else {
      throw CaseError(
        .findingOpen, "\(id) cannot be released: not settled are \(open.joined(separator: ", "))",
        help: "settle them: quivive case dispose \(id) \(open[0]) --reason …")
    }
    let confirmed = findings.filter { $0.standing.conclusion == .trueMatch }.map(\.finding.id)
    guard confirmed.isEmpty else {
      throw CaseError(
        .confirmed, "\(id) cannot be released: confirmed are \(confirmed.joined(separator: ", "))",
        help: "hold, refuse or refer it; or settle the finding otherwise, with the evidence")
    }
  }

  private func admitsApproval(of decision: CaseDecision, by actor: Actor) throws(CaseError) {
    guard let proposal else { throw nothingProposed }
    guard proposal.actor != actor else {
      throw CaseError(
        .samePerson, "\(actor) proposed the decision on \(id) and cannot approve it",
        help: "another person has to approve")
    }
    guard decision.kind == proposal.value.kind, decision.dossier == proposal.value.dossier,
      decision.standing == proposal.value.standing
    else {
      throw CaseError(
        .stale, "the proposal on \(id) is not the one that was seen",
        help: "look at the case again: quivive case show \(id)")
    }
    try admits(decision)
  }

  var erased: CaseError {
    history.isEmpty
      ? CaseError(
        .unknown, "there is no case `\(id)`", help: "`quivive case list` shows what there is")
      : CaseError(
        .erased, "what was recorded of \(id) was erased", help: "open a new case where needed")
  }

  private var nothingProposed: CaseError {
    CaseError(
      .wrongState, "no decision on \(id) is proposed",
      help: "propose one: quivive case propose \(id) --decision … --rationale …")
  }

  /// That the dossier being worked on has no such finding.
  public func unknownFinding(_ finding: String) -> CaseError {
    CaseError(
      .unknown, "\(id) has no finding `\(finding)`",
      help: "its findings: \((dossier?.findings ?? []).map(\.id).joined(separator: ", "))")
  }

  private static func needs(
    _ text: String, _ what: String, _ option: String
  ) throws(CaseError) {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw CaseError(.needsRationale, "\(what) is missing", help: "give it with \(option)")
    }
  }
}
