public import TradeModel

extension CheckedKnowledge {
  /// The index of territories, from the cited tables and the unverified ones.
  ///
  /// Territories and names that nobody verified have no sources: they steer the search and are never
  /// cited.
  public var territoryIndex: TerritoryIndex {
    let regions = hintRows(TerritoryLayouts.unverifiedRegions).map(\.cells)
    return TerritoryIndex(
      territories: citedRows(TerritoryLayouts.territories).map(territory)
        + regions.map { row in
          Territory(
            id: TerritoryID(row["code"]), kind: .region,
            name: BilingualText(en: row["name_en"], fr: row["name_fr"]),
            parent: TerritoryID(row["parent"]))
        },
      names: citedRows(TerritoryLayouts.names).map {
        name($0.cells, sources: $0.citations.ids.map(\.name))
      }
        + hintRows(TerritoryLayouts.unverifiedNames).map { name($0.cells, sources: []) }
        + regions.flatMap { row in
          row.list("names").map {
            TerritoryName(territory: TerritoryID(row["code"]), text: $0, kind: .alias)
          }
        }
        + hintRows(TerritoryLayouts.freeZones).flatMap { row in
          ([row.cells["name"]] + row.cells.list("aliases")).map {
            TerritoryName(
              territory: TerritoryID(row.cells["territory"]), text: $0, kind: .place)
          }
        })
  }

  /// The groups a territory is in, in the order of the table; cited ones only.
  public func territoryGroups(of territory: TerritoryID) -> [TerritoryGroup] {
    let memberships = citedRows(TerritoryLayouts.members)
      .filter { $0.cells["territory"] == territory.code }
    return citedRows(TerritoryLayouts.groups).compactMap { row in
      guard let member = memberships.first(where: { $0.cells["group"] == row.cells["code"] })
      else { return nil }
      return TerritoryGroup(
        code: row.cells["code"],
        label: BilingualText(en: row.cells["label_en"], fr: row.cells["label_fr"]),
        kind: row.cells["kind"], asOf: row.cells.optional("as_of"),
        citations: member.citations)
    }
  }

  /// The marked columns of the Commerce Country Chart for a territory, such as `ns1`.
  ///
  /// `nil` when the chart has no row. An empty answer is no permission: embargoed countries have no
  /// marks at all. Source: 15 CFR Part 738, Supplement No. 1.
  public func countryChartMarks(of territory: TerritoryID) -> [String]? {
    citedRows(TerritoryLayouts.chart).first { $0.cells["territory"] == territory.code }
      .map { row in TerritoryLayouts.chartColumns.filter { row.cells.flag($0) } }
  }

  private func territory(_ row: CitedRow) -> Territory {
    Territory(
      id: TerritoryID(row.cells["code"]),
      kind: Territory.Kind(rawValue: row.cells["kind"]) ?? .country,
      alpha3: row.cells.optional("alpha3"), numeric: row.cells.optional("numeric"),
      name: BilingualText(en: row.cells["name_en"], fr: row.cells["name_fr"]),
      parent: row.cells.optional("parent").map(TerritoryID.init),
      sources: row.citations.ids.map(\.name))
  }

  private func name(_ row: KnowledgeRow, sources: [String]) -> TerritoryName {
    TerritoryName(
      territory: TerritoryID(row["territory"]), text: row["name"],
      kind: TerritoryName.Kind(rawValue: row["kind"]) ?? .alias, languages: row.list("languages"),
      sources: sources)
  }
}

/// A group of territories that a rule or practice names: Country Group D:4.
public struct TerritoryGroup: Hashable, Sendable {
  /// As the source writes it: `D:4`, `EU27`.
  public let code: String
  /// For sentences.
  public let label: BilingualText
  /// What sort of group it is: a country group, a union, an arrangement.
  public let kind: String
  /// The date of the text behind the group, as stated.
  public let asOf: String?
  /// The sources of the membership.
  public let citations: Citations
}

extension CheckedKnowledge {
  /// The members of a group, from the cited table and the unverified one. For steering only: whoever
  /// cites a membership takes ``territoryGroups(of:)``.
  public func members(ofGroup code: String) -> Set<TerritoryID> {
    let cited = citedRows(TerritoryLayouts.members).map(\.cells)
    let hinted = hintRows(TerritoryLayouts.unverifiedMembers).map(\.cells)
    return Set(
      (cited + hinted).filter { $0["group"] == code }.map { TerritoryID($0["territory"]) })
  }
}
