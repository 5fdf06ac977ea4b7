import FileFormats
import TradeModel

/// Reads the UK Sanctions List of the Foreign, Commonwealth & Development Office, XML form.
public struct UKSanctionsListImporter: ListImporter {
  public static let format = ListFormat.ukSL

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    XMLRecordReader.root(of: file.bytes).map(isRoot) ?? false
  }

  private static func isRoot(_ root: XMLRecordReader.Opening) -> Bool {
    root.name == "Designations" && root.namespace == nil
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try XMLRecordReader.opening(snapshot.file, isRoot: Self.isRoot)
    var account = XMLListAccount(Self.format, snapshot)
    while let event = try reader.next(
      of: snapshot.file,
      isRecord: { name, depth in
        depth == 1 && (name == "Designation" || name == "DateGenerated")
      })
    {
      guard case .record(let node, _) = event else { continue }
      if node.name == "DateGenerated" {
        let point = PublishedDate.read(node.trimmed ?? "").start
        account.state(date: node.trimmed, day: point.flatMap { Day(iso: $0.iso) })
        continue
      }
      let record = UKSanctionsListRecord(node: node)
      account.add(node, key: record.uniqueID, keyField: "UniqueID", from: reader, take: take) {
        Self.fill(&$0, from: record)
      }
    }
    return try account.finish()
  }

  private static func fill(_ draft: inout XMLRecordDraft, from record: UKSanctionsListRecord) {
    switch record.type?.lowercased() {
    case "individual": draft.designation.kind = .person
    case "entity": draft.designation.kind = .organisation
    case "ship": draft.designation.kind = .vessel
    default: draft.designation.kind = .unknown
    }
    addNames(to: &draft, from: record)
    draft.designation.titles = record.titles
    draft.designation.addresses = record.addresses.map {
      Address(lines: $0.lines, postalCode: $0.postalCode, country: $0.country)
    }
    draft.designation.programmes = [record.regime].compactMap(\.self)
    draft.designation.legalBases = [record.regime.map { LegalBasis($0) }].compactMap(\.self)
    draft.designation.measures = record.sanctionsImposed
    if let day = record.dateDesignated {
      draft.designation.listedOn = [draft.checked(PublishedDate.read(day), "DateDesignated")]
    }
    if let day = record.lastUpdated {
      draft.designation.updatedOn = [draft.checked(PublishedDate.read(day), "LastUpdated")]
    }
    addIdentifiers(to: &draft, from: record)
    for individual in record.individuals { UKDetails.addIndividual(individual, to: &draft) }
    for entity in record.entities { UKDetails.addEntity(entity, to: &draft) }
    for ship in record.ships { UKDetails.addShip(ship, to: &draft) }
    draft.attribute("DesignationSource", record.source)
    draft.attribute("SanctionsImposedIndicators", record.indicators.joined(separator: ", "))
    draft.designation.remarks = [record.otherInformation, record.statementOfReasons]
      .compactMap(\.self)
    // The statement of reasons tells of others; only a ship's own number is taken from it.
    let isShip = draft.designation.kind == .vessel
    for text in isShip ? draft.designation.remarks : Array(draft.designation.remarks.prefix(1))
    where isShip || text == record.otherInformation {
      draft.addIdentifiers(in: text.foldingWhitespace())
    }
    draft.keepRest(of: record.node, known: UKSanctionsListRecord.known)
  }

  /// `NameType` is written in several ways of capitals.
  private static func addNames(
    to draft: inout XMLRecordDraft, from record: UKSanctionsListRecord
  ) {
    var primary: [ListedName] = []
    var others: [ListedName] = []
    for name in record.names {
      let kind: ListedName.Kind =
        switch name.type?.lowercased().foldingWhitespace() {
        case "primary name": .primary
        case "primary name variation": .variant
        case "fka", "f.k.a", "f.k.a.", "formerly known as": .former
        default: .alias
        }
      let strength: ListedName.Strength =
        switch name.strength?.lowercased() {
        case let text? where text.hasPrefix("low"): .weak
        case let text? where text.hasPrefix("good"): .strong
        default: .unstated
        }
      var parts: [ListedName.Part] = []
      if draft.designation.kind == .person, !name.given.isEmpty {
        parts = name.given.enumerated().map { ListedName.Part($0 == 0 ? .given : .middle, $1) }
        if let last = name.last { parts.append(ListedName.Part(.family, last)) }
      }
      let listed = ListedName(kind, name.text, strength: strength, parts: parts)
      if kind == .primary { primary.append(listed) } else { others.append(listed) }
    }
    draft.designation.names =
      primary + others
      + record.nonLatinNames.map {
        ListedName(.otherScript, $0.text, script: $0.script, language: $0.language)
      }
  }

  private static func addIdentifiers(
    to draft: inout XMLRecordDraft, from record: UKSanctionsListRecord
  ) {
    func add(_ kind: Identifier.Kind, _ values: [String], _ label: String, issuer: String? = nil) {
      for value in values {
        draft.designation.identifiers.append(
          Identifier(kind: kind, value: value, label: label, issuer: issuer))
      }
    }
    // Not a list reference: another list might use the same plain number.
    add(.other, [record.groupID].compactMap(\.self), "OFSIGroupID", issuer: "OFSI")
    add(
      .listReference, [record.unReference].compactMap(\.self), "UNReferenceNumber", issuer: "UN")
    add(.phone, record.phones, "PhoneNumber")
    add(.email, record.emails, "EmailAddress")
    add(.website, record.websites, "Website")
  }
}
