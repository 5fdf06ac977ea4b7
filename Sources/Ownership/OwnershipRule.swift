public import KnowledgeBase
public import TradeModel

/// A test of ownership as it stood in one period: whose it is, from what share it is met, and whether it
/// was in force.
public struct OwnershipRule: Hashable, Sendable, Identifiable {
  /// Whose test it is.
  public enum Test: String, Hashable, Sendable, CaseIterable {
    /// The 50 Percent Rule of the US Office of Foreign Assets Control.
    case ofac = "us-ofac"
    /// The affiliates rule of the US Bureau of Industry and Security.
    case bis = "us-bis"
    /// Ownership or control, European Union.
    case eu
    /// Ownership or control, United Kingdom.
    case uk = "gb"
  }

  /// Whether a rule has effect in its period.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case inForce = "in-force"
    case suspended
    /// What was read does not tell.
    case undetermined
  }

  /// What sums of several listed owners are for a test.
  public enum Summing: String, Hashable, Sendable, CaseIterable {
    /// All listed owners together.
    case allListed = "all-listed"
    /// Each listed owner alone, with those under a joint arrangement.
    case eachOwner = "each-owner"
  }

  /// The row's key: `us-bis-2025-11-10`.
  public let id: String
  /// Whose test it is.
  public let test: Test
  /// `US`, `EU`, or the ISO code of a state.
  public let jurisdiction: String
  /// Whether it had effect.
  public let status: Status
  /// The first day of the period.
  public let from: Day
  /// The last day; `nil` while no later row follows.
  public let until: Day?
  /// The share from which it is met.
  public let threshold: Threshold
  /// Whose shares are added up.
  public let summing: Summing
  /// Whether control without shares is enough.
  public let countsControl: Bool
  /// What a met test leads to, in the words of the outcomes of a screening.
  public let outcome: String
  /// A few words.
  public let title: BilingualText
  /// What it says, in own words.
  public let text: BilingualText
  /// Article, section, number of the answer.
  public let section: String
  /// The date of the text behind the row.
  public let asOf: String
  /// Never empty.
  public let citations: Citations
}

/// The tests of ownership and the lists whose parties they speak of, from `Knowledge/Ownership`.
public struct OwnershipRules: Sendable {
  /// Which parties of a list a test speaks of.
  public struct Coverage: Hashable, Sendable {
    /// Whose test it is.
    public let test: OwnershipRule.Test
    /// Whether it speaks of every party of the list, or only of some that the list does not tell apart.
    public let isWhole: Bool
  }

  /// In the order of the table.
  public let rules: [OwnershipRule]
  private let coverage: [String: [Coverage]]
  private let words: [String: RelationWord]

  static let rulesPath = "Ownership/tests.csv"
  static let listsPath = "Ownership/lists.csv"
  static let wordsPath = "Ownership/unverified/relation-words.csv"

  /// Reads the tables.
  ///
  /// - Throws: ``KnowledgeErrors`` with every row that cannot be: a day that is none, a threshold
  ///   outside 0 to 100, a period that ends before it begins, two periods of one test on one day.
  public init(loading knowledge: CheckedKnowledge) throws(KnowledgeErrors) {
    var errors: [KnowledgeError] = []
    var rules: [OwnershipRule] = []
    for row in knowledge.citedRows(Self.rulesPath) {
      switch Self.rule(row) {
      case .success(let rule):
        let other = rules.first { $0.test == rule.test && $0.overlaps(rule) }
        if let other {
          errors.append(
            row.cells.error(
              .badValue("from"), "the period of `\(rule.id)` meets that of `\(other.id)`",
              help: "end one before the other begins"))
        }
        rules.append(rule)
      case .failure(let error): errors.append(error)
      }
    }
    self.rules = rules
    var coverage: [String: [Coverage]] = [:]
    for row in knowledge.citedRows(Self.listsPath) {
      guard let test = OwnershipRule.Test(rawValue: row.cells["test"]) else { continue }
      let part = row.cells["part"]
      coverage[row.cells["list"] + (part.isEmpty ? "" : "/\(part)"), default: []].append(
        Coverage(test: test, isWhole: row.cells["covers"] == "all"))
    }
    self.coverage = coverage
    var words: [String: RelationWord] = [:]
    for row in knowledge.hintRows(Self.wordsPath) {
      guard let kind = OwnershipKind(rawValue: row.cells["kind"]) else { continue }
      words[RelationWord.key(row.cells["word"])] = RelationWord(
        kind: kind, targetHolds: row.cells["holder"] == "target")
    }
    self.words = words
    if let errors = KnowledgeErrors(errors) { throw errors }
  }

