package import FileFormats
package import Matching
import Parties
import TradeModel
import Workplace

/// One question of the matching interface: an example of the entity that is looked for.
package struct ExampleEntity: Sendable {
  package let id: String?
  package let schema: Vocabulary.Schema
  /// Cleaned, in the order in which they were stated.
  package let properties: [(name: String, values: [String])]

  /// Reads and cleans a question.
  ///
  /// - Parameter key: the question's place in the batch, for errors.
  /// - Throws: a ``Problem`` of status 422 for a wrong shape, 400 for a schema that cannot be asked for.
  package init(_ json: JSONValue, key: [String], data: ServingData) throws {
    guard json.object != nil else {
      throw Self.shape(
        "model_attributes_type", key,
        "Input should be a valid dictionary or object to extract fields from", json)
    }
    guard let stated = json["schema"] else {
      throw Self.shape("missing", key + ["schema"], "Field required", json)
    }
    guard let name = stated.string else {
      throw Self.shape("string_type", key + ["schema"], "Input should be a valid string", stated)
    }
    switch json["id"] {
    case nil, .null?: id = nil
    case .string(let text)?: id = text
    case let other?:
      throw Self.shape("string_type", key + ["id"], "Input should be a valid string", other)
    }
    guard let schema = data.vocabulary[name], schema.isMatchable || name == "Thing" else {
      throw Problem(
        400, "bad-schema",
        "Cannot parse example entity: "
          + (data.vocabulary[name] == nil ? "Unknown schema" : "Schema cannot be matched")
          + ": \(name)")
    }
    self.schema = schema
    guard let members = json["properties"]?.object else {
      throw json["properties"].map {
        Self.shape("dict_type", key + ["properties"], "Input should be a valid dictionary", $0)
      } ?? Self.shape("missing", key + ["properties"], "Field required", json)
    }
    var cleaned: [(name: String, values: [String])] = []
    var implied: [String] = []
    for member in members {
      guard let property = schema.properties[member.name], !property.isStub else { continue }
      var values: [String] = []
      for value in member.value.array ?? [member.value] {
        guard let text = Self.text(value) else { continue }
        let clean = Self.clean(text, property.type, data)
        if let clean, !values.contains(clean) { values.append(clean) }
        if property.type == "phone", let code = data.country(ofPhone: text) { implied.append(code) }
        if property.type == "iban" || property.name == "iban" {
          implied.append(text.prefix(2).lowercased())
        }
      }
      if !values.isEmpty { cleaned.append((member.name, values)) }
    }
    let hasName = cleaned.contains { schema.properties[$0.name]?.type == "name" }
    if !hasName, let full = Self.assembled(cleaned) { cleaned.append(("name", [full])) }
    if !implied.isEmpty, schema.properties["country"] != nil {
      if let place = cleaned.firstIndex(where: { $0.name == "country" }) {
        for code in implied where !cleaned[place].values.contains(code) {
          cleaned[place].values.append(code)
        }
      } else {
        cleaned.append(("country", implied))
      }
    }
    properties = cleaned
  }

  /// What the question is echoed as.
  package var json: JSONValue {
    .members([
      "id": id.map(JSONValue.string) ?? .null, "schema": .string(schema.name),
      "properties": .object(
        properties.map { .init($0.name, .array($0.values.map(JSONValue.string))) }),
    ])
  }

  /// As the matcher asks it.
  package func subject(_ vocabulary: Vocabulary) -> Subject {
    let names = properties.filter { schema.properties[$0.name]?.type == "name" }.flatMap(\.values)
    let facts = properties.map { property -> JSONValue.Member in
      let isCountry = schema.properties[property.name]?.type == "country"
      return .init(
        property.name,
        .array(property.values.map { .string(isCountry ? $0.uppercased() : $0) }))
    }
    return Subject(
      schema: schema.isA("Organization") ? "Organization" : schema.name, names: names,
      properties: .object(facts))
  }

  private static func shape(
    _ type: String, _ place: [String], _ message: String, _ input: JSONValue
  ) -> Problem {
    .shape(type, place.map(JSONValue.string), message, input)
  }

  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// A value as its type writes it; `nil` for one that the type cannot take.
  static func clean(_ text: String, _ type: String, _ data: ServingData) -> String? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { return nil }
    switch type {
    case "country": return data.countries.code(text)?.lowercased()
    case "date": return date(text)
    case "gender":
      let folded = text.lowercased()
      if ["male", "m", "man", "homme", "masculin"].contains(folded) { return "male" }
      if ["female", "f", "woman", "femme", "féminin"].contains(folded) { return "female" }
      return folded == "other" ? "other" : nil
    case "identifier", "checksum", "ip", "url", "email", "phone", "iban", "entity", "topic",
      "language", "mimetype", "number", "string", "text", "name", "address":
      return text
    default: return text
    }
  }

  /// `1965`, `1965-04` or `1965-04-21` of a date written so; hours and zones are left out.
  private static func date(_ text: String) -> String? {
    let day = text.prefix { $0 != "T" && $0 != " " }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]), year > 0
    else { return nil }
    var clean = String(parts[0])
    for (place, part) in parts.dropFirst().enumerated() {
      guard (1...2).contains(part.count), let number = Int(part) else { return nil }
      guard number > 0 else { return clean }
      guard number <= (place == 0 ? 12 : 31) else { return nil }
      clean += number < 10 ? "-0\(number)" : "-\(number)"
    }
    return clean
  }

  /// Full names of the parts, where no name is stated.
  private static func assembled(_ properties: [(name: String, values: [String])]) -> String? {
    let parts = ["firstName", "secondName", "middleName", "fatherName", "lastName"].compactMap {
      part in properties.first { $0.name == part }?.values.first
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension Problem {
  /// An error of shape in a request, as yente's clients read it.
  static func shape(
    _ type: String, _ place: [JSONValue], _ message: String, _ input: JSONValue
  ) -> Problem {
    var problem = Problem(422, "bad-shape", message)
    problem.details = .array([
      .members([
        "type": .string(type), "loc": .array([.string("body")] + place), "msg": .string(message),
        "input": input,
      ])
    ])
    return problem
  }

  /// The same for a parameter of the address.
  static func parameter(
    _ name: String, _ type: String, _ message: String, _ input: String
  ) -> Problem {
    var problem = Problem(422, "bad-parameter", "`\(name)`: \(message)")
    problem.details = .array([
      .members([
        "type": .string(type), "loc": .array([.string("query"), .string(name)]),
        "msg": .string(message), "input": .string(input),
      ])
    ])
    return problem
  }
}
