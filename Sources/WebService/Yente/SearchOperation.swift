import FileFormats
import TradeModel

/// `GET /search/{dataset}`.
enum SearchOperation {
  static let mostOffset = 9499

  static func search(_ call: Call) throws -> Answer {
    let filter = try EntityFilter(call, dataset: call.parameter("dataset"))
    let limit = try MatchOperation.limit(call, or: 10)
    let offset = try offset(call)
    let schemaName = call.text("schema") ?? "Thing"
    guard let schema = call.data.vocabulary[schemaName] else {
      throw Problem(400, "bad-schema", "Invalid schema")
    }
    let isFuzzy = try flag(call, "fuzzy") ?? false
    let isSimple = try flag(call, "simple") ?? false
    let target = try flag(call, "target")
    let query = try SearchQuery(call.text("q") ?? "", isFuzzy: isFuzzy, isForgiving: isSimple)
    let fields = try ValueFilters(call)
    let sort = try Sorting(call)
    let answering =
      schema.isMatchable || schema.name == "Thing"
      ? call.data.vocabulary.answering(schema) : Set(schema.descendants)
    let index = call.data.search()
    var found: [(entity: WireEntity, score: Int)] = []
    for (party, score) in index.find(query.terms) {
      let entity = index.entities[party]
      guard answering.contains(entity.schema), target != false,
        filter.mayTake(party, in: call.data.watchlist), filter.takes(entity),
        fields.take(entity, call.data)
      else { continue }
      // Much is said of whom many look for.
      found.append((entity, score * 64 + min(63, entity.properties.count)))
    }
    sort.sort(&found, call.data)
    let page = found.dropFirst(offset).prefix(limit)
    return .json(
      .members([
        "limit": .int(limit), "offset": .int(offset),
        "total": .members(["value": .int(found.count), "relation": "eq"]),
        "results": .array(page.map(\.entity.json)),
        "facets": try facets(call, found.map(\.entity)),
      ]))
  }

  static func offset(_ call: Call) throws -> Int {
    guard let text = call.text("offset") else { return 0 }
    guard let number = Int(text), (0...mostOffset).contains(number) else {
      throw Problem.parameter(
        "offset", Int(text) == nil ? "int_parsing" : "less_than_equal",
        "Input should be a whole number from 0 to \(mostOffset)", text)
    }
    return number
  }

  static func flag(_ call: Call, _ name: String) throws -> Bool? {
    guard let text = call.text(name) else { return nil }
    switch text.lowercased() {
    case "true", "1", "yes", "on": return true
    case "false", "0", "no", "off": return false
    case "": return nil
    default:
      throw Problem.parameter(
        name, "bool_parsing", "Input should be a valid boolean, unable to interpret input", text)
    }
  }

  /// `countries`, `topics`, `datasets` and `filter=field:value`.
  private struct ValueFilters {
    private var fields: [(field: String, values: [String])] = []
    private let all: Bool

    init(_ call: Call) throws {
      let operation = call.text("filter_op") ?? "OR"
      guard operation == "OR" || operation == "AND" else {
        throw Problem.parameter(
          "filter_op", "enum", "Input should be 'AND' or 'OR'", operation)
      }
      all = operation == "AND"
      for field in ["countries", "topics", "datasets"] where !call.texts(field).isEmpty {
        fields.append((field, call.texts(field)))
      }
      for text in call.texts("filter") {
        guard let colon = text.firstIndex(of: ":") else {
          throw Problem(400, "bad-filter", "Invalid filter: '\(text)'")
        }
        let field = String(text[..<colon])
        let value = String(text[text.index(after: colon)...])
        if let place = fields.firstIndex(where: { $0.field == field }) {
          fields[place].values.append(value)
        } else {
          fields.append((field, [value]))
        }
      }
    }

    func take(_ entity: WireEntity, _ data: ServingData) -> Bool {
      fields.allSatisfy { field, wanted in
        let has = Set(SearchOperation.values(of: entity, field, data))
        return all ? wanted.allSatisfy(has.contains) : wanted.contains(where: has.contains)
      }
    }
  }

