import ListArchive
package import TradeModel

/// What a reader of a dossier must know of the lists as they stand in the home folder.
package enum ListNotices {
  /// - Parameter held: the ids of the lists screened.
  package static func today(_ data: DataPlace, held: Set<String>) throws -> [BilingualText] {
    let notices = starter(held)
    guard data.watchlist == nil else { return notices }
    let statuses = try Failure.from { try data.home.archive().statuses(now: .now) }
    return notices
      + statuses.compactMap { status in
        status.refusal.map { refusal in
          BilingualText(
            en:
              "An update of \(status.list) was refused on \(refusal.at.day) (\(refusal.reason)); the state of \(status.current?.published.iso ?? "–") serves on.",
            fr:
              "Une mise à jour de \(status.list) a été refusée le \(refusal.at.day) (\(refusal.reason)) ; l’état du \(status.current?.published.iso ?? "–") reste en service."
          )
        }
      }
  }

  /// That nothing but the starter list was screened.
  package static func starter(_ held: Set<String>) -> [BilingualText] {
    guard held == [StarterList.id] else { return [] }
    return [
      BilingualText(
        en: "Only the starter list was screened. It is no substitute for the official lists.",
        fr:
          "Seule la liste de départ a été consultée. Elle ne remplace pas les listes officielles."
      )
    ]
  }
}
