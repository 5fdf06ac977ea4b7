import ArgumentParser
import FileFormats
import ListArchive
import Workplace

/// `quivive lists compile`: the serving snapshots into one watchlist.
struct ListsCompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile the serving snapshots into the watchlist.",
    discussion: "Imports and updates do so themselves; the same snapshots give the same bytes.")

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let archive = try home.archive()
    let result = try WatchlistCompilation.compile(archive, knowledge)
    switch report {
    case .json: ListsReport.print(result.json)
    case .text: Console.print(result.text)
    }
  }
}
