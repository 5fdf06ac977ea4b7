import FileFormats

/// One file of OFAC's delimited sets: which of the four it is, and its rows as they come.
struct OFACDelimitedFile {
  /// What a file of the set holds; told by its first row.
  enum Role: String, Hashable, CaseIterable {
    case primary, addresses, aliases, comments

    /// Fields of a row.
    var width: Int {
      switch self {
      case .primary: 12
      case .addresses: 6
      case .aliases: 5
      case .comments: 2
      }
    }
  }

  /// A row with the right number of fields, null fields empty, and its key.
  struct Row {
    /// `ent_num`.
    let key: Int
    let fields: [String]
    /// The last field with its blanks: remarks are cut anywhere, and the comments go on from there.
    let text: String
    let line: Int
    let verbatim: String
  }

  enum Item {
    case row(Row)
    /// A row whose key or width is wrong.
    case malformed(problem: String, line: Int, verbatim: String)
  }

  /// The byte that ends a whole file: Ctrl-Z, the end mark of CP/M and DOS.
  static let endMark: UInt8 = 0x1A

  let name: String
  let role: Role
  /// Whether the closing 0x1A is there.
  let hasEndMark: Bool
  private var rows: CSVReader
  private let length: Int

  /// - Throws: `unknownFormat` when the file is none of the four, `twoLists` when an end mark stands
  ///   inside the file.
  init(_ file: ListFile) throws(ListFormatError) {
    guard let role = Self.role(of: file) else {
      throw ListFormatError(
        .unknownFormat, "`\(file.name)` is not one of OFAC's delimited files")
    }
    var bytes = file.bytes
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    hasEndMark = bytes.last == Self.endMark
    if hasEndMark { bytes.removeLast() }
    if let mark = bytes.firstIndex(of: Self.endMark) {
      let line = bytes[..<mark].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      throw ListFormatError(
        .twoLists,
        "`\(file.name)` has the end mark of a list at line \(line) and goes on: two lists are glued together"
      )
    }
    name = file.name
    self.role = role
    length = bytes.count
    rows = CSVReader(bytes)
  }

  /// The role of `file` by its first row: a number, then as many fields as the role has.
  ///
  /// A comments file may be empty and is then known by its name.
  static func role(of file: ListFile) -> Role? {
    let name = file.name.lowercased()
    let isComments = name.hasSuffix("comments.csv")
    let head = Array(file.bytes.prefix(8192))
    if isComments, head.allSatisfy({ $0 == endMark || $0 == 0x0A || $0 == 0x0D }) {
      return .comments
    }
    var reader = CSVReader(head)
    guard let first = try? reader.nextRow(), let key = Int(first[0].trimmingWhitespace()), key > 0
    else { return nil }
    switch first.count {
    case Role.primary.width:
      return ["-0-", "individual", "vessel", "aircraft", "entity"]
        .contains(first[2].trimmingWhitespace().lowercased()) ? .primary : nil
    case Role.addresses.width: return Int(first[1].trimmingWhitespace()) == nil ? nil : .addresses
    case Role.aliases.width: return Int(first[1].trimmingWhitespace()) == nil ? nil : .aliases
    case Role.comments.width: return isComments ? .comments : nil
    default: return nil
    }
  }

  /// Returns the next row, or `nil` at the end.
  ///
  /// - Throws: `truncated` when the file ends inside a row.
  mutating func next() throws(ListFormatError) -> Item? {
    let fields: [String]?
    do { fields = try rows.nextRow() } catch {
      throw ListFormatError(
        .truncated, "`\(name)` ends inside the quoted field that begins at line \(error.line ?? 0)")
    }
    guard let fields else { return nil }
    guard fields.count == role.width else {
      if rows.range.upperBound >= length, fields.count < role.width, !hasEndMark {
        throw ListFormatError(
          .truncated,
          "`\(name)` ends inside the row at line \(rows.line): \(fields.count) of \(role.width) fields"
        )
      }
      return .malformed(
        problem: "the row has \(fields.count) fields, expected \(role.width)", line: rows.line,
        verbatim: rows.verbatim)
    }
    guard let key = Int(fields[0].trimmingWhitespace()), key > 0 else {
      return .malformed(
        problem: "`\(fields[0])` is no entity number", line: rows.line, verbatim: rows.verbatim)
    }
    return .row(
      Row(
        key: key, fields: fields.map(Self.value),
        text: Self.value(fields[role.width - 1]).isEmpty ? "" : fields[role.width - 1],
        line: rows.line, verbatim: rows.verbatim))
  }

  /// The trimmed value; empty for `-0-`.
  private static func value(_ field: String) -> String {
    let trimmed = field.trimmingWhitespace()
    return trimmed == "-0-" || trimmed == "-0" ? "" : trimmed
  }
}

/// A delimited set put together: the primary rows with what the other files say of each.
struct OFACDelimitedSet {
  var primary: OFACDelimitedFile
  var addresses: OFACDelimitedFile
  var aliases: OFACDelimitedFile
  var comments: OFACDelimitedFile

  /// - Throws: `missingFile` when one of the four is not there, `notThisList` when a file has another
  ///   role than its name says.
  init(_ snapshot: ListSnapshot) throws(ListFormatError) {
    let file = try OFACDelimitedFile(snapshot.file)
    guard file.role == .primary else {
      throw ListFormatError(
        .missingFile,
        "`\(file.name)` holds the \(file.role.rawValue) of a set; its primary file (`sdn.csv` or `cons_prim.csv`) is missing"
      )
    }
    // Glued lists are told apart before anything is said of companions.
    try Self.checkAscending(file)
    var companions: [OFACDelimitedFile.Role: OFACDelimitedFile] = [:]
    for companion in snapshot.companions {
      let file = try OFACDelimitedFile(companion)
      companions[file.role] = file
    }
    func companion(
      _ role: OFACDelimitedFile.Role
    ) throws(ListFormatError) -> OFACDelimitedFile {
      guard let file = companions[role] else {
        let names = Self.companionNames(of: snapshot.file.name)
        throw ListFormatError(
          .missingFile,
          "the \(role.rawValue) file of `\(snapshot.file.name)` is missing; a set has also \(names.map { "`\($0)`" }.joined(separator: ", "))"
        )
      }
      return file
    }
    primary = file
    addresses = try companion(.addresses)
    aliases = try companion(.aliases)
    comments = try companion(.comments)
  }

  /// The names of the other three files under OFAC's naming, in lower case.
  static func companionNames(of primary: String) -> [String] {
    primary.lowercased().hasPrefix("cons")
      ? ["cons_add.csv", "cons_alt.csv", "cons_comments.csv"]
      : ["add.csv", "alt.csv", "sdn_comments.csv"]
  }

  /// - Throws: `twoLists` when the entity numbers, which rise, fall.
  private static func checkAscending(_ file: OFACDelimitedFile) throws(ListFormatError) {
    var file = file
    var last = 0
    while let item = try file.next() {
      guard case .row(let row) = item else { continue }
      if row.key <= last {
        throw ListFormatError(
          .twoLists,
          "the entity numbers of `\(file.name)` fall from \(last) to \(row.key) at line \(row.line): two lists are glued together"
        )
      }
      last = row.key
    }
  }
}
