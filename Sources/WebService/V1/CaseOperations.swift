import Decisions
import FileFormats
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// Cases, and what people do with them. Who acts is the holder of the key, never a member of the body;
/// who may approve what is decided in the store.
enum CaseOperations {
  private static func act(
    _ id: String, _ path: String, _ summary: String, _ body: JSONValue?,
    permission: Permission = .work, status: Int = 200,
    _ event: @escaping @Sendable (Call, Case) throws -> CaseEvent
  ) -> Operation {
    Operation(id, .post, "/v1/cases/{case}/\(path)", permission, .v1, summary) { call in
      let case_ = try call.caseID()
      let cases = try call.openCases()
      let after = try Problem.fromCases {
        let seen = try cases.store.case(case_)
        try call.requireMatch(seen.json)
        return try cases.store.record(
          try event(call, seen), in: case_, by: call.caller.actor, at: .now)
      }
      return call.tagged(after.json, status: status)
    }.with {
      $0.requestBody = body
      $0.response = Schemas.object
      $0.successStatus = status
      $0.refusals = [404, 409, 410, 412]
      $0.isIdempotent = true
    }
  }

  private static let rationale = Schemas.object(
    ["rationale": Schemas.text], required: ["rationale"], isClosed: true)

  private static let decision = Schemas.object(
    [
      "decision": Schemas.one(of: CaseDecision.Kind.allCases.map(\.rawValue)),
      "rationale": Schemas.text,
    ], required: ["decision", "rationale"], isClosed: true)

  private static func decided(_ call: Call, _ seen: Case) throws -> CaseDecision {
    let body = try V1Body(call, ["decision", "rationale"])
    return try CaseDecision(
      body.one("decision", CaseDecision.Kind.self), rationale: body.text("rationale"), on: seen)
  }

