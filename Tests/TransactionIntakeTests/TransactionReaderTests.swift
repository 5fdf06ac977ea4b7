import FileFormats
import QuiviveTestKit
import Testing
import TradeModel
import TransactionIntake

struct TransactionReaderTests {
  private func read(_ text: String) throws -> Intake {
    try TransactionReader().read(Array(text.utf8))
  }

  @Test func `reads a whole transaction without a warning`() throws {
    let intake = try read(
      """
      {"reference": "A-1", "supply": "technical-assistance", "exportCountry": "FR",
       "parties": [{"name": "Un", "names": ["ایک"], "kind": "organisation",
         "roles": ["exporter", "manufacturer"], "countries": ["France"],
         "addresses": ["1 rue, Lyon, France", {"lines": ["2 rue"], "city": "Lyon", "country": "FR"}],
         "identifiers": [{"kind": "imo", "value": "IMO 9074729"}],
         "foundingDates": ["circa 1961"], "websites": ["https://un.example"],
         "owners": [{"name": "Deux", "kind": "person", "share": ">50", "controls": true,
           "birthDates": ["1951/1953"], "owners": [{"name": "Trois"}]}],
         "officers": [{"name": "Quatre", "position": "director", "gender": "female"}]}],
       "items": [{"description": "gyro", "kind": "goods", "commodityCode": "9014.20",
         "controlCodes": ["7A002", {"code": "7A102", "list": "EU"}],
         "parameters": [{"name": "bias", "value": "0.50", "unit": "deg/h"}],
         "quantity": "12 pcs", "value": {"amount": 318000.50, "currency": "EUR"}, "origin": "FR"}],
       "route": {"terms": "DAP", "legs": [{"from": "Lyon", "via": ["Izmir"], "to": "Dubai",
         "mode": "sea", "vessel": {"name": "X", "flag": "PA",
           "identifiers": [{"kind": "imo", "value": "9074729"}]}, "date": "2026-05"}]},
       "endUse": {"statement": "s", "nature": "civil", "reexportIntended": false},
       "dates": {"ordered": "2026-01-05"}, "value": "150000 EUR",
       "payment": {"method": "transfer", "currency": "EUR"}, "knownOn": "2026-03-01"}
      """)
    #expect(intake.warnings == [])
    let transaction = intake.transaction
    #expect(transaction.supply == .technicalAssistance)
    #expect(transaction.knownOn?.iso == "2026-03-01")
    let party = try #require(transaction.parties.first)
    #expect(party.names == ["Un", "ایک"])
    #expect(party.roles == [.exporter, .manufacturer])
    #expect(party.addresses.map(\.text) == ["1 rue, Lyon, France", "2 rue, Lyon, FR"])
    #expect(party.identifiers.map(\.normalised) == ["9074729"])
    #expect(party.foundingDates.first?.isCirca == true)
    #expect(party.owners.first?.share?.hundredths == 5001...10000)
    #expect(party.owners.first?.isControlling == true)
    #expect(party.owners.first?.party.roles == [.owner])
    #expect(party.owners.first?.party.owners.first?.party.names == ["Trois"])
    #expect(party.officers.first?.position == "director")
    let item = try #require(transaction.items.first)
    #expect(item.controlCodes.map(\.code) == ["7A002", "7A102"])
    #expect(item.parameters.first?.value.unit?.symbol == "°/h")
    #expect(item.parameters.first?.value.text == "0.50")
    #expect(item.quantity?.unit?.symbol == "1")
    #expect(item.value?.text == "318000.50")
    #expect(transaction.route?.places == ["Lyon", "Izmir", "Dubai"])
    #expect(transaction.route?.legs.first?.vessel?.identifiers.first?.verdict == .valid)
    #expect(transaction.endUse?.reexportIntended == false)
    #expect(transaction.endUse?.hasSignedStatement == nil)
    #expect(transaction.value?.currency == "EUR")
    #expect(transaction.parties(in: .exporter).count == 1)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let member: String
    let path: String
    let problem: IntakeWarning.Problem
    var testDescription: String { member }
    init(_ member: String, _ path: String, _ problem: IntakeWarning.Problem) {
      self.member = member
      self.path = path
      self.problem = problem
    }
  }

