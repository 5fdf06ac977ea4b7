import ArgumentParser
import FileFormats
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// `quivive portfolio status`: how much there is, and what it waits for.
struct PortfolioStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print how large the portfolio is and what it waits for.")

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func run() throws {
    let portfolio = try PortfolioHome(home)
    let counts = try Failure.fromStore { try portfolio.store.counts() }
    let last = try Failure.fromStore { try portfolio.store.lastRun() }
    let deliveries = try Failure.fromStore { try portfolio.store.deliveryCounts() }
    let proof = try portfolio.proof(limit: 0)
    let behind = Set(
      proof.gaps.filter { last != nil && $0.lists != proof.snapshots.map(\.list) }
        .flatMap(\.lists)
    ).sorted()
    guard report == .text else {
      return ListsReport.print(
        .members([
          "parties": .int(counts.active), "waiting": .int(counts.waiting),
          "removed": .int(counts.removed), "unfinished_imports": .int(counts.unfinishedImports),
          "rejected_lines": .int(counts.rejected),
          "hits": .int(counts.hits), "alerts": .int(counts.alerts),
          "last_run": last.map(\.json), "behind": .array(behind.map { .string($0) }),
          "proof_holds": .bool(proof.holds),
          "deliveries": .members([
            "waiting": .int(deliveries[.waiting] ?? 0),
            "delivered": .int(deliveries[.delivered] ?? 0), "dead": .int(deliveries[.dead] ?? 0),
          ]),
        ]))
    }
    Console.print(
      "\(counts.active) parties, \(counts.waiting) of them wait for their first run; "
        + "\(counts.hits) hits, \(counts.alerts) alerts so far")
    Console.print(last?.text ?? "nothing was screened yet: `quivive portfolio rescreen`")
    if !behind.isEmpty {
      Console.print(
        "behind: \(behind.joined(separator: ", ")); `quivive portfolio rescreen` catches up")
    }
    if counts.unfinishedImports > 0 {
      Console.print("\(counts.unfinishedImports) imports did not come to their end: import again")
    }
    if counts.rejected > 0 {
      Console.print("\(counts.rejected) lines of imports are no party and are not screened:")
      for line in try Failure.fromStore({ try portfolio.store.rejectedLines(limit: 10) }) {
        Console.print("  \(line.source):\(line.line): \(line.problem)")
      }
    }
    if let dead = deliveries[.dead], dead > 0 {
      Console.print("\(dead) deliveries were given up: `quivive portfolio deliver --dead`")
    }
  }
}

/// `quivive portfolio proof`: has every party met every list?
struct PortfolioProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof",
    abstract: "Show that every active party has met every serving snapshot, or which have not.",
    discussion: """
      Looks every party up in the ledger of runs. Exit status: 0 the proof holds, 10 it does not.
      """)

  @Option(help: "How many ids of each gap are printed.")
  var limit = 20

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must not be negative") }
  }

  func run() throws {
    let proof = try PortfolioHome(home).proof(limit: limit)
    switch report {
    case .json: ListsReport.print(proof.json)
    case .text: Console.print(proof.text)
    }
    if !proof.holds { throw ExitCode(10) }
  }
}

extension PortfolioProof {
  /// For people.
  var text: String {
    var lines = [
      holds
        ? "every one of \(parties) parties has met every one of \(snapshots.count) snapshots"
          + (run.map { " (run \($0))" } ?? "")
        : "not every party has met every snapshot"
    ]
    for snapshot in snapshots { lines.append("  \(snapshot.list) \(snapshot.digest.short)") }
    for gap in gaps {
      lines.append(
        "\(gap.parties) parties have not met \(gap.lists.joined(separator: ", ")): \(gap.reason)")
      lines += gap.ids.map { "  \($0)" }
      if gap.ids.count < gap.parties { lines.append("  and \(gap.parties - gap.ids.count) more") }
    }
    if rejected > 0 {
      lines.append("\(rejected) lines of imports are no party: nobody has screened what they say")
    }
    return lines.joined(separator: "\n")
  }
}
