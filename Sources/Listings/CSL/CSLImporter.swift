import FileFormats
import TradeModel

/// Reads the US Consolidated Screening List as trade.gov publishes it in CSV (29 columns).
public struct CSLImporter: ListImporter {
  public static let format = ListFormat.cslCSV

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    var reader = CSVReader(Array(file.bytes.prefix(4096)))
    return (try? reader.nextRow()) == CSLColumns.header
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let name = snapshot.file.name
    guard Self.recognises(snapshot.file) else {
      throw ListFormatError(
        .unknownFormat, "`\(name)` does not begin with the header of the screening list")
    }
    var rows = CSVReader(snapshot.file.bytes)
    var report = ImportReport(format: Self.format)
    var keys = CSLKeys()
    var isHeader = true
    var glue: Int?
    while true {
      let fields: [String]?
      do { fields = try rows.nextRow() } catch {
        throw ListFormatError(
          .truncated, "`\(name)` ends inside the record at line \(error.line ?? rows.line)")
      }
      guard let fields else { break }
      if isHeader {
        isHeader = false
        continue
      }
      if fields == CSLColumns.header {
        // The publisher has printed its header twice over; one further down glues two files.
        if report.rows > 0, glue == nil { glue = rows.line }
        continue
      }
      report.rows += 1
      let place = RecordPlace(file: name, line: rows.line)
      guard fields.count == CSLColumns.header.count else {
        if rows.range.upperBound >= rows.count {
          throw ListFormatError(
            .truncated,
            "`\(name)` ends inside the record at line \(rows.line): \(fields.count) of \(CSLColumns.header.count) fields"
          )
        }
        report.issue(
          at: place, "the record has \(fields.count) fields, expected \(CSLColumns.header.count)",
          verbatim: rows.verbatim)
        continue
      }
      let columns = CSLColumns(fields)
      guard
        let designation = designation(
          of: columns, at: place, keys: &keys, list: snapshot.list, report: &report)
      else {
        report.issue(
          at: place, field: "name", "the record has no source or no name", verbatim: rows.verbatim)
        continue
      }
      report.records += 1
      report.counts.add(designation)
      take(designation)
    }
    guard report.rows > 0 else {
      throw ListFormatError(.truncated, "`\(name)` holds a header and no records")
    }
    if let glue {
      throw ListFormatError(
        .twoLists, "`\(name)` has its header again at line \(glue): two files are glued together")
    }
    return report
  }

  private func designation(
    of columns: CSLColumns, at place: RecordPlace, keys: inout CSLKeys, list: ListID,
    report: inout ImportReport
  ) -> Designation? {
    guard let source = columns[.source], let name = columns[.name] else { return nil }
    let record = CSLRecord(
      source: source, number: columns[.entityNumber], type: columns[.type], name: name,
      notice: columns[.notice])
    let id = DesignationID(list: list, key: keys.unique(record.key))
    let kind = record.kind ?? .unknown
    if record.kind == nil {
      report.notes.append(
        FieldNote(
          record: id, place: place, field: "type", value: record.type ?? "",
          problem: "unknown type `\(record.type ?? "")`"))
    }
    func items(_ column: CSLColumns.Column) -> [String] {
      columns[column].map(CSLRecord.items) ?? []
    }
    let aliases = items(.aliases)
    var designation = Designation(
      id: id, kind: kind,
      names: [OFACName.listed(.primary, name, strength: .unstated, of: kind)]
        + aliases.map { CSLName.alias($0, of: kind) },
      place: place)
    designation.titles = [columns[.title]].compactMap(\.self)
    designation.addresses = items(.addresses).map(CSLAddress.address)
    designation.programmes = items(.programmes)
    designation.nationalities = items(.nationalities)
    for country in items(.citizenships) {
      designation.nationalities.appendIfNew(country)
      designation.attributes.append(Attribute("citizen", country))
    }
    designation.birthDates = items(.birthDates).map { PublishedDate.read($0) }
    designation.birthPlaces = items(.birthPlaces)
    if let start = columns[.startDate] { designation.listedOn = [PublishedDate.read(start)] }
    designation.endsOn = columns[.endDate].map { PublishedDate.read($0) }
    CSLLaw.apply(
      source: source, notice: record.notice, address: columns[.sourceListAddress],
      requirement: columns[.requirement], policy: columns[.policy], to: &designation)
    for (label, column) in [
      ("standard_order", CSLColumns.Column.standardOrder),
      ("source_information_url", .sourceInformationAddress), ("_id", .id),
    ] {
      if let value = columns[column] { designation.attributes.append(Attribute(label, value)) }
    }
    applyVessel(columns, to: &designation)
    let ids = items(.ids)
    designation.publishedIdentifierCount = ids.count
    for item in ids { CSLIdentifier.item(item).apply(to: &designation) }
    if let remarks = columns[.remarks] {
      designation.remarks = [remarks]
      designation.relations = LinkedTo.relations(in: remarks)
      designation.takeNumbers(from: remarks)
    }
    report.noteUnreadableDates(of: designation)
    return designation
  }

  private func applyVessel(_ columns: CSLColumns, to designation: inout Designation) {
    if let callSign = columns[.callSign] {
      designation.identifiers.append(
        Identifier(kind: .callSign, value: callSign, label: "call_sign"))
    }
    var vessel = VesselData()
    vessel.type = columns[.vesselType]
    vessel.flag = columns[.vesselFlag]
    vessel.owners = [columns[.vesselOwner]].compactMap(\.self)
    vessel.tonnage = columns[.grossTonnage]
    vessel.grossTonnage = columns[.grossRegisteredTonnage]
    if vessel != VesselData() { designation.vessel = vessel }
  }
}

/// The names of alias cells.
enum CSLName {
  /// A leading `and ` or `a.k.a.` is left over from the Federal Register and no part of the name; the
  /// text as published is then kept in the note.
  static func alias(_ text: String, of party: PartyKind) -> ListedName {
    var name = Substring(text)
    for mark in ["and ", "a.k.a., ", "a.k.a. ", "a.k.a ", "aka "]
    where name.lowercased().hasPrefix(mark) && name.count > mark.count {
      name = name.dropFirst(mark.count)
    }
    let clean = String(name).trimmingWhitespace()
    return OFACName.listed(
      .alias, clean.isEmpty ? text : clean, strength: .unstated, of: party,
      note: clean == text || clean.isEmpty ? nil : "published as `\(text)`")
  }
}

/// What an entry of the lists of Commerce and State says of law.
enum CSLLaw {
  static func apply(
    source: String, notice: String?, address: String?, requirement: String?, policy: String?,
    to designation: inout Designation
  ) {
    designation.attributes.append(Attribute("source", source))
    if let notice {
      designation.legalBases = [LegalBasis(notice, address: address)]
    } else if let address {
      designation.attributes.append(Attribute("source_list_url", address))
    }
    if let requirement { designation.measures.append("Licence requirement: \(requirement)") }
    if let policy { designation.measures.append("Licence policy: \(policy)") }
  }
}
