/// The way of the items: one or more legs in order.
public struct Route: Hashable, Sendable {
  /// In the order of the way.
  public let legs: [Leg]
  /// Delivery terms as stated: `DAP Almaty`, `FCA Lyon`.
  public let terms: String?

  public init(legs: [Leg] = [], terms: String? = nil) {
    self.legs = legs
    self.terms = terms
  }

  /// Every place of the way as written, in order, without immediate repeats.
  public var places: [String] {
    legs.flatMap { [$0.from].compactMap(\.self) + $0.via + [$0.to].compactMap(\.self) }
      .reduce(into: []) { places, place in if places.last != place { places.append(place) } }
  }
}

/// One part of a route, from a place to a place with one carrier.
public struct Leg: Hashable, Sendable {
  /// Places as written: a country, a port, an address.
  public let from: String?
  /// Where the leg ends, as written.
  public let to: String?
  /// Places of transhipment or transit on the way, in order.
  public let via: [String]
  /// Sea, air, road, rail, post; as written.
  public let mode: String?
  /// The name of the carrier as written; it is screened.
  public let carrier: String?
  /// The ship or aircraft; it is screened.
  public let vessel: CarryingVessel?
  /// Of departure, as stated.
  public let date: PartialDate?

  public init(
    from: String? = nil, to: String? = nil, via: [String] = [], mode: String? = nil,
    carrier: String? = nil, vessel: CarryingVessel? = nil, date: PartialDate? = nil
  ) {
    self.from = from
    self.to = to
    self.via = via
    self.mode = mode
    self.carrier = carrier
    self.vessel = vessel
    self.date = date
  }
}

/// The ship or aircraft named for a leg.
///
/// A ship's name and flag change easily; its IMO number stays.
public struct CarryingVessel: Hashable, Sendable {
  /// As written; `nil` when only a number is known.
  public let name: String?
  /// As written.
  public let flag: String?
  /// IMO number, MMSI, call sign, tail number.
  public let identifiers: [Identifier]
  /// What the writer says of it in fixed words.
  public var circumstances = Circumstances<VesselCircumstance>()
  /// The longest time without a signal of its position, in hours.
  public var aisGap: Int?
  /// How often cargo was moved to or from another ship at sea on the voyage.
  public var shipTransfers: Int?
  /// Days of change; `nil` when nothing is said, empty when there were none.
  public var nameChanges: [PartialDate]?
  /// Days of change; `nil` when nothing is said, empty when there were none.
  public var flagChanges: [PartialDate]?
  /// Days of change of owner or manager; `nil` when nothing is said, empty when there were none.
  public var ownerChanges: [PartialDate]?

  public init(name: String? = nil, flag: String? = nil, identifiers: [Identifier] = []) {
    self.name = name
    self.flag = flag
    self.identifiers = identifiers
  }
}
