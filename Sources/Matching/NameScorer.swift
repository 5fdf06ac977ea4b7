import NameAnalysis
import NameIndex
import TradeModel

/// Weighs one reading against another, part by part.
///
/// The one path to a name's weight: what it records is both the sum and its explanation. It holds
/// scratch arrays, which are reused so that weighing allocates nothing per candidate; one per thread.
struct NameScorer: ~Copyable {
  let index: PackedNameIndex
  /// Tells which words hang together. It is asked with the reading that is weighed.
  let search: NameSearch
  /// Apart, so that reading one of them copies one of them.
  private let tuning = UnsafeMutablePointer<NameWeights>.allocate(capacity: 1)
  var weights: NameWeights {
    @inline(__always) get { tuning.pointee }
    set { tuning.pointee = newValue }
  }
  let spelling = SpellingDistance()
  /// What was found for (subject part, token), so that a word is compared once for a question. Words
  /// compare by their letters alone, so it does not matter whether an answer is still kept.
  let comparisons = PairMemory(capacity: 1 << 14)
  /// The same for how much of two words differs.
  let differences = PairMemory(capacity: 1 << 13)
  var question: UInt64 = 0

  var subject = Scratch<ComparedWord>(capacity: PartSet.most)
  private let letters = UnsafeMutablePointer<UInt8>.allocate(capacity: PartSet.most * 64)
  private var subjectWorth = 0
  /// The neighbours in the subject that may be one word on the other side.
  var runs = Scratch<JoinedRun>(capacity: 64)
  var kind: PartyKind = .unknown
  var isCut = false
  var listed = Scratch<ComparedWord>(capacity: PartSet.most)
  /// How many letters parts of either side have, a bit for each count.
  var subjectCounts: UInt64 = 0
  var listedCounts: UInt64 = 0
  var proposals = Scratch<AlignmentStep>(capacity: 64)
  /// One bit a part that stands in a row already.
  var usedSubject = PartSet()
  var usedListed = PartSet()
  private var missing = Scratch<Int>(capacity: PartSet.most)
  /// What each part of the subject gains at most by a pair, see ``mayReach(_:_:share:)``.
  var gains = Scratch<Int>(capacity: PartSet.most)
  var joined = Scratch<UInt8>(capacity: 256)
  var pairs = Scratch<NearPair>(capacity: 64)
  /// The rows of the last weighing: every part of both sides exactly once.
  var steps = Scratch<AlignmentStep>(capacity: 64)

  init(_ index: PackedNameIndex, _ search: NameSearch, weights: NameWeights) {
    self.index = index
    self.search = search
    tuning.initialize(to: weights)
  }

  deinit {
    tuning.deallocate()
    comparisons.free()
    differences.free()
    letters.deallocate()
    subject.free()
    listed.free()
    proposals.free()
    joined.free()
    runs.free()
    missing.free()
    gains.free()
    pairs.free()
    steps.free()
  }

  /// Takes a reading of the subject for the weighings that follow. ``search`` has it already.
  ///
  /// - Parameter isCut: the name fills the field it came in, so its end may be missing.
  mutating func prepare(_ parts: [SubjectPart], kind: PartyKind, isCut: Bool) {
    subject.removeAll()
    subjectWorth = 0
    subjectCounts = 0
    var end = 0
    for part in parts.prefix(PartSet.most) {
      let first = parts.firstIndex { $0.text == part.text } ?? 0
      let start = letters + end
      for letter in part.text {
        letters[end] = letter
        end += 1
      }
      subject.append(
        ComparedWord(
          role: part.role, sort: part.role.sort, group: part.group, weight: part.weight,
          letters: start, count: part.text.count,
          mask: LetterMask.of(UnsafeBufferPointer(start: start, count: part.text.count)),
          first: start[0], last: start[part.text.count - 1],
          links: 1 << UInt64(first & 63),
          bits: ComparedWord.bits(
            part.role, group: part.group, count: part.text.count, ofSubject: true,
            isCut: isCut && subject.count == parts.count - 1),
          token: -1, isUnknown: part.isUnknown))
      subjectWorth += part.weight
      subjectCounts |= 1 << UInt64(part.text.count & 63)
    }
    self.isCut = isCut
    self.kind = kind
    countRuns()
    countMissing()
    question += 1
    if question >= 1 << 20 {
      comparisons.forget()
      differences.forget()
      question = 1
    }
  }

