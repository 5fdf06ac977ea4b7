import GoodsControls
import KnowledgeBase
public import TradeModel

/// The licence rules of the knowledge folder, with the questions a screening asks of them.
///
/// It holds no state beside the tables. What it cannot decide it leaves open, with what is missing.
public struct LicenceRules: Sendable {
  /// One row of the Commerce Country Chart.
  struct ChartRow: Sendable {
    /// Column names of the table: `ns1`.
    let marks: Set<String>
    /// With what each says and the beginnings of the entries it is about.
    let footnotes: [(id: String, entries: [String], meaning: BilingualText)]
    let asOf: String
    let citations: Citations
  }

  /// Which territory another is treated as, by one law.
  struct TreatedAs: Sendable {
    let territory: TerritoryID
    let other: TerritoryID
    let jurisdiction: String
  }

  /// A general authorisation: one row of `ControlLists/general-authorisations.csv`.
  struct AuthorisationRow: Sendable {
    let symbol: String
    let section: String
    let destinations: DestinationScope?
    let asOf: String
    let citations: Citations
  }

  let catalogue: ControlCatalogue
  let chart: [TerritoryID: ChartRow]
  let treatedAs: [TreatedAs]
  let scopes: [String: DestinationScope]
  let tests: [EndUseTest]
  let exceptions: [LicenceException]
  let bars: [ExceptionBar]
  let authorisations: [AuthorisationRow]
  /// Entries that point to another agency's rules: `ITAR`, `NRC`.
  let pointers: [String: String]
  /// Member States. Nobody verified the group: it steers and is never cited.
  let unionMembers: Set<TerritoryID>
  /// Territories under some embargo or arms embargo that the tables name, verified or not: where the
  /// Union's and the United Kingdom's own measures are not held, they must be looked up.
  let measured: Set<TerritoryID>
  /// Of the question's words, in both languages.
  public let questions: [EndUseQuestion: BilingualText]

  /// The determination for `item` under the law of `jurisdiction`, if that law reaches it.
  ///
  /// - Complexity: O(*n*) in the rows of the tables, times the places.
  public func determination(
    of item: LicenceCase, under jurisdiction: LicenceJurisdiction
  ) -> LicenceDetermination {
    var steps = classification(item, jurisdiction)
    if item.places.isEmpty {
      steps.append(
        LicenceStep(
          .destination, .open(.incomplete, .destination),
          BilingualText(
            en: "No destination is known, so no rule by destination can be decided",
            fr:
              "Aucune destination n’est connue : aucune règle par destination ne peut être tranchée"
          ), facts: []))
    }
    for place in item.places {
      steps += embargoes(item, place, jurisdiction) + commodityLists(item, place, jurisdiction)
      switch jurisdiction {
      case .unitedStates: steps += unitedStates(item, place)
      case .europeanUnion: steps += europeanUnion(item, place)
      case .unitedKingdom: steps += unitedKingdom(item, place)
      }
    }
    let isExport = jurisdiction != .europeanUnion || !item.places.allSatisfy { isInUnion($0) }
    if isExport || item.places.isEmpty { steps += regime(item) + endUse(item, jurisdiction) }
    steps += item.unsettled
    let determination = LicenceDetermination(
      jurisdiction: jurisdiction, steps: steps, permissions: [])
    guard case .required = determination.answer else { return determination }
    return LicenceDetermination(
      jurisdiction: jurisdiction, steps: steps,
      permissions: permissions(item, determination.requirements, jurisdiction))
  }

  /// The territory, what the law treats it as, and the state it belongs to.
  func ids(of place: LicenceCase.Place, _ jurisdiction: LicenceJurisdiction) -> [TerritoryID] {
    let id = place.territory.id
    return [id]
      + treatedAs.filter { $0.territory == id && $0.jurisdiction == jurisdiction.rawValue }
      .map(\.other) + [place.territory.parent].compactMap(\.self)
  }

  func isInUnion(_ place: LicenceCase.Place) -> Bool {
    unionMembers.contains(place.territory.id)
  }
}
