public import FileFormats
import TradeModel

extension Subject {
  /// The subject that FollowTheMoney properties describe: `birthDate`, `country`, `imoNumber`, each one
  /// text or several. Properties that are not compared are passed over.
  public init(schema: String, names: [String], properties: JSONValue) {
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
    for property in Self.countryProperties {
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

  /// The properties that are read, besides names.
  public static let properties: Set<String> = Set(
    [
      "birthDate", "incorporationDate", "buildDate", "gender", "address", "birthPlace", "tonnage",
      "grossRegisteredTonnage",
    ] + countryProperties + identifierProperties.map(\.key))

  private static let countryProperties = [
    "nationality", "citizenship", "country", "jurisdiction", "flag",
  ]

  private static let identifierProperties: KeyValuePairs<String, Identifier.Kind> = [
    "imoNumber": .imo, "mmsi": .mmsi, "callSign": .callSign, "leiCode": .lei, "swiftBic": .bic,
    "innCode": .inn, "ogrnCode": .ogrn, "uscCode": .uscc, "vatCode": .euVAT, "dunsCode": .duns,
    "passportNumber": .passport, "idNumber": .nationalID, "taxNumber": .tax,
    "registrationNumber": .registration, "serialNumber": .aircraftSerial, "isin": .isin,
    "publicKey": .cryptoWallet,
  ]
}
