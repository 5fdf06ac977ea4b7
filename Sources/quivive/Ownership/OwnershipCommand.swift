import ArgumentParser
import FileFormats
import KnowledgeBase
import Ownership
import TradeModel
import Workplace

/// `quivive ownership`: who holds a party, and what the tests of ownership say.
struct OwnershipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ownership",
    abstract: "Show who holds a party, and what the tests of ownership say.",
    subcommands: [OwnershipShow.self])
}

/// `quivive ownership show`: the owners of one party from a table.
struct OwnershipShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everyone above a party in a table of ownership, each reading, each test.",
    discussion: """
      Screens nobody: the owners that are to count as listed are named with --listed, once for each. \
      `quivive screen --ownership FILE` takes them from the lists.

      Exit status: 0 when no test is met or open, 10 otherwise, 65 when the table cannot be read.
      """)

  @Argument(help: "The party, by its name in the table.")
  var party: String

  @Option(
    help: "An owner that counts as listed, by its name in the table; may be given several times.")
  var listed: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day on which the tests are asked for.",
      discussion: "Default: the day of --as-known-on, or today (UTC).",
      valueName: "YYYY-MM-DD"))
  var on: Day?

  @Option(help: "The language of text: en or fr. JSON holds both.")
  var language: Language = .en

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var ownership: OwnershipOption
  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    guard let table = try ownership.table(notes: Console.error) else {
      throw Failure(.usage, "no table of ownership is given", help: "name one with --ownership")
    }
    let known = try knownOn.day.map {
      try KnownKnowledge(knowledge.place, home: home.place, asKnownOn: $0)
    }
    for notice in known?.notices ?? [] { Console.error(notice[language]) }
    let rules: OwnershipRules
    do {
      rules = try OwnershipRules(loading: known?.knowledge ?? knowledge.loaded())
    } catch let error as KnowledgeErrors {
      throw Failure(.badInput, error.description, help: "mend the knowledge folder")
    }
    let day = on ?? knownOn.day ?? Day.today
    let view: OwnershipView
    do {
      view = try OwnershipView(table, of: party, listed: listed, rules: rules, day: day)
    } catch {
      throw Failure(
        .badInput, error.description, help: "write the name as it stands in the table")
    }
    if json {
      Console.write(view.json.canonical + [0x0A])
    } else {
      Console.print(view.text(language))
    }
    if view.isNotable { throw ExitCode(10) }
  }
}
