import GoodsControls
import KnowledgeBase
import Licensing
import Testing
import TradeModel

@testable import Screening

/// Which laws are answered for an item, and what becomes a finding.
struct LicenceTests {
  private static func item(_ codes: [String], origin: String? = nil) -> Item {
    Item(
      description: "an item", kind: .goods, commodityCode: "8417.20",
      controlCodes: codes.map { StatedControlCode(code: $0) }, origin: origin)
  }

  private static func use(_ replies: [EndUseQuestion: EndUseReply], base: EndUseReply? = .no)
    -> EndUse
  {
    EndUse(
      statement: "a use", nature: .civil,
      answers: EndUseQuestion.allCases.compactMap { question in
        (replies[question] ?? base).map { EndUseAnswer(question, $0) }
      })
  }

  struct Reach: Sendable, CustomTestStringConvertible {
    let name: String
    var exporter: Party = Samples.exporter
    var origin: String?
    var replies: [EndUseQuestion: EndUseReply] = [:]
    /// Of the United States, the Union and the United Kingdom.
    let expected: [String]
    var testDescription: String { name }
  }

  private static let british = Party(
    kind: .organisation, names: ["Fenland Example Ovens Ltd"], roles: [.exporter], countries: ["GB"]
  )

  @Test(arguments: [
    Reach(name: "from France, origin unknown", expected: ["open", "reaches", "outside"]),
    Reach(
      name: "from France, French origin", origin: "FR", expected: ["outside", "reaches", "outside"]),
    Reach(
      name: "French origin, US content in doubt", origin: "FR",
      replies: [.usContent: .cannotBeFoundOut], expected: ["open", "reaches", "outside"]),
    Reach(
      name: "French origin with US content", origin: "FR", replies: [.usContent: .yes],
      expected: ["reaches", "reaches", "outside"]),
    Reach(
      name: "a direct product of US technology", origin: "FR", replies: [.usDirectProduct: .yes],
      expected: ["reaches", "reaches", "outside"]),
    Reach(
      name: "from France, US origin", origin: "US", expected: ["reaches", "reaches", "outside"]),
    Reach(
      name: "US origin in words", origin: "États-Unis", expected: ["reaches", "reaches", "outside"]),
    Reach(
      name: "from the United States", exporter: Samples.american,
      expected: ["reaches", "outside", "outside"]),
    Reach(
      name: "from the United Kingdom", exporter: british, origin: "GB",
      expected: ["outside", "outside", "reaches"]),
    Reach(
      name: "from Switzerland", exporter: Samples.swiss, origin: "CH",
      expected: ["outside", "outside", "outside"]),
    Reach(
      name: "from nobody knows where",
      exporter: Party(kind: .organisation, names: ["Muster AG"], roles: [.exporter]),
      expected: ["open", "open", "open"]),
  ])
  func `laws are chosen from exporter, origin and replies, each with its reason`(_ each: Reach)
    throws
  {
    let result = try InventedLists.screen(
      Samples.sale(
        from: each.exporter, items: [Self.item(["not listed"], origin: each.origin)],
        endUse: Self.use(each.replies)))
    #expect(result.licences.map(\.reach.word) == each.expected)
    for answer in result.licences {
      #expect(!answer.reach.why.en.isEmpty && !answer.reach.why.fr.isEmpty)
      #expect((answer.determination == nil) == (answer.reach.word == "outside"))
    }
  }

