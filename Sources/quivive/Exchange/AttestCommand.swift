import ArgumentParser
import Decisions
import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// `quivive attest`: a signed statement that nothing was found.
struct AttestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest",
    abstract: "Sign a statement that a screening found no listed party, with its limits.",
    discussion: """
      On which day, against which lists in which states, under which policy, and what was not checked. \
      It makes no legal claim. A dossier with a hit gets none, whatever was concluded of the hit.
      """)

  @Argument(help: "A case (C1), or a dossier as JSON.", completion: .file(extensions: ["json"]))
  var what: String

  @Option(help: "Who states it. Default: $QUIVIVE_ORGANISATION.")
  var from: String?

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let sender = try ShareCommand.organisation(from)
    let source = try ExchangeSource(what, home: acting.home)
    let now = Timestamp.now
    let key = try source.key()
    let statement = try Failure.fromExchange {
      try NegativeEvidence.statement(on: source.dossier, by: sender, at: now, key: key)
    }
    try source.record(
      kind: "exchange.attested",
      ["sha256": .string(SHA256.digest(of: statement.bytes).hex)], by: acting.actor(), at: now)
    let sink = try OutputSink(path: output)
    try sink.write(statement.bytes)
    try sink.close()
  }
}
