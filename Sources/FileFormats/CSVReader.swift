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

  private struct Cells {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    mutating func removeAll() {
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
    }
  }

  private let bytes: [UInt8]
  private let dialect: Dialect
  private var position: Int
  private var nextLine = 1
  /// The fields of the last record: kept from record to record, so that none needs memory of its own.
  private var cells = Cells()
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
    guard try scan() else { return nil }
    var start = 0
    return cells.ends.map { end in
      defer { start = end }
      return Array(cells.bytes[start..<end])
    }
  }

  /// Reads the next record and hands out its fields without an array for each: all bytes in one run,
  /// where each field ends in it, and the line on which the record begins. Returns `nil` at the end.
  ///
  /// - Throws: `truncated` when the data end inside quotes.
  public mutating func nextCells<Result>(
    _ take: (_ bytes: [UInt8], _ ends: [Int], _ line: Int) -> Result
  ) throws(FileFormatError) -> Result? {
    try scan() ? take(cells.bytes, cells.ends, line) : nil
  }

  /// Reads the next record into ``cells``; `false` at the end.
  private mutating func scan() throws(FileFormatError) -> Bool {
    let quote = UInt8(ascii: "\"")
    let lf = UInt8(ascii: "\n")
    let cr = UInt8(ascii: "\r")
    while position < bytes.count, bytes[position] == lf || bytes[position] == cr {
      if bytes[position] == lf { nextLine += 1 }
      position += 1
    }
    guard position < bytes.count else { return false }
    line = nextLine
    let start = position
    cells.removeAll()
    while true {
      let begin = cells.bytes.count
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
          cells.bytes.append(byte)
        }
      }
      let plain = position
      while position < bytes.count, bytes[position] != dialect.separator, bytes[position] != lf {
        position += 1
      }
      cells.bytes.append(contentsOf: bytes[plain..<position])
      let ended = position == bytes.count || bytes[position] == lf
      if ended, cells.bytes.count > begin, cells.bytes.last == cr { cells.bytes.removeLast() }
      cells.ends.append(cells.bytes.count)
      if ended { break }
      position += 1
    }
    let hasCR = position > start && bytes[position - 1] == cr
    range = start..<(hasCR ? position - 1 : position)
    if position < bytes.count {
      position += 1
      nextLine += 1
    }
    return true
  }

  /// Returns the fields of the next record as text, or `nil` at the end.
  public mutating func nextRow() throws(FileFormatError) -> [String]? {
    guard let fields = try next() else { return nil }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
