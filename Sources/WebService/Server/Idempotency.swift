import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// Answers a request that was sent twice once.
enum Idempotency {
  /// Runs the operation, or gives the answer that was given to the same request before.
  ///
  /// - Throws: a ``Problem`` of status 409 where the key was used for another request.
  static func answering(_ call: Call) throws -> Answer {
    guard call.operation.isIdempotent, let key = call.headers["idempotency-key"] else {
      return try call.operation.handler(call)
    }
    guard !key.isEmpty, key.utf8.count <= 200 else {
      throw Problem(
        422, "bad-idempotency-key", "an `Idempotency-Key` has 1 to 200 bytes")
    }
    let asked = SHA256.digest(
      of: Array("\(call.operation.id)\n\(call.path)\n\(call.rawQuery ?? "")\n".utf8) + call.body)
    if let kept = try call.service.store.answer(to: key, of: call.caller.actor) {
      guard kept.request == asked else {
        throw Problem(
          409, "idempotency-key-reused", "this `Idempotency-Key` was sent with another request",
          help: "make a new key for each new request")
      }
      return Answer(kept.status, type: kept.type, kept.body).with("idempotent-replay", "true")
    }
    let answer = try call.operation.handler(call)
    try call.service.store.keep(
      KeptAnswer(request: asked, status: answer.status, type: answer.type, body: answer.body),
      to: key, of: call.caller.actor, at: .now)
    return answer
  }
}
