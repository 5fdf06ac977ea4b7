import ArgumentParser
import FileFormats
import Foundation
import Listings
import Matching
import NameAnalysis
import NameIndex
import Parties
import ResidentMemory
import TradeModel
import Watchlist
import Workplace

/// `quivive match`: names asked against listed parties, as JSON lines.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Ask which listed parties each of many names could be.",
    discussion: """
      Reads one question a line: {"id", "name", "schema", "props"} with FollowTheMoney schema and \
      property names. Writes one line for every question, in order: {"id", "results": [{"id", \
      "score", "weight", "match", …}], "micros"}, best first. Any number of lines is read as it is \
      needed and answered on all cores; "micros" is the time of that question on its thread.

      A line that cannot be read ends the run with its number and status 65, or with --keep-going \
      becomes {"id", "line", "error"}.
      """)

  @Option(help: "The questions, as JSON lines; `-` is standard input.")
  var queries: String?

  @Option(help: "FollowTheMoney entities to ask instead, as JSON lines; may be gzip.")
  var ftm: String?

  @Option(help: "Pairs to compare, as JSON lines, instead of asking a list.")
  var pairs: String?

  @Option(help: "How many results to print for each question. Presentation only.")
  var limit = 10

  @Option(
    help:
      "List parties from this score on; the policy's floor where that is lower. Presentation only.")
  var floor = 5

  @OptionGroup var policyOption: PolicyOption

  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var data: DataOptions

  @Flag(help: "Print the reasons of every result.")
  var reasons = false

  @Option(
    help: ArgumentHelp(
      "On how many threads to work; all cores when not stated.", valueName: "number"))
  var threads: Int?

  @Flag(help: "Answer a line that cannot be read with its error and go on; the exit status is 1.")
  var keepGoing = false

  @Flag(help: "Tell the progress on standard error also where it is no terminal.")
  var progress = false

  @Flag(name: .shortAndLong, help: "Tell no progress.")
  var quiet = false

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must not be negative") }
    guard (0...1000).contains(floor) else {
      throw ValidationError("--floor is a score from 0 to 1000")
    }
    guard (1...256).contains(threads ?? 1) else {
      throw ValidationError("--threads is a number from 1 to 256")
    }
    if pairs != nil {
      guard queries == nil, data.watchlist == nil, ftm == nil, knownOn.day == nil else {
        throw ValidationError("--pairs compares without a list: leave out the other inputs")
      }
    } else {
      guard queries != nil else { throw ValidationError("give --queries or --pairs") }
      let lists = [data.watchlist != nil, ftm != nil, knownOn.day != nil]
      guard lists.count(where: \.self) == 1 else {
        throw ValidationError("give either --watchlist or --ftm or --as-known-on")
      }
    }
  }

  func run() throws {
    let policy = try policyOption.read()
    let known = try knownOn.day.map { day in
      try data.inHand(asKnownOn: day) { if !quiet { Console.error($0) } }
    }
    let reader = try known?.reader ?? NameReader(loading: data.knowledge)
    let lines = ParallelLines(
      try LineReader(path: pairs ?? queries ?? "-", limit: Self.longestLine),
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      keepsGoing: keepGoing,
      progress: Progress("matching", isQuiet: quiet, isForced: progress))
    let tally: ParallelLines.Tally
    if pairs != nil {
      let comparison = PairComparison(reader: reader, policy: policy)
      tally = try lines.run { { try comparison.answer(try JSONParser.parse($0.bytes)) } }
    } else {
      let list = try known?.watchlist ?? openList(reader)
      guard list.description.nameModel == reader.version else {
        throw Failure(
          .badInput,
          "the watchlist was compiled with name model `\(list.description.nameModel)`, this program "
            + "has `\(reader.version)`", help: "compile the watchlist again")
      }
      let answers = MatchAnswers(
        matcher: PartyMatcher(watchlist: list, reader: reader, policy: policy), limit: limit,
        withReasons: reasons)
      ResidentMemory.giveBackWhatTheStartUsed()
      tally = try lines.run {
        let session = answers.matcher.session(floor: Score(min(floor, policy.floor.value)))
        return { try answers.answer(try MatchQuery(try JSONParser.parse($0.bytes)), session) }
      }
    }
    if tally.failed > 0 {
      Console.error("\(tally.failed) of \(tally.lines) lines could not be answered")
      throw ExitCode(1)
    }
  }

  /// A party with all that is known of it takes a few kilobytes.
  private static let longestLine = 1 << 20

  private func openList(_ reader: NameReader) throws -> WatchlistFile {
    do {
      if let watchlist = data.watchlist { return try WatchlistFile(opening: watchlist) }
      return try WatchlistFile(bytes: FTMWatchlist.compile(fileAt: ftm ?? "", reader: reader).bytes)
    } catch let error as WatchlistError {
      throw Failure(
        error.reason == .cannotRead ? .missingFile : .badInput, error.description, help: error.help)
    }
  }
}

/// What `quivive match` answers to one question.
private struct MatchAnswers: Sendable {
  let matcher: PartyMatcher
  let limit: Int
  let withReasons: Bool

  func answer(_ query: MatchQuery, _ session: MatchingSession) throws -> JSONValue {
    let start = Self.threadMicros()
    let ranking = session.ranking(for: query.subject)
    // Hits are explained; what falls below is when reasons are asked for.
    let shown = (0..<min(limit, ranking.count)).map { place in
      let isExplained =
        withReasons
        || matcher.policy.score(of: ranking.nameWeight(at: place)) >= matcher.policy.threshold
        || matcher.policy.score(of: ranking.weight(at: place)) >= matcher.policy.threshold
      return isExplained ? session.explained(ranking, at: place) : nil
    }
    let micros = Self.threadMicros() - start
    return .members([
      "id": .string(query.id),
      "results": .array(
        shown.enumerated().map { place, match in
          if let match { return match.json(under: matcher.policy, withReasons: withReasons) }
          let party = session.party(ranking, at: place)
          let weight = ranking.weight(at: place)
          return .members([
            "id": .string(party.id.text), "caption": .string(party.caption),
            "score": .int(matcher.policy.score(of: weight).value),
            "weight": .int(weight.tenthsOfBit), "match": .bool(false),
          ])
        }),
      "found": .int(ranking.count),
      "micros": .int(micros),
    ])
  }

  /// The time this thread has worked, in microseconds; waiting for a core is not counted.
  private static func threadMicros() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
