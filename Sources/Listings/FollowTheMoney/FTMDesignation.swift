import FileFormats
import TradeModel

/// Builds a designation from one FollowTheMoney entity and what other entities say of it.
struct FTMDesignation {
  let entity: FTMEntity
  var designation: Designation
  private(set) var notes: [FieldNote] = []

  init(_ entity: FTMEntity, list: ListID, place: RecordPlace) {
    self.entity = entity
    // A LegalEntity is a person or an organisation: its source does not say which.
    let kind: PartyKind =
      switch entity.schema {
      case "Person": .person
      case "Organization", "Company", "PublicBody": .organisation
      case "Vessel": .vessel
      case "Airplane": .aircraft
      default: .unknown
      }
    designation = Designation(
      id: DesignationID(list: list, key: entity.id), kind: kind, names: [], place: place)
  }

  /// The properties that are identifiers, by name.
  static let identifiers: [String: Identifier.Kind] = [
    "leiCode": .lei, "imoNumber": .imo, "mmsi": .mmsi, "callSign": .callSign, "swiftBic": .bic,
    "innCode": .inn, "ogrnCode": .ogrn, "uscCode": .uscc, "unifiedSocialCreditCode": .uscc,
    "vatCode": .euVAT, "dunsCode": .duns, "passportNumber": .passport, "passport": .passport,
    "idNumber": .nationalID, "socialSecurityNumber": .nationalID, "taxNumber": .tax,
    "fiscalCode": .tax, "registrationNumber": .registration, "npiCode": .registration,
    "kppCode": .other, "okpoCode": .other, "okpo": .other, "bikCode": .other, "jibCode": .other,
    "icijId": .other, "giiNumber": .other, "uniqueEntityId": .registration, "ukWcl": .other,
    "cageCode": .registration, "permId": .other, "caemCode": .other, "opencorporatesUrl": .other,
    "serialNumber": .aircraftSerial, "icaoCode": .other, "phone": .phone, "email": .email,
    "website": .website, "publicKey": .cryptoWallet, "isin": .isin, "isinCode": .isin,
    "figiCode": .other, "crn": .registration, "usCode": .registration,
  ]

  /// Properties that other code of this type places.
  private static let placed: Set<String> = [
    "name", "alias", "weakAlias", "previousName", "firstName", "secondName", "middleName",
    "lastName", "fatherName", "motherName", "nameSuffix", "title", "birthDate", "birthPlace",
    "nationality", "citizenship", "jurisdiction", "country", "gender", "address", "position",
    "incorporationDate", "buildDate", "flag", "pastFlags", "flagDate", "type", "tonnage",
    "grossRegisteredTonnage", "model", "operator", "owner", "program", "programId", "topics",
    "notes", "summary", "description", "addressEntity", "sanctions",
  ]

  mutating func addOwnProperties() {
    addNames()
    addDates()
    addPlaces()
    designation.gender = entity.first("gender")
    designation.titles = entity.texts("title")
    designation.programmes = entity.texts("programId") + entity.texts("program")
    for property in ["notes", "summary", "description"] {
      designation.remarks += entity.texts(property)
    }
    addMeansOfTransport()
    for property in entity.propertyNames where !isPlaced(property) {
      for value in entity.texts(property) where entity.nested(property).isEmpty {
        if let kind = Self.identifiers[property] {
          designation.identifiers.appendNew(
            Identifier(kind: identifierKind(kind), value: value, label: property))
        } else if property == "registrationNumber" || property == "type" {
          continue
        } else {
          designation.attributes.append(Attribute(property, value))
        }
      }
    }
    for topic in entity.texts("topics") {
      designation.attributes.append(Attribute("topics", topic))
    }
    for position in entity.texts("position") {
      designation.attributes.append(Attribute("position", position))
    }
    addEnvelope()
    designation.publishedIdentifierCount = designation.identifiers.count
  }

  /// On an aircraft the registration number is its tail number.
  private func identifierKind(_ kind: Identifier.Kind) -> Identifier.Kind {
    switch (kind, designation.kind) {
    case (.registration, .aircraft): .aircraftTail
    case (.nationalID, .organisation): .registration
    case (.aircraftSerial, let party) where party != .aircraft: .other
    default: kind
    }
  }

  private func isPlaced(_ property: String) -> Bool {
    guard Self.placed.contains(property) else { return false }
    // `owner` and `operator` are texts on ships and aircraft only.
    switch property {
    case "owner": return designation.kind == .vessel
    case "operator", "model": return designation.kind == .aircraft
    case "type", "tonnage", "grossRegisteredTonnage", "flag", "pastFlags":
      return designation.kind == .vessel
    case "title", "birthDate", "birthPlace": return true
    default: return true
    }
  }

