public import TradeModel

/// Something a determination needs and does not have.
public enum LicenceGap: Hashable, Sendable {
  /// Where the items go.
  case destination
  /// What the items are for.
  case endUse
  /// The entry of this jurisdiction's list, or the word that it has none for the item.
  case classification(LicenceJurisdiction)
  /// The paragraph of the entry under which the item falls.
  case paragraph(entry: String)
  /// The reply to a question that nobody asked, or that was asked in vain.
  case reply(EndUseQuestion)
  /// The answer of the authority.
  case authority
  /// A text or table that is not held here.
  case text(BilingualText)
  /// Another finding that a person must settle first.
  case finding(BilingualText)

  /// A few words for a list of what is missing.
  public var title: BilingualText {
    switch self {
    case .destination: BilingualText(en: "the destination", fr: "la destination")
    case .endUse: BilingualText(en: "the end use", fr: "l’utilisation finale")
    case .classification(let jurisdiction):
      BilingualText(
        en: "the entry of the control list (\(jurisdiction.title.en))",
        fr: "la rubrique de la liste de contrôle (\(jurisdiction.title.fr))")
    case .paragraph(let entry):
      BilingualText(en: "the paragraph of \(entry)", fr: "l’alinéa de \(entry)")
    case .reply(let question):
      BilingualText(
        en: "the reply to “\(question.rawValue)”", fr: "la réponse à « \(question.rawValue) »")
    case .authority:
      BilingualText(en: "the authority’s answer", fr: "la réponse de l’autorité")
    case .text(let text), .finding(let text): text
    }
  }
}
