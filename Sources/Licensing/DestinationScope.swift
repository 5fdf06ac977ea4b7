import KnowledgeBase
import TradeModel

/// The destinations that a rule names: one row of `ControlLists/destination-scopes.csv`.
struct DestinationScope: Hashable {
  /// Whether a destination is meant.
  enum Answer: Hashable { case inside, outside, unknown }

  let words: BilingualText
  let isEverywhere: Bool
  /// The members are not held here.
  let isUnknown: Bool
  /// Named by themselves: no exception takes them out.
  let named: Set<TerritoryID>
  let grouped: Set<TerritoryID>
  let except: Set<TerritoryID>
  let citations: Citations

  /// - Parameters:
  ///   - members: of each group.
  init(_ row: CitedRow, members: [String: Set<TerritoryID>]) {
    let cells = row.cells
    func territories(_ column: String) -> Set<TerritoryID> {
      Set(cells.list(column).map { TerritoryID($0) })
    }
    func groups(_ column: String) -> Set<TerritoryID> {
      cells.list(column).reduce(into: []) { $0.formUnion(members[$1] ?? []) }
    }
    words = BilingualText(en: cells["words_en"], fr: cells["words_fr"])
    isEverywhere = cells["reach"] == "everywhere"
    isUnknown = cells["reach"] == "unknown"
    named = territories("territories")
    grouped = groups("groups")
    except = territories("except_territories").union(groups("except_groups"))
    citations = row.citations
  }

  /// - Parameter ids: the territory, what it is treated as, and the state it belongs to. One of them
  ///   is enough to be inside; only the territory itself is taken out by an exception.
  func answer(_ ids: [TerritoryID]) -> Answer {
    if isUnknown { return .unknown }
    if !named.isDisjoint(with: ids) { return .inside }
    if let own = ids.first, except.contains(own) { return .outside }
    return isEverywhere || !grouped.isDisjoint(with: ids) ? .inside : .outside
  }
}
