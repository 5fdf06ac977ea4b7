/// Why a file is not taken.
public struct ListFormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why a file is refused; the raw values stand in reports.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The file ends before its data does.
    case truncated
    /// The file says another number of records than it holds.
    case countMismatch = "count-mismatch"
    /// An OFAC delimited file without the closing 0x1A: its end cannot be proven.
    case noEndMark = "no-end-mark"
    /// Two lists glued together.
    case twoLists = "two-lists"
    /// A set without its primary file or a needed companion.
    case missingFile = "missing-file"
    /// A known format, but of another list.
    case notThisList = "not-this-list"
    /// No known list format.
    case unknownFormat = "unknown-format"
    /// Changes to a list, not the whole list.
    case amendment
    /// References that nothing in the file resolves.
    case danglingReferences = "dangling-references"
    /// The file breaks the rules of its format.
    case malformed
    /// A limit that guards the reader was passed.
    case limit
    /// Fewer records than the policy lets go at once.
    case shrinkage
  }

  /// The kind of fault; ``message`` says the rest.
  public let reason: Reason
  /// What is wrong and where: lower case, no period.
  public let message: String

  public init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }

  public var description: String { message }

  /// Whether a person may take the file all the same (`--accept-incomplete`): it was read whole, but
  /// is not, or not provably, the whole list.
  public var isOverridable: Bool {
    switch reason {
    case .countMismatch, .noEndMark, .amendment, .danglingReferences: true
    default: false
    }
  }
}

/// A file as handed to an importer, decompressed.
public struct ListFile: Sendable {
  /// The file's name without folders and without `.gz`.
  public let name: String
  /// Decompressed.
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// One published state of a list: the file, and for OFAC's delimited lists its companions.
public struct ListSnapshot: Sendable {
  /// The list as which the file is read.
  public let list: ListID
  /// The primary file.
  public let file: ListFile
  /// The other files of the set, by their names.
  public let companions: [ListFile]
  /// A person accepts that the file is not, or not provably, the whole list.
  public let acceptsIncomplete: Bool

  public init(
    list: ListID, file: ListFile, companions: [ListFile] = [], acceptsIncomplete: Bool = false
  ) {
    self.list = list
    self.file = file
    self.companions = companions
    self.acceptsIncomplete = acceptsIncomplete
  }
}

/// Reads one published format.
public protocol ListImporter: Sendable {
  static var format: ListFormat { get }

  /// Whether `file` is of this format, judged by its content (root element and namespace, header
  /// line), never by its name alone. Must look at no more than the head of the file.
  static func recognises(_ file: ListFile) -> Bool

  init()

  /// Returns an account of every record in `snapshot` and hands each designation to `take`, in the
  /// order of the file (or of the publisher's keys where rows must be gathered).
  ///
  /// A record that cannot be read becomes an ``ImportIssue``; it is never skipped, and it never stops
  /// the others. `report.counts` is over exactly the designations handed out.
  ///
  /// - Throws: ``ListFormatError`` if `snapshot` is not this list, not whole, or damaged. What is
  ///   overridable is thrown only if `snapshot.acceptsIncomplete` is false; otherwise it goes into
  ///   `report.acceptedProblems`. Designations handed out before a throw count for nothing.
  /// - Complexity: O(*n*) in the bytes of `snapshot`.
  func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport
}

/// A published file format.
public enum ListFormat: String, Hashable, Sendable, CaseIterable {
  case ofacCSV = "ofac-csv"
  case ofacXML = "ofac-sdn-xml"
  case ofacAdvancedXML = "ofac-advanced-xml"
  case cslCSV = "csl-csv"
  case cslProjection = "csl-projection-jsonl"
  case bisDPL = "bis-dpl"
  case unXML = "un-xml"
  case euFSF = "eu-fsf-xml-1.1"
  case ukOFSI = "uk-ofsi"
  case ukSL = "uk-sl-xml"
  case canadaSEMA = "ca-sema-xml"
  case australiaDFAT = "au-dfat"
  case japanMETI = "jp-meti"
  case japanMOF = "jp-mof"
  case franceGels = "fr-gels-json"
  case swissSECO = "ch-seco-xml"
  case followTheMoney = "ftm-jsonl"
  case starter = "quivive-starter-csv"

  /// Whether its free text is prose of the authority, in which links between parties may be stated. OFAC
  /// states them by fixed marks, which its importers read.
  public var hasProse: Bool {
    switch self {
    case .unXML, .euFSF, .ukOFSI, .ukSL, .australiaDFAT, .japanMOF, .franceGels, .swissSECO: true
    default: false
    }
  }
}
