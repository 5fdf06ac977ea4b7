import Testing
import TradeModel

@testable import Ownership

/// Cases whose answer the rules themselves give.
struct KnownCasesTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let links: [String]
    var listed = "X"
    /// The party that is asked for.
    var party = "T"
    let ofac: OwnershipAnswer.Result
    let eu: OwnershipAnswer.Result
    let uk: OwnershipAnswer.Result
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "half, directly", links: ["X>T 50"], ofac: .met, eu: .met, uk: .notMet),
    Case(name: "just below half", links: ["X>T 49.99"], ofac: .notMet, eu: .notMet, uk: .notMet),
    Case(name: "just above half", links: ["X>T 50.01"], ofac: .met, eu: .met, uk: .met),
    // FAQ 401: half of a company that is half owned.
    Case(
      name: "half of a half", links: ["X>A 50", "A>T 50"], ofac: .met, eu: .met, uk: .notMet),
    // FAQ 401: two quarters, each through a company that is half owned.
    Case(
      name: "two quarters through two halves",
      links: ["X>A 50", "X>B 50", "A>T 25", "B>T 25"], ofac: .met, eu: .met, uk: .notMet),
    // FAQ 401: a direct tenth and forty through a half.
    Case(
      name: "ten and forty", links: ["X>A 50", "X>T 10", "A>T 40"], ofac: .met, eu: .met,
      uk: .notMet),
    // FAQ 401: companies of which a quarter is held block nothing, however much they hold.
    Case(
      name: "halves of two quarters", links: ["X>A 25", "X>B 25", "A>T 50", "B>T 50"],
      ofac: .notMet, eu: .notMet, uk: .notMet),
    // FAQ 399: shares of several blocked persons add up.
    Case(
      name: "two listed owners, a quarter each", links: ["X>T 25", "Y>T 25"], listed: "X Y",
      ofac: .met, eu: .met, uk: .notMet),
    Case(
      name: "two listed owners, more than half together", links: ["X>T 30", "Y>T 30"],
      listed: "X Y", ofac: .met, eu: .met, uk: .open),
    Case(
      name: "two listed owners under a joint arrangement",
      links: ["X>T 30 joint-shares", "Y>T 30 joint-shares"], listed: "X Y", ofac: .met, eu: .met,
      uk: .met),
    Case(
      name: "a listed owner whose joint partner is not listed",
      links: ["X>T 30 joint-shares", "N>T 30 joint-shares"], ofac: .notMet, eu: .notMet, uk: .met),
    Case(
      name: "joint partners who both count are counted once",
      links: ["X>Y 60", "X>T 20 joint-shares", "Y>T 20 joint-shares"], ofac: .notMet, eu: .notMet,
      uk: .notMet),
    Case(
      name: "two listed owners of a company between", links: ["X>A 25", "Y>A 25", "A>T 100"],
      listed: "X Y", ofac: .met, eu: .met, uk: .notMet),
    Case(
      name: "a chain of majorities", links: ["X>A 51", "A>B 51", "B>C 51", "C>T 51"], ofac: .met,
      eu: .met, uk: .met),
    Case(
      name: "a chain with one minority", links: ["X>A 100", "A>B 49", "B>T 100"], ofac: .notMet,
      eu: .notMet, uk: .notMet),
    Case(
      name: "a diamond, one side too thin", links: ["X>A 60", "X>B 40", "A>T 40", "B>T 40"],
      ofac: .notMet, eu: .notMet, uk: .notMet),
    Case(
      name: "a circle that holds itself", links: ["A>T 60", "T>A 60", "X>A 10"], ofac: .notMet,
      eu: .notMet, uk: .notMet),
    Case(
      name: "a circle entered by a majority", links: ["X>A 55", "A>T 60", "T>A 40"], ofac: .met,
      eu: .met, uk: .met),
    Case(name: "an unstated share", links: ["X>T ?"], ofac: .open, eu: .open, uk: .open),
    Case(
      name: "an interval across half", links: ["X>A 30-60", "A>T 100"], ofac: .open, eu: .open,
      uk: .open),
    Case(
      name: "an interval below half", links: ["X>T 10-49"], ofac: .notMet, eu: .notMet, uk: .notMet
    ),
    Case(name: "more than half, by word", links: ["X>T >50"], ofac: .met, eu: .met, uk: .met),
    Case(name: "control alone", links: ["X>T control"], ofac: .notMet, eu: .met, uk: .met),
    Case(
      name: "control of a company that owns", links: ["X>A control", "A>T 80"], ofac: .notMet,
      eu: .met, uk: .met),
    Case(
      name: "a director", links: ["X>T office"], ofac: .notMet, eu: .open, uk: .open),
    Case(
      name: "a golden share", links: ["X>T golden-share"], ofac: .notMet, eu: .open, uk: .open),
    Case(
      name: "most of the votes", links: ["X>T 60 votes"], ofac: .notMet, eu: .met, uk: .met),
    Case(
      name: "few of the votes", links: ["X>T 40 votes"], ofac: .notMet, eu: .notMet, uk: .notMet),
    Case(
      name: "owned or controlled", links: ["X>T owned-or-controlled"], ofac: .open, eu: .met,
      uk: .met),
    Case(name: "a link not described", links: ["X>T linked"], ofac: .open, eu: .open, uk: .open),
    Case(
      name: "an owner that nobody lists", links: ["A>T 100"], listed: "", ofac: .noListedOwner,
      eu: .noListedOwner, uk: .noListedOwner),
    Case(
      name: "a company that owns a listed one", links: ["T>X 100"], ofac: .noListedOwner,
      eu: .noListedOwner, uk: .noListedOwner),
    Case(
      name: "a listed company is not its own owner", links: ["A>T 100"], listed: "T",
      ofac: .noListedOwner, eu: .noListedOwner, uk: .noListedOwner),
  ]

  @Test(arguments: cases)
  func `each test answers as its rule says`(_ given: Case) throws {
    let chains = try Chains(given.links)
    let tests = OwnershipTests(graph: chains.graph)
    let party = try chains.number(given.party)
    let listed = try chains.numbers(given.listed)
    func result(_ test: OwnershipRule.Test) throws -> OwnershipAnswer.Result {
      tests.answer(party, listed: listed, under: try OwnKnowledge.rule(test)).result
    }
    #expect(try result(.ofac) == given.ofac)
    #expect(try result(.bis) == given.ofac)
    #expect(try result(.eu) == given.eu)
    #expect(try result(.uk) == given.uk)
  }

  @Test func `half was not enough for the Union before July 2024`() throws {
    let chains = try Chains(["X>T 50"])
    let tests = OwnershipTests(graph: chains.graph)
    let (party, listed) = (try chains.number("T"), try chains.numbers("X"))
    for (day, result) in [
      ("2024-07-02", OwnershipAnswer.Result.notMet), ("2024-07-03", .met),
    ] {
      let rule = try OwnKnowledge.rule(.eu, on: day)
      #expect(tests.eu(party, listed: listed, under: rule).result == result, "\(day)")
    }
  }

  @Test func `the links of an answer lead from the listed owner down, all of them`() throws {
    let chains = try Chains(["X>A 50", "N>A 50", "A>T 25", "X>B 50", "B>T 25", "T>C 10"])
    let answer = OwnershipTests(graph: chains.graph).ofac(
      try chains.number("T"), listed: try chains.numbers("X"), under: try OwnKnowledge.rule(.ofac))
    #expect(chains.path(answer) == ["X>A 50", "X>B 50", "A>T 25", "B>T 25"])
    #expect(answer.held == Holding(hundredths: 5_000...5_000))
  }

  @Test func `control is told apart from shares`() throws {
    func answer(_ links: [String]) throws -> OwnershipAnswer {
      let chains = try Chains(links)
      return OwnershipTests(graph: chains.graph).eu(
        try chains.number("T"), listed: try chains.numbers("X"), under: try OwnKnowledge.rule(.eu))
    }
    #expect(try answer(["X>T control"]).isByControl)
    #expect(try !answer(["X>T 60"]).isByControl)
    #expect(try !answer(["X>T 60", "X>T control"]).isByControl)
    #expect(try answer(["X>T ?", "X>T control"]).isByControl)
  }

  @Test func `the largest single holder counts in the United Kingdom`() throws {
    let chains = try Chains(["X>T 55", "Y>T 10"])
    let answer = OwnershipTests(graph: chains.graph).uk(
      try chains.number("T"), listed: try chains.numbers("X Y"), under: try OwnKnowledge.rule(.uk))
    #expect(answer.result == .met)
    #expect(answer.held == Holding(hundredths: 5_500...5_500))
  }

  @Test func `readings differ where a chain thins out`() throws {
    let chains = try Chains(["X>A 50", "A>T 50", "X>T 10"])
    let party = try chains.number("T")
    let listed = try chains.numbers("X")
    #expect(chains.graph.direct(in: party, by: listed) == Holding(hundredths: 1_000...1_000))
    let rule = try OwnKnowledge.rule(.ofac)
    let cascade = chains.graph.cascade(
      from: listed, threshold: rule.threshold, counting: .init(control: false, jointShares: false))
    #expect(cascade.held[party] == Holding(hundredths: 6_000...6_000))
    #expect(chains.graph.product(from: listed)[party] == Holding(hundredths: 3_500...3_500))
  }

  @Test func `holdings within a circle are added up to the end`() throws {
    // B = 1/2 + 1/2 C, C = 1/2 B: two thirds of B.
    let chains = try Chains(["X>B 50", "B>C 50", "C>B 50"])
    let held = chains.graph.product(from: try chains.numbers("X"))[try chains.number("B")]
    #expect(held.lower <= 666_666_666 && held.upper >= 666_666_667)
    #expect(held.upper - held.lower <= 4)
    // Without anyone outside, a circle belongs to nobody listed.
    let closed = try Chains(["B>C 100", "C>B 100", "X>D 10"])
    let none = closed.graph.product(from: try closed.numbers("X"))[try closed.number("B")]
    #expect(none == .none)
  }

  @Test func `more than the whole is a contradiction`() throws {
    let chains = try Chains(["A>T 60", "B>T 60", "A>U 60", "B>U 40", "A>V ?", "B>V ?"])
    #expect(chains.graph.overfull == [try chains.number("T")])
  }

  @Test func `a chain of a hundred thousand companies is followed to its end`() {
    let count = 100_000
    let graph = OwnershipGraph(
      partyCount: count,
      links: (1..<count).map { OwnershipLink(owner: $0 - 1, owned: $0, share: 10_000...10_000) })
    #expect(graph.product(from: [0])[count - 1] == .all)
    let cascade = graph.cascade(
      from: [0], threshold: Threshold(.moreThan, hundredths: 5_000),
      counting: .init(control: false, jointShares: false))
    #expect(cascade.standings[count - 1] == .certain)
  }
}
