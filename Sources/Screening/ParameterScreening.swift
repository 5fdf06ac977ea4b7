import GoodsControls
import KnowledgeBase
import TradeModel

/// Compares the values that an item states with the figures of the entries under question.
///
/// What is not stated is asked for and never counts as not met. That all figures of an entry are met
/// is no classification: a person reads the entry.
struct ParameterScreening {
  let catalogue: ControlCatalogue
  let places: PlacesOfTransaction

  /// - Parameter candidates: entries that other evidence points to, the likeliest first.
  func findings(
    on item: Item, path: String, _ values: ItemValues, candidates: [ControlEntry]
  ) -> [Finding] {
    let stated = values.stated
    let name = item.description ?? path
    var asked: Set<String> = []
    var findings: [Finding] = []
    for (index, code) in item.controlCodes.enumerated() {
      let answer = catalogue.entries(for: code.code)
      let entries = answer.entries + answer.entries.flatMap(catalogue.linkedMTCRItems)
      let fresh = entries.filter { asked.insert($0.id).inserted }
      findings += self.findings(
        on: fresh.map { stated.assessment(of: $0) }, stated, name: name,
        fact: "\(path).controlCodes[\(index)]", statedCode: code.code)
    }
    let others = candidates.filter { isInForce($0) && asked.insert($0.id).inserted }
      .prefix(Self.mostCandidates)
    findings += self.findings(
      on: others.map { stated.assessment(of: $0) }, stated, name: name, fact: path,
      statedCode: nil)
    func fresh(_ assessments: [EntryAssessment]) -> [EntryAssessment] {
      assessments.filter { isInForce($0.entry) && asked.insert($0.entry.id).inserted }
    }
    let pointed = fresh(values.pointers.candidates)
    if !pointed.isEmpty { findings.append(pointedTo(pointed, name: name, item: item, path: path)) }
    let alone = fresh(values.pointers.figuresAlone)
    if !alone.isEmpty { findings.append(figuresAlone(alone, name: name, path: path)) }
    return findings
  }

  /// Of so many candidates the values are compared: those after are unlikely, and each asks.
  private static let mostCandidates = 8

  /// Whether the list bites on this way: a list for one destination, only when that is on the way.
  private func isInForce(_ entry: ControlEntry) -> Bool {
    entry.list.destinations.isEmpty
      || places.territories.contains { place in
        place.seesItems && entry.list.destinations.contains(place.territory.id)
      }
  }

  // MARK: Entries under question

  private func findings(
    on assessments: [EntryAssessment], _ stated: StatedParameters, name: String, fact: String,
    statedCode: String?
  ) -> [Finding] {
    let held = assessments.filter { $0.verdict != .nothingHeld && isInForce($0.entry) }
    let met = held.filter { $0.verdict == .met }
    var findings: [Finding] = []
    if !met.isEmpty { findings.append(self.met(met, name: name, fact: fact)) }
    let open = held.filter { $0.verdict == .open }
    let codes = Set(held.map(\.entry.code))
    let hints = assessments.filter { !codes.contains($0.entry.code) }.flatMap {
      catalogue.unverifiedThresholds(of: $0.entry)
    }
    if !open.isEmpty || !hints.isEmpty {
      findings.append(
        missing(open, hints, stated, name: name, fact: fact, statedCode: statedCode))
    } else if let statedCode, met.isEmpty, !held.isEmpty {
      findings.append(contradiction(held, name: name, fact: fact, code: statedCode))
    }
    return findings
  }

  private func met(_ met: [EntryAssessment], name: String, fact: String) -> Finding {
    let codes = met.map(\.entry.code).joined(separator: ", ")
    let isFirstCategory = met.contains { $0.entry.isCategoryI == true }
    return Finding(
      kind: .controlledItem, outcome: .hold,
      outcomeIfConfirmed: Self.outcome(met),
      facts: [fact] + facts(met),
      title: BilingualText(
        en: "The values stated for “\(name)” meet the figures of \(codes)",
        fr: "Les valeurs indiquées pour « \(name) » remplissent les chiffres de \(codes)"),
      explanation: sentences(met, fact: fact)
        + (isFirstCategory ? [Self.firstCategory] : []) + [Self.moreConditions],
      citations: citations(met),
      question: BilingualText(
        en: "Does the item fall under \(codes), by the whole text of the entry?",
        fr: "Le bien relève-t-il de \(codes), d’après le texte entier de la rubrique ?"))
  }

