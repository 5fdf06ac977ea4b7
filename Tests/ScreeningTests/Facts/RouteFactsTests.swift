import Testing

/// Facts of the way.
struct RouteFactsTests {
  private static func way(
    _ fact: String, _ legs: String, _ expected: String, more: String = ""
  ) -> FactCase {
    FactCase(
      fact, #"{"items": [{"description": "x"}], "route": {"legs": [\#(legs)]}\#(more)}"#, expected)
  }
  private static let gulf =
    #"{"from": "Marseille, France", "to": "Jebel Ali, United Arab Emirates", "mode": "sea"}, {"from": "Jebel Ali, United Arab Emirates", "to": "Tanger, Morocco", "mode": "sea"}"#
  private static let bishkek =
    #"{"from": "Marseille, France", "to": "Mersin, Türkiye", "mode": "sea"}, {"from": "Mersin, Türkiye", "via": ["Poti, Georgia"], "to": "Bishkek, Kyrgyzstan", "mode": "road"}"#

  static let cases = [
    way("transit.country", bishkek, "TR, GE"),
    way("transit.stops", bishkek, "2"),
    way("transit.country", #"{"from": "Lyon, France", "to": "Almaty, Kazakhstan"}"#, "none"),
    way("transit.stops", #"{"from": "Lyon, France", "to": "Almaty, Kazakhstan"}"#, "0"),
    way(
      "transit.country",
      #"{"from": "Lyon, France", "via": ["somewhere unheard of"], "to": "Almaty, Kazakhstan"}"#,
      "unknown"),
    way("transit.country", #"{"to": "Almaty, Kazakhstan"}"#, "unknown"),
    way("transit.off-path-country", gulf, "AE"),
    way("transit.off-path-country", bishkek, "none"),
    way(
      "transit.off-path-country",
      #"{"from": "Le Havre, France", "via": ["Singapore"], "to": "Shanghai, China", "mode": "sea"}"#,
      "none"),
    way(
      "transit.off-path-country",
      #"{"from": "Paris, France", "via": ["Dubai, United Arab Emirates"], "to": "Dakar, Senegal", "mode": "air"}"#,
      "AE"),
    way(
      "route.length", #"{"from": "Paris, France", "to": "Dakar, Senegal", "mode": "air"}"#, "100"),
    way(
      "route.length",
      #"{"from": "Paris, France", "via": ["Dubai, United Arab Emirates"], "to": "Dakar, Senegal", "mode": "air"}"#,
      "305"),
    way("route.excess", #"{"from": "Paris, France", "to": "Dakar, Senegal", "mode": "air"}"#, "0"),
    way(
      "route.length",
      #"{"from": "Paris, France", "via": ["a place unheard of"], "to": "Dakar, Senegal"}"#,
      "unknown"),
    way("destination.country", "", "KZ", more: #", "destinationCountry": "Kazakhstan""#),
    way(
      "destination.country", "", "AM, UA-CRIMEA",
      more: #", "destinationCountry": "AM", "endUse": {"location": "Simferopol, Crimea"}"#),
    way(
      "destination.country", "", "KE …",
      more: #", "parties": [{"name": "A", "roles": ["end-user"], "countries": ["KE"]}]"#),
    way("destination.country", "", "unknown"),
    way("destination.outside", "", "none", more: #", "destinationCountry": "CA""#),
    way("destination.outside", "", "mtcr", more: #", "destinationCountry": "TW""#),
    way(
      "route.carrier-stated",
      #"{"from": "Lyon, France", "to": "Almaty, Kazakhstan", "carrier": "Example"}"#, "yes"),
    way("route.carrier-stated", #"{"from": "Lyon, France", "to": "Almaty, Kazakhstan"}"#, "no"),
    way("route.carrier-stated", "", "unknown"),
    way("delivery.neighbours", #"{"from": "Lyon, France", "to": "Petropavl, Kazakhstan"}"#, "none"),
    way("delivery.neighbours", #"{"from": "Lyon, France", "to": "Narva, Estonia"}"#, "RU"),
    way("delivery.neighbours", #"{"from": "Lyon, France", "to": "Kazakhstan"}"#, "unknown"),
  ]

  @Test(arguments: cases) func `the way and its length`(_ fact: FactCase) throws {
    try fact.check()
  }

  private static func ship(_ fact: String, _ vessel: String, _ expected: String) -> FactCase {
    FactCase(
      fact, of: "route.legs[0]",
      #"{"items": [{"description": "x"}], "route": {"legs": [{"to": "Sohar, Oman", "date": "2026-05-02", "vessel": \#(vessel)}]}}"#,
      expected)
  }

  static let ships = [
    ship("leg.ais-gap", #"{"name": "S", "aisGap": 48}"#, "48"),
    ship("leg.ais-gap", #"{"name": "S"}"#, "unknown"),
    ship("leg.ship-transfers", #"{"name": "S", "shipTransfers": 0}"#, "0"),
    ship(
      "leg.ship-number", #"{"identifiers": [{"kind": "imo", "value": "IMO 9074729"}]}"#, "sound"),
    ship("leg.ship-number", #"{"identifiers": [{"kind": "imo", "value": "9074728"}]}"#, "wrong"),
    ship("leg.name-changes", #"{"name": "S", "nameChanges": ["2026-01-05", "2019"]}"#, "1"),
    ship("leg.name-changes", #"{"name": "S", "nameChanges": []}"#, "0"),
    ship("leg.name-changes", #"{"name": "S"}"#, "unknown"),
    ship("leg.flag-changes", #"{"name": "S", "flagChanges": ["2025-06", "2026-01"]}"#, "2"),
    ship("leg.flag-changes", #"{"name": "S", "flagChanges": ["2025"]}"#, "unknown"),
    ship("leg.owner-changes", #"{"name": "S", "ownerChanges": ["2026-04-30"]}"#, "1"),
    ship("leg.false-flag", #"{"name": "S", "circumstances": {"falseFlag": true}}"#, "yes"),
    ship(
      "leg.vessel-hit",
      #"{"name": "NOBODY", "identifiers": [{"kind": "imo", "value": "9074729"}]}"#, "yes"),
    ship("leg.vessel-hit", #"{"name": "NOBODY"}"#, "no"),
  ]

  @Test(arguments: ships) func `the ship of a leg`(_ fact: FactCase) throws { try fact.check() }
}
