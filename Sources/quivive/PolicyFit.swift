import ArgumentParser
import FileFormats
import Matching
import NameIndex
import TradeModel
import Watchlist
import Workplace

/// `quivive policy fit`: the weights of names that tell labelled questions apart best.
struct PolicyFit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit the weights of names to labelled questions.",
    discussion: """
      Reads questions as `quivive match` does, each with `expected`: the ids of the parties that are \
      right, none for a party that is not listed. Fits on one half, shows both halves before and after \
      on standard error, and writes the policy to standard output.
      """)

  @Option(help: "The labelled questions, as JSON lines.")
  var queries: String

  @Option(help: "FollowTheMoney entities to ask, as JSON lines; may be gzip.")
  var ftm: String

  @Option(help: "How often every value is tried.")
  var sweeps = 6

  @Option(help: "The half to fit on, 0 or 1; without it both.")
  var half: Int?

  @OptionGroup var start: PolicyOption

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let reader = try NameReader(loading: knowledge)
    let list = try WatchlistFile(bytes: FTMWatchlist.compile(fileAt: ftm, reader: reader).bytes)
    let policy = try start.read()
    let bytes = try InputFile.bytes(at: queries)
    var questions: [LabelledQuestion] = []
    var halves: [Int] = []
    for line in JSONLines(bytes) {
      let query = try MatchQuery(try JSONParser.parse(bytes, in: line.range))
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
    show(fitting, policy.names, "before")
    let fitted = fitting.fit(sweeps: sweeps, half: half) { Console.error($0) }
    show(fitting, fitted, "after")
    let result = MatchPolicy(
      name: "fitted", prior: policy.prior, scale: policy.scale, floor: policy.floor,
      threshold: policy.threshold, names: fitted, facts: policy.facts)
    Console.write(result.json.indented)
  }

  private func show(_ fitting: PolicyFitting, _ weights: NameWeights, _ when: String) {
    for half in [0, 1, nil] {
      let name = half.map { "half \($0)" } ?? "both  "
      Console.error("\(when), \(name): \(fitting.figures(weights, half: half).text)")
    }
  }
}
