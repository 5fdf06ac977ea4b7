import FileFormats
import Workplace

/// The description of the interface, made from the table of operations. Pages are left out.
enum OpenAPI {
  static func document(_ operations: [Operation]) -> JSONValue {
    var paths: [JSONValue.Member] = []
    for operation in operations where operation.style != .page {
      let entry = JSONValue.Member(operation.method.rawValue.lowercased(), describe(operation))
      if let place = paths.firstIndex(where: { $0.name == operation.path }) {
        paths[place] = .init(
          operation.path, .object((paths[place].value.object ?? []) + [entry]))
      } else {
        paths.append(.init(operation.path, .object([entry])))
      }
    }
    return .members([
      "openapi": "3.1.0",
      "info": .members([
        "title": "Quivive", "version": .string(Engine.version),
        "description":
          "Screens supplies, sales and transfers against restricted-party lists, control lists and embargoes. It never grants, refuses or clears anything.",
        "license": .members(["name": "Apache-2.0", "identifier": "Apache-2.0"]),
      ]),
      "paths": .object(paths),
      "components": .members([
        "securitySchemes": .members([
          "apiKey": .members([
            "type": "apiKey", "in": "header", "name": "Authorization",
            "description": "`ApiKey` and the key",
          ]),
          "bearer": .members(["type": "http", "scheme": "bearer"]),
        ]),
        "schemas": .members([
          "Problem": Schemas.object(
            [
              "type": Schemas.text, "title": Schemas.text, "status": Schemas.whole(),
              "detail": Schemas.text, "code": Schemas.text, "help": Schemas.text,
            ], required: ["type", "title", "status", "detail", "code"]),
          "Detail": Schemas.object(["detail": Schemas.anything], required: ["detail"]),
        ]),
      ]),
    ])
  }

  private static func describe(_ operation: Operation) -> JSONValue {
    let names = operation.pathNames.map {
      Operation.Parameter(
        name: $0, place: .path, schema: Schemas.text, summary: "", isRequired: true)
    }
    let stated = operation.parameters.filter { parameter in
      !(parameter.place == .path) || !operation.pathNames.contains(parameter.name)
    }
    let paths = names.map { name in
      operation.parameters.first { $0.place == .path && $0.name == name.name }.map {
        Operation.Parameter(
          name: $0.name, place: .path, schema: $0.schema, summary: $0.summary, isRequired: true)
      } ?? name
    }
    var idempotency: [Operation.Parameter] = []
    if operation.isIdempotent {
      idempotency = [
        Operation.Parameter(
          name: "Idempotency-Key", place: .header, schema: Schemas.text,
          summary: "A request sent again under the same key is answered once")
      ]
    }
    let problem: JSONValue =
      operation.style == .yente
      ? .members([
        "application/json": .members([
          "schema": .members(["$ref": "#/components/schemas/Detail"])
        ])
      ])
      : .members([
        "application/problem+json": .members([
          "schema": .members(["$ref": "#/components/schemas/Problem"])
        ])
      ])
    var statuses = Set(operation.refusals + [400, 405, 413, 414, 422, 500, 503])
    if operation.permission != nil { statuses.formUnion([401, 403, 429]) }
    if operation.isIdempotent { statuses.insert(409) }
    var responses: [JSONValue.Member] = [
      .init(
        "\(operation.successStatus)",
        .members([
          "description": "As asked",
          "content": operation.response.map {
            .members([operation.responseType: .members(["schema": $0])])
          },
        ]))
    ]
    responses += statuses.sorted().map { status in
      .init(
        "\(status)",
        .members(["description": .string(Problem.title(status)), "content": problem]))
    }
    return .members([
      "operationId": .string(operation.id), "summary": .string(operation.summary),
      "parameters": .array((paths + stated + idempotency).map(describe)),
      "requestBody": operation.requestBody.map {
        .members([
          "required": true,
          "content": .members([operation.requestType: .members(["schema": $0])]),
        ])
      },
      "responses": .object(responses),
      "security": .array(
        operation.permission == nil
          ? [] : [.members(["apiKey": .array([])]), .members(["bearer": .array([])])]),
      "x-permission": operation.permission.map { .string($0.rawValue) },
    ])
  }

  private static func describe(_ parameter: Operation.Parameter) -> JSONValue {
    .members([
      "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
      "required": parameter.isRequired || parameter.place == .path ? true : nil,
      "description": parameter.summary.isEmpty ? nil : .string(parameter.summary),
      "schema": parameter.schema,
    ])
  }
}