  private mutating func addNames() {
    var names: [ListedName] = []
    let caption = entity.json.text("caption")
    var primary = entity.texts("name")
    // The caption is the name that the publisher shows.
    if let caption, let index = primary.firstIndex(of: caption), index > 0 {
      primary.remove(at: index)
      primary.insert(caption, at: 0)
    }
    let parts = nameParts()
    for (index, text) in primary.enumerated() {
      names.appendNew(
        ListedName(.primary, text, parts: index == 0 && primary.count == 1 ? parts : []))
    }
    if primary.isEmpty, !parts.isEmpty {
      let text = parts.map(\.text).joined(separator: " ")
      names.append(ListedName(.primary, text, parts: parts))
    }
    if names.isEmpty, let caption {
      names.append(ListedName(.primary, caption, note: "caption"))
    } else if let caption, !primary.contains(caption), !entity.texts("alias").contains(caption) {
      designation.attributes.append(Attribute("caption", caption))
    }
    for text in entity.texts("alias") { names.appendNew(ListedName(.alias, text)) }
    for text in entity.texts("previousName") { names.appendNew(ListedName(.former, text)) }
    for text in entity.texts("weakAlias") {
      names.appendNew(ListedName(.alias, text, strength: .weak))
    }
    designation.names = names.filter { !$0.text.trimmingWhitespace().isEmpty }
    // Parts that belong to no single name are kept as they are.
    guard primary.count > 1 else { return }
    for (property, _) in Self.partRoles {
      for text in entity.texts(property) {
        designation.attributes.append(Attribute(property, text))
      }
    }
  }

  private static let partRoles: [(String, ListedName.Part.Role)] = [
    ("firstName", .given), ("secondName", .middle), ("middleName", .middle),
    ("fatherName", .fatherName), ("motherName", .other), ("lastName", .family),
    ("nameSuffix", .suffix),
  ]

  private func nameParts() -> [ListedName.Part] {
    Self.partRoles.flatMap { property, role in
      entity.texts(property).map { ListedName.Part(role, $0) }
    }
  }

  private mutating func addDates() {
    designation.birthDates = dates("birthDate")
    designation.foundingDates = dates("incorporationDate") + dates("buildDate")
    designation.birthPlaces = entity.texts("birthPlace")
  }

  private mutating func dates(_ property: String) -> [PartialDate] {
    entity.texts(property).map { text in
      let date = PublishedDate.read(text)
      if !date.isReadable {
        notes.append(
          FieldNote(
            record: designation.id, place: designation.place, field: property, value: text,
            problem: "the date could not be read; its text is kept"))
      }
      return date
    }
  }

  private mutating func addPlaces() {
    for property in ["nationality", "citizenship", "jurisdiction"] {
      designation.nationalities.appendNew(contentsOf: entity.texts(property))
    }
    for text in entity.texts("address") {
      designation.addresses.appendNew(Address(lines: [text], text: text))
    }
    for nested in entity.nested("addressEntity") { addAddress(nested) }
  }

  /// Countries that no address has; to be called when all addresses are there.
  mutating func addCountries() {
    for country in entity.texts("country")
    where !designation.addresses.contains(where: { $0.country == country }) {
      designation.addresses.append(Address(country: country))
    }
  }

  private mutating func addMeansOfTransport() {
    switch designation.kind {
    case .vessel:
      var vessel = VesselData()
      vessel.type = entity.first("type")
      vessel.flag = entity.first("flag")
      vessel.formerFlags = entity.texts("pastFlags")
      vessel.owners = entity.texts("owner")
      vessel.tonnage = entity.first("tonnage")
      vessel.grossTonnage = entity.first("grossRegisteredTonnage")
      designation.vessel = vessel
      for flag in entity.texts("flag").dropFirst() {
        designation.attributes.append(Attribute("flag", flag))
      }
    case .aircraft:
      var aircraft = AircraftData()
      aircraft.model = entity.first("model")
      aircraft.operatorName = entity.first("operator")
      designation.aircraft = aircraft
    default: break
    }
  }

  /// What stands around the properties: data sets, former ids, days of sight.
  private mutating func addEnvelope() {
    for member in entity.json.object ?? [] {
      switch member.name {
      case "id", "caption", "properties": continue
      case "first_seen":
        if let text = member.value.string {
          designation.attributes.append(Attribute("first_seen", text))
        }
      case "last_change":
        if let text = member.value.string { designation.updatedOn.append(PublishedDate.read(text)) }
      default:
        let values = member.value.array ?? [member.value]
        for value in values {
          switch value {
          case .string(let text): designation.attributes.append(Attribute(member.name, text))
          case .number(let text): designation.attributes.append(Attribute(member.name, text))
          case .bool(let flag):
            designation.attributes.append(Attribute(member.name, flag ? "true" : "false"))
          default: break
          }
        }
      }
    }
  }

  mutating func addAddress(_ entity: FTMEntity) {
    let lines = ["postOfficeBox", "street", "street2"].flatMap { entity.texts($0) }
    designation.addresses.appendNew(
      Address(
        lines: lines, city: entity.first("city"),
        region: entity.first("region") ?? entity.first("state"),
        postalCode: entity.first("postalCode"), country: entity.first("country"),
        note: entity.first("remarks"), text: entity.first("full") ?? entity.json.text("caption")))
  }
}
