public import FileFormats
public import TradeModel

/// A dossier as a STIX 2.1 bundle: the parties and the listed parties as identities, each resemblance
/// as a relationship with an opinion on it, a report that holds them, and the TLP mark.
///
/// Source: OASIS, STIX version 2.1, June 2021; the marking definitions of TLP 2.0 from the OASIS
/// repository of STIX extensions.
public enum STIXExport {
  /// What a person concluded of a finding, as an opinion on the resemblance.
  public enum Opinion: String, Sendable {
    /// A person found that it is the listed party.
    case stronglyAgree = "strongly-agree"
    /// A person found that it is not.
    case stronglyDisagree = "strongly-disagree"
    /// Nobody has settled it.
    case neutral
  }

  /// - Parameters:
  ///   - opinions: by the number of the finding; neutral where there is none.
  ///   - sender: who produces the bundle.
  ///   - created: stands in every object as the time of its making.
  public static func bundle(
    of dossier: Dossier, mark: TrafficLight, sender: String, created: Timestamp,
    opinions: [String: Opinion]
  ) throws(ExchangeError) -> JSONValue {
    let parties = try ExportedParty.all(in: dossier)
    let time = JSONValue.string(created.description.dropLast() + ".000Z")
    func id(_ type: String, _ text: String) -> String {
      "\(type)--"
        + NamedUUID.text(of: "\(dossier.digest.hex) \(type) \(text)", in: namespace)
    }
    let producer = id("identity", "sender " + sender)
    let marking = Marking(mark)
    func object(
      _ type: String, _ identifier: String, _ members: KeyValuePairs<String, JSONValue?>
    ) -> JSONValue {
      let own = JSONValue.members(members).object ?? []
      return .object(
        [
          .init("type", .string(type)), .init("spec_version", "2.1"),
          .init("id", .string(identifier)), .init("created", time), .init("modified", time),
          .init("created_by_ref", .string(producer)),
          .init("object_marking_refs", .array([.string(marking.id)])),
        ] + own)
    }
    var objects = [
      marking.object,
      object(
        "identity", producer, ["name": .string(sender), "identity_class": "organization"]),
    ]
    for party in parties {
      let ways = JSONValue.strings(party.party.roles.map(\.rawValue))
      objects.append(
        object(
          "identity", id("identity", party.path),
          [
            "name": .string(party.party.displayName ?? "?"),
            "identity_class": .string(identityClass(party.party.kind)),
            "roles": party.party.roles.isEmpty ? nil : ways,
            "description": party.party.names.count > 1
              ? .string("also: " + party.party.names.dropFirst().joined(separator: "; ")) : nil,
          ]))
    }
    var listed: Set<String> = []
    var references = parties.map { id("identity", $0.path) }
    for hit in ExportedHit.all(in: dossier) {
      guard let party = parties.first(where: { party in hit.facts.contains { party.holds($0) } })
      else { continue }
      for designation in hit.designations {
        let other = id("identity", designation.id)
        if listed.insert(designation.id).inserted {
          objects.append(
            object(
              "identity", other,
              [
                "name": .string(hit.caption), "identity_class": "unknown",
                "description": .string(
                  "listed: \(designation.list), as of \(designation.published)"),
                "external_references": .array([
                  .members([
                    "source_name": .string(
                      designation.list.isEmpty ? "list" : designation.list),
                    "external_id": .string(designation.id),
                  ])
                ]),
              ]))
          references.append(other)
        }
        let key = "\(hit.finding) \(designation.id)"
        let relationship = id("relationship", key)
        objects.append(
          object(
            "relationship", relationship,
            [
              "relationship_type": "related-to",
              "source_ref": .string(id("identity", party.path)), "target_ref": .string(other),
              "description": .string(
                "resembles, score \(hit.score) of 1000; a resemblance is not an identity"),
            ]))
        let opinion = opinions[hit.finding] ?? .neutral
        objects.append(
          object(
            "opinion", id("opinion", key),
            [
              "opinion": .string(opinion.rawValue),
              "explanation": .string(
                opinion == .neutral
                  ? "nobody has settled the resemblance yet" : "a person has settled it"),
              "object_refs": .array([.string(relationship)]),
            ]))
        references += [relationship, id("opinion", key)]
      }
    }
    objects.append(
      object(
        "report", id("report", "whole"),
        [
          "name": .string(
            "Screening \(dossier["transaction", "reference"]?.string ?? dossier.digest.short)"),
          "report_types": .array(["identity"]),
          "published": time,
          "description": .string(
            "Outcome: \(dossier["outcome"]?.string ?? "unknown"). Findings are for a person who decides; they make nobody guilty and clear nobody. Dossier SHA-256 \(dossier.digest.hex)."
          ),
          "object_refs": .array(
            (references.isEmpty ? [producer] : references).map(JSONValue.string)),
        ]))
    return .members([
      "type": "bundle", "id": .string(id("bundle", created.description)),
      "objects": .array(objects),
    ])
  }

  private static func identityClass(_ kind: PartyKind) -> String {
    switch kind {
    case .person: "individual"
    case .organisation: "organization"
    case .vessel, .aircraft: "system"
    case .unknown: "unknown"
    }
  }

  /// Keeps the identifiers of these exports apart from those of others.
  private static let namespace: [UInt8] = [
    0x8E, 0x2C, 0x51, 0x7A, 0x0B, 0x64, 0x4F, 0x1D, 0xA9, 0x37, 0xC4, 0x5E, 0x12, 0xD8, 0x6B, 0xF0,
  ]

  /// The object that stands for a mark of TLP 2.0, the same in every bundle of the world.
  private struct Marking {
    let id: String
    let object: JSONValue

    init(_ mark: TrafficLight) {
      let uuid =
        switch mark {
        case .clear: "94868c89-83c2-464b-929b-a1a8aa3aa487"
        case .green: "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
        case .amber: "55d920b0-5e8b-4f79-9ee9-91f868d9b421"
        case .amberStrict: "939a9414-2ddd-4d32-a0cd-375ea402b003"
        case .red: "e828b379-4e03-4974-9ac4-e53a884c97c1"
        }
      id = "marking-definition--\(uuid)"
      object = .members([
        "type": "marking-definition", "spec_version": "2.1", "id": .string(id),
        "created": "2022-10-01T00:00:00.000Z", "name": .string(mark.rawValue),
        "extensions": .members([
          "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": .members([
            "extension_type": "property-extension",
            "tlp_2_0": .string(mark.rawValue.dropFirst(4).lowercased()),
          ])
        ]),
      ])
    }
  }
}
