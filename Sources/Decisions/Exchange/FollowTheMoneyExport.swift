public import FileFormats
import TradeModel

/// A dossier as FollowTheMoney entities: the parties, who holds and directs them, and the listed
/// parties that they resemble, each resemblance a link of its own that claims no identity.
///
/// Source: FollowTheMoney 4.11, schemata Person, Organization, LegalEntity, Vessel, Airplane,
/// Ownership, Directorship, Sanction and UnknownLink.
public enum FollowTheMoneyExport {
  /// One JSON object an entity, parties first.
  ///
  /// - Throws: ``ExchangeError`` when the dossier's input cannot be read as a transaction.
  public static func entities(of dossier: Dossier) throws(ExchangeError) -> [JSONValue] {
    let parties = try ExportedParty.all(in: dossier)
    func id(_ path: String) -> String { "qv-" + key(dossier, path) }
    var entities: [JSONValue] = []
    for party in parties {
      entities.append(
        entity(id(party.path), schema(party.party), properties(of: party.party)))
    }
    for party in parties {
      guard let parent = party.parent else { continue }
      let link = id(party.path + "→")
      if party.isOfficer {
        entities.append(
          entity(
            link, "Directorship",
            [
              ("director", [id(party.path)]), ("organization", [id(parent)]),
              ("role", [party.position].compactMap(\.self)),
            ]))
      } else {
        entities.append(
          entity(
            link, "Ownership",
            [
              ("owner", [id(party.path)]), ("asset", [id(parent)]),
              ("percentage", [party.share].compactMap(\.self)),
            ]))
      }
    }
    var listed: Set<String> = []
    for hit in ExportedHit.all(in: dossier) {
      for designation in hit.designations where listed.insert(designation.id).inserted {
        entities.append(
          entity(
            id(designation.id), "LegalEntity",
            [
              ("name", [hit.caption]), ("topics", ["sanction"]),
              ("sourceUrl", []), ("notes", [designation.id]),
            ]))
        entities.append(
          entity(
            id(designation.id + "§"), "Sanction",
            [
              ("entity", [id(designation.id)]), ("authority", [designation.list]),
              ("program", designation.programmes), ("authorityId", [designation.id]),
            ]))
      }
      guard let party = parties.first(where: { party in hit.facts.contains { party.holds($0) } })
      else { continue }
      for designation in hit.designations {
        entities.append(
          entity(
            id("\(hit.finding) \(designation.id)"), "UnknownLink",
            [
              ("subject", [id(party.path)]), ("object", [id(designation.id)]),
              ("role", ["resembles, score \(hit.score) of 1000; not an identity"]),
              ("description", [hit.sentence]),
            ]))
      }
    }
    return entities
  }

  private static func key(_ dossier: Dossier, _ text: String) -> String {
    String(SHA256.digest(of: dossier.digest.hex + " " + text).hex.prefix(24))
  }

  private static func entity(
    _ id: String, _ schema: String, _ properties: [(String, [String])]
  ) -> JSONValue {
    .members([
      "id": .string(id), "schema": .string(schema),
      "properties": .object(
        properties.filter { !$0.1.isEmpty }.map { .init($0.0, .array($0.1.map(JSONValue.string))) }
      ),
    ])
  }

  private static func schema(_ party: Party) -> String {
    switch party.kind {
    case .person: "Person"
    case .organisation: "Organization"
    case .vessel: "Vessel"
    case .aircraft: "Airplane"
    case .unknown: "LegalEntity"
    }
  }

  private static func properties(of party: Party) -> [(String, [String])] {
    var properties: [(String, [String])] = [
      ("name", party.names.isEmpty ? ["?"] : party.names),
      ("country", party.countries.filter { $0.utf8.count == 2 }.map { $0.lowercased() }),
      ("address", party.addresses.map(\.text)),
    ]
    // A ship or an aircraft is a thing, not somebody who has these.
    if party.kind != .vessel, party.kind != .aircraft {
      properties += [
        ("email", party.emails), ("phone", party.phones), ("website", party.websites),
        ("incorporationDate", party.foundingDates.compactMap { $0.start?.iso }),
      ]
    }
    if party.kind == .person {
      properties.append(("birthDate", party.birthDates.compactMap { $0.start?.iso }))
    }
    for kind in Identifier.Kind.allCases {
      guard let name = property(of: kind, party.kind) else { continue }
      properties.append((name, party.identifiers.filter { $0.kind == kind }.map(\.value)))
    }
    return properties
  }

  /// The property that an identifier goes to, where the schema of the party has one.
  private static func property(of kind: Identifier.Kind, _ party: PartyKind) -> String? {
    switch (kind, party) {
    case (.imo, .vessel): "imoNumber"
    case (.mmsi, .vessel): "mmsi"
    case (.callSign, .vessel): "callSign"
    case (_, .vessel), (_, .aircraft): nil
    case (.passport, .person): "passportNumber"
    case (.nationalID, .person): "idNumber"
    case (.lei, _) where party != .person: "leiCode"
    case (.inn, _): "innCode"
    case (.ogrn, _) where party != .person: "ogrnCode"
    case (.euVAT, _): "vatCode"
    case (.duns, _) where party != .person: "dunsCode"
    case (.bic, _) where party != .person: "swiftBic"
    case (.tax, _): "taxNumber"
    case (.registration, _): "registrationNumber"
    case (.uscc, _) where party != .person: "uscCode"
    default: nil
    }
  }
}
