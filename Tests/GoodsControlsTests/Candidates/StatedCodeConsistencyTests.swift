import Testing

@testable import GoodsControls

/// A stated control code beside the commodity code and the words.
struct StatedCodeConsistencyTests {
  private func consistency(
    _ stated: [String], _ description: String?, hs: String? = nil
  ) throws -> StatedCodeConsistency {
    let catalogue = try ProjectKnowledge.catalogue.get()
    let code = hs.flatMap(CommodityCode.init)
    return catalogue.consistency(
      ofStated: stated, code: code,
      with: catalogue.suggestions(for: description, code: code))
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let stated: [String]
    let expected: StatedCodeConsistency.Words
    init(_ text: String, _ stated: [String], _ expected: StatedCodeConsistency.Words) {
      (testDescription, self.stated, self.expected) = (text, stated, expected)
    }
  }

  @Test(arguments: [
    Case("fibre-optic gyroscope", ["7A102"], .fit),
    Case("fibre-optic gyroscope", ["9.A.4"], .fit),
    Case("five-axis machining centre", ["2B001.b.2"], .fit),
    Case("five-axis machining centre", ["2B991"], .lowerControl),
    Case("fibre-optic gyroscope", ["9A101"], .elsewhere),
    Case("fibre-optic gyroscope", ["EAR99"], .silent),
    Case("fibre-optic gyroscope", [], .silent), Case("deck oven", ["2B001"], .silent),
    Case("fibre-optic gyroscope", ["9Z999"], .silent),
  ])
  func `words fit a stated code, stand elsewhere, or say nothing`(_ case: Case) throws {
    #expect(try consistency(`case`.stated, `case`.testDescription).words == `case`.expected)
  }

  @Test func `a commodity code of another sort contradicts the stated code`() throws {
    #expect(try consistency(["1C116"], nil, hs: "9403.60").expectedSorts == [.materials])
    #expect(try consistency(["1C116"], nil, hs: "7224.90").expectedSorts == [])
    #expect(try consistency(["2B001"], nil, hs: "8457.10").expectedSorts == [])
    #expect(try consistency(["2B001"], nil, hs: "2825.10").expectedSorts == [.machines])
  }

  @Test func `without a commodity code, or without a pointer, nothing contradicts`() throws {
    #expect(try consistency(["1C116"], nil).expectedSorts == [])
    #expect(try consistency(["EAR99"], nil, hs: "9403.60").expectedSorts == [])
  }

  @Test func `the sources of suggestions stay apart`() throws {
    let catalogue = try ProjectKnowledge.catalogue.get()
    let found = catalogue.suggestions(
      for: "mini turbojet engine", code: CommodityCode("8411.11"))
    #expect(found.words.candidates.first?.family.id == "turbojets")
    #expect(found.listed.contains { $0.rule.list.id == .euIranUnmannedAircraft })
    #expect(found.pointers.allSatisfy { $0.id.contains("unverified") })
    #expect(found.pointers.contains { $0.controlCodes.contains("9A101") })
    #expect(found.agreeing.contains("9A101"))
    let none = catalogue.suggestions(for: "wooden chair", code: CommodityCode("9401.61"))
    #expect(none.words.candidates.isEmpty && none.listed.isEmpty && none.pointers.isEmpty)
  }
}
