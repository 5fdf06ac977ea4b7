import Listings
public import NameAnalysis
public import NameIndex
import Parties
public import TradeModel
public import Watchlist

/// Finds and weighs the listed parties a subject could be.
///
/// It only reads, and a watchlist is immutable, so one value serves one thread at a time through its
/// own ``MatchingSession``.
public struct PartyMatcher: Sendable {
  /// The listed parties to be asked.
  public let watchlist: WatchlistFile
  /// Of the same version as the one the watchlist was compiled with.
  public let reader: NameReader
  /// What agreements weigh, and what is shown.
  public let policy: MatchPolicy
  /// Only for a policy that asks by OFAC's rule.
  let ofacNames: OFACNames?

  public init(watchlist: WatchlistFile, reader: NameReader, policy: MatchPolicy) {
    self.watchlist = watchlist
    self.reader = reader
    self.policy = policy
    ofacNames = policy.algorithm == .ofac ? OFACNames(watchlist) : nil
  }

  /// A place to ask from: its scratch memory is reused between questions. One per thread.
  ///
  /// - Parameter floor: shows parties from this score on instead of the policy's.
  public func session(
    floor: Score? = nil, among selection: PartySelection? = nil
  ) -> MatchingSession {
    MatchingSession(self, floor: floor ?? policy.floor, selection: selection)
  }

  /// Every listed party that reaches the policy's floor, or whose name alone does, the weightiest first.
  /// There is no limit.
  ///
  /// For many subjects keep a ``session()`` instead.
  public func matches(for subject: Subject) -> [ScoredMatch] { session().matches(for: subject) }
}

/// Asks one question after the other. One per thread.
///
/// A class because it owns counters as large as the index, which every question changes.
public final class MatchingSession {
  private let matcher: PartyMatcher
  private let watchlist: WatchlistFile
  private let search: NameSearch
  private var scorer: NameScorer
  private let floor: Int
  private let ofac: OFACSearch?
  /// The parties that are asked; `nil` for all. Readings are then numbered by its index.
  private let selection: PartySelection?
  private let index: PackedNameIndex
  /// The readings that the present question meets, by their ranks in the index.
  private var ranks: [UInt32] = []
  /// What a word that no table has is worth in names of each kind.
  private lazy var rarest = Dictionary(
    uniqueKeysWithValues: PartyKind.allCases.map { ($0, matcher.reader.weightOfUnknown($0)) })
  /// Where a party stands among those found for the present question, from 1; 0 for the others.
  private let places: UnsafeMutableBufferPointer<UInt32>

  deinit { places.deallocate() }

  init(_ matcher: PartyMatcher, floor: Score, selection: PartySelection?) {
    self.matcher = matcher
    self.selection = selection
    watchlist = matcher.watchlist
    index = selection?.index ?? watchlist.index
    search = NameSearch(index, model: matcher.reader.tokens)
    scorer = NameScorer(index, search, weights: matcher.policy.names)
    places = .allocate(capacity: matcher.watchlist.partyCount)
    places.initialize(repeating: 0)
    self.floor = matcher.policy.least(scoring: floor)
    ofac = matcher.ofacNames.map {
      OFACSearch(
        $0, watchlist: matcher.watchlist, floor: floor.value)
    }
  }

  /// Every listed party that reaches the policy's floor, or whose name alone does: what the facts
  /// contradict is discounted, not hidden. The weightiest first; equal weights by id.
  public func matches(for subject: Subject) -> [ScoredMatch] {
    let ranking = ranking(for: subject)
    return (0..<ranking.count).map { explained(ranking, at: $0) }
  }

  /// The same parties with their weights alone. ``explained(_:at:)`` gives the reasons of one.
  public func ranking(for subject: Subject) -> MatchRanking {
    let question = Question(subject, reader: matcher.reader)
    let comparison = FactComparison(question.facts, weights: matcher.policy.facts)
    if let ofac {
      var matches = ofac.matches(for: subject)
      if let selection {
        matches.removeAll { !(watchlist.party($0.party).map(selection.contains) ?? false) }
      }
      return MatchRanking(question: question, facts: comparison, explained: matches)
    }
    var best = bestNames(for: question, least: floor - comparison.most)
    addIdentified(question, to: &best)
    var entries: [MatchRanking.Entry] = []
    for (party, name) in best {
      // An upper bound: facts cannot lift it over the floor.
      if name.weight + comparison.most < floor, !name.isIdentified { continue }
      var weight = name.weight
      comparison.each(of: party, in: watchlist) { weight += $0.weight }
      if max(weight, name.weight) >= floor {
        entries.append(MatchRanking.Entry(party: party, weight: weight, name: name))
      }
    }
    sort(&entries)
    return MatchRanking(question: question, facts: comparison, entries: entries)
  }

