/// One row of a table that was read without error.
///
/// Cells are trimmed of blanks. A column that the layout does not have is a mistake of the caller.
public struct KnowledgeRow: Hashable, Sendable {
  let table: KnowledgeTable
  private let number: Int

  /// - Parameter number: Counted from 0, below the rows of `table`.
  init(_ table: KnowledgeTable, _ number: Int) {
    self.table = table
    self.number = number
  }

  /// Relative to the knowledge folder.
  public var file: String { table.file }
  /// The line in the file on which the row begins.
  public var line: Int { table.line(ofRow: number) }

  /// The text of a column, empty when the cell is.
  public subscript(column: String) -> String {
    self[place(of: column)]
  }

  /// Whether the table has a column of that name.
  public func hasColumn(_ column: String) -> Bool { table.columns[column] != nil }

  /// The place of a column, from 0, for who reads it of many rows.
  func place(of column: String) -> Int {
    guard let place = table.columns[column] else {
      preconditionFailure("\(file) has no column \(column)")
    }
    return place
  }

  /// The text of the column at `place`, counted from 0.
  subscript(place: Int) -> String { table.text(row: number, column: place) }

  public static func == (lhs: KnowledgeRow, rhs: KnowledgeRow) -> Bool {
    if lhs.table === rhs.table { return lhs.number == rhs.number }
    return lhs.file == rhs.file && lhs.line == rhs.line && lhs.table.columns == rhs.table.columns
      && lhs.cells == rhs.cells
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(line)
  }

  private var cells: [String] { (0..<table.columns.count).map { self[$0] } }

  /// The text of a column, `nil` when the cell is empty.
  public func optional(_ column: String) -> String? {
    let text = self[column]
    return text.isEmpty ? nil : text
  }

  /// The texts of a list column, in order, none of them empty.
  public func list(_ column: String) -> [String] { KnowledgeRow.split(self[column]) }

  /// Whether a flag column holds `yes`.
  public func flag(_ column: String) -> Bool { self[column] == "yes" }

  /// An error at this row, for what only the reader of the table can judge.
  public func error(_ reason: KnowledgeError.Reason, _ message: String, help: String? = nil)
    -> KnowledgeError
  {
    KnowledgeError(reason, file: file, line: line, message, help: help)
  }

  /// Whether there is nothing to trim, judged by the first and last byte: they are printable ASCII, or
  /// there are none.
  static func isTrimmed(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    return first > 0x20 && first < 0x7F && last > 0x20 && last < 0x7F
  }

  static func trim(_ text: String) -> String { trim(text[...]) }

  static func trim(_ text: Substring) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, first < 0x7F,
      last > 0x20, last < 0x7F
    {
      return String(text)
    }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[start...end]))
  }

  static func split(_ text: String) -> [String] {
    text.split(separator: ";").map(trim).filter { !$0.isEmpty }
  }
}

/// A row that may be shown to a person with its sources.
public struct CitedRow: Hashable, Sendable {
  /// The row's own columns.
  public let cells: KnowledgeRow
  /// The sources that the row names; never empty.
  public let citations: Citations
}

/// A row for which no document was opened. It may steer a search and support nothing.
public struct HintRow: Hashable, Sendable {
  /// The row's own columns.
  public let cells: KnowledgeRow
  /// Where to check it, if that is known. Not a citation: the document was not read for this row.
  public let checkIn: [KnowledgeSource]
}