  /// Charges rows of which the listed part stands before the one of the row before, by the subject's
  /// order. Less where the words at one end stand at the other, as family names do, and nothing else
  /// has changed place.
  private mutating func chargeOrder() {
    steps.sort { $0.subject.lowerBound < $1.subject.lowerBound }
    guard steps.count > 1 else { return }
    var turns = 0
    for place in 1..<steps.count where isTurn(place) { turns &+= 1 }
    if turns == 0 { return }
    let isMovedEnd =
      turns == 1
      && steps[steps.count - 1].listed.lowerBound < steps[0].listed.lowerBound
    let charge = isMovedEnd ? weights.otherOrder : weights.brokenOrder
    for place in 1..<steps.count where isTurn(place) { steps[place].weight += charge }
  }

  @inline(__always)
  private mutating func isTurn(_ place: Int) -> Bool {
    steps[place].listed.lowerBound < steps[place &- 1].listed.lowerBound
  }

  /// What so many words of the subject cost at least that have no counterpart, the cheapest first: at
  /// place *k* for *k* words.
  private mutating func countMissing() {
    missing.removeAll()
    for place in subject.indices { missing.append(costOfMissing(subject[place], ofSubject: true)) }
    missing.sort { $0 > $1 }
    var sum = 0
    for place in missing.indices {
      sum += missing[place]
      missing[place] = sum
    }
  }

  /// The most words of the subject that one listed word can stand for: those of an acronym.
  static let mostForOne = 6

  /// The summed weight of ``steps``, which it leaves behind, against a numbered reading.
  ///
  /// - Parameter least: a sum below it may be given as any other sum below it, and the rows are then
  ///   not whole. Agreements alone do not reach it, and nothing that follows adds to them.
  mutating func weigh(against unit: Int, least: Int = .min) -> Int {
    weigh(againstRank: index.rank(ofUnit: unit), least: least)
  }

  /// The same for the reading at a rank of the index.
  mutating func weigh(againstRank rank: Int, least: Int = .min) -> Int {
    let listedWorth = takeListed(rank)
    let alone = subject.count - Self.mostForOne * listed.count
    if alone > 0, least > weights.leastForContradiction,
      2 * min(listedWorth, weights.mostForName) + missing[alone - 1] < least
    {
      return least - 1
    }
    steps.removeAll()
    proposals.removeAll()
    usedSubject = PartSet()
    usedListed = PartSet()
    let share = shareOfWorth(listedWorth)
    if !mayReach(least, listedWorth, share: share) { return least - 1 }
    let raise = raiseOfAgreements(listedWorth, isWhole: true)
    propose(share)
    takeBest()
    if (agreed() + unmatchedWorth() * share / 100) * raise / 100 < least { return least - 1 }
    pairAlike(share)
    raiseAgreements(listedWorth)
    if agreed() + costOfContradictions() < least { return least - 1 }
    pairUnlike()
    chargeOrder()
    accountForRest()
    let sum = agreed()
    return sum < weights.leastForContradiction ? raiseToLeast(sum) : sum
  }

  /// Takes the parts of the reading at a rank; returns what they are worth together.
  @inline(__always)
  private mutating func takeListed(_ rank: Int) -> Int {
    listed.removeAll()
    listedCounts = 0
    var worth = 0
    for place in index.parts(ofRank: rank).prefix(PartSet.most) {
      let part = index.part(place)
      // Every token has a letter at least.
      guard let letters = index.text(of: part).baseAddress else { continue }
      listed.append(
        ComparedWord(
          role: part.role, sort: part.role.sort, group: part.group, weight: part.weight,
          letters: letters, count: part.length, mask: part.mask,
          first: part.ends.first, last: part.ends.last,
          links: search.linkedParts(toToken: part.token),
          bits: ComparedWord.bits(
            part.role, group: part.group, count: part.length, ofSubject: false),
          token: part.token))
      worth &+= part.weight
      listedCounts |= 1 << UInt64(part.length & 63)
    }
    return worth
  }

  /// The rows so far, summed.
  private mutating func agreed() -> Int {
    var sum = 0
    for place in steps.indices { sum &+= steps[place].weight }
    return sum
  }

