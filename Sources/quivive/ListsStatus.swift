import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import Listings
import Screening
import TradeModel
import Workplace

/// `quivive lists status`: age, counts and the last refusal of every list.
struct ListsStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print how old each list is and what was last refused.")

  @Argument(help: "Lists; all that were imported when none is named.")
  var lists: [ListID] = []

  @Option(help: "What to print: text, or one JSON object a list.")
  var report: ReportForm = .text

  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var home: HomeOptions

  func run() throws {
    let archive = try home.archive()
    if let day = knownOn.day { return try show(asKnownOn: day, archive) }
    let now = Timestamp.now
    let statuses = try Failure.from {
      try (lists.isEmpty ? archive.lists : lists).map { try archive.status(of: $0, now: now) }
    }
    if statuses.isEmpty {
      Console.error("`\(archive.home.url.path)` holds no list yet; import or update one")
    }
    for status in statuses {
      switch report {
      case .json: ListsReport.print(status.json)
      case .text: Console.print(Self.text(status))
      }
    }
  }

  /// Each list as it could be known on `day`; lists without a state of that day say so.
  private func show(asKnownOn day: Day, _ archive: SnapshotArchive) throws {
    let known = try Failure.from { try archive.lists(asKnownOn: day) }
    func isAsked(_ list: ListID) -> Bool { lists.isEmpty || lists.contains(list) }
    for record in known.snapshots where isAsked(record.list) {
      let age = day.daysSince1970 - record.published.daysSince1970
      switch report {
      case .json:
        ListsReport.print(
          .members([
            "list": .string(record.list.name), "as_known_on": .string(day.iso),
            "published": .string(record.published.iso), "age_days": .int(age),
            "designations": .int(record.designations), "issues": .int(record.issues),
            "sha256": .string(record.digest.hex), "snapshot": .string(record.name),
          ]))
      case .text:
        Console.print(
          "\(record.list): as known on \(day), of \(record.published), \(age) days old, \(record.designations) designations"
        )
      }
    }
    for absent in known.absent where isAsked(absent.list) {
      switch report {
      case .json:
        ListsReport.print(
          .members([
            "list": .string(absent.list.name), "as_known_on": .string(day.iso), "published": .null,
            "earliest": .string(absent.earliest.iso),
          ]))
      case .text: Console.print("\(absent.list): \(absent.screened(day).why.en)")
      }
    }
    for list in lists where try Failure.from({ try archive.snapshots(of: list).isEmpty }) {
      throw Failure(.badInput, "`\(list)` was never imported", help: "import or update it first")
    }
  }

  static func text(_ status: ListStatus) -> String {
    var lines = ["\(status.list): \(status.age)"]
    if let current = status.current {
      lines[0] += ", \(current.designations) designations"
      if current.issues > 0 { lines[0] += ", \(current.issues) unreadable records" }
      for override in current.overrides {
        lines.append("  taken although \(override.message) (reason given: \(override.reason))")
      }
    }
    if status.isStale {
      let days = status.daysSinceCheck.map { "\($0) days" } ?? "an unknown time"
      lines.append("  stale: nobody has looked at the publisher's state for \(days)")
    }
    if let refusal = status.refusal {
      lines.append("  refused \(refusal.at): \(refusal.message)")
    }
    return lines.joined(separator: "\n")
  }
}
