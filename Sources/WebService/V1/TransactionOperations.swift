import Decisions
import FileFormats
import ListArchive
import TradeModel
import Workplace

/// Screening of whole transactions.
enum TransactionOperations {
  static let asKnownOn = Operation.Parameter(
    name: "as_known_on", place: .query, schema: Schemas.day,
    summary: "With lists and rules as they could be known on this day")

  static let all: [Operation] = [
    Operation(
      "screenTransaction", .post, "/v1/transactions", .screen, .v1,
      "Screens one transaction and keeps its dossier.", handler: screen
    ).with {
      $0.parameters = [
        asKnownOn,
        .init(
          name: "keep", place: .query, schema: Schemas.flag,
          summary: "Whether the dossier is kept; it is unless this says false"),
      ]
      $0.requestBody = Schemas.object
      $0.response = Schemas.object
      $0.refusals = [404]
      $0.isIdempotent = true
      $0.bodyLimit = 16 << 20
    },
    Operation(
      "screenStream", .post, "/v1/transactions/stream", .screen, .v1,
      "Screens JSON lines, one transaction a line; answers line by line, or as server-sent events.",
      handler: stream
    ).with {
      $0.parameters = [asKnownOn]
      $0.requestBody = Schemas.text
      $0.requestType = "text/plain"
      $0.response = Schemas.text
      $0.responseType = "application/jsonl"
      $0.refusals = [404]
      $0.bodyLimit = 64 << 20
    },
    Operation(
      "dossier", .get, "/v1/dossiers/{dossier}", .read, .v1, "A kept dossier, by its digest.",
      handler: dossier
    ).with {
      $0.parameters = views
      $0.response = Schemas.anything
      $0.refusals = [404]
      $0.readsPersonalData = true
    },
    Operation(
      "replayDossier", .post, "/v1/dossiers/{dossier}/replay", .read, .v1,
      "Screens a kept dossier again on what it was made with.", handler: replay
    ).with {
      $0.response = Schemas.object(["same": Schemas.flag], required: ["same"])
      $0.refusals = [404]
      $0.readsPersonalData = true
    },
  ]

  static let views: [Operation.Parameter] = [
    .init(
      name: "format", place: .query, schema: Schemas.one(of: ["json", "html", "text"]),
      summary: "How to show it"),
    .init(
      name: "language", place: .query, schema: Schemas.one(of: ["en", "fr"]),
      summary: "Of text and page"),
  ]

  private static func screen(_ call: Call) throws -> Answer {
    let session = try call.session()
    let screened = try session.screen(call.body)
    if try SearchOperation.flag(call, "keep") ?? true {
      try session.keep(screened, in: call.service.home)
    }
    call.service.metrics.count("quivive_queries_total", [("kind", "transaction")])
    let digest = screened.dossier.digest.hex
    return Answer(type: "application/json", screened.dossier.bytes)
      .with("location", "/v1/dossiers/\(digest)").with("x-dossier", digest)
  }

  private static func stream(_ call: Call) throws -> Answer {
    let session = try call.session()
    // A day that no list is held for is told before the first line.
    if let day = try call.day("as_known_on") { _ = try session.loaded(asKnownOn: day) }
    let isEvents = call.headers["accept"]?.contains("text/event-stream") == true
    let lines = call.body.split(separator: 0x0A).map(Array.init)
      .filter { !$0.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 } }
    let home = call.service.home
    var answer = Answer(
      type: isEvents ? "text/event-stream" : "application/jsonl", [])
    answer.headers.append(("x-batch-size", "\(lines.count)"))
    answer.stream = { write in
      func event(_ name: String, _ data: JSONValue) {
        let line = data.compact
        write(
          isEvents ? Array("event: \(name)\ndata: ".utf8) + line + [0x0A, 0x0A] : line + [0x0A])
      }
      for (place, line) in lines.enumerated() {
        do {
          let screened = try session.screen(line)
          // Kept before it is told: what a reader sees can be run again.
          try session.keep(screened, in: home)
          event(
            "result",
            .members([
              "line": .int(place + 1), "outcome": .string(screened.outcome.rawValue),
              "summary": screened.summary,
            ]))
        } catch {
          let problem = Problem(error)
          event(
            "error",
            .members([
              "line": .int(place + 1), "error": .string(problem.detail),
              "code": .string(problem.code), "help": problem.help.map(JSONValue.string),
            ]))
        }
        if isEvents, (place + 1) % 100 == 0 {
          event("progress", .members(["done": .int(place + 1), "of": .int(lines.count)]))
        }
      }
      if isEvents { event("end", .members(["done": .int(lines.count)])) }
    }
    return answer
  }

  private static func kept(_ call: Call) throws -> (dossier: Dossier, bytes: [UInt8]) {
    let name = call.parameter("dossier")
    guard let digest = Digest(hex: name),
      let bytes = try Failure.from({
        try DossierArchive(home: call.service.home).dossier(digest)
      })
    else { throw Problem(404, "unknown", "no such dossier is kept") }
    do { return (try Dossier(reading: bytes), bytes) } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
  }

  private static func dossier(_ call: Call) throws -> Answer {
    try show(try kept(call).dossier, call)
  }

  /// A dossier in the form that is asked for.
  static func show(_ dossier: Dossier, _ call: Call) throws -> Answer {
    let language = try call.language()
    switch call.text("format") ?? "json" {
    case "json": return call.tagged(dossier.document)
    case "html":
      // Its own style sheet stands in the page.
      return .html(try DossierPage.render(dossier, language: language))
    case "text":
      return Answer(
        type: "text/plain; charset=utf-8",
        Array(
          DossierText.render(dossier, language: language, width: 100, usesColour: false).utf8))
    case let other:
      throw Problem(422, "bad-parameter", "`format` is `\(other)`; it takes json, html or text")
    }
  }

  private static func replay(_ call: Call) throws -> Answer {
    let (dossier, bytes) = try kept(call)
    let source = ReplaySource(data: call.service.request.data, notes: nil)
    let (same, text): (Bool?, String) =
      switch try source.replay(dossier, bytes: bytes) {
      case .same: (true, "the same bytes")
      case .differentBytes(let members):
        (false, "other bytes in \(members.joined(separator: ", "))")
      case .differentData(let differences):
        (nil, "other data are here: \(differences.map(\.name).joined(separator: ", "))")
      case .otherEngine(let stated, let now, _): (nil, "made by \(stated), and this is \(now)")
      }
    return .json(
      .members([
        "same": same.map(JSONValue.bool) ?? .null, "detail": .string(text),
        "dossier": .string(dossier.digest.hex),
      ]))
  }
}
