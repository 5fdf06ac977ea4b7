import Foundation

/// Where alerts are sent to.
public struct WebhookEndpoint: Hashable, Sendable {
  /// By which the queue knows it.
  public let name: String
  /// An https address; http only on the same machine.
  public let address: String
  /// The first signs; further ones sign too while receivers change over.
  public let secrets: [WebhookSecret]
  /// How long one attempt may take, in seconds.
  public let timeout: Int
  /// When what failed is tried again.
  public let schedule: RetrySchedule

  /// The standard asks for 15 to 30 seconds.
  public static let standardTimeout = 20

  /// Returns `nil` unless the address is https, or http to a loopback address, without user or password.
  public init?(
    name: String, address: String, secrets: [WebhookSecret], timeout: Int = standardTimeout,
    schedule: RetrySchedule = RetrySchedule()
  ) {
    guard let url = URLComponents(string: address), let host = url.host, !host.isEmpty,
      url.user == nil, url.password == nil,
      url.scheme == "https" || (url.scheme == "http" && Self.isLoopback(host)), !secrets.isEmpty,
      timeout > 0, schedule.firstDelay > 0, schedule.attempts > 0
    else { return nil }
    self.name = name
    self.address = address
    self.secrets = secrets
    self.timeout = timeout
    self.schedule = schedule
  }

  private static func isLoopback(_ host: String) -> Bool {
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return host == "localhost" || host == "::1" || host == "[::1]"
      || (bytes.count == 4 && !bytes.contains(nil) && bytes[0] == 127)
  }
}
