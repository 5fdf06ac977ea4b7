import FileFormats
import TradeModel

/// Reads OFAC's delimited sets: `sdn.csv` or `cons_prim.csv` with addresses, aliases and comments.
public struct OFACDelimitedImporter: ListImporter {
  public static let format = ListFormat.ofacCSV

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    OFACDelimitedFile.role(of: file) != nil
  }

  /// The names of the files that belong to a primary file, in lower case and without `.gz`; empty
  /// when `name` is not the name of one.
  public static func companionNames(of name: String) -> [String] {
    ["sdn.csv", "cons_prim.csv"].contains(name.lowercased())
      ? OFACDelimitedSet.companionNames(of: name) : []
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    var set = try OFACDelimitedSet(snapshot)
    var report = ImportReport(format: Self.format)
    for file in [set.primary, set.addresses, set.aliases] where !file.hasEndMark {
      let error = ListFormatError(
        .noEndMark, "`\(file.name)` has no closing 0x1A, so nothing shows that it is whole")
      guard snapshot.acceptsIncomplete else { throw error }
      report.acceptedProblems.append(error)
    }
    var addresses = try Self.rows(of: &set.addresses, report: &report)
    var aliases = try Self.rows(of: &set.aliases, report: &report)
    var comments = try Self.rows(of: &set.comments, report: &report)
    while let item = try set.primary.next() {
      report.rows += 1
      switch item {
      case .malformed(let problem, let line, let verbatim):
        report.issue(
          at: RecordPlace(file: set.primary.name, line: line), problem, verbatim: verbatim)
      case .row(let row):
        guard !row.fields[1].isEmpty else {
          report.issue(
            at: RecordPlace(file: set.primary.name, line: row.line), field: "SDN_Name",
            "the record has no name", verbatim: row.verbatim)
          continue
        }
        let designation = designation(
          row, addresses: addresses.removeValue(forKey: row.key) ?? [],
          aliases: aliases.removeValue(forKey: row.key) ?? [],
          comments: comments.removeValue(forKey: row.key) ?? [], of: set, list: snapshot.list,
          report: &report)
        report.records += 1
        report.counts.add(designation)
        take(designation)
      }
    }
    guard report.rows > 0 else {
      throw ListFormatError(.truncated, "`\(snapshot.file.name)` holds no rows")
    }
    for (file, orphans) in [
      (set.addresses, addresses), (set.aliases, aliases), (set.comments, comments),
    ] {
      for row in orphans.values.flatMap(\.self).sorted(by: { $0.line < $1.line }) {
        report.issue(
          at: RecordPlace(file: file.name, line: row.line), field: "ent_num",
          "no primary record has the entity number `\(row.key)`", verbatim: row.verbatim)
      }
    }
    return report
  }

  private typealias Row = OFACDelimitedFile.Row

  private static func rows(
    of file: inout OFACDelimitedFile, report: inout ImportReport
  ) throws(ListFormatError) -> [Int: [Row]] {
    var rows: [Int: [Row]] = [:]
    while let item = try file.next() {
      switch item {
      case .row(let row): rows[row.key, default: []].append(row)
      case .malformed(let problem, let line, let verbatim):
        report.issue(at: RecordPlace(file: file.name, line: line), problem, verbatim: verbatim)
      }
    }
    return rows
  }

  private func designation(
    _ row: Row, addresses: [Row], aliases: [Row], comments: [Row], of set: OFACDelimitedSet,
    list: ListID, report: inout ImportReport
  ) -> Designation {
    let id = DesignationID(list: list, key: String(row.key))
    let place = RecordPlace(file: set.primary.name, line: row.line)
    let kind = Self.kind(row, id: id, place: place, report: &report)
    let fields = row.fields
    var designation = Designation(
      id: id, kind: kind,
      names: [OFACName.listed(.primary, fields[1], strength: .unstated, of: kind)], place: place)
    designation.programmes = Self.programmes(fields[3])
    if !fields[4].isEmpty { designation.titles = [fields[4]] }
    for alias in aliases {
      designation.names += Self.names(
        alias, of: kind, id: id, file: set.aliases.name, report: &report)
    }
    designation.addresses = addresses.compactMap(Self.address)
    applyVessel(fields, to: &designation)
    let remarks = row.text + comments.map(\.text).joined()
    if !remarks.isEmpty {
      designation.remarks = [remarks]
      OFACRemarks(remarks).apply(to: &designation)
    }
    report.noteUnreadableDates(of: designation)
    return designation
  }

  private static func kind(
    _ row: Row, id: DesignationID, place: RecordPlace, report: inout ImportReport
  ) -> PartyKind {
    switch row.fields[2].lowercased() {
    case "individual": return .person
    case "vessel": return .vessel
    case "aircraft": return .aircraft
    case "", "entity": return .organisation
    default:
      report.notes.append(
        FieldNote(
          record: id, place: place, field: "SDN_Type", value: row.fields[2],
          problem:
            "unknown type `\(row.fields[2])`; known are `individual`, `vessel`, `aircraft`, `-0-`"))
      return .unknown
    }
  }

  /// Several programmes stand as `SDNTK] [FTO] [SDGT`: the brackets of the ends are missing.
  static func programmes(_ cell: String) -> [String] {
    cell.split { $0 == "[" || $0 == "]" }.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  private static func names(
    _ row: Row, of kind: PartyKind, id: DesignationID, file: String, report: inout ImportReport
  ) -> [ListedName] {
    guard !row.fields[3].isEmpty else { return [] }
    let note = row.fields[4].isEmpty ? nil : row.fields[4]
    let mark = row.fields[2].lowercased()
    if !["aka", "fka", "nka"].contains(mark) {
      report.notes.append(
        FieldNote(
          record: id, place: RecordPlace(file: file, line: row.line), field: "alt_type",
          value: row.fields[2],
          problem: "unknown alias mark `\(row.fields[2])`; known are `aka`, `fka`, `nka`"))
    }
    return [
      OFACName.listed(
        mark == "fka" ? .former : .alias, row.fields[3], strength: .strong, of: kind,
        note: mark == "nka"
          ? ["now known as", note].compactMap(\.self).joined(separator: "; ") : note)
    ]
  }

  private static func address(_ row: Row) -> Address? {
    let fields = row.fields
    guard !(fields[2].isEmpty && fields[3].isEmpty && fields[4].isEmpty) else { return nil }
    func value(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
    return Address(
      lines: [value(2)].compactMap(\.self), city: value(3), country: value(4), note: value(5))
  }

  private func applyVessel(_ fields: [String], to designation: inout Designation) {
    func value(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
    if let callSign = value(5) {
      designation.identifiers.append(
        Identifier(kind: .callSign, value: callSign, label: "Call_Sign"))
    }
    guard fields[6...10].contains(where: { !$0.isEmpty }) else { return }
    var vessel = VesselData()
    vessel.type = value(6)
    vessel.tonnage = value(7)
    vessel.grossTonnage = value(8)
    vessel.flag = value(9)
    vessel.owners = [value(10)].compactMap(\.self)
    designation.vessel = vessel
  }
}

extension ImportReport {
  /// Notes every date of `designation` that could not be read.
  mutating func noteUnreadableDates(of designation: Designation) {
    for (field, dates) in [
      ("birth date", designation.birthDates), ("founding date", designation.foundingDates),
      ("listing date", designation.listedOn), ("update", designation.updatedOn),
      ("end", [designation.endsOn].compactMap(\.self)),
    ] {
      for date in dates where !date.isReadable {
        notes.append(
          FieldNote(
            record: designation.id, place: designation.place, field: field, value: date.text,
            problem: "`\(date.text)` cannot be read as a date"))
      }
    }
  }
}
