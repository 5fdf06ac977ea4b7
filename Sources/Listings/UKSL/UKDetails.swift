import FileFormats
import TradeModel

/// Reads the three blocks of a UK designation that depend on what is listed.
enum UKDetails {
  static func addIndividual(_ individual: XMLNode, to draft: inout XMLRecordDraft) {
    for text in individual.leaves("DOBs") {
      draft.designation.birthDates.append(draft.checked(PublishedDate.read(text), "DOB"))
    }
    for location in individual.all("BirthDetails", "Location") {
      let parts = ["TownOfBirth", "CountryOfBirth"].compactMap(location.value)
      if !parts.isEmpty { draft.designation.birthPlaces.addOnce(parts.joined(separator: ", ")) }
    }
    for nationality in individual.leaves("Nationalities") {
      draft.designation.nationalities.addOnce(nationality)
    }
    addDocuments(individual.all("PassportDetails"), .passport, "Passport", to: &draft)
    addDocuments(
      individual.all("NationalIdentifierDetails"), .nationalID, "NationalIdentifier", to: &draft)
    for position in individual.leaves("Positions") { draft.attribute("Position", position) }
    if draft.designation.gender == nil {
      draft.designation.gender = individual.leaves("Genders").first
    }
    draft.keepRest(
      of: individual,
      known: [
        "DOBs", "BirthDetails", "Nationalities", "PassportDetails", "NationalIdentifierDetails",
        "Positions", "Genders",
      ])
  }

  static func addEntity(_ entity: XMLNode, to draft: inout XMLRecordDraft) {
    for type in entity.leaves("TypeOfEntities") { draft.attribute("TypeOfEntity", type) }
    for number in entity.leaves("BusinessRegistrationNumbers") {
      add(.registration, number, "BusinessRegistrationNumber", to: &draft)
    }
    relate("Parent company", entity.leaves("ParentCompanies"), to: &draft)
    relate("Subsidiary", entity.leaves("Subsidiaries"), to: &draft)
    draft.keepRest(
      of: entity,
      known: ["TypeOfEntities", "BusinessRegistrationNumbers", "ParentCompanies", "Subsidiaries"])
  }

  static func addShip(_ ship: XMLNode, to draft: inout XMLRecordDraft) {
    for number in ship.leaves("IMONumbers") {
      // `IMO9562233`
      let bare = number.uppercased().hasPrefix("IMO") ? String(number.dropFirst(3)) : number
      add(.imo, bare.trimmingWhitespace(), "IMONumber", to: &draft)
    }
    for number in ship.leaves("HullIdentificationNumbers") {
      add(.other, number, "HullIdentificationNumber", to: &draft)
    }
    let owners = ship.leaves("CurrentOwnerOperators")
    relate("Current owner or operator", owners, to: &draft)
    relate(
      "Previous owner or operator", ship.leaves("PreviousOwnerOperators"), to: &draft)
    var vessel = draft.designation.vessel ?? VesselData()
    vessel.owners += owners
    let flags = ship.leaves("CurrentBelievedFlagOfShips")
    vessel.flag = vessel.flag ?? flags.first
    for flag in flags.dropFirst() { draft.attribute("CurrentBelievedFlagOfShip", flag) }
    vessel.formerFlags += ship.leaves("PreviousFlags")
    vessel.type = joined(ship.leaves("TypeOfShipDetails"))
    vessel.tonnage = joined(ship.leaves("TonnageOfShipDetails"))
    vessel.length = joined(ship.leaves("LengthOfShipDetails"))
    draft.designation.vessel = vessel
    for year in ship.leaves("YearsBuilt") {
      draft.designation.foundingDates.append(draft.checked(PublishedDate.read(year), "YearBuilt"))
    }
    draft.keepRest(
      of: ship,
      known: [
        "IMONumbers", "HullIdentificationNumbers", "CurrentOwnerOperators",
        "PreviousOwnerOperators", "CurrentBelievedFlagOfShips", "PreviousFlags",
        "TypeOfShipDetails", "TonnageOfShipDetails", "LengthOfShipDetails", "YearsBuilt",
      ])
  }

  // MARK: - Help

  /// One document an element: its number, and whatever else stands with it as a note.
  private static func addDocuments(
    _ lists: [XMLNode], _ kind: Identifier.Kind, _ label: String, to draft: inout XMLRecordDraft
  ) {
    for document in lists.flatMap(\.children) {
      var number = document.children.isEmpty ? document.trimmed : nil
      var notes: [String] = []
      for field in document.children {
        guard let text = field.trimmed?.foldingWhitespace() else { continue }
        if number == nil, field.name.hasSuffix("Number") {
          number = text
        } else {
          notes.append(text)
        }
      }
      let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
      if let number {
        draft.designation.publishedIdentifierCount += 1
        draft.designation.identifiers.append(
          Identifier(kind: kind, value: number, label: label, note: note))
      } else {
        draft.attribute(label, note)
      }
    }
  }

  private static func add(
    _ kind: Identifier.Kind, _ value: String, _ label: String, to draft: inout XMLRecordDraft
  ) {
    guard !value.isEmpty else { return }
    draft.designation.publishedIdentifierCount += 1
    draft.designation.identifiers.append(Identifier(kind: kind, value: value, label: label))
  }

  private static func relate(
    _ type: String, _ names: [String], to draft: inout XMLRecordDraft
  ) {
    for name in names {
      draft.designation.relations.append(ListedRelation(type: type, target: .name(name)))
    }
  }

  private static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
