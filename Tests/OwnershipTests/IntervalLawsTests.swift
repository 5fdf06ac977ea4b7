import QuiviveTestKit
import Testing

@testable import Ownership

/// Laws of the arithmetic on random small graphs, held against counting by brute force.
struct IntervalLawsTests {
  struct Sample {
    let partyCount: Int
    let links: [OwnershipLink]
    let listed: Set<Int>
    var graph: OwnershipGraph { OwnershipGraph(partyCount: partyCount, links: links) }

    /// Two to six parties, circles and parallel links included; shares of round size and of none.
    init(_ generator: inout SeededGenerator) {
      let count = 2 + generator.next(below: 5)
      partyCount = count
      links = (0..<generator.next(below: 9)).map { _ in
        let bounds = [0, 0].map { _ in generator.next(below: 11) * 1_000 }.sorted()
        return OwnershipLink(
          owner: generator.next(below: count), owned: generator.next(below: count),
          share: bounds[0]...bounds[1],
          control: [.no, .no, .no, .possible, .certain][generator.next(below: 5)],
          isJoint: generator.next(below: 2) == 0)
      }
      listed = Set((0..<1 + generator.next(below: 2)).map { _ in generator.next(below: count) })
    }

    /// One value within each interval: an end, or anything between.
    func shares(_ generator: inout SeededGenerator) -> [Int] {
      links.map { link in
        switch generator.next(below: 3) {
        case 0: link.share.lowerBound
        case 1: link.share.upperBound
        default: link.share.lowerBound + generator.next(below: link.share.count)
        }
      }
    }
  }

  static let threshold = Threshold(.atLeast, hundredths: 5_000)
  static let countings = [
    OwnershipGraph.Counting(control: false, jointShares: false),
    OwnershipGraph.Counting(control: true, jointShares: false),
    OwnershipGraph.Counting(control: true, jointShares: true),
  ]

  /// Who counts, by asking everyone again until nothing changes.
  static func count(
    _ sample: Sample, _ shares: [Int], _ counting: OwnershipGraph.Counting, control: Standing
  ) -> (counts: Set<Int>, sums: [Int]) {
    var counts = sample.listed
    func sum(_ party: Int) -> Int {
      let into = sample.links.indices.filter { sample.links[$0].owned == party }
      let isPooled =
        counting.jointShares
        && into.contains {
          sample.links[$0].isJoint && shares[$0] > 0 && counts.contains(sample.links[$0].owner)
        }
      return into.reduce(0) { sum, number in
        let link = sample.links[number]
        let isIn =
          counting.jointShares && link.isJoint ? isPooled : counts.contains(link.owner)
        return sum + (isIn ? shares[number] : 0)
      }
    }
    while true {
      let more = (0..<sample.partyCount).filter { party in
        !counts.contains(party)
          && (sum(party) >= threshold.hundredths
            || (counting.control
              && sample.links.contains {
                $0.owned == party && $0.control >= control && counts.contains($0.owner)
              }))
      }
      if more.isEmpty { break }
      counts.formUnion(more)
    }
    return (counts, (0..<sample.partyCount).map { min(sum($0), 10_000) })
  }

