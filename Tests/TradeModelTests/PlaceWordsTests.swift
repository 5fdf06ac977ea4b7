import Testing
import TradeModel

struct PlaceWordsTests {
  @Test func `words and numbers are apart, folded, without small words`() {
    let place = PlaceWords("12-A Rue de la Paix, 75002 PARIS")
    #expect(place.words == ["rue", "paix", "paris"])
    #expect(place.numbers == ["12", "75002"])
    #expect(PlaceWords("Besançon").words == PlaceWords("BESANCON").words)
    #expect(PlaceWords("").words.isEmpty)
  }

  @Test func `only long numbers are postal codes`() {
    #expect(PlaceWords("12 a").sharesPostalCode(with: PlaceWords("12 b")) == false)
    #expect(PlaceWords("x 75002").sharesPostalCode(with: PlaceWords("75002 y")))
  }
}
