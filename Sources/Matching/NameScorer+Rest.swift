import NameAnalysis
import NameIndex
import TradeModel

extension NameScorer {
  func accountForRest(_ share: Int) {
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
