/// The stable name of a territory: the ISO 3166-1 alpha-2 code of a country, or our own code of a
/// region, which has the country's code in front: `UA-CRIMEA`.
public struct TerritoryID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// `FR`, `UA-CRIMEA`.
  public let code: String
  public init(_ code: String) { self.code = code }

  /// The country of an ISO 3166-1 alpha-2 code in either case; `nil` unless `text` is two ASCII
  /// letters. Whether the code is assigned is not looked up.
  public init?(alpha2 text: some StringProtocol) {
    guard text.utf8.count == 2,
      text.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
    else { return nil }
    code = text.uppercased()
  }

  public var description: String { code }
  public static func < (lhs: TerritoryID, rhs: TerritoryID) -> Bool { lhs.code < rhs.code }
}

/// A country, a dependency, or a region that rules treat apart.
///
/// A region whose status is disputed is a territory of its own with the state it belongs to under the
/// cited rule. That is no statement of ours about borders.
public struct Territory: Hashable, Sendable, Identifiable {
  /// What rules take the territory for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case country
    /// Has an ISO code and belongs to another state: Hong Kong, Guadeloupe.
    case dependency
    /// A region that export rules name apart from its state: Crimea.
    case region
  }

  /// Its code.
  public let id: TerritoryID
  /// What rules take it for.
  public let kind: Kind
  /// ISO 3166-1, where there is one.
  public let alpha3: String?
  /// ISO 3166-1 numeric, three digits, where there is one.
  public let numeric: String?
  /// The short name.
  public let name: BilingualText
  /// The state a dependency or region belongs to.
  public let parent: TerritoryID?
  /// Ids of the sources of the row. Empty when nobody verified it; then it may steer a search and is
  /// never cited.
  public let sources: [String]

  public init(
    id: TerritoryID, kind: Kind, alpha3: String? = nil, numeric: String? = nil,
    name: BilingualText, parent: TerritoryID? = nil, sources: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.alpha3 = alpha3
    self.numeric = numeric
    self.name = name
    self.parent = parent
    self.sources = sources
  }
}

/// One way to call a territory.
public struct TerritoryName: Hashable, Sendable {
  /// What sort of name it is; decides which territory comes first when several are meant.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The short or formal name in some language.
    case name
    case alias
    /// A name that was in use before.
    case historical
    /// The word for what or who is from there: Iranian, Iranienne.
    case demonym
    /// A town, zone or part that lies in the territory.
    case place
    /// A phrase that holds a territory's name and means something else: New Mexico holds Mexico.
    case otherMeaning = "other-meaning"
  }

  /// The territory it names.
  public let territory: TerritoryID
  /// As written in its language.
  public let text: String
  /// What sort of name it is.
  public let kind: Kind
  /// BCP 47 tags of the languages that use it; empty where the name is of no language.
  public let languages: [String]
  /// Ids of sources; empty for an unverified name, which steers the search and is never cited.
  public let sources: [String]

  public init(
    territory: TerritoryID, text: String, kind: Kind, languages: [String] = [],
    sources: [String] = []
  ) {
    self.territory = territory
    self.text = text
    self.kind = kind
    self.languages = languages
    self.sources = sources
  }

  /// Whether a source stands behind the row.
  public var isVerified: Bool { !sources.isEmpty }
}
