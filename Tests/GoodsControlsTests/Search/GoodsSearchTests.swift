import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

@testable import GoodsControls

/// Which entries descriptions lead to.
struct GoodsSearchTests {
  private func index() throws -> GoodsIndex { try ProjectKnowledge.catalogue.get().goods }

  private func families(_ text: String, kind: ItemKind? = nil) throws -> [String] {
    try index().candidates(for: text, kind: kind).candidates.map(\.family.id)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let first: String
    init(_ text: String, _ first: String) { (testDescription, self.first) = (text, first) }
  }

  @Test(arguments: [
    Case("five-axis machining centre", "machine-tools"), Case("5 axes", "machine-tools"),
    Case("5-axis mill", "machine-tools"), Case("fraiseuse cinq axes", "machine-tools"),
    Case("isostatic press", "isostatic-presses"), Case("PRESSE ISOSTATIQUE", "isostatic-presses"),
    Case("flowforming machine", "flow-forming"), Case("turbo jet engine", "turbojets"),
    Case("TWTA", "microwave-parts"), Case("EDM", "edm-machines"),
    Case("ADC 16 bit", "adc"), Case("carte CAN 16 bits", "adc"), Case("UAVs", "unmanned-aircraft"),
    Case("poudre d'aluminium spherique", "aluminium-powder"),
    Case("spherical aluminum powder", "aluminium-powder"),
  ])
  func `goods are found under any of their spellings`(_ case: Case) throws {
    #expect(try families(`case`.testDescription).first == `case`.first)
  }

  @Test func `every name leads to its family, in French in capitals without accents too`() throws {
    let index = try index()
    for row in try ProjectKnowledge.loaded.get().citedRows("ControlLists/goods-words.csv") {
      for language in Language.allCases {
        for name in row.cells.list("names_\(language.rawValue)") {
          let bare = TextFolding.tokens(of: name).map(\.text).joined(separator: " ").uppercased()
          for text in language == .fr ? [name, bare] : [name] {
            let found = index.candidates(for: text, languages: [language]).candidates
            #expect(found.contains { $0.family.id == row.cells["id"] }, "\(text)")
          }
        }
      }
    }
  }

  @Test func `every item of the MTCR Annex stands in a family that was written for it`() throws {
    let knowledge = try ProjectKnowledge.loaded.get()
    let items =
      knowledge.citedRows("ControlLists/mtcr.csv").map { $0.cells["item"] }
      + knowledge.hintRows("ControlLists/unverified/mtcr.csv").map { $0.cells["item"] }
    #expect(items.count == 195)
    let named = Set(
      knowledge.citedRows("ControlLists/goods-words.csv").flatMap { $0.cells.list("mtcr_items") })
    #expect(items.filter { !named.contains($0) } == [])
  }

  @Test func `every entry of every list stands in a family, read entries with their sources`()
    throws
  {
    let catalogue = try ProjectKnowledge.catalogue.get()
    let codes = Set(catalogue.goods.families.flatMap(\.codes))
    for (code, entries) in catalogue.entriesByCode {
      #expect(codes.contains(code), "\(code)")
      #expect(entries.allSatisfy { !$0.citations.sources.isEmpty })
    }
    for code in catalogue.entryHintsByCode.keys where !codes.contains(code) {
      // Seen by nobody and named by no family: only the list itself tells what it is.
      #expect(catalogue.entriesByCode[code] == nil)
    }
  }

  @Test func `a candidate rests on words that the description has`() throws {
    for text in ["Fibre-optic gyroscope, three axes", "Presse isostatique à chaud, 200 MPa"] {
      for candidate in try index().candidates(for: text, floor: 1).candidates {
        #expect(candidate.score == candidate.reasons.map(\.points).reduce(0, +))
        #expect(!candidate.reasons.isEmpty)
        for word in candidate.reasons.flatMap(\.words) { #expect(text.contains(word), "\(word)") }
      }
    }
  }

  @Test func `what is denied neither adds a candidate nor raises one`() throws {
    var generator = SeededGenerator(seed: 7)
    let index = try index()
    let names = index.phrases.filter { $0.field == .name && $0.language == .en }.map(\.text)
      .filter { name in !name.contains(where: { ",;:.()".contains($0) }) }
    #expect(names.count > 500)
    for round in 0..<40 {
      let plain = names[generator.next(below: names.count)]
      let other = names[generator.next(below: names.count)].split(separator: " ").prefix(5)
        .flatMap { $0.split(separator: "-") }.prefix(5).joined(separator: " ")
      let alone = index.candidates(for: plain, languages: [.en])
      let denied = index.candidates(for: "\(plain), other than \(other)", languages: [.en])
      #expect(
        alone.candidates == denied.candidates, "round \(round): \(plain), other than \(other)")
    }
  }

  @Test(arguments: [
    "planetary mixer for bakery dough", "carbon fibre fishing rod", "wooden toy drill",
    "crayon en graphite",
  ])
  func `a word of everyday articles is a reason against, which is shown below the floor`(
    _ text: String
  ) throws {
    #expect(try families(text).isEmpty)
    let all = try index().candidates(for: text, floor: 1).candidates
    for candidate in all where candidate.family.isEverydayToo {
      #expect(candidate.reasons.contains { $0.field == .everyday && $0.points < 0 })
    }
  }

  @Test(arguments: [
    ("toy gyroscope", "gyroscopes"), ("turbojet for central heating", "turbojets"),
    ("hydrazine, kitchen grade", "hydrazine"), ("accéléromètre pour lave-linge", "accelerometers"),
  ])
  func `a word of everyday articles does not hide goods that are none`(
    _ text: String, _ family: String
  ) throws {
    #expect(try families(text).contains(family))
  }

  @Test func `beside a word of missiles everyday words do not speak against`() throws {
    #expect(try families("planetary mixer, dough type").isEmpty)
    #expect(try families("planetary mixer for propellant, dough type").contains("batch-mixers"))
  }

  @Test func `software and technology lead to the software and technology entries of the goods`()
    throws
  {
    #expect(try !families("turbojet").contains("technology-missile"))
    #expect(try families("drawings of a turbojet").contains("technology-missile"))
    #expect(try families("turbojet", kind: .technology).contains("technology-missile"))
    #expect(try families("pot vibrant", kind: .software).contains("software-production"))
    #expect(try !families("pot vibrant").contains("software-production"))
  }

  @Test(arguments: Language.allCases)
  func `a language that is asked for is the only one read`(_ language: Language) throws {
    let other = language == .en ? "gyromètre vibrant" : "machining centre"
    #expect(
      try index().candidates(for: other, languages: [language]).candidates.isEmpty)
  }

  @Test func `the weight of a word falls with the families that have it`() {
    let weights = (1...200).map { GoodsIndex.weight(of: $0, among: 200) }
    #expect(weights == weights.sorted(by: >))
    #expect(weights.first == 34)  // 4 · log2 200 = 30.57, and 4
    #expect(weights.last == 4)
  }
}
