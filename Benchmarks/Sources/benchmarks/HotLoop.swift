import ArgumentParser
import Matching
import NameAnalysis
import NameIndex
import TradeModel
import Watchlist

/// One step over a few queries, in a function that an instruction counter finds by its name.
struct HotLoop: ParsableCommand {
  enum Step: String, ExpressibleByArgument, CaseIterable {
    case analysis, retrieval, whole
  }

  static let configuration = CommandConfiguration(
    commandName: "hot-loop", abstract: "Run one step, for `Benchmarks/instructions`.")

  @Argument(help: "\(Step.allCases.map(\.rawValue).joined(separator: ", ")).")
  var step: Step

  @OptionGroup var list: WatchlistOption
  @OptionGroup var questions: QuestionsOption
  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let reader = try knowledge.reader()
    let watchlist = try WatchlistFile(opening: list.watchlist)
    guard watchlist.description.nameModel == reader.version else {
      throw BenchmarkError("`\(list.watchlist)` was compiled with another name model")
    }
    let subjects = try questions.subjects()
    let session = PartyMatcher(watchlist: watchlist, reader: reader, policy: .balanced).session()
    let search = NameSearch(watchlist.index, model: reader.tokens)
    let names = subjects.map { subject in
      subject.names.map { reader.analyse($0, subject.kind) }
    }
    // Once without being counted: what is made at first use is no part of the loop.
    _ = session.matches(for: subjects[0])
    let count =
      switch step {
      case .analysis: countedAnalysis(subjects, reader)
      case .retrieval: countedRetrieval(names, search)
      case .whole: countedWhole(subjects, session)
      }
    print("\(subjects.count) queries, \(count) \(step == .analysis ? "readings" : "found")")
  }
}

@inline(never)
private func countedAnalysis(_ subjects: [Subject], _ reader: NameReader) -> Int {
  var readings = 0
  for subject in subjects {
    for name in subject.names { readings += reader.analyse(name, subject.kind).readings.count }
  }
  return readings
}

@inline(never)
private func countedRetrieval(_ names: [[AnalysedName]], _ search: NameSearch) -> Int {
  var units: [UInt32] = []
  var found = 0
  for name in names.joined() {
    for reading in name.readings {
      units.removeAll(keepingCapacity: true)
      search.appendUnits(meeting: reading, to: &units)
      found += units.count
    }
  }
  return found
}

@inline(never)
private func countedWhole(_ subjects: [Subject], _ session: MatchingSession) -> Int {
  subjects.reduce(0) { $0 + session.matches(for: $1).count }
}
