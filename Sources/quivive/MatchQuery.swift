import FileFormats
import Matching
import Parties
import TradeModel

/// One question: a line of `--queries`.
struct MatchQuery {
  let id: String
  let subject: Subject

  init(_ value: JSONValue) throws {
    guard let id = value["id"]?.string else { throw Failure(.badInput, "the question has no `id`") }
    guard let names = Self.names(value) else {
      throw Failure(.badInput, "the question has no `name`")
    }
    self.id = id
    subject = Subject(
      schema: value["schema"]?.string ?? "LegalEntity", names: names,
      properties: value["props"] ?? .object([]))
  }

  /// `name` or `names`: one text or several; `nil` when there is none.
  static func names(_ value: JSONValue) -> [String]? {
    let stated = value["name"] ?? value["names"]
    let names = stated?.string.map { [$0] } ?? stated?.array?.compactMap(\.string)
    return names?.isEmpty == false ? names : nil
  }
}

extension Subject {
  /// The subject that FollowTheMoney properties describe.
  init(schema: String, names: [String], properties: JSONValue) {
    let kind: PartyKind =
      switch schema {
      case "Person": .person
      case "Organization", "Company", "PublicBody": .organisation
      case "Vessel": .vessel
      case "Airplane": .aircraft
      default: .unknown
      }
    self.init(kind: kind, names: names)
    func texts(_ property: String) -> [String] {
      properties[property]?.string.map { [$0] }
        ?? properties[property]?.array?.compactMap(\.string) ?? []
    }
    birthDates = texts("birthDate").map(PartialDate.init(reading:))
    foundingDates = (texts("incorporationDate") + texts("buildDate"))
      .map(PartialDate.init(reading:))
    for property in ["nationality", "citizenship", "country", "jurisdiction", "flag"] {
      for text in texts(property) where !countries.contains(text) { countries.append(text) }
    }
    gender = texts("gender").first
    addresses = texts("address").map { Address(lines: [$0], text: $0) }
    birthPlaces = texts("birthPlace")
    tonnage = texts("tonnage").first
    grossTonnage = texts("grossRegisteredTonnage").first
    for (property, number) in Self.identifierProperties {
      for text in texts(property) {
        identifiers.append(Identifier(kind: number, value: text, label: property))
      }
    }
  }

  private static let identifierProperties: KeyValuePairs<String, Identifier.Kind> = [
    "imoNumber": .imo, "mmsi": .mmsi, "callSign": .callSign, "leiCode": .lei, "swiftBic": .bic,
    "innCode": .inn, "ogrnCode": .ogrn, "uscCode": .uscc, "vatCode": .euVAT, "dunsCode": .duns,
    "passportNumber": .passport, "idNumber": .nationalID, "taxNumber": .tax,
    "registrationNumber": .registration, "serialNumber": .aircraftSerial, "isin": .isin,
    "publicKey": .cryptoWallet,
  ]
}

extension ScoredMatch {
  /// A result line's entry.
  func json(under policy: MatchPolicy, withReasons: Bool) -> JSONValue {
    let score = score(under: policy)
    return .members([
      "id": .string(party.text),
      "caption": .string(caption),
      "score": .int(score.value),
      "weight": .int(weight.tenthsOfBit),
      "match": .bool(score >= policy.threshold),
      "marking": marking(under: policy).map { .string($0.rawValue) },
      "reasons": withReasons ? .array(reasons.map(\.json)) : nil,
    ])
  }
}

extension Reason {
  var json: JSONValue {
    .members([
      "feature": .string(feature.rawValue),
      "weight": .int(weight.tenthsOfBit),
      "subject": .string(subjectValue),
      "listed": .string(listedValue),
      "designation": .string(designation),
      "sentence": .members(["en": .string(sentence.en), "fr": .string(sentence.fr)]),
      "alignment": alignment.isEmpty
        ? nil
        : .array(
          alignment.map { row in
            .members([
              "subject": .string(row.subjectText), "listed": .string(row.listedText),
              "subjectReading": .string(row.subjectReading),
              "listedReading": .string(row.listedReading),
              "operation": .string(row.operation.rawValue),
              "weight": .int(row.weight.tenthsOfBit),
            ])
          }),
    ])
  }
}
