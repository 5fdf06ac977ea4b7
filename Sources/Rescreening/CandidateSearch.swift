public import Matching
import NameAnalysis
import NameIndex
import TradeModel
import Watchlist

/// Finds the parties of a portfolio that some listed parties could be: the index of names turned round.
///
/// Two names meet in both directions or in none, so the listed names asked of the portfolio lead to
/// every party that would lead to them. A class because it holds sessions; one per thread.
public final class CandidateSearch {
  /// What the last search cost.
  public struct Statistics: Hashable, Sendable {
    /// Readings of listed names asked.
    public var asked = 0
    /// Readings of the portfolio that met one of them.
    public var met = 0
    /// Parties proposed.
    public var proposed = 0
  }

  private let matcher: PartyMatcher
  private let selection: PartySelection
  private let session: MatchingSession
  /// See ``Statistics``.
  public private(set) var statistics = Statistics()

  /// - Parameter selection: the listed parties that are asked, of the matcher's watchlist.
  public init(_ matcher: PartyMatcher, for selection: PartySelection) {
    self.matcher = matcher
    self.selection = selection
    session = matcher.session(floor: matcher.policy.threshold, among: selection)
  }

  /// The keys of all parties of `index` that may have a hit with one of the listed parties, ascending.
  /// Every party that has one is among them.
  ///
  /// - Precondition: the index was compiled with the matcher's name model, and the policy does not
  ///   compare every listed name: ``MatchPolicy/findsByNames``.
  public func keys(in index: PortfolioIndex) -> [Int64] {
    precondition(matcher.policy.findsByNames, "this policy asks every listed name")
    precondition(index.nameModel == matcher.reader.version, "another name model")
    let file = index.file
    var met = [Bool](repeating: false, count: file.index.unitCount)
    var identified = Set<Int>()
    statistics = Statistics()
    let search = NameSearch(file.index, model: matcher.reader.tokens)
    var units: [UInt32] = []
    for party in selection.parties {
      for name in matcher.watchlist.names(ofParty: party) {
        for unit in matcher.watchlist.name(name).units {
          units.removeAll(keepingCapacity: true)
          search.appendUnits(
            meeting: matcher.watchlist.index.reading(ofUnit: unit).reading, to: &units)
          for unit in units { met[Int(unit)] = true }
          statistics.asked += 1
        }
      }
      for fact in matcher.watchlist.facts(ofParty: party) {
        guard case .identifier(_, let hash) = matcher.watchlist.fact(fact)?.value else { continue }
        identified.formUnion(file.parties(withIdentifierHash: hash))
      }
    }
    var parties = identified
    for unit in met.indices where met[unit] {
      statistics.met += 1
      let name = file.unitNames[unit]
      let party = file.party(ofName: name)
      if parties.contains(party) { continue }
      guard let entry = index.entry(party) else { continue }
      let (reading, weights) = file.index.reading(ofUnit: unit)
      if session.mayReachFloor(
        reading, weights: weights, of: file.text(ofName: name), kind: file.kind(ofParty: party),
        stated: entry.stated)
      {
        parties.insert(party)
      }
    }
    statistics.proposed = parties.count
    return parties.compactMap { index.entry($0)?.key }.sorted()
  }
}

extension MatchPolicy {
  /// Whether hits are found by names that meet and by identifiers, as an index proposes them. A policy
  /// that holds every subject against every listed name is rescreened in full.
  public var findsByNames: Bool { algorithm == .evidence }
}
