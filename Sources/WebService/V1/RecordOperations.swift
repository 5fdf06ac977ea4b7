import Decisions
import FileFormats
import Foundation
import ListArchive
import Matching
import NameIndex
import Rescreening
import SQLiteStore
import TradeModel
import Workplace

/// The portfolio, the audit trail, what is handed to partners, and keys.
enum RecordOperations {
  static let all: [Operation] = portfolio + audit + exchange + keys

  // MARK: Portfolio

  private static let portfolio: [Operation] = [
    Operation(
      "portfolio", .get, "/v1/portfolio", .read, .v1,
      "How large the portfolio is and what it waits for."
    ) {
      call in
      let store = PortfolioStore(call.service.store)
      let counts = try store.counts()
      return call.tagged(
        .members([
          "parties": .int(counts.active), "waiting": .int(counts.waiting),
          "removed": .int(counts.removed), "rejected_lines": .int(counts.rejected),
          "hits": .int(counts.hits), "alerts": .int(counts.alerts),
          "last_run": try store.lastRun().map(\.json) ?? .null,
        ]))
    }.with { $0.response = Schemas.object },
    Operation(
      "importParties", .post, "/v1/portfolio/parties", .work, .v1,
      "Takes parties in as a change: JSON lines with id, name, schema, props.",
      handler: importParties
    )
    .with {
      $0.requestBody = Schemas.text
      $0.requestType = "text/plain"
      $0.response = Schemas.object
      $0.isIdempotent = true
      $0.bodyLimit = 64 << 20
    },
    Operation(
      "rescreenPortfolio", .post, "/v1/portfolio/rescreening", .work, .v1,
      "Screens what changed and raises alerts; tells its progress as server-sent events.",
      handler: rescreen
    )
    .with {
      $0.parameters = [
        .init(
          name: "full", place: .query, schema: Schemas.flag,
          summary: "Every party against every list")
      ]
      $0.response = Schemas.anything
    },
    Operation(
      "portfolioAlerts", .get, "/v1/portfolio/alerts", .read, .v1,
      "Alerts, oldest first, behind a number.", handler: alerts
    )
    .with {
      $0.parameters = [
        .init(
          name: "after", place: .query, schema: Schemas.whole(0...Int(Int32.max)),
          summary: "Behind this number"),
        .init(name: "limit", place: .query, schema: Schemas.whole(1...1000), summary: "How many"),
      ]
      $0.response = Schemas.object
      $0.readsPersonalData = true
    },
    Operation(
      "portfolioProof", .get, "/v1/portfolio/proof", .read, .v1,
      "Whether every party has met every list."
    ) {
      call in
      let home = PortfolioHome(call.service.signing, try call.place.archive())
      return call.tagged(try home.proof(limit: 20).json)
    }.with { $0.response = Schemas.object },
  ]

