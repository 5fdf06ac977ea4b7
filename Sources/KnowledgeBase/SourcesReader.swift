import FileFormats

extension KnowledgeFolder {
  /// The documents of the folder's `sources.csv`; none when it has no such file.
  ///
  /// - Throws: ``KnowledgeErrors`` with everything that is wrong, by line.
  public func sources() throws(KnowledgeErrors) -> [KnowledgeSource] {
    guard file(at: SourcesReader.path) != nil else { return [] }
    var reader = SourcesReader()
    reader.read(self)
    if let errors = KnowledgeErrors(reader.errors) { throw errors }
    return reader.sources
  }
}

/// Reads `sources.csv`, by which all other rows are checked.
struct SourcesReader {
  static let path = "sources.csv"

  private(set) var sources: [KnowledgeSource] = []
  private(set) var errors: [KnowledgeError] = []

  mutating func read(_ folder: KnowledgeFolder) {
    guard let file = folder.file(at: Self.path) else {
      errors.append(KnowledgeError(.missingFile, file: Self.path, "file is missing"))
      return
    }
    var table = TableReader(Self.layout, sources: [:], keys: [:])
    table.read(file.bytes)
    errors += table.errors
    for row in table.rows {
      if row["id"] == "unverified" {
        errors.append(
          row.error(
            .badValue("id"), "`unverified` is not a source",
            help: "rows that nobody checked stand in files of a folder unverified"))
        continue
      }
      sources.append(source(row))
    }
  }

  private func source(_ row: KnowledgeRow) -> KnowledgeSource {
    KnowledgeSource(
      id: KnowledgeSource.ID(row["id"]), title: row["title"], issuer: row["issuer"],
      date: row.optional("date"), section: row.optional("section"),
      address: row.optional("address"),
      addressStatus: KnowledgeSource.AddressStatus(rawValue: row["address_status"]) ?? .none,
      seen: row.optional("seen"), licence: row.optional("licence"), note: row.optional("note"))
  }

  private static let layout = TableLayout(
    sourcesAt: path,
    [
      .init("id"), .init("title"), .init("issuer"), .optional("date"), .optional("section"),
      .optional("address"),
      .init("address_status", .word(KnowledgeSource.AddressStatus.allCases.map(\.rawValue))),
      .optional("seen"), .optional("licence"), .optional("note"),
    ])
}
