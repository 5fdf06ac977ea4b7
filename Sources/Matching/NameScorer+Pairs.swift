import NameAnalysis
import NameIndex
import TradeModel

extension NameScorer {
  func propose(_ share: Int) {
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
    // Two syllables of Chinese or Korean names are two names; a slip of the hand is rarer.
    let share =
      NamePart.isSyllable(group: a.group) && NamePart.isSyllable(group: b.group) ? 20 : 100
    switch comparison.kind {
    case .similar:
      return (worth * kept(comparison.difference) / 100 * share / 100, .similar)
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
}
