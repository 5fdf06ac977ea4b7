import ArgumentParser
import FileFormats
import Foundation
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
    try ownership.map { path in
      let bytes = try InputFile.bytes(at: path)
      do {
        let table = try OwnershipTable(
          reading: bytes, file: path.split(separator: "/").last.map(String.init) ?? path)
        for problem in table.problems { notes?(problem.description) }
        return table
      } catch let error as FileFormatError {
        throw Failure(
          .badInput, "`\(path)`: \(error.description)",
          help:
            "its first line must name the columns \(OwnershipTable.columns.joined(separator: ", "))"
        )
      }
    }
  }
}