  /// The weightiest first, equal weights by id. The id of each is read once: a name of one common word
  /// leads to thousands of equal weight.
  private func sort(_ entries: inout [MatchRanking.Entry]) {
    entries.sort { $0.weight > $1.weight }
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].weight == entries[start].weight { end += 1 }
      if end - start > 1 {
        let equal = entries[start..<end].map { (id: watchlist.id(ofParty: $0.party), entry: $0) }
        entries.replaceSubrange(start..<end, with: equal.sorted { $0.id < $1.id }.map(\.entry))
      }
      start = end
    }
  }

  func name(ofParty party: Int) -> (id: ListedPartyID, caption: String) {
    (watchlist.id(ofParty: party), watchlist.caption(ofParty: party))
  }

  /// One party of a ranking that this session made, with its reasons.
  public func explained(_ ranking: MatchRanking, at place: Int) -> ScoredMatch {
    if let explained = ranking.explained { return explained[place] }
    let entry = ranking.entries[place]
    return match(
      of: entry.party, by: entry.name, question: ranking.question, facts: ranking.facts)
  }

  /// Weighs `subject` against one party, whatever the index would propose: the same weight as
  /// ``matches(for:)`` gives it, also below the floor.
  public func match(of subject: Subject, withParty party: Int) -> ScoredMatch {
    if let ofac { return ofac.match(of: subject, withParty: party) }
    let question = Question(subject, reader: matcher.reader)
    let comparison = FactComparison(question.facts, weights: matcher.policy.facts)
    let name =
      bestNames(for: question).first { $0.party == party }?.name
      ?? bestOfAllNames(ofParty: party, question)
    return match(of: party, by: name, question: question, facts: comparison)
  }

  /// Whether asking for `subject` leads to the party: by one of its names, or by an identifier.
  ///
  /// Always so under a policy that compares every listed name.
  public func finds(_ party: Int, for subject: Subject) -> Bool {
    if ofac != nil { return true }
    let question = Question(subject, reader: matcher.reader)
    var found = bestNames(for: question)
    addIdentified(question, to: &found)
    return found.contains { $0.party == party }
  }
}

/// The best agreement of a subject's name with one of a party's names.
struct BestName {
  var weight: Int
  /// The numbers of the subject's name and its reading.
  var reading: (name: Int, reading: Int)
  var unit: Int
  /// The party carries one of the subject's identifiers.
  var isIdentified = false
}

extension MatchingSession {
  /// For every party of which a name meets one of the subject's: the best name, by party.
  ///
  /// - Parameter least: parties whose names all weigh less may be left out.
  private func bestNames(
    for question: Question, least: Int = .min
  ) -> [(party: Int, name: BestName)] {
    var found: [(party: Int, name: BestName)] = []
    defer { for (party, _) in found { places[party] = 0 } }
    for (number, name) in question.names.enumerated() {
      for (readingNumber, reading) in name.readings.enumerated() {
        ranks.removeAll(keepingCapacity: true)
        search.appendRanks(meeting: reading.reading, to: &ranks)
        prepareScorer(name, reading, question)
        for listed in reaching(least, asked: name.script, reading: readingNumber) {
          let place = place(ofParty: listed.party, in: &found)
          if listed.weight > found[place].name.weight {
            found[place].name = BestName(
              weight: listed.weight, reading: (number, readingNumber), unit: listed.unit)
          }
        }
      }
    }
    return found
  }

  /// What the readings at ``ranks`` weigh, as far as it is `least` or more, by number.
  private func reaching(
    _ least: Int, asked: WritingScript, reading: Int
  ) -> [(unit: Int, party: Int, weight: Int)] {
    var reaching: [(unit: Int, party: Int, weight: Int)] = []
    // Whose name it is, is looked up of the few that reach it: every look-up is one in a large table.
    for rank in ranks {
      let weight = scorer.weigh(againstRank: Int(rank), least: least)
      if weight < least { continue }
      let unit = index.unit(ofRank: Int(rank))
      let listed = listedUnit(unit)
      let standing = NameStanding(ofUnit: listed, in: watchlist, asked: asked, reading: reading)
      let whole = weight + standing.weight(matcher.policy.facts)
      if whole < least { continue }
      reaching.append((unit, watchlist.party(ofName: watchlist.unitNames[listed]), whole))
    }
    reaching.sort { $0.unit < $1.unit }
    return reaching
  }

  /// Where a party stands among those found; it is added with a name that any other outweighs.
  private func place(
    ofParty party: Int, in found: inout [(party: Int, name: BestName)]
  ) -> Int {
    if places[party] == 0 {
      found.append((party, BestName(weight: .min, reading: (0, 0), unit: -1)))
      places[party] = UInt32(found.count)
    }
    return Int(places[party]) - 1
  }

