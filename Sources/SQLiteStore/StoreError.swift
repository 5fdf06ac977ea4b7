import GRDB

/// Why the store could not do what was asked.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; the program makes an exit status of it.
  public enum Reason: Hashable, Sendable {
    /// What was asked is not allowed or names something that is not there.
    case refused
    /// Another process is writing; to be tried again.
    case busy
    /// The disk refused: full, read-only, no permission.
    case disk
    /// The file is damaged or no store.
    case damaged
    /// A newer program wrote the file.
    case otherVersion
  }

  /// The kind of fault; ``description`` says the rest.
  public let reason: Reason
  /// Lower case, no period, input in backticks.
  public let description: String
  /// What to do about it.
  public let help: String?

  public init(_ reason: Reason, _ description: String, help: String? = nil) {
    self.reason = reason
    self.description = description
    self.help = help
  }

  /// What SQLite's result codes mean for whoever uses the store at `path`.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, "another process is writing into `\(path)`",
        help: "wait until it has ended and try again; nothing was recorded")
    case .SQLITE_FULL:
      self.init(
        .disk, "the disk is full: `\(path)` could not be written",
        help: "make room and try again; nothing was recorded")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .disk, "`\(path)` may only be read",
        help: "give the file and its folder write permission; nothing was recorded")
    case .SQLITE_IOERR:
      self.init(
        .disk, "the disk failed at `\(path)`: \(error.message ?? "no reason given")",
        help: "see to the disk and try again; nothing was recorded")
    case .SQLITE_CANTOPEN:
      self.init(
        .disk, "`\(path)` cannot be opened",
        help: "name a folder that may be written with --home")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .damaged, "`\(path)` is damaged or is no store of Quivive",
        help: "restore it from a backup; `quivive audit verify` says what a store holds")
    default:
      self.init(
        .damaged, "`\(path)`: \(error.message ?? "SQLite error \(error.resultCode.rawValue)")",
        help: "run `quivive audit verify`")
    }
  }
}
