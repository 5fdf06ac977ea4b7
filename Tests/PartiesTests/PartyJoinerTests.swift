import Listings
import Parties
import QuiviveTestKit
import Testing
import TradeModel

struct PartyJoinerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kinds: (PartyKind, PartyKind)
    let lists: (String, String)
    let joined: Bool
    let first: @Sendable (inout Designation) -> Void
    let second: @Sendable (inout Designation) -> Void

    init(
      _ description: String, kinds: (PartyKind, PartyKind) = (.person, .person),
      lists: (String, String) = ("aa.one", "bb.two"), joined: Bool,
      _ first: @escaping @Sendable (inout Designation) -> Void,
      _ second: @escaping @Sendable (inout Designation) -> Void
    ) {
      testDescription = description
      self.kinds = kinds
      self.lists = lists
      self.joined = joined
      self.first = first
      self.second = second
    }

    /// The same change to both.
    init(
      _ description: String, kinds: (PartyKind, PartyKind) = (.person, .person),
      lists: (String, String) = ("aa.one", "bb.two"), joined: Bool,
      both: @escaping @Sendable (inout Designation) -> Void
    ) {
      self.init(description, kinds: kinds, lists: lists, joined: joined, both, both)
    }
  }

  static let cases: [Case] = [
    Case("nothing in common", joined: false, both: { _ in }),
    Case(
      "the same passport of the same country", joined: true,
      both: { $0.identifiers = [.passport("A 123-4567")] }),
    Case(
      "a passport without its country", joined: false,
      both: { $0.identifiers = [Identifier(kind: .passport, value: "A1234567")] }),
    Case(
      "the same passport number of two countries", joined: false,
      { $0.identifiers = [.passport("A1234567", of: "Iran")] },
      { $0.identifiers = [.passport("A1234567", of: "Syria")] }),
    Case("a placeholder number", joined: false, both: { $0.identifiers = [.passport("000000")] }),
    Case(
      "the same passport, birth dates that differ", joined: false,
      {
        $0.identifiers = [.passport("A1234567")]
        $0.birthDates = [.day(1961, 2, 3)]
      },
      {
        $0.identifiers = [.passport("A1234567")]
        $0.birthDates = [.day(1961, 2, 4)]
      }),
    Case(
      "the same passport, one birth date only a year", joined: true,
      {
        $0.identifiers = [.passport("A1234567")]
        $0.birthDates = [.day(1961, 2, 3)]
      },
      {
        $0.identifiers = [.passport("A1234567")]
        $0.birthDates = [PartialDate(text: "1962", start: PartialDate.Point(year: 1962))]
      }),
    Case(
      "the same LEI, of an organisation and a person", kinds: (.organisation, .person),
      joined: false,
      both: { $0.identifiers = [Identifier(kind: .lei, value: "529900T8BM49AURSDO55")] }),
    Case(
      "the same LEI", kinds: (.organisation, .unknown), joined: true,
      both: { $0.identifiers = [Identifier(kind: .lei, value: "529900T8BM49AURSDO55")] }),
    Case(
      "an LEI with a wrong check digit", kinds: (.organisation, .organisation), joined: false,
      both: { $0.identifiers = [Identifier(kind: .lei, value: "529900T8BM49AURSDO56")] }),
    Case(
      "the same ship number, differently written", kinds: (.vessel, .vessel), joined: true,
      { $0.identifiers = [Identifier(kind: .imo, value: "IMO 9074729")] },
      { $0.identifiers = [Identifier(kind: .imo, value: "9074729")] }),
    Case(
      "the same ship number with a wrong check digit", kinds: (.vessel, .vessel), joined: false,
      both: { $0.identifiers = [Identifier(kind: .imo, value: "9074728")] }),
    Case(
      "two owners with the number of one ship", kinds: (.organisation, .organisation),
      joined: false,
      both: { $0.identifiers = [Identifier(kind: .imo, value: "9074729")] }),
    Case(
      "the same phone", kinds: (.organisation, .organisation), joined: false,
      both: { $0.identifiers = [Identifier(kind: .phone, value: "+98 21 5555 0100")] }),
    Case(
      "the same name in another order and the same birthday", joined: true,
      {
        $0.names = [ListedName(.primary, "VASQUEZ, José Armando")]
        $0.birthDates = [.day(1961, 2, 3)]
      },
      {
        $0.names = [ListedName(.primary, "Jose Armando Vásquez")]
        $0.birthDates = [.day(1961, 2, 3)]
      }),
    Case(
      "the same birthday and a name that is only alike", joined: false,
      {
        $0.names = [ListedName(.primary, "Jose Armando Vasquez")]
        $0.birthDates = [.day(1961, 2, 3)]
      },
      {
        $0.names = [ListedName(.primary, "Jose Armando Vazquez")]
        $0.birthDates = [.day(1961, 2, 3)]
      }),
    Case(
      "the same name and year of birth", joined: false,
      both: {
        $0.names = [ListedName(.primary, "Jose Armando Vasquez")]
        $0.birthDates = [PartialDate(text: "1961", start: PartialDate.Point(year: 1961))]
      }),
    Case(
      "the same name and an approximate birthday", joined: false,
      both: {
        $0.names = [ListedName(.primary, "Jose Armando Vasquez")]
        $0.birthDates = [
          PartialDate(
            text: "circa 3 Feb 1961", start: PartialDate.Point(year: 1961, month: 2, day: 3),
            isCirca: true)
        ]
      }),
    Case(
      "the same weak alias and birthday", joined: false,
      both: {
        $0.names = [ListedName(.alias, "Jose Armando Vasquez", strength: .weak)]
        $0.birthDates = [.day(1961, 2, 3)]
      }),
    Case(
      "one word and the same birthday", joined: false,
      both: {
        $0.names = [ListedName(.primary, "Armando")]
        $0.birthDates = [.day(1961, 2, 3)]
      }),
    Case(
      "the same name in Persian and the same birthday", joined: true,
      both: {
        $0.names = [ListedName(.otherScript, "رضا نمونه‌ای")]
        $0.birthDates = [.day(1961, 2, 3)]
      }),
    Case(
      "the same organisation founded on the same day", kinds: (.organisation, .organisation),
      joined: true,
      both: {
        $0.names = [ListedName(.primary, "Invented Widgets LLC")]
        $0.foundingDates = [.day(2001, 5, 6)]
      }),
    Case(
      "the UN reference that another list quotes", lists: ("un.sc", "eu.fsf"), joined: true,
      both: {
        $0.identifiers = [Identifier(kind: .listReference, value: "QDi.901", label: "UN")]
      }),
    Case(
      "a UN reference in prose", lists: ("un.sc", "eu.fsf"), joined: false,
      { $0.identifiers = [Identifier(kind: .listReference, value: "QDi.901")] },
      { $0.remarks = ["Brother of QDi.901"] }),
  ]

  @Test(arguments: cases)
  func `joins on strong grounds only, and never over a contradiction`(_ item: Case) {
    var first = Designation.sample(item.lists.0, "1", item.kinds.0)
    var second = Designation.sample(item.lists.1, "2", item.kinds.1)
    item.first(&first)
    item.second(&second)
    for designations in [[first, second], [second, first]] {
      let found = PartyJoiner.parties(from: designations)
      #expect(found.parties.count == (item.joined ? 1 : 2))
      #expect(found.parties.flatMap(\.joins).count == (item.joined ? 1 : 0))
      #expect(found.parties.flatMap(\.designations).count == 2)
    }
  }

  @Test func `joins a list that repeats the key of another`() {
    let first = Designation.sample("us.ofac.sdn", "9001", .organisation)
    let second = Designation.sample("us.csl", "SDN:9001", .unknown)
    let other = Designation.sample("us.csl", "EL|Invented:9001|1 F.R. 9001", .organisation)
    let found = PartyJoiner.parties(from: [second, first, other])
    #expect(found.parties.map(\.joins.first?.reason) == [nil, .publishersKey("ofac:9001")])
    #expect(found.parties.map(\.kind) == [.organisation, .organisation])
  }

  @Test func `a contradiction through a third designation blocks too`() {
    // 1 and 2 share a passport, 2 and 3 another; 1 and 3 were born on different days.
    var one = Designation.sample("aa.one", "1", .person)
    one.identifiers = [.passport("A1111112")]
    one.birthDates = [.day(1961, 2, 3)]
    var two = Designation.sample("aa.one", "2", .person)
    two.identifiers = [.passport("A1111112"), .passport("B2222223")]
    var three = Designation.sample("aa.one", "3", .person)
    three.identifiers = [.passport("B2222223")]
    three.birthDates = [.day(1970, 2, 3)]
    let found = PartyJoiner.parties(from: [three, two, one])
    #expect(found.parties.map { $0.designations.map(\.id.key) } == [["1", "2"], ["3"]])
    #expect(found.grouping.blocked.map(\.contradiction) == [.birthDates])
  }

  @Test func `an undone join stays undone, also through others`() {
    let designations = ["1", "2", "3"].map { key in
      var designation = Designation.sample("aa.one", key, .person)
      designation.identifiers = [.passport("A1111112")]
      return designation
    }
    #expect(PartyJoiner.parties(from: designations).parties.count == 1)
    let pair = DesignationPair(designations[2].id, designations[0].id)
    let found = PartyJoiner.parties(from: designations, undone: [pair])
    #expect(found.parties.map { $0.designations.map(\.id.key) } == [["1", "2"], ["3"]])
    #expect(found.grouping.blocked.map(\.contradiction) == [.undone])
  }

  @Test func `records under one key stay apart and get ids of their own`() {
    let designations = [
      Designation.sample("aa.one", "7", .person), Designation.sample("aa.one", "7", .person),
    ]
    let found = PartyJoiner.parties(from: designations)
    #expect(found.parties.map(\.id.text) == ["aa.one/7", "aa.one/7#2"])
  }

  @Test func `the order of lists does not matter`() {
    var random = SeededGenerator(seed: 20_261_123)
    for round in 0..<20 {
      let designations = (0..<60).map { number in
        var designation = Designation.sample(
          ["aa.one", "bb.two", "cc.three"][number % 3], "\(number)",
          random.next(below: 5) == 0 ? .unknown : .person)
        for _ in 0..<random.next(below: 3) {
          designation.identifiers.append(.passport("A10000\(random.next(below: 25))"))
        }
        if random.next(below: 3) == 0 {
          designation.birthDates = [.day(1960 + random.next(below: 4), 2, 3)]
        }
        return designation
      }
      let plain = PartyJoiner.parties(from: designations).parties
      let mixed = PartyJoiner.parties(from: designations.sorted { $0.id > $1.id }).parties
      #expect(plain == mixed, "seed 20261123, round \(round)")
      #expect(plain.contains { $0.joins.count > 1 }, "seed 20261123, round \(round)")
      #expect(plain.allSatisfy { $0.joins.count == $0.designations.count - 1 })
    }
  }
}
