public import Listings

/// Builds listed parties from designations that are read a second time, in the order in which they
/// were added to the ``PartyJoiner``.
///
/// A party is handed out as soon as its last designation came, so only those that wait for others are
/// held.
public struct PartyAssembler {
  private let grouping: PartyGrouping
  private var next = 0
  private var waiting: [Int32: [Designation]] = [:]

  public init(_ grouping: PartyGrouping) { self.grouping = grouping }

  /// Takes the next designation and returns its party if that is complete now.
  ///
  /// The order in which parties come depends on the order of the designations alone.
  public mutating func take(_ designation: Designation) -> ListedParty? {
    precondition(next < grouping.partyOfOrdinal.count, "more designations than were joined")
    let place = grouping.partyOfOrdinal[next]
    let party = grouping.parties[Int(place)]
    next += 1
    guard party.ordinals.count > 1 else {
      return ListedParty(id: party.id, kind: party.kind, designations: [designation], joins: [])
    }
    waiting[place, default: []].append(designation)
    guard let designations = waiting[place], designations.count == party.ordinals.count else {
      return nil
    }
    waiting[place] = nil
    return ListedParty(
      id: party.id, kind: party.kind, designations: designations.sorted { $0.id < $1.id },
      joins: party.joins)
  }

  /// Whether every designation came.
  public var isComplete: Bool { next == grouping.partyOfOrdinal.count && waiting.isEmpty }
}

extension PartyJoiner {
  /// Joins `designations` held in memory; for small sets.
  public static func parties(
    from designations: [Designation], undone: Set<DesignationPair> = [],
    ids: PartyIDMap = PartyIDMap()
  ) -> (parties: [ListedParty], grouping: PartyGrouping) {
    var joiner = PartyJoiner(undone: undone)
    for designation in designations { joiner.add(designation) }
    let grouping = joiner.grouping(ids: ids)
    var assembler = PartyAssembler(grouping)
    let parties = designations.compactMap { assembler.take($0) }
    return (parties.sorted { $0.id < $1.id }, grouping)
  }
}
