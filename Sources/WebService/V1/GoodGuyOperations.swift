import Decisions
import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// Good-guy decisions: that a customer is not the listed party that they resemble.
enum GoodGuyOperations {
  static let all: [Operation] = [
    Operation(
      "goodGuys", .get, "/v1/good-guys", .read, .v1,
      "Decisions that a customer is not a listed party."
    ) {
      call in
      call.tagged(try call.page(try call.service.store.goodGuys(), \.json))
    }.with {
      $0.parameters = V1Operations.paging
      $0.response = V1Operations.pageSchema
      $0.readsPersonalData = true
    },
    Operation(
      "proposeGoodGuy", .post, "/v1/good-guys", .work, .v1,
      "Proposes such a decision on a hit of a case.", handler: propose
    )
    .with {
      $0.requestBody = Schemas.object(
        [
          "case": Schemas.text, "finding": Schemas.text, "reason": Schemas.text,
          "rationale": Schemas.text, "list": Schemas.text,
          "months": Schemas.whole(1...GoodGuyProposal.mostMonths),
        ], required: ["case", "finding", "reason", "rationale"], isClosed: true)
      $0.response = Schemas.object
      $0.successStatus = 201
      $0.refusals = [404, 409, 410]
      $0.isIdempotent = true
    },
    act("approveGoodGuy", "approval", .approve, "Approves it; it applies from now on.") {
      call, seen in
      _ = try V1Body(call, [])
      return seen.approval(on: Timestamp.now.day)
    },
    act("declineGoodGuy", "decline", .work, "Declines it, or takes it back.") { call, _ in
      .declined(rationale: try V1Body(call, ["rationale"]).text("rationale"))
    },
    act("withdrawGoodGuy", "withdrawal", .work, "Ends it before its time.") { call, _ in
      .withdrawn(rationale: try V1Body(call, ["rationale"]).text("rationale"))
    },
  ]

  private static func act(
    _ id: String, _ path: String, _ permission: Permission, _ summary: String,
    _ event: @escaping @Sendable (Call, GoodGuy) throws -> GoodGuyEvent
  ) -> Operation {
    Operation(id, .post, "/v1/good-guys/{decision}/\(path)", permission, .v1, summary) { call in
      let store = call.service.store
      let after = try Problem.fromCases {
        guard let wanted = GoodGuyID(call.parameter("decision")),
          let seen = try store.goodGuys().first(where: { $0.id == wanted })
        else {
          throw CaseError(.unknown, "there is no decision `\(call.parameter("decision"))`")
        }
        return try store.record(
          try event(call, seen), of: wanted, by: call.caller.actor, at: .now)
      }
      return call.tagged(after.json)
    }.with {
      $0.requestBody =
        path == "approval"
        ? Schemas.object([:], isClosed: true)
        : Schemas.object(["rationale": Schemas.text], required: ["rationale"], isClosed: true)
      $0.response = Schemas.object
      $0.refusals = [404, 409, 410]
      $0.isIdempotent = true
    }
  }

  private static func propose(_ call: Call) throws -> Answer {
    let body = try V1Body(call, ["case", "finding", "reason", "rationale", "list", "months"])
    let reason = try CaseWork.reason(body.text("reason"), call.data.knowledge)
    guard let id = CaseID(try body.text("case")) else {
      throw Problem(404, "unknown", "there is no such case")
    }
    let cases = try call.openCases()
    let decision = try Problem.fromCases {
      guard let dossier = try cases.store.case(id).dossier else {
        throw CaseError(.erased, "what was recorded of \(id) was erased")
      }
      return try cases.store.propose(
        GoodGuyProposal(
          on: body.text("finding"), of: cases.dossier(dossier.digest),
          list: body.optionalText("list"), reason: reason, rationale: body.text("rationale"),
          months: body.number(
            "months", 1...GoodGuyProposal.mostMonths, or: GoodGuyProposal.standardMonths)),
        by: call.caller.actor, at: .now)
    }
    return call.tagged(decision.json, status: 201)
  }
}
