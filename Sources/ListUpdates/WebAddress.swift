/// An http or https address, taken apart as far as a fetch needs it.
struct WebAddress: Hashable {
  let text: String
  let isSecure: Bool
  /// Lower case, without port, user or brackets.
  let host: String

  /// Returns `nil` for other schemes, for addresses with a user in them and for none at all.
  init?(_ text: String) {
    let lowered = text.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    isSecure = lowered.hasPrefix("https://")
    let rest = lowered.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@"), !authority.isEmpty else { return nil }
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = String(authority[authority.index(after: authority.startIndex)..<end])
    } else {
      host = String(authority.prefix { $0 != ":" })
    }
    guard !host.isEmpty else { return nil }
    self.text = text
  }

  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

  /// The address without its query, for people and logs: a token may stand there.
  var shown: String { String(text.prefix { $0 != "?" && $0 != "#" }) }

  /// The last part of the path.
  var fileName: String {
    let path = shown.split(separator: "/").dropFirst(2)
    return path.last.map(String.init) ?? "list"
  }

  /// Whether a redirection from here to `next` may be followed.
  func mayRedirect(to next: WebAddress, hosts: Set<String>) -> Bool {
    guard next.isSecure || !isSecure || (isLoopback && next.isLoopback) else { return false }
    return next.host == host || hosts.contains(next.host)
  }
}
