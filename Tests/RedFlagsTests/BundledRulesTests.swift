import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

@testable import RedFlags

/// The rule files of this package.
struct BundledRulesTests {
  static let knowledge = Result {
    try CheckedKnowledge(loading: KnowledgeFolder(reading: TestFiles.root + "/Knowledge"))
  }
  static let rules = Result { try RedFlagRules(loading: knowledge.get()) }

  @Test func `every red flag of the catalogue has a rule, and nothing is wrong with any`() throws {
    let rules = try Self.rules.get()
    #expect(rules.rules.count > 150)
    #expect(Set(rules.rules.map(\.id)) == Set(rules.vocabulary.catalogue.keys))
    #expect(rules.faults.map(\.description) == [])
  }

  @Test func `every example comes out as it must, in all three ways`() throws {
    let trials = try Self.rules.get().trials
    #expect(trials.filter { !$0.isAsExpected }.map { "\($0.rule): \($0.example.name)" } == [])
    for verdict in RuleAnswer.Verdict.allCases {
      #expect(trials.count { $0.answer.verdict == verdict } > 100, "\(verdict)")
    }
  }

  @Test func `what can be found from facts is a condition, what cannot is a question`() throws {
    let kinds = try Self.knowledge.get().citedRows("RedFlags/catalogue.csv").map(\.cells)
    #expect(!kinds.isEmpty)
    for row in kinds {
      let rule = try #require(try Self.rules.get()[row["id"]])
      #expect((rule.condition == nil) == (row["check_kind"] == "judgement"), "\(rule.id)")
    }
  }

  @Test func `nothing stated raises nothing that rests on a stated fact`() throws {
    for (rule, answer) in try Self.rules.get().answers(on: FactSheet()) {
      let isAboutSilence =
        rule.condition?.whole.leaves.contains { $0.predicate == .stated(false) } == true
      #expect(answer.verdict == (isAboutSilence ? answer.verdict : .unknown), "\(rule.id)")
    }
  }

  /// Every French text that people read in a dossier.
  private static func frenchTexts() throws -> [(id: String, text: String)] {
    let rules = try rules.get()
    return rules.rules.flatMap { rule in
      [rule.title, rule.ask, rule.statement].compactMap { $0 }.map { (rule.id, $0.fr) }
    } + rules.facts.all.compactMap { fact in fact.label.map { (fact.name, $0.fr) } }
  }

  @Test func `French has its no-break spaces and its own apostrophe`() throws {
    let texts = try Self.frenchTexts()
    #expect(texts.count > 400)
    for (id, text) in texts {
      #expect(!text.contains("'"), "\(id): \(text)")
      let scalars = Array(text)
      for (before, mark) in zip(scalars, scalars.dropFirst()) where ":;!?»".contains(mark) {
        #expect(before == "\u{A0}" || before == "\u{202F}", "\(id): \(text)")
      }
    }
  }
}
