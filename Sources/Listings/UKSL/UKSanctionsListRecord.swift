import FileFormats

/// One `Designation` of the UK Sanctions List, in the publisher's words.
///
/// The blocks on individuals, entities and ships are read by the beginning of their element names,
/// because they were never seen in a whole original file.
struct UKSanctionsListRecord {
  let node: XMLNode

  var uniqueID: String? { node.value("UniqueID") }
  var groupID: String? { node.value("OFSIGroupID") }
  var unReference: String? { node.value("UNReferenceNumber") }
  var lastUpdated: String? { node.value("LastUpdated") }
  var dateDesignated: String? { node.value("DateDesignated") }
  var regime: String? { node.value("RegimeName") }
  var type: String? { node.value("IndividualEntityShip") }
  var source: String? { node.value("DesignationSource") }
  var otherInformation: String? { node.value("OtherInformation") }
  var statementOfReasons: String? { node.value("UKStatementofReasons") }
  var titles: [String] { node.values("Titles", "Title") }

  /// Separated by `|`.
  var sanctionsImposed: [String] {
    (node.value("SanctionsImposed") ?? "").split(separator: "|")
      .map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  /// The names of the indicators that are `true`.
  var indicators: [String] {
    node.all("SanctionsImposedIndicators").flatMap(\.children)
      .filter { $0.trimmed?.lowercased() == "true" }.map(\.name)
  }

  struct Name {
    /// `Name1` to `Name5`, in order.
    let given: [String]
    /// `Name6`: the family name, or the whole name of an entity or ship.
    let last: String?
    let type: String?
    let strength: String?

    var text: String { (given + [last].compactMap(\.self)).joined(separator: " ") }
  }

  /// The names with any text; some elements have a type and nothing else.
  var names: [Name] {
    node.all("Names", "Name").compactMap { name in
      let given = (1...5).compactMap { name.value("Name\($0)")?.foldingWhitespace() }
      let last = name.value("Name6")?.foldingWhitespace()
      guard !given.isEmpty || last != nil else { return nil }
      return Name(
        given: given, last: last, type: name.value("NameType"),
        strength: name.value("AliasStrength"))
    }
  }

  struct NonLatinName {
    let text: String
    let script: String?
    let language: String?
  }

  var nonLatinNames: [NonLatinName] {
    node.all("NonLatinNames", "NonLatinName").compactMap { name in
      guard let text = name.value("NameNonLatinScript")?.foldingWhitespace() else { return nil }
      return NonLatinName(
        text: text, script: name.value { $0.contains("ScriptType") },
        language: name.value { $0.contains("Language") })
    }
  }

  struct Location {
    let lines: [String]
    let postalCode: String?
    let country: String?
  }

  /// Addresses with at least one value.
  var addresses: [Location] {
    node.all("Addresses", "Address").compactMap { address in
      let lines = (1...6).compactMap { address.value("AddressLine\($0)")?.foldingWhitespace() }
      let code = address.value("AddressPostalCode")
      let country = address.value("AddressCountry")
      guard !lines.isEmpty || code != nil || country != nil else { return nil }
      return Location(lines: lines, postalCode: code, country: country)
    }
  }

  var phones: [String] { node.leaves("PhoneNumbers") }
  var emails: [String] { node.leaves("EmailAddresses") }
  var websites: [String] { node.leaves("Websites") }
  var individuals: [XMLNode] { node.all("IndividualDetails", "Individual") }
  var entities: [XMLNode] { node.all("EntityDetails", "Entity") }
  var ships: [XMLNode] { node.all("ShipDetails", "Ship") }

  static let known: Set<String> = [
    "UniqueID", "OFSIGroupID", "UNReferenceNumber", "LastUpdated", "DateDesignated", "RegimeName",
    "IndividualEntityShip", "DesignationSource", "OtherInformation", "UKStatementofReasons",
    "Titles", "SanctionsImposed", "SanctionsImposedIndicators", "Names", "NonLatinNames",
    "Addresses", "PhoneNumbers", "EmailAddresses", "Websites", "IndividualDetails",
    "EntityDetails", "ShipDetails",
  ]
}

extension XMLNode {
  /// The trimmed text of the first child whose name fits.
  func value(where fits: (String) -> Bool) -> String? {
    children.first { fits($0.name) && $0.trimmed != nil }?.trimmed
  }

  /// The texts of everything below the children of that name, in document order.
  func leaves(_ name: String) -> [String] { all(name).flatMap(\.leaves) }

  private var leaves: [String] {
    let own = trimmed.map { [$0.foldingWhitespace()] } ?? []
    return children.isEmpty ? own : own + children.flatMap(\.leaves)
  }
}