  /// Whether a party whose name is kept as `reading` may reach this session's floor with one of the
  /// parties asked, whatever its facts turn out to be: never `false` for one that does by its name.
  ///
  /// For going through a large index of subjects cheaply. Parties that carry an identifier of those
  /// asked are found by it and not by this. Always `true` under a policy that compares every name.
  ///
  /// - Parameters:
  ///   - reading: as ``PackedNameIndex/reading(ofUnit:)`` gives it, with the weights of its parts.
  ///   - verbatim: the name that it is a reading of.
  ///   - stated: which facts the subject states.
  public func mayReachFloor(
    _ reading: NameReading, weights: [Int], of verbatim: String, kind: PartyKind,
    stated: StatedFacts
  ) -> Bool {
    if ofac != nil { return true }
    let least = floor - matcher.policy.facts.most(of: stated)
    ranks.removeAll(keepingCapacity: true)
    search.appendRanks(meeting: reading, to: &ranks)
    guard !ranks.isEmpty else { return false }
    let rarest = rarest[kind] ?? 0
    let parts = zip(reading.parts, weights).map {
      SubjectPart($0, weight: $1, rarest: rarest)
    }
    scorer.prepare(parts, kind: kind, isCut: matcher.policy.names.fillsField(verbatim))
    // How a listed name stands to its party is not looked up: it never adds to what the names weigh.
    return ranks.contains { scorer.weigh(againstRank: Int($0), least: least) >= least }
  }

  /// The watchlist's number of a reading that the index at hand numbers.
  @inline(__always)
  private func listedUnit(_ unit: Int) -> Int {
    guard let selection else { return unit }
    return Int(selection.units[unit])
  }

  /// The number that a reading of the watchlist has in the index at hand.
  private func number(ofUnit unit: Int) -> Int? {
    guard let selection else { return unit }
    return selection.number(ofUnit: unit)
  }

  private func prepare(_ name: Question.Name, _ reading: Question.Reading, _ question: Question) {
    search.prepare(reading.reading)
    prepareScorer(name, reading, question)
  }

  private func prepareScorer(
    _ name: Question.Name, _ reading: Question.Reading, _ question: Question
  ) {
    scorer.prepare(
      reading.parts, kind: question.kind,
      isCut: matcher.policy.names.fillsField(name.verbatim))
  }

  private func weigh(
    _ unit: Int, asked: WritingScript, reading: Int, least: Int = .min
  ) -> Int {
    let weight = scorer.weigh(against: unit, least: least)
    if weight < least { return weight }
    let standing = NameStanding(
      ofUnit: listedUnit(unit), in: watchlist, asked: asked, reading: reading)
    return weight + standing.weight(matcher.policy.facts)
  }

  /// Parties that carry one of the subject's identifiers, whatever their names.
  private func addIdentified(_ question: Question, to found: inout [(party: Int, name: BestName)]) {
    for identifier in question.facts.identifiers {
      for party in watchlist.parties(withIdentifierHash: identifier.hash)
      where selection?.contains(party) ?? true {
        if let place = found.firstIndex(where: { $0.party == party }) {
          found[place].name.isIdentified = true
        } else {
          var name = bestOfAllNames(ofParty: party, question)
          name.isIdentified = true
          found.append((party, name))
        }
      }
    }
  }

  /// Over all names of a party, for when none meets.
  private func bestOfAllNames(ofParty party: Int, _ question: Question) -> BestName {
    var best = BestName(weight: Int.min / 2, reading: (0, 0), unit: -1)
    for (number, name) in question.names.enumerated() {
      for (readingNumber, reading) in name.readings.enumerated() {
        prepare(name, reading, question)
        for listedName in watchlist.names(ofParty: party) {
          for unit in watchlist.name(listedName).units.compactMap(number(ofUnit:)) {
            let weight = weigh(unit, asked: name.script, reading: readingNumber)
            if weight > best.weight {
              best = BestName(weight: weight, reading: (number, readingNumber), unit: unit)
            }
          }
        }
      }
    }
    if best.unit < 0 { best.weight = 0 }
    return best
  }

  /// The match with its reasons: weighs the name once more to keep the rows.
  private func match(
    of party: Int, by name: BestName, question: Question, facts: FactComparison
  ) -> ScoredMatch {
    var reasons: [Reason] = []
    if name.unit >= 0 {
      let subject = question.names[name.reading.name]
      prepare(subject, subject.readings[name.reading.reading], question)
      _ = scorer.weigh(against: name.unit)
      let unit = listedUnit(name.unit)
      let listed = watchlist.unitNames[unit]
      reasons.append(
        NameReason.reason(
          Array(scorer.steps.buffer), subject: subject.verbatim,
          parts: subject.readings[name.reading.reading].parts, watchlist: watchlist,
          kind: question.kind, unit: unit, weights: matcher.policy.names))
      let standing = NameStanding(
        ofUnit: unit, in: watchlist, asked: subject.script, reading: name.reading.reading)
      reasons += NameReason.reasons(
        standing, matcher.policy.facts, subject: subject.verbatim, name: listed,
        watchlist: watchlist)
    }
    facts.each(of: party, in: watchlist) { reasons.append($0.reason(in: watchlist)) }
    return ScoredMatch(
      party: watchlist.id(ofParty: party), caption: watchlist.caption(ofParty: party),
      reasons: reasons)
  }
}

extension MatchPolicy {
  /// The smallest weight, in tenths of a bit, that scores at least `score`.
  func least(scoring score: Score) -> Int {
    var low = prior.tenthsOfBit - 20 * max(1, scale)
    var high = prior.tenthsOfBit + 20 * max(1, scale)
    while low < high {
      let middle = low + (high - low) / 2
      if self.score(of: Weight(tenthsOfBit: middle)) < score {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
