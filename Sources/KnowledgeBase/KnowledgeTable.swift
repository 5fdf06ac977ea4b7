/// The cells of one file of the knowledge, as one run of UTF-8 cut into rows and columns.
///
/// A class because thousands of rows share it; it never changes. A cell becomes a `String` when it is
/// asked for, and not before: most rows are only checked.
final class KnowledgeTable: Sendable {
  let file: String
  /// The place of each column, from 0.
  let columns: [String: Int]
  private let cells: Cells

  init(file: String, columns: [String: Int], cells: consuming Cells) {
    self.file = file
    self.columns = columns
    self.cells = cells
  }

  var rowCount: Int { cells.lines.count }
  func line(ofRow row: Int) -> Int { Int(cells.lines[row]) }

  func bytes(row: Int, column: Int) -> ArraySlice<UInt8> {
    cells.bytes[cells.range(row * columns.count + column)]
  }

  func text(row: Int, column: Int) -> String {
    String(decoding: bytes(row: row, column: column), as: UTF8.self)
  }

  /// Rows as they are read: trimmed cells one behind the other.
  struct Cells: Sendable {
    fileprivate(set) var bytes: [UInt8] = []
    /// Where each cell ends, after a first zero.
    private var ends: [UInt32] = [0]
    fileprivate(set) var lines: [UInt32] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func beginRow(line: Int) { lines.append(UInt32(line)) }

    /// Appends a cell of the row, which is valid UTF-8.
    mutating func append(_ cell: ArraySlice<UInt8>) {
      if KnowledgeRow.isTrimmed(cell) {
        bytes.append(contentsOf: cell)
      } else {
        bytes.append(
          contentsOf: KnowledgeRow.trim(String(decoding: cell, as: UTF8.self)).utf8)
      }
      ends.append(UInt32(bytes.count))
    }

    fileprivate func range(_ cell: Int) -> Range<Int> { Int(ends[cell])..<Int(ends[cell + 1]) }
  }
}
