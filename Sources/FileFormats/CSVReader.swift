/// A pull reader of delimiter-separated records (RFC 4180, and the dialects publishers write).
///
/// It works on bytes, so it reads any ASCII-compatible encoding; ``fields`` are decoded by the
/// caller's choice. A quote inside an unquoted field is an ordinary character. Lines end in LF, CRLF
/// or the end of the data. Empty lines are skipped.
///
/// - Complexity: O(*n*) over the whole input.
public struct CSVReader {
  /// What parts the fields of a record. Quotes are always `"`.
  public struct Dialect: Hashable, Sendable {
    /// One ASCII byte.
    public let separator: UInt8
    /// RFC 4180.
    public static let comma = Dialect(separator: UInt8(ascii: ","))
    /// Tab-separated, as the Denied Persons List is.
    public static let tab = Dialect(separator: UInt8(ascii: "\t"))
    /// What spreadsheets of some countries write.
    public static let semicolon = Dialect(separator: UInt8(ascii: ";"))
    public init(separator: UInt8) { self.separator = separator }
  }

  private let bytes: [UInt8]
  private let dialect: Dialect
  private var position: Int
  private var nextLine = 1
  /// The line, counted from 1, on which the last record began.
  public private(set) var line = 0
  /// The bytes of the last record in the input, without its line end.
  public private(set) var range = 0..<0

  /// Reads from the start of `bytes`; a UTF-8 byte order mark is passed over.
  public init(_ bytes: [UInt8], dialect: Dialect = .comma) {
    self.bytes = bytes
    self.dialect = dialect
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The number of bytes of the whole input.
  public var count: Int { bytes.count }

  /// The last record as it stands in the input.
  public var verbatim: String { String(decoding: bytes[range], as: UTF8.self) }

  /// Returns the fields of the next record as bytes, or `nil` at the end.
  ///
  /// - Throws: `truncated` when the data end inside quotes.
  public mutating func next() throws(FileFormatError) -> [[UInt8]]? {
    let quote = UInt8(ascii: "\"")
    let lf = UInt8(ascii: "\n")
    let cr = UInt8(ascii: "\r")
    while position < bytes.count, bytes[position] == lf || bytes[position] == cr {
      if bytes[position] == lf { nextLine += 1 }
      position += 1
    }
    guard position < bytes.count else { return nil }
    line = nextLine
    let start = position
    var fields: [[UInt8]] = []
    while true {
      var field: [UInt8] = []
      if position < bytes.count, bytes[position] == quote {
        position += 1
        while true {
          guard position < bytes.count else {
            throw FileFormatError(.truncated, "the data end inside a quoted field", line: line)
          }
          let byte = bytes[position]
          position += 1
          if byte == quote {
            guard position < bytes.count, bytes[position] == quote else { break }
            position += 1
          } else if byte == lf {
            nextLine += 1
          }
          field.append(byte)
        }
      }
      let plain = position
      while position < bytes.count, bytes[position] != dialect.separator, bytes[position] != lf {
        position += 1
      }
      field.append(contentsOf: bytes[plain..<position])
      let ended = position == bytes.count || bytes[position] == lf
      if ended, field.last == cr { field.removeLast() }
      fields.append(field)
      if ended { break }
      position += 1
    }
    let hasCR = position > start && bytes[position - 1] == cr
    range = start..<(hasCR ? position - 1 : position)
    if position < bytes.count {
      position += 1
      nextLine += 1
    }
    return fields
  }

  /// Returns the fields of the next record as text, or `nil` at the end.
  public mutating func nextRow() throws(FileFormatError) -> [String]? {
    guard let fields = try next() else { return nil }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
