import ArgumentParser
import FileFormats
import Listings
import Matching
import NameAnalysis
import NameIndex
import Parties
import TradeModel
import Watchlist

/// `quivive match`: names asked against listed parties, as JSON lines.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Ask which listed parties each of many names could be.",
    discussion: """
      Reads one question a line: {"id", "name", "schema", "props"} with FollowTheMoney schema and \
      property names. Writes one line for every question, in order: {"id", "results": [{"id", \
      "score", "weight", "match", …}], "micros"}, best first.
      """)

  @Option(help: "The questions, as JSON lines; `-` is standard input.")
  var queries: String?

  @Option(help: "A compiled watchlist to ask.")
  var watchlist: String?

  @Option(help: "FollowTheMoney entities to ask instead, as JSON lines; may be gzip.")
  var ftm: String?

  @Option(help: "Pairs to compare, as JSON lines, instead of asking a list.")
  var pairs: String?

  @Option(help: "How many results to print for each question. Presentation only.")
  var limit = 10

  @OptionGroup var policyOption: PolicyOption

  @OptionGroup var knowledge: KnowledgeOptions

  @Flag(help: "Print the reasons of every result.")
  var reasons = false

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must not be negative") }
    if pairs != nil {
      guard queries == nil, watchlist == nil, ftm == nil else {
        throw ValidationError("--pairs compares without a list: leave out the other inputs")
      }
    } else {
      guard queries != nil else { throw ValidationError("give --queries or --pairs") }
      guard (watchlist == nil) != (ftm == nil) else {
        throw ValidationError("give either --watchlist or --ftm")
      }
    }
  }

  func run() throws {
    let policy = try policyOption.read()
    let reader = try NameReader(loading: knowledge.folder())
    if let pairs {
      try PairComparison(reader: reader, policy: policy).run(try InputFile.bytes(at: pairs))
      return
    }
    let list = try openList(reader)
    guard list.description.nameModel == reader.version else {
      throw Failure(
        .badInput,
        "the watchlist was compiled with name model `\(list.description.nameModel)`, this program "
          + "has `\(reader.version)`", help: "compile the watchlist again")
    }
    let session = PartyMatcher(watchlist: list, reader: reader, policy: policy).session()
    let bytes = try InputFile.bytes(at: queries ?? "-")
    let output = OutputLines()
    defer { output.flush() }
    let clock = ContinuousClock()
    for line in JSONLines(bytes) {
      let query = try MatchQuery(bytes, line)
      let start = clock.now
      let matches = session.matches(for: query.subject)
      let time = clock.now - start
      let micros =
        time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
      output.write(
        .members([
          "id": .string(query.id),
          "results": .array(
            matches.prefix(limit).map { $0.json(under: policy, withReasons: reasons) }),
          "found": .int(matches.count),
          "micros": .int(Int(micros)),
        ]))
    }
  }

  private func openList(_ reader: NameReader) throws -> WatchlistFile {
    do {
      if let watchlist { return try WatchlistFile(opening: watchlist) }
      return try WatchlistFile(bytes: FTMWatchlist.compile(fileAt: ftm ?? "", reader: reader).bytes)
    } catch let error as WatchlistError {
      throw Failure(
        error.reason == .cannotRead ? .missingFile : .badInput, error.description, help: error.help)
    }
  }
}
