import Foundation
import Listings
package import TradeModel
import Watchlist

/// Loads what is screened with for each day as of which lists and rules are to be read, and holds on
/// to it while it is asked for.
///
/// A class with a lock because the threads of one run share what was loaded.
package final class ScreeningLoader: @unchecked Sendable {
  private let data: DataPlace
  private let setting: ScreeningSetting
  private let on: Day?
  private let notes: ((String) -> Void)?
  private let lock = NSLock()
  /// By the day asked for; their compiled watchlists are mapped, and shared where they are the same.
  private var byDay: [Day: LoadedScreening] = [:]
  private var newest: LoadedScreening?

  /// Days held at once. Lines of one run rarely ask for more; a day beyond is loaded again.
  private static let limit = 16

  /// - Parameters:
  ///   - on: the day screened for, as asked for on the command line.
  ///   - notes: takes lines for people about the lists; `nil` for none.
  package init(
    data: DataPlace, setting: ScreeningSetting, on: Day?, notes: ((String) -> Void)?
  ) {
    self.data = data
    self.setting = setting
    self.on = on
    self.notes = notes
  }

  /// The newest lists and rules.
  package func loaded() throws -> LoadedScreening {
    try lock.withLock {
      if let newest { return newest }
      let inHand = try data.inHand(notes: notes)
      let held = Set(inHand.watchlist.description.snapshots.map(\.list.name))
      let loaded = try LoadedScreening(
        inHand, setting, on: on ?? Day.today,
        notices: ListNotices.today(data, held: held))
      newest = loaded
      return loaded
    }
  }

  /// Lists and rules as they could be known on `day`.
  ///
  /// - Parameter isOfTransaction: the transaction states the day, not the command line.
  package func loaded(asKnownOn day: Day, isOfTransaction: Bool) throws -> LoadedScreening {
    try lock.withLock {
      if let known = byDay[day] { return known }
      guard day <= Day.today else {
        throw Failure(
          .badInput, "nobody can know today what will be known on \(day)",
          help: "leave `knownOn` out, or state a day up to today (UTC)")
      }
      let inHand = try data.inHand(
        asKnownOn: day, isOfTransaction: isOfTransaction, notes: notes)
      let held = Set(inHand.watchlist.description.snapshots.map(\.list.name))
      // Where the day could not be gone back to, the lists are today's with all that is to be said.
      let notices =
        inHand.asKnownOn == nil
        ? try ListNotices.today(data, held: held) : ListNotices.starter(held)
      let loaded = try LoadedScreening(
        inHand, setting, on: on ?? day, notices: notices + inHand.notices)
      if byDay.count >= Self.limit { byDay.removeAll() }
      byDay[day] = loaded
      return loaded
    }
  }
}
