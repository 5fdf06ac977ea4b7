import FileFormats
import TradeModel

extension FTMDesignation {
  /// Adds what entities of their own say: addresses, sanctions, documents, relations; those of the
  /// document and those nested in this entity.
  mutating func addLinks(_ graph: FTMGraph) {
    for id in entity.texts("addressEntity") {
      if let address = graph.thing(id) { addAddress(address) }
    }
    for link in graph.links(of: entity.id) { add(link.entity, role: link.role) }
    for property in entity.propertyNames {
      for nested in entity.nested(property) where property != "addressEntity" {
        // A nested relation names this party by the property that it leaves out, or by its id.
        let roles = FTMGraph.roles[nested.schema] ?? []
        let role =
          roles.first { nested.texts($0).contains(entity.id) }
          ?? roles.first { nested.texts($0).isEmpty } ?? roles.first ?? property
        if nested.isParty {
          designation.relations.appendNew(
            ListedRelation(type: property, target: .key(nested.id)))
        } else {
          add(nested, role: role)
        }
      }
    }
    addCountries()
    designation.publishedIdentifierCount = designation.identifiers.count
  }

  private mutating func add(_ link: FTMEntity, role: String) {
    switch link.schema {
    case "Sanction": addSanction(link)
    case "Identification", "Passport": addDocument(link)
    case "CryptoWallet", "Security": addPossession(link)
    default: addRelation(link, role: role)
    }
  }

  /// The act of listing: programme, measures, reasons, dates.
  private mutating func addSanction(_ sanction: FTMEntity) {
    designation.programmes.appendNew(
      contentsOf: sanction.texts("programId") + sanction.texts("program"))
    designation.measures.appendNew(contentsOf: sanction.texts("provisions"))
    for property in ["listingDate", "startDate"] {
      for text in sanction.texts(property) {
        designation.listedOn.appendNew(PublishedDate.read(text))
      }
    }
    if let end = sanction.first("endDate") { designation.endsOn = PublishedDate.read(end) }
    designation.remarks.appendNew(
      contentsOf: sanction.texts("reason") + sanction.texts("summary"))
    for text in sanction.texts("authorityId") + sanction.texts("unscId") {
      designation.identifiers.appendNew(
        Identifier(kind: .listReference, value: text, issuer: sanction.first("authority")))
    }
    let address = sanction.first("sourceUrl")
    for text in sanction.texts("authority") {
      designation.legalBases.appendNew(LegalBasis(text, address: address))
    }
    for property in ["status", "country", "recordId", "duration", "programUrl"] {
      for text in sanction.texts(property) {
        designation.attributes.appendNew(Attribute("Sanction.\(property)", text))
      }
    }
  }

  private mutating func addDocument(_ document: FTMEntity) {
    let type = document.first("type")
    let kind: Identifier.Kind =
      document.schema == "Passport"
      ? .passport : type.map { IdentifierLabels.kind(of: $0) } ?? .nationalID
    let dates = ["startDate", "endDate"].compactMap { property in
      document.first(property).map { "\(property) \($0)" }
    }
    for number in document.texts("number") + document.texts("passportNumber") {
      let isKnown = designation.identifiers.contains { $0.kind == kind && $0.value == number }
      let identifier = Identifier(
        kind: kind, value: number, label: type ?? document.schema,
        issuer: document.first("country") ?? document.first("authority"),
        note: dates.isEmpty ? nil : dates.joined(separator: ", "))
      // The property of the party repeats the number without its issuer.
      if isKnown {
        designation.identifiers.removeAll {
          $0.kind == kind && $0.value == number && $0.issuer == nil
        }
      }
      designation.identifiers.appendNew(identifier)
    }
  }

  private mutating func addPossession(_ thing: FTMEntity) {
    let kind: Identifier.Kind = thing.schema == "Security" ? .isin : .cryptoWallet
    for property in ["publicKey", "isin"] {
      for value in thing.texts(property) {
        designation.identifiers.appendNew(
          Identifier(kind: kind, value: value, label: thing.first("currency") ?? thing.schema))
      }
    }
  }

  /// `Ownership.owner` on the asset, `Ownership.asset` on the owner: the schema and what the other
  /// party is in it.
  private mutating func addRelation(_ relation: FTMEntity, role: String) {
    let words = ["role", "relationship", "status", "type", "summary"].flatMap { relation.texts($0) }
    let dates = ["startDate", "endDate"].compactMap { property in
      relation.first(property).map { "\(property) \($0)" }
    }
    let note = (words + dates).joined(separator: "; ")
    for other in FTMGraph.roles[relation.schema] ?? [] where other != role {
      for id in relation.texts(other) {
        designation.relations.appendNew(
          ListedRelation(
            type: "\(relation.schema).\(other)", target: .key(id),
            share: relation.first("percentage").flatMap(Self.share),
            note: note.isEmpty ? nil : note))
      }
    }
  }

  /// `50`, `33.33 %`, `12,5` in hundredths of a percent; `nil` for ranges and words.
  static func share(_ text: String) -> Int? {
    var text = text.trimmingWhitespace()
    if text.last == "%" { text = text.dropLast().trimmingWhitespace() }
    let fields = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(fields.count), let whole = Int(fields[0]), (0...100).contains(whole)
    else { return nil }
    guard fields.count == 2 else { return whole * 100 }
    let digits = fields[1]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let hundredths = Int((digits + "0").prefix(2))
    else { return nil }
    let share = whole * 100 + hundredths
    return share <= 10_000 ? share : nil
  }
}
