import FileFormats
import Matching
import SQLiteStore
import Testing
import TradeModel

@testable import WebService

/// The facts of yente's wire contract that its own tests ask for.
struct YenteTests {
  private let service: RunningService

  init() throws { service = try RunningService.shared.get() }

  private func match(_ queries: String, _ parameters: String = "") -> Answer {
    service.send("POST", "/match/default\(parameters)", as: .service, "{\"queries\": \(queries)}")
  }

  private let mahan =
    #"{"schema": "Company", "properties": {"name": "Mahan Air", "country": "Iran"}}"#

  @Test func `a listed company is found, explained and cut off at 0.70`() throws {
    let json = try JSONParser.parse(match("{\"a\": \(mahan)}").body)
    let answer = try #require(json["responses"]?["a"])
    #expect(answer["status"]?.int == 200 && json["limit"]?.int == 5)
    let first = try #require(answer["results"]?.array?.first)
    #expect(first["caption"]?.string == "MAHAN AIR" && first["match"] == true)
    #expect(first["explanations"]?["name_match"]?["detail"]?.string != nil)
    #expect(answer["query"]?["properties"]?["country"] == ["ir"])
    #expect(answer["total"]?["relation"]?.string == "eq")
  }

  @Test func `the same question three times has three answers`() throws {
    let answer = match("{\"a\": \(mahan), \"b\": \(mahan), \"c\": \(mahan)}")
    #expect(answer.header("x-batch-size") == "3")
    #expect(try JSONParser.parse(answer.body)["responses"]?.object?.count == 3)
  }

  @Test(arguments: [
    ("?algorithm=neural-net", 400), ("?limit=10000", 422), ("?limit=500", 200), ("?limit=0", 200),
    ("?changed_since=yesterday", 422), ("?changed_since=2099-01-01T00:00", 200),
    ("?fuzzy=false", 200),
    ("?algorithm=OFAC", 200), ("?threshold=x", 422),
  ])
  func `parameters are held to their ranges`(_ parameters: String, _ status: Int) {
    #expect(match("{\"a\": \(mahan)}", parameters).status == status)
  }

