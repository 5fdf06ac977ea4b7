/// Who holds whom: numbered parties and the links between them.
///
/// Links may form circles, and several may join the same two parties: their shares then add up.
public struct OwnershipGraph: Sendable {
  /// Parties are numbered from 0 up to this.
  public let partyCount: Int
  /// In the order given.
  public let links: [OwnershipLink]
  private let held: Runs
  private let holders: Runs

  /// - Complexity: O(*n*) in parties and links.
  public init(partyCount: Int, links: [OwnershipLink]) {
    precondition(
      links.allSatisfy {
        (0..<partyCount).contains($0.owner) && (0..<partyCount).contains($0.owned)
      }, "a link names a party outside the graph")
    self.partyCount = partyCount
    self.links = links
    held = Runs(partyCount: partyCount, links.lazy.map(\.owner))
    holders = Runs(partyCount: partyCount, links.lazy.map(\.owned))
  }

  /// The numbers of the links by which `party` holds others.
  public func links(from party: Int) -> ArraySlice<Int32> { held[party] }
  /// The numbers of the links by which others hold `party`.
  public func links(into party: Int) -> ArraySlice<Int32> { holders[party] }

  /// What the parties of `listed` hold in `party` themselves, without anyone between.
  public func direct(in party: Int, by listed: Set<Int>) -> Holding {
    sum(into: party) {
      listed.contains($0)
    } upper: {
      listed.contains($0)
    }
  }

  /// The parties of which more than everything is held, even at the lower bounds: the statements
  /// contradict each other.
  public var overfull: [Int] {
    (0..<partyCount).filter { party in
      links(into: party).reduce(0) { $0 + links[Int($1)].share.lowerBound } > 10_000
    }
  }

  /// The sum of the shares in `party`: at the lower bounds those of the owners that `lower` takes, at the
  /// upper bounds those that `upper` takes.
  func sum(
    into party: Int, lower: (Int) -> Bool, upper: (Int) -> Bool
  ) -> Holding {
    var bounds = (lower: 0, upper: 0)
    for number in links(into: party) {
      let link = links[Int(number)]
      if lower(link.owner) { bounds.lower += link.share.lowerBound }
      if upper(link.owner) { bounds.upper += link.share.upperBound }
    }
    let lowest = min(bounds.lower, 10_000)
    return Holding(hundredths: lowest...max(lowest, min(bounds.upper, 10_000)))
  }

  /// Numbers of links by party, one run behind the other.
  private struct Runs: Sendable {
    private var starts: [Int32]
    private var numbers: [Int32]

    init(partyCount: Int, _ parties: some Collection<Int>) {
      starts = Array(repeating: 0, count: partyCount + 1)
      numbers = Array(repeating: 0, count: parties.count)
      for party in parties { starts[party + 1] += 1 }
      for party in 0..<partyCount { starts[party + 1] += starts[party] }
      var next = starts
      for (number, party) in parties.enumerated() {
        numbers[Int(next[party])] = Int32(number)
        next[party] += 1
      }
    }

    subscript(party: Int) -> ArraySlice<Int32> {
      numbers[Int(starts[party])..<Int(starts[party + 1])]
    }
  }
}
