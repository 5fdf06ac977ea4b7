import RedFlags
import Testing

/// Facts of how the deal came about.
struct ConductFactsTests {
  private static func deal(_ fact: String, _ members: String, _ expected: String) -> FactCase {
    FactCase(fact, #"{"items": [{"description": "x"}], \#(members)}"#, expected)
  }
  private static let ordered = #""dates": {"ordered": "2026-03-02"}"#

  static let cases = [
    deal("conduct.seal-refused", #""circumstances": {"sealRefused": true}"#, "yes"),
    deal("conduct.seal-refused", #""circumstances": {"sealRefused": false}"#, "no"),
    deal("conduct.seal-refused", #""circumstances": {"termsRefused": false}"#, "unknown"),
    deal("end-use.nature", #""endUse": {"nature": "civil"}"#, "civil"),
    deal("end-use.nature", #""endUse": {"nature": "nice"}"#, "unknown"),
    deal("end-use.signed-statement", #""endUse": {"hasSignedStatement": false}"#, "no"),
    deal("end-use.words", #""endUse": {"statement": "Resale to industrial customers"}"#, "generic"),
    deal(
      "end-use.words", #""endUse": {"statement": "Moteurs de fusées, projet spécial"}"#,
      "weapons, cover-term"),
    deal("end-use.words", #""endUse": {"statement": "Not for use in missiles"}"#, "none"),
    deal("end-use.words", #""endUse": {"statement": "Sans usage militaire ni missiles"}"#, "none"),
    deal(
      "end-use.words",
      #""endUse": {"statement": "Not toys: missiles, and engines for rockets of any kind"}"#,
      "weapons"),
    deal("end-use.words", #""endUse": {"statement": "Baking of bread"}"#, "none"),
    deal("end-use.words", #""endUse": {"nature": "civil"}"#, "unknown"),
    deal(
      "change.after-order",
      #""changes": [{"what": "consignee", "date": "2026-04-01"}], \#(ordered)"#, "consignee"),
    deal(
      "change.after-order",
      #""changes": [{"what": "consignee", "date": "2026-02-01"}], \#(ordered)"#, "none"),
    deal("change.after-order", #""changes": [{"what": "consignee"}], \#(ordered)"#, "unknown"),
    deal(
      "change.after-order",
      #""changes": [{"what": "bank", "date": "2026-04-01"}, {"what": "route"}], \#(ordered)"#,
      "bank …"),
    deal("change.after-order", #""changes": []"#, "none"),
    deal("change.after-order", ordered, "unknown"),
    deal("notice.kinds", #""notices": [{"kind": "red-flag"}]"#, "red-flag"),
    deal("notice.kinds", #""notices": []"#, "none"),
    deal("delivery.date", #""dates": {"delivery": "2026-06"}"#, "stated"),
    deal("delivery.date", #""dates": {"delivery": "next spring"}"#, "vague"),
    deal("delivery.date", #""dates": {"delivery": "2026"}"#, "vague"),
    deal("delivery.date", #""dates": {"export": "2026-06"}"#, "unknown"),
    deal("notice.kinds", #""notices": [{"kind": "postcard"}]"#, "unknown"),
    deal(
      "contact.ip-elsewhere",
      #""communication": {"ipCountry": "RU"}, "parties": [{"name": "A", "roles": ["purchaser"], "countries": ["KZ"]}]"#,
      "yes"),
    deal(
      "contact.ip-elsewhere",
      #""communication": {"ipCountry": "KZ"}, "parties": [{"name": "A", "roles": ["purchaser"], "countries": ["KZ"]}]"#,
      "no"),
    deal("contact.ip-elsewhere", #""communication": {"ipCountry": "KZ"}"#, "unknown"),
  ]

  @Test(arguments: cases) func `the deal and what was asked for`(_ fact: FactCase) throws {
    try fact.check()
  }

  @Test func `answers stand under the id of the flag`() throws {
    let sheet = try FactCase.sheet(
      of: FactCase.transaction(
        #"{"items": [{"description": "x"}], "answers": {"RF-EU-06": {"answer": "no", "by": "B"}, "RF-EU-07": "yes", "RF-EU-08": "unknown"}}"#
      ))
    #expect(sheet.judgements["RF-EU-06"]?.isYes == false)
    #expect(sheet.judgements["RF-EU-06"]?.by == "B")
    #expect(sheet.judgements["RF-EU-07"]?.isYes == true)
    #expect(sheet.judgements["RF-EU-08"] != nil && sheet.judgements["RF-EU-08"]?.isYes == nil)
    #expect(sheet.judgements.count == 3)
  }
}
