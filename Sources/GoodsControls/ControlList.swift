public import KnowledgeBase
public import TradeModel

/// A published list of goods, software or technology: one row of `ControlLists/lists.csv`.
public struct ControlList: Hashable, Sendable, Identifiable {
  /// The lists that code refers to by name; each has a row in the table.
  public enum ID: String, Hashable, Sendable, CaseIterable {
    case usCommerceControlList = "us-ccl"
    case euDualUse = "eu-dual-use"
    case mtcr
    case euIranAnnexII = "eu-267-2012-annex-ii"
    case euIranAnnexVIIB = "eu-267-2012-annex-viib"
    case euIranUnmannedAircraft = "eu-2023-1529-annex-ii"
    case usSupplement7 = "us-ear-746-s7"
    case usUnmannedAircraftAdvisory = "us-uav-advisory-2023"
    case commonHighPriority = "chpl"
  }

  /// What being on the list means in law.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// Export needs an authorisation, by destination and reason.
    case controlList = "control-list"
    /// A supplier arrangement: binding through the partners' own law.
    case regimeList = "regime-list"
    /// Supply to ``ControlList/destinations`` is prohibited or needs a licence.
    case embargoList = "embargo-list"
    /// Not law: authorities ask for care.
    case guidance
  }

  /// The key of the row.
  public let id: ID
  /// In full, as a dossier names it.
  public let title: BilingualText
  /// Who publishes the list.
  public let publisher: String
  /// ISO 3166 codes of those whose law or guidance it is; `EU`, `MTCR`.
  public let jurisdictions: [String]
  /// What being on the list means in law; decides how strict a finding is.
  public let nature: Nature
  /// The territories for which the list bites, for an embargo list. Empty for the others, which do
  /// not depend on a fixed set.
  public let destinations: [TerritoryID]
  /// What follows from being on the list, as half a sentence.
  public let effect: BilingualText
  /// The rule, as one writes it: `15 CFR 746.7(a)(1)(ii)`.
  public let citation: String
  /// The date of the text behind it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public let asOf: String
  /// The sources of the row.
  public let citations: Citations
}
