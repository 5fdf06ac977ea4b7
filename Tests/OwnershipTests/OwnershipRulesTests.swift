import FileFormats
import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

@testable import Ownership

/// The tests of ownership as data: their periods, the lists they speak of, the words of lists.
struct OwnershipRulesTests {
  @Test(arguments: [
    ("2025-09-28", nil), ("2025-09-29", OwnershipRule.Status.inForce), ("2025-11-09", .inForce),
    ("2025-11-10", .suspended), ("2026-11-09", .suspended), ("2026-11-10", .undetermined),
    ("2030-01-01", .undetermined),
  ])
  func `the affiliates rule has the status of the day`(
    _ given: (day: String, status: OwnershipRule.Status?)
  ) throws {
    let day = try #require(Day(iso: given.day))
    #expect(try OwnKnowledge.rules().rule(.bis, on: day)?.status == given.status)
  }

  @Test func `every test has sources, both languages and a threshold of half`() throws {
    let rules = try OwnKnowledge.rules().rules
    #expect(Set(rules.map(\.test)) == Set(OwnershipRule.Test.allCases))
    for rule in rules {
      #expect(!rule.citations.sources.isEmpty)
      #expect(rule.threshold.hundredths == 5_000)
      #expect(!rule.text.en.isEmpty && !rule.text.fr.contains(" %"), "\(rule.id)")
    }
  }

  @Test func `which list an owner is on decides the tests`() throws {
    let rules = try OwnKnowledge.rules()
    func tests(_ list: String, _ parts: [String] = []) -> [OwnershipRule.Test] {
      rules.tests(list: list, parts: parts).map(\.test)
    }
    #expect(tests("us.ofac.sdn") == [.ofac, .bis])
    #expect(tests("us.csl", ["EL"]) == [.bis])
    #expect(tests("us.csl", ["DPL"]) == [])
    #expect(tests("eu.fsf") == [.eu])
    #expect(tests("uk.sl") == [.uk])
    #expect(tests("jp.meti") == [])
    #expect(rules.tests(list: "us.ofac.sdn", parts: []).map(\.isWhole) == [true, false])
  }

  @Test func `the words of lists say who holds whom`() throws {
    let rules = try OwnKnowledge.rules()
    #expect(rules.relation("Subsidiary")?.targetHolds == false)
    #expect(rules.relation("parent COMPANY")?.targetHolds == true)
    #expect(rules.relation("Ownership.owner")?.kind == .shares)
    #expect(rules.relation("Family member of") == nil)
  }

  @Test(arguments: [
    ("Owned or Controlled By", OwnershipKind.ownedOrControlled, true),
    ("Owned or Controlled By (from the owner)", .ownedOrControlled, false),
    ("Property in the interest of", .ownedOrControlled, true),
    ("Acting for or on behalf of", .linked, true),
    ("Associate Of", .linked, true),
    ("Leader or official of", .office, false),
    ("Principal Executive Officer of", .office, false),
    ("related-to", .linked, true),
    ("in words: owned by", .shares, true),
    ("in words: owns", .shares, false),
    ("in words: parent of", .ownedOrControlled, false),
  ])
  func `each list's word for a link says who holds whom`(
    _ given: (word: String, kind: OwnershipKind, targetHolds: Bool)
  ) throws {
    let rules = try OwnershipRules(loading: OwnKnowledge.knowledge.get())
    let word = try #require(rules.relation(given.word))
    #expect(word.kind == given.kind)
    #expect(word.targetHolds == given.targetHolds)
    #expect(rules.relation("Family member of") == nil)
  }

  /// The package's tables with lines of `tests.csv` changed.
  private func errors(_ change: (String) -> String) throws -> [String] {
    let folder = try OwnKnowledge.knowledge.get().folder
    var files = Dictionary(uniqueKeysWithValues: folder.files.map { ($0.path, $0.bytes) })
    files[OwnershipRules.rulesPath] = files[OwnershipRules.rulesPath].map {
      Array(change(String(decoding: $0, as: UTF8.self)).utf8)
    }
    let changed = try CheckedKnowledge(loading: KnowledgeFolder(location: "changed", files: files))
    do throws(KnowledgeErrors) {
      _ = try OwnershipRules(loading: changed)
      return []
    } catch {
      return error.errors.map(\.description)
    }
  }

  @Test func `what cannot be in the table is an error with its line`() throws {
    #expect(
      try errors { $0.replacing("2025-11-10,2026-11-09", with: "2025-11-01,2026-11-09") } == [
        "Ownership/tests.csv:4: the period of `us-bis-2025-11-10` meets that of `us-bis-2025-09-29`; end one before the other begins"
      ])
    #expect(
      try errors { $0.replacing("2022-04-08,2024-07-02", with: "2022-04-08,2022-04-07") } == [
        "Ownership/tests.csv:6: the period ends before it begins; exchange `from` and `until`"
      ])
    #expect(
      try errors { $0.replacing("2014-08-13,,", with: "2014-08,,") } == [
        "Ownership/tests.csv:2: a period needs whole days; write YYYY-MM-DD"
      ])
    #expect(
      try errors {
        $0.replacing(
          "at-least,50,all-listed,,prohibited", with: "at-least,150,all-listed,,prohibited")
      } == [
        "Ownership/tests.csv:2: `150` is no percentage; write a number from 0 to 100"
      ])
  }
}
