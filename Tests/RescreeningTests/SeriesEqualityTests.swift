import Foundation
import ListArchive
import Listings
import Matching
import NameIndex
import Parties
import QuiviveTestKit
import Rescreening
import Synchronization
import Testing
import TradeModel
import Watchlist

/// A delta finds what a full run finds, over the real series of the UN and OFAC lists.
///
/// `QUIVIVE_SERIES_PARTIES=50000` takes so many parties and every published state; without it a few
/// parties and the last states are taken. Skipped where `../shared` is not beside the package.
@Suite(.enabled(if: SharedData.hasLists, "../shared/data/lists is not here"))
struct SeriesEqualityTests {
  private static let stated = ProcessInfo.processInfo.environment["QUIVIVE_SERIES_PARTIES"]
    .flatMap { Int($0) }

  @Test func `after every published state a delta has the hits of a full run`() throws {
    let count = Self.stated ?? 150
    let series = try ListSeries(
      Self.stated == nil ? ["un.sc", "us.ofac.cons"] : ["un.sc", "us.ofac.cons", "us.ofac.sdn"],
      most: Self.stated == nil ? 3 : .max)
    let reader = try ListSeries.reader.get()
    let watchlists = try series.steps.map { try series.watchlist(after: $0) }
    let ends = [watchlists[watchlists.count / 2], try #require(watchlists.last)]
    var parties = NoisyParties(ends, seed: 20_261_124)
    var subjects: [Int64: Subject] = [:]
    for key in 0..<Int64(count) { subjects[key] = parties.next() }
    let index = try Portfolios.index(subjects, reader: reader)
    func matcher(_ watchlist: WatchlistFile) -> PartyMatcher {
      PartyMatcher(watchlist: watchlist, reader: reader, policy: .balanced)
    }
    var hits = Self.full(subjects, matcher(watchlists[0]))
    var (changed, proposed, alerts) = (0, 0, 0)
    for (place, watchlist) in watchlists.enumerated().dropFirst() {
      let change = ListChange(from: watchlists[place - 1], to: watchlist)
      let delta = try DeltaScreening(matcher(watchlist), change)
      let after = Portfolios.delta(hits, subjects, index, delta)
      let full = Self.full(subjects, matcher(watchlist))
      let differing = Set(full.keys).union(after.keys).filter { after[$0] != full[$0] }.sorted()
      let first = differing.first.map {
        "\(subjects[$0]?.names ?? []): delta \(after[$0] ?? []), full \(full[$0] ?? [])"
      }
      #expect(
        differing.isEmpty, "\(series.steps[place]): \(differing.count) parties, \(first ?? "")")
      changed += change.changed.count
      proposed += delta.candidates().keys(in: index).count
      for key in Set(hits.keys).union(after.keys) {
        alerts +=
          Alert.alerts(
            from: hits[key] ?? [], to: after[key] ?? [], cause: .list,
            heirs: { change.removed[$0] ?? [] }
          ).count
      }
      hits = after
    }
    // The series changes something, and some party meets it.
    #expect(changed > 0 && !hits.isEmpty)
    if Self.stated != nil {
      print(
        "\(count) parties, \(watchlists.count) states: \(changed) changed listed parties, "
          + "\(proposed) proposals, \(hits.values.reduce(0) { $0 + $1.count }) hits at the end, "
          + "\(alerts) alerts")
    }
  }

  /// As ``Portfolios/full(_:_:)``, on all cores.
  private static func full(
    _ subjects: [Int64: Subject], _ matcher: PartyMatcher
  ) -> [Int64: [PortfolioHit]] {
    let keys = subjects.keys.sorted()
    let found = Mutex<[Int64: [PortfolioHit]]>([:])
    let parts = ProcessInfo.processInfo.activeProcessorCount
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let finder = HitFinder(matcher)
      var mine: [Int64: [PortfolioHit]] = [:]
      for place in stride(from: part, to: keys.count, by: parts) {
        guard let subject = subjects[keys[place]] else { continue }
        let hits = finder.hits(for: subject)
        if !hits.isEmpty { mine[keys[place]] = hits }
      }
      found.withLock { $0.merge(mine) { first, _ in first } }
    }
    return found.withLock { $0 }
  }
}
