import Testing
import TradeModel

@testable import GoodsControls

/// How a description is read: what counts as a word, and what the text itself denies.
struct GoodsTextTests {
  private func read(_ text: String, _ language: Language) throws -> (keys: Set<String>, GoodsText) {
    let reader = GoodsWordReader(try ProjectKnowledge.catalogue.get().goods.language)
    let read = GoodsText(text, languages: [language], reader: reader)
    return (Set((read.occurrences[language] ?? [:]).keys), read)
  }

  private func keys(_ phrase: String, _ language: Language) throws -> [String] {
    let reader = GoodsWordReader(try ProjectKnowledge.catalogue.get().goods.language)
    return reader.forms(of: phrase, language).first ?? []
  }

  struct Same: CustomTestStringConvertible {
    let testDescription: String
    let language: Language
    let one: String
    let other: String
    init(_ language: Language, _ one: String, _ other: String) {
      testDescription = "\(one) = \(other)"
      (self.language, self.one, self.other) = (language, one, other)
    }
  }

  @Test(arguments: [
    Same(.en, "gyroscopes", "gyroscope"), Same(.en, "aluminum powders", "aluminium powder"),
    Same(.en, "fiber optic", "fibre-optic"), Same(.en, "five axes", "5-axis"),
    Same(.en, "gas atomizer", "gas atomiser"), Same(.en, "the grinding of metal", "metal grind"),
    Same(.fr, "préimprégnées", "PREIMPREGNE"), Same(.fr, "cinq axes", "5 axes"),
    Same(.fr, "centrales inertielles", "centrale inertielle"),
    Same(.fr, "tours à commande numérique", "tour commande numerique"),
  ])
  func `spelling, number, accent and capitals make no other word`(_ same: Same) throws {
    #expect(Set(try keys(same.one, same.language)) == Set(try keys(same.other, same.language)))
    #expect(try !keys(same.one, same.language).isEmpty)
  }

  struct Denial: CustomTestStringConvertible {
    let testDescription: String
    let denied: [String]
    let language: Language
    init(_ text: String, _ denied: [String], _ language: Language = .en) {
      testDescription = text
      (self.denied, self.language) = (denied, language)
    }
  }

  @Test(arguments: [
    Denial("gyroscope, not for military use, boxed", ["military", "use"]),
    Denial("non-military gyroscope", ["military"]),
    Denial("bearings other than ABEC 9 grade; steel", ["ABEC", "9", "grade"]),
    Denial("mixer excluding vacuum pump but with motor", ["vacuum", "pump"]),
    Denial("gyroscope (military use excluded)", ["military", "use"]),
    Denial("gyromètre sans usage militaire, trois axes", ["usage", "militaire"], .fr),
    Denial("pompe hors vide : modèle 3", ["vide"], .fr),
    Denial("tube autre que maraging", ["maraging"], .fr),
    Denial("aéronef sans équipage", [], .fr), Denial("outil sans fil 18 V", [], .fr),
    Denial("non-destructive testing of rocket motors", []),
    Denial("GPS receiver, no altitude or velocity limits", []),
    Denial("ordinary words only", []),
  ])
  func `denied words do not count and are reported`(_ case: Denial) throws {
    let (keys, text) = try read(`case`.testDescription, `case`.language)
    #expect(text.denied == `case`.denied)
    for word in `case`.denied {
      for key in try self.keys(word, `case`.language) { #expect(!keys.contains(key), "\(word)") }
    }
  }

  @Test(arguments: ["30 mm", "30mm", "1 500 Hz", "12 kg", "4,5 GHz", "200 MPa"])
  func `a unit after a number is no word`(_ text: String) throws {
    let (keys, _) = try read(text, .en)
    #expect(keys.allSatisfy { $0.allSatisfy(\.isNumber) }, "\(keys.sorted())")
  }

  @Test func `an abbreviation is read as what it stands for, at its place`() throws {
    let (keys, text) = try read("TWTA for Ku band", .en)
    for key in try self.keys("travelling wave tube amplifier", .en) {
      #expect(keys.contains(key))
      #expect(text.occurrences[.en]?[key]?.map(\.place) == [0])
      #expect(text.occurrences[.en]?[key]?.map(\.verbatim) == ["TWTA"])
    }
  }

  @Test(arguments: [("FOG, 1 axis", true), ("fog lamp", false), ("FOG LAMP FOR CARS", false)])
  func `an abbreviation that is also a word needs its capitals in a text that has small letters`(
    _ text: String, _ isRead: Bool
  ) throws {
    let gyro = try keys("gyro", .en)[0]
    #expect(try read(text, .en).keys.contains(gyro) == isRead)
  }

  @Test(arguments: [
    "", " ", "—", "\u{200F}\u{202E}", "é", "火箭", String(repeating: "gyro ", count: 5_000),
    String(repeating: "x", count: 100_000), "not", "sans", "non-", "5", "%%%",
  ])
  func `hard texts are read without a fault`(_ text: String) throws {
    let (_, read) = try read(text, .en)
    #expect((read.occurrences[.en] ?? [:]).values.allSatisfy { !$0.isEmpty })
    #expect(
      (read.occurrences[.en] ?? [:]).values.allSatisfy { $0.count <= GoodsText.mostOccurrences })
    #expect(
      (read.occurrences[.en] ?? [:]).values.joined().allSatisfy { $0.place < GoodsText.longest })
  }
}
