/// Which parties count as the listed ones do, and what is held in them.
public struct Cascade: Sendable {
  /// By party: whether it counts as a listed one.
  public let standings: [Standing]
  /// By party: the sum of the shares of those that count, with their joint partners where these are
  /// pooled.
  public let held: [Holding]
}

extension OwnershipGraph {
  /// What a ``Cascade`` counts besides shares.
  public struct Counting: Hashable, Sendable {
    /// Whether control without shares makes a party count.
    public let control: Bool
    /// Whether shares under a joint arrangement count for each of its holders.
    public let jointShares: Bool

    public init(control: Bool, jointShares: Bool) {
      self.control = control
      self.jointShares = jointShares
    }
  }

  /// Follows holdings from `listed`: a party in which those that count hold the threshold together
  /// counts itself, and its own holdings then count in full.
  ///
  /// Nothing counts but what a chain leads to from a listed party: a circle of companies that hold each
  /// other never makes itself count.
  ///
  /// - Complexity: O(*n*) in parties and links.
  public func cascade(
    from listed: Set<Int>, threshold: Threshold, counting: Counting
  ) -> Cascade {
    let certain = pass(
      from: listed, threshold: threshold, counting: counting, share: \.share.lowerBound,
      control: .certain)
    let possible = pass(
      from: listed, threshold: threshold, counting: counting, share: \.share.upperBound,
      control: .possible)
    return Cascade(
      standings: (0..<partyCount).map {
        certain.counts[$0] ? .certain : possible.counts[$0] ? .possible : .no
      },
      held: (0..<partyCount).map {
        let lower = min(certain.sums[$0], 10_000)
        return Holding(hundredths: lower...max(lower, min(possible.sums[$0], 10_000)))
      })
  }

  private func pass(
    from listed: Set<Int>, threshold: Threshold, counting: Counting,
    share: (OwnershipLink) -> Int, control: Standing
  ) -> (counts: [Bool], sums: [Int]) {
    var counts = Array(repeating: false, count: partyCount)
    var sums = Array(repeating: 0, count: partyCount)
    var isPooled = Array(repeating: false, count: counting.jointShares ? partyCount : 0)
    var waiting = Array(listed)
    for party in waiting { counts[party] = true }
    while let owner = waiting.popLast() {
      for number in links(from: owner) {
        let link = links[Int(number)]
        let party = link.owned
        if counting.jointShares, link.isJoint, share(link) > 0 {
          if !isPooled[party] {
            isPooled[party] = true
            for other in links(into: party) where links[Int(other)].isJoint {
              sums[party] += share(links[Int(other)])
            }
          }
        } else {
          sums[party] += share(link)
        }
        guard !counts[party] else { continue }
        let isControlled = counting.control && link.control >= control
        if isControlled || threshold.isMet(byHundredths: sums[party]) {
          counts[party] = true
          waiting.append(party)
        }
      }
    }
    return (counts, sums)
  }
}
