/// A file of `Knowledge/Names`: a provenance line, a line of column names, rows; tabs between cells.
///
/// Lines that begin with `#` and empty lines are skipped after the first line.
struct TableFile {
  let name: String
  /// The `version:` of the first line.
  let version: String
  let columns: [String]
  private(set) var rows: [Row] = []
  private let bytes: [UInt8]
  /// Where every cell begins and ends, row after row.
  private var cells: [Range<Int>] = []

  struct Row {
    let line: Int
    /// The place of its first cell in the file's list of cells.
    fileprivate let first: Int
  }

  init(_ name: String, bytes: [UInt8], minimumColumns: [String]) throws(NameModelError) {
    self.name = name
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw NameModelError(.notUTF8, file: name)
    }
    var lineNumber = 0
    var version: String?
    var columns: [String]?
    var rows: [Row] = []
    var cells: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      lineNumber += 1
      if lineNumber == 1 {
        version = Self.version(of: String(decoding: bytes[start..<end], as: UTF8.self))
        if version == nil { throw NameModelError(.missingHeader, file: name, line: 1) }
      } else if end > start, bytes[start] != 0x23 {
        let first = cells.count
        Self.appendCells(of: bytes, start..<end, to: &cells)
        if let columns {
          guard cells.count - first == columns.count else {
            throw NameModelError(
              .wrongColumnCount(found: cells.count - first, expected: columns.count), file: name,
              line: lineNumber)
          }
          rows.append(Row(line: lineNumber, first: first))
        } else {
          let found = cells.map { String(decoding: bytes[$0], as: UTF8.self) }
          for column in minimumColumns where !found.contains(column) {
            throw NameModelError(.missingColumn(column), file: name, line: lineNumber)
          }
          columns = found
          cells.removeAll(keepingCapacity: true)
        }
      }
      start = next
    }
    guard let version else { throw NameModelError(.missingHeader, file: name, line: 1) }
    guard let columns else {
      throw NameModelError(.missingColumn(minimumColumns.first ?? ""), file: name)
    }
    self.version = version
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }

  /// The place of a column; the initialiser has checked that the needed ones are there.
  func index(of column: String) throws(NameModelError) -> Int {
    guard let index = columns.firstIndex(of: column) else {
      throw NameModelError(.missingColumn(column), file: name)
    }
    return index
  }

  func cell(_ row: Row, _ column: Int) -> ArraySlice<UInt8> { bytes[range(row, column)] }

  func text(_ row: Row, _ column: Int) -> String {
    String(decoding: bytes[range(row, column)], as: UTF8.self)
  }

  /// The text of a cell that must not be empty.
  func required(_ row: Row, _ column: Int) throws(NameModelError) -> String {
    guard !range(row, column).isEmpty else {
      throw NameModelError(.emptyCell(column: columns[column]), file: name, line: row.line)
    }
    return text(row, column)
  }

  /// A whole number written in digits of `radix`.
  func number(_ row: Row, _ column: Int, radix: UInt32 = 10) throws(NameModelError) -> UInt32 {
    var value: UInt32 = 0
    var good = !range(row, column).isEmpty
    for byte in cell(row, column) where good {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46: digit = UInt32(byte) - 0x41 + 10
      case 0x61...0x66: digit = UInt32(byte) - 0x61 + 10
      default: digit = 99
      }
      let (product, over) = value.multipliedReportingOverflow(by: radix)
      let (sum, overSum) = product.addingReportingOverflow(digit)
      good = digit < radix && !over && !overSum
      value = sum
    }
    guard good else {
      throw NameModelError(.badNumber(text(row, column)), file: name, line: row.line)
    }
    return value
  }

  private func range(_ row: Row, _ column: Int) -> Range<Int> { cells[row.first + column] }

  private static func appendCells(
    of bytes: [UInt8], _ range: Range<Int>, to cells: inout [Range<Int>]
  ) {
    var start = range.lowerBound
    for index in range where bytes[index] == 0x09 {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<range.upperBound)
  }

  /// The version of a line `# source: …; licence: …; version: …`; nil unless all three are there.
  private static func version(of line: String) -> String? {
    guard line.hasPrefix("# source: ") else { return nil }
    var version: String?
    var licence = false
    for field in line.dropFirst(2).split(separator: ";") {
      let trimmed = field.drop { $0 == " " }
      if trimmed.hasPrefix("licence: ") { licence = true }
      if trimmed.hasPrefix("version: ") { version = String(trimmed.dropFirst(9)) }
    }
    return licence ? version : nil
  }
}
