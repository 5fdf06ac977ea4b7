import KnowledgeBase
import RedFlags
import TradeModel

/// The generated page that says of every red flag how it is looked for, and of every fact where it comes
/// from.
struct RedFlagPage {
  let rules: RedFlagRules
  let knowledge: CheckedKnowledge

  /// - Parameter mark: the note that the page is made by the program.
  func text(mark: String) -> String {
    let rows = knowledge.citedRows("RedFlags/catalogue.csv").map(\.cells)
    let byID = Dictionary(rules.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func count(_ fits: (RedFlagRule) -> Bool) -> Int {
      rows.count { byID[$0["id"]].map(fits) == true }
    }
    let history = rows.count { $0["check_kind"] == "history" && byID[$0["id"]]?.condition != nil }
    var text = """
      # Red flags and their facts

      \(mark)
      Every red flag of `Knowledge/RedFlags/catalogue.csv` and how it is looked for. What the words mean: \
      [red flags](../Method/red-flags.md).

      - \(rows.count) red flags.
      - \(count { $0.condition != nil }) are executable: a condition over declared facts, \(history) of them over \
      earlier deals.
      - \(count(isByStatement)) of the executable ones rest on circumstances alone, which the input states with yes \
      or no; the others are derived from the facts of the transaction, the lists or the history.
      - \(count { $0.condition == nil }) are questions of judgement that a person answers in the input; they are \
      never guessed.
      - \(rows.count { byID[$0["id"]] == nil }) have no rule.

      """
    for group in Self.once(rows.map { $0["group"] }) {
      text +=
        "\n## \(group)\n\n| id | red flag | severity | looked for by | sources |\n|---|---|---|---|---|\n"
      for row in rows where row["group"] == group {
        text += line(row, byID[row["id"]])
      }
    }
    return text + facts
  }

  private func line(_ row: KnowledgeRow, _ rule: RedFlagRule?) -> String {
    let way =
      rule.map { rule in
        guard let condition = rule.condition else { return "a question to the person" }
        return Self.once(condition.facts).map { "`\($0)`" }.joined(separator: ", ")
      } ?? "nothing yet"
    let sources = row["source"].split(separator: ";").joined(separator: ", ")
    return
      "| \(row["id"]) | \(rule?.title.en ?? row["statement_en"]) | \(row["severity"]) | \(way) | \(sources) |\n"
  }

  /// Whether every fact of the condition is stated as such in the input.
  private func isByStatement(_ rule: RedFlagRule) -> Bool {
    guard let condition = rule.condition else { return false }
    return condition.facts.filter { $0 != "party.side" && $0 != "party.kind" }.allSatisfy { name in
      rules.facts[name]?.paths.contains { $0.contains("circumstances.") } == true
        && rules.facts[name]?.origin == .input
    }
  }

  private static func once(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { once, text in if !once.contains(text) { once.append(text) } }
  }

  private var facts: String {
    var text = """

      ## Facts

      What is not stated and cannot be derived is unknown; it never counts as no.

      | fact | in words | en français | from | how |
      |---|---|---|---|---|

      """
    for fact in rules.facts.all {
      let paths = fact.paths.map { "`\($0)`" }.joined(separator: ", ")
      text +=
        "| `\(fact.name)` | \(fact.label?.en ?? "") | \(fact.label?.fr ?? "") | \(fact.origin.rawValue): \(paths) | \(fact.derivation) |\n"
    }
    return text
  }
}
