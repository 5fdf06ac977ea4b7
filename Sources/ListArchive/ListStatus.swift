public import FileFormats
public import Listings
public import TradeModel

/// How a list stands in the archive: what serves, how old it is, what was last refused.
public struct ListStatus: Hashable, Sendable {
  /// The list's id.
  public let list: ListID
  /// The snapshot that serves; `nil` when none was taken yet.
  public let current: SnapshotRecord?
  /// How many are kept, the serving one included.
  public let snapshots: Int
  /// When the list was last found to be as its publisher has it.
  public let checked: Timestamp?
  /// The last refusal after the serving snapshot was received.
  public let refusal: Refusal?
  /// Days since the serving snapshot was published.
  public let ageInDays: Int?
  /// Days since the serving snapshot is known to be what the publisher has: the day on which the
  /// publisher was last asked, or else the day of publication.
  public let daysSinceCheck: Int?
  /// Nobody has looked for longer than the policy allows.
  public let isStale: Bool

  /// The status for `lists status --report json`.
  public var json: JSONValue {
    .members([
      "list": .string(list.name),
      "published": current.map { .string($0.published.iso) },
      "published_from": current.map { .string($0.publishedFrom.rawValue) },
      "age_days": ageInDays.map { .int($0) },
      "received": current.map { .string($0.received.description) },
      "checked": checked.map { .string($0.description) },
      "days_since_check": daysSinceCheck.map { .int($0) },
      "stale": .bool(isStale),
      "designations": current.map { .int($0.designations) },
      "issues": current.map { .int($0.issues) },
      "sha256": current.map { .string($0.digest.hex) },
      "snapshot": current.map { .string($0.name) },
      "snapshots": .int(snapshots),
      "overrides": current.flatMap {
        $0.overrides.isEmpty
          ? nil
          : .array(
            $0.overrides.map {
              .members([
                "problem": .string($0.problem.rawValue), "reason": .string($0.reason),
              ])
            })
      },
      "last_refusal": refusal?.json,
    ])
  }

  /// The age in words: `of 2023-11-01, 12 days old`; every answer that uses the list says it.
  public var age: String {
    guard let current, let ageInDays else { return "never imported" }
    let source = current.publishedFrom == .received ? "received" : "of"
    let days = ageInDays == 1 ? "1 day old" : "\(ageInDays) days old"
    return "\(source) \(current.published), \(ageInDays < 0 ? "dated in the future" : days)"
  }
}

extension SnapshotArchive {
  /// How `list` stands on the day of `now`.
  public func status(of list: ListID, now: Timestamp) throws -> ListStatus {
    let current = try current(of: list)
    // The starter list comes with the program: nobody looks at a publisher for it.
    let isStarter = ListCatalogue.list(list)?.formats == [.starter]
    let checked = try checked(list)
    let refusal = try refusals(of: list).last
    let today = now.day.daysSince1970
    let sinceCheck = current.map { current in
      today - max(current.published, checked?.day ?? current.published).daysSince1970
    }
    // A refused file that a person then accepted is the serving one: nothing is open.
    let isOpen =
      current.map { kept in
        refusal.map { $0.at >= kept.received && $0.sha256 != kept.digest } ?? false
      } ?? true
    return ListStatus(
      list: list, current: current, snapshots: try snapshots(of: list).count, checked: checked,
      refusal: isOpen ? refusal : nil,
      ageInDays: current.map { today - $0.published.daysSince1970 },
      daysSinceCheck: sinceCheck,
      isStale: current != nil && !isStarter
        && (sinceCheck ?? Int.max) > policy(for: list).staleAfterDays)
  }

  /// How every list stands, by id.
  public func statuses(now: Timestamp) throws -> [ListStatus] {
    try lists.map { try status(of: $0, now: now) }
  }
}
