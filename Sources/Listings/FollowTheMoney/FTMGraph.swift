import FileFormats

/// The entities of a document that are no parties, by the parties they speak of.
///
/// Built in a first pass, because a party may stand before or after its addresses and relations.
struct FTMGraph {
  /// A non-party entity seen from a party: the property by which it names the party.
  struct Link {
    let entity: FTMEntity
    let role: String
  }

  private var links: [String: [Link]] = [:]
  /// Entities that parties name: addresses, positions.
  private var things: [String: FTMEntity] = [:]
  private var parties: Set<String> = []
  private var claimed: Set<String> = []
  private var others: [FTMEntity] = []

  /// Where each non-party schema names parties.
  static let roles: [String: [String]] = [
    "Sanction": ["entity"], "Identification": ["holder"], "Passport": ["holder"],
    "Ownership": ["owner", "asset"], "Directorship": ["director", "organization"],
    "UnknownLink": ["subject", "object"], "Family": ["person", "relative"],
    "Associate": ["person", "associate"], "Membership": ["member", "organization"],
    "Employment": ["employer", "employee"], "Representation": ["agent", "client"],
    "Succession": ["predecessor", "successor"], "Debt": ["debtor", "creditor"],
    "Payment": ["payer", "beneficiary"], "Occupancy": ["holder", "post"],
    "CryptoWallet": ["holder", "owner"], "Security": ["issuer"],
    "Similar": ["candidate", "match"], "Documentation": ["entity", "document"],
  ]

  /// The properties by which a party names other entities.
  static let partyProperties = ["addressEntity", "sanctions", "post"]

  mutating func add(_ entity: FTMEntity) {
    if entity.isParty {
      parties.insert(entity.id)
      for property in Self.partyProperties { claimed.formUnion(entity.texts(property)) }
      return
    }
    others.append(entity)
    things[entity.id] = entity
    for role in Self.roles[entity.schema] ?? [] {
      for id in entity.texts(role) {
        links[id, default: []].append(Link(entity: entity, role: role))
      }
    }
  }

  func links(of id: String) -> [Link] { links[id] ?? [] }

  func thing(_ id: String) -> FTMEntity? { things[id] }

  /// The non-party entities that no party of the document is concerned with, in order.
  var unclaimed: [FTMEntity] {
    var used = claimed
    for entity in others {
      let named = (Self.roles[entity.schema] ?? []).flatMap { entity.texts($0) }
      guard named.contains(where: { parties.contains($0) }) else { continue }
      used.insert(entity.id)
      used.formUnion(named)
    }
    return others.filter { !used.contains($0.id) }
  }
}
