import NameAnalysis
import NameIndex
import TradeModel

/// Weighs one reading against another, part by part.
///
/// The one path to a name's weight: what it records is both the sum and its explanation. A class for
/// its scratch arrays, which are reused so that weighing allocates nothing per candidate; one per
/// thread.
final class NameScorer {
  let index: PackedNameIndex
  let weights: NameWeights
  let spelling = SpellingDistance()
  /// What was found for (subject part, token), so that a word is compared once for a question. Words
  /// compare by their letters alone, so it does not matter whether an answer is still kept.
  let cache = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << 14)
  var question: UInt64 = 0

  var subject: [SubjectPart] = []
  var kind: PartyKind = .unknown
  var isCut = false
  var listed: [IndexedPart] = []
  var proposals: [AlignmentStep] = []
  var usedSubject: [Bool] = []
  var usedListed: [Bool] = []
  var joined: [UInt8] = []
  /// The rows of the last weighing: every part of both sides exactly once.
  var steps: [AlignmentStep] = []

  init(_ index: PackedNameIndex, weights: NameWeights) {
    self.index = index
    self.weights = weights
    cache.initialize(repeating: 0)
  }

  deinit { cache.deallocate() }

  /// Takes a reading of the subject for the weighings that follow.
  ///
  /// - Parameter isCut: the name fills the field it came in, so its end may be missing.
  func prepare(_ parts: [SubjectPart], kind: PartyKind, isCut: Bool) {
    subject = parts
    self.isCut = isCut
    self.kind = kind
    question += 1
    if question >= 1 << 20 {
      cache.update(repeating: 0)
      question = 1
    }
  }

  /// The summed weight of ``steps``, which it leaves behind, against a numbered reading.
  func weigh(against unit: Int) -> Int {
    listed.removeAll(keepingCapacity: true)
    for part in index.parts(ofUnit: unit) { listed.append(index.part(part)) }
    steps.removeAll(keepingCapacity: true)
    proposals.removeAll(keepingCapacity: true)
    usedSubject.removeAll(keepingCapacity: true)
    usedListed.removeAll(keepingCapacity: true)
    usedSubject.append(contentsOf: repeatElement(false, count: subject.count))
    usedListed.append(contentsOf: repeatElement(false, count: listed.count))
    let share = shareOfWorth()
    propose(share)
    takeBest()
    accountForRest(share)
    var sum = steps.reduce(0) { $0 + $1.weight }
    if sum < weights.leastForContradiction { sum = raiseToLeast(sum) }
    return sum
  }

  /// What a hundredth of a part's own worth counts in this pair: long names are held to
  /// `mostForName`, short ones raised towards `leastForName`.
  private func shareOfWorth() -> Int {
    let ofSubject = subject.reduce(0) { $0 + $1.weight }
    let ofListed = listed.reduce(0) { $0 + $1.weight }
    let worth = max(1, max(ofSubject, ofListed))
    if worth > weights.mostForName { return weights.mostForName * 100 / worth }
    let lesser = max(1, min(ofSubject, ofListed))
    if lesser < weights.leastForName { return min(200, weights.leastForName * 100 / lesser) }
    return 100
  }

  /// Very different names weigh no less than a fixed amount; the rows are scaled so that they still
  /// sum up.
  private func raiseToLeast(_ sum: Int) -> Int {
    let excess = weights.leastForContradiction - sum
    var rest = excess
    for place in steps.indices.reversed() where steps[place].weight < 0 && rest > 0 {
      let given = min(rest, -steps[place].weight)
      steps[place].weight += given
      rest -= given
    }
    return sum + excess - rest
  }

  private func takeBest() {
    // By weight, then by place: an order that does not depend on how proposals came.
    proposals.sort {
      if $0.weight != $1.weight { return $0.weight > $1.weight }
      if $0.subject.lowerBound != $1.subject.lowerBound {
        return $0.subject.lowerBound < $1.subject.lowerBound
      }
      return $0.listed.lowerBound < $1.listed.lowerBound
    }
    for step in proposals {
      guard !step.subject.contains(where: { usedSubject[$0] }),
        !step.listed.contains(where: { usedListed[$0] })
      else { continue }
      for place in step.subject { usedSubject[place] = true }
      for place in step.listed { usedListed[place] = true }
      steps.append(step)
    }
  }
}
