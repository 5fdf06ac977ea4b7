public import FileFormats
public import TradeModel

/// A table of who holds whom, as a user brings it.
///
/// ```
/// owner,owned,share from,share to,kind,source,date
/// Halle Exemple GmbH,Boulangerie Exemple inc.,30,40,shares,annual report 2025,2025-12-31
/// ```
///
/// `owner` and `owned` are names, or numbers that a party carries. A share is a percentage; `share to`
/// may be left out, and `share from` alone then means "at least", because nothing says that it is all.
/// Columns may stand in any order and be parted by commas, semicolons or tabs. A row that cannot be read
/// as it was meant is a ``Problem``; as long as it names two parties it still counts, with what it leaves
/// unknown.
public struct OwnershipTable: Hashable, Sendable {
  /// One row that names two parties.
  public struct Row: Hashable, Sendable {
    /// The line in the file, counted from 1.
    public let line: Int
    /// As written.
    public let owner: String
    /// As written.
    public let owned: String
    /// In what way.
    public let kind: OwnershipKind
    /// In hundredths of a percent; 0…10000 where nothing is stated.
    public let share: ClosedRange<Int>
    /// As written.
    public let source: String
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `nil` when not stated.
    public let date: String?
  }

  /// What in a row could not be read as it was meant.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The file as named by whoever read it.
    public let file: String
    /// The line in the file, counted from 1.
    public let line: Int
    /// What is wrong and what the row counts as.
    public let text: BilingualText
    /// The row as it stands in the file.
    public let verbatim: String

    /// `ownership.csv:12: unknown kind `shaers`; …`
    public var description: String { "\(file):\(line): \(text.en)" }
  }

  /// The file as named by whoever read it.
  public let file: String
  /// In the order of the file.
  public let rows: [Row]
  /// In the order of the file.
  public let problems: [Problem]
  /// Of the bytes.
  public let digest: Digest
  private let rowsByOwned: [String: [Int]]

  /// The columns; the last four may be missing.
  public static let columns = [
    "owner", "owned", "share from", "share to", "kind", "source", "date",
  ]

  /// Reads a table.
  ///
  /// - Parameter file: its name, for messages.
  /// - Throws: ``FileFormatError`` when the bytes are no table with the columns `owner` and `owned`.
  /// - Complexity: O(*n*) in the bytes.
  public init(reading bytes: [UInt8], file: String) throws(FileFormatError) {
    self.file = file
    digest = SHA256.digest(of: bytes)
    var reader = CSVReader(bytes, dialect: Self.dialect(of: bytes))
    guard let header = try reader.nextRow() else {
      throw FileFormatError(.notThisFormat, "the table of ownership is empty")
    }
    let places = Dictionary(
      header.enumerated().map { (Self.column($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    guard let owner = places["owner"], let owned = places["owned"] else {
      throw FileFormatError(
        .notThisFormat,
        "the table of ownership has no columns `owner` and `owned`; its columns are \(Self.columns.joined(separator: ", "))",
        line: reader.line)
    }
    var rows: [Row] = []
    var problems: [Problem] = []
    while let cells = try reader.nextRow() {
      func cell(_ place: Int?) -> String {
        place.flatMap { $0 < cells.count ? cells[$0].trimmingWhitespace() : nil } ?? ""
      }
      var row = RowReader(
        file: file, line: reader.line, verbatim: reader.verbatim)
      if cells.allSatisfy({ $0.trimmingWhitespace().isEmpty }) { continue }
      if cells.count > header.count {
        row.note(
          "the row has more cells than the header", "la ligne a plus de cellules que l’en-tête")
      }
      let kind = row.kind(cell(places["kind"]))
      let share = row.share(from: cell(places["share from"]), to: cell(places["share to"]))
      let date = row.date(cell(places["date"]))
      if let names = row.names(cell(owner), cell(owned)) {
        rows.append(
          Row(
            line: row.line, owner: names.owner, owned: names.owned, kind: kind, share: share,
            source: cell(places["source"]), date: date))
      }
      problems += row.problems
    }
    self.rows = rows
    self.problems = problems
    rowsByOwned = Dictionary(grouping: rows.indices) { Self.key(rows[$0].owned) }
  }

  /// The rows that name `party` as what is held, by one of its names or numbers.
  public func rows(owned party: String) -> [Row] {
    (rowsByOwned[Self.key(party)] ?? []).map { rows[$0] }
  }

  /// By which two writings of one party are found equal: case, order of words and punctuation aside.
  public static func key(_ party: String) -> String {
    let folded = party.foldedNameKey
    return folded.isEmpty ? party : folded
  }

  private static func column(_ text: String) -> String {
    text.trimmingWhitespace().lowercased().split { " _-".contains($0) }.joined(separator: " ")
  }

  /// What parts the cells, by the first line: what it has most of.
  private static func dialect(of bytes: [UInt8]) -> CSVReader.Dialect {
    let line = bytes.prefix { $0 != 0x0A }
    let dialects: [CSVReader.Dialect] = [.comma, .semicolon, .tab]
    return dialects.max { a, b in
      line.count { $0 == a.separator } < line.count { $0 == b.separator }
    } ?? .comma
  }
}
