public import KnowledgeBase
public import TradeModel

/// A published permission that can replace an individual licence under conditions, with how it stands.
///
/// Nothing here says that one is available: conditions are for a person to read.
public struct LicencePermission: Hashable, Sendable {
  /// How far it can be told.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// A rule held here shuts it.
    case closed
    /// The destination is among those it is for; its other conditions are not held here.
    case mayBeOpen = "may-be-open"
    /// Its conditions are not held here.
    case needsPerson = "needs-person"
  }

  /// `LVS`, `EU001`.
  public let symbols: [String]
  /// How far it can be told.
  public let standing: Standing
  /// Why, as half a sentence.
  public let because: BilingualText
  /// The provision.
  public let rule: String
  /// The date of the text; `nil` when none is stated.
  public let asOf: String?
  /// The sources of the rows.
  public let citations: [Citations]

  /// The whole sentence.
  public var sentence: BilingualText {
    let names = symbols.joined(separator: ", ")
    let (english, french) =
      switch standing {
      case .closed: ("closed", "fermées")
      case .mayBeOpen:
        (
          "may be open, a person must read the conditions",
          "peut-être ouvertes, une personne doit lire les conditions"
        )
      case .needsPerson:
        ("a person must read the conditions", "une personne doit lire les conditions")
      }
    let date = BilingualText(
      en: asOf.map { "text of \($0)" } ?? "text without a date",
      fr: asOf.map { "texte du \($0)" } ?? "texte sans date")
    return BilingualText(
      en: "\(names): \(english): \(because.en) (\(rule); \(date.en)).",
      fr: "\(names) : \(french) : \(because.fr) (\(rule) ; \(date.fr)).")
  }
}
