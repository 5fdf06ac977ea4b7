public import Listings

/// Finds out which designations are of one party.
///
/// Two passes, so that no more than a few dozen bytes a designation are held: first every designation
/// is added (lists in any order, each in the order of its file), then ``grouping(ids:)`` says what
/// belongs together. ``PartyAssembler`` builds the parties when the designations are read again.
///
/// Designations are joined by a publisher's own word (a list that quotes another's number), by a
/// shared strong identifier, or by full agreement of name, kind and birth or founding date to the
/// day. A contradiction blocks a join, also when it would come about through a third designation.
/// Different romanisations, a shared address or a shared year of birth never join: that is matching,
/// and it is for a person to say.
public struct PartyJoiner {
  private var facts: [JoinFacts] = []
  private var grounds: [Ground] = []
  private var occurrences: [DesignationID: Int] = [:]
  private let undone: Set<DesignationPair>
  private let country: (String) -> String?

  /// - Parameters:
  ///   - undone: pairs of which a person said that they are not of one party.
  ///   - country: the ISO 3166 code for a country as a list writes it. Passports and registrations
  ///     join only when their issuers are equal; without codes, only when they are written alike.
  public init(
    undone: Set<DesignationPair> = [], country: @escaping (String) -> String? = { _ in nil }
  ) {
    self.undone = undone
    self.country = country
  }

  /// How many designations were added.
  public var count: Int { facts.count }

  /// Notes what joining needs to know of `designation`.
  ///
  /// - Complexity: O(*n*) in the designation's own size.
  public mutating func add(_ designation: Designation) {
    let ordinal = Int32(facts.count)
    let occurrence = occurrences[designation.id, default: 0] + 1
    occurrences[designation.id] = occurrence
    let text = designation.id.description
    facts.append(designation.joinFacts(text: occurrence == 1 ? text : "\(text)#\(occurrence)"))
    grounds += designation.grounds(ordinal: ordinal, country: country)
  }

  /// Returns the parties, given the ids that stood for them until now.
  ///
  /// The same designations give the same parties in whatever order the lists were added.
  ///
  /// - Complexity: O(*n* log *n*) in designations and their grounds.
  public func grouping(ids: PartyIDMap = PartyIDMap()) -> PartyGrouping {
    let byText = facts.indices.sorted { facts[$0].text < facts[$1].text }
    var rank = [Int32](repeating: 0, count: facts.count)
    for (place, ordinal) in byText.enumerated() { rank[ordinal] = Int32(place) }

    var forest = PartyForest(
      facts: facts, rank: rank, undone: undonePairs)
    // Grounds refer to designations by their place in the order of ids from here on.
    let ordered = grounds.map {
      Ground(
        rank: $0.rank, identifier: $0.identifier, key: $0.key, ordinal: rank[Int($0.ordinal)])
    }.sorted()
    var start = 0
    while start < ordered.count {
      var end = start + 1
      while end < ordered.count, ordered[end].rank == ordered[start].rank,
        ordered[end].key == ordered[start].key
      { end += 1 }
      if end - start > 1 {
        forest.join(ordered[start..<end].map { byText[Int($0.ordinal)] }, on: ordered[start].reason)
      }
      start = end
    }
    return PartyGrouping(forest: forest, byText: byText, ids: ids)
  }

  private var undonePairs: [(Int, Int)] {
    guard !undone.isEmpty else { return [] }
    var ordinals: [DesignationID: [Int]] = [:]
    for (ordinal, fact) in facts.enumerated() { ordinals[fact.id, default: []].append(ordinal) }
    return undone.sorted().flatMap { pair in
      (ordinals[pair.first] ?? []).flatMap { first in
        (ordinals[pair.second] ?? []).map { (first, $0) }
      }
    }
  }
}
