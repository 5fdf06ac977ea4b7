import QuiviveTestKit
import Testing
import TradeModel

/// Great-circle distances.
struct GeographicPointTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let from: (Int, Int)
    let to: (Int, Int)
    let kilometres: Int
  }

  /// Reckoned with the haversine formula in another program, on a sphere of 6371 km.
  static let cases = [
    Case(testDescription: "nowhere", from: (4886, 235), to: (4886, 235), kilometres: 0),
    Case(testDescription: "Paris to Dubai", from: (4886, 235), to: (2520, 5527), kilometres: 5247),
    Case(
      testDescription: "across the date line", from: (0, 17_900), to: (0, -17_900), kilometres: 222),
    Case(testDescription: "over the pole", from: (8000, 0), to: (8000, 18_000), kilometres: 2223),
    Case(testDescription: "to the antipode", from: (0, 0), to: (0, 18_000), kilometres: 20_015),
    Case(testDescription: "pole to pole", from: (9000, 0), to: (-9000, 0), kilometres: 20_015),
    Case(
      testDescription: "Sydney to Santiago", from: (-3387, 15_121), to: (-3345, -7067),
      kilometres: 11_346),
    Case(testDescription: "neighbouring towns", from: (4300, 500), to: (4301, 500), kilometres: 1),
  ]

  private func point(_ place: (Int, Int)) throws -> GeographicPoint {
    try #require(GeographicPoint(latitude: place.0, longitude: place.1))
  }

  @Test(arguments: cases) func `distances are right to a kilometre`(_ example: Case) throws {
    let distance = try point(example.from).distance(to: point(example.to))
    #expect(abs(distance - example.kilometres) <= 1, "\(distance)")
  }

  @Test func `distances are symmetric and keep the triangle`() throws {
    var random = SeededGenerator(seed: 9)
    func any() throws -> GeographicPoint {
      try point(
        (
          Int.random(in: -9000...9000, using: &random),
          Int.random(in: -18_000...18_000, using: &random)
        ))
    }
    for _ in 0..<300 {
      let (one, two, three) = (try any(), try any(), try any())
      #expect(one.distance(to: two) == two.distance(to: one))
      #expect(one.distance(to: one) == 0)
      #expect(one.distance(to: three) <= one.distance(to: two) + two.distance(to: three) + 3)
    }
  }

  @Test func `there is nothing beyond the poles`() {
    #expect(GeographicPoint(latitude: 9001, longitude: 0) == nil)
    #expect(GeographicPoint(latitude: 0, longitude: -18_001) == nil)
  }
}

/// Folded words.
struct FoldedTextTests {
  @Test func `case, marks and punctuation do not matter`() {
    #expect(FoldedText("Crédit-documentaire!").key == FoldedText("CREDIT documentaire").key)
    #expect(FoldedText("").words == [] && FoldedText(" – ").words == [])
  }

  @Test func `phrases are found where they begin, as whole words`() {
    let text = FoldedText("no free zone, a Free-Zone")
    #expect(text.positions(of: FoldedText("free zone")) == [1, 4])
    #expect(!text.contains(FoldedText("re zone")) && !text.contains(FoldedText("")))
    #expect(!FoldedText("free").contains(FoldedText("free zone")))
  }
}
