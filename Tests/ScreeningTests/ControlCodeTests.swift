import Licensing
import Testing
import TradeModel

@testable import Screening

/// Control codes that the writer states.
struct ControlCodeTests {
  private func result(
    _ code: String, from exporter: Party = Samples.exporter, to country: String = "CA"
  ) throws -> ScreeningResult {
    try InventedLists.screen(
      Samples.sale(
        from: exporter, to: Samples.user(country), items: [Samples.item(codes: [code])]))
  }

  @Test func `an entry of Annex I that leaves the Union requires a licence, with its article`()
    throws
  {
    let findings = try result("9A012").findings(.licence)
    let union = try #require(findings.first { $0.title.en.hasPrefix("European Union") })
    #expect(union.outcome == .licenceRequired)
    #expect(union.outcomeIfConfirmed == nil)
    #expect(union.facts.first == "items[0].controlCodes[0]")
    #expect(union.citations.contains { $0.source == "eu-2021-821" })
    #expect(union.explanation.contains { $0.en.contains("Article 3") })
    #expect(union.explanation.contains { $0.en.contains("Canada is outside it") })
  }

  @Test func `within the Union the same entry is held, for Annex IV is not here`() throws {
    let findings = try result("9A012", to: "DE").findings(.licence)
    #expect(findings.contains { $0.explanation.contains { $0.en.contains("Annex IV") } })
    #expect(findings.allSatisfy { $0.outcome == .hold })
    #expect(findings.allSatisfy { $0.outcomeIfConfirmed == .licenceRequired })
  }

  @Test func `where no law that is held here reaches, each list's entry is held for a person`()
    throws
  {
    let findings = try result("9A012", from: Samples.swiss).findings(.controlledItem)
    #expect(findings.count == 2)
    #expect(Set(findings.map(\.title.en)).count == 2)
    #expect(
      findings.allSatisfy { $0.outcome == .hold && $0.outcomeIfConfirmed == .licenceRequired })
  }

  @Test func `the paragraph is kept, and said not to be compared where nothing decides by it`()
    throws
  {
    let findings = try result("2B001.b.2", from: Samples.swiss).findings(.controlledItem)
    #expect(!findings.isEmpty)
    #expect(
      findings.allSatisfy { $0.explanation.contains { $0.en.contains("paragraph “b.2”") } })
    let bare = try result("2B001", from: Samples.swiss).findings(.controlledItem)
    #expect(!bare.contains { $0.explanation.contains { $0.en.contains("paragraph “") } })
  }

  @Test func `a note on another list is said to be one`() throws {
    let findings = try result("2A001", from: Samples.swiss).findings(.controlledItem)
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.explanation.contains { $0.en.contains("nobody checked") } })
    let union = try result("2A001").findings(.licence)
    #expect(union.map(\.outcome) == [.hold])
    #expect(union.allSatisfy { $0.explanation.contains { $0.en.contains("nobody checked") } })
  }

  @Test(arguments: [
    ("0Z999", "not a code of any list"), ("%%", "not a code of any list"),
    ("", "not a code of any list"), ("0B992", "no list here has it"),
    ("20.E.9", "no list here has it"),
  ])
  func `a code that no list has is a question`(_ code: String, _ why: String) throws {
    let found = try result(code)
    #expect(found.outcome == .incomplete)
    #expect(found.findings.count == 1)
    #expect(found.findings[0].explanation[0].en.contains(why))
    #expect(found.findings[0].facts == ["items[0].controlCodes[0]"])
  }

  @Test(arguments: ["EAR99", "ECCN EAR99", "not listed", "non listé", "NLR"])
  func `a statement that no list has the item is not checked, and said so`(_ code: String) throws {
    let found = try result(code, from: Samples.american)
    #expect(found.findings.isEmpty)
    #expect(found.licences.map { $0.determination?.answer.word } == ["not-required", nil, nil])
    let line = try #require(found.notChecked.first)
    #expect(line.what.en == "The statement “\(code)” on items[0]")
    #expect(line.why.en.contains("not examined"))
  }

  @Test func `Category I of the MTCR is likely denied from everywhere`() throws {
    for exporter in [Samples.exporter, Samples.american, Samples.swiss] {
      let findings = try result("1.A.2", from: exporter).findings(.controlledItem)
      #expect(findings.map(\.outcome) == [.licenceRequiredDenialLikely])
      #expect(findings[0].explanation.last?.en.contains("presumption of denial") == true)
    }
    let second = try result("3.A.2", from: Samples.swiss).findings(.controlledItem)
    #expect(second.map(\.outcome) == [.hold])
  }

  @Test func `each stated code has its own finding, at its own place`() throws {
    let item = Samples.item(codes: ["EAR99", "%%", "1.A.2", "not listed"])
    let found = try InventedLists.screen(Samples.sale(items: [Samples.item(), item]))
    #expect(
      found.findings.map(\.facts) == [
        ["items[1].controlCodes[2]"], ["items[1].controlCodes[1]"], ["items[1].controlCodes[2]"],
      ])
    #expect(found.notChecked.prefix(3).map(\.what.en).allSatisfy { $0.contains("The statement") })
  }
}