  /// What the words are worth that may still be found alike.
  private mutating func unmatchedWorth() -> Int {
    guard listed.indices.contains(where: { listed[$0].role.isNameWord && !usedListed.contains($0) })
    else { return 0 }
    var worth = 0
    for place in subject.indices
    where subject[place].role.isNameWord && !usedSubject.contains(place) {
      worth += subject[place].weight
    }
    return worth
  }

  /// What a hundredth of a part's own worth counts in this pair: long names are held to
  /// `mostForName`.
  private mutating func shareOfWorth(_ listedWorth: Int) -> Int {
    let worth = max(subjectWorth, listedWorth)
    return worth > weights.mostForName ? max(1, weights.mostForName * 100 / worth) : 100
  }

  /// Raises the agreements of slight names towards `leastForName`: they are rarer than their words,
  /// the more so where nothing that tells anything is left over on either side.
  private mutating func raiseAgreements(_ listedWorth: Int) {
    let raise = raiseOfAgreements(listedWorth, isWhole: isWhole())
    guard raise > 100 else { return }
    for place in steps.indices {
      switch steps[place].operation {
      case .same, .variant, .similar, .joined:
        steps[place].weight = steps[place].weight * raise / 100
      case .initial, .abbreviation, .legalForm, .different, .subjectOnly, .listedOnly: break
      }
    }
  }

  mutating func raiseOfAgreements(_ listedWorth: Int, isWhole: Bool) -> Int {
    let worth = min(subjectWorth, listedWorth)
    guard worth > 0, worth < weights.leastForName else { return 100 }
    let part = weights.raiseForName + (isWhole ? weights.raiseForWhole : 0)
    return max(100, min(200, 100 + (weights.leastForName * 100 / worth - 100) * part / 100))
  }

  /// Whether every part that tells something stands in a row.
  private mutating func isWhole() -> Bool {
    for place in subject.indices
    where subject[place].role.tellsSomething && !usedSubject.contains(place) { return false }
    for place in listed.indices
    where listed[place].role.tellsSomething && !usedListed.contains(place) { return false }
    return true
  }

  /// Very different names weigh no less than a fixed amount; the rows are scaled so that they still
  /// sum up.
  private mutating func raiseToLeast(_ sum: Int) -> Int {
    let excess = weights.leastForContradiction - sum
    var rest = excess
    for place in steps.indices.reversed() where steps[place].weight < 0 && rest > 0 {
      let given = min(rest, -steps[place].weight)
      steps[place].weight += given
      rest -= given
    }
    return sum + excess - rest
  }

  private mutating func takeBest() {
    // By weight, then by place: an order that does not depend on how proposals came.
    proposals.sort {
      if $0.weight != $1.weight { return $0.weight > $1.weight }
      if $0.subject.lowerBound != $1.subject.lowerBound {
        return $0.subject.lowerBound < $1.subject.lowerBound
      }
      if $0.listed.lowerBound != $1.listed.lowerBound {
        return $0.listed.lowerBound < $1.listed.lowerBound
      }
      return $0.subject.count + $0.listed.count > $1.subject.count + $1.listed.count
    }
    for place in proposals.indices {
      let step = proposals[place]
      guard !usedSubject.contains(anyOf: step.subject), !usedListed.contains(anyOf: step.listed)
      else { continue }
      usedSubject.insert(step.subject)
      usedListed.insert(step.listed)
      steps.append(step)
    }
  }
}

/// Places of parts in a reading, one bit each. A reading has 96 words at most; pieces of joined words
/// may make more of them, and those beyond 256 are not weighed.
struct PartSet {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  static let most = 256

  @inline(__always)
  func contains(_ place: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(place & 63)
    switch place >> 6 {
    case 0: return bits.0 & bit != 0
    case 1: return bits.1 & bit != 0
    case 2: return bits.2 & bit != 0
    case 3: return bits.3 & bit != 0
    default: return true
    }
  }

  func contains(anyOf places: Range<Int>) -> Bool {
    for place in places where contains(place) { return true }
    return false
  }

  @inline(__always)
  mutating func insert(_ place: Int) {
    let bit: UInt64 = 1 << UInt64(place & 63)
    switch place >> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    case 3: bits.3 |= bit
    default: break
    }
  }

  mutating func insert(_ places: Range<Int>) {
    for place in places { insert(place) }
  }
}
