import FileFormats
import Foundation
import Listings
import TradeModel
import Watchlist

/// Everything that the service does.
package enum Operations {
  package static let all: [Operation] =
    system + yente + V1Operations.all + PageOperations.all

  private static let status = Schemas.object(["status": Schemas.text], required: ["status"])

  private static let system: [Operation] = [
    Operation("healthz", .get, "/healthz", nil, .yente, "Whether the service runs.") { _ in
      .json(.members(["status": "ok"]))
    }.with { $0.response = status },
    Operation(
      "readyz", .get, "/readyz", nil, .yente, "Whether lists are in service."
    ) { call in
      guard call.data.watchlist.partyCount > 0 else {
        throw Problem(503, "not-ready", "Index not ready.")
      }
      return .json(.members(["status": "ok"]))
    }.with {
      $0.response = status
      $0.refusals = [503]
    },
    Operation(
      "openapi", .get, "/openapi.json", nil, .yente, "This description of the interface."
    ) { call in .json(OpenAPI.document(call.service.operations)) }.with {
      $0.response = Schemas.anything
    },
    Operation("metrics", .get, "/metrics", .consult, .v1, "Counters and times for Prometheus.") {
      call in
      let data = call.data
      let gauges: [(name: String, help: String, labels: String, value: String)] =
        [
          ("quivive_listed_parties", "Parties in service.", "", "\(data.watchlist.partyCount)"),
          ("quivive_loaded_seconds", "When the lists were loaded.", "", "\(data.loaded.seconds)"),
        ]
        + data.datasets.leaves.map {
          (
            "quivive_list_published_seconds", "Day of the list's state.",
            "list=\"\($0.list.name)\"",
            "\(($0.published?.daysSince1970 ?? 0) * 86_400)"
          )
        }
      return Answer(
        type: "text/plain; version=0.0.4; charset=utf-8",
        Array(call.service.metrics.exposition(gauges).utf8))
    }.with {
      $0.responseType = "text/plain"
      $0.response = Schemas.text
    },
    Operation(
      "updatez", .post, "/updatez", nil, .yente, "Puts the newest lists of the home in service."
    ) { call in
      guard let token = call.service.settings.updateToken, !token.isEmpty,
        let sent = call.text("token"), Secrets.areEqual(sent, token)
      else { throw Problem(403, "bad-token", "Invalid token.") }
      if try SearchOperation.flag(call, "sync") ?? false {
        _ = try call.service.reload()
      } else {
        let service = call.service
        DispatchQueue.global().async { _ = try? service.reload() }
      }
      return .json(.members(["status": "ok"]))
    }.with {
      $0.response = status
      $0.parameters = [
        .init(
          name: "token", place: .query, schema: Schemas.text, summary: "The token of the service"),
        .init(name: "sync", place: .query, schema: Schemas.flag, summary: "Answer when it is done"),
      ]
      $0.refusals = [403]
    },
  ]
}

/// Comparing what must not be guessed.
enum Secrets {
  /// In a time that does not depend on where they differ.
  static func areEqual(_ a: String, _ b: String) -> Bool {
    let (a, b) = (SHA256.digest(of: a).bytes, SHA256.digest(of: b).bytes)
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// Short forms of JSON Schema.
enum Schemas {
  static let anything: JSONValue = .object([])
  static let text: JSONValue = .members(["type": "string"])
  static let flag: JSONValue = .members(["type": "boolean"])
  static let number: JSONValue = .members(["type": "number"])
  static let day: JSONValue = .members(["type": "string", "format": "date"])
  static let object: JSONValue = .members(["type": "object"])

  static func whole(_ range: ClosedRange<Int>? = nil) -> JSONValue {
    .members([
      "type": "integer", "minimum": range.map { .int($0.lowerBound) },
      "maximum": range.map { .int($0.upperBound) },
    ])
  }

  static func list(_ items: JSONValue) -> JSONValue {
    .members(["type": "array", "items": items])
  }

  static func one(of values: [String]) -> JSONValue {
    .members(["type": "string", "enum": .array(values.map(JSONValue.string))])
  }

  static func object(
    _ properties: KeyValuePairs<String, JSONValue>, required: [String] = [], isClosed: Bool = false
  ) -> JSONValue {
    .members([
      "type": "object", "properties": .object(properties.map { .init($0.key, $0.value) }),
      "required": required.isEmpty ? nil : .array(required.map(JSONValue.string)),
      "additionalProperties": isClosed ? false : nil,
    ])
  }

  static func map(_ values: JSONValue) -> JSONValue {
    .members(["type": "object", "additionalProperties": values])
  }

  static func orNull(_ schema: JSONValue) -> JSONValue {
    .members(["anyOf": .array([schema, .members(["type": "null"])])])
  }
}
