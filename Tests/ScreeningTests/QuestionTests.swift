import Testing
import TradeModel

@testable import Screening

/// What is missing or cannot be read.
struct QuestionTests {
  @Test func `a complete sale has nothing to find`() throws {
    let result = try InventedLists.screen(Samples.sale())
    #expect(result.findings.isEmpty, "\(result.titles)")
    #expect(result.outcome == .noLicenceRequired)
    #expect(!result.notChecked.isEmpty)
    #expect(result.wouldChange.count == 1)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let transaction: Transaction
  }

  private static func user(
    _ names: [String] = ["Nordhof"], _ roles: [PartyRole] = [.endUser],
    _ countries: [String] = ["CA"]
  ) -> Party { Party(kind: .organisation, names: names, roles: roles, countries: countries) }

  private static func sale(_ item: Item) -> Transaction { Samples.sale(items: [item]) }

  @Test(arguments: [
    Case(
      testDescription: "No exporter is stated",
      transaction: Transaction(
        parties: [user()], items: [Samples.item()], endUse: EndUse(statement: "bread"))),
    Case(
      testDescription: "No end-user is stated",
      transaction: Samples.sale(to: user(["Nordhof"], [.purchaser]))),
    Case(testDescription: "A party has no name", transaction: Samples.sale(to: user([]))),
    Case(
      testDescription: "“Nordhof” has no stated role",
      transaction: Samples.sale(more: [user(["Nordhof"], [])])),
    Case(
      testDescription: "Where “Nordhof” is, is not stated",
      transaction: Samples.sale(more: [user(["Nordhof"], [.broker], [])])),
    Case(testDescription: "No item is stated", transaction: Samples.sale(items: [])),
    Case(
      testDescription: "An item is not described",
      transaction: sale(
        Item(
          kind: .goods, commodityCode: "8417.20",
          controlCodes: [StatedControlCode(code: "not listed")]))),
    Case(
      testDescription: "No commodity code is stated for “an item”",
      transaction: sale(Samples.item(nil))),
    Case(
      testDescription: "“an item” has no stated control classification",
      transaction: sale(Samples.item(codes: []))),
    Case(testDescription: "No end use is stated", transaction: Samples.sale(endUse: nil)),
    Case(
      testDescription: "The place “Nowherania” could not be read",
      transaction: Samples.sale(destination: "Nowherania")),
    Case(
      testDescription: "The place “Nowherania 5” could not be read",
      transaction: Samples.sale(route: Route(legs: [Leg(to: "Nowherania 5")]))),
    Case(
      testDescription: "The place “Nowherania 5” could not be read",
      transaction: Samples.sale(
        endUse: EndUse(statement: "bread", nature: .civil, location: "Nowherania 5"))),
    Case(
      testDescription: "“Korea” can mean several territories",
      transaction: Samples.sale(
        from: Samples.exporter, to: Samples.user("KR"), destination: "Korea")
    ),
  ])
  func `each missing or unreadable fact is a question`(_ given: Case) throws {
    let result = try InventedLists.screen(given.transaction)
    #expect(result.questions.contains(given.testDescription), "\(result.titles)")
    #expect(result.outcome != .noLicenceRequired)
    for question in result.findings(.openQuestion) {
      #expect(question.question != nil)
      for fact in question.facts {
        #expect(StatedFacts.answer(fact, in: given.transaction) != .noSuchPlace, "\(fact)")
      }
    }
  }

  @Test func `an unstated destination is a question, and any stated one answers it`() throws {
    let nowhere = Party(names: ["Nordhof"], roles: [.endUser])
    func questions(_ change: (inout (EndUse, Route?, String?)) -> Void) throws -> Bool {
      var facts: (EndUse, Route?, String?) = (EndUse(statement: "bread"), nil, nil)
      change(&facts)
      let result = try InventedLists.screen(
        Samples.sale(to: nowhere, route: facts.1, endUse: facts.0, destination: facts.2))
      return result.questions.contains("The destination is not stated")
    }
    #expect(try questions { _ in })
    #expect(try !questions { $0.2 = "CA" })
    #expect(try !questions { $0.0 = EndUse(statement: "bread", location: "Canada") })
    #expect(try !questions { $0.1 = Route(legs: [Leg(to: "Canada")]) })
  }

