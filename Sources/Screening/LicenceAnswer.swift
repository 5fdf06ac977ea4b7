public import Licensing
public import TradeModel

/// Whether the law of a jurisdiction reaches an item, with the fact that says so as half a sentence.
public enum LicenceReach: Hashable, Sendable {
  /// A fact brings the item under it.
  case reaches(BilingualText)
  /// Nothing stated brings it under it, and nothing stated excludes it.
  case open(BilingualText)
  /// The facts as stated do not bring it under it.
  case outside(BilingualText)

  /// The reason.
  public var why: BilingualText {
    switch self {
    case .reaches(let why), .open(let why), .outside(let why): why
    }
  }

  /// The word of the dossier.
  public var word: String {
    switch self {
    case .reaches: "reaches"
    case .open: "open"
    case .outside: "outside"
    }
  }
}

/// What one jurisdiction asks for one item. Every jurisdiction stays visible, whichever is strictest.
public struct LicenceAnswer: Hashable, Sendable {
  /// Where the item stands: `items[0]`.
  public let item: String
  /// What it is called.
  public let name: String
  /// Whose law is answered.
  public let jurisdiction: LicenceJurisdiction
  /// Why it applies, may apply or does not.
  public let reach: LicenceReach
  /// What it asks, if it applies; `nil` when the facts as stated leave it aside.
  public let determination: LicenceDetermination?

  public init(
    item: String, name: String, jurisdiction: LicenceJurisdiction, reach: LicenceReach,
    determination: LicenceDetermination?
  ) {
    self.item = item
    self.name = name
    self.jurisdiction = jurisdiction
    self.reach = reach
    self.determination = determination
  }

  /// The answer in one sentence.
  public var sentence: BilingualText {
    guard let determination else {
      return BilingualText(
        en: "Not determined: \(reach.why.en).", fr: "Non déterminé : \(reach.why.fr).")
    }
    let text = Self.text(determination)
    switch reach {
    case .reaches, .outside: return BilingualText(en: "\(text.en).", fr: "\(text.fr).")
    case .open:
      return BilingualText(
        en: "If this law reaches the item, which is open: \(text.en).",
        fr: "Si ce droit s’applique au bien, ce qui reste ouvert : \(text.fr).")
    }
  }

  private static func text(_ determination: LicenceDetermination) -> BilingualText {
    switch determination.answer {
    case .prohibited(let rules):
      let list = rules.joined(separator: "; ")
      return BilingualText(en: "Prohibited by \(list)", fr: "Interdit par \(list)")
    case .required(let rules):
      let list = rules.joined(separator: "; ")
      let title = determination.outcome.title
      return BilingualText(
        en: "\(title.en) under \(list)", fr: "\(title.fr) au titre de \(list)")
    case .notRequired(let because):
      return BilingualText(
        en: "No licence requirement found: \(because.en)",
        fr: "Aucune exigence de licence trouvée : \(because.fr)")
    case .undetermined(let missing):
      let english = missing.map(\.title.en).joined(separator: "; ")
      let french = missing.map(\.title.fr).joined(separator: " ; ")
      return BilingualText(
        en: "Not determined, missing: \(english)", fr: "Non déterminé, il manque : \(french)")
    }
  }
}
