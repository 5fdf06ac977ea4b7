import ArgumentParser
import FileFormats
import ListArchive
import Listings
import TradeModel
import Workplace

/// `quivive lists diff`: what changed between two snapshots.
struct ListsDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Print what was added, removed and changed between two snapshots of a list.",
    discussion: """
      FROM and TO are days (YYYY-MM-DD), the beginning of a snapshot's digest, or `current`. \
      With --as-known-on, `current` is the state known on that day. Values are compared as sets with white space folded; the order of entries is no change.
      """)

  @Argument(help: "The list.")
  var list: ListID

  @Argument(help: "The older snapshot.")
  var from: String

  @Argument(help: "The newer snapshot.")
  var to: String = "current"

  @Option(help: "What to print: text or JSON.")
  var report: ReportForm = .text

  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var home: HomeOptions

  func run() throws {
    let archive = try home.archive()
    try Failure.from {
      let old = try archive.snapshot(from, of: list, asKnownOn: knownOn.day)
      let new = try archive.snapshot(to, of: list, asKnownOn: knownOn.day)
      let difference = try archive.difference(from: old, to: new)
      switch report {
      case .json:
        typealias Member = JSONValue.Member
        func end(_ record: SnapshotRecord) -> JSONValue {
          .members([
            "snapshot": .string(record.name), "published": .string(record.published.iso),
            "sha256": .string(record.digest.hex), "designations": .int(record.designations),
          ])
        }
        ListsReport.print(
          .object(
            [
              Member("list", .string(list.name)), Member("from", end(old)), Member("to", end(new)),
            ] + difference.members))
      case .text: Console.print(Self.text(difference, from: old, to: new))
      }
    }
  }

  private static func text(
    _ difference: SnapshotDifference, from old: SnapshotRecord, to new: SnapshotRecord
  ) -> String {
    var lines = [
      "\(old.list): \(old.published) → \(new.published): \(difference.added.count) added, "
        + "\(difference.removed.count) removed, \(difference.changed.count) changed"
    ]
    lines += difference.added.map { "+ \($0.key)  \($0.name)" }
    lines += difference.removed.map { "- \($0.key)  \($0.name)" }
    for change in difference.changed {
      lines.append("~ \(change.key)  \(change.name)")
      for field in change.fields {
        lines += field.removed.map { "    \(field.field) - \(word($0))" }
        lines += field.added.map { "    \(field.field) + \(word($0))" }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func word(_ value: JSONValue) -> String {
    value.string ?? String(decoding: value.compact, as: UTF8.self)
  }
}
