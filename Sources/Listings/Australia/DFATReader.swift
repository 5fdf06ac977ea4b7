import FileFormats

/// The columns of the Australian consolidated list, by their titles.
enum DFATColumn: String, Hashable, CaseIterable {
  case reference = "Reference"
  case name = "Name of Individual or Entity"
  case type = "Type"
  case nameType = "Name Type"
  case birthDate = "Date of Birth"
  case birthPlace = "Place of Birth"
  case citizenship = "Citizenship"
  case address = "Address"
  case additional = "Additional Information"
  case listing = "Listing Information"
  case committees = "Committees"
  case controlDate = "Control Date"
}

/// All rows whose Reference begins with the same digits: one party, a row a name.
struct DFATParty {
  let key: String
  let columns: TableColumns<DFATColumn>
  var rows: [PublishedTable.Row]

  /// The distinct values of one column, in the order of the rows, without those that say nothing.
  func values(_ column: DFATColumn) -> [String] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      CellText.value(columns.cell(column, of: row)).flatMap {
        seen.insert($0).inserted ? $0 : nil
      }
    }
  }
}

/// Reads the Australian consolidated list: rows into parties.
struct DFATReader {
  private(set) var parties: [DFATParty] = []
  private(set) var rowCount = 0
  private(set) var issues: [ImportIssue] = []

  static func recognises(_ file: ListFile) -> Bool {
    guard let header = PublishedTable.head(of: file, rows: 1).first else { return false }
    let columns = TableColumns<DFATColumn>(header)
    return columns.has(.reference) && columns.has(.name) && columns.has(.nameType)
      && columns.has(.controlDate)
  }

  init(_ file: ListFile) throws(ListFormatError) {
    var table = try PublishedTable(file)
    guard let header = try table.next() else {
      throw ListFormatError(.notThisList, "`\(file.name)` is empty")
    }
    let columns = TableColumns<DFATColumn>(header.cells)
    for column in DFATColumn.allCases where !columns.has(column) {
      throw ListFormatError(
        .notThisList, "`\(file.name)`: the header has no column `\(column.rawValue)`")
    }
    let isText = header.place.line != nil
    var index: [String: Int] = [:]
    var cut: PublishedTable.Row?
    while let row = try table.next() {
      if let cut {
        issues.append(
          ImportIssue(
            place: cut.place,
            problem: "the row has \(cut.cells.count) cells, fewer than the header",
            verbatim: cut.verbatim))
      }
      cut = nil
      rowCount += 1
      if isText, row.cells.count < columns.width {
        cut = row
        continue
      }
      let reference = columns.cell(.reference, of: row)
      let key = String(reference.prefix { $0.isASCII && $0.isNumber })
      guard !key.isEmpty else {
        issues.append(
          ImportIssue(
            place: row.place, field: DFATColumn.reference.rawValue,
            problem: "`\(reference)` does not begin with a number, so the row belongs to no party",
            verbatim: row.verbatim))
        continue
      }
      if let position = index[key] {
        parties[position].rows.append(row)
      } else {
        index[key] = parties.count
        parties.append(DFATParty(key: key, columns: columns, rows: [row]))
      }
    }
    if let cut {
      throw ListFormatError(
        .truncated, "`\(cut.place)`: the last row has \(cut.cells.count) of \(columns.width) cells")
    }
  }
}
