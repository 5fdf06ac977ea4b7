import FileFormats
import Watchlist

/// `GET /entities/{id}` and what stands around it.
enum EntityOperations {
  static func entity(_ call: Call) throws -> Answer {
    let entity = try find(call, path: { "/entities/\($0)" })
    guard try SearchOperation.flag(call, "nested") ?? true else { return .json(entity.json) }
    var members = entity.members
    let nested = adjacent(of: entity, call.data)
    if let place = members.firstIndex(where: { $0.name == "properties" }) {
      members[place] = .init(
        "properties",
        .object(
          (members[place].value.object ?? [])
            + nested.map { .init($0.property, .array($0.entities)) }))
    }
    return .json(.object(members))
  }

  static func adjacent(_ call: Call) throws -> Answer {
    let entity = try find(call, path: { "/entities/\($0)/adjacent" })
    let (limit, offset) = try page(call)
    return .json(
      .members([
        "entity": entity.json,
        "adjacent": .object(
          adjacent(of: entity, call.data).map { property, entities in
            .init(property, Self.page(entities, limit, offset))
          }),
      ]))
  }

  static func adjacentProperty(_ call: Call) throws -> Answer {
    let name = call.parameter("property")
    let entity = try find(call, path: { "/entities/\($0)/adjacent/\(name)" })
    guard let property = call.data.vocabulary[entity.schema]?.properties[name],
      property.type == "entity"
    else { throw Problem(404, "unknown-property", "No such property!") }
    let (limit, offset) = try page(call)
    let entities = adjacent(of: entity, call.data).first { $0.property == name }?.entities ?? []
    return .json(page(entities, limit, offset))
  }

  private static func page(_ call: Call) throws -> (limit: Int, offset: Int) {
    (try MatchOperation.limit(call, or: 10), try SearchOperation.offset(call))
  }

  private static func page(_ entities: [JSONValue], _ limit: Int, _ offset: Int) -> JSONValue {
    .members([
      "results": .array(Array(entities.dropFirst(offset).prefix(limit))),
      "total": .members(["value": .int(entities.count), "relation": "eq"]),
      "limit": .int(limit), "offset": .int(offset),
    ])
  }

  /// The entity of the path; another id of it leads to its own.
  private static func find(_ call: Call, path: (String) -> String) throws -> WireEntity {
    let asked = call.parameter("entity")
    let watchlist = call.data.watchlist
    guard let designation = watchlist.designation(WireEntity.house(asked)) else {
      throw Problem(404, "unknown-entity", "No such entity!")
    }
    let entity = WireEntity(watchlist.party(ofDesignation: designation), in: call.data)
    guard entity.id == asked else {
      var moved = Problem(308, "moved", "The entity is kept under another id.")
      moved.headers = [("location", path(entity.id))]
      throw moved
    }
    return entity
  }

  /// One step from the entity: the designations that list it, and listed parties it is linked to.
  static func adjacent(
    of entity: WireEntity, _ data: ServingData
  ) -> [(property: String, entities: [JSONValue])] {
    let watchlist = data.watchlist
    var found: [(property: String, entities: [JSONValue])] = []
    let sanctions = watchlist.designations(ofParty: entity.party).map { designation in
      sanction(designation, of: entity, data)
    }
    if !sanctions.isEmpty { found.append(("sanctions", sanctions)) }
    var links: [JSONValue] = []
    for relation in watchlist.relations(ofParty: entity.party) {
      guard case .party(let other) = relation.target else { continue }
      links.append(link(entity, WireEntity(other, in: data), relation))
    }
    if !links.isEmpty { found.append(("unknownLinkTo", links)) }
    var back: [JSONValue] = []
    for relation in watchlist.relations(naming: entity.caption) {
      let other = WireEntity(watchlist.party(ofDesignation: relation.designation), in: data)
      if other.id != entity.id { back.append(link(other, entity, relation, seen: other)) }
    }
    if !back.isEmpty { found.append(("unknownLinkFrom", back)) }
    let known = data.vocabulary[entity.schema]?.properties ?? [:]
    return found.filter { known[$0.property] != nil }
  }

  private static func sanction(
    _ designation: Int, of entity: WireEntity, _ data: ServingData
  ) -> JSONValue {
    let id = data.watchlist.id(ofDesignation: designation)
    let list = String(id.prefix { $0 != "/" })
    let dataset = data.datasets.dataset(ofList: list)
    let json = try? JSONParser.parse(data.watchlist.json(ofDesignation: designation))
    func texts(_ member: String) -> [String] { (json?[member]?.array ?? []).compactMap(\.string) }
    func days(_ member: String) -> [String] {
      (json?[member]?.array ?? []).compactMap { $0["start"]?.string }
    }
    let properties: [(String, [String])] = [
      ("entity", [entity.id]), ("authority", [dataset?.authority].compactMap(\.self)),
      ("authorityId", [String(id.drop { $0 != "/" }.dropFirst())]),
      ("country", [dataset?.jurisdiction.lowercased()].compactMap(\.self)),
      ("program", texts("programmes")), ("provisions", texts("measures")),
      ("listingDate", days("listedOn")), ("modifiedAt", days("updatedOn")),
      ("summary", texts("remarks")),
    ]
    return plain(
      WireEntity.wire(id) + "-sanction", dataset?.authority ?? list, "Sanction", properties, entity,
      dataset?.name)
  }

  private static func link(
    _ subject: WireEntity, _ object: WireEntity, _ relation: CompiledRelation,
    seen: WireEntity? = nil
  ) -> JSONValue {
    let other = (seen ?? object).json
    let body = plain(
      "\(subject.id)-\(object.id)-link", relation.type, "UnknownLink",
      [("role", [relation.type]), ("summary", [relation.quote].compactMap(\.self))], subject,
      subject.datasets.first)
    guard case .object(let members) = body else { return body }
    return .object(
      members.map { member in
        guard member.name == "properties", case .object(let properties) = member.value else {
          return member
        }
        let ends: [JSONValue.Member] =
          seen == nil
          ? [.init("subject", .array([.string(subject.id)])), .init("object", .array([other]))]
          : [.init("subject", .array([other])), .init("object", .array([.string(object.id)]))]
        return .init("properties", .object(ends + properties))
      })
  }

  private static func plain(
    _ id: String, _ caption: String, _ schema: String, _ properties: [(String, [String])],
    _ entity: WireEntity, _ dataset: String?
  ) -> JSONValue {
    .members([
      "id": .string(id), "caption": .string(caption), "schema": .string(schema),
      "properties": .object(
        properties.filter { !$0.1.isEmpty }.map { .init($0.0, .array($0.1.map(JSONValue.string))) }
      ),
      "datasets": .array(dataset.map { [.string($0)] } ?? []), "referents": .array([]),
      "target": false,
      "first_seen": entity.firstSeen.map(JSONValue.string) ?? .null,
      "last_seen": entity.lastSeen.map(JSONValue.string) ?? .null,
      "last_change": entity.lastChange.map(JSONValue.string) ?? .null,
    ])
  }
}
