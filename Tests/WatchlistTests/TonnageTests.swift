import Testing
import Watchlist

struct TonnageTests {
  @Test(
    arguments: [
      ("46,156", 46156), ("46 156 DWT", 46156), ("5100 tons", 5100), ("46156", 46156),
      ("DWT 46156", nil), ("", nil), ("0", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func `a tonnage begins with its number`(_ text: String, _ number: Int?) {
    #expect(ListedFact.Tonnage.number(text) == number)
  }
}
