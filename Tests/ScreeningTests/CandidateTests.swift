import Testing
import TradeModel

@testable import Screening

/// Entries that nobody stated.
struct CandidateTests {
  private func findings(
    _ description: String?, hs: String? = "8417.20", codes: [String] = []
  ) throws -> [Finding] {
    let item = Item(
      description: description, kind: .goods, commodityCode: hs,
      controlCodes: codes.map { StatedControlCode(code: $0) })
    return try InventedLists.screen(Samples.sale(items: [item])).findings(.candidateEntries)
  }

  @Test func `a description that shares the name of listed goods is held, with its entries cited`()
    throws
  {
    let found = try findings("Mini turbojet engine, 400 N thrust")
    try #require(found.count == 1)
    let finding = found[0]
    #expect(finding.outcome == .hold)
    #expect(finding.outcomeIfConfirmed == .licenceRequired)
    #expect(finding.facts == ["items[0].description"])
    #expect(finding.explanation[0].en.contains("“turbojet”"))
    #expect(finding.explanation[0].en.contains("3.A.1.a"))
    #expect(finding.explanation[0].en.contains("2026-07-23"))
    #expect(finding.explanation[0].fr.contains("«\u{A0}turbojet\u{A0}»"))
    #expect(finding.citations.contains { $0.section.contains("9A101") })
    #expect(finding.question?.en.contains("9A101") == true)
    #expect(finding.explanation.last?.en.contains("not a classification") == true)
  }

  @Test(arguments: [["9A101"], ["3.A.1.a"], ["EU 9A101", "9A001"]])
  func `a stated code that is a candidate makes no noise`(_ codes: [String]) throws {
    #expect(try findings("Mini turbojet engine", codes: codes).isEmpty)
  }

  @Test(arguments: [["EAR99"], ["not listed"], ["1C116"], ["2B991"]])
  func `a stated code that is none of the candidates is said in the finding`(_ codes: [String])
    throws
  {
    let found = try findings("Mini turbojet engine", codes: codes)
    #expect(found.map(\.outcome) == [.hold])
    #expect(found.first?.explanation.contains { $0.en.contains("“\(codes[0])”") } == true)
    #expect(found.first?.facts.contains("items[0].controlCodes[0]") == true)
  }

  @Test func `the lowest control beside stricter entries is pointed out`() throws {
    let found = try findings("five-axis machining centre", hs: "8457.10", codes: ["2B991"])
    #expect(found.first?.explanation.contains { $0.en.contains("lowest control") } == true)
  }

  @Test func `a pointer by commodity code alone is not cited and does not hold`() throws {
    let found = try findings("assorted parts", hs: "8411.11")
    try #require(found.count == 1)
    #expect(found[0].outcome == .incomplete)
    #expect(found[0].citations.isEmpty)
    #expect(found[0].facts == ["items[0].commodityCode"])
    #expect(found[0].explanation.contains { $0.en.contains("nobody checked") })
    #expect(try findings("assorted parts", hs: "8411.11", codes: ["EAR99"]).isEmpty)
  }

  @Test(arguments: ["Deck ovens for bread, electric", "an item", "Oak table"])
  func `ordinary goods have no candidate`(_ description: String) throws {
    #expect(try findings(description).isEmpty)
  }

  @Test func `words that the description denies are shown and not compared`() throws {
    #expect(try findings("baking form, not for turbojet engines").isEmpty)
    let found = try findings("gyroscope, sans usage militaire")
    #expect(
      found.first?.explanation.contains { $0.en.contains("denies “usage militaire”") } == true)
  }

  @Test func `what is too long to be read is said`() throws {
    let text = String(repeating: "deck oven ", count: 2_500)
    let item = Item(description: text, kind: .goods, commodityCode: "8417.20")
    let found = try InventedLists.screen(Samples.sale(items: [item])).findings(.openQuestion)
    #expect(found.contains { $0.explanation.contains { $0.en.contains("last 1000 words") } })
  }

  @Test func `a commodity code of another sort than the stated entry is a question`() throws {
    let item = Item(
      description: "maraging steel", kind: .goods, commodityCode: "9403.60",
      controlCodes: [StatedControlCode(code: "1C116")])
    let found = try InventedLists.screen(Samples.sale(items: [item])).findings(.openQuestion)
      .filter { $0.title.en.contains("does not go with") }
    #expect(found.map(\.outcome) == [.hold])
    #expect(found.first?.facts == ["items[0].commodityCode", "items[0].controlCodes[0]"])
    #expect(found.first?.citations.isEmpty == true)
  }
}
