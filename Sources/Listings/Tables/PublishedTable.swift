import FileFormats

/// The rows of a published table, whether it came as delimited text or as a workbook.
///
/// Rows come one at a time; a blank row is passed over. Text is UTF-8 or, where it is not valid as
/// such, Windows-1252, for the whole file.
struct PublishedTable {
  /// One row with where it stands.
  struct Row {
    /// As published, white space at the ends included.
    let cells: [String]
    let place: RecordPlace

    /// The trimmed cell, `""` beyond the last one.
    subscript(column: Int) -> String {
      cells.indices.contains(column) ? cells[column].trimmingWhitespace() : ""
    }

    var isBlank: Bool {
      cells.allSatisfy { cell in cell.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
    }

    /// The cells as one line, for an issue.
    var verbatim: String { cells.joined(separator: " | ") }
  }

  private enum Source {
    case text(CSVReader, TextEncoding)
    case sheet(XLSXRows, String)
  }

  private let fileName: String
  private var source: Source
  /// Text only: the last record of a whole file is closed by a line end.
  private let endsInLine: Bool

  /// Opens `file`: the first sheet of a workbook, or delimited text.
  init(_ file: ListFile) throws(ListFormatError) {
    fileName = file.name
    if XLSXReader.mayBeWorkbook(file.bytes) {
      endsInLine = true
      do throws(FileFormatError) {
        let workbook = try XLSXReader(file.bytes)
        guard let sheet = workbook.sheets.first else {
          throw FileFormatError(.malformed, "the workbook has no sheet")
        }
        source = .sheet(try workbook.rows(of: sheet), sheet.name)
      } catch {
        throw ListFormatError(error, in: file.name)
      }
    } else {
      endsInLine = file.bytes.last == UInt8(ascii: "\n")
      source = .text(CSVReader(file.bytes), TextEncoding.detect(file.bytes))
    }
  }

  /// Returns the next row that is not blank, or `nil` at the end.
  ///
  /// - Throws: `truncated` when the text ends inside a quoted cell or inside its last line.
  mutating func next() throws(ListFormatError) -> Row? {
    do throws(FileFormatError) {
      switch source {
      case .text(var reader, let encoding):
        defer { source = .text(reader, encoding) }
        while let fields = try reader.next() {
          let row = Row(
            cells: fields.map { encoding.decode($0) },
            place: RecordPlace(file: fileName, line: reader.line))
          if !row.isBlank { return row }
        }
        guard endsInLine else {
          throw FileFormatError(
            .truncated, "the file ends inside its last line, without a line end", line: reader.line)
        }
        return nil
      case .sheet(let reader, let sheet):
        while let row = try reader.next() {
          let row = Row(
            cells: row.texts, place: RecordPlace(file: fileName, path: "\(sheet) row \(row.number)")
          )
          if !row.isBlank { return row }
        }
        return nil
      }
    } catch {
      throw ListFormatError(error, in: fileName)
    }
  }

  /// The first rows of a file that may be a table; none when it cannot be read as one.
  ///
  /// Looks at the first 64 KiB of text, or of a workbook at the head of its first sheets.
  static func head(of file: ListFile, sheets: Int = 1, rows: Int) -> [[String]] {
    if XLSXReader.mayBeWorkbook(file.bytes) {
      let heads = try? XLSXReader.head(of: file.bytes, sheets: sheets, rows: rows)
      return (heads ?? []).flatMap { $0.rows.map { $0.texts.map { $0.trimmingWhitespace() } } }
    }
    let prefix = Array(file.bytes.prefix(1 << 16))
    guard !prefix.contains(0) else { return [] }
    var reader = CSVReader(prefix)
    var head: [[String]] = []
    while head.count < rows, let fields = try? reader.next() {
      head.append(fields.map { TextEncoding.utf8.decode($0).trimmingWhitespace() })
    }
    return head
  }
}

/// Where the columns of a table stand, found by the titles in its header row.
struct TableColumns<Column: Hashable & CaseIterable & RawRepresentable<String>> {
  private let positions: [Column: Int]
  /// The columns that have a title and are none of `Column`, by position.
  let others: [(title: String, position: Int)]

  /// Titles are compared without case and with white space folded.
  init(_ header: [String]) {
    var positions: [Column: Int] = [:]
    var others: [(title: String, position: Int)] = []
    for (position, cell) in header.enumerated() {
      let title = cell.foldingWhitespace()
      let column = Column.allCases.first { $0.rawValue.lowercased() == title.lowercased() }
      if let column, positions[column] == nil {
        positions[column] = position
      } else if !title.isEmpty {
        others.append((title, position))
      }
    }
    self.positions = positions
    self.others = others
  }

  func has(_ column: Column) -> Bool { positions[column] != nil }

  /// The trimmed cell of that column; `""` when the table or the row has none.
  func cell(_ column: Column, of row: PublishedTable.Row) -> String {
    positions[column].map { row[$0] } ?? ""
  }

  /// How many cells a whole row of delimited text has at least.
  var width: Int { (positions.values.max() ?? -1) + 1 }
}

extension ListFormatError {
  /// A fault of the file's bytes as the reason why the list is not taken.
  init(_ error: FileFormatError, in file: String) {
    let reason: Reason =
      switch error.reason {
      case .truncated: .truncated
      case .limit: .limit
      case .notThisFormat: .unknownFormat
      case .malformed, .forbidden: .malformed
      }
    self.init(reason, "`\(file)`: \(error)")
  }
}
