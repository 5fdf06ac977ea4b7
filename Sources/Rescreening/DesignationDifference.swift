public import FileFormats
public import Listings
public import Parties
public import Watchlist

/// What changed on the lists for one hit: the designations that came, went or say something else.
public struct DesignationDifference: Hashable, Sendable {
  /// One designation that is not the same in two watchlists.
  public struct Entry: Hashable, Sendable {
    /// What became of it.
    public enum Change: String, Hashable, Sendable {
      case added, removed, changed
    }

    /// `us.ofac.sdn/12345`.
    public let designation: String
    /// What became of it.
    public let change: Change
    /// By name of the field; of a designation that came or went, all fields.
    public let fields: [FieldChange]
  }

  /// By designation.
  public let entries: [Entry]

  /// Compares the designations that `before` has in the older watchlist with those that `after` has in the
  /// newer one. Where one is `nil`, or the older watchlist is not kept, those of the other side alone are
  /// told.
  public init(
    of before: ListedPartyID?, in old: WatchlistFile?, and after: ListedPartyID?,
    in new: WatchlistFile
  ) {
    let was = Self.designations(of: before, in: old)
    let now = Self.designations(of: after, in: new)
    entries = Set(was.keys).union(now.keys).sorted().compactMap { id in
      let fields = FieldChange.changes(
        from: was[id] ?? .object([]), to: now[id] ?? .object([]))
      if fields.isEmpty { return nil }
      let change: Entry.Change =
        was[id] == nil ? .added : now[id] == nil ? .removed : .changed
      return Entry(designation: id, change: change, fields: fields)
    }
  }

  /// As an alert has it.
  public var json: JSONValue {
    .array(
      entries.map {
        .members([
          "designation": .string($0.designation), "change": .string($0.change.rawValue),
          "fields": .array($0.fields.map(\.json)),
        ])
      })
  }

  private static func designations(
    of party: ListedPartyID?, in watchlist: WatchlistFile?
  ) -> [String: JSONValue] {
    guard let watchlist, let number = party.flatMap(watchlist.party) else { return [:] }
    var designations: [String: JSONValue] = [:]
    for designation in watchlist.designations(ofParty: number) {
      designations[watchlist.id(ofDesignation: designation)] =
        (try? JSONParser.parse(watchlist.json(ofDesignation: designation))) ?? .object([])
    }
    return designations
  }
}
