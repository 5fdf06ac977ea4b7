import NameAnalysis
import NameIndex
import TradeModel

/// Two words that are left, and how much of them differs, in hundredths.
struct NearPair: BitwiseCopyable {
  let difference: Int
  let subject: Int
  let listed: Int
}

extension NameScorer {
  /// Rows for every part that stands in none yet.
  mutating func accountForRest() {
    pairRest { $0 == .legalForm }
    pairRest { $0 == .numeral }
    pairRest { $0 == .initial }
    pairRest { $0 == .patronymic }
    pairRest { $0 == .initial || $0 == .patronymic }
    pairRest { $0.isNameWord }
    pairRest { $0.isNameWord || $0 == .generic || $0 == .place }
    for i in subject.indices where !usedSubject.contains(i) {
      steps.append(
        AlignmentStep(
          subject: i..<(i + 1), listed: 0..<0, operation: .subjectOnly,
          weight: costOfMissing(subject[i], ofSubject: true)))
    }
    for j in listed.indices where !usedListed.contains(j) {
      steps.append(
        AlignmentStep(
          subject: 0..<0, listed: j..<(j + 1), operation: .listedOnly,
          weight: costOfMissing(listed[j], ofSubject: false) / (isCut ? 8 : 1)))
    }
  }

  /// Words that the index does not link and that are alike all the same: several slips in one word.
  mutating func pairAlike(_ share: Int) {
    pairNearest(within: weights.mostDifference) { scorer, i, j, difference in
      let gain = scorer.likeness(i, j, difference) * share / 100
      guard gain > 0 else { return false }
      scorer.usedSubject.insert(i)
      scorer.usedListed.insert(j)
      scorer.steps.append(
        AlignmentStep(
          subject: i..<(i + 1), listed: j..<(j + 1), operation: .similar, weight: gain))
      return true
    }
  }

  /// Holds the words that are left against those they resemble most, though not enough to agree.
  mutating func pairUnlike() {
    pairNearest(within: Self.leastAlike - 1) { scorer, i, j, difference in
      scorer.take(i, j, difference: difference)
      return true
    }
  }

  /// Takes pairs of words that are left, the most alike first.
  ///
  /// - Parameter take: says whether it took the pair; one it did not take is not asked again.
  private mutating func pairNearest(
    within most: Int, _ take: (inout Self, Int, Int, Int) -> Bool
  ) {
    pairs.removeAll()
    for i in subject.indices
    where !usedSubject.contains(i) && subject[i].role.isNameWord {
      for j in listed.indices
      where !usedListed.contains(j) && listed[j].role.isNameWord {
        let difference = difference(i, j, most: most)
        if difference <= most {
          pairs.append(NearPair(difference: difference, subject: i, listed: j))
        }
      }
    }
    pairs.sort { ($0.difference, $0.subject, $0.listed) < ($1.difference, $1.subject, $1.listed) }
    for place in pairs.indices {
      let (difference, i, j) = (pairs[place].difference, pairs[place].subject, pairs[place].listed)
      guard !usedSubject.contains(i), !usedListed.contains(j) else { continue }
      _ = take(&self, i, j, difference)
    }
  }

  /// What contradictions among the words that are left cost at least: by their letters alone, each word
  /// of the shorter side against the one it could be most like.
  mutating func costOfContradictions() -> Int {
    var mine = 0
    var others = 0
    for i in subject.indices where !usedSubject.contains(i) && mayContradict(subject[i]) {
      mine &+= 1
    }
    for j in listed.indices where !usedListed.contains(j) && mayContradict(listed[j]) {
      others &+= 1
    }
    var cost = 0
    if mine == 0 || others == 0 { return 0 }
    if mine <= others {
      for i in subject.indices where !usedSubject.contains(i) && mayContradict(subject[i]) {
        var least = Int.min
        for j in listed.indices where !usedListed.contains(j) && mayContradict(listed[j]) {
          least = max(least, mildestContradiction(i, j))
        }
        cost &+= least
      }
    } else {
      for j in listed.indices where !usedListed.contains(j) && mayContradict(listed[j]) {
        var least = Int.min
        for i in subject.indices where !usedSubject.contains(i) && mayContradict(subject[i]) {
          least = max(least, mildestContradiction(i, j))
        }
        cost &+= least
      }
    }
    return cost
  }

  @inline(__always)
  mutating func mayContradict(_ word: ComparedWord) -> Bool {
    word.role.isNameWord && word.role != .patronymic
  }

  private mutating func mildestContradiction(_ i: Int, _ j: Int) -> Int {
    let longer = max(subject[i].count, listed[j].count)
    let difference = spelling.least(subject[i].mask, listed[j].mask) * 10 / longer
    return contradiction(i, j, areSyllables(i, j) ? 100 : difference)
  }

  /// From this difference on, in hundredths, two words have nothing in common that counts.
  static let leastAlike = 60

