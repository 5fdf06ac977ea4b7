import NameAnalysis
import NameIndex
import TradeModel

extension NameScorer {
  mutating func propose(_ share: Int) {
    for j in listed.indices {
      let (links, bits) = (listed[j].links, listed[j].bits)
      for i in subject.indices where subject[i].links & links | subject[i].bits & bits != 0 {
        let (gain, operation) = gain(i, j)
        if gain > 0 {
          proposals.append(
            AlignmentStep(
              subject: i..<(i + 1), listed: j..<(j + 1), operation: operation,
              weight: max(1, gain * share / 100)))
        }
      }
    }
    if subject.count > 1 || listed.count > 1 { proposeJoined(share) }
    proposeAcronyms(share)
  }

  /// What the two parts gain when they stand in one row by themselves, 0 where they do not agree.
  @inline(__always)
  mutating func gain(_ i: Int, _ j: Int) -> (Int, AlignedPart.Operation) {
    let (a, b) = (subject[i], listed[j])
    if a.sort.isWord, b.sort.isWord { return gainOfWords(i, j, a, b) }
    let isMeant = a.group != 0 && a.group == b.group
    if a.sort == .initial || b.sort == .initial, a.sort != .form, b.sort != .form,
      !isCutPart(i)
    {
      guard a.letters[0] == b.letters[0] else { return (0, .different) }
      if Self.areSame(a, b) {
        return (max(weights.initial, min(a.weight, b.weight, 40)), .same)
      }
      return a.role.isNameWord || b.role.isNameWord
        ? (min(a.weight, b.weight, weights.initial), .initial) : (0, .different)
    }
    if a.sort == .form, b.sort == .form {
      if Self.areSame(a, b) { return (weights.sameForm, .legalForm) }
      guard isMeant else { return (0, .different) }
      let isOne = a.count < b.count ? Self.abbreviates(a, b) : Self.abbreviates(b, a)
      return (isOne ? weights.sameForm : weights.formOfClass, .legalForm)
    }
    if a.sort == .numeral || b.sort == .numeral {
      return (a.sort == b.sort && isMeant) || Self.areSame(a, b)
        ? (max(min(a.weight, b.weight), 40), .same) : (0, .different)
    }
    return gainOfCut(i, a, b)
  }

  @inline(__always)
  private mutating func gainOfWords(
    _ i: Int, _ j: Int, _ a: ComparedWord, _ b: ComparedWord
  ) -> (Int, AlignedPart.Operation) {
    let isLinked = a.links & b.links != 0
    let isMeant = a.group != 0 && a.group == b.group
    let areFathers = a.role == .patronymic && b.role == .patronymic
    // Groups share bits, so pairs of two groups come here too.
    if !isLinked, !isMeant, !areFathers, a.count > 1, a.sort == .word {
      return gainOfCut(i, a, b)
    }
    let worth = min(a.weight, b.weight)
    let comparison =
      areFathers
      ? compareFathers(i, j)
      : isLinked
        ? compare(i, j) : Self.areSame(a, b) ? PartComparison(kind: .same, difference: 0) : .none
    if comparison.kind == .same { return (max(worth, 2), .same) }
    if isMeant {
      // The nearer spelling of two is the likelier one.
      let far = difference(i, j, most: Self.leastAlike - 1) * weights.variantByDifference / 100
      return (max(1, worth * (100 - weights.variantLoss - far) / 100), .variant)
    }
    switch comparison.kind {
    case .similar: return (likeness(i, j, comparison.difference), .similar)
    case .affix:
      if isCutPart(i) { return (worth * weights.cutKept / 100, .abbreviation) }
      let kept = kind == .person ? weights.affixKeptInPerson : weights.affixKept
      return (
        worth * kept * (100 - comparison.difference) / 10_000 + weights.affix, .abbreviation
      )
    case .same, .none: return gainOfCut(i, a, b)
    }
  }

  /// The last letters that found room in a field.
  @inline(__always)
  private mutating func gainOfCut(
    _ i: Int, _ a: ComparedWord, _ b: ComparedWord
  ) -> (Int, AlignedPart.Operation) {
    guard isCutPart(i), b.text.starts(with: a.text) else { return (0, .different) }
    return (max(1, min(a.weight, b.weight, 20) * weights.cutKept / 100), .abbreviation)
  }

