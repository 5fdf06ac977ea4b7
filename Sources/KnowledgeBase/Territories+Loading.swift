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
      names: citedNames + hintedNames
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

  private var citedNames: [TerritoryName] {
    let rows = citedRows(TerritoryLayouts.names)
    guard var reader = TerritoryNameReader(rows.first?.cells) else { return [] }
    var sources: [String] = []
    var citations: Citations?
    return rows.map { row in
      if row.citations != citations {
        citations = row.citations
        sources = row.citations.ids.map(\.name)
      }
      return reader.name(row.cells, sources: sources)
    }
  }

  private var hintedNames: [TerritoryName] {
    let rows = hintRows(TerritoryLayouts.unverifiedNames)
    guard var reader = TerritoryNameReader(rows.first?.cells) else { return [] }
    return rows.map { reader.name($0.cells, sources: []) }
  }
}

/// Reads the rows of one table of names, which are many: by the places of its columns, and with one
/// array for neighbours that name the same languages.
private struct TerritoryNameReader {
  private let places: (territory: Int, name: Int, kind: Int, languages: Int)
  private var languagesText = ""
  private var languages: [String] = []

  /// Returns `nil` for a table without rows.
  init?(_ first: KnowledgeRow?) {
    guard let first else { return nil }
    places = (
      first.place(of: "territory"), first.place(of: "name"), first.place(of: "kind"),
      first.place(of: "languages")
    )
  }

  mutating func name(_ row: KnowledgeRow, sources: [String]) -> TerritoryName {
    let text = row[places.languages]
    if text != languagesText {
      languagesText = text
      languages = KnowledgeRow.split(text)
    }
    return TerritoryName(
      territory: TerritoryID(row[places.territory]), text: row[places.name],
      kind: TerritoryName.Kind(rawValue: row[places.kind]) ?? .alias, languages: languages,
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
