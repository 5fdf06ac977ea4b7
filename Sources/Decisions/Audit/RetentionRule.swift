public import KnowledgeBase
public import TradeModel

/// How long a law wants records kept, and from which day.
public struct RetentionRule: Hashable, Sendable, Identifiable {
  /// The day from which the years count.
  public enum Start: String, Hashable, Sendable {
    /// The day of the last act on record.
    case lastAct = "last-act"
    /// The last day of that year.
    case endOfYear = "end-of-year"
  }

  /// The row's key: `us-ear`.
  public let id: String
  /// At least one.
  public let years: Int
  /// The day from which they count.
  public let start: Start
  /// Whether it applies unless the settings of the home choose others.
  public let isDefault: Bool
  /// What the law says, in own words.
  public let text: BilingualText
  /// Article or section.
  public let section: String
  /// Never empty.
  public let citations: Citations

  /// The last day on which a record has to be kept whose last act was on `day`.
  public func lastDay(after day: Day) -> Day {
    let from =
      switch start {
      case .lastAct: day
      case .endOfYear: Day(year: day.year, month: 12, day: 31) ?? day
      }
    // The 29 February of a year without one is its 28th.
    return Day(year: from.year + years, month: from.month, day: from.day)
      ?? Day(year: from.year + years, month: 2, day: 28) ?? from
  }
}

/// The rules of retention, from `Knowledge/Records`.
public struct RetentionRules: Sendable {
  /// In the order of the table.
  public let rules: [RetentionRule]

  static let path = "Records/retention.csv"

  /// Reads the table.
  ///
  /// - Throws: ``KnowledgeErrors`` with every row whose years are no whole number from 1 to 100.
  public init(loading knowledge: CheckedKnowledge) throws(KnowledgeErrors) {
    var errors: [KnowledgeError] = []
    rules = knowledge.citedRows(Self.path).compactMap { row in
      let cells = row.cells
      guard let years = Int(cells["years"]), (1...100).contains(years),
        let start = RetentionRule.Start(rawValue: cells["starts"])
      else {
        errors.append(
          cells.error(
            .badValue("years"), "`\(cells["years"])` is no number of years",
            help: "write a whole number from 1 to 100"))
        return nil
      }
      return RetentionRule(
        id: cells["id"], years: years, start: start, isDefault: cells.flag("default"),
        text: BilingualText(en: cells["rule_en"], fr: cells["rule_fr"]),
        section: cells["citation"], citations: row.citations)
    }
    if let errors = KnowledgeErrors(errors) { throw errors }
  }

  /// The rules named `ids`, or the default ones for `nil`. Ids that no rule has are returned apart.
  public func chosen(_ ids: [String]?) -> (rules: [RetentionRule], unknown: [String]) {
    guard let ids else { return (rules.filter(\.isDefault), []) }
    return (
      rules.filter { ids.contains($0.id) }, ids.filter { id in !rules.contains { $0.id == id } }
    )
  }

  /// The last day on which any of `rules` wants a record kept; the rule that asks for the longest.
  public static func longest(
    of rules: [RetentionRule], after day: Day
  ) -> (rule: RetentionRule, lastDay: Day)? {
    rules.map { ($0, $0.lastDay(after: day)) }.max { $0.1 < $1.1 }
  }
}
