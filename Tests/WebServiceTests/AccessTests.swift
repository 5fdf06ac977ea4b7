import FileFormats
import SQLiteStore
import Testing
import TradeModel
import Workplace

@testable import WebService

/// Every operation asks every caller who they are and what they may.
struct AccessTests {
  /// A request that gets as far as the operation's own code, with nothing that exists.
  private static func target(_ operation: WebService.Operation) -> String {
    operation.pathNames.reduce(operation.path) { $0.replacing("{\($1)}", with: "x") }
  }

  @Test func `every operation lets in the roles that have its permission and no others`() throws {
    let service = try RunningService.shared.get()
    for operation in service.state.operations {
      for role in AccessRole.allCases {
        let answer = service.send(operation.method.rawValue, Self.target(operation), as: role)
        guard let permission = operation.permission else { continue }
        if role.permissions.contains(permission) {
          #expect(
            answer.status != 401 && answer.status != 403, "\(operation.id) as \(role.rawValue)")
        } else {
          #expect(answer.status == 403, "\(operation.id) as \(role.rawValue)")
        }
      }
    }
  }

  @Test
  func `without a key, with an expired one or one taken back nothing answers but what is open`()
    throws
  {
    let service = try RunningService()
    let by = try RunningService.actor("Root")
    let expired = AccessKey.newSecret()
    _ = try service.state.store.createKey(
      secret: expired, holder: by, role: .administrator, expires: Timestamp(seconds: 1), by: by,
      at: .now)
    let revoked = AccessKey.newSecret()
    let key = try service.state.store.createKey(
      secret: revoked, holder: by, role: .administrator, expires: nil, by: by, at: .now)
    #expect(try service.state.store.revokeKey(key.id, by: by, at: .now) != nil)
    #expect(try service.state.store.revokeKey(key.id, by: by, at: .now) == nil)
    var open: [String] = []
    for operation in service.state.operations {
      let target = Self.target(operation)
      for headers in [
        [:], ["authorization": "ApiKey \(expired)"], ["authorization": "ApiKey \(revoked)"],
        ["authorization": "ApiKey qv_nobody"],
      ] {
        let answer = service.send(
          operation.method.rawValue, target, as: nil, headers: headers)
        guard operation.permission != nil else {
          if headers.isEmpty { open.append(operation.id) }
          continue
        }
        // A browser is led to where it can sign in.
        let refused =
          operation.style == .page
          ? answer.status == 303 && answer.header("location")?.hasPrefix("/sign-in") == true
          : answer.status == 401
        #expect(refused, "\(operation.id) \(answer.status)")
      }
    }
    #expect(
      Set(open) == [
        "healthz", "readyz", "openapi", "updatez", "catalog", "manifest", "algorithms",
        "styleSheet", "script", "signInPage", "signIn", "setView",
      ])
  }

  @Test func `each form in which clients send a key opens`() throws {
    let service = try RunningService.shared.get()
    let secret = service.secret(.viewer)
    func status(_ headers: [String: String], _ query: String = "") -> Int {
      service.send("GET", "/v1/lists\(query)", as: nil, headers: headers).status
    }
    #expect(status(["authorization": "ApiKey \(secret)"]) == 200)
    #expect(status(["authorization": "Bearer \(secret)"]) == 200)
    #expect(
      status(["authorization": "Basic " + Base64.text(of: Array("user:\(secret)".utf8))]) == 200)
    #expect(status([:], "?api_key=\(secret)") == 200)
    #expect(status([:]) == 401)
  }

  @Test func `a secret is kept as its hash, and its making and taking back stand in the trail`()
    throws
  {
    let service = try RunningService()
    let made = try service.json(
      "POST", "/v1/keys", #"{"holder": "Claire", "role": "analyst", "days": 30}"#)
    let secret = try #require(made["secret"]?.string)
    #expect(secret.count == 67 && !service.send("GET", "/v1/keys").text.contains(secret))
    #expect(
      service.send("GET", "/v1/cases", as: nil, headers: ["authorization": "Bearer \(secret)"])
        .status == 200)
    let id = try #require(made["id"]?.string)
    #expect(service.send("DELETE", "/v1/keys/\(id)").status == 200)
    #expect(
      service.send("GET", "/v1/cases", as: nil, headers: ["authorization": "Bearer \(secret)"])
        .status == 401)
    let kinds = try service.json("GET", "/v1/audit?about=key/\(id)")["items"]?.array?.compactMap {
      $0["kind"]?.string
    }
    #expect(kinds == ["key.created", "key.revoked"])
    let file = try #require(TestBytes.file(service.state.store.path))
    #expect(!String(decoding: file, as: UTF8.self).contains(secret))
  }

  @Test func `a key that asks too often is told when to come back`() throws {
    let service = try RunningService { $0.rate = 5 }
    var statuses: [Int] = []
    for _ in 0..<40 { statuses.append(service.send("GET", "/v1/reasons").status) }
    #expect(statuses.first == 200 && statuses.contains(429))
    let refused = service.send("GET", "/v1/reasons")
    #expect(refused.status == 429 && refused.header("retry-after").flatMap { Int($0) } ?? 0 >= 1)
    // Another key has tokens of its own.
    #expect(service.send("GET", "/v1/reasons", as: .viewer).status == 200)
  }

  @Test func `reads of personal data stand in the trail before they are answered`() throws {
    let service = try RunningService()
    _ = service.send("GET", "/v1/cases", as: .viewer)
    let reads = try service.json("GET", "/v1/audit?kind=access.read")["items"]?.array ?? []
    #expect(
      reads.contains {
        $0["subject"]?.string == "access/cases" && $0["actor"]?.string == "A viewer"
      })
  }

  @Test func `bodies beyond the limit and addresses beyond theirs are refused`() throws {
    let service = try RunningService.shared.get()
    #expect(
      service.send("POST", "/v1/cases/C1/notes", String(repeating: "x", count: 2 << 20)).status
        == 413)
    #expect(
      service.send("GET", "/search/default?q=" + String(repeating: "x", count: 60_000)).status
        == 414)
  }

  @Test func `every answer says what browsers may do with it and which trace it is of`() throws {
    let service = try RunningService.shared.get()
    for target in ["/healthz", "/v1/lists", "/", "/nope"] {
      let answer = service.send("GET", target)
      #expect(answer.header("x-content-type-options") == "nosniff")
      #expect(answer.header("content-security-policy")?.contains("default-src 'none'") == true)
      #expect(answer.header("content-security-policy")?.contains("unsafe") == false)
      #expect(answer.header("traceparent")?.count == 55)
    }
  }
}
