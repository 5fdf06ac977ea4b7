import ArgumentParser
import Decisions
import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// `quivive audit verify`: the first entry that does not hold, or none.
struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Walk the whole trail and name the first entry that does not hold.",
    discussion: """
      Finds entries that were altered, removed, inserted or moved, records that were altered or are gone \
      without an erasure, and tables that do not say what the trail says. Checkpoints that were kept \
      outside also show a trail that was cut off or written anew; without one, nothing inside a file \
      can show that.

      Exit status: 0 the trail holds, 10 it does not, 66 there is no store.
      """)

  @Option(
    name: .customLong("checkpoint"), parsing: .singleValue,
    help: "A checkpoint that was kept outside; may be repeated.", completion: .file())
  var checkpoints: [String] = []

  @Option(
    help: "A public key (64 hexadecimal digits) that must have signed the checkpoints of the store."
  )
  var key: String?

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func run() throws {
    let held = try checkpoints.map(Self.checkpoint)
    let key = try key.map { text in
      guard let key = Ed25519.PublicKey(hex: text) else {
        throw Failure(
          .usage, "`\(text)` is no public key",
          help: "64 hexadecimal digits, as `quivive audit checkpoint` prints them")
      }
      return key
    }
    let store = try OpenStore.existing(home)
    let walked = try Failure.fromStore { try store.verification(held: held) }
    let others = try Failure.fromStore { try store.checkpoints() }.filter { $0.key != key }
    let isForeign = key != nil && !others.isEmpty
    switch report {
    case .json: ListsReport.print(Self.json(walked, isForeign: isForeign))
    case .text:
      Console.print(
        "\(walked.entries) entries, \(walked.erased) erased, \(walked.checkpoints) checkpoints hold"
      )
      Console.print("head \(walked.head)")
      if let fault = walked.fault { Console.print("does not hold: \(fault)") }
      if isForeign, let other = others.first {
        Console.print(
          "does not hold: the checkpoint at entry \(other.sequence) was signed with another key, \(other.key.hex)"
        )
      }
      if walked.fault == nil, !isForeign { Console.print("the trail holds") }
    }
    if walked.fault != nil || isForeign { throw ExitCode(10) }
  }

  private static func checkpoint(at path: String) throws -> AuditCheckpoint {
    guard let json = try? JSONParser.parse(InputFile.bytes(at: path)),
      let checkpoint = AuditCheckpoint(json)
    else {
      throw Failure(
        .badInput, "`\(path)` is no checkpoint",
        help: "hand in a file that `quivive audit checkpoint` wrote")
    }
    return checkpoint
  }

  private static func json(_ report: AuditVerification.Report, isForeign: Bool) -> JSONValue {
    .members([
      "entries": .int(report.entries), "erased": .int(report.erased),
      "checkpoints": .int(report.checkpoints), "head": .string(report.head.hex),
      "holds": .bool(report.fault == nil && !isForeign), "otherKey": .bool(isForeign),
      "fault": report.fault.map { fault in
        .members([
          "sequence": .int(fault.sequence), "reason": .string("\(fault.reason)"),
          "sentence": .string(fault.reason.rawValue),
          "detail": fault.detail.map { .string($0) },
        ])
      },
    ])
  }
}
