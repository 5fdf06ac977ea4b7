import Testing
import TradeModel

struct NearestWordTests {
  static let words = ["threshold", "floor", "sameDay", "sameYear"]

  @Test(arguments: [
    ("treshold", "threshold"), ("Floor", "floor"), ("sameDya", "sameDay"), ("samYear", "sameYear"),
    ("zzzzz", nil), ("", nil),
  ])
  func `a slip finds its word and nonsense finds none`(_ written: String, _ meant: String?) {
    #expect(NearestWord.nearest(to: written, among: Self.words) == meant)
  }
}