  @Test func `a party in an address that cannot be read is asked where it is`() throws {
    let user = Party(
      kind: .organisation, names: ["Nordhof"], roles: [.endUser],
      addresses: [Address(text: "27 chemin du Moulin Neuf")])
    let result = try InventedLists.screen(Samples.sale(to: user))
    #expect(result.questions == ["Where “Nordhof” is could not be read"])
    #expect(result.findings.first?.facts == ["parties[1].addresses[0]"])
  }

  @Test func `where the items set out may be a town alone, where they go may not`() throws {
    func questions(_ legs: Leg...) throws -> [String] {
      try InventedLists.screen(Samples.sale(route: Route(legs: legs))).questions
    }
    #expect(try questions(Leg(from: "Smallville", to: "Halifax, Canada")).isEmpty)
    let asked = ["The place “Smallville” could not be read"]
    #expect(try questions(Leg(from: "Lyon, France", to: "Smallville")) == asked)
    #expect(try questions(Leg(to: "Halifax, Canada", via: ["Smallville"])) == asked)
    #expect(try questions(Leg(to: "Halifax, Canada"), Leg(from: "Smallville")) == asked)
  }

  @Test func `an owner or officer without a name is asked for`() throws {
    let nobody = Party(kind: .person, names: [], countries: ["CA"])
    let user = Party(
      kind: .organisation, names: ["Nordhof"], roles: [.endUser], countries: ["CA"],
      owners: [Owner(party: nobody)], officers: [Officer(party: nobody)])
    let result = try InventedLists.screen(Samples.sale(to: user))
    #expect(
      result.findings.map(\.facts) == [
        ["parties[1].owners[0].names"], ["parties[1].officers[0].names"],
      ])
    #expect(result.notChecked.contains { $0.what.en == "parties[1].owners[0] by name" })
  }

  @Test func `software and help need no customs number`() throws {
    for kind in [ItemKind.software, .technology] {
      let item = Item(
        description: "a program", kind: kind, controlCodes: [StatedControlCode(code: "not listed")])
      #expect(try InventedLists.screen(Samples.sale(items: [item])).findings.isEmpty)
    }
  }

  @Test func `a ship needs no seat`() throws {
    let ship = Party(kind: .vessel, names: ["HALMA"], roles: [.vessel])
    #expect(try InventedLists.screen(Samples.sale(more: [ship])).findings.isEmpty)
  }

  @Test(arguments: [PartyRole.forwarder, .bank], [PartyRole.endUser, .ultimateConsignee])
  func `a forwarder or bank as the last to receive is held`(
    _ role: PartyRole, _ last: PartyRole
  ) throws {
    let party = Party(
      kind: .organisation, names: ["Nordhof"], roles: [role, last], countries: ["CA"])
    let result = try InventedLists.screen(Samples.sale(more: [party]))
    #expect(result.outcome == .hold)
    let others = result.findings.filter { $0.kind != .redFlag }
    #expect(others.map(\.title.en) == ["A forwarder or bank stands as the last to receive"])
  }

  @Test func `the rules of every territory that a word can mean are looked at`() throws {
    let result = try InventedLists.screen(
      Samples.sale(from: Samples.swiss, destination: "Korea"))
    #expect(result.findings(.embargo).contains { $0.title.en.contains("North Korea") })
    #expect(result.questions == ["“Korea” can mean several territories"])
  }

  @Test(arguments: [EndUse.Nature.military, .mixed])
  func `a military end use is put to the authority`(_ nature: EndUse.Nature) throws {
    let result = try InventedLists.screen(
      Samples.sale(
        endUse: EndUse(statement: "a use", nature: nature, answers: Samples.baking.answers)))
    #expect(result.outcome == .catchAllRefer)
    #expect(result.findings.map(\.facts) == [["endUse.nature"]])
    #expect(result.findings.first?.citations.isEmpty == false)
  }

  @Test func `technical assistance is held, stated of the supply or of an item`() throws {
    let help = Item(
      description: "help", kind: .technicalAssistance,
      controlCodes: [StatedControlCode(code: "not listed")])
    for transaction in [
      Samples.sale(supply: .technicalAssistance), Samples.sale(items: [help]),
    ] {
      let result = try InventedLists.screen(transaction)
      #expect(result.titles == ["Technical assistance is supplied"])
      #expect(result.outcome == .hold)
      #expect(result.findings.first?.outcomeIfConfirmed == .catchAllRefer)
      #expect(result.findings.first?.citations.isEmpty == false)
    }
  }
}
