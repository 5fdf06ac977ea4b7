public import FileFormats
import Listings
public import Matching
public import TradeModel
public import Watchlist

/// What a run screens with. Two runs on one basis find the same; two that differ in the watchlist alone
/// are joined by a delta.
public struct ScreeningBasis: Hashable, Sendable {
  /// The compiled watchlist.
  public let watchlist: Digest
  /// The published states that went into it, by list.
  public let snapshots: [WatchlistDescription.Snapshot]
  /// The tuning values.
  public let policy: Digest
  /// Its name, for people.
  public let policyName: String
  /// The version of name analysis and frequencies.
  public let nameModel: String
  /// The version of the program: its code compares.
  public let engine: String

  public init(_ watchlist: WatchlistFile, policy: MatchPolicy, engine: String) {
    self.watchlist = watchlist.digest
    snapshots = watchlist.description.snapshots
    self.policy = policy.digest
    policyName = policy.name
    nameModel = watchlist.description.nameModel
    self.engine = engine
  }

  init(
    watchlist: Digest, snapshots: [WatchlistDescription.Snapshot], policy: Digest,
    policyName: String, nameModel: String, engine: String
  ) {
    self.watchlist = watchlist
    self.snapshots = snapshots
    self.policy = policy
    self.policyName = policyName
    self.nameModel = nameModel
    self.engine = engine
  }

  /// Why nothing that an earlier run on `earlier` found may be kept; `nil` when a delta leads from
  /// there to here.
  public func reasonForFull(after earlier: ScreeningBasis) -> FullReason? {
    if earlier.nameModel != nameModel { return .nameModel }
    if earlier.policy != policy { return .policy }
    if earlier.engine != engine { return .engine }
    return nil
  }

  /// For the ledger; ``init(json:)`` reads it back.
  public var json: JSONValue {
    .members([
      "watchlist": .string(watchlist.hex), "policy": .string(policy.hex),
      "policyName": .string(policyName), "nameModel": .string(nameModel),
      "engine": .string(engine),
      "snapshots": .array(
        snapshots.map {
          .members([
            "list": .string($0.list.name), "digest": .string($0.digest.hex),
            "published": $0.published.map(JSONValue.string),
            "designations": .int($0.designations),
          ])
        }),
    ])
  }

  /// Reads what ``json`` wrote, or returns `nil`.
  public init?(json: JSONValue) {
    func digest(_ name: String) -> Digest? { json[name]?.string.flatMap { Digest(hex: $0) } }
    guard let watchlist = digest("watchlist"), let policy = digest("policy"),
      let policyName = json["policyName"]?.string, let nameModel = json["nameModel"]?.string,
      let engine = json["engine"]?.string, let entries = json["snapshots"]?.array
    else { return nil }
    let snapshots = entries.compactMap { entry -> WatchlistDescription.Snapshot? in
      guard let list = entry["list"]?.string.flatMap({ ListID($0) }),
        let digest = entry["digest"]?.string.flatMap({ Digest(hex: $0) }),
        let designations = entry["designations"]?.int
      else { return nil }
      return WatchlistDescription.Snapshot(
        list: list, published: entry["published"]?.string, digest: digest,
        designations: designations)
    }
    guard snapshots.count == entries.count else { return nil }
    self.init(
      watchlist: watchlist, snapshots: snapshots, policy: policy, policyName: policyName,
      nameModel: nameModel, engine: engine)
  }
}

/// Why a run screens every party against every list.
public enum FullReason: String, Hashable, Sendable, CaseIterable {
  /// Nothing was screened before.
  case first
  /// Names are read otherwise than before.
  case nameModel = "name-model"
  /// Other tuning values.
  case policy
  /// Another version of the program.
  case engine
  /// The watchlist of the run before is not kept any more.
  case formerWatchlist = "former-watchlist"
  /// The policy compares every listed name, so no index leads from a listed party to subjects.
  case everyName = "every-name"
  /// A person asked for it.
  case asked
}
