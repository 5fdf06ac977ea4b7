public import Listings

/// Which party an id stands for today: keeps the ids of parties stable across updates and every id
/// that ever stood for one findable.
///
/// Only what differs from the rule is kept: an id that is not here stands for itself, since the first
/// id of a party is that of a designation. Every entry points to a smaller id, so chains end.
public struct PartyIDMap: Hashable, Sendable {
  private var current: [String: String] = [:]

  public init() {}

  /// Reads pairs of an id and the id that took its place, as ``pairs`` gives them.
  ///
  /// Returns `nil` when a pair does not point to a smaller id: no map of ours does that.
  public init?(pairs: some Sequence<(old: String, new: String)>) {
    for pair in pairs {
      guard pair.new < pair.old else { return nil }
      current[pair.old] = pair.new
    }
  }

  /// Every id with another in its place, sorted.
  public var pairs: [(old: String, new: String)] {
    current.sorted { $0.key < $1.key }.map { (old: $0.key, new: $0.value) }
  }

  /// How many ids another one took the place of.
  public var count: Int { current.count }

  /// The party that `id` stands for now: a designation's id, or a party's of any time.
  public func party(for id: String) -> ListedPartyID {
    var id = id
    while let next = current[id] { id = next }
    return ListedPartyID(id)
  }

  /// The party of the first record under that designation's id.
  public func party(of designation: DesignationID) -> ListedPartyID {
    party(for: designation.description)
  }

  /// Notes that `old` now stands for `new`.
  mutating func set(_ old: String, to new: String) {
    current[old] = new < old ? new : nil
  }
}
