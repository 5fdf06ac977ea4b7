public import TradeModel

/// The value of one cell of a worksheet.
public enum XLSXCell: Hashable, Sendable {
  /// Shared, inline or computed text; runs joined, reading aids (furigana) left out.
  case text(String)
  /// As stored: `2`, `1.5E-3`. Excel stores at most 15 significant digits.
  case number(String)
  case bool(Bool)
  /// A number whose format shows it as a date, with the seconds since midnight.
  case date(Day, seconds: Int)
  /// An error value: `#N/A`.
  case error(String)

  /// The value as text; a date as `YYYY-MM-DD`, followed by `THH:MM:SS` unless that is midnight.
  public var text: String {
    switch self {
    case .text(let text), .number(let text), .error(let text): return text
    case .bool(let value): return value ? "TRUE" : "FALSE"
    case .date(let day, let seconds):
      guard seconds > 0 else { return day.iso }
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(day.iso)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
  }
}

/// A row of a worksheet: only the cells that hold something.
public struct XLSXRow: Hashable, Sendable {
  /// Counted from 1, as in the worksheet.
  public let number: Int
  /// By column; columns are counted from 0.
  public let cells: [Cell]

  /// A cell that is there, with its column.
  public struct Cell: Hashable, Sendable {
    /// Counted from 0: column A is 0.
    public let column: Int
    /// What the cell holds; formulas by the value that was stored.
    public let value: XLSXCell
  }

  /// The value in `column`, counted from 0; `nil` when the cell is empty.
  ///
  /// - Complexity: O(*n*) in the filled cells of the row.
  public subscript(column: Int) -> XLSXCell? { cells.first { $0.column == column }?.value }

  /// The texts of the columns from 0 to the last filled one; `""` for empty cells.
  public var texts: [String] {
    var texts = [String](repeating: "", count: (cells.map(\.column).max() ?? -1) + 1)
    for cell in cells { texts[cell.column] = cell.value.text }
    return texts
  }
}