  @inline(__always)
  static func areSame(_ a: ComparedWord, _ b: ComparedWord) -> Bool {
    guard a.mask == b.mask, a.count == b.count else { return false }
    for place in 0..<a.count where a.letters[place] != b.letters[place] { return false }
    return true
  }

  /// Whether the letters of a form stand in order in a longer one and both begin alike: `ooo` in
  /// `obshchestvosogranichennoyotvetstvennostyu`, `ltd` in `limited`.
  private static func abbreviates(_ short: ComparedWord, _ long: ComparedWord) -> Bool {
    guard short.letters[0] == long.letters[0] else { return false }
    var place = 0
    for letter in long.text where place < short.count && letter == short.letters[place] {
      place += 1
    }
    return place == short.count
  }

  /// What words are worth of which that many hundredths differ.
  mutating func likeness(_ i: Int, _ j: Int, _ difference: Int) -> Int {
    var kept = kept(difference)
    if subject[i].isUnknown { kept += (100 - kept) * weights.unknownReturned / 100 }
    var gain = min(subject[i].weight, listed[j].weight) * kept / 100
    if areSyllables(i, j) { gain = gain * (100 - weights.syllableLoss) / 100 }
    return gain + weights.slip
  }

  /// Two syllables of Chinese or Korean names are two names; a slip of the hand is rarer.
  mutating func areSyllables(_ i: Int, _ j: Int) -> Bool {
    NamePart.isSyllable(group: subject[i].group) && NamePart.isSyllable(group: listed[j].group)
  }

  /// Whether that part of the subject may have been cut where its field ended.
  mutating func isCutPart(_ i: Int) -> Bool { isCut && i == subject.count - 1 }

  /// Two to four neighbours on one side against one word on the other.
  private mutating func proposeJoined(_ share: Int) {
    for place in runs.indices {
      let run = runs[place]
      guard Self.mayBeCounted(run.count, among: listedCounts) else { continue }
      for j in listed.indices {
        guard mayBeJoined(run, listed[j]), let kept = joinedKept(run, listed[j]) else { continue }
        proposals.append(
          AlignmentStep(
            subject: run.first..<(run.last + 1), listed: j..<(j + 1), operation: .joined,
            weight: max(1, min(run.weight, listed[j].weight) * kept / 100 * share / 100)))
      }
    }
    eachListedRun { scorer, run in
      for i in scorer.subject.indices where scorer.mayBeJoined(run, scorer.subject[i]) {
        scorer.joined.removeAll()
        for place in run.first...run.last { scorer.append(scorer.listed[place]) }
        var run = run
        run.letters = scorer.joined.buffer.baseAddress ?? run.letters
        guard let kept = scorer.joinedKept(run, scorer.subject[i]) else { continue }
        scorer.proposals.append(
          AlignmentStep(
            subject: i..<(i + 1), listed: run.first..<(run.last + 1), operation: .joined,
            weight: max(1, min(run.weight, scorer.subject[i].weight) * kept / 100 * share / 100)))
      }
    }
  }

  /// The neighbours among the listed parts that may be one word, as far as the subject has a word about
  /// as long. Their letters do not stand in a row yet.
  @inline(__always)
  mutating func eachListedRun(_ take: (inout Self, JoinedRun) -> Void) {
    for first in listed.indices where listed[first].mayBePieceOfListed {
      var run = JoinedRun(listed[first], at: first)
      for last in (first + 1)..<max(first + 1, min(listed.count, first + JoinedRun.most)) {
        guard listed[last].mayBePieceOfListed else { break }
        run.append(listed[last])
        if Self.mayBeCounted(run.count, among: subjectCounts) { take(&self, run) }
      }
    }
  }

  /// The neighbours of the subject that may be joined. Their letters stand one after the other.
  mutating func countRuns() {
    runs.removeAll()
    for first in subject.indices where subject[first].role.mayBePiece {
      var run = JoinedRun(subject[first], at: first)
      for last in (first + 1)..<max(first + 1, min(subject.count, first + JoinedRun.most)) {
        guard subject[last].role.mayBePiece else { break }
        run.append(subject[last])
        if Self.mayBeCounted(run.count, among: .max) { runs.append(run) }
      }
    }
  }

