import ArgumentParser
import TradeModel
import Workplace

/// `--as-known-on`: the day as of which lists and rules are read.
struct KnownOnOption: ParsableArguments {
  @Option(
    name: .customLong("as-known-on"),
    help: ArgumentHelp(
      "Read lists and rules as they could be known on this day.",
      discussion:
        "Of each list the last state published on or before it. Default: the newest of everything.",
      valueName: "YYYY-MM-DD"))
  var day: Day?

  func validate() throws {
    if let day, day > Day.today {
      throw ValidationError(
        "nobody can know today what will be known on \(day); --as-known-on takes a day up to today (UTC)"
      )
    }
  }
}
