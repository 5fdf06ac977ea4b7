import FileFormats

/// A row of the starter list, cells trimmed.
struct StarterRecord: Hashable {
  static let header = [
    "id", "name", "aliases", "persian_names", "kind", "countries", "imo", "flag", "vessel_type",
    "aircraft_serial", "aircraft_model", "linked_to", "list", "list_key", "programmes", "measure",
    "legal_basis", "reason", "as_of", "source",
  ]

  let line: Int
  let verbatim: String
  private let cells: [String]

  /// `cells` are as many as ``header`` has.
  init(line: Int, verbatim: String, cells: [String]) {
    self.line = line
    self.verbatim = verbatim
    self.cells = cells.map { $0.trimmingWhitespace() }
  }

  subscript(column: String) -> String {
    Self.header.firstIndex(of: column).map { cells[$0] } ?? ""
  }

  /// The cell, `nil` when it is empty.
  func optional(_ column: String) -> String? {
    let text = self[column]
    return text.isEmpty ? nil : text
  }

  /// The values of a cell that are parted by `;`, none of them empty.
  func list(_ column: String) -> [String] {
    self[column].split(separator: ";").map { String($0).trimmingWhitespace() }
      .filter { !$0.isEmpty }
  }
}

/// Reads the rows of the starter list.
struct StarterReader {
  /// A row that is no record.
  struct BadRow: Error {
    let line: Int
    let problem: String
    let verbatim: String
  }

  private let name: String
  private let length: Int
  private var rows: CSVReader

  /// - Throws: `unknownFormat` when the header is not the starter list's.
  init(_ file: ListFile) throws(ListFormatError) {
    name = file.name
    length = file.bytes.count
    rows = CSVReader(file.bytes)
    let first: [String]?
    do { first = try rows.nextRow() } catch { first = nil }
    guard first == StarterRecord.header else {
      throw ListFormatError(
        .unknownFormat, "`\(file.name)` does not begin with the header of the starter list")
    }
  }

  /// Returns the next row, or `nil` at the end.
  ///
  /// - Throws: `truncated` when the file ends inside a row.
  mutating func next() throws(ListFormatError) -> Result<StarterRecord, BadRow>? {
    let fields: [[UInt8]]?
    do { fields = try rows.next() } catch {
      throw ListFormatError(.truncated, "`\(name)` ends inside the row at line \(error.line ?? 0)")
    }
    guard let fields else { return nil }
    let verbatim = rows.verbatim
    guard fields.count == StarterRecord.header.count else {
      let count = "\(fields.count) cells, expected \(StarterRecord.header.count)"
      if rows.range.upperBound >= length {
        throw ListFormatError(
          .truncated, "`\(name)` ends inside the row at line \(rows.line): \(count)")
      }
      return .failure(
        BadRow(line: rows.line, problem: "the row has \(count)", verbatim: verbatim))
    }
    var cells: [String] = []
    for field in fields {
      guard let text = String(validating: field, as: UTF8.self) else {
        return .failure(
          BadRow(
            line: rows.line,
            problem: "`\(StarterRecord.header[cells.count])` is not UTF-8", verbatim: verbatim))
      }
      cells.append(text)
    }
    return .success(StarterRecord(line: rows.line, verbatim: verbatim, cells: cells))
  }
}
