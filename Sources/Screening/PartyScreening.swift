import FileFormats
import Matching
import TradeModel
import Watchlist

/// Puts the subjects of a transaction to the watchlist and turns hits into findings.
struct PartyScreening {
  let watchlist: WatchlistFile
  let policy: MatchPolicy
  let effects: ListEffects
  let links: JurisdictionLinks
  /// The title of each list and the day of its state, by id.
  let lists: [String: (title: String, published: String)]

  /// What came of one subject.
  struct Answer {
    let findings: [Finding]
    /// Matches that are shown to nobody: at or above the floor, below the threshold.
    let belowThreshold: Int
  }

  func answer(on subject: TransactionSubject, session: MatchingSession) -> Answer {
    let ranking = session.ranking(for: subject.subject)
    // What is shown to nobody is counted, not explained.
    let hits = (0..<ranking.count).filter {
      policy.score(of: ranking.weight(at: $0)) >= policy.threshold
    }
    return Answer(
      findings: hits.map { finding(session.explained(ranking, at: $0), on: subject) },
      belowThreshold: ranking.count - hits.count)
  }

  private func finding(_ match: ScoredMatch, on subject: TransactionSubject) -> Finding {
    let score = match.score(under: policy)
    let designations = self.designations(of: match)
    let decisive = match.reasons.first {
      $0.feature == .identifier && $0.weight.tenthsOfBit >= policy.facts.sameUnique
    }
    let reached = designations.map { (designation: $0, effect: effect(of: $0)) }
    let strictest = reached.max { $0.effect.outcome < $1.effect.outcome }
    let ifConfirmed = strictest?.effect.outcome ?? .hold
    let holdsNow =
      decisive == nil
      ? nil
      : reached.filter { isReached($0.effect) }.max { $0.effect.outcome < $1.effect.outcome }
    let outcome = holdsNow?.effect.outcome ?? .hold
    let name = subject.subject.names.first ?? decisive?.subjectValue ?? subject.path
    return Finding(
      kind: .listHit, outcome: outcome,
      outcomeIfConfirmed: ifConfirmed > outcome ? ifConfirmed : nil,
      facts: facts(of: match, on: subject),
      title: title(name, subject.label, caption: match.caption, isDecisive: decisive != nil),
      explanation: explanation(reached.map(\.effect), decisive: decisive),
      citations: reached.flatMap(\.effect.citations).mergedBySource(),
      question: question(name, match.caption),
      hit: Hit(
        match: match, score: score, designations: designations.map(\.shown),
        subject: SubjectRecord(subject.subject, path: subject.path)))
  }

  // MARK: What the list says

  struct Designation {
    let shown: ListedDesignation
    let list: String
    let parts: [String]
  }

  private func designations(of match: ScoredMatch) -> [Designation] {
    watchlist.party(match.party).map { designations(ofParty: $0, caption: match.caption) } ?? []
  }

  /// The designations of the party with that number in the watchlist.
  func designations(ofParty party: Int, caption: String) -> [Designation] {
    watchlist.designations(ofParty: party).compactMap { number in
      guard let json = try? JSONParser.parse(watchlist.json(ofDesignation: number)) else {
        return nil
      }
      let id = watchlist.id(ofDesignation: number)
      let list = String(id.prefix { $0 != "/" })
      func texts(_ name: String) -> [String] { (json[name]?.array ?? []).compactMap(\.string) }
      let names = json["names"]?.array ?? []
      let primary = names.first { $0["kind"]?.string == "primary" } ?? names.first
      return Designation(
        shown: ListedDesignation(
          id: id, listTitle: lists[list]?.title ?? list,
          published: lists[list]?.published ?? "", name: primary?["text"]?.string ?? caption,
          programmes: texts("programmes"), measures: texts("measures"),
          listedOn: (json["listedOn"]?.array ?? []).compactMap { $0["text"]?.string },
          content: Self.content(of: json)),
        list: list, parts: Self.parts(json))
    }
  }

  /// The digest of what the list says. The place in its file moves with every other record.
  private static func content(of designation: JSONValue) -> Digest {
    let members = (designation.object ?? []).filter { $0.name != "place" }
    return SHA256.digest(of: JSONValue.object(members).canonical)
  }

  /// The codes of the part of the list a record is of: `EL`, from a cell `EL` or from
  /// `Entity List (EL) - Bureau of Industry and Security`.
  static func parts(_ designation: JSONValue) -> [String] {
    (designation["attributes"]?.array ?? [])
      .filter { ["list", "source"].contains($0["label"]?.string?.lowercased() ?? "") }
      .compactMap { $0["value"]?.string }
      .flatMap { value in
        [value]
          + value.split(separator: "(").dropFirst().compactMap { $0.split(separator: ")").first }
          .map(String.init)
      }
  }

  private func effect(of designation: Designation) -> ListEffects.Effect {
    effects.effect(list: designation.list, parts: designation.parts)
  }

