public import Parties
public import TradeModel

/// A candidate with its reasons. It cannot drift from its explanation: weight and score are computed
/// from the reasons.
public struct ScoredMatch: Hashable, Sendable {
  /// The listed party.
  public let party: ListedPartyID
  /// The display name of the listed party.
  public let caption: String
  /// What speaks for and against sameness, in order of evaluation.
  public let reasons: [Reason]

  public init(party: ListedPartyID, caption: String, reasons: [Reason]) {
    self.party = party
    self.caption = caption
    self.reasons = reasons
  }

  /// The summed weights of the reasons. Orders matches that share a score.
  public var weight: Weight { reasons.reduce(.zero) { $0 + $1.weight } }

  /// The weight as 0…1000 under the policy's prior.
  public func score(under policy: MatchPolicy) -> Score { policy.score(of: weight) }
}
