import Ownership
import Testing
import TradeModel

@testable import Screening

/// What follows when someone above a party of the transaction looks like a listed one.
struct OwnershipScreeningTests {
  /// On the list of blocked persons.
  static let blocked = "Varteshol Briganzan Industries"
  /// On the Entity List.
  static let entity = "Dulomir Kazanport Optronics"
  /// On the list of the United Kingdom.
  static let british = "Roksana Velmontari"

  static func owner(
    _ name: String, _ share: String?, controls: Bool? = nil, owners: [Owner] = []
  ) -> Owner {
    Owner(
      party: Party(names: [name], countries: ["AE"], owners: owners),
      share: share.map { Share($0) }, isControlling: controls)
  }

  static func sale(_ owners: [Owner], officers: [Officer] = []) -> Transaction {
    Samples.sale(
      to: Party(
        kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.purchaser, .endUser],
        countries: ["CA"], owners: owners, officers: officers))
  }

  static func screen(
    _ transaction: Transaction, table: String? = nil, on day: String = "2025-10-15"
  ) throws -> ScreeningResult {
    let table = try table.map {
      try OwnershipTable(
        reading: Array(("owner,owned,share from,share to,kind,source,date\n" + $0).utf8),
        file: "own.csv")
    }
    return try InventedLists.screener(with: table).screen(
      transaction, on: Day(iso: day))
  }

  /// The findings on ownership: what is met or below, and what is open.
  static func answers(_ result: ScreeningResult) -> [Finding] {
    result.findings.filter {
      $0.kind == .ownership || $0.title.en.hasPrefix("Whether listed parties own")
    }
  }

  struct Case: CustomTestStringConvertible {
    let name: String
    let owners: [Owner]
    /// For each finding: its kind, and the outcome once the match is confirmed.
    let expected: [(Finding.Kind, Outcome?)]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    // The blocked person's second test covers only some of its list.
    Case(
      name: "half, by a blocked person", owners: [owner(blocked, "50")],
      expected: [(.ownership, .prohibited), (.ownership, .licenceRequired)]),
    Case(
      name: "half of a half",
      owners: [owner("Halle Exemple", "50", owners: [owner(blocked, "50")])],
      expected: [(.ownership, .prohibited), (.ownership, .licenceRequired)]),
    Case(
      name: "half, by a party of the Entity List", owners: [owner(entity, "50 %")],
      expected: [(.ownership, .licenceRequired)]),
    Case(
      name: "a blocked person and a party of the Entity List, a quarter each",
      owners: [owner(blocked, "25"), owner(entity, "25")],
      expected: [(.ownership, .licenceRequired), (.ownership, nil)]),
    Case(
      name: "a third", owners: [owner(blocked, "33.3")], expected: [(.ownership, nil)]),
    Case(
      name: "an unstated share", owners: [owner(blocked, nil)],
      expected: [(.openQuestion, nil), (.openQuestion, nil)]),
    Case(
      name: "an unreadable share", owners: [owner(british, "most of it")],
      expected: [(.openQuestion, nil)]),
    Case(
      name: "thirty to sixty", owners: [owner(british, "30-60")], expected: [(.openQuestion, nil)]),
    Case(
      name: "control, in the United Kingdom", owners: [owner(british, "10", controls: true)],
      expected: [(.ownership, .prohibited)]),
    Case(
      name: "a list without a test", owners: [owner("Yubrisan Tokomel Laboratory", "100")],
      expected: [(.ownership, nil)]),
    Case(name: "an owner on no list", owners: [owner("Halle Exemple", "100")], expected: []),
  ]

  @Test(arguments: cases)
  func `each list's own test decides`(_ given: Case) throws {
    let answers = Self.answers(try Self.screen(Self.sale(given.owners)))
    #expect(answers.map(\.kind) == given.expected.map(\.0), "\(answers.map(\.title.en))")
    #expect(answers.map(\.outcomeIfConfirmed) == given.expected.map(\.1))
    for answer in answers {
      #expect(answer.outcome == (answer.kind == .ownership ? .hold : .incomplete))
      #expect(answer.facts.first == "parties[1].names[0]")
      #expect(answer.question != nil)
    }
  }

  @Test func `the path stands in the finding with its shares and its places`() throws {
    let transaction = Self.sale([
      Self.owner("Halle Exemple", "100", owners: [Self.owner(Self.blocked, "50-60")])
    ])
    let finding = try #require(Self.answers(try Self.screen(transaction)).first)
    #expect(
      finding.explanation[0].en
        == "“\(Self.blocked)” holds 50–60 % of “Halle Exemple” (parties[1].owners[0].owners[0].share); “Halle Exemple” holds 100 % of “Boulangerie Exemple inc.” (parties[1].owners[0].share)."
    )
    #expect(
      finding.facts == [
        "parties[1].names[0]", "parties[1].owners[0].owners[0].share", "parties[1].owners[0].share",
      ])
    #expect(finding.explanation[1].en.contains("multiplied along the chains 50–60 %"))
    #expect(finding.explanation[2].en.contains("a resemblance until a person has settled it"))
    #expect(finding.explanation[3].en.contains("In force from 2014-08-13"))
    #expect(finding.citations.map(\.source) == ["ofac-faq-398", "ofac-faq-401"])
  }

  @Test func `a test names the owners it speaks of, and no others`() throws {
    let answers = Self.answers(
      try Self.screen(
        Self.sale([Self.owner(Self.blocked, "50"), Self.owner(Self.british, "50")])))
    let ofac = try #require(answers.first)
    #expect(ofac.explanation.contains { $0.en.contains("us.ofac.sdn/varteshol") })
    #expect(!ofac.explanation.contains { $0.en.contains("Roksana") })
  }

  @Test func `the affiliates rule is asked as it stood on the day`() throws {
    let transaction = Self.sale([Self.owner(Self.entity, "50")])
    for (day, confirmed, words) in [
      ("2025-09-01", nil, "What held on 2025-09-01 is not described here"),
      ("2025-10-01", Outcome.licenceRequired, "In force from 2025-09-29"),
      ("2026-03-01", nil, "Suspended on 2026-03-01"),
      ("2026-11-23", .licenceRequired, "Whether it is in force on 2026-11-23 is not determined"),
    ] {
      let answers = Self.answers(try Self.screen(transaction, on: day))
      #expect(answers.map(\.outcome) == [.hold], "\(day)")
      #expect(answers.map(\.outcomeIfConfirmed) == [confirmed], "\(day)")
      #expect(answers.first?.explanation.contains { $0.en.contains(words) } == true, "\(day)")
    }
  }

  @Test func `the table leads to owners that the transaction does not name`() throws {
    let result = try Self.screen(
      Self.sale([]),
      table: """
        Nordlicht Halle,Boulangerie EXEMPLE Inc,60,60,shares,register,2025-01-01
        \(Self.blocked),Nordlicht Halle,55,55,shares,register,2025-01-01
        Nobody,Somebody Else,100,100,shares,register,2025-01-01
        """)
    let hit = try result.hit()
    #expect(hit.facts == ["own.csv:3"])
    let answer = try #require(Self.answers(result).first)
    #expect(answer.outcomeIfConfirmed == .prohibited)
    #expect(answer.facts == ["parties[1].names[0]", "own.csv:3", "own.csv:2"])
    #expect(
      result.checked.contains { $0.what.en.contains("table of ownership: 2, of the lists: 0") })
  }

  @Test func `the table may name a party by its number`() throws {
    let buyer = Party(
      kind: .organisation, names: ["Boulangerie Exemple inc."], roles: [.purchaser, .endUser],
      countries: ["CA"], identifiers: [Identifier(kind: .registration, value: "CA 77-12345")])
    let result = try Self.screen(
      Samples.sale(to: buyer), table: "\(Self.blocked),CA-77 12345,51,51,shares,,\n")
    #expect(Self.answers(result).first?.outcomeIfConfirmed == .prohibited)
  }

  @Test func `whether the test's law reaches the transaction is said`() throws {
    let transaction = Self.sale([Self.owner(Self.british, "60")])
    let open = try #require(Self.answers(try Self.screen(transaction)).first)
    #expect(open.explanation.contains { $0.en.contains("law reaches this transaction is open") })
    let british = Party(
      kind: .organisation, names: ["Sample Works Ltd"], roles: [.exporter], countries: ["GB"])
    let reached = try Self.screen(
      Samples.sale(from: british, to: transaction.parties[1]))
    #expect(
      Self.answers(reached).first?.explanation.contains {
        $0.en.hasPrefix("Its law reaches this transaction")
      } == true)
  }

  @Test func `a bad row of the table is said, and nothing is lost`() throws {
    let result = try Self.screen(
      Self.sale([]), table: "\(Self.blocked),Boulangerie Exemple inc.,lots,,shares,,\n")
    #expect(Self.answers(result).map(\.kind) == [.openQuestion, .openQuestion])
    #expect(result.notChecked.contains { $0.what.en == "Part of own.csv:2" })
  }

  @Test func `a table that leads to a whole register is cut, and says so`() throws {
    let rows = (0..<OwnershipPicture.mostMembers + 100).map {
      "Owner \($0),Boulangerie Exemple inc."
    }
    let table = try OwnershipTable(
      reading: Array((["owner,owned"] + rows).joined(separator: "\n").utf8), file: "own.csv")
    let transaction = Self.sale([])
    let rules = try OwnershipRules(loading: InventedLists.knowledge.get())
    var picture = OwnershipPicture(transaction, subjects: transaction.subjects)
    picture.follow(table, try InventedLists.watchlist.get(), rules) { _ in true }
    #expect(picture.isCut)
    #expect(picture.members.count == OwnershipPicture.mostMembers)
    var whole = OwnershipPicture(transaction, subjects: transaction.subjects)
    whole.follow(nil, try InventedLists.watchlist.get(), rules) { _ in true }
    #expect(!whole.isCut)
  }

  @Test func `a company that the record of a listed party names below it is found`() throws {
    for (given, expected) in [
      ("Torvelin Bascom Freight", 1), ("BASCOM FREIGHT, Torvelin", 1), ("Torvelin Bascom", 0),
    ] {
      let result = try Self.screen(Samples.sale(to: Samples.user("AE", name: given)))
      let answers = Self.answers(result)
      #expect(answers.count == expected, "\(given)")
      guard let answer = answers.first else { continue }
      #expect(answer.outcome == .hold)
      #expect(answer.outcomeIfConfirmed == .prohibited)
      #expect(answer.explanation[0].en.contains("owns or controls “\(given)” (uk.sl/pelmadur)"))
      #expect(answer.explanation.contains { $0.en.contains("under “Subsidiary”") })
    }
  }

  @Test func `the owners in the record of a party on a list of one's own are followed`() throws {
    let answers = Self.answers(
      try Self.screen(Samples.sale(to: Samples.user("AE", name: "Gorvane Pistrel Holdings"))))
    #expect(answers.map(\.outcomeIfConfirmed) == [.prohibited, .licenceRequired])
    #expect(
      answers.first?.explanation.first?.en
        == "“Brosk Talimund Ventures” holds 60 % of “Gorvane Pistrel Holdings” (own.customers/gorvane; startDate 2019)."
    )
    // A blocked company's owner would add nothing to its own listing.
    let blocked = try Self.screen(Samples.sale(to: Samples.user("AE", name: Self.blocked)))
    #expect(Self.answers(blocked).isEmpty)
  }

  @Test func `an owner that such a record names is followed down`() throws {
    let answers = Self.answers(
      try Self.screen(Self.sale([Self.owner("Torvelin Bascom Freight", "80")])))
    #expect(answers.map(\.outcomeIfConfirmed) == [.prohibited])
    #expect(answers.first?.facts.contains("parties[1].owners[0].share") == true)
  }

  @Test func `a parent of a listed party is a question, no test`() throws {
    let answers = Self.answers(
      try Self.screen(Samples.sale(to: Samples.user("AE", name: "Hestrigan Mowbray Capital"))))
    #expect(
      answers.map(\.title.en) == [
        "“Hestrigan Mowbray Capital” is named in the record of a listed party"
      ])
    #expect(answers.map(\.outcomeIfConfirmed) == [nil])
  }

  @Test func `a listed director is told apart from an owner`() throws {
    let director = Officer(party: Party(names: [Self.blocked], countries: ["AE"]))
    let answers = Self.answers(try Self.screen(Self.sale([], officers: [director])))
    #expect(answers.map(\.kind) == [.ownership])
    let answer = try #require(answers.first)
    #expect(answer.outcomeIfConfirmed == nil)
    #expect(answer.explanation.first?.en.contains("holds an office in") == true)
  }

  @Test func `shares above the whole and sources that disagree are warnings`() throws {
    let result = try Self.screen(
      Self.sale([Self.owner(Self.british, "70"), Self.owner("Halle Exemple", "60")]),
      table: "\(Self.british),Boulangerie Exemple inc.,51,52,shares,register,2025-01-01\n")
    let answer = try #require(Self.answers(result).first)
    #expect(answer.outcomeIfConfirmed == .prohibited)
    #expect(answer.explanation.contains { $0.en.contains("come to more than 100 %") })
    #expect(answer.explanation.contains { $0.en.contains("do not agree on the share") })
  }
}
