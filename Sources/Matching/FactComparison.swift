import TradeModel
import Watchlist

/// Compares a subject's facts with those of parties. What either side does not state is passed over.
struct FactComparison {
  let facts: SubjectFacts
  let weights: FactWeights
  /// The most that facts other than identifiers can add.
  let most: Int

  init(_ facts: SubjectFacts, weights: FactWeights) {
    self.facts = facts
    self.weights = weights
    most = weights.most(of: StatedFacts(facts))
  }

  /// Hands out every comparison that says something, in a fixed order of features.
  func each(of party: Int, in watchlist: WatchlistFile, _ take: (ComparedFact) -> Void) {
    if facts.sayNothing {
      compareKind(watchlist.kind(ofParty: party), party, take)
      return
    }
    let listed = watchlist.facts(ofParty: party).compactMap { watchlist.fact($0) }
    compareIdentifiers(listed, party, take)
    compareKind(watchlist.kind(ofParty: party), party, take)
    if !facts.birthDates.isEmpty { compareBirth(listed, party, take) }
    if !facts.foundingDates.isEmpty { compareFounding(listed, party, take) }
    if !facts.countries.isEmpty { compareCountries(listed, party, take) }
    compareGender(listed, party, take)
    if !facts.birthPlaces.isEmpty { compareBirthPlaces(listed, party, take) }
    if !facts.addresses.isEmpty { compareAddresses(listed, party, take) }
    if !facts.tonnages.isEmpty { compareTonnages(listed, party, take) }
  }

  private func compareIdentifiers(
    _ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void
  ) {
    // The best of each family counts once: publishers repeat one number under several labels.
    var best: [IdentifierKey.Family: ComparedFact] = [:]
    for (identifier, key, hash) in facts.identifiers {
      for fact in listed {
        guard case .identifier(let kind, let other) = fact.value,
          let otherKey = IdentifierKey(Identifier(kind: kind, value: fact.text)),
          otherKey.family == key.family
        else { continue }
        let isSame = hash == other && key == otherKey
        let weight: Int
        switch key.family {
        case .ship: weight = isSame ? weights.sameUnique : weights.otherShip
        case .lei, .wallet, .security: weight = isSame ? weights.sameUnique : weights.otherRegister
        case .contact, .callSign, .listing: weight = isSame ? weights.sameContact : 0
        case .shipCompany, .maritimeRadio, .bank, .account, .register, .aircraft:
          weight =
            isSame
            ? weights.sameRegister : identifier.kind == kind ? weights.otherRegister : 0
        }
        if weight == 0 { continue }
        let compared = ComparedFact(
          feature: .identifier, finding: isSame ? .same : .other, weight: weight,
          subjectValue: identifier.value, listedValue: fact.text, designation: fact.designation,
          party: party, detail: .identifier(identifier.kind))
        if best[key.family].map({ $0.weight < weight }) ?? true { best[key.family] = compared }
      }
    }
    for family in best.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      if let compared = best[family] { take(compared) }
    }
  }

  private func compareKind(_ kind: PartyKind, _ party: Int, _ take: (ComparedFact) -> Void) {
    guard kind != .unknown, facts.kind != .unknown else { return }
    let isSame = kind == facts.kind
    // That both are persons, or both organisations, says nothing: most are.
    if isSame, kind != .vessel, kind != .aircraft { return }
    take(
      ComparedFact(
        feature: .kind, finding: isSame ? .same : .other,
        weight: isSame ? weights.sameRareKind : weights.otherKind,
        subjectValue: facts.kind.rawValue, listedValue: kind.rawValue, designation: nil,
        party: party, detail: .kinds(facts.kind, kind)))
  }

  private func compareBirth(
    _ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void
  ) {
    compareDates(facts.birthDates, listed, .birthDate, party, take) { agreement in
      switch agreement {
      case .sameDay: (weights.sameDay, .same)
      case .sameMonth: (weights.sameMonth, .same)
      case .sameYear: (weights.sameYear, .same)
      case .swapped: (weights.swappedDay, .swapped)
      case .nearYear: (weights.nearYear, .other)
      case .otherDay: (weights.otherYear / 3, .partly)
      case .years(let apart): (apart > 4 ? weights.farYear : weights.otherYear, .other)
      }
    }
  }

  private func compareFounding(
    _ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void
  ) {
    compareDates(facts.foundingDates, listed, .foundingDate, party, take) { agreement in
      switch agreement {
      case .sameDay, .sameMonth: (weights.sameFounding, .same)
      case .sameYear: (weights.sameFounding / 2, .same)
      case .swapped: (weights.sameFounding / 2, .swapped)
      case .otherDay, .nearYear: (0, .other)
      case .years: (weights.otherFounding, .other)
      }
    }
  }

  private func compareDates(
    _ dates: [PartialDate], _ listed: [ListedFact], _ feature: Feature, _ party: Int,
    _ take: (ComparedFact) -> Void, weigh: (PartialDate.Agreement) -> (Int, ComparedFact.Finding)
  ) {
    var best: ComparedFact?
    for date in dates {
      for fact in listed {
        let other: PartialDate
        switch fact.value {
        case .birthDate(let value) where feature == .birthDate: other = value
        case .foundingDate(let value) where feature == .foundingDate: other = value
        default: continue
        }
        guard let agreement = date.agreement(with: other) else { continue }
        let (weight, finding) = weigh(agreement)
        if best.map({ $0.weight < weight }) ?? true {
          best = ComparedFact(
            feature: feature, finding: finding, weight: weight, subjectValue: date.text,
            listedValue: fact.text, designation: fact.designation, party: party,
            detail: .date(agreement))
        }
      }
    }
    if let best { take(best) }
  }

  private func compareCountries(
    _ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void
  ) {
    var others: [(text: String, designation: Int)] = []
    for fact in listed {
      guard case .country(let code) = fact.value else { continue }
      if facts.countries.contains(code) {
        take(
          ComparedFact(
            feature: .country, finding: .same, weight: weights.sameCountry,
            subjectValue: code.description, listedValue: fact.text, designation: fact.designation,
            party: party, detail: .kinds(facts.kind, facts.kind)))
        return
      }
      if !others.contains(where: { $0.text == fact.text }) {
        others.append((fact.text, fact.designation))
      }
    }
    guard let first = others.first else { return }
    let hasFlag = facts.kind == .vessel || facts.kind == .aircraft
    take(
      ComparedFact(
        feature: .country, finding: .other,
        weight: hasFlag ? weights.otherFlag : weights.otherCountry,
        subjectValue: facts.countries.map(\.description).joined(separator: ", "),
        listedValue: others.map(\.text).joined(separator: ", "), designation: first.designation,
        party: party, detail: .kinds(facts.kind, facts.kind)))
  }

  private func compareGender(
    _ listed: [ListedFact], _ party: Int, _ take: (ComparedFact) -> Void
  ) {
    guard let gender = facts.gender else { return }
    for fact in listed {
      guard case .gender(let other) = fact.value else { continue }
      take(
        ComparedFact(
          feature: .gender, finding: gender == other ? .same : .other,
          weight: gender == other ? weights.sameGender : weights.otherGender,
          subjectValue: facts.genderText, listedValue: fact.text, designation: fact.designation,
          party: party))
      return
    }
  }
}
