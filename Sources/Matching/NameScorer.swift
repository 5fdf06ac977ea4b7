import NameAnalysis
import NameIndex
import TradeModel

/// One part of a subject's reading with what it is worth.
struct SubjectPart {
  let text: [UInt8]
  let role: NamePart.Role
  let group: UInt32
  let weight: Int
  let source: Range<Int>
}

/// One row of an alignment: some parts of either side, by their places; two on one side when joined.
struct AlignmentStep {
  /// Empty when the row has no part of this side.
  let subject: Range<Int>
  let listed: Range<Int>
  let operation: AlignedPart.Operation
  var weight: Int
}

/// Weighs one reading against another, part by part.
///
/// The one path to a name's weight: what it records is both the sum and its explanation. A class for
/// its scratch arrays, which are reused so that weighing allocates nothing per candidate; one per
/// thread.
final class NameScorer {
  private let index: NameIndex
  private let weights: NameWeights
  private let spelling = SpellingDistance()
  /// What was found for (subject part, token), so that a word is compared once for a question. Words
  /// compare by their letters alone, so it does not matter whether an answer is still kept.
  private let cache = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << 14)
  private var question: UInt64 = 0

  private var subject: [SubjectPart] = []
  private var kind: PartyKind = .unknown
  private var isCut = false
  private var listed: [IndexedPart] = []
  private var proposals: [AlignmentStep] = []
  private var usedSubject: [Bool] = []
  private var usedListed: [Bool] = []
  private var joined: [UInt8] = []
  /// The rows of the last weighing: every part of both sides exactly once.
  private(set) var steps: [AlignmentStep] = []

  init(_ index: NameIndex, weights: NameWeights) {
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
}

// MARK: - Pairs that agree

extension NameScorer {
  private func propose(_ share: Int) {
    let subject = subject
    let listed = listed
    for i in subject.indices {
      for j in listed.indices {
        let (gain, operation) = gain(subject[i], i, listed[j])
        if gain > 0 {
          proposals.append(
            AlignmentStep(
              subject: i..<(i + 1), listed: j..<(j + 1), operation: operation,
              weight: max(1, gain * share / 100)))
        }
      }
    }
    if subject.count > 1 || listed.count > 1 { proposeJoined(share) }
  }

  private func gain(
    _ a: SubjectPart, _ i: Int, _ b: IndexedPart
  ) -> (Int, AlignedPart.Operation) {
    let worth = min(a.weight, b.weight)
    if a.role == .legalForm, b.role == .legalForm {
      if a.group == b.group, a.group != 0 || isSame(a, b.token) {
        return (weights.sameForm, .legalForm)
      }
      return (0, .different)
    }
    if a.role == .numeral || b.role == .numeral {
      if a.role == b.role, a.group == b.group, a.group != 0 { return (max(worth, 40), .same) }
      return isSame(a, b.token) ? (max(worth, 40), .same) : (0, .different)
    }
    if a.role == .initial || b.role == .initial {
      guard let first = a.text.first, first == index.text(ofToken: b.token).first else {
        return (0, .different)
      }
      if isSame(a, b.token) { return (max(weights.initial, min(worth, 40)), .same) }
      return b.role.isNameWord || a.role.isNameWord
        ? (min(worth, weights.initial), .initial) : (0, .different)
    }
    let comparison =
      a.role == .patronymic && b.role == .patronymic
      ? compareFathers(a, i, b.token) : compare(a, i, b.token)
    if comparison.kind == .same { return (max(worth, 2), .same) }
    if a.group != 0, a.group == b.group, a.role.isNameWord == b.role.isNameWord {
      return (max(1, worth * (100 - weights.variantLoss) / 100), .variant)
    }
    switch comparison.kind {
    case .similar:
      return (worth * kept(comparison.difference) / 100, .similar)
    case .affix:
      let isLastOfField = isCut && i == subject.count - 1
      return (worth * (isLastOfField ? 90 : weights.affixKept) / 100, .abbreviation)
    case .same, .none: return (0, .different)
    }
  }

