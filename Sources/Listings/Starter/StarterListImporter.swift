import TradeModel

/// Reads the starter list of the knowledge folder.
///
/// Each row repeats one designation of a published list, with its legal basis and sources. It fills
/// the time before the first list update and replaces none.
public struct StarterListImporter: ListImporter {
  public static let format = ListFormat.starter

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    (try? StarterReader(ListFile(name: file.name, bytes: Array(file.bytes.prefix(4096))))) != nil
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    var reader = try StarterReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    var keys: Set<String> = []
    var latest: Day?
    while let row = try reader.next() {
      report.rows += 1
      report.records += 1
      switch row {
      case .failure(let row):
        report.issues.append(
          ImportIssue(
            place: RecordPlace(file: snapshot.file.name, line: row.line), problem: row.problem,
            verbatim: row.verbatim))
      case .success(let record):
        if let (field, problem) = Self.flaw(of: record, keys: keys) {
          report.issues.append(
            ImportIssue(
              place: RecordPlace(file: snapshot.file.name, line: record.line), field: field,
              problem: problem, verbatim: record.verbatim))
          continue
        }
        keys.insert(record["id"])
        if let day = Day(iso: record["as_of"]) { latest = max(latest ?? day, day) }
        let designation = designation(record, in: snapshot, report: &report)
        report.counts.add(designation)
        take(designation)
      }
    }
    guard report.rows > 0 else {
      throw ListFormatError(.truncated, "`\(snapshot.file.name)` holds a header and no rows")
    }
    report.statedDay = latest
    report.statedDate = latest?.iso
    return report
  }

  /// The field and problem that keep a row from being a record; `nil` when there is none.
  private static func flaw(
    of record: StarterRecord, keys: Set<String>
  ) -> (field: String, problem: String)? {
    for field in ["id", "name", "list", "measure", "legal_basis", "source"]
    where record[field].isEmpty {
      return (field, "`\(field)` is empty")
    }
    if keys.contains(record["id"]) { return ("id", "duplicate key `\(record["id"])`") }
    if PartyKind(rawValue: record["kind"]) == nil {
      return ("kind", "unknown kind of party `\(record["kind"])`")
    }
    return nil
  }

  private func designation(
    _ record: StarterRecord, in snapshot: ListSnapshot, report: inout ImportReport
  ) -> Designation {
    let place = RecordPlace(file: snapshot.file.name, line: record.line)
    let kind = PartyKind(rawValue: record["kind"]) ?? .unknown
    var designation = Designation(
      id: DesignationID(list: snapshot.list, key: record["id"]), kind: kind,
      names: names(record), place: place)
    designation.addresses = record.list("countries").map { Address(country: $0) }
    designation.identifiers = identifiers(record, kind, designation.id, place, report: &report)
    designation.publishedIdentifierCount = designation.identifiers.count
    if kind == .vessel {
      var vessel = VesselData()
      vessel.type = record.optional("vessel_type")
      vessel.flag = record.optional("flag")
      designation.vessel = vessel
    }
    if kind == .aircraft {
      var aircraft = AircraftData()
      aircraft.model = record.optional("aircraft_model")
      designation.aircraft = aircraft
    }
    designation.programmes = record.list("programmes")
    designation.measures = [record["measure"]]
    designation.legalBases = [LegalBasis(record["legal_basis"])]
    designation.relations = record.list("linked_to").map {
      ListedRelation(type: "Linked To", target: .name($0))
    }
    designation.remarks = record.optional("reason").map { [$0] } ?? []
    designation.attributes =
      [("List", "list"), ("List entry", "list_key"), ("As of", "as_of"), ("Sources", "source")]
      .compactMap { label, column in record.optional(column).map { Attribute(label, $0) } }
    return designation
  }

  private func names(_ record: StarterRecord) -> [ListedName] {
    [ListedName(.primary, record["name"])]
      + record.list("aliases").map { ListedName(.alias, $0) }
      + record.list("persian_names").map {
        ListedName(.otherScript, $0, script: "Arabic", language: "fa")
      }
  }

  private func identifiers(
    _ record: StarterRecord, _ kind: PartyKind, _ id: DesignationID, _ place: RecordPlace,
    report: inout ImportReport
  ) -> [Identifier] {
    var identifiers: [Identifier] = []
    if let number = record.optional("imo") {
      let imo = Identifier(kind: .imo, value: number, label: "IMO")
      if imo.verdict != .valid {
        report.notes.append(
          FieldNote(
            record: id, place: place, field: "imo", value: number,
            problem: "`\(number)` is not a valid IMO number"))
      }
      identifiers.append(imo)
    }
    if kind == .aircraft {
      identifiers.append(
        Identifier(kind: .aircraftTail, value: record["name"], label: "Aircraft tail number"))
    }
    if let serial = record.optional("aircraft_serial") {
      identifiers.append(
        Identifier(kind: .aircraftSerial, value: serial, label: "Aircraft construction number"))
    }
    return identifiers
  }
}
