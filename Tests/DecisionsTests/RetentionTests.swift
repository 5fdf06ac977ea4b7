import Decisions
import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

struct RetentionTests {
  private func rules() throws -> RetentionRules {
    try RetentionRules(
      loading: CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test func `the default rules keep five years, and the longest decides`() throws {
    let chosen = try rules().chosen(nil)
    #expect(chosen.rules.map(\.id) == ["us-ear", "eu-dual-use"])
    let longest = try #require(
      RetentionRules.longest(of: chosen.rules, after: day("2026-03-01")))
    #expect(longest.rule.id == "eu-dual-use")
    #expect(longest.lastDay.iso == "2031-12-31")
  }

  @Test func `a last act on a leap day is kept to the end of February`() throws {
    let rule = try #require(try rules().rules.first { $0.id == "us-ear" })
    #expect(try rule.lastDay(after: day("2024-02-29")).iso == "2029-02-28")
  }

  @Test func `other rules can be chosen and unknown ones are named`() throws {
    let chosen = try rules().chosen(["us-ofac", "moon"])
    #expect(chosen.rules.map(\.years) == [10])
    #expect(chosen.unknown == ["moon"])
  }
}
