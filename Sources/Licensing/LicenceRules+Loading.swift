public import GoodsControls
public import KnowledgeBase
import TradeModel

extension LicenceRules {
  /// Types the licence tables of `knowledge`.
  ///
  /// - Throws: ``KnowledgeErrors`` for what only this target can judge: a question without its words,
  ///   a condition that cannot be read, a chart column that does not exist.
  /// - Complexity: O(*n*) in the rows.
  public init(
    loading knowledge: CheckedKnowledge, catalogue: ControlCatalogue
  ) throws(KnowledgeErrors) {
    var loader = LicenceLoader(knowledge)
    self.catalogue = catalogue
    let scopes = loader.scopes()
    self.scopes = scopes
    chart = loader.chart()
    treatedAs = loader.treatedAs()
    questions = loader.questions()
    tests = loader.tests(scopes)
    exceptions = loader.exceptions(scopes)
    authorisations = loader.authorisations(scopes)
    bars = loader.bars(scopes)
    pointers = loader.pointers()
    unionMembers = knowledge.members(ofGroup: "EU27")
    measured = knowledge.members(ofGroup: "EU-ARMS").union(catalogue.embargoes.map(\.territory))
    loader.checkColumns()
    if let errors = KnowledgeErrors(loader.errors) { throw errors }
  }
}

/// Reads the licence tables, and collects what does not fit.
struct LicenceLoader {
  let knowledge: CheckedKnowledge
  var errors: [KnowledgeError] = []

  init(_ knowledge: CheckedKnowledge) { self.knowledge = knowledge }

  func scopes() -> [String: DestinationScope] {
    var members: [String: Set<TerritoryID>] = [:]
    for row in knowledge.citedRows("Territories/group-members.csv") {
      members[row.cells["group"], default: []].insert(TerritoryID(row.cells["territory"]))
    }
    return Dictionary(
      uniqueKeysWithValues: knowledge.citedRows("ControlLists/destination-scopes.csv").map {
        ($0.cells["id"], DestinationScope($0, members: members))
      })
  }

  func chart() -> [TerritoryID: LicenceRules.ChartRow] {
    let footnotes = Dictionary(
      uniqueKeysWithValues: knowledge.citedRows("Territories/country-chart-footnotes.csv").map {
        ($0.cells["footnote"], $0.cells)
      })
    var rows: [TerritoryID: LicenceRules.ChartRow] = [:]
    for row in knowledge.citedRows("Territories/country-chart.csv") {
      let territory = TerritoryID(row.cells["territory"])
      rows[territory] = LicenceRules.ChartRow(
        marks: Set(knowledge.countryChartMarks(of: territory) ?? []),
        footnotes: row.cells.list("footnotes").compactMap { id in
          footnotes[id].map {
            (
              id, $0.list("entries"),
              BilingualText(en: $0["meaning_en"], fr: $0["meaning_fr"])
            )
          }
        }, asOf: row.cells["as_of"], citations: row.citations)
    }
    return rows
  }

  func treatedAs() -> [LicenceRules.TreatedAs] {
    knowledge.citedRows("Territories/treated-as.csv").map(\.cells).map {
      LicenceRules.TreatedAs(
        territory: TerritoryID($0["territory"]), other: TerritoryID($0["as"]),
        jurisdiction: $0["jurisdiction"])
    }
  }

  mutating func questions() -> [EndUseQuestion: BilingualText] {
    let path = "ControlLists/end-use-questions.csv"
    var questions: [EndUseQuestion: BilingualText] = [:]
    for row in knowledge.citedRows(path).map(\.cells) {
      guard let question = EndUseQuestion(rawValue: row["id"]) else {
        errors.append(row.error(.badValue("id"), "`id` is `\(row["id"])`, which nothing asks"))
        continue
      }
      questions[question] = BilingualText(en: row["ask_en"], fr: row["ask_fr"])
    }
    for question in EndUseQuestion.allCases where questions[question] == nil {
      errors.append(
        KnowledgeError(.missingFile, file: path, "there is no row `\(question.rawValue)`"))
    }
    return questions
  }

  mutating func tests(_ scopes: [String: DestinationScope]) -> [EndUseTest] {
    var tests: [EndUseTest] = []
    for row in knowledge.citedRows("ControlLists/end-use-tests.csv") {
      let cells = row.cells
      guard let jurisdiction = LicenceJurisdiction(rawValue: cells["jurisdiction"]),
        let outcome = Outcome(rawValue: cells["outcome"]), let scope = scopes[cells["destinations"]]
      else { continue }
      tests.append(
        EndUseTest(
          id: cells["id"], jurisdiction: jurisdiction, conditions: conditions(cells),
          destinations: scope, asks: cells.flag("asks"), outcome: outcome,
          rule: BilingualText(en: cells["rule_en"], fr: cells["rule_fr"]),
          citation: cells["citation"], asOf: cells["as_of"], citations: row.citations))
    }
    return tests
  }

  /// `missile-use=yes`, `missile-range-300-km=yes|cannot-be-found-out`.
  private mutating func conditions(_ row: KnowledgeRow) -> [EndUseTest.Condition] {
    row.list("conditions").compactMap { text in
      let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let replies = sides.count == 2 ? sides[1].split(separator: "|").map(String.init) : []
      let known = replies.compactMap(EndUseReply.init(rawValue:))
      guard let question = EndUseQuestion(rawValue: sides[0]), !known.isEmpty,
        known.count == replies.count
      else {
        errors.append(
          row.error(
            .badValue("conditions"), "`conditions` holds `\(text)`",
            help: "write a question, =, and replies parted by |"))
        return nil
      }
      return EndUseTest.Condition(question: question, replies: Set(known))
    }
  }

  func authorisations(
    _ scopes: [String: DestinationScope]
  ) -> [LicenceRules.AuthorisationRow] {
    knowledge.citedRows("ControlLists/general-authorisations.csv").map { row in
      LicenceRules.AuthorisationRow(
        symbol: row.cells["id"], section: row.cells["citation"],
        destinations: row.cells.optional("destinations").flatMap { scopes[$0] },
        asOf: row.cells["as_of"], citations: row.citations)
    }
  }

  /// The entries that the list only keeps to point elsewhere.
  func pointers() -> [String: String] {
    var pointers: [String: String] = [:]
    for row in knowledge.citedRows("ControlLists/us-ccl.csv").map(\.cells) {
      if row["subject_to_itar"] == "yes" { pointers[row["code"]] = "ITAR" }
      if row.flag("subject_to_nrc") { pointers[row["code"]] = "NRC" }
    }
    return pointers
  }

  /// Every chart column that a control names is one of the chart.
  mutating func checkColumns() {
    guard let chart = knowledge.citedRows("Territories/country-chart.csv").first else { return }
    for row in knowledge.citedRows("ControlLists/us-ccl-controls.csv").map(\.cells) {
      guard let column = row.optional("chart_column") else { continue }
      if !chart.cells.hasColumn(LicenceRules.chartKey(column)) {
        errors.append(
          row.error(
            .badValue("chart_column"), "`chart_column` is `\(column)`, no column of the chart")
        )
      }
    }
  }
}
