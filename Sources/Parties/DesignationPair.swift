public import Listings

/// Two designations, in either order. A person's word that they are not of one party.
public struct DesignationPair: Hashable, Sendable, Comparable {
  /// The smaller of the two.
  public let first: DesignationID
  /// The greater of the two.
  public let second: DesignationID

  /// Makes the same pair in whichever order the two are given.
  public init(_ one: DesignationID, _ other: DesignationID) {
    first = min(one, other)
    second = max(one, other)
  }

  public static func < (lhs: DesignationPair, rhs: DesignationPair) -> Bool {
    (lhs.first, lhs.second) < (rhs.first, rhs.second)
  }
}

/// A join that a contradiction or a person's word forbade.
public struct BlockedJoin: Hashable, Sendable {
  /// Why two records cannot be of one party.
  public enum Contradiction: String, Hashable, Sendable {
    /// One is a person and the other a vessel, say.
    case kinds
    /// Two ships' numbers.
    case shipNumbers = "ship-numbers"
    /// Birth dates known to the day, none of them equal and none left open.
    case birthDates = "birth-dates"
    /// A person undid the join.
    case undone
  }

  /// The join as it would have been made.
  public let join: Join
  /// Why it was not made.
  public let contradiction: Contradiction
}