  @Test(arguments: 0..<200)
  func `the cascade holds every assignment, and its bounds are reached`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sample = Sample(&generator)
    for counting in Self.countings {
      let cascade = sample.graph.cascade(
        from: sample.listed, threshold: Self.threshold, counting: counting)
      func parties(_ least: Standing) -> Set<Int> {
        Set((0..<sample.partyCount).filter { cascade.standings[$0] >= least })
      }
      let low = Self.count(
        sample, sample.links.map(\.share.lowerBound), counting, control: .certain)
      let high = Self.count(
        sample, sample.links.map(\.share.upperBound), counting, control: .possible)
      #expect(parties(.certain) == low.counts, "seed \(seed)")
      #expect(parties(.possible) == high.counts, "seed \(seed)")
      for _ in 0..<10 {
        let shares = sample.shares(&generator)
        for control in [Standing.possible, .certain] {
          let one = Self.count(sample, shares, counting, control: control)
          #expect(one.counts.isSuperset(of: parties(.certain)), "seed \(seed)")
          #expect(one.counts.isSubset(of: parties(.possible)), "seed \(seed)")
          for party in 0..<sample.partyCount {
            let bounds = cascade.held[party].hundredths
            #expect(bounds.contains(one.sums[party]), "seed \(seed), party \(party)")
          }
        }
      }
    }
  }

  /// What is held in the end, by following the sums for long; never more than the whole.
  static func follow(_ sample: Sample, _ shares: [Int]) -> [Double] {
    var worth = (0..<sample.partyCount).map { sample.listed.contains($0) ? 1.0 : 0 }
    for _ in 0..<5_000 {
      var next = worth
      for party in 0..<sample.partyCount where !sample.listed.contains(party) {
        let sum = sample.links.indices.reduce(0.0) {
          sample.links[$1].owned == party
            ? $0 + Double(shares[$1]) / 10_000 * worth[sample.links[$1].owner] : $0
        }
        next[party] = min(1, sum)
      }
      if next == worth { break }
      worth = next
    }
    return worth
  }

  @Test(arguments: 0..<200)
  func `the product holds every assignment`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 1_000 + seed)
    let sample = Sample(&generator)
    let held = sample.graph.product(from: sample.listed)
    func expect(_ shares: [Int]) {
      let worth = Self.follow(sample, shares)
      for party in 0..<sample.partyCount {
        let billionths = worth[party] * Double(Holding.whole)
        #expect(Double(held[party].lower) <= billionths + 100, "seed \(seed), party \(party)")
        #expect(Double(held[party].upper) >= billionths - 100, "seed \(seed), party \(party)")
      }
    }
    expect(sample.links.map(\.share.lowerBound))
    expect(sample.links.map(\.share.upperBound))
    for _ in 0..<10 { expect(sample.shares(&generator)) }
  }

  @Test(arguments: 0..<100)
  func `without circles the product's bounds are those of the ends`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 2_000 + seed)
    let any = Sample(&generator)
    let links = any.links.filter { $0.owner < $0.owned }
    let sample = Sample(any, links: links)
    let held = sample.graph.product(from: sample.listed)
    for (bound, shares) in [
      (\Holding.lower, links.map(\.share.lowerBound)), (\.upper, links.map(\.share.upperBound)),
    ] {
      let worth = Self.follow(sample, shares)
      for party in 0..<sample.partyCount {
        let difference = Double(held[party][keyPath: bound]) / Double(Holding.whole) - worth[party]
        #expect(abs(difference) < 1e-7, "seed \(seed), party \(party)")
      }
    }
  }

  @Test(arguments: 0..<100)
  func `one more link never lowers an upper bound`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 3_000 + seed)
    let sample = Sample(&generator)
    guard let last = sample.links.last else { return }
    let less = Sample(sample, links: sample.links.dropLast())
    func bounds(_ sample: Sample) -> [[Int]] {
      let graph = sample.graph
      return [
        graph.product(from: sample.listed).map(\.upper),
        (0..<sample.partyCount).map { graph.direct(in: $0, by: sample.listed).upper },
      ]
        + Self.countings.flatMap { counting in
          let cascade = graph.cascade(
            from: sample.listed, threshold: Self.threshold, counting: counting)
          return [cascade.held.map(\.upper), cascade.standings.map(\.rawValue)]
        }
    }
    for (before, after) in zip(bounds(less), bounds(sample)) {
      #expect(zip(before, after).allSatisfy { $0 <= $1 }, "seed \(seed), \(last)")
    }
  }

  @Test(arguments: 0..<100)
  func `the order of links and names does not matter`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 4_000 + seed)
    let sample = Sample(&generator)
    let shuffled = Sample(sample, links: sample.links.shuffled(using: &generator))
    let numbers = Array(0..<sample.partyCount).shuffled(using: &generator)
    let renamed = Sample(
      sample,
      links: shuffled.links.map {
        OwnershipLink(
          owner: numbers[$0.owner], owned: numbers[$0.owned], share: $0.share, control: $0.control,
          isJoint: $0.isJoint)
      }, listed: Set(sample.listed.map { numbers[$0] }))
    for counting in Self.countings {
      func cascade(_ sample: Sample) -> Cascade {
        sample.graph.cascade(from: sample.listed, threshold: Self.threshold, counting: counting)
      }
      let (first, second, third) = (cascade(sample), cascade(shuffled), cascade(renamed))
      #expect(first.standings == second.standings && first.held == second.held, "seed \(seed)")
      #expect(first.standings == numbers.map { third.standings[$0] }, "seed \(seed)")
    }
    let first = sample.graph.product(from: sample.listed)
    let third = renamed.graph.product(from: renamed.listed)
    for party in 0..<sample.partyCount {
      let other = third[numbers[party]]
      // Circles may be followed from another of their companies: both intervals hold the true value.
      #expect(first[party].lower <= other.upper && other.lower <= first[party].upper)
    }
  }
}

extension IntervalLawsTests.Sample {
  init(
    _ other: IntervalLawsTests.Sample, links: [OwnershipLink], listed: Set<Int>? = nil
  ) {
    partyCount = other.partyCount
    self.links = links
    self.listed = listed ?? other.listed
  }
}
