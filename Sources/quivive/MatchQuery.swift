import FileFormats
import Matching
import Parties
import TradeModel

/// One question: a line of `--queries`.
struct MatchQuery {
  let id: String
  let subject: Subject

  init(_ bytes: [UInt8], _ line: JSONLines.Line) throws {
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes, in: line.range)
    } catch {
      throw Failure(.badInput, "line \(line.number): \(error.message)")
    }
    guard let id = value["id"]?.string else {
      throw Failure(.badInput, "line \(line.number): the question has no `id`")
    }
    let names = value["name"]?.string.map { [$0] } ?? value["name"]?.array?.compactMap(\.string)
    guard let names, !names.isEmpty else {
      throw Failure(.badInput, "line \(line.number): the question has no `name`")
    }
    self.id = id
    subject = Subject(
      schema: value["schema"]?.string ?? "LegalEntity", names: names,
      properties: value["props"] ?? .object([]))
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
    birthDates = texts("birthDate").map(PartialDate.init(isoText:))
    foundingDates = (texts("incorporationDate") + texts("buildDate"))
      .map(PartialDate.init(isoText:))
    for property in ["nationality", "citizenship", "country", "jurisdiction", "flag"] {
      for text in texts(property) where !countries.contains(text) { countries.append(text) }
    }
    gender = texts("gender").first
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

extension PartialDate {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else stays text.
  fileprivate init(isoText text: String) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    var point: Point?
    if let first = fields.first, let year = first, fields.count <= 3, !fields.contains(nil) {
      point = Point(
        year: year, month: fields.count > 1 ? fields[1] : nil,
        day: fields.count > 2 ? fields[2] : nil)
    }
    self.init(text: text, start: point)
  }
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