  /// The tests that speak of the parties of a list, or of a part of it such as `EL`; empty when none is
  /// described here, which does not say that there is none.
  public func tests(list: String, parts: [String]) -> [Coverage] {
    let ofParts = parts.flatMap { coverage["\(list)/\($0)"] ?? [] }
    return ofParts.isEmpty ? coverage[list] ?? [] : ofParts
  }

  /// The row of a test that holds on `day`; `nil` when none does.
  public func rule(_ test: OwnershipRule.Test, on day: Day) -> OwnershipRule? {
    rules.first { $0.test == test && $0.from <= day && day <= $0.until ?? day }
  }

  /// What a list's own word for a link says of ownership; `nil` when it says nothing of it.
  public func relation(_ word: String) -> RelationWord? { words[RelationWord.key(word)] }

  private static func rule(_ row: CitedRow) -> Result<OwnershipRule, KnowledgeError> {
    let cells = row.cells
    func failure(
      _ column: String, _ what: String, _ help: String
    ) -> Result<OwnershipRule, KnowledgeError> {
      .failure(cells.error(.badValue(column), what, help: help))
    }
    guard let from = Day(iso: cells["from"]),
      cells.optional("until") == nil || Day(iso: cells["until"]) != nil
    else { return failure("from", "a period needs whole days", "write YYYY-MM-DD") }
    let until = Day(iso: cells["until"])
    if let until, until < from {
      return failure("until", "the period ends before it begins", "exchange `from` and `until`")
    }
    guard let share = Share(cells["percent"]).hundredths, share.count == 1,
      let test = OwnershipRule.Test(rawValue: cells["test"]),
      let status = OwnershipRule.Status(rawValue: cells["status"]),
      let comparison = Threshold.Comparison(rawValue: cells["comparison"]),
      let summing = OwnershipRule.Summing(rawValue: cells["summing"])
    else {
      return failure(
        "percent", "`\(cells["percent"])` is no percentage", "write a number from 0 to 100")
    }
    return .success(
      OwnershipRule(
        id: cells["id"], test: test, jurisdiction: cells["jurisdiction"], status: status,
        from: from, until: until,
        threshold: Threshold(comparison, hundredths: share.lowerBound), summing: summing,
        countsControl: cells.flag("counts_control"), outcome: cells["outcome"],
        title: BilingualText(en: cells["title_en"], fr: cells["title_fr"]),
        text: BilingualText(en: cells["rule_en"], fr: cells["rule_fr"]),
        section: cells["citation"], asOf: cells["as_of"], citations: row.citations))
  }
}

extension OwnershipRule {
  fileprivate func overlaps(_ other: OwnershipRule) -> Bool {
    !(until.map { $0 < other.from } ?? false) && !(other.until.map { $0 < from } ?? false)
  }
}

/// What a list's word for a link between two parties says of ownership.
public struct RelationWord: Hashable, Sendable {
  /// In what way the one stands above the other.
  public let kind: OwnershipKind
  /// Whether the party that the record points to holds the party of the record, or the other way round.
  public let targetHolds: Bool

  static func key(_ word: String) -> String { word.foldedWords.joined(separator: " ") }
}
