import FileFormats
import TradeModel

/// Reads OFAC's XML of the SDN list and of the consolidated non-SDN list (`sdnList`, both namespaces).
///
/// The file does not say which of the two it is; it is taken for the list it is imported as.
public struct SDNXMLImporter: ListImporter {
  public static let format = ListFormat.ofacXML

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    XMLRecordReader.root(of: file.bytes)?.name == "sdnList"
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    guard Self.recognises(snapshot.file) else {
      throw ListFormatError(.unknownFormat, "`\(snapshot.file.name)` is no `sdnList`")
    }
    let reader = XMLRecordReader(snapshot.file.bytes)
    var report = ImportReport(format: Self.format)
    var stated: String?
    while let event = try snapshot.file.next(
      of: reader,
      isRecord: { name, depth in
        depth == 1 && (name == "sdnEntry" || name == "publshInformation")
      })
    {
      guard case .record(let node, _) = event else { continue }
      if node.name == "publshInformation" {
        stated = node.value("Record_Count")
        report.statedDate = node.value("Publish_Date")
        report.statedDay = report.statedDate.flatMap(Self.day)
        continue
      }
      report.rows += 1
      let place = RecordPlace(
        file: snapshot.file.name, line: node.line, path: "sdnEntry[\(report.rows)]")
      guard let record = SDNXMLRecord(node) else {
        report.issue(
          at: place, field: "uid", "the entry has no `uid`", verbatim: reader.verbatim(of: node))
        continue
      }
      guard let designation = designation(of: record, at: place, in: snapshot, report: &report)
      else {
        report.issue(
          at: place, field: "lastName", "the entry has no name",
          verbatim: reader.verbatim(of: node))
        continue
      }
      report.records += 1
      report.counts.add(designation)
      take(designation)
    }
    try check(stated, against: report.rows, in: snapshot, report: &report)
    return report
  }

  private func check(
    _ stated: String?, against rows: Int, in snapshot: ListSnapshot, report: inout ImportReport
  ) throws(ListFormatError) {
    guard let stated, Int(stated) != rows else {
      guard rows > 0 else {
        throw ListFormatError(.truncated, "`\(snapshot.file.name)` holds no `sdnEntry`")
      }
      return
    }
    let error = ListFormatError(
      .countMismatch,
      "`\(snapshot.file.name)` states `\(stated)` records and holds \(rows): it is not the whole list"
    )
    guard snapshot.acceptsIncomplete else { throw error }
    report.acceptedProblems.append(error)
  }

  /// `MM/DD/YYYY`.
  private static func day(_ text: String) -> Day? {
    guard let start = PublishedDate.read(text, order: .monthFirst).start, let month = start.month,
      let day = start.day
    else { return nil }
    return Day(year: start.year, month: month, day: day)
  }

  private func designation(
    of record: SDNXMLRecord, at place: RecordPlace, in snapshot: ListSnapshot,
    report: inout ImportReport
  ) -> Designation? {
    let id = DesignationID(list: snapshot.list, key: record.uid)
    let kind: PartyKind
    switch record.type.lowercased() {
    case "individual": kind = .person
    case "entity": kind = .organisation
    case "vessel": kind = .vessel
    case "aircraft": kind = .aircraft
    default:
      kind = .unknown
      report.notes.append(
        FieldNote(
          record: id, place: place, field: "sdnType", value: record.type,
          problem: "unknown type `\(record.type)`"))
    }
    guard
      let primary = OFACName.joined(
        .primary, last: record.lastName, first: record.firstName, strength: .unstated, of: kind)
    else { return nil }
    var designation = Designation(id: id, kind: kind, names: [primary], place: place)
    designation.names += record.aliases.compactMap {
      Self.name($0, of: designation, report: &report)
    }
    designation.programmes = record.programmes
    designation.titles = [record.title].compactMap(\.self)
    designation.addresses = record.addresses.compactMap(Self.address)
    for country in record.countries {
      designation.nationalities.appendIfNew(country.name)
      if country.isCitizenship {
        designation.attributes.append(Attribute("citizen", country.name))
      }
    }
    designation.birthDates = record.birthDates.compactMap { $0.value("dateOfBirth") }
      .map { PublishedDate.read($0) }
    designation.birthPlaces = record.birthPlaces.compactMap { $0.value("placeOfBirth") }
    Self.applyVessel(record.vessel, to: &designation)
    designation.publishedIdentifierCount = record.ids.count
    for id in record.ids { Self.item(id).apply(to: &designation) }
    if let remarks = record.remarks {
      designation.remarks = [remarks]
      designation.relations = LinkedTo.relations(in: remarks)
      designation.takeNumbers(from: remarks)
    }
    report.noteUnreadableDates(of: designation)
    return designation
  }

  private static func name(
    _ aka: XMLNode, of party: Designation, report: inout ImportReport
  ) -> ListedName? {
    let type = aka.value("type") ?? ""
    let category = aka.value("category") ?? ""
    let strength: ListedName.Strength
    switch category.lowercased() {
    case "strong": strength = .strong
    case "weak": strength = .weak
    default: strength = .unstated
    }
    if !["a.k.a.", "f.k.a.", "n.k.a."].contains(type) {
      report.notes.append(
        FieldNote(
          record: party.id, place: party.place, field: "aka/type", value: type,
          problem: "unknown alias type `\(type)`; known are `a.k.a.`, `f.k.a.`, `n.k.a.`"))
    }
    return OFACName.joined(
      type == "f.k.a." ? .former : .alias, last: aka.value("lastName"),
      first: aka.value("firstName"), strength: strength, of: party.kind,
      note: type == "n.k.a." ? "now known as" : nil)
  }

  private static func address(_ node: XMLNode) -> Address? {
    let lines = ["address1", "address2", "address3"].compactMap { node.value($0) }
    let address = Address(
      lines: lines, city: node.value("city"), region: node.value("stateOrProvince"),
      postalCode: node.value("postalCode"), country: node.value("country"))
    return address.text.isEmpty ? nil : address
  }

  private static func item(_ id: XMLNode) -> OFACItem {
    let dates = [("issued", id.value("issueDate")), ("expires", id.value("expirationDate"))]
      .compactMap { word, date in date.map { "\(word) \($0)" } }
    return OFACItem(
      label: id.value("idType") ?? "", value: id.value("idNumber") ?? "",
      issuer: id.value("idCountry"), note: dates.isEmpty ? nil : dates.joined(separator: " "))
  }

  private static func applyVessel(_ node: XMLNode?, to designation: inout Designation) {
    guard let node else { return }
    if let callSign = node.value("callSign") {
      designation.identifiers.append(
        Identifier(kind: .callSign, value: callSign, label: "callSign"))
    }
    var vessel = VesselData()
    vessel.type = node.value("vesselType")
    vessel.flag = node.value("vesselFlag")
    vessel.owners = [node.value("vesselOwner")].compactMap(\.self)
    vessel.tonnage = node.value("tonnage")
    vessel.grossTonnage = node.value("grossRegisteredTonnage")
    if vessel != VesselData() { designation.vessel = vessel }
  }
}

extension ListFile {
  /// The next event of `reader`, its failures told as failures of this file.
  func next(
    of reader: XMLRecordReader, isRecord: (_ name: String, _ depth: Int) -> Bool
  ) throws(ListFormatError) -> XMLRecordReader.Event? {
    do {
      return try reader.next(isRecord: isRecord)
    } catch {
      let reason: ListFormatError.Reason =
        switch error.reason {
        case .truncated: .truncated
        case .limit: .limit
        case .notThisFormat: .unknownFormat
        case .malformed, .forbidden: .malformed
        }
      throw ListFormatError(reason, "`\(name)`: \(error)")
    }
  }
}
