package import FileFormats

/// One thing that the service does, declared once: routes, roles, the description of the interface and
/// the tests of access are all made from it.
package struct Operation: Sendable {
  /// How errors and refusals look.
  package enum Style: String, Hashable, Sendable {
    /// As yente's.
    case yente
    /// RFC 9457.
    case v1
    /// A page.
    case page
  }

  package enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// A parameter of path or query, or what a body is.
  package struct Parameter: Sendable {
    package enum Place: String, Sendable { case path, query, header }
    package let name: String
    package let place: Place
    package let schema: JSONValue
    package let summary: String
    package var isRequired = false
  }

  package typealias Handler = @Sendable (Call) throws -> Answer

  package let id: String
  package let method: Method
  /// `/v1/cases/{case}`.
  package let path: String
  /// `nil` for what answers without a key.
  package let permission: Permission?
  package let style: Style
  package let summary: String
  package var parameters: [Parameter] = []
  /// The schema of the body; `nil` for none.
  package var requestBody: JSONValue?
  package var requestType = "application/json"
  /// The schema of the answer.
  package var response: JSONValue?
  package var responseType = "application/json"
  package var successStatus = 200
  /// The statuses of refusals that it may answer with besides the common ones.
  package var refusals: [Int] = []
  /// Whether it shows personal data of a case or of the portfolio: such reads stand in the audit trail.
  package var readsPersonalData = false
  /// Whether answers are kept under an `Idempotency-Key`.
  package var isIdempotent = false
  /// In bytes.
  package var bodyLimit = 1 << 20
  package let handler: Handler

  package init(
    _ id: String, _ method: Method, _ path: String, _ permission: Permission?, _ style: Style,
    _ summary: String, handler: @escaping Handler
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.permission = permission
    self.style = style
    self.summary = summary
    self.handler = handler
  }

  /// The names in the path.
  package var pathNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }

  package func with(_ change: (inout Operation) -> Void) -> Operation {
    var operation = self
    change(&operation)
    return operation
  }
}
