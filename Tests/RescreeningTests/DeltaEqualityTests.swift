import Listings
import Matching
import NameIndex
import Parties
import QuiviveTestKit
import Rescreening
import Testing
import TradeModel
import Watchlist

/// A delta finds what a full run finds.
struct DeltaEqualityTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `after every step a delta has the hits, scores and evidence of a full run`(seed: UInt64)
    throws
  {
    let policy = [MatchPolicy.balanced, .strict, .wide][Int(seed % 3)]
    var list = ChangingList(60, seed: seed)
    let subjects = list.subjects(150)
    let index = try Portfolios.index(subjects)
    var matcher = try Portfolios.matcher(list.designations, policy: policy)
    var hits = Portfolios.full(subjects, matcher)
    #expect(!hits.isEmpty, "seed \(seed)")
    var changes = 0
    for step in 1...6 {
      list.step()
      let next = try Portfolios.matcher(list.designations, policy: policy)
      let change = ListChange(from: matcher.watchlist, to: next.watchlist)
      let after = Portfolios.delta(hits, subjects, index, try DeltaScreening(next, change))
      #expect(after == Portfolios.full(subjects, next), "seed \(seed), step \(step)")
      if after != hits { changes += 1 }
      (matcher, hits) = (next, after)
    }
    #expect(changes > 0, "seed \(seed): no step changed any hit")
  }

  @Test func `a selection answers as the whole watchlist does of its parties`() throws {
    var list = ChangingList(80, seed: 11)
    let matcher = try Portfolios.matcher(list.designations)
    let chosen = stride(from: 0, to: 80, by: 3)
    let selection = try PartySelection(
      chosen, of: matcher.watchlist, model: PlainNames.reader.tokens)
    let ids = Set(chosen.map(matcher.watchlist.id(ofParty:)))
    let whole = matcher.session()
    let some = matcher.session(among: selection)
    var shown = 0
    for subject in list.subjects(150).values {
      let expected = whole.matches(for: subject).filter { ids.contains($0.party) }
      #expect(some.matches(for: subject) == expected)
      shown += expected.count
    }
    #expect(shown > 20)
  }

  @Test func `under the rule of OFAC a selection answers as the whole watchlist does`() throws {
    var list = ChangingList(40, seed: 12)
    let matcher = try Portfolios.matcher(list.designations, policy: .ofac)
    let selection = try PartySelection(
      [1, 4, 9, 16, 25], of: matcher.watchlist, model: PlainNames.reader.tokens)
    let ids = Set(selection.parties.map(matcher.watchlist.id(ofParty:)))
    let some = matcher.session(among: selection)
    #expect(!matcher.policy.findsByNames)
    for subject in list.subjects(40).values {
      let expected = matcher.matches(for: subject).filter { ids.contains($0.party) }
      #expect(some.matches(for: subject) == expected)
    }
  }

  @Test func `every subject with a hit is proposed, and not every subject`() throws {
    var list = ChangingList(60, seed: 21)
    let subjects = list.subjects(400)
    let matcher = try Portfolios.matcher(list.designations)
    let parties = [3, 7, 20, 41]
    let selection = try PartySelection(
      parties, of: matcher.watchlist, model: PlainNames.reader.tokens)
    let search = CandidateSearch(matcher, for: selection)
    let proposed = Set(search.keys(in: try Portfolios.index(subjects)))
    let finder = HitFinder(matcher, among: selection)
    let hit = subjects.filter { !finder.hits(for: $0.value).isEmpty }.keys
    #expect(!hit.isEmpty)
    #expect(proposed.isSuperset(of: hit))
    #expect(proposed.count < subjects.count / 2)
    #expect(search.statistics.proposed == proposed.count)
  }
}
