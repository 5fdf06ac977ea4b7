import Testing

/// Facts of a party by itself and beside others.
struct PartyFactsTests {
  private static func one(_ fact: String, _ party: String, _ expected: String) -> FactCase {
    FactCase(
      fact, of: "parties[0]", #"{"parties": [\#(party)], "dates": {"ordered": "2026-03-02"}}"#,
      expected)
  }

  static let general = [
    one("party.roles", #"{"name": "A", "roles": ["buyer", "end-user"]}"#, "purchaser, end-user"),
    one("party.roles", #"{"name": "A"}"#, "unknown"),
    one("party.side", #"{"name": "A", "roles": ["exporter"]}"#, "ours"),
    one("party.side", #"{"name": "A", "roles": ["forwarder"]}"#, "service"),
    one("party.side", #"{"name": "A", "roles": ["forwarder", "purchaser"]}"#, "customer"),
    one("party.side", #"{"name": "A"}"#, "customer"),
    one("party.kind", #"{"name": "A", "kind": "organisation"}"#, "organisation"),
    one("party.kind", #"{"name": "A"}"#, "unknown"),
    one("party.country", #"{"name": "A", "countries": ["Kazakhstan"]}"#, "KZ"),
    one("party.country", #"{"name": "A", "countries": ["KZ", "Nowherania"]}"#, "KZ …"),
    one("party.country", #"{"name": "A", "countries": ["Korea"]}"#, "unknown"),
    one(
      "party.country", #"{"name": "A", "addresses": ["Sain Street 88, Almaty, Kazakhstan"]}"#, "KZ"),
    one("party.outside", #"{"name": "A", "countries": ["FR"]}"#, "none"),
    one("party.outside", #"{"name": "A", "countries": ["FR", "KZ"]}"#, "coalition, mtcr"),
    one("party.outside", #"{"name": "A"}"#, "unknown"),
    one(
      "party.business", #"{"name": "A", "business": "freight forwarding"}"#, "freight-forwarding"),
    one("party.business", #"{"name": "A", "business": "négoce de denrées"}"#, "trading"),
    one("party.business", #"{"name": "A", "business": "Bakery"}"#, "manufacturing"),
    one("party.business", #"{"name": "A", "business": "zoo"}"#, "other"),
    one("party.business", #"{"name": "A"}"#, "unknown"),
    one("party.founded", #"{"name": "A", "foundingDates": ["2022-06"]}"#, "2022-06"),
    one("party.founded", #"{"name": "A", "foundingDates": ["long ago"]}"#, "unknown"),
    one("party.age", #"{"name": "A", "foundingDates": ["2022-06-14"]}"#, "3"),
    one("party.age", #"{"name": "A", "foundingDates": ["2020"]}"#, "unknown"),
    one("party.age", #"{"name": "A", "foundingDates": ["2020-01"]}"#, "6"),
    one("party.age", #"{"name": "A", "foundingDates": ["2027"]}"#, "unknown"),
    one("party.firms-at-address", #"{"name": "A", "firmsAtAddress": 40}"#, "40"),
    one(
      "party.owner-layers", #"{"name": "A", "owners": [{"name": "B", "owners": [{"name": "C"}]}]}"#,
      "2"),
    one("party.owner-layers", #"{"name": "A"}"#, "unknown"),
    one("party.residential", #"{"name": "A", "circumstances": {"residential": false}}"#, "no"),
    one("party.residential", #"{"name": "A"}"#, "unknown"),
  ]

  @Test(arguments: general) func `a party by itself`(_ fact: FactCase) throws { try fact.check() }

  static let addresses = [
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["c/o Example Services, 1 Main Street, London, United Kingdom"]}"#,
      "mail-drop"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["P.O. Box 77, Dubai, United Arab Emirates"]}"#, "mail-drop"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["P.O. Box 77, Sheikh Zayed Road 44, Dubai, United Arab Emirates"]}"#,
      "none"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["12 rue des Lilas BP 7, 69003 Lyon, France"]}"#, "none"),
    one(
      "party.address-words", #"{"name": "A", "addresses": ["BP 7, 69003 Lyon, France"]}"#,
      "mail-drop"),
    one(
      "party.address-words", #"{"name": "A", "addresses": ["PO Box 12 Dubai, UAE"]}"#, "mail-drop"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["Zone franche de Nouadhibou, Mauritania"]}"#, "free-zone"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["Plot 5, Hamriyah Free Zone, Sharjah, United Arab Emirates"]}"#,
      "free-zone"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["RAKEZ, Ras Al Khaimah, United Arab Emirates"]}"#, "free-zone"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["Suite 9, Regus Business Centre, Paris, France"]}"#,
      "business-centre"),
    one(
      "party.address-words",
      #"{"name": "A", "addresses": ["14 rue des Fondeurs, 74300 Cluses, France"]}"#, "none"),
    one("party.address-words", #"{"name": "A"}"#, "unknown"),
  ]

  @Test(arguments: addresses) func `what a written address is`(_ fact: FactCase) throws {
    try fact.check()
  }

  static let contacts = [
    one(
      "party.mail-domain", #"{"name": "A", "emails": ["x@GMAIL.com", "y@a.example"]}"#, "free, own"),
    one("party.mail-domain", #"{"name": "A"}"#, "unknown"),
    one("party.own-mail", #"{"name": "A", "emails": ["x@gmail.com"]}"#, "no"),
    one("party.own-mail", #"{"name": "A", "emails": ["x@gmail.com", "y@a.example"]}"#, "yes"),
    one("party.own-mail", #"{"name": "A"}"#, "unknown"),
    one("party.website", #"{"name": "A", "websites": ["https://a.example"]}"#, "yes"),
    one("party.website", #"{"name": "A", "circumstances": {"website": false}}"#, "no"),
    one("party.website", #"{"name": "A"}"#, "unknown"),
    one(
      "party.phone-elsewhere",
      #"{"name": "A", "countries": ["FR"], "phones": ["+33 4 00 00 00 00"]}"#, "no"),
    one(
      "party.phone-elsewhere",
      #"{"name": "A", "countries": ["FR"], "phones": ["00971 4 000 0000"]}"#, "yes"),
    one(
      "party.phone-elsewhere",
      #"{"name": "A", "countries": ["KZ"], "phones": ["+7 727 000 00 00"]}"#, "no"),
    one(
      "party.phone-elsewhere",
      #"{"name": "A", "countries": ["CA"], "phones": ["+1 819 000 0000"]}"#, "no"),
    one(
      "party.phone-elsewhere", #"{"name": "A", "countries": ["FR"], "phones": ["04 00 00 00 00"]}"#,
      "unknown"),
    one("party.phone-elsewhere", #"{"name": "A", "phones": ["+33 4 00 00 00 00"]}"#, "unknown"),
    one(
      "party.mail-elsewhere", #"{"name": "A", "countries": ["AE"], "emails": ["x@firm.ru"]}"#, "yes"
    ),
    one(
      "party.mail-elsewhere",
      #"{"name": "A", "countries": ["GB"], "websites": ["www.firm.co.uk"]}"#, "no"),
    one(
      "party.mail-elsewhere", #"{"name": "A", "countries": ["AE"], "emails": ["x@firm.io"]}"#, "no"),
    one("party.mail-elsewhere", #"{"name": "A", "countries": ["AE"]}"#, "unknown"),
  ]

  @Test(arguments: contacts) func `how a party is reached`(_ fact: FactCase) throws {
    try fact.check()
  }

  static let names = [
    one("party.script-fits", #"{"name": "Станок Сервис", "countries": ["AE"]}"#, "no"),
    one(
      "party.script-fits",
      #"{"name": "Станок Сервис", "names": ["Stanok Servis"], "countries": ["AE"]}"#, "yes"),
    one("party.script-fits", #"{"name": "Станок Сервис", "countries": ["KG"]}"#, "yes"),
    one("party.script-fits", #"{"name": "Станок Сервис"}"#, "unknown"),
    one("party.name-markers", #"{"name": "FGUP Primer", "countries": ["RU"]}"#, "RU"),
    one("party.name-markers", #"{"name": "ФГУП Пример"}"#, "RU"),
    one("party.name-markers", #"{"name": "NPO Tierschutz", "countries": ["DE"]}"#, "none"),
    one("party.name-markers", #"{"name": "Fgup Bakery", "countries": ["RU"]}"#, "none"),
    one("party.owner-markers", #"{"name": "A", "owners": [{"name": "НПО Пример"}]}"#, "RU"),
    one("party.owner-markers", #"{"name": "A"}"#, "unknown"),
    one("party.military", #"{"name": "Ministry of Defence of Example"}"#, "yes"),
    one("party.military", #"{"name": "Example Bakery"}"#, "unknown"),
    one(
      "party.military", #"{"name": "Example Bakery", "circumstances": {"military": false}}"#, "no"),
  ]

  @Test(arguments: names) func `what a name tells`(_ fact: FactCase) throws { try fact.check() }

  private static func two(_ first: String, _ second: String, _ expected: String) -> FactCase {
    FactCase("party.shared", of: "parties[0]", #"{"parties": [\#(first), \#(second)]}"#, expected)
  }

  static let shared = [
    two(
      #"{"name": "A", "emails": ["Sales@x.example"]}"#,
      #"{"name": "B", "emails": ["sales@x.example"]}"#, "email"),
    two(
      #"{"name": "A", "phones": ["+971 4 123 4567"]}"#,
      #"{"name": "B", "phones": ["00971-4-1234567"]}"#, "phone"),
    two(
      #"{"name": "A", "addresses": ["5 High Street, Leeds"]}"#,
      #"{"name": "B", "addresses": ["5, high street - LEEDS"]}"#, "address"),
    two(
      #"{"name": "A", "addresses": ["Leeds"]}"#, #"{"name": "B", "addresses": ["Leeds"]}"#,
      "unknown"),
    two(
      #"{"name": "A", "websites": ["https://www.x.example/"]}"#,
      #"{"name": "B", "websites": ["x.example"]}"#, "website"),
    two(
      #"{"name": "A", "identifiers": [{"kind": "registration", "value": "HE 12345"}]}"#,
      #"{"name": "B", "identifiers": [{"kind": "registration", "value": "HE12345"}]}"#, "identifier"
    ),
    two(
      #"{"name": "A", "emails": ["a@x.example"]}"#, #"{"name": "a", "emails": ["a@x.example"]}"#,
      "none"),
    two(#"{"name": "A"}"#, #"{"name": "B", "emails": ["a@x.example"]}"#, "unknown"),
  ]

  @Test(arguments: shared) func `what two parties of other names share`(_ fact: FactCase) throws {
    try fact.check()
  }

  private static func deal(_ fact: String, _ parties: String, _ expected: String) -> FactCase {
    FactCase(fact, #"{"parties": [\#(parties)]}"#, expected)
  }

  static let roles = [
    deal("end-user.stated", #"{"name": "A", "roles": ["end-user"]}"#, "yes"),
    deal("end-user.stated", #"{"name": "A", "roles": ["purchaser"]}"#, "no"),
    deal(
      "end-user.business", #"{"name": "A", "roles": ["end-user"], "business": "trading"}"#,
      "trading"),
    deal(
      "end-user.business",
      #"{"name": "A", "roles": ["end-user"], "business": "trading"}, {"name": "B", "roles": ["end-user"]}"#,
      "trading …"),
    deal(
      "end-user.address-words",
      #"{"name": "A", "roles": ["end-user"], "addresses": ["Free Zone 3, Sohar, Oman"]}"#,
      "free-zone"),
    deal("end-user.military", #"{"name": "Air Force of Example", "roles": ["end-user"]}"#, "yes"),
    deal(
      "ultimate-consignee.business",
      #"{"name": "A", "roles": ["consignee"], "business": "logistics"}"#, "logistics"),
    deal(
      "ultimate-consignee.business",
      #"{"name": "A", "roles": ["consignee"], "business": "logistics"}, {"name": "B", "roles": ["ultimate-consignee"], "business": "farm"}"#,
      "manufacturing"),
    deal(
      "ultimate-consignee.address-words",
      #"{"name": "A", "roles": ["ultimate-consignee"], "addresses": ["1 Road, Jebel Ali Free Zone, United Arab Emirates"]}"#,
      "free-zone"),
    deal(
      "ultimate-consignee.is-forwarder", #"{"name": "A", "roles": ["consignee", "forwarder"]}"#,
      "yes"),
    deal("ultimate-consignee.is-forwarder", #"{"name": "A", "roles": ["purchaser"]}"#, "unknown"),
    deal(
      "consignee.business", #"{"name": "A", "roles": ["consignee"], "business": "bank"}"#, "banking"
    ),
    deal("buyer.country", #"{"name": "A", "roles": ["purchaser"], "countries": ["KZ"]}"#, "KZ"),
    deal("buyer.outside", #"{"name": "A", "roles": ["purchaser"], "countries": ["JP"]}"#, "none"),
    deal(
      "buyer.military",
      #"{"name": "A", "roles": ["purchaser"], "circumstances": {"military": true}}"#, "yes"),
    deal(
      "deal.intermediaries",
      #"{"name": "A", "roles": ["purchaser"]}, {"name": "B", "roles": ["broker"]}, {"name": "C", "roles": ["end-user"]}"#,
      "2"),
    deal("deal.intermediaries", #"{"name": "A", "roles": ["purchaser", "end-user"]}"#, "0"),
    deal("deal.intermediaries", #"{"name": "A", "roles": ["purchaser"]}"#, "unknown"),
    deal(
      "deal.common-owner",
      #"{"name": "A", "roles": ["exporter"], "owners": [{"name": "Z"}]}, {"name": "B", "roles": ["purchaser"], "owners": [{"name": "z"}]}"#,
      "yes"),
    deal(
      "deal.common-owner",
      #"{"name": "A", "roles": ["exporter"], "owners": [{"name": "Z"}]}, {"name": "B", "roles": ["purchaser"], "owners": [{"name": "Y"}]}"#,
      "no"),
    deal(
      "deal.common-owner",
      #"{"name": "A", "roles": ["exporter"], "owners": [{"name": "Z"}]}, {"name": "B", "roles": ["purchaser"]}"#,
      "unknown"),
  ]

  @Test(arguments: roles) func `parties in their roles`(_ fact: FactCase) throws {
    try fact.check()
  }
}
