/// A name under which an authority lists a party.
public struct ListedName: Hashable, Sendable {
  /// How a name stands to the party, by the list's own word.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The publisher's main name. A record may have two or, in OFSI, none.
    case primary
    /// A spelling the publisher calls a variation of the primary name (UK).
    case variant
    /// Also known as, now known as.
    case alias
    /// Formerly known as.
    case former
    /// A name that stands in a place of the list for another script.
    case otherScript
  }

  /// The authority's own trust in the name.
  public enum Strength: String, Hashable, Sendable, CaseIterable {
    case strong, weak, unstated
  }

  /// A part of a name with the role the publisher gave it.
  public struct Part: Hashable, Sendable {
    /// What the publisher says the part is.
    public enum Role: String, Hashable, Sendable, CaseIterable {
      case family, given, middle, patronymic, fatherName, grandfatherName, maiden, tribal, title,
        suffix, whole, other
    }
    /// What the publisher says the part is.
    public let role: Role
    /// Verbatim.
    public let text: String
    public init(_ role: Role, _ text: String) {
      self.role = role
      self.text = text
    }
  }

  /// How it stands to the party.
  public let kind: Kind
  /// The authority's own trust; unmarked is `unstated` and counts as strong.
  public let strength: Strength
  /// The whole name as published: `LAST, First` stays so where the list writes it so.
  public let text: String
  /// The parts, where the list gives them.
  public let parts: [Part]
  /// The script or language as the publisher names it.
  public let script: String?
  /// As the publisher names it.
  public let language: String?
  /// What else the list says of the name.
  public let note: String?

  public init(
    _ kind: Kind, _ text: String, strength: Strength = .unstated, parts: [Part] = [],
    script: String? = nil, language: String? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.strength = strength
    self.parts = parts
    self.script = script
    self.language = language
    self.note = note
  }
}
