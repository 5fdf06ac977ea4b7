import FileFormats
import KnowledgeBase
import ListArchive
import Listings
import TradeModel
import Workplace

/// Lists with their states, and the guidance that rules rest on.
enum ListPages {
  static func lists(_ call: Call) throws -> Answer {
    let archive = try call.place.archive()
    let statuses = try Failure.from { try archive.statuses(now: .now) }
    let words = PageWords.texts(call.language)
    return Pages.render(
      "lists", call, title: words["lists"] ?? "",
      [
        "rows": statuses.map { status -> [String: Any] in
          let known = ListCatalogue.list(status.list)
          var said: [String] = []
          if status.isStale { said.append(call.language == .fr ? "ancienne" : "stale") }
          if let refusal = status.refusal {
            said.append(
              (call.language == .fr ? "mise à jour refusée le " : "an update was refused on ")
                + refusal.at.day.iso)
          }
          return [
            "id": status.list.name, "title": known?.title ?? status.list.name,
            "authority": known?.authority ?? "–",
            "published": status.current?.published.iso ?? "–",
            "designations": status.current.map { "\($0.designations)" } ?? "–",
            "status": said.isEmpty ? "–" : said.joined(separator: "; "),
          ]
        }
      ])
  }

  static func list(_ call: Call) throws -> Answer {
    guard let list = ListID(call.parameter("list")) else {
      throw Problem(404, "unknown", "there is no list `\(call.parameter("list"))`")
    }
    let archive = try call.place.archive()
    let snapshots = try Failure.from { try archive.snapshots(of: list) }
    guard !snapshots.isEmpty else {
      throw Problem(404, "unknown", "no state of `\(list)` is kept")
    }
    let words = PageWords.texts(call.language)
    let title = ListCatalogue.list(list)?.title ?? list.name
    return Pages.render(
      "list", call, title: title,
      [
        "listTitle": title,
        "chart": Pictures.bars(
          snapshots.suffix(120).map { ($0.published.iso, $0.designations) },
          title: words["states"] ?? "",
          headings: [words["listState"] ?? "", words["designations"] ?? ""]),
      ])
  }

  static func guidance(_ call: Call) throws -> Answer {
    let knowledge = call.data.knowledge
    let column = call.language == .fr ? "label_fr" : "label_en"
    let groups = knowledge.citedRows("RedFlags/catalogue.csv").map(\.cells["group"])
    var order: [String] = []
    for group in groups where !order.contains(group) { order.append(group) }
    let labels = knowledge.hintRowsOrCited("RedFlags/groups.csv")
    return Pages.render(
      "guidancePage", call, title: PageWords.all["guidance"]?[call.language] ?? "",
      [
        "groups": order.map { group -> [String: Any] in
          [
            "label": labels.first { $0["id"] == group }?.optional(column) ?? group,
            "flags": knowledge.citedRows("RedFlags/catalogue.csv")
              .filter { $0.cells["group"] == group }
              .map { ["id": $0.cells["id"], "statement": $0.cells["statement_en"]] },
          ]
        }
      ])
  }
}

extension CheckedKnowledge {
  fileprivate func hintRowsOrCited(_ path: String) -> [KnowledgeRow] {
    citedRows(path).map(\.cells)
  }
}
