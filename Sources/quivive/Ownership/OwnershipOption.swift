import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import Ownership

/// A table of who holds whom.
struct OwnershipOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of who holds whom, as CSV.",
      discussion:
        "Columns: \(OwnershipTable.columns.joined(separator: ", ")). Shares are percentages; `share from` alone means at least. Kinds: \(OwnershipKind.allCases.map(\.rawValue).joined(separator: ", "))."
    ), completion: .file(extensions: ["csv"]))
  var ownership: String?

  /// The table, or `nil` where none is named.
  ///
  /// - Parameter notes: takes a line for each row that could not be read as it was meant.
  func table(notes: ((String) -> Void)?) throws -> OwnershipTable? {
    try file().map { file in
      let table = try Self.table(file)
      for problem in table.problems { notes?(problem.description) }
      return table
    }
  }

  /// The table as it lies on the disk, or `nil` where none is named.
  func file() throws -> DossierData.Table? {
    try ownership.map { path in
      DossierData.Table(
        file: path.split(separator: "/").last.map(String.init) ?? path,
        bytes: try InputFile.bytes(at: path))
    }
  }

  /// Reads a table.
  static func table(_ file: DossierData.Table) throws -> OwnershipTable {
    do {
      return try OwnershipTable(reading: file.bytes, file: file.file)
    } catch {
      throw Failure(
        .badInput, "`\(file.file)`: \(error.description)",
        help:
          "its first line must name the columns \(OwnershipTable.columns.joined(separator: ", "))"
      )
    }
  }
}
