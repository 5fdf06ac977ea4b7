import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import Listings
import NameIndex
import Parties
import TradeModel
import Watchlist

/// Compiles the archive's serving snapshots with this program's name model and knowledge.
enum WatchlistCompilation {
  struct Result {
    let watchlist: ArchivedWatchlist
    let parties: Int
    let designations: Int
    let blocked: Int

    var text: String {
      "\(parties) parties of \(designations) designations in `\(watchlist.url.path)`"
    }

    var json: JSONValue {
      .members([
        "watchlist": .string(watchlist.url.path), "sha256": .string(watchlist.digest.hex),
        "parties": .int(parties), "designations": .int(designations),
        "blocked_joins": .int(blocked),
      ])
    }
  }

  /// Compiles with the knowledge that `options` name.
  @discardableResult
  static func compile(_ archive: SnapshotArchive, _ options: KnowledgeOptions) throws -> Result {
    try compile(archive, knowledge: options.loaded())
  }

  /// Reads the raw snapshots, joins designations into parties and writes the watchlist in place of the
  /// old one.
  @discardableResult
  static func compile(_ archive: SnapshotArchive, knowledge: CheckedKnowledge) throws -> Result {
    let reader = try NameReader(loading: knowledge.folder)
    let countries = CountryReader(knowledge.territoryIndex)
    var parties = 0
    var designations = 0
    var blocked = 0
    let kept = try Failure.from {
      try archive.compile { source, url in
        var builder = WatchlistBuilder(
          reader: reader,
          readers: WatchlistBuilder.Readers(
            countryCode: { countries.code($0) }, describe: \.json))
        let grouping = try source.forEachParty(country: { countries.code($0) }) { party in
          designations += party.designations.count
          builder.add(party)
        }
        parties = builder.partyCount
        blocked = grouping.blocked.count
        let compiled = builder.finish(
          knowledge: nil,
          snapshots: source.snapshots.map {
            WatchlistDescription.Snapshot(
              list: $0.list, published: $0.published.iso, digest: $0.digest,
              designations: $0.designations)
          })
        try compiled.write(to: url.path)
        return (compiled.digest, grouping)
      }
    }
    PortfolioHome.remind(of: archive.home)
    return Result(
      watchlist: kept, parties: parties, designations: designations, blocked: blocked)
  }
}

/// The ISO 3166 code of a country as a list writes it; each spelling is looked up once.
///
/// A class with a lock: the answers are kept, and asked for from closures that may run anywhere.
final class CountryReader: @unchecked Sendable {
  private let index: TerritoryIndex
  private let lock = NSLock()
  private var known: [String: String?] = [:]

  init(_ index: TerritoryIndex) { self.index = index }

  /// `nil` when the text names no territory, or can mean several.
  func code(_ text: String) -> String? {
    lock.withLock {
      if let answer = known[text] { return answer }
      let finding = index.find(text)
      let territory = finding.flatMap { $0.isAmbiguous ? nil : $0.territory }
      let answer = territory.map { $0.kind == .region ? ($0.parent ?? $0.id).code : $0.id.code }
      known[text] = answer
      return answer
    }
  }
}
