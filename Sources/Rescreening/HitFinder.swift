import FileFormats
public import Matching
import NameIndex
import Parties
import TradeModel
import Watchlist

/// Finds the hits of one subject after the other, against a whole watchlist or some of its parties.
///
/// Both go the same way, with the subject asked and the listed parties answering, so what a delta
/// finds is what a full run finds. A class because it holds a matching session; one per thread.
public final class HitFinder {
  private let watchlist: WatchlistFile
  private let policy: MatchPolicy
  private let session: MatchingSession
  private var content: ListedContent
  private var digests: [Int: Digest] = [:]

  /// - Parameter selection: finds hits with these parties only.
  public init(_ matcher: PartyMatcher, among selection: PartySelection? = nil) {
    watchlist = matcher.watchlist
    policy = matcher.policy
    session = matcher.session(floor: matcher.policy.threshold, among: selection)
    content = ListedContent(matcher.watchlist)
  }

  /// Every listed party at or above the threshold, by id. There is no limit.
  public func hits(for subject: Subject) -> [PortfolioHit] {
    let ranking = session.ranking(for: subject)
    return (0..<ranking.count)
      .filter { policy.score(of: ranking.weight(at: $0)) >= policy.threshold }
      .compactMap { hit(session.explained(ranking, at: $0)) }
      .sorted { $0.party < $1.party }
  }

  private func hit(_ match: ScoredMatch) -> PortfolioHit? {
    guard let party = watchlist.party(match.party) else { return nil }
    return PortfolioHit(
      party: match.party, caption: match.caption, score: match.score(under: policy),
      weight: match.weight, evidence: evidence(of: match, party),
      designations: watchlist.designations(ofParty: party).map(watchlist.id(ofDesignation:)))
  }

  private func evidence(of match: ScoredMatch, _ party: Int) -> Digest {
    let digest: Digest
    if let known = digests[party] {
      digest = known
    } else {
      digest = content.digest(ofParty: party)
      digests[party] = digest
    }
    let reasons = match.reasons.map { reason -> JSONValue in
      .array([
        .string(reason.feature.rawValue), .int(reason.weight.tenthsOfBit),
        .string(reason.subjectValue), .string(reason.listedValue), .string(reason.designation),
      ])
    }
    return SHA256.digest(of: JSONValue.array([.string(digest.hex)] + reasons).canonical)
  }
}