  static let all: [Operation] =
    [
      Operation(
        "reasons", .get, "/v1/reasons", .consult, .v1, "The reasons by which findings are settled."
      ) {
        call in
        call.tagged(
          .members(["items": .array(try CaseWork.reasons(call.data.knowledge).map(\.json))]))
      }.with { $0.response = Schemas.object },
      Operation(
        "openCase", .post, "/v1/cases", .work, .v1, "Screens a transaction and opens a case on it.",
        handler: open
      )
      .with {
        $0.requestBody = Schemas.object(
          ["transaction": Schemas.object, "reference": Schemas.text], required: ["transaction"],
          isClosed: true)
        $0.response = Schemas.object
        $0.successStatus = 201
        $0.refusals = [200, 404, 409]
        $0.isIdempotent = true
        $0.bodyLimit = 16 << 20
      },
      Operation(
        "cases", .get, "/v1/cases", .read, .v1, "The cases, in the order of their opening.",
        handler: list
      )
      .with {
        $0.parameters =
          [
            .init(
              name: "state", place: .query,
              schema: Schemas.one(of: Case.State.allCases.map(\.rawValue)), summary: "In this state"
            ),
            .init(
              name: "assignee", place: .query, schema: Schemas.text,
              summary: "Assigned to this person"),
            .init(
              name: "due_before", place: .query, schema: Schemas.day, summary: "Due before this day"
            ),
          ] + V1Operations.paging
        $0.response = V1Operations.pageSchema
        $0.readsPersonalData = true
      },
      Operation(
        "case", .get, "/v1/cases/{case}", .read, .v1,
        "A case: findings, conclusions, decision, history.", handler: show
      )
      .with {
        $0.parameters = [TransactionOperations.asKnownOn]
        $0.response = Schemas.object
        $0.refusals = [404]
        $0.readsPersonalData = true
      },
      Operation(
        "caseDossier", .get, "/v1/cases/{case}/dossier", .read, .v1,
        "The dossier that a case is worked on with."
      ) {
        call in
        let cases = try call.openCases()
        let seen = try Problem.fromCases { try cases.store.case(call.caseID()) }
        guard let digest = seen.dossier?.digest else {
          throw Problem(410, "erased", "what was recorded of \(seen.id) was erased")
        }
        return try TransactionOperations.show(cases.dossier(digest), call)
      }.with {
        $0.parameters = TransactionOperations.views
        $0.response = Schemas.anything
        $0.refusals = [404, 410]
        $0.readsPersonalData = true
      },
      Operation(
        "rescreenCase", .post, "/v1/cases/{case}/rescreening", .work, .v1,
        "Screens the transaction of a case again, as it was or as it is now.", handler: rescreen
      )
      .with {
        $0.requestBody = Schemas.object(["transaction": Schemas.object], isClosed: true)
        $0.response = Schemas.object
        $0.refusals = [404, 409, 410]
        $0.isIdempotent = true
        $0.bodyLimit = 16 << 20
      },
      Operation(
        "dispose", .post, "/v1/cases/{case}/dispositions", .work, .v1,
        "Concludes on findings, for one reason.", handler: dispose
      )
      .with {
        $0.requestBody = Schemas.object(
          [
            "findings": Schemas.list(Schemas.text), "reason": Schemas.text,
            "rationale": Schemas.text,
          ], required: ["findings", "reason"], isClosed: true)
        $0.response = Schemas.object
        $0.refusals = [404, 409, 410, 412]
        $0.isIdempotent = true
      },
      act(
        "askQuestion", "questions", "Records a question that was put to somebody.",
        Schemas.object(
          ["text": Schemas.text, "finding": Schemas.text], required: ["text"], isClosed: true)
      ) { call, seen in
        let body = try V1Body(call, ["text", "finding"])
        return .asked(
          id: "Q\(seen.questions.count + 1)", text: try body.text("text"),
          finding: try body.optionalText("finding")?.uppercased())
      },
      act(
        "answerQuestion", "questions/{question}/answer", "Records the answer to a question.",
        Schemas.object(["text": Schemas.text], required: ["text"], isClosed: true)
      ) { call, _ in
        .answered(
          id: call.parameter("question").uppercased(),
          text: try V1Body(call, ["text"]).text("text"))
      },
      act(
        "noteCase", "notes", "Writes something down.",
        Schemas.object(["text": Schemas.text], required: ["text"], isClosed: true)
      ) { call, _ in .noted(try V1Body(call, ["text"]).text("text")) },
      act(
        "assignCase", "assignment", "Says who works on a case; nobody with null.",
        Schemas.object(
          ["person": Schemas.orNull(Schemas.text)], required: ["person"], isClosed: true)
      ) { call, _ in
        let text = try V1Body(call, ["person"]).optionalText("person")
        guard let text else { return .assigned(nil) }
        guard let person = Actor(text) else {
          throw Problem(422, "bad-member", "`person` is no name")
        }
        return .assigned(person)
      },
      act(
        "setDue", "due", "Says until when a case is to be decided; no day with null.",
        Schemas.object(["day": Schemas.orNull(Schemas.day)], required: ["day"], isClosed: true)
      ) { call, _ in .due(try V1Body(call, ["day"]).day("day")) },
      act(
        "proposeDecision", "proposals", "Proposes a decision, for another person to approve.",
        decision
      ) { call, seen in .proposed(try decided(call, seen)) },
      act(
        "approveDecision", "approval", "Approves the proposed decision; the case is decided.",
        Schemas.object([:], isClosed: true),
        permission: .approve
      ) { call, seen in
        _ = try V1Body(call, [])
        guard let proposal = seen.proposal else {
          throw CaseError(.wrongState, "no decision on \(seen.id) is proposed")
        }
        return .approved(proposal.value)
      },
      act(
        "declineDecision", "decline", "Declines the proposed decision, or takes it back.", rationale
      ) { call, _ in .declined(rationale: try V1Body(call, ["rationale"]).text("rationale")) },
      act("decideCase", "decision", "Decides alone, where one person may.", decision) {
        call, seen in .decided(try decided(call, seen))
      },
      act(
        "reopenCase", "reopening", "Goes on working on a decided case.",
        Schemas.object(["reason": Schemas.text], required: ["reason"], isClosed: true)
      ) { call, _ in .reopened(reason: try V1Body(call, ["reason"]).text("reason")) },
      Operation(
        "attachFile", .post, "/v1/cases/{case}/attachments", .work, .v1,
        "Keeps a file with a case, by the digest of its content."
      ) {
        call in
        let id = try call.caseID()
        guard let name = call.text("name"), !name.isEmpty, name.utf8.count <= 200 else {
          throw Problem(422, "bad-parameter", "`name`, the file's name, is missing")
        }
        let cases = try call.openCases()
        let after = try Problem.fromCases {
          // Before anything is written: a case that does not exist gets no file.
          _ = try cases.store.case(id)
          let digest = try Failure.from { try cases.blobs.keep(call.body) }
          return try cases.store.record(
            .attached(name: name, digest: digest, bytes: call.body.count), in: id,
            by: call.caller.actor, at: .now)
        }
        return call.tagged(after.json, status: 201)
      }.with {
        $0.parameters = [
          .init(
            name: "name", place: .query, schema: Schemas.text, summary: "The file's name",
            isRequired: true)
        ]
        $0.requestBody = .members(["type": "string", "format": "binary"])
        $0.requestType = "application/octet-stream"
        $0.response = Schemas.object
        $0.successStatus = 201
        $0.refusals = [404, 409, 410]
        $0.bodyLimit = 32 << 20
      },
    ]

