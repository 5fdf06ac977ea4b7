/// The answer to "which territory does this text name?", with what matched and how.
public struct TerritoryFinding: Hashable, Sendable {
  /// By what the text names the territory.
  public enum Means: String, Hashable, Sendable, CaseIterable {
    /// An ISO 3166-1 code or our own code of a region.
    case code
    case name, alias, historical, demonym
    /// A town, zone or part that lies in the territory.
    case place
  }

  /// The territory that is meant first of all.
  public let territory: Territory
  /// By what the text names it.
  public let means: Means
  /// The words of the text that matched, as written.
  public let matchedText: String
  /// The name that matched; `nil` for codes.
  public let name: TerritoryName?
  /// What the text can also mean, by id: `Korea` alone is north or south. Whoever reads the finding
  /// has to look at these too.
  public let alternatives: [Territory]

  public init(
    territory: Territory, means: Means, matchedText: String, name: TerritoryName? = nil,
    alternatives: [Territory] = []
  ) {
    self.territory = territory
    self.means = means
    self.matchedText = matchedText
    self.name = name
    self.alternatives = alternatives
  }

  /// Whether the text can mean another territory as well.
  public var isAmbiguous: Bool { !alternatives.isEmpty }
}

/// One place of a text that names a territory.
public struct TerritoryMention: Hashable, Sendable {
  /// What the words name.
  public let finding: TerritoryFinding
  /// Where it stands in the text.
  public let range: Range<String.Index>
  /// Whether it fills its part of the text, between commas, line ends or numbers.
  public let isWholePart: Bool
}
