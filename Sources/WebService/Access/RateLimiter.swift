import Synchronization

/// A bucket of tokens for each caller: a steady rate, with a burst of twice as much.
package final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var seen: Double
  }

  private let perSecond: Double
  private let burst: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  /// Callers held in mind at once; more begin anew.
  private static let most = 100_000

  /// - Parameter perSecond: 0 for no limit.
  package init(perSecond: Int, burst: Int? = nil) {
    self.perSecond = Double(perSecond)
    self.burst = Double(burst ?? perSecond * 2)
  }

  /// Takes one token; the seconds to wait where there is none.
  package func wait(_ caller: String, now: Double) -> Int? {
    guard perSecond > 0 else { return nil }
    return buckets.withLock { buckets in
      if buckets.count > Self.most { buckets.removeAll() }
      var bucket = buckets[caller] ?? Bucket(tokens: burst, seen: now)
      bucket.tokens = min(burst, bucket.tokens + max(0, now - bucket.seen) * perSecond)
      bucket.seen = now
      defer { buckets[caller] = bucket }
      guard bucket.tokens >= 1 else {
        return max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
      }
      bucket.tokens -= 1
      return nil
    }
  }
}
