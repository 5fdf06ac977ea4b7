public import FileFormats
public import TradeModel

/// One act on a case. A case is the fold of its events; the audit trail keeps them.
public enum CaseEvent: Hashable, Sendable {
  /// It began with a dossier; the reference is the transaction's own, where it states one.
  case opened(reference: String?, CaseDossier)
  /// The transaction was screened again.
  case rescreened(CaseDossier)
  /// A finding was settled, or settled otherwise.
  case disposed(Disposition)
  /// A question was put to somebody; about a finding, or about the whole.
  case asked(id: String, text: String, finding: String?)
  /// It was answered.
  case answered(id: String, text: String)
  /// Somebody is to work on it, or nobody any more.
  case assigned(Actor?)
  /// It is due on a day, or on none any more.
  case due(Day?)
  /// Something was written down.
  case noted(String)
  /// A file was put to it; the bytes are kept apart, by digest.
  case attached(name: String, digest: Digest, bytes: Int)
  /// One person proposed a decision.
  case proposed(CaseDecision)
  /// Another approved it: the case is decided. With the proposal's digests as they were seen.
  case approved(CaseDecision)
  /// The proposal was turned down, or taken back.
  case declined(rationale: String)
  /// One person decided where one may.
  case decided(CaseDecision)
  /// Work goes on after a decision.
  case reopened(reason: String)
}

extension CaseEvent {
  /// The kind of the audit entry: `case.opened`.
  public var kind: String {
    let name =
      switch self {
      case .opened: "opened"
      case .rescreened: "rescreened"
      case .disposed: "disposed"
      case .asked: "asked"
      case .answered: "answered"
      case .assigned: "assigned"
      case .due: "due"
      case .noted: "noted"
      case .attached: "attached"
      case .proposed: "proposed"
      case .approved: "approved"
      case .declined: "declined"
      case .decided: "decided"
      case .reopened: "reopened"
      }
    return "case.\(name)"
  }

  /// The body of the audit entry.
  public var json: JSONValue {
    switch self {
    case .opened(let reference, let dossier):
      .object(
        (reference.map { [.init("reference", .string($0))] } ?? []) + (dossier.json.object ?? []))
    case .rescreened(let dossier): dossier.json
    case .disposed(let disposition): disposition.json
    case .asked(let id, let text, let finding):
      .members([
        "question": .string(id), "text": .string(text), "finding": finding.map(JSONValue.string),
      ])
    case .answered(let id, let text): .members(["question": .string(id), "text": .string(text)])
    case .assigned(let actor): .members(["assignee": actor.map { .string($0.name) }])
    case .due(let day): .members(["due": day.map { .string($0.iso) }])
    case .noted(let text): .members(["text": .string(text)])
    case .attached(let name, let digest, let bytes):
      .members(["name": .string(name), "sha256": .string(digest.hex), "bytes": .int(bytes)])
    case .proposed(let decision), .approved(let decision), .decided(let decision): decision.json
    case .declined(let rationale): .members(["rationale": .string(rationale)])
    case .reopened(let reason): .members(["reason": .string(reason)])
    }
  }

  /// Reads what ``json`` wrote under ``kind``; `nil` when it cannot be read, which is a fault of the
  /// store or the work of a newer program.
  public init?(kind: String, json: JSONValue) {
    func text(_ name: String) -> String? { json[name]?.string }
    switch kind {
    case "case.opened":
      guard let dossier = CaseDossier(json: json) else { return nil }
      self = .opened(reference: text("reference"), dossier)
    case "case.rescreened":
      guard let dossier = CaseDossier(json: json) else { return nil }
      self = .rescreened(dossier)
    case "case.disposed":
      guard let disposition = Disposition(json: json) else { return nil }
      self = .disposed(disposition)
    case "case.asked":
      guard let id = text("question"), let words = text("text") else { return nil }
      self = .asked(id: id, text: words, finding: text("finding"))
    case "case.answered":
      guard let id = text("question"), let words = text("text") else { return nil }
      self = .answered(id: id, text: words)
    case "case.assigned":
      let actor = text("assignee").flatMap { Actor($0) }
      guard (actor == nil) == (json["assignee"] == nil) else { return nil }
      self = .assigned(actor)
    case "case.due":
      let day = text("due").flatMap { Day(iso: $0) }
      guard (day == nil) == (json["due"] == nil) else { return nil }
      self = .due(day)
    case "case.noted":
      guard let words = text("text") else { return nil }
      self = .noted(words)
    case "case.attached":
      guard let name = text("name"), let digest = text("sha256").flatMap({ Digest(hex: $0) }),
        let bytes = json["bytes"]?.int
      else { return nil }
      self = .attached(name: name, digest: digest, bytes: bytes)
    case "case.proposed", "case.approved", "case.decided":
      guard let decision = CaseDecision(json: json) else { return nil }
      self =
        switch kind {
        case "case.proposed": .proposed(decision)
        case "case.approved": .approved(decision)
        default: .decided(decision)
        }
    case "case.declined":
      guard let words = text("rationale") else { return nil }
      self = .declined(rationale: words)
    case "case.reopened":
      guard let words = text("reason") else { return nil }
      self = .reopened(reason: words)
    default: return nil
    }
  }

  /// The members of `json` that this program does not know, by name.
  public func unknownMembers(of json: JSONValue) -> [String] {
    let optional: Set = ["reference", "finding", "assignee", "due"]
    let known = Set((self.json.object ?? []).map(\.name)).union(optional)
    return (json.object ?? []).map(\.name).filter { !known.contains($0) }
  }
}
