import FileFormats

/// A row of the Denied Persons List, fields as published.
struct DeniedPersonRecord: Hashable {
  let name: String
  let street: String
  let city: String
  let state: String
  let country: String
  let postalCode: String
  let effectiveDate: String
  let expirationDate: String
  let standardOrder: String
  let lastUpdate: String
  let action: String
  let citation: String
  let line: Int
  let verbatim: String

  /// Name, effective date, and volume and page of the first citation: `68-38290`.
  var key: String {
    let numbers = citation.split { !$0.isASCII || !$0.isNumber }.prefix(2)
    return [
      name.foldingWhitespace(), effectiveDate.foldingWhitespace(), numbers.joined(separator: "-"),
    ]
    .joined(separator: "|")
  }

  /// The address cells with white space folded; rows that differ only in blanks are one address.
  var addressCells: [String] {
    [street, city, state, country, postalCode].map { $0.foldingWhitespace() }
  }
}

/// Reads the rows of the Denied Persons List.
struct DeniedPersonReader {
  static let header = [
    "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
    "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
  ]

  private let name: String
  private var rows: CSVReader

  /// - Throws: `unknownFormat` when the header is not the list's.
  init(_ file: ListFile) throws(ListFormatError) {
    name = file.name
    rows = CSVReader(file.bytes, dialect: .tab)
    let first: [String]?
    do { first = try rows.nextRow() } catch { first = nil }
    guard first == Self.header else {
      throw ListFormatError(
        .unknownFormat, "`\(file.name)` does not begin with the header of the Denied Persons List")
    }
  }

  /// Returns the next row, or `nil` at the end.
  ///
  /// - Throws: `truncated` when the file ends inside a row.
  mutating func next() throws(ListFormatError) -> Result<DeniedPersonRecord, MalformedRow>? {
    let fields: [String]?
    do { fields = try rows.nextRow() } catch {
      throw ListFormatError(.truncated, "`\(name)` ends inside the row at line \(error.line ?? 0)")
    }
    guard let fields else { return nil }
    let verbatim = rows.verbatim
    guard fields.count == Self.header.count else {
      if rows.range.upperBound >= rows.count {
        throw ListFormatError(
          .truncated,
          "`\(name)` ends inside the row at line \(rows.line): \(fields.count) of \(Self.header.count) fields"
        )
      }
      return .failure(MalformedRow(line: rows.line, fields: fields.count, verbatim: verbatim))
    }
    return .success(
      DeniedPersonRecord(
        name: fields[0], street: fields[1], city: fields[2], state: fields[3], country: fields[4],
        postalCode: fields[5], effectiveDate: fields[6], expirationDate: fields[7],
        standardOrder: fields[8], lastUpdate: fields[9], action: fields[10], citation: fields[11],
        line: rows.line, verbatim: verbatim))
  }
}

/// A row with another number of fields than the format has.
struct MalformedRow: Error {
  let line: Int
  let fields: Int
  let verbatim: String
}
