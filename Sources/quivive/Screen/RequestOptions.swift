public import ArgumentParser
import Matching
public import TradeModel
import Workplace

/// Which data a screening reads.
struct DataOptions: ParsableArguments {
  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Option(
    help: "A compiled watchlist file, instead of the one in the home folder.",
    completion: .file())
  var watchlist: String?

  var place: DataPlace {
    DataPlace(home: home.place, knowledge: knowledge.place, watchlist: watchlist)
  }
}

/// How to screen, and on which data.
struct RequestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day to screen for: rules in force on it count, list ages are counted to it.",
      discussion:
        "Which states of lists are read is for --as-known-on. Default: the day of --as-known-on, the day the transaction states (`knownOn`), or today (UTC).",
      valueName: "YYYY-MM-DD"))
  var on: Day?

  @OptionGroup var knownOn: KnownOnOption

  @Option(
    help: ArgumentHelp(
      "The matching policy: \(MatchPolicy.presets.map(\.name).joined(separator: ", ")).",
      valueName: "name"))
  var policy: String = MatchPolicy.balanced.name

  @OptionGroup var ownership: OwnershipOption
  @OptionGroup var rules: RuleOptions
  @OptionGroup var data: DataOptions

  var place: ScreeningRequest {
    ScreeningRequest(
      data.place, policy: policy, on: on, knownOn: knownOn.day, ownership: ownership.place,
      rules: rules.place)
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}
