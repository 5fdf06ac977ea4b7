package import FileFormats
import Foundation
import Parties
package import TradeModel
import Watchlist
import Workplace

/// A listed party as a FollowTheMoney entity.
package struct WireEntity: Sendable {
  package let party: Int
  package let id: String
  package let caption: String
  package let schema: String
  /// In the order of the model; values once each.
  package var properties: [(name: String, values: [String])]
  package let datasets: [String]
  /// The other designations of the same party.
  package let referents: [String]
  package let firstSeen: String?
  package let lastSeen: String?
  package let lastChange: String?

  /// `us.ofac.sdn/9677` as ids of entities are written: no slash.
  package static func wire(_ id: String) -> String {
    guard let slash = id.firstIndex(of: "/") else { return id }
    return id[..<slash] + "-"
      + id[id.index(after: slash)...].replacingOccurrences(of: "/", with: "~")
  }

  /// The id of a designation that a wire id stands for.
  package static func house(_ id: String) -> String {
    guard let dash = id.firstIndex(of: "-") else { return id }
    return id[..<dash] + "/" + id[id.index(after: dash)...].replacingOccurrences(of: "~", with: "/")
  }

  package static func schema(of kind: PartyKind) -> String {
    switch kind {
    case .person: "Person"
    case .organisation: "Organization"
    case .vessel: "Vessel"
    case .aircraft: "Airplane"
    case .unknown: "LegalEntity"
    }
  }

  package init(_ party: Int, in data: ServingData) {
    let watchlist = data.watchlist
    self.party = party
    let home = watchlist.id(ofParty: party).text
    let kind = watchlist.kind(ofParty: party)
    var properties = Properties(data.vocabulary[Self.schema(of: kind)])
    var datasets: [String] = []
    var referents: [String] = []
    var dates: [String] = []
    var changes: [String] = []
    var isSanctioned = false
    var seen: Day?
    for designation in watchlist.designations(ofParty: party) {
      let id = watchlist.id(ofDesignation: designation)
      if id != home { referents.append(Self.wire(id)) }
      let list = String(id.prefix { $0 != "/" })
      if let dataset = data.datasets.dataset(ofList: list) {
        if !datasets.contains(dataset.name) { datasets.append(dataset.name) }
        isSanctioned = isSanctioned || dataset.isSanctions
        if let published = dataset.published { seen = max(seen ?? published, published) }
      }
      guard let json = try? JSONParser.parse(watchlist.json(ofDesignation: designation)) else {
        continue
      }
      Self.take(json, into: &properties, country: data.countries.code)
      dates += Self.texts(json["listedOn"], "start")
      changes += Self.texts(json["updatedOn"], "start")
    }
    properties.add("topics", [isSanctioned ? "sanction" : "export.control"])
    id = Self.wire(home)
    caption = watchlist.caption(ofParty: party)
    schema = Self.schema(of: kind)
    self.properties = properties.found
    self.datasets = datasets
    self.referents = referents
    firstSeen = dates.min().map { "\($0)T00:00:00" }
    lastChange = (changes + dates).max().map { "\($0)T00:00:00" }
    lastSeen = seen.map { "\($0)T00:00:00" }
  }

  package var isTarget: Bool { true }

  /// The entity's own members, in yente's order.
  package var members: [JSONValue.Member] {
    [
      .init("id", .string(id)), .init("caption", .string(caption)),
      .init("schema", .string(schema)),
      .init(
        "properties",
        .object(properties.map { .init($0.name, .array($0.values.map(JSONValue.string))) })),
      .init("datasets", .array(datasets.map(JSONValue.string))),
      .init("referents", .array(referents.map(JSONValue.string))),
      .init("target", .bool(isTarget)),
      .init("first_seen", firstSeen.map(JSONValue.string) ?? .null),
      .init("last_seen", lastSeen.map(JSONValue.string) ?? .null),
      .init("last_change", lastChange.map(JSONValue.string) ?? .null),
    ]
  }

  package var json: JSONValue { .object(members) }

  package func values(_ property: String) -> [String] {
    properties.first { $0.name == property }?.values ?? []
  }

  /// The countries of the entity, of whatever property.
  package func countries(_ vocabulary: Vocabulary) -> [String] {
    let types = vocabulary[schema]?.properties ?? [:]
    var found: [String] = []
    for (name, values) in properties where types[name]?.type == "country" {
      for value in values where !found.contains(value) { found.append(value) }
    }
    return found
  }

  /// Values under the names that the schema has.
  private struct Properties {
    let schema: Vocabulary.Schema?
    var found: [(name: String, values: [String])] = []

    init(_ schema: Vocabulary.Schema?) { self.schema = schema }

    mutating func add(_ name: String, _ values: [String]) {
      guard schema?.properties[name] != nil else { return }
      let values = values.filter { !$0.isEmpty }
      guard !values.isEmpty else { return }
      let place = found.firstIndex { $0.name == name }
      var known = place.map { found[$0].values } ?? []
      for value in values where !known.contains(value) { known.append(value) }
      if let place { found[place].values = known } else { found.append((name, known)) }
    }
  }

  private static func texts(_ value: JSONValue?, _ member: String) -> [String] {
    (value?.array ?? []).compactMap { $0[member]?.string }
  }

  private static func strings(_ value: JSONValue?) -> [String] {
    (value?.array ?? []).compactMap(\.string)
  }

  /// What a designation says, under the names of the model.
  private static func take(
    _ json: JSONValue, into properties: inout Properties, country: (String) -> String?
  ) {
    for name in json["names"]?.array ?? [] {
      guard let text = name["text"]?.string else { continue }
      let kind = name["kind"]?.string ?? ""
      let property =
        name["strength"]?.string == "weak"
        ? "weakAlias" : kind == "primary" ? "name" : kind == "former" ? "previousName" : "alias"
      properties.add(property, [text])
      for part in name["parts"]?.array ?? [] where kind == "primary" {
        guard let text = part["text"]?.string else { continue }
        switch part["role"]?.string {
        case "given": properties.add("firstName", [text])
        case "family": properties.add("lastName", [text])
        case "patronymic", "fatherName": properties.add("fatherName", [text])
        case "middle": properties.add("middleName", [text])
        default: break
        }
      }
    }
    func dates(_ member: String) -> [String] {
      (json[member]?.array ?? []).compactMap { date in
        guard let start = date["start"]?.string else { return nil }
        guard let end = date["end"]?.string, end != start else { return start }
        if start.prefix(7) == end.prefix(7) { return String(start.prefix(7)) }
        return String(start.prefix(4))
      }
    }
    func codes(_ texts: [String]) -> [String] { texts.compactMap { country($0)?.lowercased() } }
    properties.add("birthDate", dates("birthDates"))
    properties.add("incorporationDate", dates("foundingDates"))
    properties.add("birthPlace", strings(json["birthPlaces"]))
    properties.add("title", strings(json["titles"]))
    properties.add("gender", [json["gender"]?.string?.lowercased()].compactMap(\.self))
    properties.add("nationality", codes(strings(json["nationalities"])))
    for address in json["addresses"]?.array ?? [] {
      if let text = address["text"]?.string { properties.add("address", [text]) }
      if let stated = address["country"]?.string { properties.add("country", codes([stated])) }
    }
    for identifier in json["identifiers"]?.array ?? [] {
      guard let value = identifier["value"]?.string, let kind = identifier["kind"]?.string else {
        continue
      }
      properties.add(identifierProperties[kind] ?? "idNumber", [value])
    }
    if let vessel = json["vessel"] {
      properties.add("type", [vessel["type"]?.string].compactMap(\.self))
      properties.add("flag", codes([vessel["flag"]?.string].compactMap(\.self)))
      properties.add("pastFlags", codes(strings(vessel["formerFlags"])))
      properties.add("tonnage", [vessel["tonnage"]?.string].compactMap(\.self))
      properties.add(
        "grossRegisteredTonnage", [vessel["grossTonnage"]?.string].compactMap(\.self))
    }
    if let aircraft = json["aircraft"] {
      properties.add("model", [aircraft["model"]?.string].compactMap(\.self))
    }
    properties.add("notes", strings(json["remarks"]))
    properties.add("program", strings(json["programmes"]))
  }

  /// The property of each kind of number; every other is an `idNumber`.
  private static let identifierProperties: [String: String] = [
    "lei": "leiCode", "imo": "imoNumber", "mmsi": "mmsi", "callSign": "callSign", "bic": "swiftBic",
    "inn": "innCode", "ogrn": "ogrnCode", "uscc": "uscCode", "euVAT": "vatCode", "duns": "dunsCode",
    "passport": "passportNumber", "nationalID": "idNumber", "tax": "taxNumber",
    "registration": "registrationNumber", "aircraftSerial": "serialNumber", "isin": "isin",
    "cryptoWallet": "publicKey", "phone": "phone", "email": "email", "website": "website",
    "imoCompany": "registrationNumber", "aircraftTail": "registrationNumber",
  ]
}
