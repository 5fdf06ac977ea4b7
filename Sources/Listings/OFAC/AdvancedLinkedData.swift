import FileFormats
import TradeModel

/// What stands before the parties in Advanced XML and is linked to them by number.
struct AdvancedLinkedData {
  /// A place; its address is `nil` when it has neither a part nor a country.
  struct Place {
    let address: Address?
  }

  private var places: [String: Place] = [:]
  /// By `IdentityID`, in the order of the file.
  private var documents: [String: [OFACItem]] = [:]
  private var lines: [String: Int] = [:]

  func place(_ id: String) -> Place? { places[id] }

  /// The documents of an identity, once.
  mutating func takeDocuments(of identity: String) -> [OFACItem] {
    documents.removeValue(forKey: identity) ?? []
  }

  /// The identities that documents name and no party has, in the order of the file.
  var orphans: [(identity: String, line: Int)] {
    documents.keys.map { ($0, lines[$0] ?? 0) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  mutating func readLocation(_ node: XMLNode, references: inout AdvancedReferences) {
    guard let id = node[attribute: "ID"] else { return }
    var lines: [String] = []
    var fields: [String: String] = [:]
    for part in node.all("LocationPart") {
      let type = references.text("LocPartType", part[attribute: "LocPartTypeID"], line: part.line)
      for value in part.all("LocationPartValue") {
        guard let text = value.value("Value") else { continue }
        switch type {
        case "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION":
          let name = type ?? ""
          fields[name] = fields[name].map { "\($0), \(text)" } ?? text
        default: lines.append(text)
        }
      }
    }
    let countries = node.all("LocationCountry").compactMap {
      references.text("Country", $0[attribute: "CountryID"], line: $0.line)
    }
    let isEmpty = lines.isEmpty && fields.isEmpty && countries.isEmpty
    let region = [fields["STATE/PROVINCE"], fields["REGION"]].compactMap(\.self)
    places[id] = Place(
      address: isEmpty
        ? nil
        : Address(
          lines: lines, city: fields["CITY"],
          region: region.isEmpty ? nil : region.joined(separator: ", "),
          postalCode: fields["POSTAL CODE"],
          country: countries.isEmpty ? nil : countries.joined(separator: ", ")))
  }

  mutating func readDocument(_ node: XMLNode, references: inout AdvancedReferences) {
    let type = references.text("IDRegDocType", node[attribute: "IDRegDocTypeID"], line: node.line)
    let issuer = references.text(
      "Country", node[attribute: "IssuedBy-CountryID"], line: node.line)
    var notes: [String] = []
    for date in node.all("DocumentDate") {
      let kind = references.text(
        "IDRegDocDateType", date[attribute: "IDRegDocDateTypeID"], line: date.line)
      if let period = date.child("DatePeriod").flatMap(AdvancedDate.period) {
        notes.append("\(kind ?? "date"): \(period.text)")
      }
    }
    let validity = references.text("Validity", node[attribute: "ValidityID"], line: node.line)
    if let validity, validity != "Valid" { notes.append(validity) }
    notes += [node.value("IssuingAuthority"), node.value("Comment")].compactMap(\.self)
    let identity = node[attribute: "IdentityID"] ?? ""
    if lines[identity] == nil { lines[identity] = node.line }
    documents[identity, default: []].append(
      OFACItem(
        label: type ?? "", value: node.value("IDRegistrationNo") ?? "", issuer: issuer,
        note: notes.isEmpty ? nil : notes.joined(separator: "; ")))
  }
}
