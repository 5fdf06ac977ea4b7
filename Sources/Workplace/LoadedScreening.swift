import FileFormats
package import KnowledgeBase
package import ListArchive
import Listings
package import Matching
import NameIndex
package import Ownership
package import Screening
package import TradeModel
import Watchlist

/// What is screened with, whatever the day.
package struct ScreeningSetting {
  package let policy: MatchPolicy
  /// The folder of own rules; `nil` without one.
  package let rules: KnowledgeFolder?
  /// As read, and as it lies on the disk; `nil` without one.
  package let ownership: (table: OwnershipTable, file: DossierData.Table)?

  package init(policy name: String, rules: KnowledgeFolder?, ownership: DossierData.Table?) throws {
    guard let policy = MatchPolicy.presets.first(where: { $0.name == name }) else {
      throw Failure(
        .usage, "there is no matching policy `\(name)`",
        help: "the policies are \(MatchPolicy.presets.map(\.name).joined(separator: ", "))")
    }
    self.policy = policy
    self.rules = rules
    self.ownership = try ownership.map { (try OwnershipPlace.table($0), $0) }
  }
}

/// A screener with the data it was built on.
package struct LoadedScreening: Sendable {
  package let screener: Screener
  package let context: ScreeningContext
  /// Lists and rules as they were read.
  package let data: DataInHand

  /// The files of the knowledge, for a dossier that is to be kept.
  package var knowledge: KnowledgeFolder { data.knowledge.folder }
  /// The file of the watchlist.
  package var watchlistPath: String { data.path }

  /// - Parameters:
  ///   - day: the day screened for, where the transaction states none.
  ///   - notices: what a reader must know of the lists.
  package init(
    _ data: DataInHand, _ setting: ScreeningSetting, on day: Day, notices: [BilingualText]
  ) throws {
    let lists = Self.lists(of: data.watchlist)
    let held = Set(lists.map(\.id) + data.unheld.map(\.id))
    let official = ListCatalogue.lists.filter { !$0.formats.contains(.starter) }
    let missing = official.filter { !held.contains($0.id.name) }
    do {
      screener = try Screener(
        knowledge: data.knowledge, watchlist: data.watchlist, reader: data.reader,
        policy: setting.policy, lists: lists,
        missingLists: missing.map { ($0.id.name, $0.title) }, unheldLists: data.unheld,
        ownership: setting.ownership?.table, ownRules: setting.rules)
    } catch {
      throw KnowledgePlace.failure(
        error, help: "`quivive knowledge check` and `quivive rules check` list every error")
    }
    context = ScreeningContext(
      on: day, policyName: setting.policy.name, policyDigest: setting.policy.digest,
      knowledgeDigest: data.knowledge.digest, nameModelVersion: data.reader.version,
      watchlistDigest: data.watchlist.digest, ownershipDigest: setting.ownership?.table.digest,
      lists: lists, notices: notices, rulesDigest: setting.rules?.digest,
      asKnownOn: data.asKnownOn, unheld: data.unheld)
    self.data = data
  }

  private static func lists(of watchlist: WatchlistFile) -> [ScreenedList] {
    watchlist.description.snapshots.map { snapshot in
      let known = ListCatalogue.list(snapshot.list)
      return ScreenedList(
        id: snapshot.list.name, title: known?.title ?? snapshot.list.name,
        authority: known?.authority ?? "–",
        published: snapshot.published.flatMap { Day(iso: $0) }, sha256: snapshot.digest,
        designations: snapshot.designations)
    }
  }
}
