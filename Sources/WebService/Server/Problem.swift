package import FileFormats
import SQLiteStore
import Workplace

/// Why a request was not answered as asked.
package struct Problem: Error, Sendable {
  package let status: Int
  /// Stable, for programs: `unknown-case`.
  package let code: String
  /// Lower case, no period.
  package let detail: String
  /// What to do about it.
  package let help: String?
  /// After how many seconds it is worth trying again.
  package var retryAfter: Int?
  /// The whole `detail` of the matching interface, where it is no text.
  package var details: JSONValue?
  package var headers: [(String, String)] = []

  package init(_ status: Int, _ code: String, _ detail: String, help: String? = nil) {
    self.status = status
    self.code = code
    self.detail = detail
    self.help = help
  }

  /// What `error` means to a caller. Faults of the program say nothing of their insides.
  package init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let failure as Failure:
      let (status, code) =
        switch failure.status {
        case .usage: (400, "bad-request")
        case .badInput: (422, "unprocessable")
        case .missingFile: (404, "not-found")
        case .ourFault: (500, "fault")
        case .tryAgain: (503, "try-again")
        }
      self.init(status, code, failure.description, help: failure.help)
      if status == 503 { retryAfter = 1 }
    case let error as StoreError:
      self.init(Failure.of(error))
    default:
      self.init(500, "fault", "the request could not be answered: a fault of the program")
    }
  }

  /// RFC 9457, with `code` and `help`.
  package var json: JSONValue {
    .members([
      "type": .string("about:blank#\(code)"), "title": .string(Self.title(status)),
      "status": .int(status), "detail": .string(detail), "code": .string(code),
      "help": help.map(JSONValue.string),
    ])
  }

  /// As yente writes errors.
  package var yenteJSON: JSONValue { .members(["detail": details ?? .string(detail)]) }

  static func title(_ status: Int) -> String {
    switch status {
    case 400: "Bad request"
    case 401: "Not signed in"
    case 403: "Not allowed"
    case 404: "Not found"
    case 405: "Method not allowed"
    case 409: "Conflict"
    case 412: "Changed meanwhile"
    case 413: "Too large"
    case 414: "Address too long"
    case 415: "Unsupported media type"
    case 422: "Cannot be processed"
    case 429: "Too many requests"
    case 503: "Not now"
    default: "Fault"
    }
  }
}

extension Failure {
  static func of(_ error: StoreError) -> Failure {
    do { return try Failure.fromStore { throw error } } catch let failure as Failure {
      return failure
    } catch {
      return Failure(.ourFault, "the store failed")
    }
  }
}
