/// What a party is. `unknown` is a value: several lists do not say, and it stays possible.
public enum PartyKind: String, Hashable, Sendable, CaseIterable {
  case person, organisation, vessel, aircraft, unknown
}
