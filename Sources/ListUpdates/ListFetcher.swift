import CCurl
import FileFormats
import Glibc

/// What a publisher said that marks one state of a file (RFC 9110, section 8.8).
public struct Validators: Hashable, Sendable {
  /// The `ETag` header, verbatim.
  public let etag: String?
  /// The `Last-Modified` header, verbatim.
  public let lastModified: String?

  public init(etag: String?, lastModified: String?) {
    self.etag = etag
    self.lastModified = lastModified
  }

  init(headers: [String: String]) {
    self.init(etag: headers["etag"], lastModified: headers["last-modified"])
  }

  /// For `If-Range`: a strong tag, or else the date.
  var strong: String? {
    if let etag, !etag.hasPrefix("W/") { return etag }
    return lastModified
  }
}

/// Fetches list files from their publishers.
///
/// An answer goes to a file; when it is cut off, what came stays there with its mark beside it, and
/// the next request asks for the rest. Only http and https, only from the host that was named.
public struct ListFetcher: Sendable {
  /// What came of asking.
  public enum Result: Hashable, Sendable {
    /// As known by the validators that were given.
    case unchanged
    /// The file is at the path that was given.
    case fetched(Validators, bytes: Int)
  }

  /// How long, how large and how often.
  public let limits: FetchLimits
  /// Further hosts to which a publisher may redirect.
  public let redirectHosts: Set<String>
  private let wait: @Sendable (_ seconds: Int) -> Void
  private let progress: @Sendable (_ bytes: Int, _ total: Int?) -> Void

  /// - Parameters:
  ///   - wait: how to wait between two attempts.
  ///   - progress: told how many bytes are there, and of how many where the publisher says so.
  public init(
    limits: FetchLimits = FetchLimits(), redirectHosts: Set<String> = [],
    wait: @escaping @Sendable (_ seconds: Int) -> Void,
    progress: @escaping @Sendable (_ bytes: Int, _ total: Int?) -> Void = { _, _ in }
  ) {
    self.limits = limits
    self.redirectHosts = redirectHosts
    self.wait = wait
    self.progress = progress
  }

  /// The name of the file at `address`, or `nil` when that is no address to fetch from.
  public static func fileName(of address: String) -> String? { WebAddress(address)?.fileName }

  /// `address` without its query, where a token may stand.
  public static func shown(_ address: String) -> String { WebAddress(address)?.shown ?? address }

  /// Fetches `address` into the file at `path`, unless it is as `known` says.
  ///
  /// - Throws: ``FetchError`` after the last attempt; a part that came stays at `path` + `.part`.
  public func fetch(
    _ address: String, to path: String, known: Validators? = nil
  ) throws(FetchError) -> Result {
    guard let start = WebAddress(address) else {
      throw FetchError(
        .address, "`\(address)` is no http or https address", help: "correct the address")
    }
    var delay = limits.firstDelaySeconds
    var attempt = 1
    while true {
      do {
        return try once(start, to: path, known: known)
      } catch {
        guard error.isTransient, attempt < limits.attempts else { throw error }
        let pause = max(delay, error.retryAfter ?? 0)
        guard pause <= limits.longestDelaySeconds else {
          throw FetchError(
            error.reason, "\(error.message); it asks to be left alone for \(pause) s",
            help: "try again then")
        }
        wait(pause)
        delay *= 2
        attempt += 1
      }
    }
  }

