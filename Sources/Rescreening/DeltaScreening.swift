public import Matching
import NameIndex
public import Parties
import Watchlist

/// Brings hits that were found with one watchlist to those of the next, by what changed between them.
///
/// Hits with parties that did not change stay as they are; the others are found anew, by the
/// same path as in a full run. The result equals a full run as long as names, weights and policy are the
/// same: ``ScreeningBasis/reasonForFull(after:)``.
public struct DeltaScreening: Sendable {
  /// With the newer watchlist.
  public let matcher: PartyMatcher
  /// What changed.
  public let change: ListChange
  /// The listed parties whose hits are found anew or end, by id.
  public let touched: Set<ListedPartyID>
  private let selection: PartySelection

  /// - Throws: never for a watchlist that was opened whole.
  public init(_ matcher: PartyMatcher, _ change: ListChange) throws {
    self.matcher = matcher
    self.change = change
    touched = Set(change.changed.map(matcher.watchlist.id(ofParty:))).union(change.removed.keys)
    selection = try PartySelection(
      change.changed, of: matcher.watchlist, model: matcher.reader.tokens)
  }

  /// What finds hits with the changed parties; one per thread.
  public func finder() -> HitFinder { HitFinder(matcher, among: selection) }

  /// What finds the parties of the portfolio that may have such hits; one per thread.
  public func candidates() -> CandidateSearch { CandidateSearch(matcher, for: selection) }

  /// The hits that are left of `before`, together with those found `anew` with the changed parties, by
  /// listed party.
  public func merged(_ before: [PortfolioHit], anew: [PortfolioHit]) -> [PortfolioHit] {
    (before.filter { !touched.contains($0.party) } + anew).sorted { $0.party < $1.party }
  }
}
