import Testing
import TradeModel

struct QuantityTests {
  @Test(arguments: [
    ("1.50", "1.5"), ("-0.0", "0"), ("007", "7"), ("1e3", "1000"), ("14.7e6", "14700000"),
    (".5", "0.5"), ("5.", "5"), ("+2", "2"), ("1.2e-3", "0.0012"), ("-12.50", "-12.5"),
    ("123456789012345678901234567890.1", "123456789012345678901234567890.1"),
  ])
  func `reads a decimal number exactly`(text: String, shown: String) {
    #expect(DecimalNumber(text)?.description == shown)
  }

  @Test(arguments: [
    "", ".", "1,500", "1 500", "one", "1e", "1e99999", "--1", "0x10", "1.2.3", "٣", "e5",
  ])
  func `refuses what means two things or nothing`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `orders numbers by value`() {
    let ordered = [
      "-10", "-9.99", "-1e-3", "0", "0.0009", "0.001", "0.05", "0.5", "1", "9.99", "10",
    ]
    .compactMap { DecimalNumber($0) }
    #expect(ordered.count == 11)
    #expect(ordered.shuffled().sorted() == ordered)
    #expect(DecimalNumber("1.50") == DecimalNumber("1.5"))
    #expect(DecimalNumber("1.50")?.hashValue == DecimalNumber("15e-1")?.hashValue)
  }

  @Test(arguments: [
    ("kg", "kg"), ("Kilograms", "kg"), ("pcs", "1"), ("pièces", "1"), ("μm", "µm"), ("mW", "mW"),
    ("MW", "MW"), ("deg/h", "°/h"), ("°/hr", "°/h"), ("Ω", "Ω"), ("tonnes", "t"), ("L", "l"),
  ])
  func `reads a unit by symbol or word`(text: String, symbol: String) {
    #expect(Unit(reading: text)?.symbol == symbol)
  }

  @Test func `keeps an unknown unit as text`() {
    let quantity = Quantity(text: "12", unitText: "buckets")
    #expect(quantity.unit == nil)
    #expect(quantity.unitText == "buckets")
    #expect(quantity.description == "12 buckets")
  }

  @Test(arguments: [
    ("25", 2500...2500), ("25.5 %", 2550...2550), ("33,4%", 3340...3340), ("25-50 %", 2500...5000),
    (">50", 5001...10000), ("more than 50 %", 5001...10000), ("plus de 50 %", 5001...10000),
    (">= 50", 5000...10000), ("less than 25%", 0...2499), ("<=10", 0...1000),
    ("100", 10000...10000),
    ("25% to 50%", 2500...5000), ("0", 0...0),
  ])
  func `reads a share as an interval`(text: String, hundredths: ClosedRange<Int>) {
    #expect(Share(text).hundredths == hundredths)
  }

  @Test(arguments: [
    "about half", "101", "100.01", "50-25", "", "%", "-5", ">100", "<0", "1.234", "ten",
  ])
  func `keeps an unreadable share as text`(text: String) {
    #expect(Share(text).hundredths == nil)
    #expect(Share(text).text == text)
  }

  @Test func `reads every role by its code and the common words`() {
    for role in PartyRole.allCases { #expect(PartyRole(reading: role.rawValue) == role) }
    #expect(PartyRole(reading: "End User") == .endUser)
    #expect(PartyRole(reading: "ULTIMATE_CONSIGNEE") == .ultimateConsignee)
    #expect(PartyRole(reading: "transitaire") == .forwarder)
    #expect(PartyRole(reading: "mystery guest") == nil)
  }
}
