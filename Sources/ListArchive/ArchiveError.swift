/// Why the archive could not do what was asked.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; the program makes an exit status of it.
  public enum Reason: Hashable, Sendable {
    /// What was given cannot be used: an unknown list, a snapshot that is not there.
    case input
    /// A file that was named does not exist or may not be read.
    case missingFile
    /// Another process is writing; to be tried again.
    case busy
    /// The disk refused: full, read-only, no permission.
    case disk
    /// A file of the archive is damaged.
    case damaged
  }

  /// The kind of fault; ``message`` says the rest.
  public let reason: Reason
  /// Lower case, no period, input in backticks.
  public let message: String
  /// What to do about it.
  public let help: String?

  public init(_ reason: Reason, _ message: String, help: String? = nil) {
    self.reason = reason
    self.message = message
    self.help = help
  }

  public var description: String { message }
}
