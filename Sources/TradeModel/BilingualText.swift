/// One statement in the two languages of the product.
///
/// Both are required wherever a person will read the text, so that no dossier is half translated.
public struct BilingualText: Hashable, Sendable {
  public let en: String
  public let fr: String

  public init(en: String, fr: String) {
    self.en = en
    self.fr = fr
  }

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
