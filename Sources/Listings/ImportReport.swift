public import TradeModel

/// A record that could not become a designation, kept whole.
public struct ImportIssue: Hashable, Sendable {
  /// Where the record stands.
  public let place: RecordPlace
  /// The field that could not be read; `nil` when it is the whole record.
  public let field: String?
  /// What is wrong: lower case, no period, input in backticks.
  public let problem: String
  /// The record as it stands in the file.
  public let verbatim: String

  public init(place: RecordPlace, field: String? = nil, problem: String, verbatim: String) {
    self.place = place
    self.field = field
    self.problem = problem
    self.verbatim = verbatim
  }
}

/// A field that could not be read in a record that otherwise could. The record is kept, the field's
/// text too.
public struct FieldNote: Hashable, Sendable {
  /// The designation that was made all the same.
  public let record: DesignationID
  /// Where its record stands.
  public let place: RecordPlace
  /// The publisher's name of the field.
  public let field: String
  /// Verbatim.
  public let value: String
  /// What is wrong: lower case, no period, input in backticks.
  public let problem: String

  public init(
    record: DesignationID, place: RecordPlace, field: String, value: String, problem: String
  ) {
    self.record = record
    self.place = place
    self.field = field
    self.value = value
    self.problem = problem
  }
}

/// What an importer found in a list file: an account of every record.
public struct ImportReport: Hashable, Sendable {
  /// Of the importer that read the file.
  public let format: ListFormat
  /// The day as the file states it, verbatim; `nil` when it states none.
  public var statedDate: String?
  /// That day, read.
  public var statedDay: Day?
  /// Rows or elements that stand for parties, as they stand in the file.
  public var rows = 0
  /// Rows put together by the publisher's key.
  public var records = 0
  /// Over the designations handed out.
  public var counts = ImportCounts()
  /// In the order of the file.
  public var issues: [ImportIssue] = []
  /// In the order of the file.
  public var notes: [FieldNote] = []
  /// Links to other parties that were read from prose; those of fields are in ``counts``.
  public var linksInWords = 0
  /// Sentences that speak of ownership and were not read, or not wholly; each has a note.
  public var unreadSentences = 0
  /// Why the file would have been refused as incomplete, had a person not accepted it.
  public var acceptedProblems: [ListFormatError] = []

  public init(format: ListFormat) { self.format = format }

  /// Adds an issue for a record that gives no designation, and counts the record.
  mutating func issue(
    at place: RecordPlace, field: String? = nil, _ problem: String, verbatim: String
  ) {
    records += 1
    issues.append(ImportIssue(place: place, field: field, problem: problem, verbatim: verbatim))
  }

  /// Counts the links that the prose of a record states, and notes the sentences that were not read.
  public mutating func add(_ reading: StatedLinkReader.Reading, of designation: Designation) {
    linksInWords += reading.links.count
    unreadSentences += reading.unread.count
    notes += reading.unread.map {
      FieldNote(
        record: designation.id, place: designation.place, field: "free text", value: $0,
        problem: "the sentence speaks of ownership and was not read, or not wholly")
    }
  }

  /// INVARIANT: `records == counts.designations + issues.count`.
  public var isBalanced: Bool { records == counts.designations + issues.count }
}

/// Totals over designations, by the conventions of the count check.
public struct ImportCounts: Hashable, Sendable {
  /// Records that became designations.
  public private(set) var designations = 0
  /// Designations by kind; kinds without one are missing.
  public private(set) var byKind: [PartyKind: Int] = [:]
  /// Primary names.
  public private(set) var primary = 0
  /// Variants that are not weak.
  public private(set) var variant = 0
  /// Aliases that are not weak.
  public private(set) var alias = 0
  /// Weak names that are neither primary nor former.
  public private(set) var weak = 0
  /// Former names, whatever their strength.
  public private(set) var former = 0
  /// Names in another script.
  public private(set) var script = 0
  /// Addresses of all designations.
  public private(set) var addresses = 0
  /// Items the lists print as identifiers, before sorting.
  public private(set) var identifiers = 0
  /// Stated links.
  public private(set) var relations = 0
  /// Birth dates of all designations.
  public private(set) var birthDates = 0

  public init() {}

  /// Counts each name once, in the first of these that fits: primary, former (whatever its strength),
  /// weak, variant, alias, script.
  public mutating func add(_ designation: Designation) {
    designations += 1
    byKind[designation.kind, default: 0] += 1
    for name in designation.names {
      switch (name.kind, name.strength) {
      case (.primary, _): primary += 1
      case (.former, _): former += 1
      case (.otherScript, _): script += 1
      case (_, .weak): weak += 1
      case (.variant, _): variant += 1
      case (.alias, _): alias += 1
      }
    }
    addresses += designation.addresses.count
    identifiers += designation.publishedIdentifierCount
    relations += designation.relations.count
    birthDates += designation.birthDates.count
  }
}
