/// A list Quivive knows: who publishes it, in which formats, where.
public struct KnownList: Sendable {
  /// By which commands and dossiers name it.
  public let id: ListID
  /// The publisher's title.
  public let title: String
  /// The body that decides the designations.
  public let authority: String
  /// ISO 3166 code of the authority's country; `UN`, `EU`.
  public let jurisdiction: String
  /// In which it is published; anything else is refused.
  public let formats: [ListFormat]
  /// The publisher's official addresses: the file, then its companions. Empty when there is none to
  /// fetch from.
  public let addresses: [String]

  public init(
    id: String, title: String, authority: String, jurisdiction: String, formats: [ListFormat],
    addresses: [String] = []
  ) {
    self.id = ListID(known: id)
    self.title = title
    self.authority = authority
    self.jurisdiction = jurisdiction
    self.formats = formats
    self.addresses = addresses
  }
}

/// Every list and every importer.
public enum ListCatalogue {
  /// One importer a format.
  public static let importers: [any ListImporter.Type] =
    ofacImporters + xmlImporters + sheetImporters + otherImporters + starterImporters

  /// The importer of `format`.
  public static func importer(for format: ListFormat) -> (any ListImporter)? {
    importers.first { $0.format == format }?.init()
  }

  /// The format of `file` by its content; `nil` when it is none that is known.
  public static func format(of file: ListFile) -> ListFormat? {
    importers.first { $0.recognises(file) }?.format
  }

  /// The known list with that id, or `nil`: own lists are not known.
  public static func list(_ id: ListID) -> KnownList? { lists.first { $0.id == id } }

  /// Reads `snapshot` with the importer that its content asks for.
  ///
  /// - Throws: `notThisList` when the content is of a format that the list does not come in,
  ///   `unknownFormat` when it is of none; otherwise what the importer throws.
  public static func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let known = list(snapshot.list)
    guard let format = format(of: snapshot.file) else {
      throw ListFormatError(.unknownFormat, "`\(snapshot.file.name)` is of no known list format")
    }
    let isExpected = known?.formats.contains(format) ?? (format == .followTheMoney)
    guard isExpected, let importer = importer(for: format) else {
      throw ListFormatError(
        .notThisList,
        "`\(snapshot.file.name)` is of the format \(format.rawValue), in which `\(snapshot.list)` is not published"
      )
    }
    return try importer.report(on: snapshot, take: take)
  }
}
