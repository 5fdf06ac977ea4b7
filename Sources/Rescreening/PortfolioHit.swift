public import Parties
public import TradeModel

/// A listed party that a party of the portfolio could be: a match at or above the threshold.
public struct PortfolioHit: Hashable, Sendable {
  /// The listed party.
  public let party: ListedPartyID
  /// The display name of the listed party.
  public let caption: String
  /// Under the policy of the run.
  public let score: Score
  /// Orders hits that share a score.
  public let weight: Weight
  /// Of the reasons and of the listed party's content: what a person who settles the hit has looked at.
  public let evidence: Digest
  /// The designations of the listed party, by id.
  public let designations: [String]

  public init(
    party: ListedPartyID, caption: String, score: Score, weight: Weight, evidence: Digest,
    designations: [String]
  ) {
    self.party = party
    self.caption = caption
    self.score = score
    self.weight = weight
    self.evidence = evidence
    self.designations = designations
  }
}
