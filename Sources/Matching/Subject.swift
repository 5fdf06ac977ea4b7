public import TradeModel

/// The party being screened, as far as it is known.
public struct Subject: Hashable, Sendable {
  /// `unknown` when not stated: it is then compared with every kind.
  public var kind: PartyKind
  /// As given, in any script; the first is the main one.
  public var names: [String]
  /// Of a person; the best agreement of any counts.
  public var birthDates: [PartialDate] = []
  /// Of an organisation; the building date of a vessel or aircraft.
  public var foundingDates: [PartialDate] = []
  /// ISO 3166 alpha-2 codes of nationality, seat, flag.
  public var countries: [String] = []
  /// As stated.
  public var gender: String?
  /// Compared within their families; a party that carries one is always a candidate.
  public var identifiers: [Identifier] = []
  /// Compared by their words; their countries go into ``countries``.
  public var addresses: [Address] = []
  /// Of a person, as stated.
  public var birthPlaces: [String] = []
  /// Of a vessel, as stated.
  public var tonnage: String?
  /// Of a vessel, as stated.
  public var grossTonnage: String?

  public init(kind: PartyKind, names: [String]) {
    self.kind = kind
    self.names = names
  }
}
