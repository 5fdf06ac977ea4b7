/// One statement in the two languages of the product.
///
/// Both are required wherever a person will read the text, so that no dossier is half translated.
public struct BilingualText: Hashable, Sendable {
  /// English, in British spelling.
  public let en: String
  /// French.
  public let fr: String

  public init(en: String, fr: String) {
    self.en = en
    self.fr = fr
  }

  /// The text in that language.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .fr: fr
    }
  }
}

/// A language the product speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case en, fr
}
