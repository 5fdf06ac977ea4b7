public import FileFormats
public import Listings
public import TradeModel

/// The life of one designation over the kept states of its list: listed, changed by field, delisted,
/// listed again.
public struct DesignationHistory: Hashable, Sendable {
  /// What became of it between two neighbouring states.
  public enum Step: String, Hashable, Sendable {
    case listed, changed, delisted
    case listedAgain = "listed-again"
  }

  /// A state in which it differs from the state before.
  public struct Event: Hashable, Sendable {
    /// What happened.
    public let step: Step
    /// The state that shows it.
    public let state: SnapshotRecord
    /// The day of the state before, in which it was not so yet; `nil` for the first state held.
    public let previous: Day?
    /// The display name, the last one once it is delisted.
    public let name: String
    /// When the authority listed it, by its own statement.
    public let listedOn: [String]
    /// For a change, and for a new listing after a delisting what differs from the time before.
    public let changes: [FieldChange]
  }

  /// The designation's id.
  public let id: DesignationID
  /// The days of the states that were read, in order.
  public let days: [Day]
  /// In order; empty when it is in none of them.
  public let events: [Event]

  /// The runs of days between two states, for which nothing is held: what a state shows for the first
  /// time became so on one of the days before it.
  public var gaps: [ClosedRange<Day>] {
    zip(days, days.dropFirst()).compactMap { one, other in
      guard let first = Day(daysSince1970: one.daysSince1970 + 1),
        let last = Day(daysSince1970: other.daysSince1970 - 1), first <= last
      else { return nil }
      return first...last
    }
  }

  /// One object with everything.
  public var json: JSONValue {
    .members([
      "id": .string(id.description), "list": .string(id.list.name),
      "states": .array(days.map { .string($0.iso) }),
      "events": .array(
        events.map { event in
          .members([
            "event": .string(event.step.rawValue),
            "published": .string(event.state.published.iso),
            "not_before": event.previous.map { .string($0.iso) },
            "snapshot": .string(event.state.name), "sha256": .string(event.state.digest.hex),
            "name": .string(event.name), "listed_on": .strings(event.listedOn),
            "fields": event.changes.isEmpty
              ? nil
              : .array(
                event.changes.map {
                  .members([
                    "field": .string($0.field), "before": .array($0.removed),
                    "after": .array($0.added),
                  ])
                }),
          ])
        }),
      "gaps": .array(
        gaps.map {
          .members(["from": .string($0.lowerBound.iso), "to": .string($0.upperBound.iso)])
        }),
    ])
  }
}

extension SnapshotArchive {
  /// Follows the designation through the kept states of its list.
  ///
  /// - Parameters:
  ///   - day: the last day to look at; `nil` for all states.
  ///   - progress: gets how many states were read, of how many.
  /// - Complexity: O(*n*) in the bytes of all states, which are read one at a time.
  public func history(
    of id: DesignationID, asKnownOn day: Day? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> DesignationHistory {
    let states = try snapshots(of: id.list).filter { state in
      day.map { state.published <= $0 } ?? true
    }
    var events: [DesignationHistory.Event] = []
    var last: [Designation] = []
    var isListed = false
    for (index, state) in states.enumerated() {
      var found: [Designation] = []
      try read(state) { if $0.id.isRecord(of: id) { found.append($0) } }
      progress(index + 1, states.count)
      let step: DesignationHistory.Step? =
        switch (isListed, found.isEmpty) {
        case (false, false): last.isEmpty ? .listed : .listedAgain
        case (true, true): .delisted
        case (true, false): .changed
        case (false, true): nil
        }
      guard let step else { continue }
      let changes =
        last.isEmpty || found.isEmpty
        ? [] : SnapshotDifference(from: last, to: found).changed.flatMap(\.fields)
      isListed = !found.isEmpty
      if isListed { last = found }
      if step == .changed, changes.isEmpty { continue }
      events.append(
        DesignationHistory.Event(
          step: step, state: state, previous: index > 0 ? states[index - 1].published : nil,
          name: last[0].displayName, listedOn: last[0].listedOn.map(\.text), changes: changes))
    }
    return DesignationHistory(id: id, days: states.map(\.published), events: events)
  }

  /// The designations one of whose names has all `words`, by id, each with its last name.
  ///
  /// - Parameters:
  ///   - day: the lists as they could be known then; `nil` for today.
  ///   - isWhole: all states up to that day, so that delisted ones are found too.
  ///   - progress: gets how many states were read, of how many.
  /// - Complexity: O(*n*) in the bytes of the states read.
  public func designations(
    named words: [String], asKnownOn day: Day?, inHistory isWhole: Bool,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [(id: DesignationID, name: String)] {
    let states = try lists.flatMap { list in
      isWhole
        ? try snapshots(of: list).filter { state in day.map { state.published <= $0 } ?? true }
        : [try snapshot(of: list, asKnownOn: day)].compactMap(\.self)
    }
    var found: [DesignationID: String] = [:]
    for (index, state) in states.enumerated() {
      try read(state) { designation in
        let isNamed = designation.names.contains { name in
          let held = Set(name.text.foldedWords)
          return words.allSatisfy(held.contains)
        }
        if isNamed { found[designation.id] = designation.displayName }
      }
      progress(index + 1, states.count)
    }
    return found.sorted { $0.key < $1.key }.map { (id: $0.key, name: $0.value) }
  }
}

extension DesignationID {
  /// Whether this is `id`, or a further record under it: `123#2` under `123`.
  fileprivate func isRecord(of id: DesignationID) -> Bool {
    guard list == id.list, key.hasPrefix(id.key) else { return false }
    let rest = key.utf8.dropFirst(id.key.utf8.count)
    guard let sign = rest.first else { return true }
    return sign == UInt8(ascii: "#") && rest.count > 1
      && rest.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
