/// How long, how large and how often.
public struct FetchLimits: Hashable, Sendable {
  /// The largest published list file seen has 130 MB (SDN_ADVANCED.XML); four times that is a fault
  /// or an attack.
  public var bytes = 512 << 20
  /// For making a connection.
  public var connectSeconds = 20
  /// Slower than `lowSpeedBytes` a second for `lowSpeedSeconds` is a stalled answer.
  public var lowSpeedBytes = 256
  /// See ``lowSpeedBytes``.
  public var lowSpeedSeconds = 30
  /// For one attempt as a whole.
  public var totalSeconds = 1800
  /// How many redirections of one attempt are followed.
  public var redirects = 5
  /// How often an address is tried, the first time included.
  public var attempts = 4
  /// The wait before the second attempt; it doubles for each further one.
  public var firstDelaySeconds = 2
  /// The longest wait, also when the publisher asks for a longer one: then the fetch is given up.
  public var longestDelaySeconds = 120

  public init() {}
}