  private static func importParties(_ call: Call) throws -> Answer {
    let store = PortfolioStore(call.service.store)
    var counts = PortfolioStore.ImportCounts()
    let number = try store.beginImport(from: "key \(call.caller.key ?? "-")", at: .now)
    var batch: [(number: Int, line: PortfolioStore.Line)] = []
    for (place, bytes) in call.body.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      batch.append((place + 1, PortfolioRecord.line(Array(bytes))))
      if batch.count == 5000 {
        try store.take(batch, ofImport: number, counts: &counts)
        batch.removeAll(keepingCapacity: true)
      }
    }
    try store.take(batch, ofImport: number, counts: &counts)
    try store.endImport(
      number, isWhole: false, counts: &counts, by: call.caller.actor, at: .now)
    let rejections = try store.rejectedLines(limit: 10)
    return .json(
      .members([
        "lines": .int(counts.lines), "added": .int(counts.added), "changed": .int(counts.changed),
        "unchanged": .int(counts.unchanged), "removed": .int(counts.removed),
        "rejected": .int(counts.rejected),
        "removals_of_unknown_parties": .int(counts.unknownRemovals),
        "rejections": .array(
          counts.rejected == 0
            ? []
            : rejections.map {
              .members(["line": .int($0.line), "problem": .string($0.problem)])
            }),
      ]))
  }

  private static func rescreen(_ call: Call) throws -> Answer {
    let home = PortfolioHome(call.service.signing, try call.place.archive())
    let isFull = try SearchOperation.flag(call, "full") ?? false
    let settled = try home.store.settlements()
    let (actor, reader) = (call.caller.actor, call.data.reader)
    @Sendable func run(_ progress: @escaping (String) -> Void) throws -> PortfolioRun {
      try RescreenRun(
        portfolio: home, actor: actor, reader: reader, policy: nil, isFull: isFull,
        threads: ProcessInfo.processInfo.activeProcessorCount, endpoints: [], progress: progress,
        settlement: { settled[$0]?[$1] }
      ).run()
    }
    guard call.headers["accept"]?.contains("text/event-stream") == true else {
      return .json(try run { _ in }.json)
    }
    var answer = Answer(type: "text/event-stream", [])
    answer.stream = { write in
      func event(_ name: String, _ data: JSONValue) {
        write(Array("event: \(name)\ndata: ".utf8) + data.compact + [0x0A, 0x0A])
      }
      do {
        var told = 0.0
        let done = try run { text in
          guard Dispatcher.clock - told > 0.2 else { return }
          told = Dispatcher.clock
          event("progress", .members(["text": .string(text)]))
        }
        event("end", done.json)
      } catch {
        event("error", Problem(error).json)
      }
    }
    return answer
  }

  private static func alerts(_ call: Call) throws -> Answer {
    let after = try call.number("after", 0...Int(Int32.max), or: 0)
    let limit = try call.number("limit", 1...1000, or: 100)
    var found: [JSONValue] = []
    var last = after
    try PortfolioStore(call.service.store).forEachAlert(after: after, limit: limit) {
      number, document in
      last = number
      guard let json = try? JSONParser.parse(document) else { return }
      found.append(.object([.init("sequence", .int(number))] + (json.object ?? [])))
    }
    return call.tagged(.members(["items": .array(found), "after": .int(last)]))
  }

  // MARK: Audit

  private static let audit: [Operation] = [
    Operation(
      "auditTrail", .get, "/v1/audit", .read, .v1, "Entries of the audit trail, oldest first.",
      handler: trail
    )
    .with {
      $0.parameters = [
        .init(
          name: "after", place: .query, schema: Schemas.whole(0...Int(Int32.max)),
          summary: "Behind this entry"),
        .init(name: "about", place: .query, schema: Schemas.text, summary: "About this: case/C1"),
        .init(name: "kind", place: .query, schema: Schemas.text, summary: "Of kinds that begin so"),
        .init(name: "limit", place: .query, schema: Schemas.whole(1...1000), summary: "How many"),
      ]
      $0.response = Schemas.object
      $0.readsPersonalData = true
    },
    Operation(
      "auditCheckpoint", .post, "/v1/audit/checkpoint", .work, .v1,
      "Signs the trail as it is now, for somebody outside to hold."
    ) {
      call in .json(try call.service.store.checkpoint(at: .now).json)
    }.with { $0.response = Schemas.object },
    Operation(
      "auditVerification", .get, "/v1/audit/verification", .read, .v1,
      "Walks the whole trail and names the first bad entry."
    ) {
      call in
      let report = try call.service.store.verification()
      return .json(
        .members([
          "holds": .bool(report.fault == nil),
          "fault": report.fault.map { .string("\($0)") } ?? .null,
        ]))
    }.with { $0.response = Schemas.object },
  ]

  private static func trail(_ call: Call) throws -> Answer {
    let after = try call.number("after", 0...Int(Int32.max), or: 0)
    let limit = try call.number("limit", 1...1000, or: 100)
    let (about, kind) = (call.text("about"), call.text("kind"))
    var found: [JSONValue] = []
    var last = after
    try call.service.store.walkAudit { stored in
      guard let entry = stored.entry, entry.sequence > after, found.count < limit,
        about == nil || entry.subject == about, kind.map(entry.kind.hasPrefix) ?? true
      else { return }
      last = entry.sequence
      found.append(
        .object((entry.json.object ?? []) + [.init("hash", .string(entry.hash.hex))]))
    }
    return .json(.members(["items": .array(found), "after": .int(last)]))
  }

  // MARK: Exchange

  private static let exchange: [Operation] = [
    Operation(
      "shareCase", .post, "/v1/cases/{case}/bundles", .work, .v1,
      "A signed bundle of a case for a partner.", handler: share
    )
    .with {
      $0.requestBody = Schemas.object(
        [
          "tlp": Schemas.one(of: ["clear", "green", "amber", "amber+strict", "red"]),
          "to": Schemas.text, "from": Schemas.text,
        ], required: ["tlp", "to", "from"], isClosed: true)
      $0.response = Schemas.object
      $0.refusals = [404, 410]
      $0.readsPersonalData = true
    },
    Operation(
      "attestCase", .post, "/v1/cases/{case}/attestation", .work, .v1,
      "A signed statement that the screening of a case found no listed party, with its limits.",
      handler: attest
    )
    .with {
      $0.requestBody = Schemas.object(
        ["from": Schemas.text], required: ["from"], isClosed: true)
      $0.response = Schemas.object
      $0.refusals = [404, 410]
      $0.readsPersonalData = true
    },
    Operation(
      "verifyBundle", .post, "/v1/bundles/verification", .consult, .v1,
      "Checks signature and digests of a bundle.", handler: verify
    )
    .with {
      $0.requestBody = Schemas.object
      $0.response = Schemas.object
      $0.bodyLimit = 64 << 20
    },
  ]

  private static func share(_ call: Call) throws -> Answer {
    let body = try V1Body(call, ["tlp", "to", "from"])
    guard let mark = TrafficLight(reading: try body.text("tlp")) else {
      throw Problem(422, "bad-member", "`tlp` takes clear, green, amber, amber+strict or red")
    }
    let (to, from) = (try body.text("to", longest: 200), try body.text("from", longest: 200))
    let source = try ExchangeSource(try call.caseID(), opened: call.service.signing)
    let now = Timestamp.now
    let bundle = ShareBundle(
      dossier: source.dossier, caseRecord: source.record?.json, evidence: try source.evidence(),
      mark: mark, sender: from, recipient: to, created: now,
      rules: RedactionRules(loading: call.data.knowledge), key: call.service.signing.key)
    try source.record(
      kind: "exchange.shared",
      [
        "form": "bundle", "tlp": .string(mark.rawValue), "to": .string(to),
        "sha256": .string(SHA256.digest(of: bundle.document.bytes).hex),
      ], by: call.caller.actor, at: now)
    return Answer(type: "application/json", bundle.document.bytes)
  }

  private static func attest(_ call: Call) throws -> Answer {
    let from = try V1Body(call, ["from"]).text("from", longest: 200)
    let source = try ExchangeSource(try call.caseID(), opened: call.service.signing)
    let now = Timestamp.now
    let statement = try Failure.fromExchange {
      try NegativeEvidence.statement(
        on: source.dossier, by: from, at: now, key: call.service.signing.key)
    }
    try source.record(
      kind: "exchange.attested",
      ["sha256": .string(SHA256.digest(of: statement.bytes).hex)], by: call.caller.actor, at: now)
    return Answer(type: "application/json", statement.bytes)
  }

  private static func verify(_ call: Call) throws -> Answer {
    let document = try Failure.fromExchange {
      try SignedDocument(reading: call.body, schemas: [ShareBundle.schema])
    }
    let verification = BundleVerification(document)
    return .json(
      .members([
        "holds": .bool(document.isSigned && verification.holds),
        "signed": .bool(document.isSigned), "key": document.key.map { .string($0.hex) } ?? .null,
        "tlp": verification.mark.map { .string($0.rawValue) } ?? .null,
        "withheld": .array(
          verification.withheld.map {
            .members(["rule": .string($0.rule), "what": $0.what.json, "count": .int($0.count)])
          }),
      ]))
  }

  // MARK: Keys

  private static let keys: [Operation] = [
    Operation("keys", .get, "/v1/keys", .administer, .v1, "The keys; their secrets are not kept.") {
      call in .json(.members(["items": .array(try call.service.store.keys().map(\.json))]))
    }.with { $0.response = Schemas.object },
    Operation(
      "createKey", .post, "/v1/keys", .administer, .v1,
      "Makes a key; its secret is in this answer and nowhere else."
    ) {
      call in
      let body = try V1Body(call, ["holder", "role", "days"])
      guard let holder = Actor(try body.text("holder")) else {
        throw Problem(422, "bad-member", "`holder` is no name")
      }
      let days = body.has("days") ? try body.number("days", 1...3660, or: 365) : nil
      let secret = AccessKey.newSecret()
      let now = Timestamp.now
      let key = try call.service.store.createKey(
        secret: secret, holder: holder, role: body.one("role", AccessRole.self),
        expires: days.map { Timestamp(seconds: now.seconds + $0 * 86_400) },
        by: call.caller.actor, at: now)
      return .json(
        .object((key.json.object ?? []) + [.init("secret", .string(secret))]), status: 201)
    }.with {
      $0.requestBody = Schemas.object(
        [
          "holder": Schemas.text, "role": Schemas.one(of: AccessRole.allCases.map(\.rawValue)),
          "days": Schemas.whole(1...3660),
        ], required: ["holder", "role"], isClosed: true)
      $0.response = Schemas.object
      $0.successStatus = 201
    },
    Operation("revokeKey", .delete, "/v1/keys/{key}", .administer, .v1, "Takes a key back.") {
      call in
      guard
        let key = try call.service.store.revokeKey(
          call.parameter("key"), by: call.caller.actor, at: .now)
      else { throw Problem(404, "unknown", "there is no such key that is still given out") }
      return .json(key.json)
    }.with {
      $0.response = Schemas.object
      $0.refusals = [404]
    },
  ]
}
