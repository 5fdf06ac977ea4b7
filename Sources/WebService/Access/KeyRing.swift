import Decisions
import Foundation
import SQLiteStore
import Synchronization
import TradeModel

/// Finds the caller of a request: by a key in one of the forms that clients send, or by the session of a
/// browser.
struct KeyRing: Sendable {
  let state: ServiceState

  /// The caller; `nil` where the request brings neither key nor session.
  ///
  /// - Throws: a ``Problem`` of status 401 for a key that opens nothing.
  func caller(
    headers: [String: String], query: [(name: String, value: String)], at time: Timestamp
  ) throws -> Caller? {
    if let secret = Self.secret(headers, query) {
      guard let key = try state.store.key(withSecret: secret), key.isValid(at: time) else {
        throw Self.refused("the key opens nothing: it is unknown, has expired or was taken back")
      }
      return Caller(actor: key.holder, role: key.role, key: key.id)
    }
    if let token = Self.cookie(headers), let session = state.sessions.session(token, at: time) {
      let all = try state.store.keys()
      guard let key = all.first(where: { $0.id == session.key.id }), key.isValid(at: time) else {
        state.sessions.end(token)
        return nil
      }
      return Caller(
        actor: key.holder, role: key.role, key: key.id, formToken: session.formToken)
    }
    if state.settings.isInsecureLocal, let actor = Actor("local") {
      return Caller(actor: actor, role: .administrator, key: nil)
    }
    return nil
  }

  static func refused(_ detail: String) -> Problem {
    var problem = Problem(
      401, "not-signed-in", detail, help: "send `Authorization: ApiKey …` with a valid key")
    problem.headers = [("www-authenticate", "ApiKey, Bearer, Basic realm=\"quivive\"")]
    return problem
  }

  /// `Authorization: ApiKey|Bearer …`, `Basic` with the key as the password or the user, or `?api_key=`.
  static func secret(
    _ headers: [String: String], _ query: [(name: String, value: String)]
  ) -> String? {
    if let stated = headers["authorization"] {
      let parts = stated.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { return stated.isEmpty ? nil : stated }
      let value = parts[1].trimmingCharacters(in: .whitespaces)
      guard parts[0].lowercased() == "basic" else { return value }
      guard let data = Data(base64Encoded: value) else { return value }
      let pair = String(decoding: data, as: UTF8.self)
        .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return pair.count > 1 && !pair[1].isEmpty ? pair[1] : pair[0]
    }
    return query.last { $0.name == "api_key" }?.value
  }

  static func cookie(_ headers: [String: String]) -> String? {
    (headers["cookie"] ?? "").split(separator: ";").compactMap { pair -> String? in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        parts[0].trimmingCharacters(in: .whitespaces) == PageSessions.cookie
      else { return nil }
      return parts[1].trimmingCharacters(in: .whitespaces)
    }.first
  }
}
