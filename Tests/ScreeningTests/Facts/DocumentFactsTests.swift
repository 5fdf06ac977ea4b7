import Testing

/// Facts of papers and payment.
struct DocumentFactsTests {
  private static func papers(
    _ fact: String, _ documents: String, _ expected: String, more: String = ""
  ) -> FactCase {
    FactCase(
      fact, #"{"items": [{"description": "x"}], "documents": {\#(documents)}\#(more)}"#, expected)
  }
  private static let user = #", "parties": [{"name": "Mill", "roles": ["end-user"]}]"#

  static let cases = [
    papers("documents.name-end-user", #""list": [{"kind": "invoice", "endUser": "Mill"}]"#, "yes"),
    papers("documents.name-end-user", #""list": [{"kind": "invoice"}]"#, "unknown"),
    papers("documents.name-end-user", #""complete": true, "list": [{"kind": "invoice"}]"#, "no"),
    papers("documents.end-user-is-party", #""list": [{"endUser": "MILL"}]"#, "yes", more: user),
    papers("documents.end-user-is-party", #""list": [{"endUser": "Other"}]"#, "no", more: user),
    papers("documents.end-user-is-party", #""list": [{"endUser": "Other"}]"#, "unknown"),
    papers("documents.mismatch", #""list": [{"weight": "10 kg"}, {"weight": "12 kg"}]"#, "weight"),
    papers(
      "documents.mismatch", #""list": [{"destination": "KZ"}, {"destination": "Kazakhstan"}]"#,
      "none"),
    papers(
      "documents.mismatch", #""list": [{"commodityCode": "8457.10"}, {"commodityCode": "845710"}]"#,
      "none"),
    papers(
      "documents.mismatch", #""list": [{"endUser": "A"}, {"endUser": "B"}, {"quantity": "1"}]"#,
      "end-user …"),
    papers("documents.mismatch", #""list": [{"weight": "10 kg"}]"#, "unknown"),
    papers(
      "documents.numbers",
      #""list": [{"kind": "certificate-of-origin", "number": "7"}, {"kind": "certificate-of-origin", "number": "7"}]"#,
      "repeated"),
    papers(
      "documents.numbers",
      #""list": [{"kind": "licence", "number": "7"}, {"kind": "certificate-of-origin", "number": "7"}]"#,
      "none"),
    papers("documents.numbers", #""complete": true, "list": [{"kind": "licence"}]"#, "missing"),
    papers("documents.numbers", #""list": [{"kind": "invoice", "number": "7"}]"#, "unknown"),
    papers(
      "documents.missing", #""complete": true, "list": [{"kind": "invoice"}]"#, "order-or-contract"),
    papers(
      "documents.missing",
      #""complete": true, "list": [{"kind": "invoice"}, {"kind": "contract"}]"#, "none"),
    papers(
      "documents.missing", #""complete": true, "list": [{"kind": "invoice"}, {"kind": "napkin"}]"#,
      "unknown"),
    papers("documents.missing", #""list": [{"kind": "invoice"}]"#, "unknown"),
    papers(
      "documents.signature-doubtful",
      #""list": [{"signatureDoubtful": false}, {"signatureDoubtful": true}]"#, "yes"),
    papers("documents.licence-number-wrong", #""list": [{"licenceNumberWrong": false}]"#, "no"),
    papers(
      "documents.declares-no-licence",
      #""list": [{"kind": "export-declaration", "declaresNoLicence": true}]"#, "yes"),
    papers(
      "documents.declares-no-licence", #""list": [{"kind": "export-declaration"}]"#, "unknown"),
    papers("credit.amendments", #""list": [{"kind": "letter-of-credit", "amendments": 5}]"#, "5"),
    papers(
      "credit.consigned-to-bank", #""list": [{"kind": "letter-of-credit", "consignee": "Bank X"}]"#,
      "yes", more: #", "payment": {"bank": "bank x"}"#),
    papers(
      "credit.consigned-to-bank", #""list": [{"kind": "letter-of-credit", "consignee": "Mill"}]"#,
      "no", more: #", "payment": {"bank": "bank x"}"#),
    papers(
      "credit.consigned-to-bank", #""list": [{"kind": "letter-of-credit", "consignee": "Mill"}]"#,
      "unknown"),
    papers(
      "bill.ports",
      #""list": [{"kind": "bill-of-lading", "loadPort": "Le Havre", "dischargePort": "any port in the Gulf"}]"#,
      "named, vague"),
    papers(
      "bill.ports",
      #""complete": true, "list": [{"kind": "bill-of-lading", "loadPort": "Le Havre"}]"#,
      "named, missing"),
    papers("bill.ports", #""list": [{"kind": "bill-of-lading", "loadPort": "Le Havre"}]"#, "named"),
    papers(
      "bill.ship-number", #""list": [{"kind": "bill-of-lading", "shipNumber": "9074729"}]"#, "sound"
    ),
    papers(
      "bill.ship-number", #""list": [{"kind": "bill-of-lading", "shipNumber": "9074721"}]"#, "wrong"
    ),
    papers(
      "bill.ship-number", #""list": [{"kind": "bill-of-lading", "shipNumber": "9074729"}]"#,
      "other-ship",
      more:
        #", "route": {"legs": [{"vessel": {"identifiers": [{"kind": "imo", "value": "9367982"}]}}]}"#
    ),
    papers(
      "bill.load-port-on-route",
      #""list": [{"kind": "bill-of-lading", "loadPort": "Port of Le Havre"}]"#, "yes",
      more: #", "route": {"legs": [{"from": "Le Havre, France", "to": "Poti, Georgia"}]}"#),
    papers(
      "bill.load-port-on-route",
      #""list": [{"kind": "bill-of-lading", "loadPort": "Bandar Abbas"}]"#, "no",
      more: #", "route": {"legs": [{"from": "Le Havre, France", "to": "Poti, Georgia"}]}"#),
  ]

  @Test(arguments: cases) func `what papers say`(_ fact: FactCase) throws { try fact.check() }

  private static func paid(_ fact: String, _ payment: String, _ expected: String) -> FactCase {
    FactCase(
      fact,
      #"{"parties": [{"name": "Maker", "roles": ["exporter"], "countries": ["FR"]}, {"name": "Mill", "roles": ["purchaser", "end-user"], "countries": ["KE"], "owners": [{"name": "Holding"}]}, {"name": "Agent", "roles": ["broker"], "countries": ["AE"]}], "destinationCountry": "KE", "payment": {\#(payment)}}"#,
      expected)
  }

  static let payments = [
    paid("payment.method", #""method": "cash on delivery""#, "cash"),
    paid(
      "payment.method", #""method": "virement", "terms": "paiement d’avance""#, "transfer"),
    paid("payment.terms", #""method": "virement", "terms": "paiement d’avance""#, "prepayment"),
    paid("payment.terms", #""method": "virement""#, "unknown"),
    paid("payment.method", #""method": "USDT""#, "crypto"),
    paid("payment.method", #""method": "barter""#, "other"),
    paid("payment.method", #""payer": "Mill""#, "unknown"),
    paid("payment.payer-relation", #""payer": "MILL""#, "buyer"),
    paid("payment.payer-relation", #""payer": "Holding""#, "owner"),
    paid("payment.payer-relation", #""payer": "Agent""#, "other-party"),
    paid("payment.payer-relation", #""payer": "Stranger""#, "none"),
    paid("payment.payer-relation", #""method": "cash""#, "unknown"),
    paid("payment.payer-abroad", #""payer": "Holding", "payerCountry": "CY""#, "yes"),
    paid("payment.payer-abroad", #""payer": "Mill""#, "no"),
    paid("payment.payer-business", #""payer": "Al Example Money Exchange""#, "money-service"),
    paid("payment.payer-business", #""method": "cash""#, "unknown"),
    paid("bank.country", #""bankCountry": "Kyrgyzstan""#, "KG"),
    paid("bank.outside", #""bankCountry": "LU""#, "none"),
    paid("payment.bank-elsewhere", #""payer": "Mill", "bankCountry": "AE""#, "yes"),
    paid("payment.bank-elsewhere", #""payer": "Mill", "bankCountry": "KE""#, "no"),
    paid("payment.bank-elsewhere", #""bankCountry": "AE""#, "unknown"),
    paid("payment.country-outside-deal", #""payerCountry": "CY""#, "yes"),
    paid("payment.country-outside-deal", #""payerCountry": "AE""#, "no"),
    paid("payment.country-outside-deal", #""method": "cash""#, "unknown"),
    paid("payment.meets-goods", #""payerCountry": "AE""#, "no"),
    paid("payment.meets-goods", #""payerCountry": "AE", "bankCountry": "KE""#, "yes"),
  ]

  @Test(arguments: payments) func `who pays, how and from where`(_ fact: FactCase) throws {
    try fact.check()
  }
}
