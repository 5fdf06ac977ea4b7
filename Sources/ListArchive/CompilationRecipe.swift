public import FileFormats
public import Listings
public import Parties
public import TradeModel

/// What a watchlist was compiled from, as far as the home holds it: `watchlist/<digest>.recipe.json`.
///
/// With the knowledge of that time it gives the same bytes again, which the digest proves.
public struct CompilationRecipe: Hashable, Sendable {
  /// One kept snapshot.
  public struct Snapshot: Hashable, Sendable {
    /// The list's id.
    public let list: ListID
    /// Its folder.
    public let name: String
    /// Of everything received.
    public let digest: Digest
  }

  /// By list.
  public let snapshots: [Snapshot]
  /// Joins that a person had undone.
  public let undone: Set<DesignationPair>
  /// The ids that stood for parties before.
  public let ids: PartyIDMap

  init(snapshots: [SnapshotRecord], undone: Set<DesignationPair>, ids: PartyIDMap) {
    self.snapshots = snapshots.map {
      Snapshot(list: $0.list, name: $0.name, digest: $0.digest)
    }.sorted { ($0.list, $0.name) < ($1.list, $1.name) }
    self.undone = undone
    self.ids = ids
  }

  /// The content of the file.
  public var json: JSONValue {
    .members([
      "schema": "quivive.recipe/1",
      "snapshots": .array(
        snapshots.map {
          .members([
            "list": .string($0.list.name), "snapshot": .string($0.name),
            "sha256": .string($0.digest.hex),
          ])
        }),
      "undone": .array(
        undone.sorted().map {
          .array([.string($0.first.description), .string($0.second.description)])
        }),
      "ids": .array(ids.pairs.map { .array([.string($0.old), .string($0.new)]) }),
    ])
  }

  /// Reads what ``json`` wrote, or returns `nil`.
  init?(_ json: JSONValue) {
    guard json["schema"]?.string == "quivive.recipe/1",
      let snapshots = json["snapshots"]?.array, let undone = json["undone"]?.array,
      let ids = json["ids"]?.array
    else { return nil }
    self.snapshots = snapshots.compactMap { item in
      guard let list = item["list"]?.string.flatMap({ ListID($0) }),
        let name = item["snapshot"]?.string,
        let digest = item["sha256"]?.string.flatMap({ Digest(hex: $0) })
      else { return nil }
      return Snapshot(list: list, name: name, digest: digest)
    }
    let pairs = undone.compactMap { item -> DesignationPair? in
      let ends = (item.array ?? []).compactMap { $0.string.flatMap { DesignationID(text: $0) } }
      return ends.count == 2 ? DesignationPair(ends[0], ends[1]) : nil
    }
    let known = ids.compactMap { item -> (old: String, new: String)? in
      let ends = (item.array ?? []).compactMap(\.string)
      return ends.count == 2 ? (old: ends[0], new: ends[1]) : nil
    }
    guard self.snapshots.count == snapshots.count, pairs.count == undone.count,
      known.count == ids.count, let map = PartyIDMap(pairs: known)
    else { return nil }
    self.undone = Set(pairs)
    self.ids = map
  }
}

extension CompilationSource {
  /// What names this source in the home.
  var recipe: CompilationRecipe {
    CompilationRecipe(snapshots: snapshots, undone: undone, ids: ids)
  }
}
