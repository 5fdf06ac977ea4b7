import FileFormats
import TradeModel

/// Reads OFAC's Advanced XML (`SDN_ADVANCED`, `CONS_ADVANCED`).
///
/// Everything is linked by number: places and documents stand before the parties, relationships and
/// sanctions entries after them. The elements are streamed; what is held until the end is the
/// designations, because their programmes and links come last.
public struct AdvancedXMLImporter: ListImporter {
  public static let format = ListFormat.ofacAdvancedXML

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    guard let root = XMLRecordReader.root(of: file.bytes) else { return false }
    return root.name == "Sanctions" && root[attribute: "Version"] != nil
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    guard Self.recognises(snapshot.file) else {
      throw ListFormatError(.unknownFormat, "`\(snapshot.file.name)` is no Advanced XML")
    }
    var reading = AdvancedReading(snapshot)
    let reader = XMLRecordReader(snapshot.file.bytes)
    while let event = try snapshot.file.next(
      of: reader,
      isRecord: { name, depth in
        switch depth {
        case 1: name == "DateOfIssue" || name == "ReferenceValueSets"
        case 2: Self.linked.contains(name)
        default: false
        }
      })
    {
      switch event {
      case .open(let opening) where opening.depth == 0:
        if let base = opening[attribute: "DeltaBaseVersion"] {
          try reading.accept(
            .amendment,
            "`\(snapshot.file.name)` holds the changes since version `\(base)`, not the whole list")
        }
      case .open: continue
      case .record(let node, _): reading.read(node) { reader.verbatim(of: node) }
      }
    }
    return try reading.finish(take)
  }

  private static let linked: Set<String> = [
    "Location", "IDRegDocument", "DistinctParty", "ProfileRelationship", "SanctionsEntry",
  ]
}

/// One reading of an Advanced XML file, element by element.
private struct AdvancedReading {
  private let snapshot: ListSnapshot
  private var report = ImportReport(format: .ofacAdvancedXML)
  private var references = AdvancedReferences()
  private var data = AdvancedLinkedData()
  private var designations: [Designation] = []
  private var indexOfProfile: [String: Int] = [:]
  /// Links whose target is looked up at the end: a relationship may name a later party.
  private var targets: [(profile: String, line: Int)] = []
  /// Lists that entries name, by meaning.
  private var lists: Set<String> = []

  init(_ snapshot: ListSnapshot) { self.snapshot = snapshot }

  mutating func read(_ node: XMLNode, verbatim: () -> String) {
    switch node.name {
    case "DateOfIssue":
      report.statedDay = AdvancedDate.day(node)
      report.statedDate = report.statedDay?.iso
    case "ReferenceValueSets": references.read(node)
    case "Location": data.readLocation(node, references: &references)
    case "IDRegDocument": data.readDocument(node, references: &references)
    case "DistinctParty": readParty(node, verbatim: verbatim)
    case "ProfileRelationship": readRelationship(node)
    case "SanctionsEntry": readEntry(node)
    default: break
    }
  }

  /// Throws the problem, or remembers it where a person has accepted it.
  mutating func accept(
    _ reason: ListFormatError.Reason, _ message: String
  ) throws(ListFormatError) {
    let error = ListFormatError(reason, message)
    guard snapshot.acceptsIncomplete, error.isOverridable else { throw error }
    report.acceptedProblems.append(error)
  }

