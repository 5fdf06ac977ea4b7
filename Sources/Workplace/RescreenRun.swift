package import Decisions
import FileFormats
import Foundation
import ListArchive
package import Matching
package import NameIndex
package import Parties
package import Rescreening
package import SQLiteStore
import TradeModel
import Watchlist

/// One run: what changed on the lists against the portfolio, what changed in the portfolio against
/// the lists; all against all where nothing that was found before may be kept.
///
/// What it finds is kept in one transaction at its end: killed before, the state is as it was.
package struct RescreenRun {
  package let portfolio: PortfolioHome
  /// Who asked for it.
  package let actor: Actor
  package let reader: NameReader
  /// `nil`: that of the last run.
  package let policy: MatchPolicy?
  /// A person asked for a full run.
  package let isFull: Bool
  package let threads: Int
  /// The endpoints that are told of alerts.
  package let endpoints: [String]
  package let progress: (String) -> Void
  /// What was decided on the hit of a party with a listed party.
  package var settlement: (_ party: String, _ listed: ListedPartyID) -> Settlement? = { _, _ in nil
  }

  private static let batch = 2048

  package init(
    portfolio: PortfolioHome, actor: Actor, reader: NameReader, policy: MatchPolicy?, isFull: Bool,
    threads: Int, endpoints: [String], progress: @escaping (String) -> Void,
    settlement: @escaping (_ party: String, _ listed: ListedPartyID) -> Settlement? = { _, _ in nil
    }
  ) {
    self.portfolio = portfolio
    self.actor = actor
    self.reader = reader
    self.policy = policy
    self.isFull = isFull
    self.threads = threads
    self.endpoints = endpoints
    self.progress = progress
    self.settlement = settlement
  }

  package func run() throws -> PortfolioRun {
    let lock = try PortfolioLock(portfolio.folder)
    defer { withExtendedLifetime(lock) {} }
    let watchlist = try portfolio.keepServingWatchlist()
    guard watchlist.description.nameModel == reader.version else {
      throw Failure(
        .badInput,
        "the watchlist was compiled with name model `\(watchlist.description.nameModel)`, this "
          + "program has `\(reader.version)`", help: "run `quivive lists compile`")
    }
    let started = Timestamp.now
    var result = try Failure.fromStore {
      try portfolio.store.reading { try find($0, watchlist) }
    }
    result.started = started
    progress("keeping the result")
    let run = try Failure.fromStore { try portfolio.store.keep(result, by: actor, at: .now) }
    try Failure.fromStore {
      try portfolio.store.reading { state in
        let indexes = try [.base, .overlay].compactMap { try state.index($0)?.file }
        portfolio.removeOthers(than: Set(indexes + ["\(watchlist.digest).quivive"]))
      }
    }
    return run
  }

  private func find(
    _ state: PortfolioReader, _ watchlist: WatchlistFile
  ) throws -> PortfolioRunResult {
    let last = try state.lastRun()
    let lastPolicy = last.flatMap { try? MatchPolicy(json: $0.policy) }
    let policy = policy ?? lastPolicy ?? .balanced
    let basis = ScreeningBasis(watchlist, policy: policy, engine: Engine.version)
    let old = try former(last, watchlist)
    var search = Search(
      result: PortfolioRunResult(basis: basis, policy: policy.json), state: state,
      matcher: PartyMatcher(watchlist: watchlist, reader: reader, policy: policy), old: old,
      change: old.map { ListChange(from: $0, to: watchlist) })
    search.result.previous = last?.id
    search.result.endpoints = endpoints
    search.result.revision = try state.revision()
    search.result.reason = reason(last, basis, policy, search.change)
    search.result.counts.parties = try state.count(.all)
    if search.result.reason == nil {
      search.result.counts.changed = search.change?.changed.count ?? 0
      search.result.counts.removed = search.change?.removed.count ?? 0
      try findChanged(&search)
      try findWhole(.waiting, &search)
    } else {
      search.result.counts.changed = watchlist.partyCount
      try findWhole(.all, &search)
      if policy.findsByNames { _ = try indexes(&search) }
    }
    return search.result
  }

  /// What a run has at hand.
  private struct Search {
    var result: PortfolioRunResult
    let state: PortfolioReader
    let matcher: PartyMatcher
    /// The watchlist of the last run.
    let old: WatchlistFile?
    let change: ListChange?
    var differences: [[ListedPartyID?]: JSONValue] = [:]
  }

  private func former(_ last: PortfolioRun?, _ watchlist: WatchlistFile) throws -> WatchlistFile? {
    guard let digest = last?.basis.watchlist else { return nil }
    if digest == watchlist.digest { return watchlist }
    return try? PortfolioHome.open(portfolio.watchlist(digest).path)
  }

  private func reason(
    _ last: PortfolioRun?, _ basis: ScreeningBasis, _ policy: MatchPolicy, _ change: ListChange?
  ) -> FullReason? {
    guard let last else { return .first }
    if let reason = basis.reasonForFull(after: last.basis) { return reason }
    if isFull { return .asked }
    guard let change else { return .formerWatchlist }
    return policy.findsByNames || change.isEmpty ? nil : .everyName
  }

  /// Every party of `selection` against the whole watchlist.
  private func findWhole(_ selection: PortfolioReader.Selection, _ search: inout Search) throws {
    let matcher = search.matcher
    let total = try search.state.count(selection)
    guard total > 0 else { return }
    let workers = HitWorkers(threads: threads) { HitFinder(matcher) }
    var done = 0
    try search.state.forEachBatch(of: selection, size: Self.batch) { batch in
      for (party, hits) in zip(batch, try workers.hits(batch)) {
        let cause: Alert.Cause =
          party.since == nil
          ? .party
          : [.nameModel, .policy, .engine].contains(search.result.reason) ? .method : .list
        try take(hits, of: party, cause: cause, &search)
      }
      done += batch.count
      progress("\(done) of \(total) parties")
    }
    search.result.counts.screened += total
  }

  /// The listed parties that changed against the parties that were screened before.
  private func findChanged(_ search: inout Search) throws {
    guard let change = search.change, !change.isEmpty else { return }
    let delta = try DeltaScreening(search.matcher, change)
    var keys: Set<Int64> = []
    let candidates = delta.candidates()
    for index in try indexes(&search) { keys.formUnion(candidates.keys(in: index)) }
    for listed in delta.touched {
      keys.formUnion(try search.state.keys(withHitOn: listed.text))
    }
    let workers = HitWorkers(threads: threads) { delta.finder() }
    let sorted = keys.sorted()
    for start in stride(from: 0, to: sorted.count, by: Self.batch) {
      let batch = try sorted[start..<min(start + Self.batch, sorted.count)]
        .compactMap { try search.state.screenedParty($0) }
      for (party, anew) in zip(batch, try workers.hits(batch)) {
        let before = try search.state.hits(ofKey: party.key)
        try take(delta.merged(before, anew: anew), of: party, cause: .list, &search)
      }
      search.result.counts.screened += batch.count
      progress("\(min(start + Self.batch, sorted.count)) of \(sorted.count) proposed parties")
    }
  }

  private func take(
    _ hits: [PortfolioHit], of party: PortfolioStore.StoredParty, cause: Alert.Cause,
    _ search: inout Search
  ) throws {
    let before = try search.state.hits(ofKey: party.key)
    if hits != before || (search.result.reason != nil && !hits.isEmpty) {
      search.result.hits[party.key] = hits
    }
    guard hits != before else { return }
    let removed = search.change?.removed ?? [:]
    let alerts = Alert.alerts(
      from: before, to: hits, cause: cause, heirs: { removed[$0] ?? [] },
      settlement: { settlement(party.id, $0) })
    for alert in alerts {
      search.result.alerts.append((party.id, alert, difference(alert, &search)))
    }
  }

  /// What changed on the lists for an alert; nothing where the lists are not its cause.
  private func difference(_ alert: Alert, _ search: inout Search) -> JSONValue {
    guard alert.cause == .list, search.old != nil else { return .array([]) }
    // A hit that came or went may be of a listed party that is in both watchlists.
    let ids = [
      alert.before?.party ?? alert.after?.party, alert.after?.party ?? alert.before?.party,
    ]
    if let known = search.differences[ids] { return known }
    let json = DesignationDifference(
      of: ids[0], in: search.old, and: ids[1], in: search.matcher.watchlist
    ).json
    search.differences[ids] = json
    return json
  }
}

