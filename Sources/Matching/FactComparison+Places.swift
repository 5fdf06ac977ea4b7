import TradeModel
import Watchlist

// Addresses, places of birth, and what is measured of ships.
extension FactComparison {
  /// The best pair of addresses counts; one that differs says next to nothing.
  func compareAddresses(_ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void) {
    best(facts.addresses, listed, .address, party, weigh: weighAddresses).map(take)
  }

  func compareBirthPlaces(_ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void) {
    best(facts.birthPlaces, listed, .birthPlace, party) { one, other in
      let shared = one.words.intersection(other.words).count
      let lesser = min(one.words.count, other.words.count)
      if lesser == 0 { return (0, .partly) }
      if shared == lesser { return (weights.sameBirthPlace, .same) }
      return shared == 0 ? (weights.otherBirthPlace, .other) : (0, .partly)
    }.map(take)
  }

  private func weighAddresses(_ one: PlaceWords, _ other: PlaceWords)
    -> (Int, ComparedFact.Finding)
  {
    let words = one.words.intersection(other.words).count
    let isNumberShared = !one.numbers.isDisjoint(with: other.numbers)
    let isPostal = one.sharesPostalCode(with: other)
    if (isNumberShared && words >= 2) || (isPostal && words >= 1) {
      return (weights.sameAddress, .same)
    }
    let lesser = min(one.words.count, other.words.count)
    if isPostal || (words >= 3 && words * 2 > lesser) { return (weights.nearAddress, .partly) }
    return words > 0 ? (weights.partOfAddress, .partly) : (weights.otherAddress, .other)
  }

  private func best(
    _ stated: [(text: String, words: PlaceWords)], _ listed: [ListedFact], _ feature: Feature,
    _ party: Int, weigh: (PlaceWords, PlaceWords) -> (Int, ComparedFact.Finding)
  ) -> ComparedFact? {
    var best: ComparedFact?
    for fact in listed {
      switch fact.value {
      case .address where feature == .address: break
      case .birthPlace where feature == .birthPlace: break
      default: continue
      }
      let words = PlaceWords(fact.text)
      for place in stated {
        let (weight, finding) = weigh(place.words, words)
        if best.map({ $0.weight < weight }) ?? true {
          best = ComparedFact(
            feature: feature, finding: finding, weight: weight, subjectValue: place.text,
            listedValue: fact.text, designation: fact.designation, party: party)
        }
      }
    }
    return best.flatMap { $0.weight == 0 ? nil : $0 }
  }

  func compareTonnages(_ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void) {
    var best: ComparedFact?
    for fact in listed {
      guard case .tonnage(let kind, let other) = fact.value else { continue }
      for (ownKind, own, text) in facts.tonnages where ownKind == kind {
        let (less, more) = (min(own, other), max(own, other))
        let isSame = (more - less) * 100 <= more
        let weight =
          isSame
          ? weights.sameTonnage : (more - less) * 5 > more ? weights.otherTonnage : 0
        guard weight != 0, best.map({ $0.weight < weight }) ?? true else { continue }
        best = ComparedFact(
          feature: .tonnage, finding: isSame ? .same : .other, weight: weight, subjectValue: text,
          listedValue: fact.text, designation: fact.designation, party: party)
      }
    }
    best.map(take)
  }
}
