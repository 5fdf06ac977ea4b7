import GoodsControls
import Licensing
import TradeModel

/// Answers, for each item and each jurisdiction apart, whether a licence is required, and makes findings
/// of what a person must look at.
struct LicenceScreening {
  let rules: LicenceRules
  let catalogue: ControlCatalogue
  let transaction: Transaction
  let places: PlacesOfTransaction
  let reaches: LicenceReaches
  let links: JurisdictionLinks

  /// By item, then by jurisdiction.
  ///
  /// - Parameter others: what else was found; as long as it is unsettled nothing reads as "not required".
  func answers(beside others: [Finding]) -> [LicenceAnswer] {
    transaction.items.enumerated().flatMap { number, item in
      let path = "items[\(number)]"
      let licenceCase = licenceCase(item, path, others)
      return LicenceJurisdiction.allCases.map { jurisdiction in
        let reach = reaches.reach(of: jurisdiction, item: item)
        let determination: LicenceDetermination? =
          if case .outside = reach { nil } else {
            rules.determination(of: licenceCase, under: jurisdiction)
          }
        return LicenceAnswer(
          item: path, name: item.description ?? path, jurisdiction: jurisdiction, reach: reach,
          determination: determination)
      }
    }
  }

  private func licenceCase(_ item: Item, _ path: String, _ others: [Finding]) -> LicenceCase {
    let code = item.commodityCode.flatMap(CommodityCode.init)
    return LicenceCase(
      path: path,
      codes: item.controlCodes.enumerated().map {
        LicenceCase.Code(
          path: "\(path).controlCodes[\($0.offset)]",
          answer: catalogue.entries(for: $0.element.code), list: $0.element.list)
      },
      commodityMatches: code.map(catalogue.listedByCommodityCode) ?? [], places: destinations,
      endUse: transaction.endUse, unsettled: unsettled(path, others))
  }

  /// Where the items go; the exporting side itself only when nothing else is known.
  private var destinations: [LicenceCase.Place] {
    let seen = places.byDestination.filter(\.seesItems)
    let abroad = seen.filter { !places.exporting.contains($0.territory) }
    return (abroad.isEmpty ? seen : abroad).map {
      LicenceCase.Place(
        territory: $0.territory, paths: $0.mentions.map(\.path).uniqued(), isCertain: $0.isCertain)
    }
  }

  /// Other findings, in one step each for those to settle and those to answer.
  private func unsettled(_ path: String, _ others: [Finding]) -> [LicenceStep] {
    func facts(_ isMeant: (Finding) -> Bool) -> [String] {
      others.filter { finding in
        isMeant(finding)
          && (finding.facts.contains { $0.hasPrefix(path) }
            || !finding.facts.contains { $0.hasPrefix("items[") })
      }.flatMap(\.facts).uniqued()
    }
    let settle = facts {
      [.listHit, .ownership, .redFlag, .candidateEntries].contains($0.kind)
    }
    let answer = facts { $0.kind == .openQuestion }
    return [
      settle.isEmpty
        ? nil
        : LicenceStep.unsettled(
          BilingualText(
            en: "Other findings must be settled first",
            fr: "D’autres constats doivent d’abord être réglés"),
          .hold, facts: settle),
      answer.isEmpty
        ? nil
        : LicenceStep.unsettled(
          BilingualText(
            en: "Open questions must be answered first",
            fr: "Des questions ouvertes attendent une réponse"),
          .incomplete, facts: answer),
    ].compactMap(\.self)
  }

  // MARK: Findings

  /// What a person must look at; what other findings say already is not said again.
  func findings(on answers: [LicenceAnswer]) -> [Finding] {
    answers.compactMap(finding) + classificationQuestions(answers) + endUseQuestion(answers)
  }

  private func finding(_ answer: LicenceAnswer) -> Finding? {
    guard let determination = answer.determination else { return nil }
    let item = transaction.items.enumerated().first { "items[\($0.offset)]" == answer.item }?
      .element
    let own = determination.steps.filter { !Self.isSaidElsewhere($0, item) }
    let requirements = own.filter(\.isRequirement)
    let deciding =
      requirements.isEmpty
      ? (determination.requirements.isEmpty ? own.filter { $0.outcome >= .hold } : [])
      : requirements
    guard let strictest = deciding.map(\.outcome).max() else { return nil }
    let outcome: Outcome
    var ifConfirmed: Outcome?
    let question: BilingualText
    switch answer.reach {
    case .reaches:
      outcome = strictest
      ifConfirmed = strictest < .licenceRequired ? .licenceRequired : nil
      question = licenceQuestion(answer, isRequired: !requirements.isEmpty)
    case .open where answer.jurisdiction == .unitedStates:
      outcome = .hold
      ifConfirmed = max(strictest, .licenceRequired)
      question = links.question(on: answer.jurisdiction.rawValue)
    case .open, .outside: return nil
    }
    return make(answer, deciding, outcome, ifConfirmed, question)
  }

