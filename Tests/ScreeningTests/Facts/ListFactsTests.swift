import Testing

/// Facts that list hits and the watchlist give.
struct ListFactsTests {
  private static func one(_ fact: String, _ party: String, _ expected: String) -> FactCase {
    FactCase(fact, of: "parties[0]", #"{"parties": [\#(party)]}"#, expected)
  }
  private static let listed = #"{"name": "Varteshol Briganzan Industries"}"#

  static let cases = [
    one("party.hit", listed, "exact"),
    one("party.hit", #"{"name": "Vartesholl Briganzan Industries"}"#, "similar"),
    one("party.hit", #"{"name": "Boulangerie Exemple"}"#, "none"),
    one("party.hit", #"{"addresses": ["Lyon, France"]}"#, "unknown"),
    one("party.hit-effects", listed, "sanctions"),
    one("party.hit-effects", #"{"name": "Grusel Olbriten Mechanics"}"#, "unverified-list"),
    one("party.hit-effects", #"{"name": "Dulomir Kazanport Optronics"}"#, "entity-list"),
    one("party.hit-programmes", listed, "“INVENTED”"),
    one("party.listed-owner", #"{"name": "A", "owners": [\#(listed)]}"#, "yes"),
    one("party.listed-owner", #"{"name": "A", "owners": [{"name": "Boulangerie Exemple"}]}"#, "no"),
    one("party.listed-owner", #"{"name": "A"}"#, "unknown"),
    one("party.hit", #"{"name": "A", "owners": [\#(listed)]}"#, "none"),
    one(
      "party.listed-officer", #"{"name": "A", "officers": [{"name": "Roksana Velmontari"}]}"#, "yes"
    ),
    one("party.listed-officer", #"{"name": "A"}"#, "unknown"),
    one(
      "party.listed-share",
      #"{"name": "A", "owners": [{"name": "Varteshol Briganzan Industries", "share": "30-40 %"}, {"name": "Pelugar Horminsel Trust", "share": "25 %"}, {"name": "Bakery", "share": "30 %"}]}"#,
      "55"),
    one(
      "party.listed-share",
      #"{"name": "A", "owners": [{"name": "Varteshol Briganzan Industries"}]}"#, "unknown"),
    one("party.listed-share", #"{"name": "A", "owners": [{"name": "Bakery"}]}"#, "0"),
    one("party.shared-with-listed", #"{"name": "A", "phones": ["+98 21 5550 1999"]}"#, "phone"),
    one("party.shared-with-listed", #"{"name": "A", "phones": ["+98 21 5550 1998"]}"#, "none"),
    one(
      "party.shared-with-listed",
      #"{"name": "Hespilan Corvatide Agency", "phones": ["+98 21 5550 1999"]}"#, "none"),
    one("party.shared-with-listed", #"{"name": "A"}"#, "unknown"),
    FactCase(
      "party.shared-with-listed", of: "parties[1]",
      #"{"parties": [{"name": "Hespilan Corvatide Agency"}, {"name": "B", "addresses": ["77 Corundum Street, Block 4, Tehran"]}]}"#,
      "address"),
    FactCase(
      "party.shared-with-listed", of: "parties[1]",
      #"{"parties": [{"name": "Hespilan Corvatide Agency"}, {"name": "B", "addresses": ["79 Corundum Street, Block 4, Tehran"]}]}"#,
      "none"),
    one(
      "party.at-listed-address", #"{"name": "A", "addresses": ["77 Corundum Street, Tehran"]}"#,
      "no"),
    one(
      "party.at-listed-address",
      #"{"name": "A", "addresses": ["12 Feldspar Rd, Muscat, Oman"]}"#, "yes"),
    one("party.at-listed-address", #"{"name": "A", "addresses": ["Muscat, Oman"]}"#, "unknown"),
    one("party.at-listed-address", #"{"name": "A"}"#, "unknown"),
    // Nothing else points to the listed party.
    one(
      "party.shared-with-listed",
      #"{"name": "B", "addresses": ["77 Corundum Street, Tehran, Iran"]}"#, "address"),
    one(
      "party.shared-with-listed",
      #"{"name": "B", "addresses": ["79 Corundum Street, Tehran, Iran"]}"#, "none"),
    one(
      "party.shared-with-listed",
      #"{"name": "Hespilan Corvatide Agency", "addresses": ["77 Corundum Street, Tehran"]}"#,
      "none"),
    one(
      "party.change-near-listing",
      #"{"name": "Hespilan Corvatide Agency", "ownershipChanges": ["2024-04-20"]}"#, "yes"),
    one(
      "party.change-near-listing",
      #"{"name": "Hespilan Corvatide Agency", "ownershipChanges": ["2022-04-20"]}"#, "no"),
    one(
      "party.change-near-listing", #"{"name": "A", "ownershipChanges": ["2022-04-20"]}"#, "unknown"),
    one("party.change-near-listing", #"{"name": "A", "ownershipChanges": []}"#, "no"),
  ]

  @Test(arguments: cases) func `lists and what they share`(_ fact: FactCase) throws {
    try fact.check()
  }
}
