import Decisions
import FileFormats
import SQLiteStore
import Testing
import TradeModel

@testable import WebService

/// `/v1` as a program uses it.
struct V1Tests {
  @Test
  func `a transaction is screened with one request, and its dossier is kept under its digest`()
    throws
  {
    let service = try RunningService()
    let answer = service.send("POST", "/v1/transactions", as: .service, RunningService.example())
    #expect(answer.status == 200)
    let dossier = try Dossier(reading: answer.body)
    #expect(dossier["outcome"]?.string == "licence-required")
    let address = try #require(answer.header("location"))
    #expect(address == "/v1/dossiers/\(dossier.digest.hex)")
    // A program screens; it does not read what was screened.
    #expect(service.send("GET", address, as: .service).status == 403)
    #expect(try service.json("GET", address, as: .viewer)["outcome"]?.string == "licence-required")
    #expect(try service.json("POST", address + "/replay", as: .viewer)["same"] == true)
    #expect(service.send("GET", "/v1/dossiers/" + String(repeating: "0", count: 64)).status == 404)
  }

  @Test func `a stream answers every line in order and names the ones that are none`() throws {
    let service = try RunningService.shared.get()
    let line = String(
      decoding: try JSONParser.parse(RunningService.example()).compact, as: UTF8.self)
    for (accept, mark) in [("application/jsonl", "{"), ("text/event-stream", "event: result")] {
      let answer = service.send(
        "POST", "/v1/transactions/stream", "\(line)\nnonsense\n\(line)\n",
        headers: ["accept": accept])
      var bytes: [UInt8] = []
      answer.stream? { bytes += $0 }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        text.hasPrefix(mark) && text.contains("\"line\":2,\"error\"")
          && text.contains("\"line\":3,\"outcome\""))
    }
  }

  @Test func `the same request under one idempotency key is done once`() throws {
    let service = try RunningService()
    let body = "{\"transaction\": \(RunningService.example())}"
    let first = service.send("POST", "/v1/cases", body, headers: ["idempotency-key": "k"])
    let again = service.send("POST", "/v1/cases", body, headers: ["idempotency-key": "k"])
    #expect(first.status == 201 && again.status == 201 && first.body == again.body)
    #expect(again.header("idempotent-replay") == "true")
    #expect(try service.json("GET", "/v1/cases")["total"]?.int == 1)
    let other = service.send(
      "POST", "/v1/cases", body + " ", headers: ["idempotency-key": "k"])
    #expect(other.status == 409)
  }

  @Test func `who proposes cannot approve, whatever their role; another person can`() throws {
    let service = try RunningService()
    _ = service.send("POST", "/v1/cases", "{\"transaction\": \(RunningService.example())}")
    let findings =
      try service.json("GET", "/v1/cases/C1")["findings"]?.array?.compactMap { $0["id"]?.string }
      ?? []
    let list = findings.map { "\"\($0)\"" }.joined(separator: ",")
    let disposed = service.send(
      "POST", "/v1/cases/C1/dispositions",
      "{\"findings\": [\(list)], \"reason\": \"insufficient-information\", \"rationale\": \"asked\"}"
    )
    #expect(disposed.status == 200, "\(disposed.text)")
    let proposed = service.send(
      "POST", "/v1/cases/C1/proposals", #"{"decision": "hold", "rationale": "until they answer"}"#)
    #expect(proposed.status == 200, "\(proposed.text)")
    let own = service.send("POST", "/v1/cases/C1/approval", "{}")
    #expect(own.status == 409 && own.text.contains("same-person"))
    #expect(service.send("POST", "/v1/cases/C1/approval", as: .analyst, "{}").status == 403)
    #expect(service.send("POST", "/v1/cases/C1/approval", as: .approver, "{}").status == 200)
    #expect(try service.json("GET", "/v1/cases/C1")["state"]?.string == "decided")
  }

  @Test func `an act on a case that has changed meanwhile is refused to who asks for it`() throws {
    let service = try RunningService()
    _ = service.send("POST", "/v1/cases", "{\"transaction\": \(RunningService.example())}")
    let tag = try #require(service.send("GET", "/v1/cases/C1").header("etag"))
    #expect(service.send("GET", "/v1/cases/C1", headers: ["if-none-match": tag]).status == 304)
    func note() -> Int {
      service.send(
        "POST", "/v1/cases/C1/notes", #"{"text": "seen"}"#, headers: ["if-match": tag]
      ).status
    }
    #expect(note() == 200)
    #expect(note() == 412)
  }

  @Test(arguments: [
    (#"{"text": 5}"#, 422, "bad-member"), ("{}", 422, "missing-member"), ("[]", 422, "no-object"),
    (#"{"text": "a", "colour": "b"}"#, 422, "unknown-member"), ("{", 400, "no-json"),
  ])
  func `a body that cannot be taken is refused with a stable code`(
    _ body: String, _ status: Int, _ code: String
  ) throws {
    let service = try RunningService.shared.get()
    let answer = service.send("POST", "/v1/cases/C999/notes", body)
    // The case is not there: what is looked at first is the case.
    #expect(answer.status == 404 || answer.status == status)
    let key = service.send("POST", "/v1/keys", body)
    #expect(key.status == status || key.status == 422)
    #expect(key.type == "application/problem+json")
    #expect(try JSONParser.parse(key.body)["code"]?.string != nil)
  }

  @Test func `pages of a long answer follow each other without a gap`() throws {
    let service = try RunningService()
    for number in 1...5 {
      _ = service.send(
        "POST", "/v1/cases",
        "{\"reference\": \"R\(number)\", \"transaction\": {\"parties\": [{\"name\": \"Firm \(number)\"}], \"items\": []}}"
      )
    }
    var seen: [String] = []
    var cursor: String? = "0"
    while let at = cursor {
      let page = try service.json("GET", "/v1/cases?limit=2&cursor=\(at)")
      seen += page["items"]?.array?.compactMap { $0["id"]?.string } ?? []
      cursor = page["next"]?.string
    }
    #expect(seen == ["C1", "C2", "C3", "C4", "C5"])
  }

  @Test func `a portfolio is taken in, rescreened and proven, with its alerts`() throws {
    let service = try RunningService()
    let taken = try service.json(
      "POST", "/v1/portfolio/parties",
      "{\"id\": \"1\", \"name\": \"Mahan Air\"}\nnonsense\n{\"id\": \"2\", \"name\": \"Petite Boulangerie\"}\n"
    )
    #expect(taken["added"]?.int == 2 && taken["rejected"]?.int == 1)
    #expect(try service.json("POST", "/v1/portfolio/rescreening")["alerts"]?.int == 1)
    #expect(try service.json("GET", "/v1/portfolio/alerts")["items"]?.array?.count == 1)
    #expect(try service.json("GET", "/v1/portfolio/proof")["holds"] != nil)
    #expect(try service.json("GET", "/v1/audit/verification")["holds"] == true)
  }

  @Test func `a case is shared as a bundle that proves itself`() throws {
    let service = try RunningService()
    _ = service.send("POST", "/v1/cases", "{\"transaction\": \(RunningService.example())}")
    let bundle = service.send(
      "POST", "/v1/cases/C1/bundles", #"{"tlp": "amber", "to": "A bank", "from": "An exporter"}"#)
    #expect(bundle.status == 200)
    let verified = try service.json("POST", "/v1/bundles/verification", bundle.text)
    #expect(verified["holds"] == true)
    let altered = bundle.text.replacing("A bank", with: "B bank")
    #expect(try service.json("POST", "/v1/bundles/verification", altered)["holds"] == false)
  }

  @Test
  func `the description of the interface names every operation with its role and its refusals`()
    throws
  {
    let service = try RunningService.shared.get()
    let document = try service.json("GET", "/openapi.json", as: nil)
    #expect(document["openapi"]?.string == "3.1.0")
    var ids: Set<String> = []
    for path in document["paths"]?.object ?? [] {
      for method in path.value.object ?? [] {
        ids.insert(method.value["operationId"]?.string ?? "")
        #expect(method.value["responses"]?["500"] != nil)
      }
    }
    #expect(ids == Set(service.state.operations.filter { $0.style != .page }.map(\.id)))
  }
}
