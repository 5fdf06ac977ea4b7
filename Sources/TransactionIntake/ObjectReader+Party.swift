import FileFormats
import TradeModel

extension ObjectReader {
  /// Reads a party; roles, owners and officers included.
  func party() -> Party {
    let party = partyMembers(roles: roles())
    finish()
    return party
  }

  private func partyMembers(roles: [PartyRole]) -> Party {
    let names = strings("name") + strings("names")
    let identifiers = objects("identifiers", shape: "identifier", bare: "value")
      .compactMap { $0.identifier() }
    if names.isEmpty { notes.warn(.partyWithoutName, at: path, .object(members)) }
    let kind = word(
      "kind", PartyKind.self,
      synonyms: [
        "organization": .organisation, "company": .organisation, "entity": .organisation,
        "legalentity": .organisation, "legal-entity": .organisation,
        "société": .organisation, "entreprise": .organisation, "individual": .person,
        "personne": .person, "natural-person": .person, "ship": .vessel, "navire": .vessel,
        "aéronef": .aircraft, "plane": .aircraft,
      ])
    return Party(
      kind: kind.word ?? .unknown, names: names, roles: roles,
      addresses: objects("addresses", shape: "address", bare: "text", mayBeBare: true)
        .map { $0.address() },
      countries: strings("countries"), identifiers: identifiers,
      birthDates: dates(of: "birthDates"), foundingDates: dates(of: "foundingDates"),
      gender: text("gender"), business: text("business"), websites: strings("websites"),
      emails: strings("emails"), phones: strings("phones"),
      owners: objects("owners", shape: "owner", bare: "name").map { $0.owner() },
      officers: objects("officers", shape: "officer", bare: "name").map { $0.officer() },
      circumstances: circumstances("partyCircumstances", PartyCircumstance.self),
      firmsAtAddress: count("firmsAtAddress"),
      ownershipChanges: stated("ownershipChanges") { dates(of: $0) },
      note: text("note"))
  }

  private func roles() -> [PartyRole] {
    var roles: [PartyRole] = []
    for (text, path) in texts("roles") {
      guard let role = PartyRole(reading: text) else {
        notes.warn(
          .unknownRole, at: path, .string(text),
          expected: PartyRole.allCases.map(\.rawValue).joined(separator: ", "))
        continue
      }
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  private func owner() -> Owner {
    let shareText = amount("share")
    let share = shareText.map { Share($0) }
    if let shareText, share?.isReadable == false {
      notes.warn(
        .unreadableShare, at: place("share"), .string(shareText),
        expected: "25, 25.5 %, >50, 25-50 %")
    }
    let isControlling = flag("controls")
    let party = partyMembers(roles: [.owner])
    finish()
    return Owner(party: party, share: share, isControlling: isControlling)
  }

  private func officer() -> Officer {
    let position = text("position")
    let party = partyMembers(roles: [.officer])
    finish()
    return Officer(party: party, position: position)
  }

  func address() -> Address {
    let address = Address(
      lines: strings("lines"), city: text("city"), region: text("region"),
      postalCode: amount("postalCode"), country: text("country"), note: text("note"),
      text: text("text"))
    finish()
    return address
  }

  /// `nil` when there is no number.
  func identifier() -> Identifier? {
    let kindText = text("kind")
    let kind = kindText.flatMap { Self.identifierKind($0) }
    let value = amount("value")
    let label = text("label")
    let issuer = text("issuer")
    let note = text("note")
    finish()
    if let kindText, kind == nil {
      notes.warn(
        .unknownIdentifierKind, at: place("kind"), .string(kindText),
        expected: Identifier.Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard let value else {
      if members.first(where: { $0.name == "value" }) == nil {
        notes.warn(.emptyText, at: path, .object(members))
      }
      return nil
    }
    let identifier = Identifier(
      kind: kind ?? .other, value: value, label: label ?? (kind == nil ? kindText : nil),
      issuer: issuer, note: note)
    switch identifier.verdict {
    case .wrongFormat: notes.warn(.wrongIdentifierFormat, at: place("value"), .string(value))
    case .wrongCheckDigit: notes.warn(.wrongCheckDigit, at: place("value"), .string(value))
    case .valid, .noCheckExists: break
    }
    return identifier
  }

  private static func identifierKind(_ text: String) -> Identifier.Kind? {
    let key = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return Identifier.Kind.allCases.first { $0.rawValue.lowercased() == key }
      ?? identifierWords[key]
  }

  private static let identifierWords: [String: Identifier.Kind] = [
    "imonumber": .imo, "swift": .bic, "swiftbic": .bic, "vat": .euVAT, "tva": .euVAT,
    "vatnumber": .euVAT, "dunsnumber": .duns, "registrationnumber": .registration,
    "companynumber": .registration, "siren": .registration, "siret": .registration,
    "taxnumber": .tax, "taxid": .tax, "passportnumber": .passport, "tailnumber": .aircraftTail,
    "ogrnip": .ogrn, "telephone": .phone, "mail": .email, "url": .website, "wallet": .cryptoWallet,
  ]
}
