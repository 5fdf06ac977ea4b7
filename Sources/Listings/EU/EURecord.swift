import FileFormats

/// One `sanctionEntity` of the EU's Financial Sanctions Files, in the publisher's words.
///
/// Every value is an attribute; one that is absent and one that is empty mean the same.
struct EURecord {
  let node: XMLNode

  var logicalID: String? { node.filled("logicalId") }
  var reference: String? { node.filled("euReferenceNumber") }
  var unitedNationsID: String? { node.filled("unitedNationId") }
  var designationDate: String? { node.filled("designationDate") }
  var designationDetails: String? { node.filled("designationDetails") }
  var remarks: [String] { node.values("remark") }
  var names: [XMLNode] { node.all("nameAlias") }
  var citizenships: [XMLNode] { node.all("citizenship") }
  var birthDates: [XMLNode] { node.all("birthdate") }
  var addresses: [XMLNode] { node.all("address") }
  var identifications: [XMLNode] { node.all("identification") }

  enum SubjectType { case person, enterprise }

  var subjectType: SubjectType? {
    let subject = node.child("subjectType")
    let code = subject?.filled("code") ?? subject?.filled("classificationCode")
    switch code?.lowercased() {
    case "person", "p": return .person
    case "enterprise", "e": return .enterprise
    default: return nil
    }
  }

  /// An act of the Union, as it stands on the entity or in the summary on one of its parts.
  struct Regulation: Hashable {
    let title: String
    let date: String?
    let address: String?
    let programme: String?
    /// `amendment, council, in force from 2017-03-10`.
    let details: String?
  }

  var regulations: [Regulation] {
    node.all("regulation").map { regulation in
      let details = [
        regulation.filled("regulationType"), regulation.filled("organisationType"),
        regulation.filled("entryIntoForceDate").map { "in force from \($0)" },
      ].compactMap(\.self)
      return Regulation(
        title: regulation.filled("numberTitle") ?? "", date: regulation.filled("publicationDate"),
        address: regulation.value("publicationUrl"), programme: regulation.filled("programme"),
        details: details.isEmpty ? nil : details.joined(separator: ", "))
    }
  }

  /// The acts behind single names, dates, addresses and numbers.
  var summaries: [Regulation] {
    node.children.flatMap { $0.all("regulationSummary") }.map { summary in
      Regulation(
        title: summary.filled("numberTitle") ?? "", date: summary.filled("publicationDate"),
        address: summary.filled("publicationUrl"), programme: nil,
        details: summary.filled("regulationType"))
    }
  }

  static let known: Set<String> = [
    "logicalId", "euReferenceNumber", "unitedNationId", "designationDate", "designationDetails",
    "remark", "regulation", "subjectType", "nameAlias", "citizenship", "birthdate", "address",
    "identification",
  ]
}

extension XMLNode {
  /// A part of a place or address; `-` stands for nothing.
  func euPart(_ name: String) -> String? {
    filled(name).flatMap { $0.allSatisfy { "-–. ".contains($0) } ? nil : $0 }
  }

  /// The country of an EU element: its ISO code, or its description where the code is missing.
  /// `nil` for code 00, which means that it is unknown.
  var euCountry: String? {
    let code = filled("countryIso2Code")
    if code == "00" { return nil }
    let description = filled("countryDescription")
    return code ?? (description == "UNKNOWN" ? nil : description)
  }

  /// The country's English name as the EU writes it.
  var euCountryName: String? {
    euCountry == nil ? nil : filled("countryDescription") ?? filled("countryIso2Code")
  }
}
