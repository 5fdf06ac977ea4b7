import Testing

/// Facts of the items.
struct ItemFactsTests {
  private static func one(_ fact: String, _ item: String, _ expected: String) -> FactCase {
    FactCase(fact, of: "items[0]", #"{"items": [\#(item)]}"#, expected)
  }
  private static func all(_ fact: String, _ json: String, _ expected: String) -> FactCase {
    FactCase(fact, json, expected)
  }

  static let cases = [
    one("item.on-chpl", #"{"commodityCode": "8542.31"}"#, "yes"),
    one("item.on-chpl", #"{"commodityCode": "8542"}"#, "unknown"),
    one("item.on-chpl", #"{"commodityCode": "8417.20"}"#, "no"),
    one("item.on-chpl", #"{"description": "oven"}"#, "unknown"),
    one("item.chpl-tier", #"{"commodityCode": "8542.31"}"#, "1"),
    one("item.chpl-tier", #"{"commodityCode": "8417.20"}"#, "none"),
    one("item.iran-uav", #"{"commodityCode": "8407.10"}"#, "yes"),
    one("item.iran-uav", #"{"commodityCode": "8417.20"}"#, "no"),
    one("item.threshold", #"{"description": "ring laser gyro, bias stability 0.05 °/h"}"#, "met"),
    one(
      "item.threshold", #"{"description": "rocket motor, total impulse 820000 N·s"}"#,
      "just-below"),
    one("item.threshold", #"{"description": "deck oven, 3 kW"}"#, "unknown"),
    one("item.missile-goods", #"{"description": "Fibre-optic gyroscope"}"#, "yes"),
    one("item.missile-goods", #"{"description": "Presse isostatique à chaud"}"#, "yes"),
    one("item.missile-goods", #"{"description": "deck oven for bread"}"#, "no"),
    one("item.controlled", #"{"controlCodes": ["7A102"]}"#, "yes"),
    one("item.controlled", #"{"controlCodes": ["EAR99"]}"#, "no"),
    one("item.controlled", #"{"controlCodes": ["0Z999"]}"#, "unknown"),
    one("item.stated-unlisted", #"{"controlCodes": ["not listed"]}"#, "yes"),
    one("item.stated-unlisted", #"{"controlCodes": ["7A102"]}"#, "no"),
    one(
      "item.sensitive",
      #"{"description": "oven", "commodityCode": "8417.20", "controlCodes": ["EAR99"]}"#, "no"),
    one("item.sensitive", #"{"description": "oven", "commodityCode": "8417.20"}"#, "unknown"),
    one("item.sensitive", #"{"commodityCode": "8542.31"}"#, "yes"),
    one("item.vague", #"{"description": "Spare parts and equipment"}"#, "yes"),
    one("item.vague", #"{"description": "Pièces détachées diverses"}"#, "yes"),
    one("item.vague", #"{"description": "Spare parts for pumps"}"#, "no"),
    one(
      "item.price", #"{"value": "2000 EUR", "quantity": "10 pcs", "marketPrice": "100 EUR"}"#, "200"
    ),
    one(
      "item.price", #"{"value": "999.90 EUR", "quantity": "10 pcs", "marketPrice": "100 EUR"}"#,
      "99"),
    one(
      "item.price", #"{"value": "2000 EUR", "quantity": "10 pcs", "marketPrice": "100 USD"}"#,
      "unknown"),
    one(
      "item.price", #"{"value": "2000 EUR", "quantity": "0 pcs", "marketPrice": "100 EUR"}"#,
      "unknown"),
    one("item.spares", #"{"description": "x", "spares": "excessive"}"#, "excessive"),
    one(
      "item.marks-removed", #"{"description": "x", "circumstances": {"marksRemoved": true}}"#, "yes"
    ),
    all(
      "goods.functions",
      #"{"items": [{"description": "stepper motors"}, {"description": "small jet engine"}, {"description": "autopilot"}]}"#,
      "2"),
    all(
      "goods.functions",
      #"{"items": [{"description": "servos"}, {"description": "small jet engine"}, {"description": "autopilot"}]}"#,
      "3"),
    all("goods.functions", #"{"items": [{"description": "oven"}]}"#, "0"),
    all("goods.functions", #"{"items": [{"commodityCode": "8417.20"}]}"#, "unknown"),
    all(
      "goods.kinds",
      #"{"items": [{"description": "flow-forming machine"}, {"description": "acier maraging, barres"}]}"#,
      "production-machine, special-material"),
    all("deal.value", #"{"items": [{"value": "10 EUR"}, {"value": "20.50 EUR"}]}"#, "30"),
    all("deal.value", #"{"items": [{"value": "10 EUR"}, {"description": "x"}]}"#, "unknown"),
    all("deal.value", #"{"items": [{"description": "x"}], "value": "318000 EUR"}"#, "318000"),
    all("deal.value", #"{"items": [{"description": "x"}], "value": "318000 KZT"}"#, "unknown"),
  ]

  @Test(arguments: cases) func `an item, and items together`(_ fact: FactCase) throws {
    try fact.check()
  }
}
