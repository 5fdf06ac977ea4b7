/// What one test of ownership answers for one party.
public struct OwnershipAnswer: Hashable, Sendable {
  /// How the test came out, as far as the statements tell.
  public enum Result: Hashable, Sendable {
    /// Met at the lower bounds.
    case met
    /// Met at the upper bounds only, or by control that is possible and not stated: a fact is missing.
    case open
    /// Not met even at the upper bounds, though listed parties stand above the party.
    case notMet
    /// No listed party of the test stands above it.
    case noListedOwner
  }

  /// How the test came out.
  public let result: Result
  /// What listed parties hold by the test's own way of counting; of the largest single holder where
  /// each counts alone.
  public let held: Holding
  /// Whether control without shares is what meets the test, or may meet it.
  public let isByControl: Bool
  /// The numbers of the links that lead from listed parties to the party, the farthest first.
  public let links: [Int]
}

/// The tests of four authorities, each on the same graph.
///
/// Listed parties are named by number. The party in question is never its own owner: its own listing
/// is another matter than who holds it.
public struct OwnershipTests: Sendable {
  /// Who holds whom.
  public let graph: OwnershipGraph

  public init(graph: OwnershipGraph) { self.graph = graph }

  /// The 50 Percent Rule: an entity is blocked when blocked persons own it 50 percent or more, directly
  /// or indirectly, all together. A company that is blocked so counts in full. Control alone is not
  /// ownership.
  ///
  /// Source: US Treasury, OFAC, FAQ 398, 399 and 401 on entities owned by blocked persons.
  public func ofac(_ party: Int, listed: Set<Int>, under rule: OwnershipRule) -> OwnershipAnswer {
    together(party, listed, rule)
  }

  /// The affiliates rule: what the 50 Percent Rule is for blocked persons, for the Entity List, the
  /// Military End-User List and certain blocked persons. Whether it is in force on a day stands in the
  /// rule, not here.
  ///
  /// Source: BIS, 90 FR 47201, 30 September 2025; 15 CFR Part 744, Supplement No. 8.
  public func bis(_ party: Int, listed: Set<Int>, under rule: OwnershipRule) -> OwnershipAnswer {
    together(party, listed, rule)
  }

  /// Ownership by listed persons together, or control by one of them.
  ///
  /// Source: Council of the European Union, Best Practices for the effective implementation of
  /// restrictive measures; European Commission, answers on Regulation (EU) No 269/2014, 8.
  public func eu(_ party: Int, listed: Set<Int>, under rule: OwnershipRule) -> OwnershipAnswer {
    together(party, listed, rule)
  }

  /// More than half of the shares or votes, or control, by one designated person; several are added up
  /// only under a joint arrangement.
  ///
  /// Source: The Burma (Sanctions) (EU Exit) Regulations 2019, regulation 7, and the Russia
  /// (Sanctions) (EU Exit) Regulations 2019, Schedule 1, paragraph 3: the wording of all regimes.
  public func uk(_ party: Int, listed: Set<Int>, under rule: OwnershipRule) -> OwnershipAnswer {
    let above = owners(of: party, listed)
    let alone = above.sorted().map { answer(party, [$0], rule) }
    guard let best = alone.max(by: { $0.order < $1.order }) else { return .noOwner }
    let links = contributing(to: party, from: above)
    guard best.result == .notMet, alone.count > 1 else { return best.with(links: links) }
    // One by one they stay below; together they would not: then an arrangement would decide.
    let summed = cascade(party, above, rule).standings[party]
    return OwnershipAnswer(
      result: summed > .no ? .open : .notMet, held: best.held, isByControl: false, links: links)
  }

  /// The test that `rule` is a row of.
  public func answer(
    _ party: Int, listed: Set<Int>, under rule: OwnershipRule
  ) -> OwnershipAnswer {
    switch rule.test {
    case .ofac: ofac(party, listed: listed, under: rule)
    case .bis: bis(party, listed: listed, under: rule)
    case .eu: eu(party, listed: listed, under: rule)
    case .uk: uk(party, listed: listed, under: rule)
    }
  }

  /// The links that lead from `listed` to `party`, the farthest from it first.
  ///
  /// - Parameter through: whether links above a party of `listed` are followed too.
  /// - Complexity: O(*n* log *n*) in the links above the party.
  public func contributing(
    to party: Int, from listed: Set<Int>, through: Bool = false
  ) -> [Int] {
    let isReached = graph.reached(from: listed) { _ in true }
    var distance: [Int: Int] = [party: 0]
    var waiting = [party]
    var found: [(distance: Int, link: Int)] = []
    var next = 0
    while next < waiting.count {
      let held = waiting[next]
      next += 1
      for number in graph.links(into: held) {
        let owner = graph.links[Int(number)].owner
        guard isReached[owner], owner != party else { continue }
        found.append((distance[held, default: 0], Int(number)))
        guard distance[owner] == nil else { continue }
        distance[owner] = distance[held, default: 0] + 1
        if through || !listed.contains(owner) { waiting.append(owner) }
      }
    }
    return found.sorted {
      let (a, b) = (graph.links[$0.link], graph.links[$1.link])
      return (-$0.distance, a.owner, a.owned, $0.link) < (-$1.distance, b.owner, b.owned, $1.link)
    }.map(\.link)
  }

  private func together(
    _ party: Int, _ listed: Set<Int>, _ rule: OwnershipRule
  ) -> OwnershipAnswer {
    let above = owners(of: party, listed)
    guard !above.isEmpty else { return .noOwner }
    return answer(party, above, rule).with(links: contributing(to: party, from: above))
  }

  /// The listed parties that chains of any links lead from to `party`.
  private func owners(of party: Int, _ listed: Set<Int>) -> Set<Int> {
    var isAbove: Set<Int> = [party]
    var waiting = [party]
    while let held = waiting.popLast() {
      for number in graph.links(into: held) {
        let owner = graph.links[Int(number)].owner
        if isAbove.insert(owner).inserted { waiting.append(owner) }
      }
    }
    isAbove.remove(party)
    return isAbove.intersection(listed)
  }

  private func cascade(
    _ party: Int, _ listed: Set<Int>, _ rule: OwnershipRule, control: Bool? = nil
  ) -> Cascade {
    graph.cascade(
      from: listed, threshold: rule.threshold,
      counting: .init(
        control: control ?? rule.countsControl, jointShares: rule.summing == .eachOwner))
  }

  private func answer(
    _ party: Int, _ listed: Set<Int>, _ rule: OwnershipRule
  ) -> OwnershipAnswer {
    let cascade = cascade(party, listed, rule)
    let standing = cascade.standings[party]
    let byShares =
      rule.countsControl
      ? self.cascade(party, listed, rule, control: false).standings[party] : standing
    return OwnershipAnswer(
      result: standing == .certain ? .met : standing == .possible ? .open : .notMet,
      held: cascade.held[party], isByControl: standing > byShares, links: [])
  }
}

extension OwnershipAnswer {
  fileprivate static let noOwner = OwnershipAnswer(
    result: .noListedOwner, held: .none, isByControl: false, links: [])

  fileprivate func with(links: [Int]) -> OwnershipAnswer {
    OwnershipAnswer(result: result, held: held, isByControl: isByControl, links: links)
  }

  /// The strictest first, then the largest holding.
  fileprivate var order: (Int, Int, Int) {
    let strictness =
      switch result {
      case .met: 3
      case .open: 2
      case .notMet: 1
      case .noListedOwner: 0
      }
    return (strictness, held.upper, held.lower)
  }
}
