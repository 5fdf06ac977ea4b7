import FileFormats

/// The columns of METI's End User List, by the English half of their titles.
enum METIColumn: String, Hashable, CaseIterable {
  case number = "No."
  case country = "Country or Region"
  case name = "Company or Organization"
  case aliases = "Also Known As"
  case concern = "Type of WMD"
  case conventional = "Conventional Weapons"
}

/// Reads METI's End User List.
struct METIReader {
  let columns: TableColumns<METIColumn>
  private(set) var rows: [PublishedTable.Row] = []

  static func recognises(_ file: ListFile) -> Bool {
    PublishedTable.head(of: file, rows: 6).contains { isHeader($0) }
  }

  init(_ file: ListFile) throws(ListFormatError) {
    var table = try PublishedTable(file)
    var header: PublishedTable.Row?
    var passed = 0
    while header == nil, passed < 6, let row = try table.next() {
      if Self.isHeader(row.cells) { header = row }
      passed += 1
    }
    guard let header else {
      throw ListFormatError(
        .notThisList,
        "`\(file.name)` has no header row with `Country or Region` and `Company or Organization`")
    }
    columns = TableColumns<METIColumn>(header.cells.map(Self.english))
    let isText = header.place.line != nil
    while let row = try table.next() {
      if isText, row.cells.count < columns.width {
        throw ListFormatError(
          .truncated, "`\(row.place)`: the row has \(row.cells.count) of \(columns.width) cells")
      }
      rows.append(row)
    }
  }

  private static func isHeader(_ cells: [String]) -> Bool {
    let columns = TableColumns<METIColumn>(cells.map(english))
    return columns.has(.country) && columns.has(.name) && columns.has(.aliases)
  }

  /// The part of a bilingual cell that begins with the first Latin letter.
  static func english(_ cell: String) -> String {
    guard let start = cell.firstIndex(where: { $0.isASCII && $0.isLetter }) else {
      return cell.foldingWhitespace()
    }
    return cell[start...].foldingWhitespace()
  }
}
