extension OwnershipGraph {
  /// How much of each party belongs to `listed` in the end: shares multiplied along every chain, and
  /// the chains added up. A listed party counts as a whole.
  ///
  /// In circles the sums are followed until they stand still, from nothing upward for the lower bound
  /// and from the whole downward for the upper one. Each step is a true bound, so a circle that closes
  /// too slowly gives a wider interval and never a wrong one.
  ///
  /// - Complexity: O(*n*) in parties and links outside circles; within them ``mostSweeps`` times that.
  public func product(from listed: Set<Int>) -> [Holding] {
    let isReached = reached(from: listed) { $0.share.upperBound > 0 }
    var lower = Array(repeating: 0, count: partyCount)
    var upper = lower
    for party in listed {
      lower[party] = Holding.whole
      upper[party] = Holding.whole
    }
    for component in components(of: isReached) {
      let members = component.filter { !listed.contains($0) }
      let isCircle =
        component.count > 1
        || members.contains { party in
          links(from: party).contains { links[Int($0)].owned == party }
        }
      guard isCircle else {
        for party in members {
          lower[party] = weighed(party, by: lower, \.lowerBound, roundsUp: false)
          upper[party] = weighed(party, by: upper, \.upperBound, roundsUp: true)
        }
        continue
      }
      for party in members { upper[party] = Holding.whole }
      for _ in 0..<Self.mostSweeps {
        var isMoving = false
        for party in members.reversed() {
          let more = max(lower[party], weighed(party, by: lower, \.lowerBound, roundsUp: false))
          let less = min(upper[party], weighed(party, by: upper, \.upperBound, roundsUp: true))
          isMoving = isMoving || more != lower[party] || less != upper[party]
          lower[party] = more
          upper[party] = less
        }
        if !isMoving { break }
      }
    }
    return (0..<partyCount).map { Holding(lower: lower[$0], upper: upper[$0]) }
  }

  /// How often the sums in a circle are followed at most. Holdings within a circle shrink with each
  /// turn: where nine tenths of every company of a circle are held within it, a hundred turns leave
  /// less than a hundredth of a percent open (0.9¹⁰⁰ = 0.00003).
  static let mostSweeps = 100

  /// The sum of the shares in `party`, each times what its owner is worth, at most the whole.
  private func weighed(
    _ party: Int, by worth: [Int], _ bound: (ClosedRange<Int>) -> Int, roundsUp: Bool
  ) -> Int {
    let most = Holding.whole * 10_000
    var sum = 0
    for number in links(into: party) {
      let link = links[Int(number)]
      sum += bound(link.share) * worth[link.owner]
      if sum >= most { return Holding.whole }
    }
    return (sum + (roundsUp ? 9_999 : 0)) / 10_000
  }
}