  mutating func finish(
    _ take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    guard report.rows > 0 else {
      throw ListFormatError(.truncated, "`\(snapshot.file.name)` holds no `DistinctParty`")
    }
    for (identity, line) in data.orphans {
      references.addDangling("Identity", identity, line: line)
    }
    for (profile, line) in targets where indexOfProfile[profile] == nil {
      references.addDangling("Profile", profile, line: line)
    }
    let dangling = references.dangling
    if let first = dangling.first {
      try accept(
        .danglingReferences,
        "\(dangling.count) references of `\(snapshot.file.name)` resolve to nothing, first \(first)"
      )
    }
    try checkList()
    for designation in designations {
      report.noteUnreadableDates(of: designation)
      report.records += 1
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  /// The entries say which list they are of; only OFAC's own two are held to it.
  private func checkList() throws(ListFormatError) {
    guard !lists.isEmpty else { return }
    let isSDN = lists.contains("SDN List")
    let isOther = lists.contains { $0 != "SDN List" }
    if (snapshot.list.name == "us.ofac.sdn" && !isSDN)
      || (snapshot.list.name == "us.ofac.cons" && !isOther)
    {
      throw ListFormatError(
        .notThisList,
        "the entries of `\(snapshot.file.name)` are of \(lists.sorted().map { "`\($0)`" }.joined(separator: ", ")), not of `\(snapshot.list)`"
      )
    }
  }

  // MARK: - Parties

  private mutating func readParty(_ node: XMLNode, verbatim: () -> String) {
    let profiles = node.all("Profile")
    let place = RecordPlace(
      file: snapshot.file.name, line: node.line,
      path: "DistinctParty[\(node[attribute: "FixedRef"] ?? "")]")
    if profiles.isEmpty {
      report.rows += 1
      report.issue(at: place, field: "Profile", "the party has no profile", verbatim: verbatim())
    }
    for profile in profiles {
      report.rows += 1
      guard let key = profile[attribute: "ID"], !key.isEmpty else {
        report.issue(
          at: place, field: "Profile/@ID", "the profile has no number", verbatim: verbatim())
        continue
      }
      guard indexOfProfile[key] == nil else {
        report.issue(
          at: place, field: "Profile/@ID", "the profile number `\(key)` stands twice",
          verbatim: verbatim())
        continue
      }
      guard let designation = designation(profile, key: key, place: place, party: node) else {
        report.issue(at: place, field: "Alias", "the party has no name", verbatim: verbatim())
        continue
      }
      indexOfProfile[key] = designations.count
      designations.append(designation)
    }
  }

  private mutating func designation(
    _ profile: XMLNode, key: String, place: RecordPlace, party: XMLNode
  ) -> Designation? {
    var names: [ListedName] = []
    var documents: [OFACItem] = []
    for identity in profile.all("Identity") {
      let naming = AdvancedNames(of: identity, references: &references)
      for alias in identity.all("Alias") {
        names += naming.names(of: alias, references: &references)
      }
      documents += data.takeDocuments(of: identity[attribute: "ID"] ?? "")
    }
    guard !names.isEmpty else { return nil }
    let first = names.firstIndex { $0.kind == .primary } ?? 0
    names.insert(names.remove(at: first), at: 0)
    var designation = Designation(
      id: DesignationID(list: snapshot.list, key: key), kind: kind(of: profile), names: names,
      place: place)
    for feature in profile.all("Feature") {
      for version in AdvancedFeature.features(of: feature, data: data, references: &references) {
        version.apply(to: &designation)
      }
    }
    designation.publishedIdentifierCount = documents.count
    for document in documents { document.apply(to: &designation) }
    for comment in [party.value("Comment"), profile.value("Comment")].compactMap(\.self) {
      designation.remarks.appendIfNew(comment)
    }
    for reference in profile.all("ExternalReference") {
      let type = references.text(
        "ExRefType", reference[attribute: "ExRefTypeID"], line: reference.line)
      if let value = reference.value("ExRefValue") ?? reference.trimmed {
        designation.attributes.append(Attribute(type ?? "ExternalReference", value))
      }
    }
    return designation
  }

  /// The subtype tells vessels and aircraft; for persons and organisations its own text is "Unknown",
  /// so the type behind it is asked.
  private mutating func kind(of profile: XMLNode) -> PartyKind {
    let subtypeID = profile[attribute: "PartySubTypeID"]
    let subtype = references.text("PartySubType", subtypeID, line: profile.line)
    switch subtype {
    case "Vessel": return .vessel
    case "Aircraft": return .aircraft
    case nil: return .unknown
    default: break
    }
    let typeID = references.attribute("PartyTypeID", of: "PartySubType", subtypeID)
    switch references.text("PartyType", typeID, line: profile.line) {
    case "Individual": return .person
    case "Entity", "Other Entity": return .organisation
    default: return .unknown
    }
  }

  // MARK: - What comes after the parties

  private mutating func readRelationship(_ node: XMLNode) {
    let from = node[attribute: "From-ProfileID"] ?? ""
    let to = node[attribute: "To-ProfileID"] ?? ""
    let type = references.text("RelationType", node[attribute: "RelationTypeID"], line: node.line)
    let quality = references.text(
      "RelationQuality", node[attribute: "RelationQualityID"], line: node.line)
    targets.append((to, node.line))
    guard let index = indexOfProfile[from] else {
      references.addDangling("Profile", from, line: node.line)
      return
    }
    var notes: [String] = []
    if node[attribute: "Former"] == "true" { notes.append("former") }
    if let quality, quality != "Unknown" { notes.append("quality: \(quality)") }
    if let comment = node.value("Comment") { notes.append(comment) }
    // OFAC links an individual who owns a listed company to that company with the same type as a
    // company to its owner; nobody owns an individual.
    let isFromOwner = type == "Owned or Controlled By" && designations[index].kind == .person
    if isFromOwner {
      notes.append("the individual is the owner: read from target to this party")
    }
    designations[index].relations.append(
      ListedRelation(
        type: (isFromOwner ? "Owned or Controlled By (from the owner)" : type)
          ?? "relation \(node[attribute: "RelationTypeID"] ?? "")", target: .key(to),
        note: notes.isEmpty ? nil : notes.joined(separator: "; ")))
  }

  private mutating func readEntry(_ node: XMLNode) {
    let profile = node[attribute: "ProfileID"] ?? ""
    let list = references.text("List", node[attribute: "ListID"], line: node.line)
    if let list { lists.insert(list) }
    guard let index = indexOfProfile[profile] else {
      references.addDangling("Profile", profile, line: node.line)
      return
    }
    if let list { designations[index].attributes.appendIfNew(Attribute("list", list)) }
    for event in node.all("EntryEvent") {
      let type = references.text(
        "EntryEventType", event[attribute: "EntryEventTypeID"], line: event.line)
      let basis = references.text(
        "LegalBasis", event[attribute: "LegalBasisID"], line: event.line)
      let date = event.child("Date").flatMap(AdvancedDate.day).map {
        PartialDate(text: $0.iso, start: PartialDate.Point($0))
      }
      if let date {
        if type == "Created" {
          designations[index].listedOn.appendIfNew(date)
        } else {
          designations[index].updatedOn.appendIfNew(date)
        }
      }
      if let basis, basis != "Unknown" {
        designations[index].legalBases.appendIfNew(LegalBasis(basis, date: date))
      }
      if let comment = event.value("Comment") { designations[index].remarks.appendIfNew(comment) }
    }
    for measure in node.all("SanctionsMeasure") {
      let type = references.text(
        "SanctionsType", measure[attribute: "SanctionsTypeID"], line: measure.line)
      let comment = measure.value("Comment")
      if type == "Program" {
        if let comment { designations[index].programmes.appendIfNew(comment) }
      } else {
        let text = [type, comment].compactMap(\.self).joined(separator: ": ")
        if !text.isEmpty { designations[index].measures.appendIfNew(text) }
      }
    }
  }
}
