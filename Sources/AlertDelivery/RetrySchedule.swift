/// When an alert that could not be delivered is tried again, and when it is given up.
public struct RetrySchedule: Hashable, Sendable {
  /// How long after the first failure, in seconds. Short: most failures are a restart.
  public var firstDelay = 5
  /// No pause is longer, in seconds.
  public var longestDelay = 6 * 3600
  /// How often in all. With the delays above the last is two days after the first.
  public var attempts = 20

  public init() {}

  /// The pause after so many failed attempts, in seconds; `nil` when it is given up. It doubles each time.
  ///
  /// - Parameters:
  ///   - jitter: from 0 to 1. Half of the pause is fixed, half is by chance, so that those who failed
  ///     together do not come back together.
  ///   - retryAfter: how long the endpoint asks to be left alone, in seconds.
  public func delay(afterAttempts count: Int, jitter: Double, retryAfter: Int? = nil) -> Int? {
    guard count < attempts else { return nil }
    let doublings = min(max(0, count - 1), 30)
    let pause = min(firstDelay << doublings, longestDelay)
    let drawn = pause / 2 + Int((Double(pause) / 2 * min(max(0, jitter), 1)).rounded(.up))
    return max(drawn, min(retryAfter ?? 0, longestDelay), 1)
  }
}
