package import GoodsControls
package import KnowledgeBase
package import Matching
package import NameIndex
import Synchronization
package import TradeModel
package import Watchlist
package import Workplace

/// What the service answers from, loaded once and then replaced as a whole: a request keeps the one that
/// it began with.
package final class ServingData: Sendable {
  package let request: ScreeningRequest
  /// Screens transactions.
  package let screening: ScreeningSession
  package let knowledge: CheckedKnowledge
  package let watchlist: WatchlistFile
  package let watchlistPath: String
  package let reader: NameReader
  package let vocabulary: Vocabulary
  package let countries: CountryReader
  package let territories: TerritoryIndex
  /// Countries by international dialling code; those that share a code are left out.
  private let callingCodes: [String: String]
  package let datasets: Datasets
  package let loaded: Timestamp
  private let matchers: [String: PartyMatcher]
  /// Sessions that are not in use, by policy: each holds counters as large as the watchlist.
  private let idle = Mutex<[String: [SendableSession]]>([:])
  private let searchIndex = Mutex<SearchIndex?>(nil)
  private let controls = Mutex<ControlCatalogue?>(nil)

  private struct SendableSession: @unchecked Sendable { let session: MatchingSession }

  /// Loads lists and knowledge; compiles the watchlist where there is none of this program.
  package init(_ request: ScreeningRequest, notes: ((String) -> Void)?) throws {
    self.request = request
    screening = try ScreeningSession(request, notes: notes)
    let data = try screening.newest().data
    knowledge = data.knowledge
    watchlist = data.watchlist
    watchlistPath = data.path
    reader = data.reader
    vocabulary = try Vocabulary(data.knowledge.folder)
    territories = data.knowledge.territoryIndex
    countries = CountryReader(territories)
    callingCodes = Dictionary(
      data.knowledge.citedRows("Territories/calling-codes.csv").map {
        ($0.cells["code"], $0.cells["territory"].lowercased())
      }, uniquingKeysWith: { _, _ in "" })
    datasets = Datasets(data.watchlist, data.knowledge)
    loaded = .now
    matchers = Dictionary(
      uniqueKeysWithValues: MatchPolicy.presets.map {
        (
          $0.name,
          PartyMatcher(watchlist: data.watchlist, reader: data.reader, policy: $0)
        )
      })
  }

  /// The country that a telephone number in international form is of; `nil` where its code is of several.
  package func country(ofPhone text: String) -> String? {
    guard text.hasPrefix("+") else { return nil }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let code = (1...3).reversed().lazy.compactMap { self.callingCodes[String(digits.prefix($0))] }
      .first
    return code?.isEmpty == false ? code : nil
  }

  /// The English name of a country by its code; `nil` for an unknown one.
  package func countryName(_ code: String) -> String? {
    territories.find(code.uppercased())?.territory.name.en
  }

  package func matcher(_ policy: MatchPolicy) -> PartyMatcher {
    matchers[policy.name]
      ?? PartyMatcher(watchlist: watchlist, reader: reader, policy: policy)
  }

  /// Lends a session that finds everything from the floor on.
  package func matching<Result>(
    _ policy: MatchPolicy, _ work: (MatchingSession) throws -> Result
  ) rethrows -> Result {
    let lent =
      idle.withLock { $0[policy.name]?.popLast() }
      ?? SendableSession(session: matcher(policy).session(floor: policy.floor))
    defer { idle.withLock { $0[policy.name, default: []].append(lent) } }
    return try work(lent.session)
  }

  /// The control lists, read when they are first asked for.
  package func catalogue() throws -> ControlCatalogue {
    try controls.withLock { kept in
      if let kept { return kept }
      let read: ControlCatalogue
      do { read = try ControlCatalogue(loading: knowledge) } catch let error as KnowledgeErrors {
        throw KnowledgePlace.failure(error)
      }
      kept = read
      return read
    }
  }

  /// The index of words, built when it is first asked for.
  package func search() -> SearchIndex {
    searchIndex.withLock { kept in
      if let kept { return kept }
      let built = SearchIndex(self)
      kept = built
      return built
    }
  }
}
