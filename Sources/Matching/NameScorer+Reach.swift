import NameAnalysis
import NameIndex
import TradeModel

/// What is known, before anything is compared by its letters, of what the parts of a subject may add to
/// a sum.
struct ReachTally {
  /// What the parts that may agree are worth, and how many they are.
  var worth = 0
  var count = 0
  /// The least of the worths of the words of a name that may agree.
  var leastWorth = Int.max
  /// What the other parts cost at least.
  var cost = 0
  /// The words of a name among them, what it costs at least that they contradict, and the least that one
  /// of these costs loses by being none.
  var others = 0
  var contradictions = 0
  var leastRelief = Int.max
  /// Whether a part that tells something cannot agree.
  var isPartial = false
}

// Whether a reading can reach a sum at all. Most of those that meet do not: a word in common and another
// one that differs.
extension NameScorer {
  /// `false` where the summed weight against the reading in ``listed`` is below `least`, however its words
  /// compare.
  ///
  /// An upper bound of ``weigh(against:least:)``: every part of the subject stands in one row; a row that
  /// agrees is worth no more than the subject's parts in it; and what can neither agree by a link, nor be
  /// alike by its letters, nor be a piece of a joined word, is missing or contradicts.
  mutating func mayReach(_ least: Int, _ listedWorth: Int, share: Int) -> Bool {
    guard least > weights.leastForContradiction, subject.count <= 64, listed.count <= 64,
      !haveAcronym()
    else { return true }
    var others = pairGains()
    var joined: UInt64 = 0
    // Of neighbours on the list that may be one word, all together count.
    var heaviest = addJoined(&joined, &others) ? listedWorth : 0
    for j in listed.indices { heaviest = max(heaviest, listed[j].weight) }
    var tally = ReachTally()
    for i in subject.indices {
      var gain = gains[i]
      if joined & (1 << UInt64(i)) != 0 {
        gain = max(gain, 2, min(subject[i].weight, heaviest))
      } else {
        gain = max(gain, gainOfAlike(i, above: gain, &others))
      }
      if gain == 0 {
        addLone(i, &tally)
        continue
      }
      tally.worth &+= gain
      tally.count &+= 1
      if mayContradict(subject[i]) { tally.leastWorth = min(tally.leastWorth, gain) }
    }
    var rest = 0
    var isPartial = tally.isPartial
    var haveFathers = false
    for j in listed.indices where others & (1 << UInt64(j)) == 0 {
      if mayContradict(listed[j]) { rest &+= 1 }
      if listed[j].role.tellsSomething { isPartial = true }
    }
    for i in subject.indices where subject[i].role == .patronymic { haveFathers = true }
    let raise = raiseOfAgreements(listedWorth, isWhole: !isPartial)
    func sum(_ worth: Int) -> Int { (worth &* share / 100 &+ tally.count) &* raise / 100 }
    // A word that could agree but does not may stand against another one in place of those that cannot.
    if tally.leastWorth < .max,
      sum(tally.worth &- tally.leastWorth) &+ tally.cost >= least
    {
      return true
    }
    var cost = tally.cost
    if !haveFathers, tally.others > 0 {
      if rest >= tally.others {
        cost &+= tally.contradictions
      } else if rest > 0 {
        cost &-= rest &* tally.leastRelief
      }
    }
    return sum(tally.worth) &+ cost >= least
  }

  /// Whether first letters may stand for words: then nothing is foreseen.
  private mutating func haveAcronym() -> Bool {
    guard kind != .person, kind != .vessel else { return false }
    let (subject, listed) = (subject, listed)
    for i in subject.indices where Self.mayBeAcronym(subject[i], of: listed.count) {
      for j in listed.indices
      where Self.end(spelling: subject[i].text, from: j, in: listed) != nil { return true }
    }
    for j in listed.indices where Self.mayBeAcronym(listed[j], of: subject.count) {
      for i in subject.indices
      where Self.end(spelling: listed[j].text, from: i, in: subject) != nil { return true }
    }
    return false
  }

