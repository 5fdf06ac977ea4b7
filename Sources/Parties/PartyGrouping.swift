import Listings
public import TradeModel

/// Which designations are of one party, and why: what ``PartyJoiner`` found.
public struct PartyGrouping: Sendable {
  /// One party, without the designations themselves.
  public struct Party: Hashable, Sendable {
    /// Stable across updates.
    public let id: ListedPartyID
    /// The kind all designations agree on; those that do not know do not count.
    public let kind: PartyKind
    /// The designations by the order in which they were added to the joiner, sorted by their ids.
    public let ordinals: [Int32]
    /// Why they are held to be one, in the order in which they were made.
    public let joins: [Join]
  }

  /// By id.
  public let parties: [Party]
  /// For each designation, in the order in which it was added, its place in ``parties``.
  public let partyOfOrdinal: [Int32]
  /// Joins that were not made, in the order in which they were tried.
  public let blocked: [BlockedJoin]
  /// The ids from now on: to be kept, and given to the next ``PartyJoiner/grouping(ids:)``.
  public let ids: PartyIDMap

  /// The party of the designation that was added at that place.
  public func party(ofOrdinal ordinal: Int) -> Party { parties[Int(partyOfOrdinal[ordinal])] }

  init(forest: PartyForest, byText: [Int], ids known: PartyIDMap) {
    var forest = forest
    let facts = forest.facts
    var members: [Int: [Int32]] = [:]
    var roots: [Int] = []
    // In the order of ids, so members and roots come out sorted.
    for ordinal in byText {
      let root = forest.root(of: ordinal)
      if root == ordinal { roots.append(root) }
      members[root, default: []].append(Int32(ordinal))
    }
    var joins: [Int: [Join]] = [:]
    for (ordinal, join) in forest.joins {
      joins[forest.root(of: ordinal), default: []].append(join)
    }

    let (texts, ids) = Self.assignIDs(
      groups: roots.map { members[$0, default: []].map { facts[Int($0)].text } }, known: known)
    let order = roots.indices.sorted { texts[$0] < texts[$1] }
    var partyOfOrdinal = [Int32](repeating: 0, count: facts.count)
    parties = order.enumerated().map { place, index in
      let ordinals = members[roots[index], default: []]
      for ordinal in ordinals { partyOfOrdinal[Int(ordinal)] = Int32(place) }
      return Party(
        id: ListedPartyID(texts[index]),
        kind: ordinals.map { facts[Int($0)].kind }.first { $0 != .unknown } ?? .unknown,
        ordinals: ordinals, joins: joins[roots[index]] ?? [])
    }
    self.partyOfOrdinal = partyOfOrdinal
    self.ids = ids
    blocked = forest.blocked
  }

  /// Gives each group the smallest id that ever stood for one of its designations, and no id twice.
  ///
  /// When a party falls apart, the part with the designation that gave the id keeps it; when that is
  /// delisted, the part that comes first by its own ids does.
  private static func assignIDs(
    groups: [[String]], known: PartyIDMap
  ) -> (texts: [String], ids: PartyIDMap) {
    var claims: [String: Int] = [:]
    var candidates: [[String]] = []
    for (index, members) in groups.enumerated() {
      let former = members.map { known.party(for: $0).text }
      candidates.append(Array(Set(former + members.prefix(1))).sorted())
      // A designation's own id is its group's before it is anyone else's.
      for text in members { claims[text] = index }
    }
    var ids = known
    var texts: [String] = []
    for (index, members) in groups.enumerated() {
      let text =
        candidates[index].first { claims[$0] == nil || claims[$0] == index } ?? members[0]
      claims[text] = index
      texts.append(text)
      for old in candidates[index] + members where claims[old] == nil || claims[old] == index {
        claims[old] = index
        ids.set(old, to: text)
      }
    }
    return (texts, ids)
  }
}
