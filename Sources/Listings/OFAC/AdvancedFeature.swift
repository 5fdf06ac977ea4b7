import FileFormats
import TradeModel

/// Puts the features of a profile where they belong in its designation.
struct AdvancedFeature {
  /// The meaning of its type: `Birthdate`, `Location`, `SWIFT/BIC`.
  let type: String
  let date: PartialDate?
  let text: String?
  let place: AdvancedLinkedData.Place?
  let note: String?

  /// The versions of a `Feature` element.
  static func features(
    of node: XMLNode, data: AdvancedLinkedData, references: inout AdvancedReferences
  ) -> [AdvancedFeature] {
    let typeID = node[attribute: "FeatureTypeID"]
    let type = references.text("FeatureType", typeID, line: node.line) ?? "feature \(typeID ?? "")"
    return node.all("FeatureVersion").map { version in
      var texts: [String] = []
      for detail in version.all("VersionDetail") {
        if let id = detail[attribute: "DetailReferenceID"],
          let text = references.text("DetailReference", id, line: detail.line)
        {
          texts.append(text)
        }
        if let text = detail.trimmed { texts.append(text) }
      }
      var place: AdvancedLinkedData.Place?
      for location in version.all("VersionLocation") {
        let id = location[attribute: "LocationID"] ?? ""
        place = data.place(id) ?? place
        if data.place(id) == nil { references.addDangling("Location", id, line: location.line) }
      }
      let reliability = references.text(
        "Reliability", version[attribute: "ReliabilityID"], line: version.line)
      let notes = [reliability == "False" ? "held to be false" : nil, version.value("Comment")]
        .compactMap(\.self)
      return AdvancedFeature(
        type: type, date: version.child("DatePeriod").flatMap(AdvancedDate.period),
        text: texts.isEmpty ? nil : texts.joined(separator: "; "), place: place,
        note: notes.isEmpty ? nil : notes.joined(separator: "; "))
    }
  }

  /// The text of the value, whatever it is.
  private var value: String? { text ?? date?.text ?? place?.address?.text }

  func apply(to designation: inout Designation) {
    sort(into: &designation)
    // Addresses, numbers and attributes carry their note themselves; other fields have no room.
    if let note, let value, Self.withoutRoom.contains(type.lowercased()) {
      designation.attributes.append(Attribute(type, "\(value): \(note)"))
    }
  }

  private static let withoutRoom: Set<String> = [
    "birthdate", "place of birth", "nationality country", "nationality", "citizenship country",
    "citizenship", "title", "vessel type", "vessel flag", "vessel tonnage",
    "vessel gross registered tonnage", "vessel gross tonnage", "vessel owner",
  ]

  private func sort(into designation: inout Designation) {
    switch type.lowercased() {
    case "birthdate":
      if let date {
        designation.birthDates.append(date)
      } else if let text {
        designation.birthDates.append(PublishedDate.read(text))
      }
    case "place of birth":
      if let value { designation.birthPlaces.append(value) }
    case "location":
      if let address = place?.address { designation.addresses.append(noted(address)) }
    case "nationality country", "nationality":
      if let value { designation.nationalities.appendIfNew(value) }
    case "citizenship country", "citizenship":
      if let value {
        designation.nationalities.appendIfNew(value)
        designation.attributes.append(Attribute("citizen", value))
      }
    case "title":
      if let value { designation.titles.append(value) }
    case "vessel call sign":
      if let value {
        designation.identifiers.append(
          Identifier(kind: .callSign, value: value, label: type, note: note))
      }
    case "vessel type": setVessel(\.type, of: &designation)
    case "vessel flag": setVessel(\.flag, of: &designation)
    case "vessel tonnage": setVessel(\.tonnage, of: &designation)
    case "vessel gross registered tonnage", "vessel gross tonnage":
      setVessel(\.grossTonnage, of: &designation)
    case "vessel owner":
      if let value {
        var vessel = designation.vessel ?? VesselData()
        vessel.owners.append(value)
        designation.vessel = vessel
      }
    default: applyLabelled(to: &designation)
    }
  }

  private func applyLabelled(to designation: inout Designation) {
    guard let value else {
      if let note { designation.attributes.append(Attribute(type, note)) }
      return
    }
    if IdentifierLabels.isOFACLabel(type) {
      OFACItem(label: type, value: value, note: note).apply(to: &designation)
    } else {
      let text = [value, note].compactMap(\.self).joined(separator: "; ")
      designation.attributes.append(Attribute(type, text))
    }
  }

  /// A second value of one field becomes an attribute.
  private func setVessel(
    _ field: WritableKeyPath<VesselData, String?>, of designation: inout Designation
  ) {
    guard let value else { return }
    var vessel = designation.vessel ?? VesselData()
    if vessel[keyPath: field] == nil {
      vessel[keyPath: field] = value
      designation.vessel = vessel
    } else {
      designation.attributes.append(Attribute(type, value))
    }
  }

  private func noted(_ address: Address) -> Address {
    guard let note else { return address }
    return Address(
      lines: address.lines, city: address.city, region: address.region,
      postalCode: address.postalCode, country: address.country, note: note)
  }
}