  /// Two to four neighbours on one side against one word on the other.
  private func proposeJoined(_ share: Int) {
    let subject = subject
    let listed = listed
    for i in subject.indices {
      joined.removeAll(keepingCapacity: true)
      joined.append(contentsOf: subject[i].text)
      var worth = subject[i].weight
      for end in (i + 1)..<max(i + 1, min(subject.count, i + 4)) {
        joined.append(contentsOf: subject[end].text)
        worth += subject[end].weight
        for j in listed.indices {
          let one = index.text(ofToken: listed[j].token)
          guard let kept = joinedKept(one) else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(end + 1), listed: j..<(j + 1), operation: .joined,
              weight: max(1, min(worth, listed[j].weight) * kept / 100 * share / 100)))
        }
      }
    }
    for j in listed.indices {
      joined.removeAll(keepingCapacity: true)
      joined.append(contentsOf: index.text(ofToken: listed[j].token))
      var worth = listed[j].weight
      for end in (j + 1)..<max(j + 1, min(listed.count, j + 4)) {
        joined.append(contentsOf: index.text(ofToken: listed[end].token))
        worth += listed[end].weight
        for i in subject.indices {
          let kept = subject[i].text.withUnsafeBufferPointer { joinedKept($0) }
          guard let kept else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(i + 1), listed: j..<(end + 1), operation: .joined,
              weight: max(1, min(worth, subject[i].weight) * kept / 100 * share / 100)))
        }
      }
    }
  }

  /// What is kept, in hundredths, when `one` is written for the words in `joined`.
  private func joinedKept(_ one: UnsafeBufferPointer<UInt8>) -> Int? {
    // A part has 63 bytes at most.
    guard joined.count >= 4, joined.count < 64, abs(joined.count - one.count) <= 2 else {
      return nil
    }
    return joined.withUnsafeBufferPointer { two in
      guard two.first == one.first || two.last == one.last else { return nil }
      let comparison = PartComparison.compare(two, one, most: 18, with: spelling)
      switch comparison.kind {
      case .same: return 95
      case .similar: return max(1, kept(comparison.difference) - 5)
      case .none, .affix: return nil
      }
    }
  }

  /// What a word is still worth, in hundredths, when that part of it differs.
  private func kept(_ difference: Int) -> Int {
    let near = min(difference, weights.nearDifference)
    let far = difference - near
    return max(0, 100 - near * weights.editLoss / 100 - far * weights.farEditLoss / 100)
  }

  /// Patronymics share their endings; only what stands before tells fathers apart.
  private func compareFathers(_ part: SubjectPart, _ i: Int, _ token: Int) -> PartComparison {
    let whole = compare(part, i, token)
    guard whole.kind != .same else { return whole }
    return part.text.withUnsafeBufferPointer { text in
      PartComparison.compare(
        Self.father(text), Self.father(index.text(ofToken: token)), most: weights.mostDifference,
        with: spelling)
    }.asSimilar
  }

  /// What stands before `ovich`, `yevna`, `evitj`: up to the last `v`, without the vowels before it.
  private static func father(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let isV = { (letter: UInt8) in letter == UInt8(ascii: "v") || letter == UInt8(ascii: "w") }
    guard var end = text.lastIndex(where: isV) else { return text }
    while end > 2, "aeiouyj".utf8.contains(text[end - 1]) { end -= 1 }
    return end > 1 ? UnsafeBufferPointer(rebasing: text[..<end]) : text
  }

  private func isSame(_ part: SubjectPart, _ token: Int) -> Bool {
    index.text(ofToken: token).elementsEqual(part.text)
  }

  private func compare(_ part: SubjectPart, _ i: Int, _ token: Int) -> PartComparison {
    // 20 bits of question, 6 of part, 30 of token, 8 of answer.
    let slot = (token &* 31 &+ i) & (cache.count - 1)
    let key = question << 44 | UInt64(i & 63) << 38 | UInt64(token) << 8
    if i < 64, cache[slot] & ~0xFF == key {
      let answer = UInt8(truncatingIfNeeded: cache[slot])
      return PartComparison(
        kind: PartComparison.Kind(rawValue: answer >> 6) ?? .none, difference: Int(answer & 63))
    }
    let result = part.text.withUnsafeBufferPointer {
      PartComparison.compare(
        $0, index.text(ofToken: token), most: min(63, weights.mostDifference), with: spelling)
    }
    cache[slot] = key | UInt64(result.kind.rawValue << 6) | UInt64(min(63, result.difference))
    return result
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

// MARK: - The rest of both names

extension NameScorer {
  private func accountForRest(_ share: Int) {
    pairRest(share) {
      $0 == .legalForm
    } weight: { _, _ in
      weights.otherForm
    }
    pairRest(share) {
      $0 == .numeral
    } weight: { _, _ in
      weights.otherNumeral
    }
    pairRest(share) {
      $0 == .initial
    } weight: { _, _ in
      weights.otherInitial
    }
    let base = kind == .person ? weights.differentInPerson : weights.differentInOther
    pairRest(share) {
      $0 == .patronymic
    } weight: { _, _ in
      weights.differentPatronymic
    }
    pairRest(share) {
      $0.isNameWord
    } weight: { a, b in
      base - min(a, b) * weights.differentByRarity / 100
    }
    pairRest(share) {
      $0.isNameWord || $0 == .generic || $0 == .place
    } weight: { a, b in
      // One of the two is generic; the other one may be rare.
      weights.differentGeneric - max(a, b) * weights.differentByRarity / 200
    }
    for i in subject.indices where !usedSubject[i] {
      steps.append(
        AlignmentStep(
          subject: i..<(i + 1), listed: 0..<0, operation: .subjectOnly,
          weight: cost(of: subject[i].role, worth: subject[i].weight, word: weights.subjectOnlyWord)
        ))
    }
    for j in listed.indices where !usedListed[j] {
      steps.append(
        AlignmentStep(
          subject: 0..<0, listed: j..<(j + 1), operation: .listedOnly,
          weight: cost(of: listed[j].role, worth: listed[j].weight, word: weights.listedOnlyWord)
            / (isCut ? 8 : 1)))
    }
  }

  /// Holds what is left of one role on both sides against each other, the heaviest first.
  private func pairRest(
    _ share: Int, _ isMeant: (NamePart.Role) -> Bool, weight: (Int, Int) -> Int
  ) {
    while true {
      var i = -1
      var j = -1
      for place in subject.indices
      where !usedSubject[place] && isMeant(subject[place].role)
        && (i < 0 || subject[place].weight > subject[i].weight)
      { i = place }
      for place in listed.indices
      where !usedListed[place] && isMeant(listed[place].role)
        && (j < 0 || listed[place].weight > listed[j].weight)
      { j = place }
      guard i >= 0, j >= 0 else { return }
      usedSubject[i] = true
      usedListed[j] = true
      let isForm = subject[i].role == .legalForm
      steps.append(
        AlignmentStep(
          subject: i..<(i + 1), listed: j..<(j + 1), operation: isForm ? .legalForm : .different,
          weight: weight(subject[i].weight, listed[j].weight)))
    }
  }

  private func cost(of role: NamePart.Role, worth: Int, word: Int) -> Int {
    switch role {
    case .word, .given, .family: max(word, -max(10, worth))
    case .patronymic: weights.missingPatronymic
    case .generic: weights.missingGeneric
    case .place: weights.missingPlace
    case .numeral: weights.missingNumeral
    case .legalForm: weights.missingForm
    case .particle, .honorific, .initial: weights.missingSmall
    }
  }
}

extension NamePart.Role {
  /// Whether a part of this role tells who it is: another one is another party.
  var isNameWord: Bool {
    switch self {
    case .word, .given, .family, .patronymic: true
    case .particle, .honorific, .initial, .legalForm, .generic, .place, .numeral: false
    }
  }
}
