import NameAnalysis
import NameIndex
import TradeModel

extension NameScorer {
  mutating func propose(_ share: Int) {
    for j in listed.indices {
      for i in subject.indices {
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

  @inline(__always)
  private func gain(_ i: Int, _ j: Int) -> (Int, AlignedPart.Operation) {
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
      return isMeant || Self.areSame(a, b) ? (weights.sameForm, .legalForm) : (0, .different)
    }
    if a.sort == .numeral || b.sort == .numeral {
      return (a.sort == b.sort && isMeant) || Self.areSame(a, b)
        ? (max(min(a.weight, b.weight), 40), .same) : (0, .different)
    }
    return gainOfCut(i, a, b)
  }

  @inline(__always)
  private func gainOfWords(
    _ i: Int, _ j: Int, _ a: ComparedWord, _ b: ComparedWord
  ) -> (Int, AlignedPart.Operation) {
    let isLinked = a.links & b.links != 0
    let isMeant = a.group != 0 && a.group == b.group
    let areFathers = a.role == .patronymic && b.role == .patronymic
    // Most pairs end here.
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
    if isMeant { return (max(1, worth * (100 - weights.variantLoss) / 100), .variant) }
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
  private func gainOfCut(
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

  /// What words are worth of which that many hundredths differ.
  func likeness(_ i: Int, _ j: Int, _ difference: Int) -> Int {
    var gain = min(subject[i].weight, listed[j].weight) * kept(difference) / 100
    if areSyllables(i, j) { gain = gain * (100 - weights.syllableLoss) / 100 }
    return gain + weights.slip
  }

  /// Two syllables of Chinese or Korean names are two names; a slip of the hand is rarer.
  func areSyllables(_ i: Int, _ j: Int) -> Bool {
    NamePart.isSyllable(group: subject[i].group) && NamePart.isSyllable(group: listed[j].group)
  }

  /// Whether that part of the subject may have been cut where its field ended.
  private func isCutPart(_ i: Int) -> Bool { isCut && i == subject.count - 1 }

  /// Two to four neighbours on one side against one word on the other.
  private mutating func proposeJoined(_ share: Int) {
    for i in subject.indices where subject[i].role.mayBePiece {
      var (worth, count, mask) = (subject[i].weight, subject[i].count, subject[i].mask)
      for end in (i + 1)..<max(i + 1, min(subject.count, i + 4)) {
        guard subject[end].role.mayBePiece else { break }
        worth += subject[end].weight
        count += subject[end].count
        mask |= subject[end].mask
        guard Self.mayBeCounted(count, among: listedCounts) else { continue }
        for j in listed.indices
        where mayBeJoined(count, mask, listed[j], subject[i], subject[end]) {
          joined.removeAll()
          for place in i...end { append(subject[place]) }
          guard let kept = joinedKept(listed[j]) else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(end + 1), listed: j..<(j + 1), operation: .joined,
              weight: max(1, min(worth, listed[j].weight) * kept / 100 * share / 100)))
        }
      }
    }
    for j in listed.indices where listed[j].role.mayBePiece {
      var (worth, count, mask) = (listed[j].weight, listed[j].count, listed[j].mask)
      for end in (j + 1)..<max(j + 1, min(listed.count, j + 4)) {
        guard listed[end].role.mayBePiece else { break }
        worth += listed[end].weight
        count += listed[end].count
        mask |= listed[end].mask
        guard Self.mayBeCounted(count, among: subjectCounts) else { continue }
        for i in subject.indices
        where mayBeJoined(count, mask, subject[i], listed[j], listed[end]) {
          joined.removeAll()
          for place in j...end { append(listed[place]) }
          guard let kept = joinedKept(subject[i]) else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(i + 1), listed: j..<(end + 1), operation: .joined,
              weight: max(1, min(worth, subject[i].weight) * kept / 100 * share / 100)))
        }
      }
    }
  }

  /// Whether a word of about as many letters is there: two more or fewer.
  @inline(__always)
  private static func mayBeCounted(_ count: Int, among counts: UInt64) -> Bool {
    count >= 4 && count < 64 && counts & (UInt64(0b11111) << UInt64(count &- 2)) != 0
  }

  private mutating func append(_ word: ComparedWord) {
    for place in 0..<word.count { joined.append(word.letters[place]) }
  }

  /// The largest part of a joined word that may differ, in hundredths.
  private static let mostJoined = 15

  /// Whether words of `count` letters together, from `first` to `last`, may be the word `one`. A part
  /// has 63 letters at most.
  @inline(__always)
  private func mayBeJoined(
    _ count: Int, _ mask: UInt32, _ one: ComparedWord, _ first: ComparedWord, _ last: ComparedWord
  ) -> Bool {
    guard abs(count &- one.count) <= 2, count >= 4, count < 64 else { return false }
    guard
      first.letters[0] == one.letters[0]
        || last.letters[last.count &- 1] == one.letters[one.count &- 1]
    else { return false }
    return spelling.least(mask, one.mask) * 10 <= max(count, one.count) * Self.mostJoined
  }

  /// What is kept, in hundredths, when `one` is written for the words in `joined`.
  private func joinedKept(_ one: ComparedWord) -> Int? {
    let comparison = PartComparison.compare(
      joined.buffer, one.text, most: Self.mostJoined, with: spelling)
    switch comparison.kind {
    case .same: return weights.joinedKept
    case .similar: return max(1, kept(comparison.difference) * weights.joinedKept / 100)
    case .none, .affix: return nil
    }
  }

  /// One word that is spelled by the first letters of three words or more on the other side.
  private mutating func proposeAcronyms(_ share: Int) {
    guard kind != .person, kind != .vessel else { return }
    if listed.count >= 3 {
      for i in 0..<subject.count
      where subject[i].role == .word && (3...6).contains(subject[i].count) {
        let worth = min(subject[i].weight, Self.worthOfLetter * subject[i].count)
        let letters = subject[i].text
        for j in 0..<listed.count {
          guard
            let end = end(
              spelling: letters.count, from: j, of: listed.count, by: { letters[$0] },
              initial: { first(ofListed: $0) })
          else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(i + 1), listed: j..<end, operation: .abbreviation,
              weight: max(1, worth * weights.acronymKept / 100 * share / 100)))
        }
      }
    }
    if subject.count >= 3 {
      for j in 0..<listed.count where listed[j].role == .word {
        let letters = listed[j].text
        guard (3...6).contains(letters.count) else { continue }
        let worth = min(listed[j].weight, Self.worthOfLetter * letters.count)
        for i in 0..<subject.count {
          guard
            let end = end(
              spelling: letters.count, from: i, of: subject.count, by: { letters[$0] },
              initial: { first(ofSubject: $0) })
          else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<end, listed: j..<(j + 1), operation: .abbreviation,
              weight: max(1, worth * weights.acronymKept / 100 * share / 100)))
        }
      }
    }
  }

  /// That a letter of an acronym agrees by chance: one in eleven, by how often letters begin words.
  private static let worthOfLetter = 35

  private func first(ofListed place: Int) -> UInt8? {
    listed[place].role == .legalForm ? nil : listed[place].text.first
  }

  private func first(ofSubject place: Int) -> UInt8? {
    subject[place].role == .legalForm ? nil : subject[place].text.first
  }

  private func end(
    spelling count: Int, from start: Int, of parts: Int, by letter: (Int) -> UInt8,
    initial: (Int) -> UInt8?
  ) -> Int? {
    guard start + count <= parts else { return nil }
    for step in 0..<count where initial(start + step) != letter(step) { return nil }
    return start + count
  }
}
