/// What is wrong at one place of the knowledge folder.
public struct KnowledgeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a cell, a row or a file.
  public enum Reason: Hashable, Sendable {
    case missingFile
    case unknownFile
    case unreadableFile
    case notUTF8
    case malformed
    case missingColumn(String)
    case unknownColumn(String)
    case raggedRow
    case emptyCell(String)
    case duplicateKey(String)
    case unknownSource(String)
    case danglingReference(String)
    case badUnit(String)
    case badValue(String)
    /// A rule that contradicts itself, its examples or the catalogue.
    case badRule
  }

  /// What is wrong; the place stands beside it.
  public let reason: Reason
  /// The file, relative to the knowledge folder: `ControlLists/chpl.csv`.
  public let file: String
  /// Counted from 1, the header being line 1. `nil` when it is about the whole file.
  public let line: Int?
  /// What is wrong: lower case, no period, input in backticks.
  public let message: String
  /// What to do about it, if there is something to say.
  public let help: String?

  public init(
    _ reason: Reason, file: String, line: Int? = nil, _ message: String, help: String? = nil
  ) {
    self.reason = reason
    self.file = file
    self.line = line
    self.message = message
    self.help = help
  }

  /// `ControlLists/chpl.csv:12: unknown source `bis-chpl-2025`; add it to sources.csv`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message)" + (help.map { "; \($0)" } ?? "")
  }
}

/// Everything that is wrong with a knowledge folder, in the order of the files and lines.
///
/// Knowledge is taken whole or not at all: a folder with one wrong cell does not screen.
public struct KnowledgeErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not empty.
  public let errors: [KnowledgeError]

  /// Returns `nil` when nothing is wrong.
  public init?(_ errors: [KnowledgeError]) {
    guard !errors.isEmpty else { return nil }
    self.errors = errors
  }

  /// The one thing that is wrong.
  public init(_ error: KnowledgeError) { errors = [error] }

  /// One error a line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