  /// The values of a field that may be filtered or sorted by.
  static func values(of entity: WireEntity, _ field: String, _ data: ServingData) -> [String] {
    switch field {
    case "id", "canonical_id": return [entity.id]
    case "caption": return [entity.caption]
    case "schema": return [entity.schema]
    case "datasets": return entity.datasets
    case "referents": return entity.referents
    case "topics": return entity.values("topics")
    case "genders": return entity.values("gender")
    case "countries": return entity.countries(data.vocabulary)
    case "first_seen": return [entity.firstSeen].compactMap(\.self)
    case "last_seen": return [entity.lastSeen].compactMap(\.self)
    case "last_change": return [entity.lastChange].compactMap(\.self)
    case "target": return ["\(entity.isTarget)"]
    case let field where field.hasPrefix("properties."):
      return entity.values(String(field.dropFirst("properties.".count)))
    default:
      let types = data.vocabulary[entity.schema]?.properties ?? [:]
      return entity.properties.filter { types[$0.name]?.type == singular(field) }.flatMap(\.values)
    }
  }

  private static func singular(_ group: String) -> String {
    switch group {
    case "countries": "country"
    case "identifiers": "identifier"
    case "dates": "date"
    case "names": "name"
    case "addresses": "address"
    case "emails": "email"
    case "phones": "phone"
    default: group
    }
  }

  struct Sorting {
    private var keys: [(field: String, isDescending: Bool)] = []

    init(_ call: Call) throws {
      for text in call.texts("sort") {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let field = parts.first else { continue }
        keys.append((field, parts.count > 1 && parts[1].lowercased() == "desc"))
      }
    }

    /// By the keys, what is missing last; then by score and id.
    func sort(_ found: inout [(entity: WireEntity, score: Int)], _ data: ServingData) {
      let rows = found.map { row in
        (
          row,
          keys.map { key in
            let values = SearchOperation.values(of: row.entity, key.field, data)
            return key.isDescending ? values.max() : values.min()
          }
        )
      }
      found = rows.sorted { a, b in
        for (place, key) in keys.enumerated() where a.1[place] != b.1[place] {
          guard let left = a.1[place] else { return false }
          guard let right = b.1[place] else { return true }
          return key.isDescending ? left > right : left < right
        }
        if a.0.score != b.0.score { return a.0.score > b.0.score }
        return a.0.entity.id < b.0.entity.id
      }.map(\.0)
    }
  }

  private static func facets(_ call: Call, _ found: [WireEntity]) throws -> JSONValue {
    let asked = call.texts("facets")
    let fields = asked.isEmpty ? ["countries", "topics", "datasets"] : asked
    let known: [String: String] = [
      "datasets": "Data sources", "schema": "Entity types", "countries": "Countries",
      "identifiers": "Identifiers", "topics": "Topics", "genders": "Genders",
    ]
    return .object(
      try fields.map { field in
        guard let label = known[field] else {
          throw Problem.parameter(
            "facets", "enum",
            "Input should be 'datasets', 'schema', 'countries', 'identifiers', 'topics' or 'genders'",
            field)
        }
        var counts: [String: Int] = [:]
        for entity in found {
          for value in Set(values(of: entity, field, call.data)) { counts[value, default: 0] += 1 }
        }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(1000)
        return .init(
          field,
          .members([
            "label": .string(label),
            "values": .array(
              ordered.map { value, count in
                .members([
                  "name": .string(value), "label": .string(self.label(value, field, call.data)),
                  "count": .int(count),
                ])
              }),
          ]))
      })
  }

  private static func label(_ value: String, _ field: String, _ data: ServingData) -> String {
    switch field {
    case "datasets": data.datasets.leaves.first { $0.name == value }?.title ?? value
    case "schema": data.vocabulary[value]?.plural ?? value
    case "countries": data.countryName(value) ?? value
    default: value
    }
  }
}
