import GoodsControls
import Testing

struct CommodityCodeTests {
  @Test(arguments: [
    ("8457.10.10", "84571010"), ("8457 10", "845710"), ("84.57", "8457"), ("84", "84"),
    (" 8542.31.00.10 ", "8542310010"), ("8542-31", "854231"), ("8457\u{A0}10", "845710"),
    ("84571", "84571"),
  ])
  func `points, blanks and hyphens are folded`(_ text: String, _ digits: String) {
    #expect(CommodityCode(text)?.digits == digits)
  }

  @Test(arguments: ["", "8", "84571010101", "2B001", "ex 8457", "８４５７", "8457/10", "...", "٨٤٥٧"])
  func `anything else is no code`(_ text: String) {
    #expect(CommodityCode(text) == nil)
  }

  @Test(arguments: [
    ("84", "84"), ("8457", "8457"), ("845710", "8457.10"), ("84571010", "8457.10.10"),
    ("8542310010", "8542.31.00.10"),
  ])
  func `prints with points after four digits`(_ text: String, _ printed: String) {
    #expect(CommodityCode(text)?.description == printed)
  }

  @Test func `a code is within its headings and within itself, never the other way round`() throws {
    let codes = try ["84", "8457", "845710", "84571010"].map { try #require(CommodityCode($0)) }
    for (outer, wide) in codes.enumerated() {
      for (inner, narrow) in codes.enumerated() {
        #expect(narrow.isWithin(wide) == (inner >= outer))
      }
    }
    let other = try #require(CommodityCode("8458"))
    #expect(!other.isWithin(codes[1]))
  }
}
