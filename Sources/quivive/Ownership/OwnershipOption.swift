import ArgumentParser
import ListArchive
import Ownership
import Workplace

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
      let table = try OwnershipPlace.table(file)
      for problem in table.problems { notes?(problem.description) }
      return table
    }
  }

  var place: OwnershipPlace { OwnershipPlace(ownership) }

  /// The table as it lies on the disk, or `nil` where none is named.
  func file() throws -> DossierData.Table? { try place.file() }
}
