/// Why a file is no watchlist that can be used.
public struct WatchlistError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the file, for code that decides by it.
  public enum Reason: Hashable, Sendable {
    case cannotRead
    /// Another kind of file.
    case notAWatchlist
    /// Written by a program of another format version.
    case otherVersion
    case truncated
    /// A checksum or an offset does not fit.
    case damaged
  }

  /// The kind of fault.
  public let reason: Reason
  /// What is wrong, for people.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }

  /// What a person can do about it.
  public var help: String {
    switch reason {
    case .cannotRead: "check the path and the permissions"
    case .notAWatchlist: "give a file that `quivive lists` compiled"
    case .otherVersion, .truncated, .damaged: "compile it again from the list snapshots"
    }
  }
}
