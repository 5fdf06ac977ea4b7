public import FileFormats
public import TradeModel

/// A good-guy decision: a proposal, who stands behind it, and until when.
public struct GoodGuy: Hashable, Sendable {
  /// How far it has come. Whether it applies on a day is asked of each hit.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case proposed, approved, declined, withdrawn
  }

  public let id: GoodGuyID
  public let proposal: GoodGuyProposal
  public let proposedBy: Actor
  public let proposedAt: Timestamp
  public private(set) var state = State.proposed
  /// The second person; `nil` while nobody has approved.
  public private(set) var approvedBy: Actor?
  public private(set) var approvedAt: Timestamp?
  /// The last day on which it holds.
  public private(set) var expires: Day?
  /// Who declined or withdrew it, when and why.
  public private(set) var endedBy: Actor?
  public private(set) var endedAt: Timestamp?
  public private(set) var endRationale: String?

  public init(
    _ id: GoodGuyID, _ proposal: GoodGuyProposal, by actor: Actor, at time: Timestamp
  ) {
    self.id = id
    self.proposal = proposal
    proposedBy = actor
    proposedAt = time
  }

  /// The decision of these entries in order; `nil` when the proposal was erased or cannot be read.
  public init?(_ id: GoodGuyID, entries: [(entry: AuditEntry, body: JSONValue?)]) {
    let events = entries.compactMap { entry, body in
      body.flatMap { GoodGuyEvent(kind: entry.kind, json: $0) }.map { (entry, $0) }
    }
    guard let first = events.first, case .proposed(let proposal) = first.1 else { return nil }
    self.init(id, proposal, by: first.0.actor, at: first.0.time)
    for (entry, event) in events.dropFirst() { take(event, by: entry.actor, at: entry.time) }
  }

  /// Takes the next event. What it says is taken as it is.
  public mutating func take(_ event: GoodGuyEvent, by actor: Actor, at time: Timestamp) {
    switch event {
    case .proposed: break
    case .approved(_, let expires):
      state = .approved
      approvedBy = actor
      approvedAt = time
      self.expires = expires
    case .declined(let rationale), .withdrawn(let rationale):
      if case .declined = event { state = .declined } else { state = .withdrawn }
      endedBy = actor
      endedAt = time
      endRationale = rationale
    }
  }

  /// Whether it was approved and not ended yet on that day: what was withdrawn later held until then.
  public func isApproved(on day: Day) -> Bool {
    state == .approved || (state == .withdrawn && (endedAt.map { day < $0.day } ?? false))
  }

  /// The approval that another person may record on that day.
  public func approval(on day: Day) -> GoodGuyEvent {
    .approved(proposal: proposal.digest, expires: day.adding(months: proposal.months))
  }

  /// Whether `actor` may do this now.
  ///
  /// - Throws: ``CaseError`` with the rule that refuses it.
  public func admits(
    _ event: GoodGuyEvent, by actor: Actor, at time: Timestamp
  ) throws(CaseError) {
    func needs(_ rationale: String) throws(CaseError) {
      guard rationale.contains(where: { !$0.isWhitespace }) else {
        throw CaseError(
          .needsRationale, "a written reason is missing", help: "give it with --rationale")
      }
    }
    func needs(_ wanted: State) throws(CaseError) {
      guard state == wanted else {
        throw CaseError(
          .wrongState, "\(id) is \(state.rawValue), not \(wanted.rawValue)",
          help: "quivive good-guy show \(id)")
      }
    }
    switch event {
    case .proposed:
      throw CaseError(.wrongState, "\(id) is proposed already", help: "propose another")
    case .approved(let seen, let expires):
      try needs(.proposed)
      guard actor != proposedBy else {
        throw CaseError(
          .samePerson, "\(actor) proposed \(id) and cannot approve it",
          help: "another person has to approve")
      }
      guard seen == proposal.digest else {
        throw CaseError(
          .stale, "the proposal \(id) is not the one that was seen",
          help: "quivive good-guy show \(id)")
      }
      guard expires > time.day, expires <= time.day.adding(months: GoodGuyProposal.mostMonths)
      else {
        throw CaseError(
          .badValue, "\(id) cannot hold until \(expires)",
          help: "a day in the next \(GoodGuyProposal.mostMonths) months")
      }
    case .declined(let rationale):
      try needs(.proposed)
      try needs(rationale)
    case .withdrawn(let rationale):
      try needs(.approved)
      try needs(rationale)
    }
  }

  /// Whether a proposal may be made.
  ///
  /// - Throws: ``CaseError`` with the rule that refuses it.
  public static func admits(_ proposal: GoodGuyProposal) throws(CaseError) {
    guard proposal.reason.conclusion == .falsePositive else {
      throw CaseError(
        .wrongReason, "`\(proposal.reason.code)` does not conclude on a false positive",
        help: "`quivive case reasons` lists the codes with their conclusions")
    }
    guard proposal.rationale.contains(where: { !$0.isWhitespace }) else {
      throw CaseError(
        .needsRationale, "a written reason is missing", help: "give it with --rationale")
    }
    guard (1...GoodGuyProposal.mostMonths).contains(proposal.months) else {
      throw CaseError(
        .badValue, "a decision cannot hold for \(proposal.months) months",
        help: "1 to \(GoodGuyProposal.mostMonths)")
    }
    guard !proposal.designations.isEmpty else {
      throw CaseError(.wrongReason, "the proposal covers no designation", help: "choose a hit")
    }
  }
}

extension GoodGuy {
  /// All of it, as a dossier embeds it and `--format json` shows it.
  public var json: JSONValue {
    .members([
      "id": .string(id.description), "state": .string(state.rawValue), "proposal": proposal.json,
      "proposedBy": .string(proposedBy.name), "proposedAt": .string(proposedAt.description),
      "approvedBy": approvedBy.map { .string($0.name) },
      "approvedAt": approvedAt.map { .string($0.description) },
      "expires": expires.map { .string($0.iso) },
      "endedBy": endedBy.map { .string($0.name) },
      "endedAt": endedAt.map { .string($0.description) },
      "endRationale": endRationale.map(JSONValue.string),
    ])
  }

  /// Reads what ``json`` wrote.
  public init?(json: JSONValue) {
    func actor(_ name: String) -> Actor? { json[name]?.string.flatMap { Actor($0) } }
    func time(_ name: String) -> Timestamp? { json[name]?.string.flatMap { Timestamp($0) } }
    guard let id = json["id"]?.string.flatMap({ GoodGuyID($0) }),
      let proposal = GoodGuyProposal(json: json["proposal"]),
      let state = json["state"]?.string.flatMap(State.init(rawValue:)),
      let proposedBy = actor("proposedBy"), let proposedAt = time("proposedAt")
    else { return nil }
    self.init(id, proposal, by: proposedBy, at: proposedAt)
    self.state = state
    approvedBy = actor("approvedBy")
    approvedAt = time("approvedAt")
    expires = json["expires"]?.string.flatMap { Day(iso: $0) }
    endedBy = actor("endedBy")
    endedAt = time("endedAt")
    endRationale = json["endRationale"]?.string
  }
}

extension Day {
  /// The same day of the month so many months later; the month's last where it has no such day.
  func adding(months: Int) -> Day {
    let all = year * 12 + month - 1 + months
    let (year, month) = (all / 12, all % 12 + 1)
    let length = (1...9999).contains(year) ? Day.length(ofMonth: month, year: year) : 31
    return Day(year: year, month: month, day: min(day, length)) ?? self
  }
}
