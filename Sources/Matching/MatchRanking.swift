public import Parties
public import TradeModel
import Watchlist

/// The parties that a subject could be, the weightiest first, with what is needed to explain each.
public struct MatchRanking {
  struct Entry {
    let party: Int
    let weight: Int
    let name: BestName
  }

  let question: Question
  let facts: FactComparison
  let entries: [Entry]
  /// What a policy that does not weigh evidence found; it explains as it finds.
  let explained: [ScoredMatch]?

  init(question: Question, facts: FactComparison, entries: [Entry]) {
    self.question = question
    self.facts = facts
    self.entries = entries
    explained = nil
  }

  init(question: Question, facts: FactComparison, explained: [ScoredMatch]) {
    self.question = question
    self.facts = facts
    entries = []
    self.explained = explained
  }

  /// How many parties there are.
  public var count: Int { explained?.count ?? entries.count }

  /// The summed weight of a party's reasons.
  public func weight(at place: Int) -> Weight {
    explained?[place].weight ?? Weight(tenthsOfBit: entries[place].weight)
  }

  /// What its name alone weighs.
  public func nameWeight(at place: Int) -> Weight {
    explained?[place].nameWeight ?? Weight(tenthsOfBit: entries[place].name.weight)
  }
}

extension MatchingSession {
  /// The party at a place of the ranking: its id, and the name it is shown under.
  public func party(
    _ ranking: MatchRanking, at place: Int
  ) -> (id: ListedPartyID, caption: String) {
    if let explained = ranking.explained {
      return (explained[place].party, explained[place].caption)
    }
    return name(ofParty: ranking.entries[place].party)
  }
}
