import Decisions
package import FileFormats
import HTTPTypes
package import TradeModel
import Workplace

/// One request as the handler of an operation sees it.
package struct Call: Sendable {
  package let operation: Operation
  /// By the names in the operation's path, percent-decoded.
  package let path: [String: String]
  /// In the order of the address, percent-decoded.
  package let query: [(name: String, value: String)]
  /// As it was sent.
  package let rawQuery: String?
  /// Lower-case names.
  package let headers: [String: String]
  package let body: [UInt8]
  package let caller: Caller
  package let language: Language
  /// Minted for each request; in the answer's headers and the log.
  package let id: String
  /// What was in service when the request began, to its end.
  package let data: ServingData
  package let service: ServiceState

  package func parameter(_ name: String) -> String { path[name] ?? "" }

  /// The last value of that name.
  package func text(_ name: String) -> String? { query.last { $0.name == name }?.value }

  /// All values of that name, in order.
  package func texts(_ name: String) -> [String] {
    query.filter { $0.name == name }.map(\.value)
  }

  /// The body as JSON.
  package func json() throws -> JSONValue {
    do { return try JSONParser.parse(body) } catch {
      throw Problem(
        400, "no-json", "the body is no JSON: \(error.description)", help: "send a JSON document")
    }
  }

  /// A whole number in `range`.
  package func number(_ name: String, _ range: ClosedRange<Int>, or standard: Int) throws -> Int {
    guard let text = text(name) else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw Problem(
        422, "bad-parameter",
        "`\(name)` is `\(text)`; it takes a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// A day, YYYY-MM-DD.
  package func day(_ name: String) throws -> Day? {
    guard let text = text(name) else { return nil }
    guard let day = Day(iso: text) else {
      throw Problem(422, "bad-parameter", "`\(name)` is `\(text)`; it takes a day, YYYY-MM-DD")
    }
    return day
  }
}

/// What is sent back.
package struct Answer: Sendable {
  package var status: Int
  package var type: String
  package var headers: [(String, String)] = []
  package var body: [UInt8]
  /// Written piece by piece instead of ``body``, on a thread of its own.
  package var stream: (@Sendable (_ write: @escaping ([UInt8]) -> Void) -> Void)?

  package init(_ status: Int = 200, type: String, _ body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  package static func json(_ value: JSONValue, status: Int = 200) -> Answer {
    Answer(status, type: "application/json", value.compact)
  }

  package static func html(_ text: String, status: Int = 200) -> Answer {
    Answer(status, type: "text/html; charset=utf-8", Array(text.utf8))
  }

  /// To another page; a form that was sent is not sent again.
  package static func seeOther(_ address: String) -> Answer {
    var answer = Answer(303, type: "text/plain; charset=utf-8", [])
    answer.headers = [("location", address)]
    return answer
  }

  package func with(_ name: String, _ value: String) -> Answer {
    var answer = self
    answer.headers.append((name, value))
    return answer
  }
}