  /// Finds what each part of the subject gains at most by a pair of ``propose(_:)``. Returns the listed
  /// parts of such pairs, a bit each.
  private mutating func pairGains() -> UInt64 {
    gains.removeAll()
    for _ in subject.indices { gains.append(0) }
    var others: UInt64 = 0
    for j in listed.indices {
      let (links, bits) = (listed[j].links, listed[j].bits)
      for i in subject.indices where subject[i].links & links | subject[i].bits & bits != 0 {
        let gain = gain(i, j).0
        if gain > 0 {
          gains[i] = max(gains[i], gain)
          others |= 1 << UInt64(j)
        }
      }
    }
    return others
  }

  /// What a word gains at most by being alike to one that it is not paired with, as far as that is more
  /// than `known`.
  private mutating func gainOfAlike(_ i: Int, above known: Int, _ others: inout UInt64) -> Int {
    let word = subject[i]
    guard word.role.isNameWord, known < word.weight else { return 0 }
    var most = 0
    for j in listed.indices {
      let other = listed[j]
      // Of linked words and of two fathers the pair says how alike they are.
      guard other.role.isNameWord, word.links & other.links == 0,
        word.role != .patronymic || other.role != .patronymic
      else { continue }
      let longer = max(word.count, other.count)
      if leastDistance(word, other) <= longer &* weights.mostDifference / 10 {
        others |= 1 << UInt64(j)
        most = max(most, 2, min(word.weight, other.weight))
      }
    }
    return most
  }

  /// What the distance of two words is at least, in tenths of a letter.
  @inline(__always)
  private func leastDistance(_ a: ComparedWord, _ b: ComparedWord) -> Int {
    NamePart.isSyllable(group: a.group) && NamePart.isSyllable(group: b.group)
      ? 10 &* max(a.count, b.count) : spelling.least(a.mask, b.mask)
  }

  /// Adds the parts that ``proposeJoined(_:)`` may take as pieces of one word, or as that word. Returns
  /// whether pieces stand on the list.
  private mutating func addJoined(_ mine: inout UInt64, _ others: inout UInt64) -> Bool {
    guard subject.count > 1 || listed.count > 1 else { return false }
    var arePiecesListed = false
    func bits(_ run: JoinedRun) -> UInt64 {
      (2 << UInt64(run.last &- run.first) &- 1) << UInt64(run.first)
    }
    for place in runs.indices {
      let run = runs[place]
      guard Self.mayBeCounted(run.count, among: listedCounts) else { continue }
      for j in listed.indices where mayBeJoined(run, listed[j]) {
        mine |= bits(run)
        others |= 1 << UInt64(j)
      }
    }
    eachListedRun { scorer, run in
      for i in scorer.subject.indices where scorer.mayBeJoined(run, scorer.subject[i]) {
        mine |= 1 << UInt64(i)
        others |= bits(run)
        arePiecesListed = true
      }
    }
    return arePiecesListed
  }

  /// Tallies a part of the subject that agrees with none: what it costs at least that it is missing, or
  /// stands against another.
  private mutating func addLone(_ i: Int, _ tally: inout ReachTally) {
    let word = subject[i]
    var mildest = Int.min
    var haveGeneric = false
    for j in listed.indices {
      let other = listed[j]
      if other.role == .generic || other.role == .place { haveGeneric = true }
      guard word.role.isNameWord, other.role.isNameWord else { continue }
      let longer = max(word.count, other.count)
      mildest = max(mildest, contradiction(i, j, leastDistance(word, other) &* 10 / longer))
    }
    if word.role.tellsSomething { tally.isPartial = true }
    var cost = costOfMissing(word, ofSubject: true)
    switch word.role {
    case .word, .given, .family:
      if haveGeneric {
        cost = max(
          cost,
          weights.differentGeneric - word.weight * weights.differentGenericByRarity / 100)
      }
      let either = max(cost, mildest)
      tally.cost &+= either
      tally.others &+= 1
      if mildest > .min {
        tally.contradictions &+= mildest &- either
        tally.leastRelief = min(tally.leastRelief, either &- mildest)
      } else {
        tally.leastRelief = 0
      }
    case .generic, .place: tally.cost &+= max(cost, weights.differentGeneric)
    case .numeral: tally.cost &+= max(cost, weights.otherNumeral)
    case .legalForm: tally.cost &+= max(cost, weights.otherForm)
    case .patronymic, .particle, .honorific, .initial: break
    }
  }
}
