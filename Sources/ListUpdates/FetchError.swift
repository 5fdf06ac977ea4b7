/// Why an address gave no file.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for code that decides by it.
  public enum Reason: Hashable, Sendable {
    /// Not an address that may be fetched from.
    case address
    /// No connection, no name, no TLS.
    case connection
    /// The publisher did not answer in time or stopped sending.
    case timeout
    /// The answer ended before its content did.
    case truncated
    /// An HTTP status that is none of success.
    case status(Int)
    /// A redirection that is not followed.
    case redirect
    /// More bytes than a list may have.
    case tooLarge
    /// The file could not be written.
    case disk
  }

  /// The kind of fault; ``message`` says the rest.
  public let reason: Reason
  /// Lower case, no period, input in backticks; without the query of the address, where a token may
  /// stand.
  public let message: String
  /// What to do about it.
  public let help: String?
  /// After how many seconds the publisher wants to be asked again.
  let retryAfter: Int?

  init(_ reason: Reason, _ message: String, help: String? = nil, retryAfter: Int? = nil) {
    self.reason = reason
    self.message = message
    self.help = help
    self.retryAfter = retryAfter
  }

  public var description: String { message }

  /// Whether the same request may succeed a little later.
  var isTransient: Bool {
    switch reason {
    case .connection, .timeout, .truncated: true
    case .status(let status): [408, 429, 500, 502, 503, 504].contains(status)
    default: false
    }
  }
}
