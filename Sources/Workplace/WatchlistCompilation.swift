package import FileFormats
import Foundation
package import KnowledgeBase
package import ListArchive
import Listings
package import NameIndex
import Parties
import Screening
package import TradeModel
import Watchlist

/// Compiles the archive's serving snapshots with this program's name model and knowledge.
package enum WatchlistCompilation {
  package struct Result {
    package let watchlist: ArchivedWatchlist
    package let parties: Int
    package let designations: Int
    package let blocked: Int

    package var text: String {
      "\(parties) parties of \(designations) designations in `\(watchlist.url.path)`"
    }

    package var json: JSONValue {
      .members([
        "watchlist": .string(watchlist.url.path), "sha256": .string(watchlist.digest.hex),
        "parties": .int(parties), "designations": .int(designations),
        "blocked_joins": .int(blocked),
      ])
    }
  }

  /// Compiles with the knowledge that `options` name.
  @discardableResult
  package static func compile(_ archive: SnapshotArchive, _ options: KnowledgePlace) throws
    -> Result
  {
    try compile(archive, knowledge: options.loaded())
  }

  /// Reads the raw snapshots, joins designations into parties and writes the watchlist in place of the
  /// old one.
  @discardableResult
  package static func compile(_ archive: SnapshotArchive, knowledge: CheckedKnowledge) throws
    -> Result
  {
    let writer = WatchlistWriter(
      reader: try NameReader(loading: knowledge.folder), knowledge: knowledge)
    var written = WatchlistWriter.Written()
    let kept = try Failure.from {
      try archive.reading(by: knowledge).compile {
        try writer.write($0, to: $1, counting: &written)
      }
    }
    return Result(
      watchlist: kept, parties: written.parties, designations: written.designations,
      blocked: written.blocked)
  }

  /// Compiles the snapshots of `recipe` beside the serving watchlist.
  ///
  /// - Parameter key: under which it is noted as one of an earlier day; `nil` to note nothing.
  package static func compile(
    _ archive: SnapshotArchive, recipe: CompilationRecipe, knowledge: CheckedKnowledge,
    reader: NameReader, key: Digest?
  ) throws -> ArchivedWatchlist {
    let writer = WatchlistWriter(reader: reader, knowledge: knowledge)
    var written = WatchlistWriter.Written()
    return try Failure.from {
      try archive.reading(by: knowledge).compile(recipe, notedUnder: key) {
        try writer.write($0, to: $1, counting: &written)
      }
    }
  }
}

/// Writes the parties of snapshots into a watchlist file.
private struct WatchlistWriter {
  struct Written {
    var parties = 0
    var designations = 0
    var blocked = 0
  }

  let reader: NameReader
  let countries: CountryReader
  let addressWords: AddressWords

  init(reader: NameReader, knowledge: CheckedKnowledge) {
    self.reader = reader
    countries = CountryReader(knowledge.territoryIndex)
    addressWords = AddressWords(loading: knowledge)
  }

  func write(
    _ source: CompilationSource, to url: URL, counting written: inout Written
  ) throws -> (digest: Digest, grouping: PartyGrouping) {
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(
        countryCode: { [countries] in countries.code($0) }, describe: \.json,
        addressWords: addressWords))
    var designations = 0
    let grouping = try source.forEachParty(country: { [countries] in countries.code($0) }) {
      party in
      designations += party.designations.count
      builder.add(party)
    }
    written = Written(
      parties: builder.partyCount, designations: designations, blocked: grouping.blocked.count)
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

/// The ISO 3166 code of a country as a list writes it; each spelling is looked up once.
///
/// A class with a lock: the answers are kept, and asked for from closures that may run anywhere.
package final class CountryReader: @unchecked Sendable {
  private let index: TerritoryIndex
  private let lock = NSLock()
  private var known: [String: String?] = [:]

  package init(_ index: TerritoryIndex) { self.index = index }

  /// `nil` when the text names no territory, or can mean several.
  package func code(_ text: String) -> String? {
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

extension SnapshotArchive {
  /// The same archive, which reads links between parties by the phrases of `knowledge`.
  fileprivate func reading(by knowledge: CheckedKnowledge) -> SnapshotArchive {
    var archive = self
    archive.links = StatedLinkReader(loading: knowledge)
    return archive
  }
}