  private func missing(
    _ open: [EntryAssessment], _ hints: [ThresholdHint], _ stated: StatedParameters, name: String,
    fact: String, statedCode: String?
  ) -> Finding {
    let codes = (open.map(\.entry.code) + hints.map(\.code)).uniqued().joined(separator: ", ")
    let unsettled =
      open.flatMap(\.missing)
      + stated.assessed(hints).flatMap(\.conditions).filter { $0.verdict != .met }
    let asked = unsettled.map { ConditionWords.question($0.content) }.uniqued()
    return Finding(
      kind: .openQuestion, outcome: .incomplete, facts: [fact] + facts(open),
      title: BilingualText(
        en: "Values that decide on \(codes) are not stated for “\(name)”",
        fr: "Des valeurs décisives pour \(codes) manquent pour « \(name) »"),
      explanation: open.prefix(Self.mostShown).flatMap { compared($0, fact: fact) }
        + hintSentences(hints, stated),
      citations: citations(open),
      question: BilingualText(
        en: "State: \(asked.map(\.en).joined(separator: "; ")).",
        fr: "Indiquez : \(asked.map(\.fr).joined(separator: " ; "))."))
  }

  private func contradiction(
    _ held: [EntryAssessment], name: String, fact: String, code: String
  ) -> Finding {
    Finding(
      kind: .openQuestion, outcome: .hold, facts: [fact] + facts(held),
      title: BilingualText(
        en: "The values stated for “\(name)” do not fit its control code “\(code)”",
        fr: "Les valeurs indiquées pour « \(name) » ne s’accordent pas avec son code « \(code) »"),
      explanation: sentences(held, fact: fact) + [
        BilingualText(
          en:
            "Either the code or a value may be wrong, or a condition that is not held here applies. It does not follow that the item is not controlled.",
          fr:
            "Le code ou une valeur peut être erroné, ou une condition non tenue ici s’applique. Il n’en résulte pas que le bien n’est pas contrôlé."
        )
      ],
      citations: citations(held),
      question: BilingualText(
        en: "Which is right, the code or the values, and on which document do they rest?",
        fr: "Qu’est-ce qui est exact, le code ou les valeurs, et sur quel document reposent-ils ?"
      ))
  }

  // MARK: Numbers alone

  private func pointedTo(
    _ pointed: [EntryAssessment], name: String, item: Item, path: String
  ) -> Finding {
    let codes = pointed.map(\.entry.code).uniqued().joined(separator: ", ")
    let isUnlisted = item.controlCodes.contains {
      catalogue.entries(for: $0.code).kind == .statedAsUnlisted
    }
    let isFirstCategory = pointed.contains { $0.entry.isCategoryI == true }
    return Finding(
      kind: .candidateEntries, outcome: .hold,
      outcomeIfConfirmed: Self.outcome(pointed),
      facts: facts(pointed),
      title: BilingualText(
        en: "The values stated for “\(name)” point to \(codes)",
        fr: "Les valeurs indiquées pour « \(name) » orientent vers \(codes)"),
      explanation: pointed.prefix(Self.mostShown).flatMap { compared($0, fact: path) }
        + (isUnlisted
          ? [
            BilingualText(
              en:
                "The transaction says that no list has the item: the values call for a check of that.",
              fr:
                "L’opération dit qu’aucune liste ne vise le bien : les valeurs appellent à le vérifier."
            )
          ] : [])
        + (isFirstCategory ? [Self.firstCategory] : []) + [
          BilingualText(
            en:
              "Only the numbers point there: whether the item is of the kind that the entry names, a person must say.",
            fr:
              "Seuls les chiffres y orientent : une personne doit dire si le bien est du genre que vise la rubrique."
          )
        ],
      citations: citations(pointed),
      question: BilingualText(
        en: "Is the item of the kind that \(codes) names? What is it built for?",
        fr: "Le bien est-il du genre que vise \(codes) ? Pour quel usage est-il construit ?"))
  }

  /// Figures that a description of other goods has too: a question, and no candidate.
  private func figuresAlone(
    _ alone: [EntryAssessment], name: String, path: String
  ) -> Finding {
    let codes = alone.map(\.entry.code).uniqued().joined(separator: ", ")
    return Finding(
      kind: .openQuestion, outcome: .incomplete, facts: facts(alone),
      title: BilingualText(
        en: "Figures of “\(name)” are also figures of \(codes)",
        fr: "Des chiffres de « \(name) » sont aussi des chiffres de \(codes)"),
      explanation: [
        BilingualText(
          en:
            "Many goods have such figures, and no word of the description names goods of these entries: they are no candidates.",
          fr:
            "Beaucoup de biens ont de tels chiffres, et aucun mot de la description ne nomme des biens de ces rubriques : elles ne sont pas candidates."
        )
      ] + alone.prefix(Self.mostShown).flatMap { compared($0, fact: path) },
      citations: citations(alone),
      question: BilingualText(
        en: "What is the item? Is it anything that \(codes) names?",
        fr: "Qu’est-ce que le bien ? Est-il de ceux que vise \(codes) ?"))
  }

