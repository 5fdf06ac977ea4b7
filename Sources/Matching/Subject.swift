public import TradeModel

/// The party being screened, as far as it is known.
public struct Subject: Hashable, Sendable {
  public var kind: PartyKind
  /// As given, in any script; the first is the main one.
  public var names: [String]
  public var birthDates: [PartialDate] = []
  public var foundingDates: [PartialDate] = []
  /// ISO 3166 alpha-2 codes of nationality, seat, flag.
  public var countries: [String] = []
  public var gender: String?
  public var identifiers: [Identifier] = []
  public var addresses: [Address] = []

  public init(kind: PartyKind, names: [String]) {
    self.kind = kind
    self.names = names
  }
}
