import FileFormats
import TradeModel

/// Reads the EU's consolidated list of financial sanctions, Financial Sanctions Files XML 1.1.
public struct EUImporter: ListImporter {
  public static let format = ListFormat.euFSF

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    XMLRecordReader.root(of: file.bytes).map(isRoot) ?? false
  }

  private static func isRoot(_ root: XMLRecordReader.Opening) -> Bool {
    root.name == "export" && root.namespace?.contains("eu.europa.ec/fpi/fsd/export") == true
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try XMLRecordReader.opening(snapshot.file, isRoot: Self.isRoot)
    var account = XMLListAccount(Self.format, snapshot)
    while let event = try reader.next(
      of: snapshot.file, isRecord: { name, depth in depth == 1 && name == "sanctionEntity" })
    {
      switch event {
      case .open(let opening):
        if opening.depth == 0 {
          let date = opening[attribute: "generationDate"]
          account.state(date: date, day: date.flatMap { Day(iso: $0.prefix(10)) })
        }
      case .record(let node, _):
        let record = EURecord(node: node)
        account.add(node, key: record.logicalID, keyField: "logicalId", from: reader, take: take) {
          Self.fill(&$0, from: record)
        }
      }
    }
    return try account.finish()
  }

  private static func fill(_ draft: inout XMLRecordDraft, from record: EURecord) {
    switch record.subjectType {
    case .person: draft.designation.kind = .person
    case .enterprise: draft.designation.kind = .organisation
    case nil: draft.designation.kind = .unknown
    }
    addNames(to: &draft, from: record)
    for citizenship in record.citizenships {
      if let country = citizenship.euCountry { draft.designation.nationalities.addOnce(country) }
      draft.attribute("citizenship region", citizenship.filled("region"))
      for remark in citizenship.values("remark") { draft.attribute("citizenship remark", remark) }
    }
    for birth in record.birthDates { addBirth(birth, to: &draft) }
    for address in record.addresses { addAddress(address, to: &draft) }
    for identification in record.identifications { addIdentifier(identification, to: &draft) }
    addReferences(to: &draft, from: record)
    addRegulations(to: &draft, from: record)
    if let listed = record.designationDate {
      draft.designation.listedOn = [draft.checked(PublishedDate.read(listed), "designationDate")]
    }
    draft.designation.remarks += [record.designationDetails].compactMap(\.self) + record.remarks
    for remark in draft.designation.remarks {
      draft.addIdentifiers(in: remark.foldingWhitespace())
    }
    draft.keepRest(of: record.node, known: EURecord.known)
  }

  // MARK: - Names

  /// There is no mark for the primary name: it is the first that is English or of no language.
  private static func addNames(to draft: inout XMLRecordDraft, from record: EURecord) {
    var names: [ListedName] = []
    var primary: Int?
    for alias in record.names {
      for function in [alias.filled("function")].compactMap(\.self) {
        draft.designation.attributes.addOnce(Attribute("function", function))
      }
      if let title = alias.filled("title") { draft.designation.titles.addOnce(title) }
      if draft.designation.gender == nil { draft.designation.gender = alias.filled("gender") }
      let parts: [(ListedName.Part.Role, String?)] = [
        (.given, alias.filled("firstName")), (.middle, alias.filled("middleName")),
        (.family, alias.filled("lastName")),
      ]
      let filled = parts.compactMap { role, text in text.map { ListedName.Part(role, $0) } }
      let remarks = alias.values("remark")
      guard
        let text = alias.filled("wholeName")
          ?? (filled.isEmpty ? nil : filled.map(\.text).joined(separator: " "))
      else {
        for remark in remarks { draft.attribute("nameAlias remark", remark) }
        continue
      }
      let language = alias.filled("nameLanguage")
      if primary == nil, language == nil || language == "EN" { primary = names.count }
      names.append(
        ListedName(
          .alias, text,
          // "true" is written on every name, so it says nothing; "false" would.
          strength: alias.filled("strong") == "false" ? .weak : .unstated, parts: filled,
          language: language, note: remarks.isEmpty ? nil : remarks.joined(separator: "; ")))
    }
    guard !names.isEmpty else { return }
    let first = names.remove(at: primary ?? 0)
    let main = ListedName(
      .primary, first.text, strength: first.strength, parts: first.parts,
      language: first.language, note: first.note)
    draft.designation.names = [main] + names
  }

  // MARK: - Birth

  private static func addBirth(_ birth: XMLNode, to draft: inout XMLRecordDraft) {
    let remark = birth.values("remark").joined(separator: "; ")
    let isIslamic = birth.filled("calendarType")?.uppercased() == "ISLAMIC"
    let calendar = isIslamic ? PartialDate.Calendar.islamic : .gregorian
    let isCirca = birth.filled("circa") == "true"
    let suffix = remark.isEmpty ? "" : " (\(remark))"
    var date: PartialDate?
    if let from = birth.filled("yearRangeFrom") ?? birth.filled("yearRangeTo") {
      let to = birth.filled("yearRangeTo") ?? from
      let start = Int(from).flatMap { PartialDate.Point(year: $0) }
      date = PartialDate(
        text: "\(from) to \(to)\(suffix)", start: start,
        end: start == nil ? nil : Int(to).flatMap { PartialDate.Point(year: $0) },
        isCirca: isCirca, calendar: calendar)
    } else if let day = birth.filled("birthdate"), !isIslamic {
      date = PartialDate(
        text: day + suffix, start: PublishedDate.read(day).start, isCirca: isCirca)
    } else if let year = birth.filled("year") {
      date = PublishedDate.fields(
        year: year, month: birth.filled("monthOfYear"), day: birth.filled("dayOfMonth"),
        isCirca: isCirca, calendar: calendar)
      date = date.map {
        PartialDate(
          text: $0.text + suffix, start: $0.start, isCirca: isCirca, calendar: calendar)
      }
    } else if let day = birth.filled("birthdate") {
      // An ISO day beside an Islamic mark: kept as text, for the calendar of its digits is unknown.
      date = PartialDate(text: day + suffix, start: nil, isCirca: isCirca, calendar: calendar)
    }
    if let date {
      draft.designation.birthDates.append(draft.checked(date, "birthdate"))
    } else {
      draft.attribute("birthdate remark", remark)
    }
    let place = ["place", "city", "zipCode", "region"].compactMap { birth.euPart($0) }
    let parts = place + [birth.euCountryName].compactMap(\.self)
    if !parts.isEmpty { draft.designation.birthPlaces.addOnce(parts.joined(separator: ", ")) }
  }

  // MARK: - Addresses and numbers

  /// An address of which only is said that its country is unknown is none; its contacts are kept.
  private static func addAddress(_ address: XMLNode, to draft: inout XMLRecordDraft) {
    for contact in address.all("contactInfo") {
      guard let value = contact.filled("value") else { continue }
      let key = contact.filled("key") ?? ""
      draft.designation.identifiers.append(
        Identifier(kind: contactKind(key), value: value, label: key.isEmpty ? nil : key))
    }
    var notes = address.values("remark")
    if address.filled("asAtListingTime") == "true" { notes.insert("as at listing time", at: 0) }
    let lines = ["street", "poBox", "place"].compactMap { address.euPart($0) }
    let (city, region) = (address.euPart("city"), address.euPart("region"))
    let zip = address.euPart("zipCode")
    let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    let parts = lines + [city, region, zip, address.euCountryName].compactMap(\.self)
    guard !parts.isEmpty || note != nil else { return }
    draft.designation.addresses.append(
      Address(
        lines: lines, city: city, region: region, postalCode: zip, country: address.euCountry,
        note: note, text: parts.isEmpty ? note : parts.joined(separator: ", ")))
  }

  private static func contactKind(_ key: String) -> Identifier.Kind {
    switch key.uppercased() {
    case "PHONE", "FAX": .phone
    case "EMAIL": .email
    case "WEB": .website
    default: .other
    }
  }

  private static func addIdentifier(_ item: XMLNode, to draft: inout XMLRecordDraft) {
    draft.designation.publishedIdentifierCount += 1
    let code = item.filled("identificationTypeCode") ?? ""
    let label = item.filled("identificationTypeDescription") ?? (code.isEmpty ? nil : code)
    let latin = item.filled("latinNumber")
    let flags: [(String, String)] = [
      ("diplomatic", "diplomatic"), ("knownExpired", "known to be expired"),
      ("knownFalse", "known to be false"), ("reportedLost", "reported lost"),
      ("revokedByIssuer", "revoked by issuer"),
    ]
    let texts: [(String, String)] = [
      ("nameOnDocument", "name on document:"), ("issuedBy", "issued by"), ("region", "region:"),
      ("issueDate", "issued on"), ("validFrom", "valid from"), ("validTo", "valid to"),
    ]
    var notes = flags.filter { item.filled($0.0) == "true" }.map(\.1)
    notes += texts.compactMap { name, words in item.filled(name).map { "\(words) \($0)" } }
    if let latin, item.filled("number") != nil { notes.append("in Latin script: \(latin)") }
    notes += item.values("remark")
    let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    guard let number = item.filled("number") ?? latin else {
      draft.attribute(
        "identification",
        [label, item.euCountryName, note].compactMap(\.self).joined(separator: "; "))
      return
    }
    var kind = IdentifierLabels.kind(eu: code)
    if kind == .imo {
      kind = IMONumber.kind(number)
      if kind == .imo, draft.designation.kind == .organisation { draft.designation.kind = .vessel }
    }
    draft.designation.identifiers.append(
      Identifier(kind: kind, value: number, label: label, issuer: item.euCountry, note: note))
  }

  // MARK: - References and acts

  private static func addReferences(to draft: inout XMLRecordDraft, from record: EURecord) {
    let references = [
      (record.reference, "euReferenceNumber", "EU"),
      (record.unitedNationsID, "unitedNationId", "UN"),
    ]
    for case (let value?, let label, let issuer) in references {
      draft.designation.identifiers.append(
        Identifier(kind: .listReference, value: value, label: label, issuer: issuer))
    }
  }

  private static func addRegulations(to draft: inout XMLRecordDraft, from record: EURecord) {
    for regulation in record.regulations {
      if let programme = regulation.programme { draft.designation.programmes.addOnce(programme) }
      add(regulation, to: &draft)
      if let details = regulation.details {
        draft.designation.attributes.addOnce(
          Attribute("regulation \(regulation.title)", details))
      }
    }
    var seen = Set(record.regulations.map(\.title))
    for summary in record.summaries where seen.insert(summary.title).inserted {
      add(summary, to: &draft)
    }
  }

  private static func add(_ regulation: EURecord.Regulation, to draft: inout XMLRecordDraft) {
    guard !regulation.title.isEmpty || regulation.address != nil else { return }
    let date = regulation.date.map { draft.checked(PublishedDate.read($0), "publicationDate") }
    draft.designation.legalBases.append(
      LegalBasis(regulation.title, date: date, address: regulation.address))
  }
}
