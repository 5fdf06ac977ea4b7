public import TradeModel

/// What the law of one jurisdiction asks for one item on its way, as far as its rules are held here.
///
/// It is a finding for the person who decides: it grants nothing and refuses nothing.
public struct LicenceDetermination: Hashable, Sendable {
  /// The answer, with what it rests on.
  public enum Answer: Hashable, Sendable {
    /// A rule bars the supply. The provisions.
    case prohibited(because: [String])
    /// A licence or authorisation is needed. The provisions; each must be overcome by itself.
    case required(under: [String])
    /// No rule held here asks for one; the text states the limits of that.
    case notRequired(because: BilingualText)
    /// The answer depends on what is missing: hold the transaction and ask.
    case undetermined(missing: [LicenceGap])
  }

  /// Whose law is answered.
  public let jurisdiction: LicenceJurisdiction
  /// Every rule that was held against the item, in order.
  public let steps: [LicenceStep]
  /// What stands beside an individual licence, for a required one. Never said to be available.
  public let permissions: [LicencePermission]

  init(
    jurisdiction: LicenceJurisdiction, steps: [LicenceStep], permissions: [LicencePermission]
  ) {
    self.jurisdiction = jurisdiction
    self.steps = steps
    self.permissions = permissions
  }

  /// The steps that ask for a licence or bar the supply, strictest first, else in order.
  public var requirements: [LicenceStep] {
    steps.enumerated().filter { $0.element.isRequirement }.sorted {
      ($1.element.outcome.strictness, $0.offset) < ($0.element.outcome.strictness, $1.offset)
    }.map(\.element)
  }

  /// The steps that could not be decided, in order.
  public var openSteps: [LicenceStep] { steps.filter { $0.gap != nil } }

  /// The outcome: the strictest requirement; without one the strictest of what is open.
  public var outcome: Outcome {
    requirements.first?.outcome ?? openSteps.map(\.outcome).max() ?? .noLicenceRequired
  }

  /// The answer that the steps give. There is no other way to one.
  public var answer: Answer {
    let requirements = requirements
    if let strictest = requirements.first {
      let rules = requirements.map(\.rule).uniqued()
      return strictest.outcome == .prohibited
        ? .prohibited(
          because: requirements.filter { $0.outcome == .prohibited }.map(\.rule).uniqued())
        : .required(under: rules)
    }
    let missing = openSteps.compactMap(\.gap).uniqued()
    return missing.isEmpty ? .notRequired(because: Self.limits) : .undetermined(missing: missing)
  }

  private static let limits = BilingualText(
    en:
      "no rule held here was found to ask for one, by the texts and dates of the steps and on the facts as stated; an authority can still require one because of the end use",
    fr:
      "aucune règle détenue ici n’en demande une, selon les textes et dates des étapes et les faits tels qu’indiqués ; une autorité peut encore en exiger une en raison de l’utilisation finale"
  )
}

extension LicenceDetermination.Answer {
  /// The word of the dossier.
  public var word: String {
    switch self {
    case .prohibited: "prohibited"
    case .required: "required"
    case .notRequired: "not-required"
    case .undetermined: "undetermined"
    }
  }
}
