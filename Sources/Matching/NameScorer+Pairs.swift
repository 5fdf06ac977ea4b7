import NameAnalysis
import NameIndex
import TradeModel

extension NameScorer {
  mutating func propose(_ share: Int) {
    for j in listed.indices {
      let links = search.linkedParts(toToken: listed[j].token)
      for i in subject.indices {
        let (gain, operation) = gain(i, j, isLinked: links & subject[i].link != 0)
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

  private func gain(_ i: Int, _ j: Int, isLinked: Bool) -> (Int, AlignedPart.Operation) {
    let (role, other) = (subject[i].role, listed[j].role)
    let worth = min(subject[i].weight, listed[j].weight)
    let group = subject[i].group
    let sameGroup = group != 0 && group == listed[j].group
    if role == .legalForm, other == .legalForm {
      if sameGroup || isSame(i, j) { return (weights.sameForm, .legalForm) }
      return (0, .different)
    }
    if role == .numeral || other == .numeral {
      if role == other, sameGroup { return (max(worth, 40), .same) }
      return isSame(i, j) ? (max(worth, 40), .same) : (0, .different)
    }
    if role == .initial || other == .initial, !isCutPart(i) {
      guard let first = text(i).first, first == index.text(ofToken: listed[j].token).first
      else { return (0, .different) }
      if isSame(i, j) { return (max(weights.initial, min(worth, 40)), .same) }
      return other.isNameWord || role.isNameWord
        ? (min(worth, weights.initial), .initial) : (0, .different)
    }
    let comparison =
      role == .patronymic && other == .patronymic
      ? compareFathers(i, j)
      : isLinked ? compare(i, j) : isSame(i, j) ? PartComparison(kind: .same, difference: 0) : .none
    if comparison.kind == .same { return (max(worth, 2), .same) }
    if sameGroup {
      return (max(1, worth * (100 - weights.variantLoss) / 100), .variant)
    }
    switch comparison.kind {
    case .similar:
      return (likeness(i, j, comparison.difference), .similar)
    case .affix:
      if isCutPart(i) { return (worth * weights.cutKept / 100, .abbreviation) }
      let kept = kind == .person ? weights.affixKeptInPerson : weights.affixKept
      return (
        worth * kept * (100 - comparison.difference) / 10_000 + weights.affix, .abbreviation
      )
    case .same, .none:
      // The last letters that found room.
      guard isCutPart(i), index.text(ofToken: listed[j].token).starts(with: text(i))
      else { return (0, .different) }
      return (max(1, min(worth, 20) * weights.cutKept / 100), .abbreviation)
    }
  }

  /// Two syllables of Chinese or Korean names are two names; a slip of the hand is rarer.
  func areSyllables(_ i: Int, _ j: Int) -> Bool {
    NamePart.isSyllable(group: subject[i].group) && NamePart.isSyllable(group: listed[j].group)
  }

  /// What words are worth of which that many hundredths differ.
  func likeness(_ i: Int, _ j: Int, _ difference: Int) -> Int {
    var gain = min(subject[i].weight, listed[j].weight) * kept(difference) / 100
    if areSyllables(i, j) { gain = gain * (100 - weights.syllableLoss) / 100 }
    return gain + weights.slip
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
        for j in listed.indices {
          let one = index.text(ofToken: listed[j].token)
          guard mayBeJoined(count, mask, one.count, listedMasks[j]) else { continue }
          joined.removeAll(keepingCapacity: true)
          for place in i...end { joined.append(contentsOf: text(place)) }
          guard let kept = joinedKept(one) else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(end + 1), listed: j..<(j + 1), operation: .joined,
              weight: max(1, min(worth, listed[j].weight) * kept / 100 * share / 100)))
        }
      }
    }
    for j in listed.indices where listed[j].role.mayBePiece {
      var (worth, mask) = (listed[j].weight, listedMasks[j])
      var count = index.text(ofToken: listed[j].token).count
      for end in (j + 1)..<max(j + 1, min(listed.count, j + 4)) {
        guard listed[end].role.mayBePiece else { break }
        worth += listed[end].weight
        count += index.text(ofToken: listed[end].token).count
        mask |= listedMasks[end]
        for i in subject.indices {
          guard mayBeJoined(count, mask, subject[i].count, subject[i].mask) else { continue }
          joined.removeAll(keepingCapacity: true)
          for place in j...end {
            joined.append(contentsOf: index.text(ofToken: listed[place].token))
          }
          guard let kept = joinedKept(text(i)) else { continue }
          proposals.append(
            AlignmentStep(
              subject: i..<(i + 1), listed: j..<(end + 1), operation: .joined,
              weight: max(1, min(worth, subject[i].weight) * kept / 100 * share / 100)))
        }
      }
    }
  }

  /// The largest part of a joined word that may differ, in hundredths.
  private static let mostJoined = 15

  /// Whether words of `count` letters together may be one word of `other` letters. A part has 63
  /// letters at most.
  private func mayBeJoined(_ count: Int, _ mask: UInt32, _ other: Int, _ otherMask: UInt32) -> Bool
  {
    count >= 4 && count < 64 && abs(count - other) <= 2
      && spelling.least(mask, otherMask) * 10 <= max(count, other) * Self.mostJoined
  }

  /// What is kept, in hundredths, when `one` is written for the words in `joined`.
  private func joinedKept(_ one: UnsafeBufferPointer<UInt8>) -> Int? {
    joined.withUnsafeBufferPointer { two in
      guard two.first == one.first || two.last == one.last else { return nil }
      let comparison = PartComparison.compare(two, one, most: Self.mostJoined, with: spelling)
      switch comparison.kind {
      case .same: return weights.joinedKept
      case .similar: return max(1, kept(comparison.difference) * weights.joinedKept / 100)
      case .none, .affix: return nil
      }
    }
  }

  /// One word that is spelled by the first letters of three words or more on the other side.
  private mutating func proposeAcronyms(_ share: Int) {
    guard kind != .person, kind != .vessel else { return }
    if listed.count >= 3 {
      for i in 0..<subject.count
      where subject[i].role == .word && (3...6).contains(subject[i].count) {
        let worth = min(subject[i].weight, Self.worthOfLetter * subject[i].count)
        let letters = text(i)
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
        let letters = index.text(ofToken: listed[j].token)
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
    listed[place].role == .legalForm ? nil : index.text(ofToken: listed[place].token).first
  }

  private func first(ofSubject place: Int) -> UInt8? {
    subject[place].role == .legalForm ? nil : text(place).first
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
