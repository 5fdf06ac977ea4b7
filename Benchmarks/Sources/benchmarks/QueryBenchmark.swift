import ArgumentParser
import Matching
import NameAnalysis
import NameIndex
import ResidentMemory
import TradeModel
import Watchlist

/// Asks a list: what one query costs, and which step of it.
struct QueryBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries", abstract: "Time queries against a list, step by step.")

  @OptionGroup var list: WatchlistOption
  @OptionGroup var questions: QuestionsOption
  @OptionGroup var knowledge: KnowledgeOption

  @Option(help: "How often everything is asked; a query counts with its fastest time.")
  var rounds = 3

  func run() throws {
    ResidentMemory.giveBackWhatTheStartUsed()
    let atStart = Memory.own
    let reader = try knowledge.reader()
    ResidentMemory.giveBackWhatTheStartUsed()
    let model = Memory.own - atStart
    let subjects = try questions.subjects()
    let (watchlist, opening) = try list.open(for: reader)
    ResidentMemory.giveBackWhatTheStartUsed()
    let (before, ownBefore) = (Memory.now, Memory.own)
    let session = PartyMatcher(watchlist: watchlist, reader: reader, policy: .balanced).session()

    // The whole first: the memory that the other steps take for themselves is not the engine's.
    var hits = 0
    var results = 0
    let whole = time(subjects) { subject in
      let matches = session.matches(for: subject)
      results += matches.count
      if let best = matches.first, best.score(under: .balanced) >= MatchPolicy.balanced.threshold {
        hits += 1
      }
    }
    // What screening a transaction does: all are weighed, hits are explained.
    let policy = MatchPolicy.balanced
    var explained = 0
    let screening = time(subjects) { subject in
      let ranking = session.ranking(for: subject)
      for place in 0..<ranking.count
      where policy.score(of: ranking.weight(at: place)) >= policy.threshold {
        explained += session.explained(ranking, at: place).reasons.isEmpty ? 0 : 1
      }
    }
    let (peak, resident, own) = (Memory.peak, Memory.now, Memory.own)
    let pages = Memory.pages(ofFile: list.watchlist)

    let analysis = time(subjects) { subject in
      for name in subject.names { _ = reader.analyse(name, subject.kind) }
    }
    let analysed = subjects.map { subject in
      subject.names.map { reader.analyse($0, subject.kind) }
    }
    let search = NameSearch(watchlist.index, model: reader.tokens)
    var units: [UInt32] = []
    let retrieval = time(analysed) { names in
      units.removeAll(keepingCapacity: true)
      for reading in names.flatMap(\.readings) {
        search.appendUnits(meeting: reading, to: &units)
      }
    }
    let rest = zip(whole, zip(analysis, retrieval)).map { max(0, $0 - $1.0 - $1.1) }
    let counts = analysed.map { RetrievalCounts(search, $0, watchlist) }

    var report = Report()
    report.add(
      "subject", "MatchingSession.matches, \(watchlist.nameCount) names, \(subjects.count) queries")
    report.add("machine", Machine.description)
    report.add("watchlist", watchlist.digest.hex)
    report.add("name_model", reader.version)
    report.add("policy", MatchPolicy.balanced.digest.hex)
    report.add("open_ms", opening)
    report.add("queries_per_second", Double(subjects.count) / whole.reduce(0, +))
    report.add("whole_ms", Sample(whole.map { $0 * 1e3 }))
    report.add("screening_ms", Sample(screening.map { $0 * 1e3 }))
    report.add("hits_per_query", Double(explained) / Double(rounds * subjects.count))
    report.add("analysis_ms", Sample(analysis.map { $0 * 1e3 }))
    report.add("retrieval_ms", Sample(retrieval.map { $0 * 1e3 }))
    report.add("scoring_and_reasons_ms", Sample(rest.map { $0 * 1e3 }))
    report.add("candidate_readings", Sample(counts.map { Double($0.readings) }))
    report.add("candidate_parties", Sample(counts.map { Double($0.parties) }))
    report.add("links", Sample(counts.map { Double($0.links) }))
    report.add("postings_read", Sample(counts.map { Double($0.postings) }))
    report.add("results_per_query", Double(results) / Double(rounds * subjects.count))
    report.add("queries_with_a_hit", Double(hits) / Double(rounds * subjects.count))
    report.add("file_bytes", try FileSize.bytes(at: list.watchlist))
    report.add("tokens", watchlist.index.tokenCount)
    report.add("memory_peak_mb", peak)
    report.add("memory_resident_mb", resident)
    report.add("memory_own_mb", own)
    report.add("memory_before_answering_mb", before)
    report.add("memory_index_mb", pages)
    report.add("memory_name_model_mb", model)
    report.add("memory_counters_mb", own - ownBefore)
    report.add("memory_questions_and_program_mb", ownBefore - model)
    report.add("memory_code_mb", resident - own - pages)
    report.print()
  }

  /// Seconds of each query's fastest round.
  private func time<Question>(_ questions: [Question], _ ask: (Question) -> Void) -> [Double] {
    var best = [Double](repeating: .infinity, count: questions.count)
    for _ in 0..<max(1, rounds) {
      for (place, question) in questions.enumerated() {
        let start = Clocks.thread()
        ask(question)
        best[place] = min(best[place], Clocks.thread() - start)
      }
    }
    return best
  }
}

/// What the index proposes for one query, over all names and readings.
struct RetrievalCounts {
  /// Different numbered readings.
  let readings: Int
  /// Different parties that own them.
  let parties: Int
  /// Words of the index that the names' words lead to.
  private(set) var links = 0
  /// Entries of the index's lists that were read.
  private(set) var postings = 0

  init(_ search: NameSearch, _ names: [AnalysedName], _ watchlist: WatchlistFile) {
    var found: [UInt32] = []
    for reading in names.flatMap(\.readings) {
      search.appendUnits(meeting: reading, to: &found)
      links += search.statistics.links
      postings += search.statistics.postings
    }
    readings = Set(found).count
    parties = watchlist.parties(of: found)
  }
}
