import FileFormats
import Foundation
import Watchlist

/// The Reconciliation Service API 0.2, for OpenRefine and its like.
///
/// Source: W3C Entity Reconciliation Community Group, Reconciliation Service API v0.2.
enum Reconciliation {
  static func manifest(_ call: Call) throws -> Answer {
    _ = try EntityFilter(call, dataset: call.parameter("dataset"))
    if let queries = call.text("queries") { return try reconcile(call, queries) }
    if let extend = call.text("extend") { return try Self.extend(call, extend) }
    let base = "\(call.service.publicAddress(call))/reconcile/\(call.parameter("dataset"))"
    // What the caller sends with the address, a key it may be, is to come back with every request.
    let query = call.rawQuery.map { "?\($0)" } ?? ""
    func suggest(_ kind: String) -> JSONValue {
      .members([
        "service_url": .string(base), "service_path": .string("/suggest/\(kind)\(query)"),
      ])
    }
    let types = call.data.vocabulary.names.compactMap { call.data.vocabulary[$0] }
      .filter(\.isMatchable)
    return .json(
      .members([
        "versions": .array(["0.2"]),
        "name": .string("Quivive (\(call.parameter("dataset")))"),
        "identifierSpace": .string("\(base)/ids"),
        "schemaSpace": "https://followthemoney.tech/explorer/",
        "documentation": "https://reconciliation-api.github.io/specs/0.2/",
        "batchSize": 3,
        "view": .members(["url": .string("\(call.service.publicAddress(call))/entities/{{id}}")]),
        "suggest": .members([
          "entity": suggest("entity"), "property": suggest("property"), "type": suggest("type"),
        ]),
        "extend": .members([
          "propose_properties": .members([
            "service_url": .string(base), "service_path": .string("/extend/property\(query)"),
          ]),
          "property_settings": .array([
            .members([
              "name": "limit", "label": "Limit", "type": "number", "default": 0,
              "help_text": "How many values at most; 0 for all",
            ]),
            .members([
              "name": "render", "label": "Render as", "type": "select", "default": "caption",
              "help_text": "How values are shown",
              "choices": .array([
                .members(["value": "caption", "name": "Caption"]),
                .members(["value": "raw", "name": "As kept"]),
              ]),
            ]),
          ]),
        ]),
        "defaultTypes": .array(
          types.map { .members(["id": .string($0.name), "name": .string($0.plural)]) }),
      ]))
  }

  static func post(_ call: Call) throws -> Answer {
    let form = Form(call.body)
    if let queries = form["queries"] { return try reconcile(call, queries) }
    if let extend = form["extend"] { return try Self.extend(call, extend) }
    return try manifest(call)
  }

  private static func parsed(_ text: String) throws -> JSONValue {
    do { return try JSONParser.parse(text) } catch {
      throw Problem(400, "no-json", "Cannot decode query: \(error.description)")
    }
  }

  private static func reconcile(_ call: Call, _ text: String) throws -> Answer {
    let filter = try EntityFilter(call, dataset: call.parameter("dataset"))
    guard let members = try parsed(text).object else {
      throw Problem(400, "bad-queries", "Cannot decode query: not an object")
    }
    guard members.count <= MatchOperation.mostQueries else {
      throw Problem(
        400, "too-many-queries",
        "Too many queries in one batch (limit: \(MatchOperation.mostQueries))")
    }
    let algorithm = try WireAlgorithm.named(call.text("algorithm") ?? "best")
    let results = try members.map { member -> JSONValue.Member in
      let query = member.value
      let type = query["type"]?.string ?? query["type"]?.array?.first?.string ?? "Thing"
      var properties: [JSONValue.Member] = []
      if let name = query["query"]?.string { properties.append(.init("name", .string(name))) }
      for property in query["properties"]?.array ?? [] {
        guard let stated = property["pid"]?.string, let value = property["v"] else { continue }
        let name = stated.split(separator: ":").last.map(String.init) ?? stated
        if name == "name", let place = properties.firstIndex(where: { $0.name == "name" }) {
          properties[place] = .init("name", .array([properties[place].value, value]))
        } else {
          properties.append(.init(name, value))
        }
      }
      let known = call.data.vocabulary[type] == nil ? "Thing" : type
      let example = try ExampleEntity(
        .members(["schema": .string(known), "properties": .object(properties)]),
        key: [member.name], data: call.data)
      var limit = 5
      if case .number(let text)? = query["limit"], let number = Int(text) {
        limit = max(0, min(MatchOperation.mostResults, number))
      }
      let settings = MatchOperation.Settings(limit: limit, threshold: 0.7, algorithm: algorithm)
      var wide = settings
      wide.cutoff = 0.3
      let (found, _) = MatchOperation.answer(
        example, wide, MatchOperation.Options(), filter, call.data)
      return .init(
        member.name, .members(["result": .array(found.map { candidate($0, call.data) })]))
    }
    return Answer.json(.object(results)).with("x-batch-size", "\(members.count)")
  }

  private static func candidate(_ entity: JSONValue, _ data: ServingData) -> JSONValue {
    let schema = entity["schema"]?.string ?? "Thing"
    var score = 0.0
    if case .number(let text)? = entity["score"] { score = Double(text) ?? 0 }
    let countries = (entity["properties"]?["country"]?.array ?? []).compactMap(\.string)
    return .members([
      "id": entity["id"], "name": entity["caption"],
      "description": .string(
        ([data.vocabulary[schema]?.label ?? schema] + countries).joined(separator: ", ")),
      "type": .array([
        .members([
          "id": .string(schema), "name": .string(data.vocabulary[schema]?.label ?? schema),
        ])
      ]),
      "score": .number("\((score * 1000).rounded() / 10)"), "match": entity["match"],
    ])
  }

