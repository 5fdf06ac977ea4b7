/// All that is known of how one party stands above another.
public struct OwnershipLink: Hashable, Sendable {
  /// What an unstated share may be, in hundredths of a percent.
  public static let unstated = 0...10_000

  /// The number of the party that holds.
  public let owner: Int
  /// The number of the party that is held.
  public let owned: Int
  /// In hundredths of a percent; `0...0` where the link is no holding.
  public let share: ClosedRange<Int>
  /// Whether there is control apart from shares.
  public let control: Standing
  /// Whether the shares are under a joint arrangement with the other joint shares of the same party.
  public let isJoint: Bool

  public init(
    owner: Int, owned: Int, share: ClosedRange<Int>, control: Standing = .no, isJoint: Bool = false
  ) {
    self.owner = owner
    self.owned = owned
    self.share = share.clamped(to: Self.unstated)
    self.control = control
    self.isJoint = isJoint
  }
}
