import FileFormats
import Foundation
package import Matching
package import Rescreening
package import SQLiteStore
import Synchronization

/// Finds the hits of many parties on several threads, each with a finder of its own.
///
/// A class that is shared between threads: a finder is used by one of them at a time, a place of the
/// answers is written by one of them.
package final class HitWorkers: @unchecked Sendable {
  private let finders: [HitFinder]

  package init(threads: Int, _ finder: () -> HitFinder) {
    finders = (0..<max(1, threads)).map { _ in finder() }
  }

  /// The hits of each party, in their order.
  package func hits(_ parties: [PortfolioStore.StoredParty]) throws -> [[PortfolioHit]] {
    let answers = Answers(parties.count)
    let next = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(finders.count, max(1, parties.count))) {
      worker in
      let finder = self.finders[worker]
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < parties.count else { return }
        do {
          answers[place] = finder.hits(for: try Self.subject(of: parties[place]))
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return answers.taken
  }

  package static func subject(of party: PortfolioStore.StoredParty) throws -> Subject {
    guard let json = try? JSONParser.parse(party.record), let read = try? PortfolioParty(json)
    else {
      throw Failure(
        .badInput, "the record of a party of the portfolio cannot be read",
        help: "import the portfolio again, or restore the store from a backup")
    }
    return read.subject
  }

  /// A place for each answer; a class because the threads write into it, each at places of its own.
  private final class Answers: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<[PortfolioHit]>

    init(_ count: Int) {
      places = .allocate(capacity: count)
      places.initialize(repeating: [])
    }

    deinit {
      places.deinitialize()
      places.deallocate()
    }

    subscript(place: Int) -> [PortfolioHit] {
      get { places[place] }
      set { places[place] = newValue }
    }

    var taken: [[PortfolioHit]] { Array(places) }
  }
}
