/// Why bytes could not be read as the format they were taken for.
public struct FileFormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the bytes, for code that decides by it.
  public enum Reason: Hashable, Sendable {
    /// The bytes are not this format at all.
    case notThisFormat
    /// The bytes end before their content does.
    case truncated
    /// The bytes break a rule of the format.
    case malformed
    /// A limit that guards the reader was passed: size after decompression, nesting, entities.
    case limit
    /// A construct that the reader refuses on purpose: a document type declaration.
    case forbidden
  }

  /// The kind of fault; ``message`` says the rest.
  public let reason: Reason
  /// Lower case, no period, input in backticks.
  public let message: String
  /// Counted from 1, where the format has lines.
  public let line: Int?

  public init(_ reason: Reason, _ message: String, line: Int? = nil) {
    self.reason = reason
    self.message = message
    self.line = line
  }

  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}
