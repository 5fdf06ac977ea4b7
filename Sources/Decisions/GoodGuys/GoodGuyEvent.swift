public import FileFormats
public import TradeModel

/// One act on a good-guy decision; the audit trail keeps them.
public enum GoodGuyEvent: Hashable, Sendable {
  case proposed(GoodGuyProposal)
  /// Another person approved what they saw: the digest of the proposal, and the last day it holds.
  case approved(proposal: Digest, expires: Day)
  /// It was turned down, or taken back before it was approved.
  case declined(rationale: String)
  /// It ends before its time.
  case withdrawn(rationale: String)

  /// The kind of the audit entry: `good-guy.proposed`.
  public var kind: String {
    switch self {
    case .proposed: "good-guy.proposed"
    case .approved: "good-guy.approved"
    case .declined: "good-guy.declined"
    case .withdrawn: "good-guy.withdrawn"
    }
  }

  /// The body of the audit entry.
  public var json: JSONValue {
    switch self {
    case .proposed(let proposal): proposal.json
    case .approved(let proposal, let expires):
      .members(["proposal": .string(proposal.hex), "expires": .string(expires.iso)])
    case .declined(let rationale), .withdrawn(let rationale):
      .members(["rationale": .string(rationale)])
    }
  }

  /// Reads what ``json`` wrote under ``kind``; `nil` when it cannot be read.
  public init?(kind: String, json: JSONValue) {
    switch kind {
    case "good-guy.proposed":
      guard let proposal = GoodGuyProposal(json: json) else { return nil }
      self = .proposed(proposal)
    case "good-guy.approved":
      guard let proposal = json["proposal"]?.string.flatMap({ Digest(hex: $0) }),
        let expires = json["expires"]?.string.flatMap({ Day(iso: $0) })
      else { return nil }
      self = .approved(proposal: proposal, expires: expires)
    case "good-guy.declined", "good-guy.withdrawn":
      guard let rationale = json["rationale"]?.string else { return nil }
      self =
        kind == "good-guy.declined"
        ? .declined(rationale: rationale) : .withdrawn(rationale: rationale)
    default: return nil
    }
  }
}
