import Foundation
package import KnowledgeBase
package import ListArchive
import Listings
package import NameIndex
package import Screening
package import TradeModel
package import Watchlist

/// A compiled watchlist with the path it was opened at.
package struct OpenWatchlist: Sendable {
  package let path: String
  package let file: WatchlistFile

  package init(path: String, file: WatchlistFile) {
    self.path = path
    self.file = file
  }
}

/// Lists and rules as one command reads them: the newest, or as known on an earlier day.
package struct DataInHand: Sendable {
  package let knowledge: CheckedKnowledge
  package let reader: NameReader
  package let watchlist: WatchlistFile
  /// The file of ``watchlist``.
  package let path: String
  /// The day as of which lists and rules were read; `nil` for the newest.
  package var asKnownOn: Day?
  /// Lists that are held, but in no state of that day.
  package var unheld: [UnheldList] = []
  /// What a reader must know of the day.
  package var notices: [BilingualText] = []

  package init(knowledge: CheckedKnowledge, reader: NameReader, opened: OpenWatchlist) throws {
    self.knowledge = knowledge
    self.reader = reader
    path = opened.path
    watchlist = opened.file
    guard watchlist.description.nameModel == reader.version else {
      throw Failure(
        .badInput,
        "the watchlist was compiled with another name model (\(watchlist.description.nameModel)) than the one here (\(reader.version))",
        help: "compile it again with `quivive lists compile`")
    }
  }
}

extension DataPlace {
  /// Lists and rules as they could be known on `day`.
  ///
  /// - Parameter isOfTransaction: the transaction states the day, not the command line. A home that
  ///   never had a list but the starter list, and a watchlist named as a file, then answer as they
  ///   are, and say so.
  package func inHand(
    asKnownOn day: Day, isOfTransaction: Bool, notes: ((String) -> Void)?
  ) throws -> DataInHand {
    if watchlist != nil {
      guard isOfTransaction else {
        throw Failure(
          .usage, "a watchlist named with --watchlist is of one day only",
          help: "leave out --watchlist or --as-known-on")
      }
      return try newest(insteadOf: day, Self.ofOneDay(day), notes: notes)
    }
    let archive = try home.archive()
    let known = try Failure.from { try archive.lists(asKnownOn: day) }
    guard !known.snapshots.isEmpty else {
      if isOfTransaction, known.absent.allSatisfy({ $0.list.name == StarterList.id }) {
        return try newest(insteadOf: day, Self.onlyStarter(day), notes: notes)
      }
      let first = known.absent.map(\.earliest).min()
      throw Failure(
        .badInput, "no state of any list is held for \(day)",
        help: first.map {
          "the first state held is of \($0); `quivive lists import` takes older files too"
        } ?? "import or update a list first")
    }
    let rules = try KnownKnowledge(knowledge, home: home, asKnownOn: day)
    let reader = try NameReader(loading: rules.knowledge.folder)
    let serving = rules.isTodays ? try serving(known, archive, rules.knowledge, reader) : nil
    let opened =
      try serving
      ?? PastWatchlist.opened(
        known, in: archive, knowledge: rules.knowledge, reader: reader, notes: notes)
    var data = try DataInHand(knowledge: rules.knowledge, reader: reader, opened: opened)
    data.asKnownOn = day
    data.unheld = known.absent.map { $0.screened(day) }
    data.notices = rules.notices
    return data
  }

  /// The newest of everything, with a notice that the day could not be gone back to.
  private func newest(
    insteadOf day: Day, _ notice: BilingualText, notes: ((String) -> Void)?
  ) throws -> DataInHand {
    var data = try inHand(notes: notes)
    data.notices = [notice]
    return data
  }

  /// The serving watchlist where it is of the very same states.
  private func serving(
    _ known: KnownLists, _ archive: SnapshotArchive, _ knowledge: CheckedKnowledge,
    _ reader: NameReader
  ) throws -> OpenWatchlist? {
    guard try Failure.from({ try archive.currentSnapshots() }) == known.snapshots,
      let kept = try Failure.from({ try archive.watchlist() }),
      let serving = try Self.current(kept.url.path),
      serving.description.nameModel == reader.version,
      serving.description.addressWords == AddressWords(loading: knowledge).version
    else { return nil }
    let compiled = serving.description.snapshots.map(\.digest).sorted()
    guard compiled == known.snapshots.map(\.digest).sorted() else { return nil }
    return OpenWatchlist(path: kept.url.path, file: serving)
  }

  private static func ofOneDay(_ day: Day) -> BilingualText {
    BilingualText(
      en:
        "The transaction asks for what was known on \(day); the watchlist that was named is of the days below.",
      fr:
        "L’opération demande l’état connu le \(day) ; la liste compilée désignée est des jours indiqués ci-dessous."
    )
  }

  private static func onlyStarter(_ day: Day) -> BilingualText {
    BilingualText(
      en:
        "The transaction asks for what was known on \(day); no list of that day is held, and lists and rules are today’s.",
      fr:
        "L’opération demande l’état connu le \(day) ; aucune liste de ce jour n’est détenue, et les listes et les règles sont celles d’aujourd’hui."
    )
  }
}

extension AbsentList {
  /// As a dossier shows it.
  package func screened(_ day: Day) -> UnheldList {
    let known = ListCatalogue.list(list)
    return UnheldList(
      id: list.name, title: known?.title ?? list.name, authority: known?.authority ?? "–",
      day: day, earliest: earliest)
  }
}