  @Test func `the strictest decides, and the answer of every law stays visible`() throws {
    // From France, of US origin, to China: Annex I and the country chart each ask.
    let result = try InventedLists.screen(
      Samples.sale(
        to: Samples.user("CN"),
        items: [
          Self.item(["9A101", "3A901"], origin: "US"),
          Self.item(["not listed"], origin: "FR"),
        ], endUse: Self.use([:])))
    #expect(result.licences.count == 6)
    #expect(
      result.licences.map { $0.determination?.answer.word } == [
        "required", "required", nil, nil, "undetermined", nil,
      ])
    let strictest = result.licences.compactMap(\.determination?.outcome).max()
    #expect(strictest == .licenceRequired && result.outcome == .licenceRequired)
    #expect(result.findings(.licence).count { $0.outcome == .licenceRequired } == 2)
  }

  @Test func `no answer reads as not required beside a hit or an open question`() throws {
    let clean = try InventedLists.screen(Samples.sale(from: Samples.american))
    #expect(clean.licences.first?.determination?.answer.word == "not-required")
    #expect(clean.outcome == .noLicenceRequired)
    let hit = try InventedLists.screen(
      Samples.sale(
        from: Samples.american, to: Samples.user("CA", name: "Dulomir Kazanport Optronics")))
    let withoutUser = try InventedLists.screen(
      Transaction(
        parties: [Samples.american], items: [Samples.item()], endUse: Samples.baking,
        destinationCountry: "CA"))
    for result in [hit, withoutUser] {
      let answer = try #require(result.licences.first?.determination)
      #expect(answer.answer.word == "undetermined" && !answer.openSteps.isEmpty)
    }
  }

  @Test func `end-use questions are asked once, and only where a determination waits for them`()
    throws
  {
    let unasked = EndUse(statement: "a use", nature: .civil)
    let result = try InventedLists.screen(
      Samples.sale(
        from: Samples.american, items: [Samples.item(), Samples.item()], endUse: unasked))
    let asked = result.findings(.openQuestion).filter { $0.facts == ["endUse.answers"] }
    #expect(asked.count == 1)
    #expect(result.outcome == .incomplete)
    #expect(
      try #require(asked.first).explanation.contains {
        $0.en.hasPrefix("endUse.answers.missile-use: ")
      })
    // A licence is required anyway: nothing waits.
    let required = try InventedLists.screen(
      Samples.sale(
        from: Samples.american, to: Samples.user("CN"), items: [Samples.item(codes: ["3A901"])],
        endUse: unasked))
    #expect(!required.findings.contains { $0.facts == ["endUse.answers"] })
    #expect(required.outcome == .licenceRequired)
  }

  @Test func `a question asked in vain is put to the authority`() throws {
    let result = try InventedLists.screen(
      Samples.sale(endUse: Self.use([.awareOfSuchUse: .cannotBeFoundOut])))
    let finding = try #require(result.findings(.licence).first)
    #expect(finding.outcome == .catchAllRefer && result.outcome == .catchAllRefer)
    #expect(finding.facts == ["endUse.answers.aware-of-such-use"])
    #expect(finding.citations.map(\.source).contains("eu-2021-821"))
  }

  @Test func `where US law may reach, its requirement is held until that is known`() throws {
    let result = try InventedLists.screen(
      Samples.sale(
        to: Samples.user("CN"), items: [Self.item(["3A901"])], endUse: Self.use([:])))
    let finding = try #require(
      result.findings(.licence).first { $0.title.en.hasPrefix("United States") })
    #expect(finding.outcome == .hold && finding.outcomeIfConfirmed == .licenceRequired)
    let outside = try InventedLists.screen(
      Samples.sale(
        to: Samples.user("CN"), items: [Self.item(["3A901"], origin: "FR")], endUse: Self.use([:])))
    #expect(!outside.findings(.licence).contains { $0.title.en.hasPrefix("United States") })
  }

  @Test func `the licence check by itself answers as the screening does`() throws {
    let check = try LicenceCheck(knowledge: InventedLists.knowledge.get())
    for transaction in [
      Samples.sale(from: Samples.american),
      Samples.sale(to: Samples.user("CN"), items: [Self.item(["3A901", "9A101"], origin: "US")]),
    ] {
      let whole = try InventedLists.screen(transaction).licences
      let alone = check.answers(on: transaction)
      #expect(alone.map(\.jurisdiction) == whole.map(\.jurisdiction))
      #expect(alone.map(\.reach) == whole.map(\.reach))
      // What the law asks is the same; findings of other kinds leave no answer at "not required".
      #expect(
        alone.map { $0.determination?.requirements } == whole.map { $0.determination?.requirements }
      )
    }
  }

  @Test func `a law of which nothing is held is named as not checked`() throws {
    let swiss = try InventedLists.screen(Samples.sale(from: Samples.swiss))
    #expect(swiss.notChecked.contains { $0.what.en == "The export-control law of Switzerland" })
    let french = try InventedLists.screen(Samples.sale())
    #expect(!french.notChecked.contains { $0.what.en.contains("export-control law of") })
  }
}
