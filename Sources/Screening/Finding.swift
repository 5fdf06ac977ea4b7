public import Matching
public import RedFlags
public import TradeModel

/// Something a person must look at, with what it rests on.
///
/// A finding is not guilt: a hit is a name or a number that looks like a listed one, until a person
/// has settled it.
public struct Finding: Hashable, Sendable {
  /// What sort of thing a person must look at.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A party or owner looks like a listed party.
    case listHit = "list-hit"
    /// An item stands on a list written in commodity codes, or under its stated control code.
    case controlledItem = "controlled-item"
    /// A territory on the way or at its end is under an embargo or a near-complete control.
    case embargo
    /// The entries that an item may fall under, from its words or numbers: not a classification.
    case candidateEntries = "candidate-entries"
    /// What the law of one jurisdiction asks for an item.
    case licence = "licence-determination"
    /// A circumstance that calls for a question before going on.
    case redFlag = "red-flag"
    /// A listed party holds, or may hold, a share or control of a party.
    case ownership
    /// A needed fact is unknown.
    case openQuestion = "open-question"
  }

  /// What sort of thing it is.
  public let kind: Kind
  /// What this finding by itself leads to.
  public let outcome: Outcome
  /// What it leads to once a person has confirmed what is only likely now; `nil` when nothing is
  /// left to confirm.
  public let outcomeIfConfirmed: Outcome?
  /// The facts it rests on, as paths into the transaction: `parties[1].names[0]`.
  public let facts: [String]
  /// One line for a heading.
  public let title: BilingualText
  /// Whole sentences, in order.
  public let explanation: [BilingualText]
  /// What it rests on besides the transaction; empty for open questions.
  public let citations: [Citation]
  /// What to ask, of the customer or the authority.
  public let question: BilingualText?
  /// For list hits: the scored match with its reasons.
  public let hit: Hit?
  /// For red flags: the id of the rule.
  public let rule: String?
  /// For red flags: how much the rule weighs, as its author proposes.
  public let severity: RedFlagRule.Severity?
  /// Recorded decisions that concern it, whether they apply or not.
  public let decisions: [FindingDecision]
  /// Whether a decision keeps it from holding the transaction. It is counted and shown all the same.
  public let isQuieted: Bool

  public init(
    kind: Kind, outcome: Outcome, outcomeIfConfirmed: Outcome? = nil, facts: [String],
    title: BilingualText, explanation: [BilingualText], citations: [Citation] = [],
    question: BilingualText? = nil, hit: Hit? = nil, rule: String? = nil,
    severity: RedFlagRule.Severity? = nil, decisions: [FindingDecision] = [],
    isQuieted: Bool = false
  ) {
    self.kind = kind
    self.outcome = outcome
    self.outcomeIfConfirmed = outcomeIfConfirmed
    self.facts = facts
    self.title = title
    self.explanation = explanation
    self.citations = citations
    self.question = question
    self.hit = hit
    self.rule = rule
    self.severity = severity
    self.decisions = decisions
    self.isQuieted = isQuieted
  }
}

/// A match at or above the policy's threshold, with what the list says.
public struct Hit: Hashable, Sendable {
  /// The listed party with the reasons.
  public let match: ScoredMatch
  /// The match's score under the policy of the screening.
  public let score: Score
  /// The designations behind the listed party, as published, for the reader.
  public let designations: [ListedDesignation]
  /// Who was compared.
  public let subject: SubjectRecord

  public init(
    match: ScoredMatch, score: Score, designations: [ListedDesignation], subject: SubjectRecord
  ) {
    self.match = match
    self.score = score
    self.designations = designations
    self.subject = subject
  }
}

/// What a dossier shows of a designation.
public struct ListedDesignation: Hashable, Sendable {
  /// `us.ofac.sdn/12345`.
  public let id: String
  /// The list's name in full, and the day its state was published.
  public let listTitle: String
  /// The day of the list's state, as `YYYY-MM-DD`; empty when nobody said.
  public let published: String
  /// The primary name as published.
  public let name: String
  /// As published.
  public let programmes: [String]
  /// As published.
  public let measures: [String]
  /// As published; empty where the list does not say.
  public let listedOn: [String]
  /// Of everything that the list says of the designation, without the place in its file.
  public let content: Digest

  public init(
    id: String, listTitle: String, published: String, name: String, programmes: [String],
    measures: [String], listedOn: [String], content: Digest
  ) {
    self.id = id
    self.listTitle = listTitle
    self.published = published
    self.name = name
    self.programmes = programmes
    self.measures = measures
    self.listedOn = listedOn
    self.content = content
  }
}