  private static func transaction(_ body: V1Body) throws -> [UInt8]? {
    guard let value = body.json["transaction"], value != .null else { return nil }
    guard value.object != nil else {
      throw Problem(422, "bad-member", "`transaction` takes an object")
    }
    return value.compact
  }

  private static func open(_ call: Call) throws -> Answer {
    let body = try V1Body(call, ["transaction", "reference"])
    guard let transaction = try transaction(body) else {
      throw Problem(422, "missing-member", "`transaction` is missing")
    }
    let session = try call.session()
    let screened = try session.screen(transaction)
    let work = CaseWork(try call.openCases(), home: call.service.home)
    let (opened, wasOpen) = try Problem.fromCases {
      try work.open(
        screened, by: session, reference: body.optionalText("reference", longest: 200),
        actor: call.caller.actor)
    }
    return call.tagged(opened.json, status: wasOpen ? 200 : 201)
      .with("location", "/v1/cases/\(opened.id)")
  }

  private static func rescreen(_ call: Call) throws -> Answer {
    let body = try V1Body(call, ["transaction"])
    let cases = try call.openCases()
    let seen = try Problem.fromCases { try cases.store.case(call.caseID()) }
    guard let last = seen.dossier else {
      throw Problem(410, "erased", "what was recorded of \(seen.id) was erased")
    }
    let input =
      try transaction(body) ?? Array((cases.dossier(last.digest).request?.input ?? "").utf8)
    let session = try call.session()
    let screened = try session.screen(input)
    let work = CaseWork(cases, home: call.service.home)
    let after = try Problem.fromCases {
      try work.rescreen(seen.id, with: screened, by: session, actor: call.caller.actor)
    }
    return call.tagged(after.json)
  }

  private static func list(_ call: Call) throws -> Answer {
    var filter = CaseFilter(dueBefore: try call.day("due_before"))
    if let text = call.text("state") {
      guard let state = Case.State(rawValue: text) else {
        throw Problem(
          422, "bad-parameter",
          "`state` takes \(Case.State.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      filter.state = state
    }
    if let text = call.text("assignee") {
      guard let person = Actor(text) else {
        throw Problem(422, "bad-parameter", "`assignee` is no name")
      }
      filter.assignee = person
    }
    let found = try Problem.fromCases { try call.service.store.cases(filter) }
    return call.tagged(try call.page(found, \.json))
  }

  private static func show(_ call: Call) throws -> Answer {
    let seen = try Problem.fromCases {
      let found = try call.service.store.case(call.caseID())
      return try call.day("as_known_on").map { try found.asKnown(on: $0) } ?? found
    }
    return call.tagged(seen.json)
  }

  private static func dispose(_ call: Call) throws -> Answer {
    let body = try V1Body(call, ["findings", "reason", "rationale"])
    let reason = try CaseWork.reason(body.text("reason"), call.data.knowledge)
    let findings = try body.texts("findings")
    let rationale = try body.optionalText("rationale") ?? ""
    if reason.needsTwo, findings.count > 1 {
      throw Problem(
        422, "one-at-a-time", "`\(reason.code)` concludes on one finding at a time")
    }
    let id = try call.caseID()
    let after = try Problem.fromCases {
      var after = try call.service.store.case(id)
      try call.requireMatch(after.json)
      for finding in findings {
        guard let dossier = after.dossier, let found = dossier.finding(finding.uppercased()) else {
          throw after.unknownFinding(finding)
        }
        after = try call.service.store.record(
          .disposed(Disposition(of: found, in: dossier, reason: reason, rationale: rationale)),
          in: id, by: call.caller.actor, at: .now)
      }
      return after
    }
    return call.tagged(after.json)
  }
}