  private func make(
    _ answer: LicenceAnswer, _ deciding: [LicenceStep], _ outcome: Outcome, _ ifConfirmed: Outcome?,
    _ question: BilingualText
  ) -> Finding {
    let title = answer.jurisdiction.title
    let reach = answer.reach.why
    var applies = BilingualText(
      en: "This law applies: \(reach.en).", fr: "Ce droit s’applique : \(reach.fr).")
    if case .open = answer.reach {
      applies = BilingualText(
        en: "Whether this law applies is open: \(reach.en).",
        fr: "L’application de ce droit reste à établir : \(reach.fr).")
    }
    let permissions = answer.determination?.permissions ?? []
    let confirmed =
      ifConfirmed.map { strict in
        BilingualText(
          en: "; if confirmed: \(strict.title.en.lowercased())",
          fr: " ; si confirmé : \(strict.title.fr.lowercased())")
      } ?? BilingualText(en: "", fr: "")
    return Finding(
      kind: .licence, outcome: outcome, outcomeIfConfirmed: ifConfirmed,
      facts: deciding.flatMap(\.facts).uniqued(),
      title: BilingualText(
        en: "\(title.en), “\(answer.name)”: \(outcome.title.en.lowercased())\(confirmed.en)",
        fr: "\(title.fr), « \(answer.name) » : \(outcome.title.fr.lowercased())\(confirmed.fr)"),
      explanation: [applies] + deciding.map(\.sentence) + permissions.map(\.sentence),
      citations: (deciding.flatMap { step in
        step.citations.flatMap { $0.screeningCitations(section: step.rule) }
      }
        + permissions.flatMap { row in
          row.citations.flatMap { $0.screeningCitations(section: row.rule) }
        }).mergedBySource(),
      question: question)
  }

  private func licenceQuestion(_ answer: LicenceAnswer, isRequired: Bool) -> BilingualText {
    let title = answer.jurisdiction.title
    return isRequired
      ? BilingualText(
        en:
          "Which licence, or which permission with its conditions met, covers “\(answer.name)” (\(title.en))?",
        fr:
          "Quelle licence, ou quelle autorisation aux conditions remplies, couvre « \(answer.name) » (\(title.fr)) ?"
      )
      : BilingualText(
        en:
          "What decides it for “\(answer.name)” (\(title.en)): the paragraph of the entry, the text that is missing here, or the authority’s answer?",
        fr:
          "Qu’est-ce qui tranche pour « \(answer.name) » (\(title.fr)) : l’alinéa de la rubrique, le texte qui manque ici ou la réponse de l’autorité ?"
      )
  }

  /// Steps for which another part of the screening has a finding of its own.
  private static func isSaidElsewhere(_ step: LicenceStep, _ item: Item?) -> Bool {
    switch step.kind {
    case .commodityList, .regime, .unsettled, .destination: true
    // An embargo as a whole, and what of one on goods stays open, is the finding on the territory.
    case .embargo: true
    case .embargoedGoods: !step.isRequirement
    case .endUse: step.gap == .endUse || step.facts.contains("endUse.nature") && !step.isRequirement
    case .classification: item?.controlCodes.isEmpty ?? true
    case .reason, .entry, .measures: false
    }
  }

  /// A stated code that says nothing of the list of a jurisdiction that applies.
  private func classificationQuestions(_ answers: [LicenceAnswer]) -> [Finding] {
    answers.compactMap { answer in
      guard case .reaches = answer.reach, let determination = answer.determination,
        let step = determination.steps.first(where: {
          // An unreadable code has its question already.
          $0.outcome == .incomplete
            && ($0.kind == .entry || $0.kind == .classification && $0.facts == [answer.item])
        }),
        let item = transaction.items.enumerated().first(where: {
          "items[\($0.offset)]" == answer.item
        })?
        .element, !item.controlCodes.isEmpty,
        item.controlCodes.contains(where: {
          ![.unknown, .unreadable].contains(catalogue.entries(for: $0.code).kind)
        })
      else { return nil }
      let title = answer.jurisdiction.title
      return Finding(
        kind: .openQuestion, outcome: .incomplete, facts: step.facts,
        title: BilingualText(
          en: "“\(answer.name)” has no stated classification for one law that applies: \(title.en)",
          fr:
            "« \(answer.name) » n’a pas de classement indiqué pour un droit applicable : \(title.fr)"
        ),
        explanation: [step.sentence],
        question: BilingualText(
          en:
            "Under which entry of its control list does the item fall, or who found that it falls under none (\(title.en))?",
          fr:
            "De quelle rubrique de sa liste de contrôle le bien relève-t-il, ou qui a conclu qu’il ne relève d’aucune (\(title.fr)) ?"
        ))
    }
  }

  /// One question for all end-use questions that nobody asked and that a determination waits for.
  private func endUseQuestion(_ answers: [LicenceAnswer]) -> [Finding] {
    let steps = answers.flatMap { answer -> [LicenceStep] in
      guard case .reaches = answer.reach, let determination = answer.determination,
        determination.requirements.isEmpty
      else { return [] }
      return determination.openSteps.filter { $0.kind == .endUse && $0.outcome == .incomplete }
    }
    let asked = steps.compactMap { step -> (EndUseQuestion, LicenceStep)? in
      if case .reply(let question)? = step.gap { (question, step) } else { nil }
    }
    guard !asked.isEmpty else { return [] }
    let questions = asked.map(\.0).uniqued()
    let words = questions.compactMap { question in rules.questions[question].map { (question, $0) }
    }
    return [
      Finding(
        kind: .openQuestion, outcome: .incomplete, facts: ["endUse.answers"],
        title: BilingualText(
          en: "End-use questions are not answered",
          fr: "Des questions sur l’utilisation finale sont sans réponse"),
        explanation: words.map { question, text in
          BilingualText(
            en: "endUse.answers.\(question.rawValue): \(text.en)",
            fr: "endUse.answers.\(question.rawValue) : \(text.fr)")
        },
        citations: asked.flatMap { _, step in
          step.citations.flatMap { $0.screeningCitations(section: step.rule) }
        }.mergedBySource(),
        question: BilingualText(
          en:
            "What does the customer, and what does the exporter’s own knowledge, answer to each of these?",
          fr: "Que répondent à chacune le client et la propre connaissance de l’exportateur ?"))
    ]
  }
}
