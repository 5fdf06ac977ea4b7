import AlertDelivery
import ArgumentParser
import FileFormats
import Foundation
import Matching
import NameIndex
import Rescreening
import SQLiteStore
import Workplace

/// `quivive portfolio rescreen`: brings every party to the lists as they are now.
struct PortfolioRescreen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescreen",
    abstract: "Screen what changed, on the lists or in the portfolio, and raise alerts.",
    discussion: """
      The run is kept whole or not at all. A first run, another policy, another name model or another \
      version of the program screens every party against every list, and says so; so does --full, \
      which an auditor may ask for: it must raise no alert.

      Exit status: 0 no alert, 10 alerts.
      """)

  @Option(
    help: ArgumentHelp(
      "The policy: a preset's name, or a JSON file; that of the last run when not stated.",
      valueName: "name|file"))
  var policy: String?

  @Flag(help: "Screen every party against every list.")
  var full = false

  @Option(
    help: ArgumentHelp("On how many threads; all cores when not stated.", valueName: "number"))
  var threads: Int?

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var acting: ActingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Flag(help: "Tell the progress on standard error also where it is no terminal.")
  var progress = false

  @Flag(name: .shortAndLong, help: "Tell no progress.")
  var quiet = false

  func validate() throws {
    guard (1...256).contains(threads ?? 1) else {
      throw ValidationError("--threads is a number from 1 to 256")
    }
  }

  func run() throws {
    let actor = try acting.actor()
    let portfolio = try PortfolioHome(acting.home)
    let shown = ProgressBox(Progress("rescreening", isQuiet: quiet, isForced: progress))
    let endpoints = try WebhookSettings(of: portfolio.home).endpoints.map(\.name)
    let settled = try Failure.fromStore { try portfolio.store.settlements() }
    let run = try RescreenRun(
      portfolio: portfolio, actor: actor, reader: try NameReader(loading: knowledge.folder()),
      policy: try policy.map(PolicyOption.policy), isFull: full,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, endpoints: endpoints,
      progress: { shown.show($0) }, settlement: { settled[$0]?[$1] }
    ).run()
    shown.end()
    switch report {
    case .json: ListsReport.print(run.json)
    case .text:
      Console.print(run.text)
      if run.counts.alerts > 0 {
        Console.print("  `quivive portfolio alerts --run \(run.id)` prints them")
      }
    }
    if run.counts.alerts > 0 { throw ExitCode(10) }
  }
}

/// A progress that a closure shows. A class because showing changes it.
final class ProgressBox {
  private var progress: Progress
  init(_ progress: Progress) { self.progress = progress }
  func show(_ text: String) { progress.show(text) }
  func end() { progress.end() }
}

extension PortfolioRun {
  /// What the run did, for people.
  var text: String {
    let how =
      switch reason {
      case nil:
        "\(counts.changed) listed parties new or changed, \(counts.removed) gone; "
          + "\(counts.screened) of \(counts.parties) parties asked"
      case let reason?:
        "every one of \(counts.parties) parties against \(counts.changed) listed parties: "
          + reason.words
      }
    return "run \(id): \(how); \(counts.hits) hits, \(counts.alerts) alerts"
  }
}

extension FullReason {
  /// Why, for people.
  var words: String {
    switch self {
    case .first: "the first run"
    case .nameModel: "names are read otherwise than in the last run"
    case .policy: "another policy than in the last run"
    case .engine: "another version of the program than in the last run"
    case .formerWatchlist: "the watchlist of the last run is not kept any more"
    case .everyName: "this policy compares every listed name"
    case .asked: "a full run was asked for"
    }
  }
}
