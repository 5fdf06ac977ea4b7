import FileFormats
import Matching
import Rescreening
import Testing
import TradeModel

struct PortfolioPartyTests {
  private static func party(_ text: String) throws -> PortfolioParty {
    try PortfolioParty(try JSONParser.parse(text))
  }

  @Test func `names, kind and facts are read as a question's are`() throws {
    let party = try Self.party(
      #"""
      {"id": "C-1", "name": "Karomin Seldu", "schema": "Person",
       "props": {"alias": ["K. Seldu", "Karomin Seldu"], "birthDate": "1961-02-03",
                 "country": ["FR"], "passportNumber": "AB123456"}}
      """#)
    #expect(party.id == "C-1")
    #expect(party.subject.kind == .person)
    #expect(party.subject.names == ["Karomin Seldu", "K. Seldu"])
    #expect(
      party.subject.birthDates.map(\.start) == [PartialDate.Point(year: 1961, month: 2, day: 3)])
    #expect(party.subject.countries == ["FR"])
    #expect(party.subject.identifiers.map(\.kind) == [.passport])
    #expect(party.remarks.isEmpty)
  }

  @Test func `the digest tells one state of a record from another, not its order`() throws {
    let one = try Self.party(#"{"id": "1", "name": "A B", "schema": "Person"}"#)
    let same = try Self.party(#"{"schema": "Person", "name": "A B", "id": "1"}"#)
    let other = try Self.party(#"{"id": "1", "name": "A C", "schema": "Person"}"#)
    #expect(one.digest == same.digest)
    #expect(one.digest != other.digest)
  }

  @Test func `what is not compared is kept and named`() throws {
    let party = try Self.party(
      #"""
      {"id": "1", "name": "A B", "schema": "Oddity", "branch": 7,
       "props": {"shoeSize": "44", "birthDate": "soon", "country": "Utopia"}}
      """#)
    #expect(
      party.remarks == [
        .notCompared("branch"), .notCompared("props.shoeSize"), .unreadable("birthDate"),
        .unreadable("country"), .unreadable("schema"),
      ])
    #expect(String(decoding: party.record, as: UTF8.self).contains("shoeSize"))
  }

  @Test(arguments: [
    (#"[]"#, "the record is no object"),
    (#"{"name": "A"}"#, "the record has no `id` that is a text"),
    (#"{"id": 7, "name": "A"}"#, "the record has no `id` that is a text"),
    (#"{"id": "1"}"#, "the record has no name"),
    (#"{"id": "1", "name": ""}"#, "the record has no name"),
    (#"{"id": "1", "name": 7}"#, "a name is a number, a text was expected"),
    (#"{"id": "1", "name": "A", "props": []}"#, "`props` is an array, an object was expected"),
    (
      #"{"id": "1", "name": "A", "props": {"gender": 1}}"#,
      "`gender` is a number, a text or several were expected"
    ),
  ])
  func `a record that is no party says why`(_ text: String, _ problem: String) throws {
    let json = try JSONParser.parse(text)
    let error = #expect(throws: PortfolioRecordError.self) { try PortfolioParty(json) }
    #expect(error?.description == problem)
  }
}
