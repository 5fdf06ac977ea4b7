import Decisions
import FileFormats
import SQLiteStore
import TradeModel
import Workplace

/// The members of a request's JSON object. Members that nobody asked for are refused, not passed over.
struct V1Body: Sendable {
  let json: JSONValue

  init(_ call: Call, _ known: [String]) throws {
    json = try call.json()
    guard let members = json.object else {
      throw Problem(422, "no-object", "the body is no JSON object")
    }
    if let other = members.first(where: { !known.contains($0.name) }) {
      throw Problem(
        422, "unknown-member", "`\(other.name)` is no member that this takes",
        help: "the members are \(known.joined(separator: ", "))")
    }
  }

  func has(_ name: String) -> Bool { json[name].map { $0 != .null } ?? false }

  func optionalText(_ name: String, longest: Int = 10_000) throws -> String? {
    guard let value = json[name], value != .null else { return nil }
    guard let text = value.string else { throw wrong(name, "a text") }
    guard text.utf8.count <= longest, !text.unicodeScalars.contains("\0") else {
      throw wrong(name, "a text of at most \(longest) bytes without null characters")
    }
    return text
  }

  func text(_ name: String, longest: Int = 10_000) throws -> String {
    guard let text = try optionalText(name, longest: longest),
      !text.allSatisfy(\.isWhitespace)
    else {
      throw Problem(422, "missing-member", "`\(name)` is missing or empty")
    }
    return text
  }

  func texts(_ name: String) throws -> [String] {
    guard let values = json[name]?.array, !values.isEmpty, values.count <= 1000 else {
      throw wrong(name, "a list of 1 to 1000 texts")
    }
    return try values.map { value in
      guard let text = value.string else { throw wrong(name, "a list of texts") }
      return text
    }
  }

  func one<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    let text = try text(name)
    guard let choice = Choice(rawValue: text) else {
      throw wrong(name, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  func number(_ name: String, _ range: ClosedRange<Int>, or standard: Int) throws -> Int {
    guard let value = json[name], value != .null else { return standard }
    guard case .number(let text) = value, let number = Int(text), range.contains(number) else {
      throw wrong(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func day(_ name: String) throws -> Day? {
    guard let text = try optionalText(name) else { return nil }
    guard let day = Day(iso: text) else { throw wrong(name, "a day, YYYY-MM-DD") }
    return day
  }

  private func wrong(_ name: String, _ takes: String) -> Problem {
    Problem(422, "bad-member", "`\(name)` takes \(takes)")
  }
}

extension Problem {
  /// Runs `work` and gives a rule that refuses its status: what is not there 404, what two people did at
  /// once or a rule of the case 409, what cannot be taken 422.
  static func fromCases<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as CaseError {
      let (status, code) =
        switch error.reason {
        case .unknown: (404, "unknown")
        case .closed: (409, "case-decided")
        case .wrongState: (409, "wrong-state")
        case .samePerson: (409, "same-person")
        case .needsTwo: (409, "needs-two-people")
        case .needsRationale: (422, "needs-rationale")
        case .findingOpen: (409, "finding-open")
        case .confirmed: (409, "finding-confirmed")
        case .wrongReason: (422, "wrong-reason")
        case .stale: (409, "stale")
        case .erased: (410, "erased")
        case .badValue: (422, "bad-value")
        case .referenceInUse: (409, "reference-in-use")
        }
      throw Problem(status, code, error.description, help: error.help)
    }
  }
}

extension Call {
  /// The case that the path names.
  func caseID() throws -> CaseID {
    guard let id = CaseID(parameter("case")) else {
      throw Problem(404, "unknown", "there is no case `\(parameter("case"))`")
    }
    return id
  }

  /// Where everything is kept.
  var place: HomePlace { service.request.data.home }

  func openCases() throws -> OpenCases { OpenCases(service.signing) }

  /// What screens, with the good-guy decisions as they are now; as known on the day that is asked for.
  func session() throws -> ScreeningSession {
    var session = data.screening
    if let day = try day("as_known_on") { session = session.asKnown(on: day) }
    session.goodGuys = GoodGuys(try service.store.goodGuys())
    return session
  }

  /// A page of `all`: those behind the cursor, and the cursor of the next page.
  func page<Element>(
    _ all: [Element], _ json: (Element) -> JSONValue
  ) throws -> JSONValue {
    let limit = try number("limit", 1...1000, or: 100)
    let start = try number("cursor", 0...Int(Int32.max), or: 0)
    let shown = all.dropFirst(start).prefix(limit)
    let next = start + shown.count
    return .members([
      "items": .array(shown.map(json)), "total": .int(all.count),
      "next": next < all.count ? .string("\(next)") : .null,
    ])
  }

  /// The answer, or 304 where the caller has it already.
  func tagged(_ value: JSONValue, status: Int = 200) -> Answer {
    let body = value.compact
    let tag = "\"\(SHA256.digest(of: body).hex.prefix(32))\""
    let wanted = (headers["if-none-match"] ?? "").split(separator: ",")
      .map { $0.filter { $0 != " " } }
    if wanted.contains(tag) || wanted.contains("*") {
      return Answer(304, type: "application/json", []).with("etag", tag)
    }
    return Answer(status, type: "application/json", body).with("etag", tag)
  }

  /// - Throws: a ``Problem`` of status 412 where the caller saw another state than `value`.
  func requireMatch(_ value: JSONValue) throws {
    guard let wanted = headers["if-match"], wanted != "*" else { return }
    let tag = "\"\(SHA256.digest(of: value.compact).hex.prefix(32))\""
    guard wanted.split(separator: ",").map({ $0.filter { $0 != " " } }).contains(tag) else {
      throw Problem(
        412, "changed-meanwhile", "what you saw is not what is there now",
        help: "read it again and decide on what it says now")
    }
  }

  func language(_ name: String = "language") throws -> Language {
    guard let text = text(name) else { return language }
    guard let chosen = Language(rawValue: text) else {
      throw Problem(422, "bad-parameter", "`\(name)` is `\(text)`; it takes en or fr")
    }
    return chosen
  }
}
