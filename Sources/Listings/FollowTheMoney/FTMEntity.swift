import FileFormats

/// One entity of a FollowTheMoney document, nested entities kept inside.
struct FTMEntity {
  let id: String
  let schema: String
  let json: JSONValue
  let line: Int

  /// The schemas that are parties by themselves.
  static let partySchemas: Set<String> = [
    "Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane",
    "Vehicle", "Asset",
  ]

  /// The schemas that stand for a party only when no other entity claims them.
  static let possessionSchemas: Set<String> = ["CryptoWallet", "Security"]

  var isParty: Bool { Self.partySchemas.contains(schema) }

  /// Reads the entity of `json`; `nil` when it is none.
  init?(_ json: JSONValue, line: Int) {
    guard let id = json.text("id"), let schema = json.text("schema"),
      json["properties"]?.object != nil
    else { return nil }
    self.id = id
    self.schema = schema
    self.json = json
    self.line = line
  }

  /// The property names in the order of the file.
  var propertyNames: [String] { (json["properties"]?.object ?? []).map(\.name) }

  /// The texts of a property: of nested entities, their ids. Empty ones are left out.
  func texts(_ property: String) -> [String] {
    values(property).compactMap { value in
      switch value {
      case .string(let text): text.isEmpty ? nil : text
      case .number(let text): text
      case .object: value.text("id")
      default: nil
      }
    }
  }

  func first(_ property: String) -> String? { texts(property).first }

  /// The entities that stand inside a property (`targets.nested.json`).
  func nested(_ property: String) -> [FTMEntity] {
    values(property).compactMap { FTMEntity($0, line: line) }
  }

  /// A single value may stand without its array.
  private func values(_ property: String) -> [JSONValue] {
    guard let value = json["properties"]?[property] else { return [] }
    return value.array ?? [value]
  }
}
