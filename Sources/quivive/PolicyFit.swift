import ArgumentParser
import FileFormats
import Matching
import NameIndex
import TradeModel
import Watchlist

/// `quivive fit-policy`: the weights of names that tell labelled questions apart best.
struct PolicyFit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit-policy",
    abstract: "Fit the weights of names to labelled questions.",
    discussion: """
      Reads questions as `quivive match` does, each with `expected`: the ids of the parties that are \
      right, none for a party that is not listed. Fits on one half, shows both halves before and after \
      on standard error, and writes the values to standard output.
      """)

  @Option(help: "The labelled questions, as JSON lines.")
  var queries: String

  @Option(help: "FollowTheMoney entities to ask, as JSON lines; may be gzip.")
  var ftm: String

  @Option(help: "How often every value is tried.")
  var sweeps = 6

  @Option(help: "The half to fit on, 0 or 1; without it both.")
  var half: Int?

  @Option(help: "Values to start from, as this command writes them.")
  var start: String?

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let reader = try NameReader(loading: knowledge.folder())
    let list = try WatchlistFile(bytes: FTMWatchlist.compile(fileAt: ftm, reader: reader).bytes)
    var weights = MatchPolicy.balanced.names
    if let start {
      let values = try JSONParser.parse(InputFile.bytes(at: start))
      for field in NameWeights.fields {
        if let value = values[field.name]?.int { weights[keyPath: field.path] = value }
      }
    }
    let policy = MatchPolicy(
      name: "fitted", prior: MatchPolicy.balanced.prior, scale: MatchPolicy.balanced.scale,
      floor: MatchPolicy.balanced.floor, threshold: MatchPolicy.balanced.threshold, names: weights)
    let bytes = try InputFile.bytes(at: queries)
    var questions: [LabelledQuestion] = []
    var halves: [Int] = []
    for line in JSONLines(bytes) {
      let query = try MatchQuery(bytes, line)
      var expected: Set<String> = []
      if let ids = try JSONParser.parse(bytes, in: line.range)["expected"]?.array {
        expected.formUnion(ids.compactMap(\.string))
      }
      questions.append(LabelledQuestion(subject: query.subject, expected: expected))
      halves.append(Int(SHA256.digest(of: query.id).hex.prefix(2), radix: 16).map { $0 % 2 } ?? 0)
    }
    let fitting = PolicyFitting(
      PartyMatcher(watchlist: list, reader: reader, policy: policy), questions, halves: halves)
    Console.error("\(questions.count) questions, \(fitting.candidateCount) candidates")
    show(fitting, weights, "before")
    let fitted = fitting.fit(sweeps: sweeps, half: half) { Console.error($0) }
    show(fitting, fitted, "after")
    let output = OutputLines()
    output.write(
      .object(NameWeights.fields.map { .init($0.name, .int(fitted[keyPath: $0.path])) }))
    output.flush()
  }

  private func show(_ fitting: PolicyFitting, _ weights: NameWeights, _ when: String) {
    for half in [0, 1, nil] {
      let name = half.map { "half \($0)" } ?? "both  "
      Console.error("\(when), \(name): \(fitting.figures(weights, half: half).text)")
    }
  }
}
