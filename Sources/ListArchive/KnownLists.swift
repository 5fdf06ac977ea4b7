public import Listings
public import TradeModel

/// A list of which no state of the day asked for is held: it cannot be screened as known on that day.
public struct AbsentList: Hashable, Sendable {
  /// The list's id.
  public let list: ListID
  /// The day of the first state that is held; always after the day asked for.
  public let earliest: Day

  public init(list: ListID, earliest: Day) {
    self.list = list
    self.earliest = earliest
  }
}

/// The lists as they could be known on a day: of each the last state published on or before it.
public struct KnownLists: Hashable, Sendable {
  /// The day asked for.
  public let day: Day
  /// By list.
  public let snapshots: [SnapshotRecord]
  /// Lists that are held, but in no state of that day; by list.
  public let absent: [AbsentList]
}

extension SnapshotArchive {
  /// The last state of `list` published on or before `day`; for `nil`, the one that serves.
  ///
  /// Of several states of one day, the one received last.
  public func snapshot(of list: ListID, asKnownOn day: Day?) throws -> SnapshotRecord? {
    guard let day else { return try current(of: list) }
    return try snapshots(of: list).last { $0.published <= day }
  }

  /// The states of all lists held, as they could be known on `day`.
  ///
  /// - Complexity: reads the record of every kept snapshot, none of their content.
  public func lists(asKnownOn day: Day) throws -> KnownLists {
    var known: [SnapshotRecord] = []
    var absent: [AbsentList] = []
    for list in lists {
      let snapshots = try snapshots(of: list)
      if let last = snapshots.last(where: { $0.published <= day }) {
        known.append(last)
      } else if let first = snapshots.first {
        absent.append(AbsentList(list: list, earliest: first.published))
      }
    }
    return KnownLists(day: day, snapshots: known, absent: absent)
  }

  /// The snapshot that `text` names among those known on `day`; `current` is the last of them.
  ///
  /// - Throws: `input` when there is none or more than one.
  public func snapshot(
    _ text: String, of list: ListID, asKnownOn day: Day?
  ) throws -> SnapshotRecord {
    guard let day else { return try snapshot(text, of: list) }
    if text == "current" {
      if let known = try snapshot(of: list, asKnownOn: day) { return known }
      throw ArchiveError(
        .input, "no state of `\(list)` is held for \(day)",
        help: "`quivive lists show \(list) --history` tells which states are held")
    }
    let found = try snapshot(text, of: list)
    guard found.published <= day else {
      throw ArchiveError(
        .input, "the state of \(found.published) of `\(list)` was not known on \(day)",
        help: "name an earlier state, or a later day")
    }
    return found
  }
}
