package import FileFormats
package import KnowledgeBase
package import Listings
package import TradeModel
package import Watchlist

/// The lists in service, under the names that data sets have: `us_ofac_sdn`.
package struct Datasets: Sendable {
  package struct Dataset: Sendable {
    package let list: ListID
    package let name: String
    package let title: String
    package let authority: String
    package let jurisdiction: String
    package let published: Day?
    package let digest: Digest
    package let designations: Int
    /// Whether being on it is a sanction; other lists restrict exports or warn.
    package let isSanctions: Bool
  }

  /// The collections that hold every list, and those of sanctions.
  package static let all = "default"
  package static let sanctions = "sanctions"

  package let leaves: [Dataset]
  private let byList: [String: Int]

  package init(_ watchlist: WatchlistFile, _ knowledge: CheckedKnowledge) {
    let restrictions = Set(
      knowledge.citedRows("Lexicons/list-effects.csv").filter {
        $0.cells["outcome"] != "prohibited"
      }.map { $0.cells["list"] })
    leaves = watchlist.description.snapshots.map { snapshot in
      let known = ListCatalogue.list(snapshot.list)
      return Dataset(
        list: snapshot.list, name: Self.name(of: snapshot.list),
        title: known?.title ?? snapshot.list.name, authority: known?.authority ?? "–",
        jurisdiction: known?.jurisdiction ?? "",
        published: snapshot.published.flatMap { Day(iso: $0) },
        digest: snapshot.digest, designations: snapshot.designations,
        isSanctions: !restrictions.contains(snapshot.list.name)
          || snapshot.list.name == "quivive.starter" || snapshot.list.name == "us.csl")
    }.sorted { $0.name < $1.name }
    byList = Dictionary(
      leaves.enumerated().map { ($1.list.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package static func name(of list: ListID) -> String {
    String(list.name.map { $0 == "." || $0 == "-" ? "_" : $0 })
  }

  package func dataset(ofList list: String) -> Dataset? { byList[list].map { leaves[$0] } }

  /// The lists that a name stands for, a leaf or a collection; `nil` for a name that is none.
  package func lists(in name: String) -> Set<String>? {
    switch name {
    case Self.all: Set(leaves.map(\.list.name))
    case Self.sanctions: Set(leaves.filter(\.isSanctions).map(\.list.name))
    default: leaves.first { $0.name == name }.map { [$0.list.name] }
    }
  }

  /// A version that changes with the content.
  private static func version(_ published: Day?, _ digest: Digest) -> String {
    let day = published?.iso.filter { $0 != "-" } ?? "00000000"
    return "\(day)000000-\(digest.hex.prefix(3))"
  }

  /// `/catalog`.
  package func catalogue(_ watchlist: WatchlistFile) -> JSONValue {
    let newest = leaves.compactMap(\.published).max()
    let version = Self.version(newest, watchlist.digest)
    func entry(
      _ name: String, _ title: String, _ version: String, _ updated: Day?, _ children: [String],
      _ more: [JSONValue.Member] = []
    ) -> JSONValue {
      var members: [JSONValue.Member] = [
        .init("name", .string(name)), .init("title", .string(title)),
        .init("version", .string(version)), .init("index_version", .string(version)),
        .init("index_current", .bool(true)), .init("load", .bool(true)),
        .init("children", .array(children.map(JSONValue.string))),
        .init("entities_url", .null), .init("delta_url", .null),
        .init("last_export", updated.map { .string("\($0)T00:00:00") } ?? .null),
        .init("updated_at", updated.map { .string("\($0)T00:00:00") } ?? .null),
      ]
      members += more
      return .object(members)
    }
    let collections = [
      entry(Self.all, "All lists", version, newest, leaves.map(\.name)),
      entry(
        Self.sanctions, "Lists of sanctions", version, newest,
        leaves.filter(\.isSanctions).map(\.name)),
    ]
    let datasets =
      collections
      + leaves.map { leaf in
        entry(
          leaf.name, leaf.title, Self.version(leaf.published, leaf.digest), leaf.published, [],
          [
            .init("entity_count", .int(leaf.designations)),
            .init("target_count", .int(leaf.designations)),
            .init(
              "publisher",
              .members([
                "name": .string(leaf.authority), "country": .string(leaf.jurisdiction.lowercased()),
                "official": .bool(leaf.list.name != "quivive.starter"),
              ])),
          ])
      }
    return .members([
      "datasets": .array(datasets),
      "current": .array(
        [Self.all, Self.sanctions].map(JSONValue.string) + leaves.map { .string($0.name) }),
      "outdated": .array([]), "index_stale": .bool(false),
    ])
  }
}
