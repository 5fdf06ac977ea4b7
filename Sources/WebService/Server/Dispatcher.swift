import Decisions
import FileFormats
import Foundation
import SQLiteStore
import TradeModel
import Workplace

/// A request as it came over the wire, whatever server took it.
package struct WireRequest: Sendable {
  package var method: String
  /// Path and query as sent.
  package var target: String
  /// Lower-case names.
  package var headers: [String: String]
  package var body: [UInt8]
  /// Whose connection it is.
  package var peer: String

  package init(
    _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = [],
    peer: String = "-"
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
  }
}

/// Leads a request to its operation: who calls, whether they may, what is answered, what is written down.
package struct Dispatcher: Sendable {
  package let state: ServiceState
  private let routes: Routes
  private let ring: KeyRing
  private let signIns = RateLimiter(perSecond: 1, burst: 10)

  package init(_ state: ServiceState) {
    self.state = state
    routes = Routes(state.operations)
    ring = KeyRing(state: state)
  }

  /// The longest address that is read, in bytes. Source: yente.
  package static let longestTarget = 60_000

  /// How long a body may be, in bytes, before the request is looked at.
  package func bodyLimit(_ request: WireRequest) -> Int {
    switch routes.find(request.method, Self.split(request.target).path) {
    case .found(let operation, _): operation.bodyLimit
    default: 1 << 16
    }
  }

  /// Answers; never throws. Runs where it is called: screening takes the processor for a while.
  package func answer(_ request: WireRequest) -> Answer {
    let started = Self.clock
    let trace = TraceContext(request.headers)
    let (path, rawQuery) = Self.split(request.target)
    var style = Self.style(of: path)
    var operation = "-"
    var caller: Caller?
    var answer: Answer
    do {
      guard request.target.utf8.count <= Self.longestTarget else {
        throw Problem(414, "address-too-long", "Request URI too long")
      }
      let found = routes.find(request.method, path)
      switch found {
      case .found(let known, let parameters):
        operation = known.id
        style = known.style
        (answer, caller) = try run(known, parameters, request, rawQuery, trace.request)
      case .otherMethods(let allowed):
        var problem = Problem(405, "method-not-allowed", "Method Not Allowed")
        problem.headers = [("allow", allowed.joined(separator: ", "))]
        throw problem
      case .nothing:
        throw Problem(404, "not-found", "Not Found")
      }
    } catch {
      let problem = Problem(error)
      if problem.status >= 500, problem.status != 503 {
        state.notes("fault in \(operation): \(error)")
      }
      answer = refusal(problem, style, request, rawQuery)
    }
    answer.headers += Self.securityHeaders(style, answer, isTLS: state.settings.certificate != nil)
    answer.headers += trace.headers
    answer.headers.append(("x-request-id", trace.request))
    if style != .page, let origin = request.headers["origin"] {
      answer.headers += [
        ("access-control-allow-origin", origin), ("access-control-allow-credentials", "true"),
        ("vary", "origin"),
      ]
    }
    let seconds = Self.clock - started
    state.metrics.count(
      "quivive_requests_total", [("operation", operation), ("status", "\(answer.status)")])
    state.metrics.time("quivive_request_seconds", [("operation", operation)], seconds: seconds)
    state.notes(
      "request id=\(trace.request) operation=\(operation) status=\(answer.status) "
        + "key=\(caller?.key ?? "-") peer=\(Self.peer(request)) bytes=\(answer.body.count) "
        + "ms=\((seconds * 10_000).rounded() / 10)")
    return answer
  }

  private func run(
    _ operation: Operation, _ parameters: [String: String], _ request: WireRequest,
    _ rawQuery: String?, _ id: String
  ) throws -> (Answer, Caller?) {
    let query = rawQuery.map(Form.parse) ?? []
    let now = Timestamp.now
    var caller = Caller(actor: Self.nobody, role: .viewer, key: nil)
    if let permission = operation.permission {
      guard let known = try ring.caller(headers: request.headers, query: query, at: now) else {
        state.metrics.count("quivive_refused_total", [("reason", "no-key")])
        throw KeyRing.refused("No API key provided.")
      }
      caller = known
      if let wait = state.limiter.wait(known.key ?? request.peer, now: Self.clock) {
        state.metrics.count("quivive_refused_total", [("reason", "rate")])
        var problem = Problem(
          429, "too-many-requests", "more requests than this key may send in a second")
        problem.retryAfter = wait
        throw problem
      }
      guard known.may(permission) else {
        state.metrics.count("quivive_refused_total", [("reason", "role")])
        throw Problem(
          403, "not-allowed",
          "the role `\(known.role.rawValue)` may not do this: it takes `\(permission.rawValue)`")
      }
      try checkForm(operation, request, known)
    } else if operation.id == "signIn", let wait = signIns.wait(request.peer, now: Self.clock) {
      var problem = Problem(429, "too-many-requests", "too many attempts to sign in")
      problem.retryAfter = wait
      throw problem
    } else if let known = try? ring.caller(headers: request.headers, query: query, at: now) {
      caller = known
    }
    guard request.body.count <= operation.bodyLimit else {
      throw Problem(
        413, "too-large", "the body has more than \(operation.bodyLimit) bytes",
        help: "send less at a time")
    }
    let call = Call(
      operation: operation, path: parameters, query: query, rawQuery: rawQuery,
      headers: request.headers, body: request.body, caller: caller,
      language: PageLanguage.of(request.headers, query), id: id, data: state.data, service: state)
    // Recorded before it is shown: a read that could not be recorded does not happen.
    if operation.readsPersonalData { try state.recordRead(call) }
    return (try Idempotency.answering(call), caller)
  }

  /// A form of a browser must bring back the token of its page: another site cannot know it.
  private func checkForm(
    _ operation: Operation, _ request: WireRequest, _ caller: Caller
  ) throws {
    guard operation.method != .get, let token = caller.formToken else { return }
    let brought =
      request.headers["x-form-token"]
      ?? (request.headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true
        ? Form(request.body)["form_token"] : nil)
    guard brought == token else {
      throw Problem(
        403, "form-token", "the form did not come from a page of this session",
        help: "open the page again and send the form from there")
    }
  }

  /// An error in the form that the caller reads.
  private func refusal(
    _ problem: Problem, _ style: Operation.Style, _ request: WireRequest, _ rawQuery: String?
  ) -> Answer {
    var answer: Answer
    switch style {
    case .yente:
      answer = .json(problem.yenteJSON, status: problem.status)
    case .v1:
      answer = Answer(
        problem.status, type: "application/problem+json", problem.json.compact)
    case .page:
      if problem.status == 401 {
        let back = request.method == "GET" ? request.target : "/"
        answer = .seeOther(
          "/sign-in?back="
            + (back.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
      } else {
        answer = .html(
          Pages.error(
            problem, PageLanguage.of(request.headers, rawQuery.map(Form.parse) ?? [])),
          status: problem.status)
      }
    }
    if let seconds = problem.retryAfter { answer.headers.append(("retry-after", "\(seconds)")) }
    answer.headers += problem.headers
    return answer
  }

  private static let nobody = Actor("nobody") ?? { preconditionFailure("a name") }()

  private static func style(of path: String) -> Operation.Style {
    if path.hasPrefix("/v1/") { return .v1 }
    let first = path.split(separator: "/").first.map(String.init) ?? ""
    return [
      "match", "search", "entities", "catalog", "manifest", "algorithms", "reconcile", "updatez",
      "healthz", "readyz", "openapi.json", "v2", "statements",
    ].contains(first) ? .yente : .page
  }

  /// Headers that browsers keep to. Pages load nothing from elsewhere and run no script but the one file.
  static func securityHeaders(
    _ style: Operation.Style, _ answer: Answer, isTLS: Bool
  ) -> [(String, String)] {
    var headers = [
      ("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"),
      (
        "content-security-policy",
        style == .page
          ? "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
          : "default-src 'none'; frame-ancestors 'none'"
      ),
    ]
    if style == .page { headers.append(("x-frame-options", "DENY")) }
    if isTLS { headers.append(("strict-transport-security", "max-age=31536000")) }
    if !answer.headers.contains(where: { $0.0 == "cache-control" }) {
      headers.append(("cache-control", "no-store"))
    }
    return headers
  }

  private static func peer(_ request: WireRequest) -> String {
    request.headers["x-forwarded-for"]?.split(separator: ",").first
      .map {
        $0.trimmingCharacters(in: .whitespaces).filter { $0.isHexDigit || $0 == "." || $0 == ":" }
      }
      ?? request.peer
  }

  static func split(_ target: String) -> (path: String, query: String?) {
    guard let mark = target.firstIndex(of: "?") else { return (target, nil) }
    return (String(target[..<mark]), String(target[target.index(after: mark)...]))
  }

  static var clock: Double {
    Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }
}

/// Finds the operation of a method and a path.
struct Routes: Sendable {
  enum Finding {
    case found(Operation, [String: String])
    case otherMethods([String])
    case nothing
  }

  private struct Route {
    let segments: [Substring]
    let operation: Operation
  }

  private let byCount: [Int: [Route]]

  init(_ operations: [Operation]) {
    let routes = operations.map {
      Route(segments: $0.path.split(separator: "/"), operation: $0)
    }
    // Literal segments before parameters.
    byCount = Dictionary(grouping: routes, by: \.segments.count).mapValues { routes in
      routes.sorted { a, b in
        a.segments.count { $0.hasPrefix("{") } < b.segments.count { $0.hasPrefix("{") }
      }
    }
  }

  func find(_ method: String, _ path: String) -> Finding {
    let segments = path.split(separator: "/")
    var allowed: [String] = []
    for route in byCount[segments.count] ?? [] {
      guard let parameters = Self.parameters(route.segments, segments) else { continue }
      let wanted = route.operation.method.rawValue
      if wanted == method || (method == "HEAD" && wanted == "GET") {
        return .found(route.operation, parameters)
      }
      if !allowed.contains(wanted) { allowed.append(wanted) }
    }
    return allowed.isEmpty ? .nothing : .otherMethods(allowed)
  }

  private static func parameters(
    _ pattern: [Substring], _ segments: [Substring]
  ) -> [String: String]? {
    var found: [String: String] = [:]
    for (wanted, segment) in zip(pattern, segments) {
      if wanted.hasPrefix("{") {
        guard let value = segment.removingPercentEncoding else { return nil }
        found[String(wanted.dropFirst().dropLast())] = value
      } else if wanted != segment {
        return nil
      }
    }
    return found
  }
}
