import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import Rescreening
import SQLiteStore
import TradeModel
import Workplace

/// `quivive portfolio import`: parties in, as a whole or as changes.
struct PortfolioImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take parties into the portfolio, or bring them up to date.",
    discussion: """
      JSON lines: {"id", "name" or "names", "schema", "props"} as `quivive match` reads them; \
      {"id", "removed": true} takes a party out. CSV (a name that ends in .csv): a header with `id`, \
      `name`, and `schema`, `removed` or any property as further columns; `|` parts several values of \
      one cell.

      The id is yours and stays with the party. A file is a change: parties it does not name stay as \
      they are, unless --whole says that it is all of them. A line that cannot be read is kept with \
      the reason and shown by `status`, the others are taken, and the exit status is 1.
      """)

  @Argument(help: "The file; `-` reads JSON lines from standard input.", completion: .file())
  var file: String

  @Flag(help: "The file is the whole portfolio: parties that it does not have are removed.")
  var whole = false

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var acting: ActingOptions

  @Flag(help: "Tell the progress on standard error also where it is no terminal.")
  var progress = false

  @Flag(name: .shortAndLong, help: "Tell no progress.")
  var quiet = false

  /// Parties in one transaction.
  private static let batch = 5000
  private static let shownRejections = 10

  func run() throws {
    let lines = try PortfolioLines(path: file)
    let actor = try acting.actor()
    let portfolio = try PortfolioHome(acting.home)
    let source = file == "-" ? "-" : URL(fileURLWithPath: file).lastPathComponent
    var counts = PortfolioStore.ImportCounts()
    var remarks: [PortfolioParty.Remark: Int] = [:]
    var progress = Progress("importing", isQuiet: quiet, isForced: progress)
    try Failure.fromStore {
      let number = try portfolio.store.beginImport(from: source, at: .now)
      var batch: [(number: Int, line: PortfolioStore.Line)] = []
      while let line = try lines.next() {
        if case .party(let party) = line.line {
          for remark in party.remarks { remarks[remark, default: 0] += 1 }
        }
        batch.append(line)
        if batch.count == Self.batch {
          try portfolio.store.take(batch, ofImport: number, counts: &counts)
          batch.removeAll(keepingCapacity: true)
          progress.show(done: counts.lines, bytes: lines.bytesRead, of: lines.size)
        }
      }
      try portfolio.store.take(batch, ofImport: number, counts: &counts)
      if whole, counts.rejected > 0 {
        throw Failure(
          .badInput,
          "\(counts.rejected) lines could not be read, so no party was removed for being missing",
          help: "put the lines right and import the file again")
      }
      try portfolio.store.endImport(number, isWhole: whole, counts: &counts, by: actor, at: .now)
    }
    progress.end(after: counts.lines)
    let rejections = try Failure.fromStore {
      try portfolio.store.rejectedLines(limit: Self.shownRejections)
    }
    print(counts, remarks, rejections.filter { $0.source == source })
    if counts.rejected > 0 || counts.unknownRemovals > 0 { throw ExitCode(1) }
  }

  private func print(
    _ counts: PortfolioStore.ImportCounts, _ remarks: [PortfolioParty.Remark: Int],
    _ rejections: [(source: String, line: Int, id: String?, problem: String)]
  ) {
    if report == .json {
      ListsReport.print(
        .members([
          "lines": .int(counts.lines), "added": .int(counts.added), "changed": .int(counts.changed),
          "unchanged": .int(counts.unchanged), "removed": .int(counts.removed),
          "rejected": .int(counts.rejected),
          "removals_of_unknown_parties": .int(counts.unknownRemovals),
          "remarks": .array(
            remarks.sorted { $0.key < $1.key }.map {
              .members(["remark": .string($0.key.text), "records": .int($0.value)])
            }),
        ]))
    } else {
      Console.print(
        "\(counts.lines) lines: \(counts.added) added, \(counts.changed) changed, "
          + "\(counts.unchanged) as before, \(counts.removed) removed, \(counts.rejected) not read")
      for (remark, count) in remarks.sorted(by: { $0.key < $1.key }) {
        Console.print("  \(count) records: \(remark.text)")
      }
      if counts.added + counts.changed > 0 {
        Console.print("  they wait for `quivive portfolio rescreen`")
      }
    }
    if counts.unknownRemovals > 0 {
      Console.error("\(counts.unknownRemovals) removals name no party of the portfolio")
    }
    for rejection in rejections {
      Console.error("line \(rejection.line): \(rejection.problem)")
    }
    if counts.rejected > rejections.count {
      Console.error("and \(counts.rejected - rejections.count) lines more")
    }
  }
}

extension PortfolioParty.Remark {
  /// For people; names a field, never a value.
  var text: String {
    switch self {
    case .notCompared(let field): "`\(field)` is kept and not compared"
    case .unreadable("country"): "`country` is no two-letter code; it is kept and not compared"
    case .unreadable(let field): "`\(field)` could not be read; it is kept and not compared"
    }
  }
}
