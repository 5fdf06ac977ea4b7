import ArgumentParser
import Decisions
import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// `quivive audit list`: the entries, one a line.
struct AuditList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print entries of the trail, oldest first.",
    discussion: "With --bodies also what each recorded; what was erased says so.")

  @Option(help: "Only entries about this: case/C1.")
  var about: String?

  @Option(help: "Only kinds that begin so: case., case.decided.")
  var kind: String?

  @Option(help: "Only entries by this person or service.")
  var by: String?

  @Option(help: ArgumentHelp("Only entries from this day on.", valueName: "YYYY-MM-DD"))
  var from: Day?

  @Option(help: ArgumentHelp("Only entries until this day.", valueName: "YYYY-MM-DD"))
  var until: Day?

  @Option(help: "The last so many; all when not stated.")
  var last: Int?

  @Flag(help: "Print what was recorded as well.")
  var bodies = false

  @Option(help: "What to print: text, or one JSON object an entry.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last takes a number from 1 on") }
  }

  func run() throws {
    let store = try OpenStore.existing(home)
    let wanted = try by.map { text in
      guard let actor = Actor(text) else { throw Failure(.usage, "`\(text)` is no name") }
      return actor
    }
    var kept: [AuditVerification.Stored] = []
    try Failure.fromStore {
      try store.walkAudit { stored in
        guard let entry = stored.entry else { return }
        guard about == nil || entry.subject == about, kind.map(entry.kind.hasPrefix) ?? true,
          wanted == nil || entry.actor == wanted, from.map({ $0 <= entry.time.day }) ?? true,
          until.map({ entry.time.day <= $0 }) ?? true
        else { return }
        if let last {
          kept.append(stored)
          if kept.count >= 2 * last + 1000 { kept.removeFirst(kept.count - last) }
        } else {
          print(stored, entry)
        }
      }
    }
    for stored in kept.suffix(last ?? 0) {
      if let entry = stored.entry { print(stored, entry) }
    }
  }

  private func print(_ stored: AuditVerification.Stored, _ entry: AuditEntry) {
    switch report {
    case .json:
      let recorded: JSONValue? = bodies ? stored.body?.value ?? .null : nil
      ListsReport.print(
        .object(
          (entry.json.object ?? []) + [.init("hash", .string(entry.hash.hex))]
            + (recorded.map { [.init("body", $0)] } ?? [])))
    case .text:
      Console.print(
        "\(entry.sequence)  \(entry.time)  \(entry.actor)  \(entry.kind)  \(entry.subject)"
          + (stored.body == nil ? "  (erased)" : ""))
      if bodies, let body = stored.body {
        Console.print("    " + String(decoding: body.bytes, as: UTF8.self))
      }
    }
  }
}
