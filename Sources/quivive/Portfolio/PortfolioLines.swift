import FileFormats
import Rescreening
import SQLiteStore
import Workplace

/// Reads the records of a portfolio one after the other: JSON lines, or CSV with a header.
///
/// A class because it reads from a file.
final class PortfolioLines {
  /// How the records are written.
  enum Form {
    case jsonLines
    case csv(columns: [String], CSVReader.Dialect)
  }

  private let reader: LineReader
  private let form: Form
  var bytesRead: Int { reader.bytesRead }
  var size: Int? { reader.size }

  /// A record takes a few kilobytes.
  private static let longest = 1 << 20

  init(path: String) throws {
    reader = try LineReader(path: path, limit: Self.longest)
    guard !path.hasSuffix(".csv") else {
      form = try Self.header(of: reader, path)
      return
    }
    form = .jsonLines
  }

  /// The next record with the line on which it begins; `nil` at the end.
  func next() throws -> (number: Int, line: PortfolioStore.Line)? {
    guard var line = try reader.next() else { return nil }
    let number = line.number
    var bytes = line.bytes
    if line.isTooLong {
      return (
        number, PortfolioRecord.rejected(bytes, "the line is longer than \(Self.longest) bytes")
      )
    }
    do {
      switch form {
      case .jsonLines: return (number, PortfolioRecord.line(bytes))
      case .csv(let columns, let dialect):
        // A quoted field may hold line ends.
        while Self.endsInQuotes(bytes, dialect), bytes.count < Self.longest,
          let more = try reader.next()
        {
          line = more
          bytes += [0x0A] + line.bytes
        }
        var csv = CSVReader(bytes, dialect: dialect)
        let cells = try csv.nextRow() ?? []
        return (number, try PortfolioRecord.line(Self.record(cells, columns)))
      }
    } catch let error as PortfolioRecordError {
      return (number, PortfolioRecord.rejected(bytes, error.description))
    } catch let error as FileFormatError {
      return (number, PortfolioRecord.rejected(bytes, error.message))
    }
  }

  private static func header(of reader: LineReader, _ path: String) throws -> Form {
    guard let line = try reader.next() else {
      throw Failure(.badInput, "`\(path)` is empty", help: "the first line names the columns")
    }
    let dialect =
      [CSVReader.Dialect.comma, .semicolon, .tab].max { one, other in
        line.bytes.count { $0 == one.separator } < line.bytes.count { $0 == other.separator }
      } ?? .comma
    var csv = CSVReader(line.bytes, dialect: dialect)
    let columns = ((try? csv.nextRow()) ?? []).map { $0.filter { !$0.isWhitespace } }
    guard columns.contains("id"), columns.contains("name"), !columns.contains("") else {
      throw Failure(
        .badInput, "the first line of `\(path)` does not name the columns `id` and `name`",
        help: "further columns are `schema`, `removed` and the properties of `quivive match`")
    }
    return .csv(columns: columns, dialect)
  }

  /// The record of a row: `|` parts several values of a cell, an empty cell says nothing.
  private static func record(
    _ cells: [String], _ columns: [String]
  ) throws(FileFormatError) -> JSONValue {
    guard cells.count == columns.count else {
      throw FileFormatError(
        .malformed, "the row has \(cells.count) cells, the header \(columns.count)")
    }
    var members: [JSONValue.Member] = []
    var values: [(name: String, texts: [String])] = []
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      switch column {
      case "id", "schema": members.append(.init(column, .string(cell)))
      case "removed":
        members.append(.init(column, .bool(["true", "yes", "1"].contains(cell.lowercased()))))
      default:
        let texts = cell.split(separator: "|").map(String.init).filter { !$0.isEmpty }
        if let known = values.firstIndex(where: { $0.name == column }) {
          values[known].texts += texts
        } else {
          values.append((column, texts))
        }
      }
    }
    if let names = values.first(where: { $0.name == "name" })?.texts {
      members.append(.init("name", .array(names.map { .string($0) })))
    }
    let properties = values.filter { $0.name != "name" }
    if !properties.isEmpty {
      members.append(
        .init(
          "props",
          .object(
            properties.map { .init($0.name, .array($0.texts.map { .string($0) })) })))
    }
    if members.contains(where: { $0.name == "removed" && $0.value == false }) {
      members.removeAll { $0.name == "removed" }
    }
    return .object(members)
  }

  /// Whether a quoted field of the row has no end yet (RFC 4180, section 2).
  static func endsInQuotes(_ row: [UInt8], _ dialect: CSVReader.Dialect) -> Bool {
    let quote = UInt8(ascii: "\"")
    var isQuoted = false
    var isAtStart = true
    var place = 0
    while place < row.count {
      let byte = row[place]
      if isQuoted {
        if byte == quote {
          if place + 1 < row.count, row[place + 1] == quote { place += 1 } else { isQuoted = false }
        }
      } else if byte == quote, isAtStart {
        isQuoted = true
      }
      isAtStart = !isQuoted && byte == dialect.separator
      place += 1
    }
    return isQuoted
  }
}
