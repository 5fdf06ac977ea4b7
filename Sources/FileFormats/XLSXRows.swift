/// Streams the rows of one worksheet.
///
/// A class because it owns an XML reader; not for use from two threads.
public final class XLSXRows {
  private let reader: XMLRecordReader
  private let sheet: String
  private let strings: XLSXStrings
  private let styles: XLSXStyles
  private var lastRow = 0

  /// The most rows and columns that a worksheet can have. Source: Excel specifications and limits.
  private static let rowLimit = 1 << 20
  private static let columnLimit = 1 << 14

  init(_ part: [UInt8], sheet: String, strings: XLSXStrings, styles: XLSXStyles) {
    reader = XMLRecordReader(part)
    self.sheet = sheet
    self.strings = strings
    self.styles = styles
  }

  /// Returns the next row that holds something, or `nil` at the end of the sheet.
  public func next() throws(FileFormatError) -> XLSXRow? {
    while let event = try reader.next(isRecord: { name, depth in depth == 2 && name == "row" }) {
      guard case .record(let node, _) = event else { continue }
      let number = node[attribute: "r"].map { Int($0) ?? 0 } ?? lastRow + 1
      guard number > lastRow, number <= Self.rowLimit else {
        throw FileFormatError(
          .malformed, "sheet `\(sheet)`: a row after row \(lastRow) has an impossible number")
      }
      lastRow = number
      let row = try row(node, number: number)
      if !row.cells.isEmpty { return row }
    }
    return nil
  }

  private func row(_ node: XMLNode, number: Int) throws(FileFormatError) -> XLSXRow {
    var cells: [XLSXRow.Cell] = []
    var lastColumn = -1
    for cell in node.children where cell.name == "c" {
      let column = cell[attribute: "r"].map { Self.column($0) ?? -1 } ?? lastColumn + 1
      guard column > lastColumn, column < Self.columnLimit else {
        throw FileFormatError(
          .malformed,
          "sheet `\(sheet)` row \(number): `\(cell[attribute: "r"] ?? "")` is no cell reference here"
        )
      }
      lastColumn = column
      if let value = try value(of: cell, row: number) {
        cells.append(XLSXRow.Cell(column: column, value: value))
      }
    }
    return XLSXRow(number: number, cells: cells)
  }

  private func value(of cell: XMLNode, row: Int) throws(FileFormatError) -> XLSXCell? {
    let type = cell[attribute: "t"] ?? "n"
    if type == "inlineStr" {
      let text = cell.child("is").map { XLSXStrings.text(of: $0) } ?? ""
      return text.isEmpty ? nil : .text(text)
    }
    guard let raw = cell.child("v")?.text, !raw.isEmpty else { return nil }
    switch type {
    case "s":
      guard let index = Int(raw.trimmingWhitespace()), index >= 0 else {
        throw FileFormatError(
          .malformed, "sheet `\(sheet)` row \(row): `\(raw)` is no number of a shared text")
      }
      guard let text = strings[index] else {
        if strings.isComplete {
          throw FileFormatError(
            .malformed, "sheet `\(sheet)` row \(row): there is no shared text \(index)")
        }
        return .text("")
      }
      return text.isEmpty ? nil : .text(text)
    case "str": return .text(XLSXStrings.unescaped(raw))
    case "b": return .bool(raw == "1" || raw == "true")
    case "e": return .error(raw)
    case "d": return .text(raw)
    default:
      if let style = cell[attribute: "s"].flatMap({ Int($0) }), styles.isDate(style: style),
        let date = styles.date(raw)
      {
        return date
      }
      return .number(raw)
    }
  }

  /// The column, counted from 0, of a reference such as `AB17`; `nil` when it is none.
  static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte) else {
        return (0x30...0x39).contains(byte) && column > 0 ? column - 1 : nil
      }
      column = column * 26 + Int(byte) - 0x40
      if column > columnLimit { return nil }
    }
    return nil
  }
}
