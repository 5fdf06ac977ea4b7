import Testing

/// Facts of earlier deals.
struct HistoryFactsTests {
  /// A deal of 2 March 2026 by Maker (France) for Mill (Kazakhstan), in goods of tier 1.
  private static func past(
    _ fact: String, _ history: String, _ expected: String, whole: Bool = false,
    code: String = "8542.31"
  ) -> FactCase {
    FactCase(
      fact,
      #"{"parties": [{"name": "Maker", "roles": ["exporter"], "countries": ["FR"]}, {"name": "Mill", "roles": ["purchaser", "end-user"], "countries": ["KZ"], "phones": ["+7 727 111 11 11"], "owners": [{"name": "Holder"}]}], "items": [{"description": "x", "commodityCode": "\#(code)", "quantity": "500 pcs", "value": "400 EUR"}], "destinationCountry": "KZ", "dates": {"ordered": "2026-03-02"}, "history": [\#(history)]\#(whole ? #", "historyComplete": true"# : "")}"#,
      expected)
  }
  private static func deal(
    _ date: String, buyer: String = #""Mill""#, seller: String = "Maker", code: String = "8542.31",
    value: String = "100 EUR", more: String = ""
  ) -> String {
    #"{"date": "\#(date)", "buyer": \#(buyer), "seller": "\#(seller)", "commodityCode": "\#(code)", "value": "\#(value)"\#(more)}"#
  }
  private static let old = #"{"name": "Old Mill", "phones": ["+7 727 111 11 11"]}"#
  private static let other = #"{"name": "Stranger", "phones": ["+44 20 2222 2222"]}"#
  private static let kin = #"{"name": "Kin", "owners": [{"name": "holder"}]}"#

  static let buyers = [
    past("history.complete", "", "yes", whole: true),
    past("history.complete", "", "unknown"),
    past("history.buyer-first-deal", "", "yes", whole: true),
    past("history.buyer-first-deal", "", "unknown"),
    past("history.buyer-first-deal", deal("2020"), "no"),
    past("history.buyer-first-deal", deal("2020", more: #", "status": "enquiry""#), "unknown"),
    past("history.buyer-deals", deal("2020") + "," + deal("2021"), "2"),
    past("history.buyer-suppliers", deal("2020") + "," + deal("2021", seller: "Other"), "2"),
    past("history.successor", deal("2025-01", buyer: old), "yes"),
    past("history.successor", deal("2025-01", buyer: kin), "yes"),
    past("history.successor", deal("2025-01", buyer: old) + "," + deal("2024-01"), "no"),
    past("history.successor", deal("2025-01", buyer: #""Stranger""#), "unknown"),
    past("history.successor", deal("2025-01", buyer: #""Stranger""#), "unknown", whole: true),
    past("history.successor", deal("2025-01", buyer: other), "no", whole: true),
    past(
      "history.buyer-past-destination", deal("2020", more: #", "destination": "Russia""#), "RU …"),
    past(
      "history.buyer-past-destination", deal("2020", buyer: old, more: #", "destination": "BY""#),
      "BY", whole: true),
    past("history.buyer-past-destination", deal("2020"), "unknown"),
    past("history.first-listed-goods", "", "yes", whole: true),
    past("history.first-listed-goods", "", "unknown"),
    past("history.first-listed-goods", deal("2021"), "no"),
    past("history.first-listed-goods", deal("2023"), "yes", whole: true),
    past("history.first-listed-goods", deal("2021", code: "8417.20"), "yes", whole: true),
    past("history.first-listed-goods", deal("2022"), "unknown"),
    past("history.first-listed-goods", "", "no", whole: true, code: "8417.20"),
    past("history.first-tier-1-2", deal("2021", code: "8482.10"), "yes", whole: true),
    past("history.first-tier-1-2", deal("2021"), "no"),
    past("history.growth", deal("2024-06-01"), "300"),
    past("history.growth", deal("2024-06-01") + "," + deal("2025-06-01"), "400"),
    past("history.growth", deal("2025-06-01"), "unknown"),
    past("history.growth", deal("2024-06-01", value: "100 USD"), "unknown"),
    past(
      "history.enquired-suppliers",
      deal("2026-02-01", more: #", "status": "enquiry""#) + ","
        + deal("2026-02-03", seller: "Other", more: #", "status": "enquiry""#), "2"),
    past("history.enquired-suppliers", deal("2024-02-01", more: #", "status": "enquiry""#), "0"),
    past(
      "history.refused-before", deal("2025", buyer: old, more: #", "status": "refused""#), "yes"),
    past(
      "history.refused-before",
      deal("2025", buyer: #""Stranger""#, more: #", "status": "refused", "quantity": "500 pcs""#),
      "yes"),
    past(
      "history.refused-before",
      deal("2025", buyer: #""Stranger""#, more: #", "status": "refused""#), "unknown",
      whole: true),
    past(
      "history.refused-before", deal("2025", buyer: other, more: #", "status": "refused""#), "no",
      whole: true),
    past(
      "history.refused-before", deal("2025", more: #", "status": "refused""#), "no", whole: true),
    past("history.refused-before", deal("2025", more: #", "status": "refused""#), "unknown"),
  ]

  @Test(arguments: buyers) func `the buyer before this deal`(_ fact: FactCase) throws {
    try fact.check()
  }

  static let goods = [
    past(
      "history.seller-past-destination",
      deal("2020", buyer: #""Z""#, more: #", "destination": "RU""#), "RU …"),
    past(
      "history.seller-past-destination",
      deal("2020", buyer: #""Z""#, seller: "Other", more: #", "destination": "RU""#), "none",
      whole: true),
    past(
      "history.new-destination", deal("2020", more: #", "destination": "RU""#), "yes", whole: true),
    past("history.new-destination", deal("2020", more: #", "destination": "RU""#), "unknown"),
    past("history.new-destination", deal("2020", more: #", "destination": "KZ""#), "no"),
    past(
      "history.deals-in-year",
      deal("2025-06-01", buyer: #""Z""#) + "," + deal("2020", buyer: #""Y""#), "2"),
    past("history.new-buyer-share", deal("2025-06-01", buyer: #""Z""#) + "," + deal("2020"), "50"),
    past("history.new-buyer-share", deal("2025-06-01", buyer: #""Z""#), "100"),
    past(
      "history.orders-in-month",
      deal("2026-02-20") + "," + deal("2026-02-10") + "," + deal("2025-12-01"), "3"),
    past("history.orders-in-month", deal("2026-02-20", code: "8417.20"), "1"),
    past(
      "history.payer-suppliers",
      deal("2025-06-01", more: #", "payer": "P""#) + ","
        + deal("2025-06-20", seller: "B", more: #", "payer": "p""#) + ","
        + deal("2025-07-01", seller: "C", more: #", "payer": "P""#), "3"),
    past(
      "history.payer-suppliers",
      deal("2025-01-01", more: #", "payer": "P""#) + ","
        + deal("2025-12-20", seller: "B", more: #", "payer": "P""#), "1"),
    past("history.payer-suppliers", deal("2025-01-01"), "unknown"),
  ]

  @Test(arguments: goods) func `the same goods before this deal`(_ fact: FactCase) throws {
    try fact.check()
  }
}
