public import Listings
public import TradeModel

/// The stable name of a listed party: that of the smallest designation ever joined into it.
///
/// It survives updates: joining another designation keeps the older id, and the ids that went before
/// stay findable.
public struct ListedPartyID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// A designation's id: `us.ofac.sdn/12345`.
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (lhs: ListedPartyID, rhs: ListedPartyID) -> Bool { lhs.text < rhs.text }
}

/// Designations held to be of one party, with the reason for each join.
public struct ListedParty: Hashable, Sendable, Identifiable {
  /// Stable across updates.
  public let id: ListedPartyID
  /// The kind all designations agree on; those that do not know do not count. `unknown` otherwise.
  public let kind: PartyKind
  /// By id.
  public let designations: [Designation]
  /// Why they are held to be one; empty for a single designation.
  public let joins: [Join]

  public init(id: ListedPartyID, kind: PartyKind, designations: [Designation], joins: [Join]) {
    self.id = id
    self.kind = kind
    self.designations = designations
    self.joins = joins
  }
}

/// One reason to hold two designations to be of one party. It can be undone by a person.
public struct Join: Hashable, Sendable {
  /// Why two designations are held to be of one party.
  public enum Reason: Hashable, Sendable {
    /// Both carry the same strong identifier.
    case sharedIdentifier(Identifier.Kind, String)
    /// Same kind, same name in full, same birth or founding date to the day.
    case sameNameAndDate(name: String, date: String)
    /// The publishers say so: a list that repeats another's key.
    case publishersKey(String)
  }

  /// The one that stood for its set.
  public let first: DesignationID
  /// The one that was joined to it.
  public let second: DesignationID
  /// Why they are held to be one.
  public let reason: Reason

  public init(first: DesignationID, second: DesignationID, reason: Reason) {
    self.first = first
    self.second = second
    self.reason = reason
  }
}