  /// Each adds one odd member to a transaction that is in order.
  static let oddities: [Case] = [
    Case(#""customerSince": 2019"#, "customerSince", .unknownMember),
    Case(#""reference": 4471"#, "reference", .wrongType),
    Case(#""reference": """#, "reference", .emptyText),
    Case(#""reference": "  ""#, "reference", .emptyText),
    Case(#""knownOn": "summer""#, "knownOn", .unreadableDate),
    Case(#""knownOn": "2026-02-30""#, "knownOn", .unreadableDate),
    Case(#""supply": "magic""#, "supply", .unknownWord),
    Case(#""value": "much""#, "value.amount", .unreadableNumber),
    Case(#""value": {"amount": 5, "currency": "euros"}"#, "value.currency", .unreadableCurrency),
    Case(#""value": {"amount": 5, "kurrency": "EUR"}"#, "value.kurrency", .unknownMember),
    Case(#""dates": {"export": "next spring"}"#, "dates.export", .unreadableDate),
    Case(#""dates": {"export": "03/04/2026"}"#, "dates.export", .dayFirstAssumed),
    Case(
      #""items": [{"description": "x", "commodityCode": "84.82.1O"}]"#,
      "items[0].commodityCode", .unreadableCommodityCode),
    Case(
      #""items": [{"quantity": {"amount": "1,500", "unit": "kg"}}]"#,
      "items[0].quantity.amount", .unreadableNumber),
    Case(#""items": [{"quantity": "3 buckets"}]"#, "items[0].quantity.unit", .unknownUnit),
    Case(
      #""items": [{"parameters": [{"name": "a", "value": "ten", "unit": "m"}]}]"#,
      "items[0].parameters[0].value", .unreadableNumber),
    Case(
      #""items": [{"parameters": [{"name": "a"}]}]"#,
      "items[0].parameters[0].value", .emptyText),
    Case(#""items": ["a thing"]"#, "items[0]", .wrongType),
    Case(#""items": {"description": "one"}"#, "items", .wrongType),
    Case(#""items": [true]"#, "items[0]", .wrongType),
    Case(#""items": [null]"#, "items[0]", .emptyText),
    Case(
      #""items": [{"description": "x", "controlCodes": [{"list": "EU"}]}]"#,
      "items[0].controlCodes[0]", .emptyText),
    Case(#""route": "by sea""#, "route", .wrongType),
    Case(#""route": {"legs": [{"date": "soon"}]}"#, "route.legs[0].date", .unreadableDate),
    Case(#""endUse": {"nature": "peaceful"}"#, "endUse.nature", .unknownWord),
    Case(#""endUse": {"reexportIntended": "perhaps"}"#, "endUse.reexportIntended", .wrongType),
    Case(#""payment": {"currency": "€"}"#, "payment.currency", .unreadableCurrency),
  ]

  static let partyOddities: [Case] = [
    Case(#""Kind": "person""#, "parties[0].Kind", .unknownMember),
    Case(#""kind": "robot""#, "parties[0].kind", .unknownWord),
    Case(#""roles": ["mystery guest"]"#, "parties[0].roles[0]", .unknownRole),
    Case(#""birthDates": ["31/02/1970"]"#, "parties[0].birthDates[0]", .unreadableDate),
    Case(#""birthDates": [1970]"#, "parties[0].birthDates[0]", .wrongType),
    Case(#""addresses": [""]"#, "parties[0].addresses[0]", .emptyText),
    Case(#""countries": [null]"#, "parties[0].countries[0]", .emptyText),
    Case(
      #""identifiers": [{"kind": "imo", "value": "9074728"}]"#,
      "parties[0].identifiers[0].value", .wrongCheckDigit),
    Case(
      #""identifiers": [{"kind": "lei", "value": "123"}]"#,
      "parties[0].identifiers[0].value", .wrongIdentifierFormat),
    Case(
      #""identifiers": [{"kind": "kvk", "value": "123"}]"#,
      "parties[0].identifiers[0].kind", .unknownIdentifierKind),
    Case(#""identifiers": [{"kind": "lei"}]"#, "parties[0].identifiers[0]", .emptyText),
    Case(#""identifiers": ["9074729"]"#, "parties[0].identifiers[0]", .wrongType),
    Case(
      #""owners": [{"name": "x", "share": "half"}]"#,
      "parties[0].owners[0].share", .unreadableShare),
    Case(#""owners": ["x"]"#, "parties[0].owners[0]", .wrongType),
    Case(#""owners": [{"share": 5}]"#, "parties[0].owners[0]", .partyWithoutName),
    Case(
      #""officers": [{"name": "x", "roles": ["exporter"]}]"#,
      "parties[0].officers[0].roles", .unknownMember),
  ]

  @Test(arguments: oddities)
  func `says what is odd about a transaction, once, and where`(odd: Case) throws {
    let intake = try read(#"{"parties": [{"name": "A"}], \#(odd.member)}"#)
    #expect(intake.warnings.map(\.path) == [odd.path])
    #expect(intake.warnings.map(\.problem) == [odd.problem])
  }

  @Test(arguments: partyOddities)
  func `says what is odd about a party, once, and where`(odd: Case) throws {
    let intake = try read(#"{"parties": [{"name": "A", \#(odd.member)}]}"#)
    #expect(intake.warnings.map(\.path) == [odd.path])
    #expect(intake.warnings.map(\.problem) == [odd.problem])
  }

  @Test func `every kind of problem is tried, and reads in both languages`() {
    let tried = Set((Self.oddities + Self.partyOddities).map(\.problem))
    #expect(tried == Set(IntakeWarning.Problem.allCases))
    for problem in IntakeWarning.Problem.allCases {
      let sentence = IntakeWarning(path: "p", value: "v", problem: problem).sentence
      #expect(!sentence.en.isEmpty && !sentence.fr.isEmpty && sentence.en != sentence.fr)
    }
  }

  @Test func `keeps unreadable values in the model as text`() throws {
    let intake = try read(
      """
      {"reference": 4471, "knownOn": "summer", "supply": "magic",
       "parties": [{"name": ["odd"], "roles": [], "birthDates": ["never"], "kind": "robot",
         "identifiers": [{"kind": "kvk", "value": 12}], "owners": ["Bare Owner"]}, "Bare Party"],
       "items": [{"quantity": {"amount": "1,500", "unit": "buckets"}, "commodityCode": "84.82.1O"}],
       "value": "about 12 euros"}
      """)
    let transaction = intake.transaction
    #expect(transaction.reference == "4471")
    #expect(transaction.knownOn == nil)
    #expect(transaction.knownOnText == "summer")
    #expect(transaction.supplyText == "magic")
    #expect(transaction.parties.map(\.names) == [["odd"], ["Bare Party"]])
    let party = try #require(transaction.parties.first)
    #expect(party.kind == .unknown)
    #expect(party.birthDates.map(\.text) == ["never"])
    #expect(party.identifiers.first?.kind == .other)
    #expect(party.identifiers.first?.label == "kvk")
    #expect(party.identifiers.first?.value == "12")
    #expect(party.owners.first?.party.names == ["Bare Owner"])
    let item = try #require(transaction.items.first)
    #expect(item.quantity?.text == "1,500")
    #expect(item.quantity?.unitText == "buckets")
    #expect(item.commodityCode == "84.82.1O")
    #expect(transaction.value?.text == "about 12 euros")
  }

  @Test func `null is not stated, and no warning`() throws {
    let intake = try read(#"{"parties": [{"name": "A", "kind": null}], "endUse": null}"#)
    #expect(intake.warnings == [])
    #expect(intake.transaction.endUse == nil)
  }

  @Test func `offers the known field that was meant`() throws {
    let warning = try #require(read(#"{"parties": [{"name": "A"}], "End_Use": {}}"#).warnings.first)
    #expect(warning.expected == "endUse")
    #expect(
      warning.description
        == "End_Use: unknown field, not used in the check; perhaps `endUse` was meant: `{}`")
  }

  @Test(arguments: [
    ("", "there is no JSON value"), ("{", "line 1: this is not JSON"), ("[]", "an array"),
    ("\"x\"", "a text"), ("null", "null"), ("{}", "neither a party nor an item"),
    (#"{"parties": [], "items": []}"#, "neither a party nor an item"),
    (#"{"parties": [null]}"#, "neither a party nor an item"),
    ("{\n\"a\": 1,\n}", "line 3"), (#"{"a": 1, "a": 2}"#, "twice"),
    ("{\"a\": \"\u{1}\"}", "control"),
  ])
  func `refuses what cannot be a transaction, with place and help`(text: String, part: String) {
    do {
      _ = try read(text)
      Issue.record("`\(text)` was taken")
    } catch let error as IntakeError {
      #expect(error.description.contains(part), "\(error)")
      #expect(!error.help.isEmpty)
      #expect(error.description.first?.isLowercase == true)
    } catch {
      Issue.record("an error of another type: \(error)")
    }
  }

  @Test func `a bad line is an error for that line only`() {
    let text = """
      {"parties": [{"name": "A"}]}

      {"parties": [
      {"items": [{"description": "b"}]}
      """
    let lines = TransactionReader().readLines(Array(text.utf8))
    #expect(lines.map(\.line) == [1, 3, 4])
    #expect((try? lines[0].result.get())?.transaction.parties.first?.names == ["A"])
    #expect(throws: IntakeError.self) { try lines[1].result.get() }
    if case .failure(let error) = lines[1].result { #expect(error.line == 3) }
    #expect((try? lines[2].result.get())?.transaction.items.first?.description == "b")
  }

  @Test func `damaged input is read or refused, never a trap`() throws {
    let base = Array(
      #"{"parties":[{"name":"A é","roles":["exporter"],"identifiers":[{"kind":"imo","value":"9074729"}]}],"items":[{"quantity":"3 kg"}],"knownOn":"2026-01-01"}"#
        .utf8)
    var random = SeededGenerator(seed: 7)
    var taken = 0
    for _ in 0..<4000 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
      }
      if (try? TransactionReader().read(bytes)) != nil { taken += 1 }
    }
    #expect(taken > 100)
    for count in 0..<base.count {
      #expect(throws: IntakeError.self) { try TransactionReader().read(Array(base[..<count])) }
    }
  }
}
