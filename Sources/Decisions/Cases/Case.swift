import FileFormats
public import TradeModel

/// A transaction with its work: the fold of its events, and of nothing else.
///
/// Reading a case as known on a day is folding the events until that day.
public struct Case: Hashable, Sendable {
  /// Where the work on a case stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case open
    /// A decision is proposed and waits for a second person.
    case proposed
    case decided
  }

  /// A question with its answer.
  public struct Question: Hashable, Sendable {
    /// `Q1`.
    public let id: String
    public let text: String
    /// The finding it is about, by its number in the dossier of that time.
    public let finding: String?
    /// `nil` while nobody has answered.
    public fileprivate(set) var answer: String?
  }

  /// A file of the case; its bytes are kept by digest.
  public struct Attachment: Hashable, Sendable {
    public let name: String
    public let digest: Digest
    public let bytes: Int
  }

  /// What one person recorded.
  public struct Recorded<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let actor: Actor
    public let time: Timestamp
    /// The entry of the audit trail.
    public let sequence: Int
  }

  public let id: CaseID
  /// Every entry of the trail about the case, in order.
  public private(set) var history: [CaseEntry] = []
  public private(set) var state = State.open
  /// The transaction's own reference, where it states one.
  public private(set) var reference: String?
  /// Who opened it, when.
  public private(set) var opened: Recorded<CaseDossier>?
  /// The dossiers of the case by the order of screening; the last is the one being worked on.
  public private(set) var dossiers: [Recorded<CaseDossier>] = []
  /// The last disposition of each finding, by its key.
  private var dispositions: [Digest: Recorded<Disposition>] = [:]
  public private(set) var questions: [Question] = []
  public private(set) var notes: [Recorded<String>] = []
  public private(set) var attachments: [Recorded<Attachment>] = []
  public private(set) var assignee: Actor?
  public private(set) var due: Day?
  /// What waits for a second person.
  public private(set) var proposal: Recorded<CaseDecision>?
  /// The decision, with the second person who stands behind it where there is one.
  public private(set) var decision: Recorded<CaseDecision>?
  /// Who proposed the decision that was approved.
  public private(set) var proposedBy: Actor?

  public init(_ id: CaseID) { self.id = id }

  /// The case of these entries.
  ///
  /// - Complexity: O(*n*) in the entries.
  public init(_ id: CaseID, entries: some Sequence<CaseEntry>) {
    self.init(id)
    for entry in entries { take(entry) }
  }

  /// The dossier being worked on; `nil` when what was recorded was erased.
  public var dossier: CaseDossier? { dossiers.last?.value }

  /// Takes the next entry of the trail. What it says is taken as it is: ``admits(_:by:)`` was asked
  /// before it was written.
  public mutating func take(_ entry: CaseEntry) {
    history.append(entry)
    func recorded<Value>(_ value: Value) -> Recorded<Value> {
      Recorded(value: value, actor: entry.actor, time: entry.time, sequence: entry.sequence)
    }
    switch entry.event {
    case .opened(let reference, let dossier):
      self.reference = reference
      opened = recorded(dossier)
      dossiers.append(recorded(dossier))
    case .rescreened(let dossier):
      dossiers.append(recorded(dossier))
      withdrawProposal()
    case .disposed(let disposition):
      dispositions[disposition.key] = recorded(disposition)
      withdrawProposal()
    case .asked(let id, let text, let finding):
      questions.append(Question(id: id, text: text, finding: finding, answer: nil))
    case .answered(let id, let text):
      if let index = questions.firstIndex(where: { $0.id == id }) { questions[index].answer = text }
    case .assigned(let actor): assignee = actor
    case .due(let day): due = day
    case .noted(let text): notes.append(recorded(text))
    case .attached(let name, let digest, let bytes):
      attachments.append(recorded(Attachment(name: name, digest: digest, bytes: bytes)))
    case .proposed(let decision):
      proposal = recorded(decision)
      state = .proposed
    case .approved(let decision):
      proposedBy = proposal?.actor
      proposal = nil
      self.decision = recorded(decision)
      state = .decided
    case .declined: withdrawProposal()
    case .decided(let decision):
      proposedBy = nil
      self.decision = recorded(decision)
      state = .decided
    case .reopened:
      decision = nil
      proposedBy = nil
      state = .open
    case nil: break
    }
  }

  /// A proposal was made on what was seen then; when that changes it is made again.
  private mutating func withdrawProposal() {
    proposal = nil
    if state == .proposed { state = .open }
  }
}

extension Case {
  /// Where one finding stands.
  public enum FindingStanding: Hashable, Sendable {
    /// Nobody has concluded.
    case open
    /// Somebody concluded on what the finding says now.
    case settled(Recorded<Disposition>)
    /// Somebody concluded, and the finding says something else since.
    case reviewAgain(Recorded<Disposition>)
    /// A good-guy decision keeps it from holding the transaction.
    case quieted

    /// The conclusion that counts now.
    public var conclusion: DispositionReason.Conclusion? {
      if case .settled(let disposition) = self { return disposition.value.reason.conclusion }
      return nil
    }
  }

  /// The findings of the dossier being worked on, with where each stands.
  public var findings: [(finding: CaseFinding, standing: FindingStanding)] {
    (dossier?.findings ?? []).map { finding in
      guard let disposition = dispositions[finding.key] else {
        return (finding, finding.isQuieted ? .quieted : .open)
      }
      if disposition.value.evidence == finding.evidence { return (finding, .settled(disposition)) }
      return (finding, finding.isQuieted ? .quieted : .reviewAgain(disposition))
    }
  }

  /// How many findings nobody has concluded on as they are now.
  public var openCount: Int {
    findings.count {
      switch $0.standing {
      case .open, .reviewAgain: true
      case .settled, .quieted: false
      }
    }
  }

  /// The digest of what a decision rests on: the dossier, and the conclusion on each finding.
  public var standing: Digest {
    SHA256.digest(
      of: JSONValue.members([
        "dossier": dossier.map { .string($0.digest.hex) },
        "findings": .array(
          findings.map { finding, standing in
            .members([
              "key": .string(finding.key.hex), "evidence": .string(finding.evidence.hex),
              "standing": .string(standing.word),
              "by": standing.disposition.map { .int($0.sequence) },
            ])
          }),
      ]).canonical)
  }
}

extension Case.FindingStanding {
  /// The disposition, also where the finding has changed since.
  public var disposition: Case.Recorded<Disposition>? {
    switch self {
    case .settled(let disposition), .reviewAgain(let disposition): disposition
    case .open, .quieted: nil
    }
  }

  /// `open`, `settled`, `review-again`, `quieted`.
  public var word: String {
    switch self {
    case .open: "open"
    case .settled: "settled"
    case .reviewAgain: "review-again"
    case .quieted: "quieted"
    }
  }
}
