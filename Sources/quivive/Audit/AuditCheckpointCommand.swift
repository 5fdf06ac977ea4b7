import ArgumentParser
import Decisions
import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// `quivive audit checkpoint`: signs the head of the trail.
struct AuditCheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the head of the trail, for somebody outside to hold.",
    discussion: """
      Prints the checkpoint as JSON: the number of entries, the hash of the last, the time, the public \
      key and an Ed25519 signature (RFC 8032) over the canonical JSON of the other members. One is also \
      signed by itself every \(Store.standardCheckpointInterval) entries.
      """)

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?

  @OptionGroup var home: HomeOptions

  func run() throws {
    _ = try OpenStore.existing(home)
    let store = try OpenStore(home).store
    let checkpoint = try Failure.fromStore { try store.checkpoint(at: .now) }
    let sink = try OutputSink(path: output)
    try sink.write(checkpoint.json.canonical + [0x0A])
    try sink.close()
  }
}
