public import FileFormats

/// Why some bytes cannot be a transaction at all.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why there is no transaction.
  public enum Reason: Hashable, Sendable {
    case notJSON(FileFormatError)
    /// The value is this, where an object was needed.
    case notAnObject(String)
    /// There is neither a party nor an item.
    case nothingToScreen
  }

  /// Why there is no transaction; the line stands beside it.
  public let reason: Reason
  /// The line of the input, counted from 1, where one is known.
  public let line: Int?

  public init(_ reason: Reason, line: Int? = nil) {
    self.reason = reason
    self.line = line
  }

  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    return switch reason {
    case .notJSON(let error): "\(place)this is not JSON: \(error.message)"
    case .notAnObject(let kind): "\(place)a transaction is an object, and this is \(kind)"
    case .nothingToScreen: "\(place)there is neither a party nor an item to screen"
    }
  }

  /// What to do about it.
  public var help: String {
    switch reason {
    case .notJSON(let error):
      error.reason == .truncated
        ? "the text ends too early: check that it was copied whole"
        : "check the place named, or compare with Examples/"
    case .notAnObject: "put one transaction into `{ … }`; several go one a line, as JSON Lines"
    case .nothingToScreen:
      "name at least one party in `parties` or one item in `items` (Schemas/transaction.schema.json)"
    }
  }
}
