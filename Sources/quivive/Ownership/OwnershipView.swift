import FileFormats
import KnowledgeBase
import Ownership
import TradeModel

/// The owners of one party of a table, with every reading and every test.
struct OwnershipView {
  /// A name that the table does not have.
  struct UnknownName: Error {
    let description: String
  }

  private let names: [String]
  private let party: Int
  private let listed: Set<Int>
  private let merged: MergedStatements
  private let tests: OwnershipTests
  private let rules: OwnershipRules
  private let day: Day

  init(
    _ table: OwnershipTable, of name: String, listed listedNames: [String], rules: OwnershipRules,
    day: Day
  ) throws(UnknownName) {
    var names: [String] = []
    var numbers: [String: Int] = [:]
    for name in table.rows.flatMap({ [$0.owner, $0.owned] }) {
      let key = OwnershipTable.key(name)
      if numbers[key] == nil {
        numbers[key] = names.count
        names.append(name)
      }
    }
    let statements = table.rows.compactMap { row -> OwnershipStatement? in
      guard let owner = numbers[OwnershipTable.key(row.owner)],
        let owned = numbers[OwnershipTable.key(row.owned)], owner != owned
      else { return nil }
      return OwnershipStatement(
        owner: owner, owned: owned, kind: row.kind, share: row.share, source: row.source,
        date: row.date, place: "\(table.file):\(row.line)")
    }
    func number(_ name: String) throws(UnknownName) -> Int {
      guard let number = numbers[OwnershipTable.key(name)] else {
        throw UnknownName(description: "the table names no party `\(name)`")
      }
      return number
    }
    self.names = names
    party = try number(name)
    var listed: Set<Int> = []
    for name in listedNames { listed.insert(try number(name)) }
    self.listed = listed
    merged = MergedStatements(statements)
    tests = OwnershipTests(graph: OwnershipGraph(partyCount: names.count, links: merged.links))
    self.rules = rules
    self.day = day
  }

  /// Every link above the party, the farthest first.
  private var links: [Int] {
    tests.contributing(to: party, from: Set(names.indices).subtracting([party]), through: true)
  }

  private var answers: [(rule: OwnershipRule, answer: OwnershipAnswer)] {
    OwnershipRule.Test.allCases.compactMap { test in
      rules.rule(test, on: day).map { ($0, tests.answer(party, listed: listed, under: $0)) }
    }
  }

  /// Whether a person has something to look at.
  var isNotable: Bool {
    answers.contains { $0.answer.result == .met || $0.answer.result == .open }
  }

  /// Parties here of which more than the whole is stated to be held.
  private var overfull: [String] {
    let held = Set(links.map { merged.links[$0].owned })
    return tests.graph.overfull.filter { held.contains($0) }.map { names[$0] }
  }

  private var direct: Holding { tests.graph.direct(in: party, by: listed) }
  private var product: Holding {
    tests.graph.product(from: listed.subtracting([party]))[party]
  }

  // MARK: - Output

  func text(_ language: Language) -> String {
    let words = Words(language: language)
    var lines = ["\(words.above) \(names[party])"]
    lines += links.flatMap { merged.statements[$0] }.map { statement in
      let clause = statement.clause(owner: names[statement.owner], owned: names[statement.owned])
      return "  \(clause[language])" + (listed.contains(statement.owner) ? " \(words.listed)" : "")
    }
    lines += overfull.map { "  \(words.overfull) \($0)" }
    lines += [
      "", "\(words.direct) \(direct.text[language])",
      "\(words.product) \(product.text[language])", "",
    ]
    for (rule, answer) in answers {
      lines.append(
        "\(rule.title[language])\(words.colon) \(words.result(answer.result)), \(answer.held.text[language])"
          + (answer.isByControl ? " \(words.byControl)" : ""))
      lines.append("  \(words.status(rule.status)) (\(rule.section), \(rule.asOf))")
    }
    return lines.joined(separator: "\n")
  }

  var json: JSONValue {
    func bounds(_ holding: Holding) -> JSONValue {
      .members([
        "fromHundredths": .int(holding.hundredths.lowerBound),
        "toHundredths": .int(holding.hundredths.upperBound),
      ])
    }
    return .members([
      "party": .string(names[party]),
      "on": .string(day.iso),
      "listed": .array(listed.sorted().map { .string(names[$0]) }),
      "links": .array(
        links.flatMap { merged.statements[$0] }.map { statement in
          .members([
            "owner": .string(names[statement.owner]), "owned": .string(names[statement.owned]),
            "kind": .string(statement.kind.rawValue), "place": .string(statement.place),
            "fromHundredths": .int(statement.share.lowerBound),
            "toHundredths": .int(statement.share.upperBound),
          ])
        }),
      "overfull": .strings(overfull),
      "direct": bounds(direct),
      "product": bounds(product),
      "tests": .array(
        answers.map { rule, answer in
          .members([
            "rule": .string(rule.id), "status": .string(rule.status.rawValue),
            "result": .string(Words.code(answer.result)), "held": bounds(answer.held),
            "byControl": .bool(answer.isByControl),
            "sources": .array(rule.citations.sources.map { .string($0.id.name) }),
          ])
        }),
    ])
  }

  /// The words around the figures.
  private struct Words {
    let language: Language

    private func pick(_ en: String, _ fr: String) -> String { language == .en ? en : fr }
    var colon: String { pick(":", "\u{A0}:") }
    var listed: String { pick("[owner listed]", "[propriétaire listé]") }
    var above: String { pick("Above", "Au-dessus de") }
    var overfull: String {
      pick("more than 100 % is stated in", "plus de 100\u{A0}% sont indiqués dans")
    }
    var direct: String {
      pick(
        "Held by listed parties, directly:", "Détenu par des parties listées, directement\u{A0}:")
    }
    var product: String {
      pick("Multiplied along the chains:", "Multiplié le long des chaînes\u{A0}:")
    }
    var byControl: String { pick("(by control)", "(par le contrôle)") }

    func result(_ result: OwnershipAnswer.Result) -> String {
      switch result {
      case .met: pick("met", "rempli")
      case .open: pick("open, a fact is missing", "à établir, un fait manque")
      case .notMet: pick("not met", "non rempli")
      case .noListedOwner: pick("no listed party stands above", "aucune partie listée au-dessus")
      }
    }

    func status(_ status: OwnershipRule.Status) -> String {
      switch status {
      case .inForce: pick("in force", "en vigueur")
      case .suspended: pick("suspended on that day", "suspendu ce jour-là")
      case .undetermined:
        pick("whether it is in force is not determined", "son application n’est pas déterminée")
      }
    }

    static func code(_ result: OwnershipAnswer.Result) -> String {
      switch result {
      case .met: "met"
      case .open: "open"
      case .notMet: "not-met"
      case .noListedOwner: "no-listed-owner"
      }
    }
  }
}
