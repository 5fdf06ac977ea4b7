public import TradeModel

/// Something in the input that could not be taken as it stands.
///
/// Each stands in the dossier: what was not understood was not checked.
public struct IntakeWarning: Hashable, Sendable {
  /// What is odd about a value.
  public enum Problem: String, Hashable, Sendable, CaseIterable {
    case unknownMember = "unknown-member"
    case wrongType = "wrong-type"
    case emptyText = "empty-text"
    case unreadableDate = "unreadable-date"
    /// Both readings of `02/03/2026` are possible; the day was taken to stand first.
    case dayFirstAssumed = "day-first-assumed"
    case unreadableNumber = "unreadable-number"
    case unreadableShare = "unreadable-share"
    case unreadableCommodityCode = "unreadable-commodity-code"
    case unreadableCurrency = "unreadable-currency"
    case unknownUnit = "unknown-unit"
    case unknownRole = "unknown-role"
    case unknownWord = "unknown-word"
    case unknownIdentifierKind = "unknown-identifier-kind"
    case wrongIdentifierFormat = "wrong-identifier-format"
    case wrongCheckDigit = "wrong-check-digit"
    case partyWithoutName = "party-without-name"
  }

  /// Where, from the root of the transaction: `parties[0].birthDates[1]`.
  public let path: String
  /// What stands there, as JSON on one line.
  public let value: String
  /// What is odd.
  public let problem: Problem
  /// What was expected, or the nearest known word; empty when there is nothing to add.
  public let expected: String

  public init(path: String, value: String, problem: Problem, expected: String = "") {
    self.path = path
    self.value = value
    self.problem = problem
    self.expected = expected
  }

  /// What is wrong and what was done, in one sentence without the place.
  public var sentence: BilingualText {
    let text = problem.sentence
    guard !expected.isEmpty else { return text }
    return switch problem {
    case .unknownMember:
      BilingualText(
        en: "\(text.en); perhaps `\(expected)` was meant",
        fr: "\(text.fr) ; peut-être `\(expected)`")
    default:
      BilingualText(
        en: "\(text.en); expected: \(expected)", fr: "\(text.fr) ; attendu : \(expected)")
    }
  }
}

extension IntakeWarning: CustomStringConvertible {
  public var description: String { "\(path): \(sentence.en): `\(value)`" }
}

extension IntakeWarning.Problem {
  var sentence: BilingualText {
    switch self {
    case .unknownMember:
      BilingualText(
        en: "unknown field, not used in the check",
        fr: "champ inconnu, non utilisé pour la vérification")
    case .wrongType:
      BilingualText(
        en: "unexpected kind of value, taken as text where possible",
        fr: "type de valeur inattendu, repris comme texte si possible")
    case .emptyText:
      BilingualText(en: "empty, taken as not stated", fr: "vide, considéré comme non indiqué")
    case .unreadableDate:
      BilingualText(
        en: "date cannot be read, kept as text and not compared",
        fr: "date illisible, conservée comme texte et non comparée")
    case .dayFirstAssumed:
      BilingualText(
        en: "date can be read in two ways, day taken to stand first",
        fr: "date ambiguë, lue jour en premier")
    case .unreadableNumber:
      BilingualText(
        en: "number cannot be read, kept as text and not compared",
        fr: "nombre illisible, conservé comme texte et non comparé")
    case .unreadableShare:
      BilingualText(
        en: "share cannot be read, kept as text and taken as unknown",
        fr: "part illisible, conservée comme texte et considérée comme inconnue")
    case .unreadableCommodityCode:
      BilingualText(
        en: "not a commodity code of 2 to 10 digits, kept as text",
        fr: "n’est pas un code de marchandise de 2 à 10 chiffres, conservé comme texte")
    case .unreadableCurrency:
      BilingualText(
        en: "not a currency code of three letters, kept as text",
        fr: "n’est pas un code de monnaie à trois lettres, conservé comme texte")
    case .unknownUnit:
      BilingualText(
        en: "unknown unit, kept as text; the value is not compared",
        fr: "unité inconnue, conservée comme texte ; la valeur n’est pas comparée")
    case .unknownRole:
      BilingualText(
        en: "unknown role; the party is screened without it",
        fr: "rôle inconnu ; la partie est vérifiée sans ce rôle")
    case .unknownWord:
      BilingualText(
        en: "unknown word, kept as text", fr: "mot inconnu, conservé comme texte")
    case .unknownIdentifierKind:
      BilingualText(
        en: "unknown kind of identifier, compared as a number of unknown kind",
        fr: "type d’identifiant inconnu, comparé comme numéro de type inconnu")
    case .wrongIdentifierFormat:
      BilingualText(
        en: "identifier has not the form of its kind; it is still compared",
        fr: "l’identifiant n’a pas la forme de son type ; il est tout de même comparé")
    case .wrongCheckDigit:
      BilingualText(
        en: "check digit of the identifier is wrong; it is still compared",
        fr: "la clé de contrôle de l’identifiant est fausse ; il est tout de même comparé")
    case .partyWithoutName:
      BilingualText(
        en: "party without a name; only its numbers and places can be checked",
        fr: "partie sans nom ; seuls ses numéros et ses lieux peuvent être vérifiés")
    }
  }
}
