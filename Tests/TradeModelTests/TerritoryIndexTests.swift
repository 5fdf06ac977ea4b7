import QuiviveTestKit
import Testing
import TradeModel

/// The finder over a handful of rows; the real ones are tried with the knowledge.
struct TerritoryIndexTests {
  static func id(_ code: String) -> TerritoryID { TerritoryID(code) }

  static let territories = [
    Territory(
      id: id("AA"), kind: .country, alpha3: "AAA", numeric: "901",
      name: BilingualText(en: "Arland", fr: "Arlande"), sources: ["s"]),
    Territory(
      id: id("BB"), kind: .country, name: BilingualText(en: "Belmark", fr: "Belmarche")),
    Territory(
      id: id("BB-EAST"), kind: .region,
      name: BilingualText(en: "East March", fr: "Marche de l'Est"),
      parent: id("BB")),
    Territory(
      id: id("CC"), kind: .dependency, name: BilingualText(en: "Cay", fr: "Caye"), parent: id("AA")),
  ]
  static let names = [
    TerritoryName(territory: id("AA"), text: "Portton", kind: .place),
    TerritoryName(territory: id("BB-EAST"), text: "Rivaville", kind: .place),
    TerritoryName(territory: id("AA"), text: "Union", kind: .alias),
    TerritoryName(territory: id("BB"), text: "Union", kind: .alias),
    TerritoryName(territory: id("AA"), text: "New Belmark", kind: .place),
    TerritoryName(territory: id("BB"), text: "Belmark tea", kind: .otherMeaning),
    TerritoryName(territory: id("BB"), text: "BBR", kind: .alias),
    TerritoryName(territory: id("ZZ"), text: "Lost", kind: .alias),
    TerritoryName(territory: id("AA"), text: "亜国", kind: .name, languages: ["ja"]),
    TerritoryName(territory: id("AA"), text: "아르", kind: .name, languages: ["ko"]),
  ]
  static let index = TerritoryIndex(territories: territories, names: names)

  @Test(
    arguments: [
      ("1 Main Street, Portton, Arland", "AA"), ("Rivaville, Belmark", "BB-EAST"),
      ("Rivaville, Arland", "BB-EAST"), ("Cay, Arland", "CC"), ("Arland, Cay", "CC"),
      ("Belmark Street 4, Portton", "AA"), ("New Belmark, Arland", "AA"), ("Belmark tea", nil),
      ("Portton works", nil), ("BBR", "BB"), ("bbr", nil), ("Lost", nil), ("東京亜国市", "AA"),
      ("아르에서", "AA"), ("바아르", nil), ("Arlands", nil), ("Arland, AA", "AA"), ("aa", nil),
    ] as [(String, String?)])
  func `finds the best territory of an address`(text: String, code: String?) {
    #expect(Self.index.find(inAddress: text)?.territory.id.code == code)
  }

  @Test func `a name of two territories is ambiguous`() throws {
    let union = try #require(Self.index.find("the Union"))
    #expect(union.territory.id.code == "AA")
    #expect(union.alternatives.map(\.id.code) == ["BB"])
  }

  @Test func `the order of rows does not matter`() {
    let texts = ["Union", "Rivaville, Arland", "Portton", "Arland", "New Belmark"]
    let expected = texts.map { Self.index.find($0) }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      let other = TerritoryIndex(
        territories: Self.territories.shuffled(using: &random),
        names: Self.names.shuffled(using: &random))
      #expect(texts.map { other.find($0) } == expected)
    }
  }
}