extension RescreenRun {
  /// The indexes that together have every active party as it is now, or was at some time; compiled
  /// where there are none, or where they do not reach this state.
  private func indexes(_ search: inout Search) throws -> [PortfolioIndex] {
    let base = try search.state.index(.base).flatMap { opened($0) }
    guard let base else { return [try build(.base, .all, &search)] }
    let since = PortfolioReader.Selection.changed(after: base.record.revision)
    let changed = try search.state.count(since)
    if changed == 0 { return [base.index] }
    // Merged when the overlay passes a tenth of the base.
    if changed * 10 > base.record.parties { return [try build(.base, .all, &search)] }
    if let overlay = try search.state.index(.overlay).flatMap({ opened($0) }),
      try search.state.count(.changed(after: overlay.record.revision)) == 0
    {
      return [base.index, overlay.index]
    }
    return [base.index, try build(.overlay, since, &search)]
  }

  /// `nil` for a file that is missing, damaged or of another name model: it is compiled anew.
  private func opened(
    _ record: PortfolioIndexRecord
  ) -> (index: PortfolioIndex, record: PortfolioIndexRecord)? {
    guard record.nameModel == reader.version,
      let index = try? PortfolioIndex(opening: portfolio.index(record)),
      index.nameModel == reader.version, index.count == record.parties
    else { return nil }
    return (index, record)
  }

  private func build(
    _ role: PortfolioIndexRecord.Role, _ selection: PortfolioReader.Selection,
    _ search: inout Search
  ) throws -> PortfolioIndex {
    var builder = PortfolioIndexBuilder(reader: reader)
    try search.state.forEachBatch(of: selection, size: Self.batch) { batch in
      for party in batch { builder.add(try HitWorkers.subject(of: party), key: party.key) }
      progress("\(builder.count) parties indexed")
    }
    let parties = builder.count
    let compiled = builder.finish()
    let record = PortfolioIndexRecord(
      role: role, file: "\(compiled.digest).index", nameModel: reader.version,
      revision: search.result.revision, parties: parties)
    do {
      try compiled.write(to: portfolio.index(record))
      search.result.indexes.append(record)
      return try PortfolioIndex(opening: portfolio.index(record))
    } catch {
      throw Failure(.tryAgain, error.description, help: error.help)
    }
  }
}
