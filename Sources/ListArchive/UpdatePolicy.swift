/// What an update may do without a person's word.
public struct UpdatePolicy: Hashable, Sendable {
  /// The most designations a list may lose at once, in percent of the last snapshot.
  ///
  /// A published list rarely falls by more: the UN list fell by 84 of 946 (8.9 %) on 19 October 2023,
  /// which a person has to look at; its other steps in 2023 lost 0.9 % and less.
  public var shrinkagePercent = 5
  /// The most designations a list may lose at once, whatever its size: 5 % of a list of 20,000 would
  /// be a thousand.
  public var shrinkageRecords = 50
  /// After how many days without a look at the publisher's state a list is called stale. Authorities
  /// publish several times a week and list with effect from the day of publication.
  public var staleAfterDays = 7

  public init() {}

  /// The limits of a list without limits of its own.
  public static let standard = UpdatePolicy()

  /// Whether a list may go from `previous` to `now` designations.
  public func allows(from previous: Int, to now: Int) -> Bool {
    let lost = previous - now
    return lost <= 0 || (lost <= shrinkageRecords && lost * 100 <= previous * shrinkagePercent)
  }
}