  @Test(arguments: [
    (#"{"a": {"properties": {"name": "x"}}}"#, 422),
    (#"{"a": {"schema": "Xyz", "properties": {}}}"#, 400),
    (#"{"a": {"schema": "Sanction", "properties": {}}}"#, 400), ("{}", 400), ("[]", 422),
    (#"{"a": {"schema": "Person"}}"#, 422), (#"{"a": {"schema": 5, "properties": {}}}"#, 422),
    (#"{"a": {"schema": "Thing", "properties": {"name": "x"}}}"#, 200),
  ])
  func `shapes are refused with 422, meanings with 400`(_ queries: String, _ status: Int) {
    #expect(match(queries).status == status)
  }

  @Test func `values are cleaned as their types ask`() throws {
    let answer = match(
      #"{"a": {"id": "mine", "schema": "Person", "properties": {"firstName": "James", "lastName": "Walker", "birthDate": [1965, "1965-4-1", "long ago"], "country": ["Russia", "Atlantis"], "phone": "+971 4 123", "nope": "x", "notes": " "}}}"#
    )
    let query = try #require(JSONParser.parse(answer.body)["responses"]?["a"]?["query"])
    #expect(query["id"]?.string == "mine")
    #expect(query["properties"]?["birthDate"] == ["1965", "1965-04-01"])
    #expect(query["properties"]?["country"] == ["ru", "ae"])
    #expect(query["properties"]?["name"] == ["James Walker"])
    #expect(query["properties"]?["nope"] == nil && query["properties"]?["notes"] == nil)
  }

  @Test func `weights change the score, and what they silence is not found`() throws {
    let answer = service.send(
      "POST", "/match/default", as: .service,
      "{\"queries\": {\"a\": \(mahan)}, \"weights\": {\"name_match\": 0}}")
    #expect(
      try JSONParser.parse(answer.body)["responses"]?["a"]?["results"]?.array?.isEmpty == true)
    #expect(
      service.send(
        "POST", "/match/default", as: .service,
        "{\"queries\": {\"a\": \(mahan)}, \"config\": {\"nope\": 1}}"
      ).status == 400)
  }

  @Test func `an entity has its sanctions around it unless it is asked plain`() throws {
    let found = try service.json("GET", "/search/default?q=mahan+air")
    let id = try #require(found["results"]?.array?.first?["id"]?.string)
    #expect(!id.contains("/"))
    let nested = try service.json("GET", "/entities/\(id)")
    #expect(nested["properties"]?["sanctions"]?.array?.first?["schema"]?.string == "Sanction")
    #expect(
      try service.json("GET", "/entities/\(id)?nested=false")["properties"]?["sanctions"] == nil)
    #expect(
      try service.json("GET", "/entities/\(id)/adjacent/sanctions")["total"]?["value"]?.int ?? 0 > 0
    )
    #expect(service.send("GET", "/entities/\(id)/adjacent/name").status == 404)
    #expect(service.send("GET", "/entities/nope").status == 404)
  }

  @Test(arguments: [
    ("?schema=Nope", 400), ("?q=invalid/query", 400), ("?q=invalid/query&simple=true", 200),
    ("?offset=9999", 422), ("?offset=100", 200), ("?filter=nope", 400), ("?limit=501", 422),
    ("?filter=properties.birthDate:banana", 200), ("?fuzzy=maybe", 422), ("?q=%22open", 400),
  ])
  func `searches are refused or answered as documented`(_ parameters: String, _ status: Int) {
    #expect(service.send("GET", "/search/default\(parameters)").status == status)
  }

  @Test func `the catalogue is open, tagged and not sent twice`() throws {
    let answer = service.send("GET", "/catalog", as: nil)
    let tag = try #require(answer.header("etag"))
    let again = service.send(
      "GET", "/catalog", as: nil, headers: ["if-none-match": "\"x\", \(tag)"])
    #expect(answer.status == 200 && again.status == 304 && again.body.isEmpty)
    #expect(again.header("etag") == tag)
  }

  @Test func `wrong methods, tokens and data sets have their statuses`() {
    #expect(service.send("GET", "/updatez").status == 405)
    #expect(
      service.send("POST", "/updatez?token=nope", as: nil).text == #"{"detail":"Invalid token."}"#)
    #expect(service.send("POST", "/updatez?token=a%20token&sync=true", as: nil).status == 200)
    #expect(service.send("GET", "/search/nope").text == #"{"detail":"No such dataset."}"#)
    #expect(
      service.send("GET", "/search/default", as: nil).text == #"{"detail":"No API key provided."}"#)
  }

  @Test func `a score at the threshold is a match that clients keep, and more is never less`()
    throws
  {
    let algorithm = try WireAlgorithm.named("best")
    let threshold = algorithm.policy.threshold.value
    #expect(algorithm.wire(Score(threshold)) > 0.7 && algorithm.wire(Score(threshold - 1)) < 0.7)
    #expect(algorithm.wire(Score(0)) == 0 && algorithm.wire(Score(1000)) == 1)
    for value in 1...1000 {
      #expect(algorithm.wire(Score(value)) > algorithm.wire(Score(value - 1)))
    }
  }

  @Test func `every schema knows its ancestors, and who may answer for it`() throws {
    let vocabulary = service.state.data.vocabulary
    let person = try #require(vocabulary["Person"])
    #expect(vocabulary.answering(person) == ["Person", "LegalEntity"])
    let company = try #require(vocabulary["Company"])
    #expect(
      vocabulary.answering(company).isSuperset(of: ["Company", "Organization", "LegalEntity"]))
    #expect(company.properties["name"]?.qualified == "Thing:name")
    for name in vocabulary.names {
      for parent in vocabulary[name]?.extends ?? [] { #expect(vocabulary[parent] != nil) }
    }
  }

  @Test func `ids of entities lead back to the designations they came from`() {
    for id in ["us.ofac.sdn/9677", "un.sc/IRi.001", "eu.fsf/EU.1-2/3"] {
      #expect(WireEntity.house(WireEntity.wire(id)) == id && !WireEntity.wire(id).contains("/"))
    }
  }
}