  private static func extend(_ call: Call, _ text: String) throws -> Answer {
    let json = try parsed(text)
    let ids = (json["ids"]?.array ?? []).compactMap(\.string)
    let properties = json["properties"]?.array ?? []
    func bare(_ id: String) -> String { id.split(separator: ":").last.map(String.init) ?? id }
    let named = properties.compactMap { property in
      property["id"]?.string.map { (id: $0, settings: property["settings"]) }
    }
    let meta = named.map { id, _ -> JSONValue in
      let label = call.data.vocabulary.names.compactMap {
        call.data.vocabulary[$0]?.properties[bare(id)]?.label
      }.first
      return .members(["id": .string(id), "name": .string(label ?? bare(id))])
    }
    let rows = ids.map { id -> JSONValue.Member in
      let entity = call.data.watchlist.designation(WireEntity.house(id)).map {
        WireEntity(call.data.watchlist.party(ofDesignation: $0), in: call.data)
      }
      return .init(
        id,
        .object(
          named.map { property, settings in
            var values = entity?.values(bare(property)) ?? []
            if case .number(let text)? = settings?["limit"], let limit = Int(text), limit > 0 {
              values = Array(values.prefix(limit))
            }
            let isRaw = settings?["render"]?.string == "raw"
            let type = entity.flatMap {
              call.data.vocabulary[$0.schema]?.properties[bare(property)]?.type
            }
            return .init(
              property,
              .array(
                values.map { value in
                  let shown =
                    !isRaw && type == "country" ? call.data.countryName(value) ?? value : value
                  return .members(["str": .string(shown)])
                }))
          }))
    }
    return .json(.members(["meta": .array(meta), "rows": .object(rows)]))
  }

  static func suggest(_ call: Call) throws -> Answer {
    let filter = try EntityFilter(call, dataset: call.parameter("dataset"))
    let prefix = (call.text("prefix") ?? "").trimmingCharacters(in: .whitespaces)
    let limit = try MatchOperation.limit(call, or: 10)
    func answer(_ results: [JSONValue]) -> Answer {
      .json(
        .members(["prefix": .string(prefix), "result": .array(Array(results.prefix(limit)))]))
    }
    guard !prefix.isEmpty else { return answer([]) }
    let wanted = prefix.lowercased()
    switch call.parameter("kind") {
    case "type":
      return answer(
        call.data.vocabulary.names.compactMap { call.data.vocabulary[$0] }
          .filter {
            $0.isMatchable
              && ($0.name.lowercased().hasPrefix(wanted) || $0.label.lowercased().hasPrefix(wanted))
          }
          .map { .members(["id": .string($0.name), "name": .string($0.label)]) })
    case "property":
      return answer(
        properties(call.data.vocabulary["Thing"].map { $0.descendants } ?? [], call.data)
          .filter {
            $0.name.lowercased().hasPrefix(wanted) || $0.label.lowercased().hasPrefix(wanted)
          }
          .map(described))
    case "entity":
      let index = call.data.search()
      var terms = SearchIndex.words(prefix).map { SearchIndex.Term(word: $0) }
      if !terms.isEmpty { terms[terms.count - 1].isPrefix = true }
      let found = index.find(terms).map { (entity: index.entities[$0.party], score: $0.score) }
        .filter {
          filter.mayTake($0.entity.party, in: call.data.watchlist) && filter.takes($0.entity)
        }
        .sorted { ($1.score, $0.entity.id) < ($0.score, $1.entity.id) }
      return answer(
        found.prefix(limit).map { entity, _ in
          .members([
            "id": .string(entity.id), "name": .string(entity.caption),
            "description": .string(call.data.vocabulary[entity.schema]?.label ?? entity.schema),
            "notable": .array([
              .members([
                "id": .string(entity.schema),
                "name": .string(call.data.vocabulary[entity.schema]?.label ?? entity.schema),
              ])
            ]),
          ])
        })
    default: throw Problem(404, "not-found", "Not Found")
    }
  }

  static func proposeProperties(_ call: Call) throws -> Answer {
    _ = try EntityFilter(call, dataset: call.parameter("dataset"))
    let type = call.text("type") ?? "Thing"
    guard call.data.vocabulary[type] != nil else {
      throw Problem(404, "unknown-type", "No such type.")
    }
    let limit = try MatchOperation.limit(call, or: 500)
    return .json(
      .members([
        "type": .string(type), "limit": .int(limit),
        "properties": .array(properties([type], call.data).prefix(limit).map(described)),
      ]))
  }

  private static func properties(
    _ schemata: [String], _ data: ServingData
  ) -> [Vocabulary.Property] {
    var found: [String: Vocabulary.Property] = [:]
    for schema in schemata {
      for property in data.vocabulary[schema]?.properties.values ?? [:].values
      where !property.isStub {
        found[property.qualified] = property
      }
    }
    return found.values.sorted { $0.qualified < $1.qualified }
  }

  private static func described(_ property: Vocabulary.Property) -> JSONValue {
    .members([
      "id": .string(property.qualified), "name": .string(property.label),
      "description": .string(property.schema),
    ])
  }
}

/// The fields of a form, `application/x-www-form-urlencoded`.
package struct Form: Sendable {
  package let fields: [(name: String, value: String)]

  package init(_ body: [UInt8]) { fields = Self.parse(String(decoding: body, as: UTF8.self)) }

  /// The last field of that name.
  package subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  static func parse(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: "&", omittingEmptySubsequences: true).map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      func decoded(_ part: Substring) -> String {
        let blank = part.replacing("+", with: " ")
        return blank.removingPercentEncoding ?? String(blank)
      }
      return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
    }
  }
}
