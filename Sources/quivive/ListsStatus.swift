import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import Listings
import TradeModel

/// `quivive lists status`: age, counts and the last refusal of every list.
struct ListsStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print how old each list is and what was last refused.")

  @Argument(help: "Lists; all that were imported when none is named.")
  var lists: [ListID] = []

  @Option(help: "What to print: text, or one JSON object a list.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func run() throws {
    let archive = try home.archive()
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
