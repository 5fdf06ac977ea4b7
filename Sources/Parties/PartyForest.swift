import Listings
import TradeModel

/// Sets of designations that grow together: union-find whose sets know what contradicts them.
struct PartyForest {
  let facts: [JoinFacts]
  private(set) var joins: [(ordinal: Int, join: Join)] = []
  private(set) var blocked: [BlockedJoin] = []
  private let rank: [Int32]
  private var parent: [Int32]
  private var sets: [Int: Traits] = [:]
  private var undone: [Int: Set<Int32>] = [:]

  /// What a set of more than one designation is known to be.
  private struct Traits {
    var kind: PartyKind
    var ships: [Int32]
    var birthDays: [Int32]
    var hasOpenBirthDate: Bool
    var members: [Int32]
  }

  init(facts: [JoinFacts], rank: [Int32], undone pairs: [(Int, Int)]) {
    self.facts = facts
    self.rank = rank
    parent = (0..<Int32(facts.count)).map { $0 }
    for (first, second) in pairs where first != second {
      undone[first, default: []].insert(Int32(second))
      undone[second, default: []].insert(Int32(first))
    }
  }

  /// How many sets that contradict each other are tried for one more designation of the same ground.
  /// A number that more than eight different parties carry identifies nobody.
  private static let rivals = 8

  /// Joins `ordinals`, in order of their ids, on one ground.
  mutating func join(_ ordinals: [Int], on reason: Join.Reason) {
    var anchors: [Int] = []
    for ordinal in ordinals {
      if anchors.contains(where: { root(of: $0) == root(of: ordinal) }) { continue }
      var isJoined = false
      for anchor in anchors {
        let join = Join(first: facts[anchor].id, second: facts[ordinal].id, reason: reason)
        if let contradiction = contradiction(between: anchor, and: ordinal) {
          blocked.append(BlockedJoin(join: join, contradiction: contradiction))
          continue
        }
        unite(anchor, ordinal)
        joins.append((ordinal: ordinal, join: join))
        isJoined = true
        break
      }
      if !isJoined, anchors.count < Self.rivals { anchors.append(ordinal) }
    }
  }

  /// The designation that stands for the set of `ordinal`: the one with the smallest id.
  mutating func root(of ordinal: Int) -> Int {
    var root = ordinal
    while Int(parent[root]) != root { root = Int(parent[root]) }
    var step = ordinal
    while step != root {
      let next = Int(parent[step])
      parent[step] = Int32(root)
      step = next
    }
    return root
  }

  private func traits(of root: Int) -> Traits {
    if let traits = sets[root] { return traits }
    let fact = facts[root]
    return Traits(
      kind: fact.kind, ships: fact.ships, birthDays: fact.birthDays,
      hasOpenBirthDate: fact.hasOpenBirthDate, members: [Int32(root)])
  }

  private mutating func contradiction(
    between one: Int, and other: Int
  ) -> BlockedJoin.Contradiction? {
    let first = traits(of: root(of: one))
    let second = traits(of: root(of: other))
    if first.kind != second.kind, first.kind != .unknown, second.kind != .unknown { return .kinds }
    if Self.areApart(first.ships, second.ships) { return .shipNumbers }
    if !first.hasOpenBirthDate, !second.hasOpenBirthDate,
      Self.areApart(first.birthDays, second.birthDays)
    {
      return .birthDates
    }
    if !undone.isEmpty {
      let others = Set(second.members)
      let isUndone = first.members.contains {
        undone[Int($0)].map { !$0.isDisjoint(with: others) } ?? false
      }
      if isUndone { return .undone }
    }
    return nil
  }

  /// Whether both have values and none in common.
  private static func areApart(_ first: [Int32], _ second: [Int32]) -> Bool {
    !first.isEmpty && !second.isEmpty && !first.contains { second.contains($0) }
  }

  private mutating func unite(_ one: Int, _ other: Int) {
    let roots = [root(of: one), root(of: other)].sorted { rank[$0] < rank[$1] }
    let first = traits(of: roots[0])
    let second = traits(of: roots[1])
    parent[roots[1]] = Int32(roots[0])
    sets[roots[1]] = nil
    sets[roots[0]] = Traits(
      kind: first.kind == .unknown ? second.kind : first.kind,
      ships: (first.ships + second.ships).sortedUnique,
      birthDays: (first.birthDays + second.birthDays).sortedUnique,
      hasOpenBirthDate: first.hasOpenBirthDate || second.hasOpenBirthDate,
      members: first.members + second.members)
  }
}