  /// Letters that differ in two words that do not agree, in hundredths of the longer one.
  mutating func difference(_ i: Int, _ j: Int, most: Int) -> Int {
    var one = subject[i].text
    var two = listed[j].text
    let areFathers = subject[i].role == .patronymic && listed[j].role == .patronymic
    if areFathers {
      (one, two) = (Self.father(one), Self.father(two))
    }
    let longer = max(one.count, two.count)
    let limit = longer * most / 10
    if haveOtherDigits(i, j) { return 100 }
    if spelling.least(subject[i].mask, listed[j].mask) > limit { return 100 }
    if areSyllables(i, j) { return 100 }
    let place = differences.place(
      question: question, part: i, token: listed[j].token, variety: areFathers)
    if let known = differences.answer(at: place) { return known > most ? 100 : known }
    let furthest = longer * (Self.leastAlike - 1) / 10
    let distance = spelling.distance(one, two, limit: furthest)
    let found = distance > furthest ? 100 : distance * 10 / longer
    differences.store(found, at: place)
    return found > most ? 100 : found
  }

  @inline(__always)
  private mutating func haveOtherDigits(_ i: Int, _ j: Int) -> Bool {
    LetterMask.haveDigits(subject[i].mask, listed[j].mask)
      && PartComparison.haveOtherDigits(subject[i].text, listed[j].text)
  }

  mutating func take(_ i: Int, _ j: Int, difference: Int = 100) {
    usedSubject.insert(i)
    usedListed.insert(j)
    steps.append(
      AlignmentStep(
        subject: i..<(i + 1), listed: j..<(j + 1),
        operation: subject[i].role == .legalForm && listed[j].role == .legalForm
          ? .legalForm : .different,
        weight: contradiction(i, j, difference)))
  }

  /// What two parts weigh that stand against each other.
  mutating func contradiction(_ i: Int, _ j: Int, _ difference: Int) -> Int {
    let (role, other) = (subject[i].role, listed[j].role)
    let (worth, otherWorth) = (subject[i].weight, listed[j].weight)
    if role == .legalForm { return weights.otherForm }
    if role == .numeral { return weights.otherNumeral }
    if role == .initial || other == .initial { return weights.otherInitial }
    let isUnknown = subject[i].isUnknown
    if role == .patronymic, other == .patronymic {
      return relieved(weights.differentPatronymic, difference, isUnknown)
    }
    if role.isNameWord, other.isNameWord {
      if haveOtherDigits(i, j) {
        return min(weights.otherNumeral, differentWords())
      }
      let base = differentWords()
      return relieved(
        base - min(worth, otherWorth) * weights.differentByRarity / 100, difference, isUnknown)
    }
    // One of the two is generic; the other one may be rare.
    return weights.differentGeneric
      - max(worth, otherWorth) * weights.differentGenericByRarity / 100
  }

  private mutating func differentWords() -> Int {
    switch kind {
    case .person: weights.differentInPerson
    case .vessel, .aircraft: weights.differentInVessel
    case .organisation, .unknown: weights.differentInOther
    }
  }

  /// Less for words that are nearly alike: straight between the policy's values.
  private mutating func relieved(_ cost: Int, _ difference: Int, _ isUnknown: Bool) -> Int {
    let (three, five) = (weights.differentAtThreeTenths, weights.differentAtFiveTenths)
    let part =
      switch difference {
      case ..<30: three
      case ..<45: three + (five - three) * (difference - 30) / 15
      case ..<Self.leastAlike: five + (100 - five) * (difference - 45) / (Self.leastAlike - 45)
      default: 100
      }
    guard isUnknown, difference < Self.leastAlike else { return cost * part / 100 }
    return cost * part * (100 - weights.unknownRelief) / 10_000
  }

  /// Holds what is left of one role on both sides against each other, the heaviest first.
  private mutating func pairRest(_ isMeant: (NamePart.Role) -> Bool) {
    while true {
      var i = -1
      var j = -1
      for place in 0..<subject.count
      where !usedSubject.contains(place) && isMeant(subject[place].role)
        && (i < 0 || subject[place].weight > subject[i].weight)
      { i = place }
      for place in 0..<listed.count
      where !usedListed.contains(place) && isMeant(listed[place].role)
        && (j < 0 || listed[place].weight > listed[j].weight)
      { j = place }
      guard i >= 0, j >= 0 else { return }
      take(i, j)
    }
  }

  /// What a word weighs that has no counterpart on the other side.
  mutating func costOfMissing(_ word: ComparedWord, ofSubject: Bool) -> Int {
    switch word.role {
    case .word, .given, .family:
      let most =
        switch kind {
        case .person: ofSubject ? weights.subjectOnlyInPerson : weights.listedOnlyInPerson
        case .vessel, .aircraft:
          ofSubject ? weights.subjectOnlyInVessel : weights.listedOnlyInVessel
        case .organisation, .unknown:
          ofSubject ? weights.subjectOnlyInOther : weights.listedOnlyInOther
        }
      return max(most, -max(10, word.weight * weights.onlyByWorth / 100))
    case .patronymic: return weights.missingPatronymic
    case .generic: return ofSubject ? weights.missingGeneric : weights.listedOnlyGeneric
    case .place: return weights.missingPlace
    case .numeral: return weights.missingNumeral
    case .legalForm: return weights.missingForm
    case .particle, .honorific, .initial: return weights.missingSmall
    }
  }
}
