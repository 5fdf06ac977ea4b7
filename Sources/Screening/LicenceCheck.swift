import GoodsControls
public import KnowledgeBase
import Licensing
public import TradeModel

/// The licence determination by itself, without lists of parties: for a question before there is a
/// transaction.
///
/// It answers with the rules a screening uses, on the same facts.
public struct LicenceCheck: Sendable {
  private let catalogue: ControlCatalogue
  private let rules: LicenceRules
  private let territories: TerritoryIndex
  private let union: Set<TerritoryID>

  /// - Throws: ``KnowledgeErrors`` when the control lists or licence tables do not hang together.
  public init(knowledge: CheckedKnowledge) throws(KnowledgeErrors) {
    catalogue = try ControlCatalogue(loading: knowledge)
    rules = try LicenceRules(loading: knowledge, catalogue: catalogue)
    territories = knowledge.territoryIndex
    union = knowledge.members(ofGroup: "EU27")
  }

  /// What each jurisdiction asks for each item.
  public func answers(on transaction: Transaction) -> [LicenceAnswer] {
    let union = union
    let isMember: (TerritoryID) -> Bool = { union.contains($0) }
    let places = PlacesOfTransaction(
      transaction, subjects: transaction.subjects, index: territories)
    return LicenceScreening(
      rules: rules, catalogue: catalogue, transaction: transaction, places: places,
      reaches: LicenceReaches(
        transaction: transaction, places: places, index: territories, isUnionMember: isMember),
      links: JurisdictionLinks(transaction, places: places, isUnionMember: isMember)
    ).answers(beside: places.findings)
  }
}
