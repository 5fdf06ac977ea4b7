import FileFormats
import TradeModel

/// Reads the Denied Persons List of the US Bureau of Industry and Security.
///
/// Rows of one order are gathered into one designation, in the order of their first rows.
public struct DeniedPersonsImporter: ListImporter {
  public static let format = ListFormat.bisDPL

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    (try? DeniedPersonReader(ListFile(name: file.name, bytes: Array(file.bytes.prefix(4096)))))
      != nil
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    var reader = try DeniedPersonReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    var groups: [[DeniedPersonRecord]] = []
    var groupOfKey: [String: Int] = [:]
    while let row = try reader.next() {
      report.rows += 1
      switch row {
      case .success(let record) where record.name.foldingWhitespace().isEmpty:
        report.issue(
          at: RecordPlace(file: snapshot.file.name, line: record.line), field: "Name",
          "the row has no name", verbatim: record.verbatim)
      case .success(let record):
        let key = record.key
        if let index = groupOfKey[key] {
          groups[index].append(record)
        } else {
          groupOfKey[key] = groups.count
          groups.append([record])
        }
      case .failure(let row):
        report.issue(
          at: RecordPlace(file: snapshot.file.name, line: row.line),
          "the row has \(row.fields) fields, expected \(DeniedPersonReader.header.count)",
          verbatim: row.verbatim)
      }
    }
    guard report.rows > 0 else {
      throw ListFormatError(.truncated, "`\(snapshot.file.name)` holds a header and no rows")
    }
    for group in groups {
      let designation = designation(of: group, in: snapshot, report: &report)
      report.records += 1
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  private func designation(
    of rows: [DeniedPersonRecord], in snapshot: ListSnapshot, report: inout ImportReport
  ) -> Designation {
    let first = rows[0]
    let id = DesignationID(list: snapshot.list, key: first.key)
    let place = RecordPlace(file: snapshot.file.name, line: first.line)
    var designation = Designation(
      id: id, kind: .unknown, names: [ListedName(.primary, first.name.foldingWhitespace())],
      place: place)
    designation.measures = ["Denial of export privileges"]
    var seenAddresses: Set<[String]> = []
    for row in rows {
      let cells = row.addressCells
      if cells.contains(where: { !$0.isEmpty }), seenAddresses.insert(cells).inserted {
        func value(_ index: Int) -> String? { cells[index].isEmpty ? nil : cells[index] }
        designation.addresses.append(
          Address(
            lines: [value(0)].compactMap(\.self), city: value(1), region: value(2),
            postalCode: value(4), country: value(3)))
      }
      func date(_ field: String, _ text: String, order: PublishedDate.Order) -> PartialDate? {
        guard !text.foldingWhitespace().isEmpty else { return nil }
        let date = PublishedDate.read(text, order: order)
        let isPlausible = date.start.map { (1900...2150).contains($0.year) } ?? false
        if !isPlausible {
          report.notes.append(
            FieldNote(
              record: id, place: RecordPlace(file: place.file, line: row.line), field: field,
              value: text, problem: "`\(text)` is no possible date"))
        }
        return date
      }
      if let day = date("Effective_Date", row.effectiveDate, order: .monthFirst) {
        designation.listedOn.appendIfNew(day)
      }
      if let day = date("Expiration_Date", row.expirationDate, order: .monthFirst) {
        if let end = designation.endsOn, end != day {
          designation.attributes.appendIfNew(Attribute("Expiration_Date", row.expirationDate))
        } else {
          designation.endsOn = day
        }
      }
      if let day = date("Last_Update", row.lastUpdate, order: .dayFirst) {
        designation.updatedOn.appendIfNew(day)
      }
      let action = row.action.trimmingWhitespace()
      if !action.isEmpty { designation.remarks.appendIfNew(action) }
      let citation = row.citation.trimmingWhitespace()
      if !citation.isEmpty { designation.legalBases.appendIfNew(LegalBasis(citation)) }
      let order = row.standardOrder.trimmingWhitespace()
      if !order.isEmpty { designation.attributes.appendIfNew(Attribute("Standard_Order", order)) }
    }
    return designation
  }
}

extension Array where Element: Equatable {
  /// For the short lists of one record.
  mutating func appendIfNew(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
