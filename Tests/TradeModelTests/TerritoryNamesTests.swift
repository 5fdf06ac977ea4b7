import Testing

@testable import TradeModel

/// The quick ways of the index find what the plain ones do.
struct TerritoryNamesTests {
  static let texts = [
    "Iran", "The Gambia", "Côte d’Ivoire", "Cote d'Ivoire", "Россия", "Росси\u{438}\u{306}",
    "جمهوری اسلامی ایران", "المملكة العربيـة", "中华人民共和国", "大韓民國", "대한민국", "日本国",
    "ニッポン共和国", "ภาษาไทย", "भारत गणराज्य", "Ελλάδα", "Việt Nam", "Viê\u{323}t Nam", "Հայաստան",
    "საქართველო", "ישראל", "İstanbul", "Straße", "Łódź", "U.A.E.", "", " – ", "é", "e\u{301}",
    "a\u{200D}b", "১২৩", "٣٤", "Корея, Северная", "①", "Ｔｏｋｙｏ", "\r\n", "a\u{AD}b",
  ]

  @Test(arguments: texts) func `words for the index are the words of the text`(text: String) {
    var letters = TextFolding.Letters()
    var bytes: [UInt8] = []
    var ends: [Int] = []
    TextFolding.appendWords(of: text, &letters, to: &bytes, &ends)
    var start = 0
    let words = ends.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    #expect(words == TextFolding.tokens(of: text).map(\.text))
  }

  @Test(arguments: texts) func `plain texts have one character for each scalar`(text: String) {
    guard text != "\r\n", text.unicodeScalars.allSatisfy(TextFolding.isPlain) else { return }
    #expect(text.count == text.unicodeScalars.count)
    #expect(Array(text.utf8) == Array(String(text.map { $0 }).utf8))
  }

  @Test func `canonically equivalent keys are one key, others are not`() {
    var keys = TerritoryKeys(capacity: 1)
    for text in Self.texts { _ = keys.insert(Array(text.utf8)[...]) }
    #expect(keys.count == Set(Self.texts).count)
    for text in Self.texts {
      let same = Self.texts.first { $0 == text } ?? ""
      #expect(keys.number(of: text) != nil)
      #expect(keys.number(of: text) == keys.number(of: same))
    }
    #expect(keys.number(of: "Atlantis") == nil)
    #expect(keys.number(of: "\u{F900}") == nil)
  }
}
