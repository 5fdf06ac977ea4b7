import Foundation
import Synchronization

/// Runs work beside the event loop, a few pieces at a time and so many waiting at most.
final class WorkQueue: Sendable {
  private let queue: OperationQueue
  private let waiting = Mutex(0)
  private let most: Int

  /// - Parameter most: pieces in hand and waiting; more are refused at once.
  init(threads: Int, most: Int) {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = threads
    self.most = most
  }

  /// - Throws: a ``Problem`` of status 503 when too much is waiting.
  func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws -> Result {
    let isTaken = waiting.withLock { count in
      if count >= most { return false }
      count += 1
      return true
    }
    guard isTaken else {
      var problem = Problem(503, "busy", "more is waiting than can be answered soon")
      problem.retryAfter = 1
      throw problem
    }
    defer { waiting.withLock { $0 -= 1 } }
    return await withCheckedContinuation { continuation in
      queue.addOperation { continuation.resume(returning: work()) }
    }
  }
}