  private func isReached(_ effect: ListEffects.Effect) -> Bool {
    if case .reaches = links.reach(of: effect.jurisdiction) { return true }
    return false
  }

  // MARK: Words

  private func title(
    _ name: String, _ label: BilingualText, caption: String, isDecisive: Bool
  ) -> BilingualText {
    isDecisive
      ? BilingualText(
        en: "\(Self.capitalised(label.en)) “\(name)” carries a listed number: \(caption)",
        fr: "\(Self.capitalised(label.fr)) « \(name) » porte un numéro listé : \(caption)")
      : BilingualText(
        en: "\(Self.capitalised(label.en)) “\(name)” looks like a listed party: \(caption)",
        fr: "\(Self.capitalised(label.fr)) « \(name) » ressemble à une partie listée : \(caption)")
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func explanation(
    _ effects: [ListEffects.Effect], decisive: Reason?
  ) -> [BilingualText] {
    var sentences: [BilingualText] = []
    if let decisive {
      sentences.append(
        BilingualText(
          en:
            "The number \(decisive.subjectValue) is given once in the world. That the papers state it rightly is for a person to check.",
          fr:
            "Le numéro \(decisive.subjectValue) n’est attribué qu’une fois au monde. Une personne doit vérifier que les documents l’indiquent correctement."
        ))
    } else {
      sentences.append(
        BilingualText(
          en: "This is a resemblance, not an identity: a person must settle it.",
          fr: "C’est une ressemblance, non une identité : une personne doit la trancher."))
    }
    for effect in effects.uniqued() {
      let basis = effect.basis.isEmpty ? "" : " (\(effect.basis))"
      if effect.jurisdiction.isEmpty {
        sentences.append(
          BilingualText(
            en: "What being listed means: \(effect.text.en)\(basis).",
            fr: "Effet de l’inscription : \(effect.text.fr)\(basis)."))
        continue
      }
      switch links.reach(of: effect.jurisdiction) {
      case .reaches(let why):
        sentences.append(
          BilingualText(
            en:
              "What being listed means: \(effect.text.en)\(basis). It reaches this transaction: \(why.en).",
            fr:
              "Effet de l’inscription : \(effect.text.fr)\(basis). Elle vise cette opération : \(why.fr)."
          ))
      case .open:
        sentences.append(
          BilingualText(
            en:
              "What being listed means: \(effect.text.en)\(basis). Whether it reaches this transaction is open: \(links.question(on: effect.jurisdiction).en)",
            fr:
              "Effet de l’inscription : \(effect.text.fr)\(basis). Sa portée sur cette opération reste à établir : \(links.question(on: effect.jurisdiction).fr)"
          ))
      }
    }
    return sentences
  }

  private func question(_ name: String, _ caption: String) -> BilingualText {
    BilingualText(
      en:
        "Is “\(name)” the listed party “\(caption)”, owned by it, or acting for it? What shows who it is (registration, address, owners)?",
      fr:
        "« \(name) » est-elle la partie listée « \(caption) », détenue par elle, ou agit-elle pour elle ? Qu’est-ce qui établit son identité (immatriculation, adresse, propriétaires) ?"
    )
  }

  private func facts(of match: ScoredMatch, on subject: TransactionSubject) -> [String] {
    var facts: [String] = []
    for reason in match.reasons {
      let fact: String
      switch reason.feature {
      case .name, .weakAlias, .alias, .reading:
        let index = subject.subject.names.firstIndex(of: reason.subjectValue) ?? 0
        fact =
          subject.isParty
          ? "\(subject.path).names[\(index)]"
          : subject.isVesselOfLeg ? "\(subject.path).name" : subject.path
      case .identifier: fact = "\(subject.path).identifiers"
      case .birthDate: fact = "\(subject.path).birthDates"
      case .foundingDate: fact = "\(subject.path).foundingDates"
      case .country: fact = subject.countryFact
      case .kind: fact = subject.isParty ? "\(subject.path).kind" : subject.path
      case .gender: fact = "\(subject.path).gender"
      case .address: fact = "\(subject.path).addresses"
      // A transaction states neither; they come with subjects from elsewhere.
      case .birthPlace, .tonnage: fact = subject.path
      }
      if !facts.contains(fact) { facts.append(fact) }
    }
    return facts + subject.otherPaths
  }
}

extension TransactionSubject {
  /// Whether it stands as a party, an owner or an officer.
  fileprivate var isParty: Bool { path.hasSuffix("]") }
  fileprivate var isVesselOfLeg: Bool { path.hasSuffix(".vessel") }

  /// The fact that its countries were read from: the countries stated, else the flag or the address.
  fileprivate var countryFact: String {
    let countries = "\(path).countries"
    if places.contains(where: { $0.path.hasPrefix(countries) }) { return countries }
    return places.first { !$0.path.hasPrefix("\(path).addresses") }?.path ?? "\(path).addresses"
  }
}
