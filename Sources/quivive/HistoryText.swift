import FileFormats
import ListArchive
import Listings
import TradeModel

/// A designation's life for a terminal.
struct HistoryText {
  let history: DesignationHistory

  var text: String {
    var lines = ["\(history.id)  \(history.events.last?.name ?? "")"]
    for event in history.events {
      lines.append("\(event.state.published)  \(Self.sentence(event))")
      for change in event.changes {
        lines += change.removed.map { "    \(change.field) before: \(Self.word($0))" }
        lines += change.added.map { "    \(change.field) after:  \(Self.word($0))" }
      }
    }
    if let first = history.days.first, let last = history.days.last {
      lines.append("\(history.days.count) snapshots held, from \(first) to \(last)")
    }
    if !history.gaps.isEmpty {
      lines.append("days for which no snapshot is held:")
      lines += history.gaps.map { gap in
        gap.lowerBound == gap.upperBound
          ? "    \(gap.lowerBound)" : "    \(gap.lowerBound) to \(gap.upperBound)"
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func sentence(_ event: DesignationHistory.Event) -> String {
    let since = event.previous.map { " after \($0)" } ?? " on that day or before"
    let listedOn =
      event.listedOn.isEmpty
      ? "" : "; the authority states \(event.listedOn.joined(separator: ", "))"
    return switch event.step {
    case .listed: "listed\(since) as \(event.name)\(listedOn)"
    case .changed: "changed\(since)"
    case .delisted: "delisted\(since)"
    case .listedAgain: "listed again\(since) as \(event.name)\(listedOn)"
    }
  }

  private static func word(_ value: JSONValue) -> String {
    value.string ?? String(decoding: value.compact, as: UTF8.self)
  }
}
