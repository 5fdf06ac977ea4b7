import FileFormats
import Testing
import TradeModel

@testable import Matching

struct MatchPolicyTests {
  @Test(arguments: MatchPolicy.presets)
  func `more weight never scores less`(_ policy: MatchPolicy) {
    var previous = Score(0)
    for tenths in -2000...2000 {
      let score = policy.score(of: Weight(tenthsOfBit: tenths))
      #expect(score >= previous)
      previous = score
    }
    #expect(previous == Score(1000))
    #expect(policy.score(of: Weight(tenthsOfBit: -2000)) == Score(0))
  }

  @Test func `the prior scores 500 and a logistic unit above it 731`() {
    let policy = MatchPolicy.balanced
    #expect(policy.score(of: policy.prior) == Score(500))
    let unit = Weight(tenthsOfBit: policy.scale)
    #expect(policy.score(of: policy.prior + unit) == Score(731))
    #expect(policy.score(of: policy.prior - unit) == Score(269))
  }

  @Test func `the least weight for a score reaches it and one less does not`() {
    for policy in MatchPolicy.presets {
      for value in [50, 100, 500, 700, 900] {
        let least = policy.least(scoring: Score(value))
        #expect(policy.score(of: Weight(tenthsOfBit: least)) >= Score(value))
        #expect(policy.score(of: Weight(tenthsOfBit: least - 1)) < Score(value))
      }
    }
  }

  @Test func `every value is in the digest`() {
    let balanced = MatchPolicy.balanced
    #expect(balanced.digest == MatchPolicy.balanced.digest)
    #expect(Set(MatchPolicy.presets.map(\.digest)).count == MatchPolicy.presets.count)
    var names = balanced.names
    names.variantLoss += 1
    var facts = balanced.facts
    facts.sameDay += 1
    let changed = [
      MatchPolicy(
        name: balanced.name, prior: balanced.prior, scale: balanced.scale, floor: balanced.floor,
        threshold: balanced.threshold, names: names),
      MatchPolicy(
        name: balanced.name, prior: balanced.prior, scale: balanced.scale, floor: balanced.floor,
        threshold: balanced.threshold, facts: facts),
    ]
    for policy in changed { #expect(policy.digest != balanced.digest) }
  }

  /// A value that is added to the weights and forgotten in the JSON would escape the digest.
  @Test func `the JSON of the weights has a member for every value`() {
    let names = NameWeights()
    #expect(names.json.object?.count == Mirror(reflecting: names).children.count)
    let facts = FactWeights()
    #expect(facts.json.object?.count == Mirror(reflecting: facts).children.count)
  }
}