  /// The most entries that a finding shows condition by condition.
  private static let mostShown = 4

  // MARK: Sentences

  private func sentences(_ assessments: [EntryAssessment], fact: String) -> [BilingualText] {
    assessments.prefix(Self.mostShown).flatMap { compared($0, fact: fact) }
  }

  /// The entry, then each decisive condition, then what the numbers leave open.
  private func compared(_ assessment: EntryAssessment, fact: String) -> [BilingualText] {
    let entry = assessment.entry
    let mark = entry.hasFrench ? "" : " (en anglais)"
    var sentences = [
      BilingualText(
        en: "\(entry.list.title.en), \(entry.code): \(entry.title.en).",
        fr: "\(entry.list.title.fr), \(entry.code) : \(entry.title.fr)\(mark).")
    ]
    sentences += assessment.decisive.map { alternative in
      let clauses = alternative.conditions.map { ConditionWords($0, of: entry) }
      let date = clauses.first?.date ?? entry.asOf
      return BilingualText(
        en:
          "\(entry.code) (text of \(date)) asks: \(clauses.map(\.clause.en).joined(separator: "; ")).",
        fr:
          "\(entry.code) (texte de \(date)) demande : \(clauses.map(\.clause.fr).joined(separator: " ; "))."
      )
    }
    let quantities = Set(assessment.alternatives.flatMap(\.conditions).compactMap(\.measured?.id))
    if quantities.isSuperset(of: ["range", "payload"]) { sentences.append(Self.tradeOff) }
    return sentences
  }

  private func hintSentences(
    _ hints: [ThresholdHint], _ stated: StatedParameters
  ) -> [BilingualText] {
    guard !hints.isEmpty else { return [] }
    let sources = hints.flatMap(\.checkIn).map(\.title).uniqued().joined(separator: "; ")
    let codes = hints.map(\.code).uniqued().joined(separator: ", ")
    let quantities = hints.map(\.threshold.measured).uniqued()
    return [
      BilingualText(
        en:
          "For \(codes) only figures that nobody checked are held; they ask for \(quantities.map(\.name.en).joined(separator: ", ")). Check in: \(sources).",
        fr:
          "Pour \(codes), seuls des chiffres non vérifiés sont tenus ; ils portent sur : \(quantities.map(\.name.fr).joined(separator: ", ")). À vérifier dans : \(sources)."
      )
    ]
  }

  /// What follows once a person confirms that the item falls under one of the entries: the strictest.
  private static func outcome(_ assessments: [EntryAssessment]) -> Outcome {
    assessments.map(\.entry).map { entry in
      if entry.list.nature == .embargoList {
        return entry.list.jurisdictions.contains("US") ? .licenceRequiredDenialLikely : .prohibited
      }
      return entry.isCategoryI == true ? .licenceRequiredDenialLikely : .licenceRequired
    }.max() ?? .licenceRequired
  }

  private func facts(_ assessments: [EntryAssessment]) -> [String] {
    assessments.flatMap(\.decisive).flatMap(\.conditions).flatMap { condition in
      condition.value?.facts ?? condition.incomparable.map { [$0.fact] } ?? []
    }.uniqued()
  }

  private func citations(_ assessments: [EntryAssessment]) -> [Citation] {
    assessments.flatMap { assessment in
      assessment.entry.citations.screeningCitations(section: assessment.entry.code)
        + assessment.decisive.flatMap(\.conditions).compactMap(\.citations).flatMap {
          $0.screeningCitations(section: assessment.entry.code)
        }
    }.mergedBySource()
  }

  private static let firstCategory = BilingualText(
    en:
      "If an entry of Category I of the MTCR applies, the partners apply a strong presumption of denial.",
    fr:
      "Si une rubrique de la catégorie I du MTCR s’applique, les partenaires appliquent une forte présomption de refus."
  )

  private static let moreConditions = BilingualText(
    en: "The text of an entry has more conditions than these figures: a person must read it.",
    fr:
      "Le texte d’une rubrique a plus de conditions que ces chiffres : une personne doit le lire.")

  private static let tradeOff = BilingualText(
    en:
      "Range and payload are of one configuration as far as stated: ask for the greatest range with any payload, and the greatest payload at any range.",
    fr:
      "Portée et charge utile sont, autant qu’indiqué, d’une seule configuration : demandez la plus grande portée avec toute charge, et la plus grande charge à toute portée."
  )
}
