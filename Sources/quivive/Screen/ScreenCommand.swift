public import ArgumentParser
import Decisions
import FileFormats
import Screening
public import TradeModel
import Workplace

/// `quivive screen`: transactions in, their findings out.
struct ScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Screen transactions and print their findings.",
    discussion: """
      Reads a transaction as JSON (Schemas/transaction.schema.json, Examples/), or many as JSON lines \
      (one a line; files that end in .jsonl or .ndjson, or --lines). Results of JSON lines are JSON \
      lines in the same order; a bad line becomes an error result and does not stop the rest.

      A transaction that states `knownOn` is screened as with --as-known-on of that day: against the \
      lists as they could be known then. The command line goes before the transaction.

      Exit status: 0 when there is nothing to look at, 10 when there are findings, 20 when something \
      is prohibited, 65 when an input or a line could not be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Argument(
    help: "Transactions as JSON or JSON lines. '-' reads standard input.",
    completion: .file(extensions: ["json", "jsonl", "ndjson"]))
  var files: [String]

  @Flag(help: "The input is JSON lines: one transaction a line.")
  var lines = false

  @Option(help: "How to show the dossier: text, json (canonical) or html (printable).")
  var format: Format?

  @Option(help: "The language of text and html: en or fr. JSON holds both.")
  var language: Language = .en

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?

  @Flag(help: "With JSON lines: a summary a line instead of the whole dossier.")
  var brief = false

  @Flag(name: .shortAndLong, help: "No progress and no notes on standard error.")
  var quiet = false

  @Flag(
    help: ArgumentHelp(
      "Keep each dossier in the home folder, with everything that makes it again.",
      discussion: "`quivive replay DIGEST` then needs nothing but the home folder."))
  var keep = false

  @OptionGroup var decisions: DecisionsOption
  @OptionGroup var request: RequestOptions

  func run() async throws {
    var session = try ScreeningSession(request, notes: quiet ? nil : { Console.error($0) })
    try session.take(decisions, home: request.data.home)
    let asLines = lines || files.contains { $0.hasSuffix(".jsonl") || $0.hasSuffix(".ndjson") }
    if asLines {
      try screenLines(session)
    } else {
      try screenFiles(session)
    }
  }

  private func screenLines(_ session: ScreeningSession) throws {
    if let format, format != .json {
      throw Failure(
        .usage, "JSON lines are answered as JSON lines, not as \(format.rawValue)",
        help: "leave out --format, or screen one transaction at a time")
    }
    let sink = try OutputSink(path: output)
    var screening = LinesScreening(session: session, isBrief: brief, isQuiet: quiet)
    if keep { screening.home = try request.data.home.archiveHome() }
    var failed = 0
    var strictest = Outcome.noLicenceRequired
    for file in files {
      let tally = try screening.run(LineReader(path: file), write: sink.write)
      failed += tally.failed
      strictest = max(strictest, tally.strictest)
      if !quiet {
        Console.error(
          "\(file): \(tally.lines) transactions, strictest outcome \(tally.strictest.rawValue)"
            + (tally.failed > 0 ? ", \(tally.failed) lines could not be screened" : ""))
      }
    }
    try sink.close()
    if failed > 0 { throw ExitCode(Failure.Status.badInput.rawValue) }
    try end(with: strictest)
  }

  private func screenFiles(_ session: ScreeningSession) throws {
    let sink = try OutputSink(path: output)
    var failures: [Failure] = []
    var strictest = Outcome.noLicenceRequired
    for (index, file) in files.enumerated() {
      do {
        let screened = try session.screen(InputFile.bytes(at: file))
        strictest = max(strictest, screened.outcome)
        if keep {
          try session.keep(screened, in: request.data.home.archiveHome())
          if !quiet { Console.error("kept as \(screened.dossier.digest)") }
        }
        if index > 0, format ?? .text == .text { try sink.write(Array("\n\n".utf8)) }
        try sink.write(
          DossierOutput(format: format ?? .text, language: language, isFile: output != nil)
            .bytes(of: screened.dossier))
      } catch let failure as Failure {
        guard files.count > 1 else { throw failure }
        Console.error("error: \(file): \(failure.description)")
        failures.append(failure)
      }
    }
    try sink.close()
    if let first = failures.first {
      throw Failure(
        first.status, "\(failures.count) of \(files.count) files could not be screened",
        help: "the others were; mend the files named above and screen them again")
    }
    try end(with: strictest)
  }

  private func end(with outcome: Outcome) throws {
    switch outcome {
    case .prohibited: throw ExitCode(20)
    case .noLicenceRequired: return
    default: throw ExitCode(10)
    }
  }
}

extension Language: ExpressibleByArgument {}