  /// One attempt, with its redirections.
  private func once(
    _ start: WebAddress, to path: String, known: Validators?
  ) throws(FetchError) -> Result {
    var address = start
    for _ in 0...limits.redirects {
      let part = PartialFile(path: path, address: start.text)
      var lines = ["Accept: */*", "Accept-Encoding: identity"]
      if let etag = known?.etag { lines.append("If-None-Match: \(etag)") }
      if let date = known?.lastModified { lines.append("If-Modified-Since: \(date)") }
      let resume = part.resumable
      if let resume {
        lines += ["Range: bytes=\(resume.size)-", "If-Range: \(resume.mark)"]
      }
      let transfer = Transfer(
        path: part.path, resumeFrom: resume?.size ?? 0, limit: limits.bytes,
        begin: { part.mark(Validators(headers: $0)) }, progress: progress)
      let code = transfer.run(address, headers: lines, limits: limits)
      let validators = Validators(headers: transfer.headers)
      if let error = error(of: transfer, code: code, at: address) {
        if error.reason == .tooLarge || code == CURLE_WRITE_ERROR { part.remove() }
        throw error
      }
      switch transfer.status {
      case 200, 206:
        if transfer.status == 206, transfer.size == 0 {
          // A part that nobody asked for.
          part.remove()
          throw FetchError(.truncated, "`\(address.shown)` answered with a part of the file only")
        }
        try part.finish(as: path)
        return .fetched(validators, bytes: transfer.size)
      case 304: return .unchanged
      case 416:
        // What is here is not a beginning of what is there.
        part.remove()
        throw FetchError(
          .truncated, "`\(address.shown)` no longer has the file of which a part is here")
      case 301, 302, 303, 307, 308:
        address = try redirection(of: transfer, from: address)
      default: throw status(of: transfer, at: address)
      }
    }
    throw FetchError(
      .redirect, "`\(start.shown)` redirects more than \(limits.redirects) times",
      help: "check the address with the publisher")
  }

  private func redirection(
    of transfer: Transfer, from address: WebAddress
  ) throws(FetchError) -> WebAddress {
    guard let text = transfer.redirection, let next = WebAddress(text) else {
      throw FetchError(.redirect, "`\(address.shown)` redirects to no http or https address")
    }
    guard address.mayRedirect(to: next, hosts: redirectHosts) else {
      let isDowngrade = address.isSecure && !next.isSecure
      throw FetchError(
        .redirect,
        "`\(address.shown)` redirects to `\(next.shown)`, "
          + (isDowngrade ? "which is not encrypted" : "another host"),
        help: isDowngrade
          ? "check the address with the publisher"
          : "if the publisher says so too, allow it with --redirect-host \(next.host)")
    }
    return next
  }

  private func status(of transfer: Transfer, at address: WebAddress) -> FetchError {
    let status = transfer.status
    let words =
      switch status {
      case 401, 403: "the publisher does not let us (HTTP \(status))"
      case 404, 410: "the publisher has no such file (HTTP \(status))"
      case 429: "the publisher was asked too often (HTTP 429)"
      case 500...599: "the publisher has a fault (HTTP \(status))"
      default: "unexpected answer (HTTP \(status))"
      }
    return FetchError(
      .status(status), "`\(address.shown)`: \(words)",
      help: status >= 500 || status == 429
        ? "try again later"
        : "name the present address with --address LIST=URL or in settings.json",
      retryAfter: transfer.retryAfter)
  }

  private func error(of transfer: Transfer, code: CURLcode, at address: WebAddress) -> FetchError? {
    if transfer.isTooLarge {
      return FetchError(
        .tooLarge, "`\(address.shown)` has more than \(limits.bytes) bytes; no list is that large",
        help: "check the address with the publisher")
    }
    if let fault = transfer.diskFault {
      return FetchError(.disk, "could not write what came from `\(address.shown)`: \(fault)")
    }
    let text = String(cString: curl_easy_strerror(code))
    let later = "try again later"
    switch code {
    case CURLE_OK: return nil
    case CURLE_OPERATION_TIMEDOUT:
      let what = transfer.size > 0 ? "stopped sending" : "did not answer in time"
      return FetchError(.timeout, "`\(address.shown)` \(what)", help: later)
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM:
      return FetchError(
        .truncated, "`\(address.shown)` ended before its content did (\(text))", help: later)
    // We broke off ourselves: a part that is not the one that was asked for.
    case CURLE_WRITE_ERROR:
      return FetchError(
        .truncated, "`\(address.shown)` answered with another part of the file than was asked for")
    default:
      return FetchError(.connection, "`\(address.shown)`: \(text)", help: later)
    }
  }
}
