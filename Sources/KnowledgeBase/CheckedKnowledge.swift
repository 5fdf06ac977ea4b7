import FileFormats
public import TradeModel

/// The tables of a knowledge folder, read and found without error.
public struct CheckedKnowledge: Sendable {
  /// Folders and files that other targets read from their bytes.
  public static let foldersOfOthers = [
    "FollowTheMoney", "Names", "RedFlags/rules", "RedFlags/facts.yaml",
  ]

  /// The files as they were read; their digest is the knowledge digest.
  public let folder: KnowledgeFolder
  /// In the order of `sources.csv`.
  public let sources: [KnowledgeSource]
  private let sourcesByID: [KnowledgeSource.ID: KnowledgeSource]
  private let cited: [String: [CitedRow]]
  private let hinted: [String: [HintRow]]

  /// The digest that goes into every dossier.
  public var digest: Digest { folder.digest }

  /// Reads every file of `folder` that a layout describes.
  ///
  /// - Throws: ``KnowledgeErrors`` with everything that is wrong, by file and line.
  /// - Complexity: O(*n*) in the bytes of the folder.
  public init(
    loading folder: KnowledgeFolder, layouts: [TableLayout] = KnowledgeLayouts.all
  ) throws(KnowledgeErrors) {
    self.folder = folder
    var errors: [KnowledgeError] = []
    var sourceReader = SourcesReader()
    sourceReader.read(folder)
    errors += sourceReader.errors
    sources = sourceReader.sources
    let byID = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sourcesByID = byID

    var keys: [String: Set<String>] = [:]
    var cited: [String: [CitedRow]] = [:]
    var hinted: [String: [HintRow]] = [:]
    for layout in Self.ordered(layouts) {
      guard let file = folder.file(at: layout.path) else {
        errors.append(
          KnowledgeError(
            .missingFile, file: layout.path, "file is missing", help: "restore it from the release")
        )
        continue
      }
      var reader = TableReader(layout, sources: byID, keys: keys)
      reader.read(file.bytes)
      errors += reader.errors
      // Without a readable header there are no keys to refer to, and nothing is said twice.
      if !reader.rows.isEmpty || reader.errors.isEmpty { keys[layout.path] = reader.ownKeys }
      switch layout.standing {
      case .cited:
        cited[layout.path] = Self.cite(reader.rows, byID)
      case .hint:
        hinted[layout.path] = reader.rows.map {
          HintRow(cells: $0, checkIn: Self.named($0.list("check_in"), byID))
        }
      }
    }
    self.cited = cited
    self.hinted = hinted
    errors += Self.unknownFiles(in: folder, layouts)
    if let errors = KnowledgeErrors(Self.inOrder(errors)) { throw errors }
  }

  /// The row of `sources.csv` with that id, or `nil`.
  public func source(_ id: KnowledgeSource.ID) -> KnowledgeSource? { sourcesByID[id] }

  /// The rows of a cited table, in the order of the file. An unknown path is a mistake of the
  /// caller.
  public func citedRows(_ path: String) -> [CitedRow] {
    guard let rows = cited[path] else { preconditionFailure("\(path) is no cited table") }
    return rows
  }

  /// The rows of a table of hints, in the order of the file. An unknown path is a mistake of the
  /// caller.
  public func hintRows(_ path: String) -> [HintRow] {
    guard let rows = hinted[path] else { preconditionFailure("\(path) is no table of hints") }
    return rows
  }

  /// How many rows each table has, by path in order.
  public var rowCounts: [(path: String, rows: Int)] {
    (cited.map { ($0.key, $0.value.count) } + hinted.map { ($0.key, $0.value.count) })
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { (path: $0.0, rows: $0.1) }
  }

  /// Rows with their sources; neighbours that name the same ones share them.
  private static func cite(
    _ rows: [KnowledgeRow], _ sources: [KnowledgeSource.ID: KnowledgeSource]
  ) -> [CitedRow] {
    guard let column = rows.first?.place(of: "source") else { return [] }
    var text: String?
    var citations: Citations?
    return rows.compactMap { row in
      let cell = row[column]
      if cell != text {
        text = cell
        citations = Citations(named(KnowledgeRow.split(cell), sources))
      }
      return citations.map { CitedRow(cells: row, citations: $0) }
    }
  }

  private static func named(
    _ ids: [String], _ sources: [KnowledgeSource.ID: KnowledgeSource]
  ) -> [KnowledgeSource] {
    ids.compactMap { sources[KnowledgeSource.ID($0)] }
  }

  /// Tables that are referred to come before those that refer to them.
  private static func ordered(_ layouts: [TableLayout]) -> [TableLayout] {
    var done: [TableLayout] = []
    var waiting = layouts
    while !waiting.isEmpty {
      let ready = waiting.filter { layout in
        layout.referencedPaths.allSatisfy { path in !waiting.contains { $0.path == path } }
      }
      precondition(!ready.isEmpty, "tables refer to each other in a circle")
      done += ready
      waiting.removeAll { ready.contains($0) }
    }
    return done
  }

  private static func unknownFiles(
    in folder: KnowledgeFolder, _ layouts: [TableLayout]
  ) -> [KnowledgeError] {
    let known = Set(layouts.map(\.path) + [SourcesReader.path])
    return folder.files
      .filter { file in
        !known.contains(file.path)
          && !foldersOfOthers.contains { "\(file.path)/".hasPrefix($0 + "/") }
      }
      .map {
        KnowledgeError(
          .unknownFile, file: $0.path, "no table of this name is known",
          help: "check the spelling of the file's name")
      }
  }

  private static func inOrder(_ errors: [KnowledgeError]) -> [KnowledgeError] {
    errors.enumerated()
      .sorted {
        ($0.element.file, $0.element.line ?? 0, $0.offset)
          < ($1.element.file, $1.element.line ?? 0, $1.offset)
      }
      .map(\.element)
  }
}
