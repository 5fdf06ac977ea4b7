import ArgumentParser
import Matching
import NameAnalysis
import NameIndex
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
    let reader = try knowledge.reader()
    let subjects = try questions.subjects()
    let before = Memory.own
    let (watchlist, opening) = try list.open(for: reader)
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
    let (peak, resident, own) = (Memory.peak, Memory.now, Memory.own)

    var analysed: [[AnalysedName]] = []
    let analysis = time(subjects) { subject in
      analysed.append(subject.names.map { reader.analyse($0, subject.kind) })
    }
    let search = NameSearch(watchlist.index, model: reader.tokens)
    var found: [[UInt32]] = Array(repeating: [], count: subjects.count)
    var number = 0
    let retrieval = time(subjects) { _ in
      for name in analysed[number % subjects.count] {
        for reading in name.readings {
          search.appendUnits(meeting: reading, to: &found[number % subjects.count])
        }
      }
      number += 1
    }
    let rest = zip(whole, zip(analysis, retrieval)).map { max(0, $0 - $1.0 - $1.1) }
    // Every round appended once more.
    let candidates = found.map { Double(Set($0).count) }
    let parties = found.map { Double(watchlist.parties(of: $0)) }

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
    report.add("analysis_ms", Sample(analysis.map { $0 * 1e3 }))
    report.add("retrieval_ms", Sample(retrieval.map { $0 * 1e3 }))
    report.add("scoring_and_reasons_ms", Sample(rest.map { $0 * 1e3 }))
    report.add("candidate_readings", Sample(candidates))
    report.add("candidate_parties", Sample(parties))
    report.add("results_per_query", Double(results) / Double(rounds * subjects.count))
    report.add("queries_with_a_hit", Double(hits) / Double(rounds * subjects.count))
    report.add("file_bytes", try FileSize.bytes(at: list.watchlist))
    report.add("tokens", watchlist.index.tokenCount)
    report.add("memory_peak_mb", peak)
    report.add("memory_resident_mb", resident)
    report.add("memory_own_mb", own)
    report.add("memory_own_before_opening_mb", before)
    report.print()
  }

  /// Seconds of each query's fastest round.
  private func time(_ subjects: [Subject], _ ask: (Subject) -> Void) -> [Double] {
    var best = [Double](repeating: .infinity, count: subjects.count)
    for _ in 0..<max(1, rounds) {
      for (place, subject) in subjects.enumerated() {
        let start = Clocks.thread()
        ask(subject)
        best[place] = min(best[place], Clocks.thread() - start)
      }
    }
    return best
  }
}
