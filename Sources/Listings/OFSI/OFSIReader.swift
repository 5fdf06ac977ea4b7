/// Reads the OFSI consolidated list: rows into groups.
struct OFSIReader {
  /// `Last Updated,13/04/2018` of the first line.
  let lastUpdated: String
  private(set) var groups: [OFSIGroup] = []
  /// Rows that stand for parties, as they stand in the file.
  private(set) var rowCount = 0
  /// Rows that belong to no group.
  private(set) var issues: [ImportIssue] = []

  static func recognises(_ file: ListFile) -> Bool {
    let head = PublishedTable.head(of: file, rows: 2)
    guard head.count == 2, head[0].first == "Last Updated" else { return false }
    let columns = TableColumns<OFSIColumn>(head[1])
    return columns.has(.groupID) && columns.has(.name6) && columns.has(.aliasType)
  }

  /// Reads `file` whole.
  ///
  /// - Complexity: O(*n*) in its bytes.
  init(_ file: ListFile) throws(ListFormatError) {
    var table = try PublishedTable(file)
    guard let first = try table.next(), first[0] == "Last Updated", let header = try table.next()
    else {
      throw ListFormatError(
        .notThisList, "`\(file.name)` does not begin with a `Last Updated` line and a header")
    }
    lastUpdated = first[1]
    let columns = TableColumns<OFSIColumn>(header.cells)
    for column in [OFSIColumn.groupID, .name6, .name1, .aliasType, .groupType, .regime, .country]
    where !columns.has(column) {
      throw ListFormatError(
        .malformed, "`\(file.name)`: the header has no column `\(column.rawValue)`")
    }
    let isText = header.place.line != nil
    var index: [String: Int] = [:]
    var cut: PublishedTable.Row?
    while let row = try table.next() {
      if let cut { issues.append(Self.short(cut)) }
      cut = nil
      rowCount += 1
      if isText, row.cells.count < columns.width {
        cut = row
        continue
      }
      let id = columns.cell(.groupID, of: row)
      guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        issues.append(
          ImportIssue(
            place: row.place, field: OFSIColumn.groupID.rawValue,
            problem: "`\(id)` is no group number, so the row belongs to no party",
            verbatim: row.verbatim))
        continue
      }
      if let position = index[id] {
        groups[position].append(row)
      } else {
        index[id] = groups.count
        groups.append(OFSIGroup(id: id, columns: columns, first: row))
      }
    }
    if let cut {
      throw ListFormatError(
        .truncated, "`\(cut.place)`: the last row has \(cut.cells.count) of \(columns.width) cells")
    }
  }

  private static func short(_ row: PublishedTable.Row) -> ImportIssue {
    ImportIssue(
      place: row.place, problem: "the row has \(row.cells.count) cells, fewer than the header",
      verbatim: row.verbatim)
  }
}