  /// Whether a word of about as many letters is there: two more or fewer.
  @inline(__always)
  static func mayBeCounted(_ count: Int, among counts: UInt64) -> Bool {
    count >= 4 && count < 64 && counts & (UInt64(0b11111) << UInt64(count &- 2)) != 0
  }

  private mutating func append(_ word: ComparedWord) {
    for place in 0..<word.count { joined.append(word.letters[place]) }
  }

  /// The largest part of a joined word that may differ, in hundredths.
  private static let mostJoined = 15

  /// Whether neighbours together may be the word `one`, by what is quickly seen. A part has 63 letters
  /// at most.
  @inline(__always)
  mutating func mayBeJoined(_ run: JoinedRun, _ one: ComparedWord) -> Bool {
    guard abs(run.count &- one.count) <= 2 else { return false }
    guard run.start == one.first || run.end == one.last else { return false }
    return spelling.least(run.mask, one.mask) * 10 <= max(run.count, one.count) * Self.mostJoined
  }

  /// Whether what stands between the letters that both begin with and both end with is so short that
  /// the whole may differ in ``mostJoined`` hundredths: one slip, or two that meet.
  @inline(__always)
  private static func differAtOnePlace(_ run: JoinedRun, _ one: ComparedWord) -> Bool {
    let shorter = min(run.count, one.count)
    var before = 0
    while before < shorter, run.letters[before] == one.letters[before] { before &+= 1 }
    var after = 0
    while before &+ after < shorter,
      run.letters[run.count &- 1 &- after] == one.letters[one.count &- 1 &- after]
    { after &+= 1 }
    return shorter &- before &- after <= 2
  }

  /// What is kept, in hundredths, when `one` is written for neighbours.
  private mutating func joinedKept(_ run: JoinedRun, _ one: ComparedWord) -> Int? {
    guard Self.differAtOnePlace(run, one) else { return nil }
    let comparison = PartComparison.compare(
      UnsafeBufferPointer(start: run.letters, count: run.count), one.text, most: Self.mostJoined,
      with: spelling, haveDigits: LetterMask.haveDigits(run.mask, one.mask))
    switch comparison.kind {
    case .same: return weights.joinedKept
    case .similar: return max(1, kept(comparison.difference) * weights.joinedKept / 100)
    case .none, .affix: return nil
    }
  }

  /// One word that is spelled by the first letters of three words or more on the other side.
  private mutating func proposeAcronyms(_ share: Int) {
    guard kind != .person, kind != .vessel else { return }
    let (subject, listed) = (subject, listed)
    for i in subject.indices where Self.mayBeAcronym(subject[i], of: listed.count) {
      for j in listed.indices {
        guard let end = Self.end(spelling: subject[i].text, from: j, in: listed) else { continue }
        propose(i..<(i + 1), j..<end, asAcronym: subject[i], share)
      }
    }
    for j in listed.indices where Self.mayBeAcronym(listed[j], of: subject.count) {
      for i in subject.indices {
        guard let end = Self.end(spelling: listed[j].text, from: i, in: subject) else { continue }
        propose(i..<end, j..<(j + 1), asAcronym: listed[j], share)
      }
    }
  }

  private mutating func propose(
    _ mine: Range<Int>, _ others: Range<Int>, asAcronym word: ComparedWord, _ share: Int
  ) {
    let worth = min(word.weight, Self.worthOfLetter * word.count)
    proposals.append(
      AlignmentStep(
        subject: mine, listed: others, operation: .abbreviation,
        weight: max(1, worth * weights.acronymKept / 100 * share / 100)))
  }

  /// That a letter of an acronym agrees by chance: one in eleven, by how often letters begin words.
  private static let worthOfLetter = 35

  /// Whether it may stand for so many words.
  @inline(__always)
  static func mayBeAcronym(_ word: ComparedWord, of words: Int) -> Bool {
    word.role == .word && word.count >= 3 && word.count <= min(mostForOne, words)
  }

  /// The end of the words from `start` on that begin with these letters.
  @inline(__always)
  static func end(
    spelling letters: UnsafeBufferPointer<UInt8>, from start: Int, in words: Scratch<ComparedWord>
  ) -> Int? {
    guard start + letters.count <= words.count else { return nil }
    for step in 0..<letters.count {
      let word = words[start + step]
      if word.role == .legalForm || word.letters[0] != letters[step] { return nil }
    }
    return start + letters.count
  }
}
