import KnowledgeBase
import TradeModel

extension LicenceLoader {
  /// The exceptions with their paragraphs, in the order of the tables.
  mutating func exceptions(_ scopes: [String: DestinationScope]) -> [LicenceException] {
    var routes: [String: [LicenceException.Route]] = [:]
    for row in knowledge.citedRows("ControlLists/licence-exception-routes.csv") {
      let cells = row.cells
      routes[cells["symbol"], default: []].append(
        LicenceException.Route(
          destinations: cells.optional("destinations").flatMap { scopes[$0] },
          notDestinations: cells.optional("not_destinations").flatMap { scopes[$0] },
          reasons: Set(cells.list("reasons")),
          reasonText: cells.list("reasons").joined(separator: ", "),
          entries: patterns(cells, "entries"), notEntries: patterns(cells, "not_entries"),
          isForUnlisted: cells.flag("unlisted"),
          words: BilingualText(en: cells["words_en"], fr: cells["words_fr"]),
          citation: cells["citation"], asOf: cells["as_of"], citations: row.citations))
    }
    return knowledge.citedRows("ControlLists/licence-exceptions.csv").map { row in
      LicenceException(
        symbol: row.cells["symbol"], section: row.cells["section"],
        routes: routes[row.cells["symbol"]] ?? [], asOf: row.cells["as_of"],
        citations: row.citations)
    }
  }

  mutating func bars(_ scopes: [String: DestinationScope]) -> [ExceptionBar] {
    var bars: [ExceptionBar] = []
    for row in knowledge.citedRows("ControlLists/licence-exception-bars.csv") {
      let cells = row.cells
      guard let effect = ExceptionBar.Effect(rawValue: cells["effect"]) else { continue }
      bars.append(
        ExceptionBar(
          symbols: Set(cells.list("symbols")), leaves: Set(cells.list("leaves")),
          reason: cells.optional("reason"), entries: patterns(cells, "entries"),
          notEntries: patterns(cells, "not_entries"),
          destinations: cells.optional("destinations").flatMap { scopes[$0] },
          requirement: cells.optional("requirement").flatMap(
            ExceptionBar.Requirement.init(rawValue:)), effect: effect,
          rule: BilingualText(en: cells["rule_en"], fr: cells["rule_fr"]),
          citation: cells["citation"], asOf: cells["as_of"], citations: row.citations))
    }
    return bars
  }

  /// `9A610.a`, `600-series`; `nil` for an empty cell. Codes must be of the US list.
  private mutating func patterns(_ row: KnowledgeRow, _ column: String) -> EntryPatterns? {
    let texts = row.list(column)
    guard !texts.isEmpty else { return nil }
    let known = Set(
      knowledge.citedRows("ControlLists/us-ccl.csv").map { $0.cells["code"] }
        + knowledge.hintRows("ControlLists/unverified/us-ccl.csv").map { $0.cells["code"] })
    guard let patterns = EntryPatterns(texts), patterns.codes.allSatisfy(known.contains) else {
      errors.append(
        row.error(
          .badValue(column), "`\(column)` names what is no entry of the US list and no series",
          help: "write codes of us-ccl.csv, with or without a paragraph, or 600-series"))
      return nil
    }
    return patterns
  }
}
