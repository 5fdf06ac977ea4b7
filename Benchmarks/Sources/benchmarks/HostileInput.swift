/// Texts that make a careless matcher slow: long words, many words, many readings, marks without
/// letters, the commonest words of the lists.
struct HostileInput {
  let name: String
  let text: String

  init(_ name: String, length: Int, _ scalar: (Int) -> String) {
    self.name = name
    var scalars = String.UnicodeScalarView()
    var place = 0
    while scalars.count < length {
      scalars.append(contentsOf: scalar(place).unicodeScalars)
      place += 1
    }
    text = String(String.UnicodeScalarView(scalars.prefix(length)))
  }

  static func all(length: Int) -> [HostileInput] {
    func words(_ name: String, _ list: [String]) -> HostileInput {
      HostileInput(name, length: length) { list[$0 % list.count] + " " }
    }
    var generator = SplitMix(seed: 1)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let invented = (0..<1000).map { _ in
      String((0..<5).map { _ in letters[generator.next(below: 26)] })
    }
    return [
      HostileInput("one letter repeated", length: length) { _ in "a" },
      HostileInput("one vowelless run", length: length) { ["k", "h"][$0 % 2] },
      HostileInput("single letters", length: length) { "\(letters[$0 % 26]) " },
      words("different invented words", invented),
      words("common given names", ["Mohammed", "Ali", "Hussein", "Abdul", "Ahmad", "Ivan", "Kim"]),
      words(
        "common company words", ["International", "Trading", "Company", "Limited", "Co", "General"]),
      words("legal forms", ["LLC", "Limited Liability Company", "OOO", "GmbH", "S.A."]),
      HostileInput("words joined by capitals", length: length) { $0 % 4 == 0 ? "A" : "b" },
      HostileInput("digits", length: length) { String($0 % 10) },
      HostileInput("numbers", length: length) { "\($0 % 97) " },
      HostileInput("Han", length: length) { place in
        ["王", "海", "格", "通", "信", "张", "伟", "强", "单", "仇"][place * 7 % 10]
      },
      HostileInput("rare Han", length: length) {
        String(UnicodeScalar(0x4E00 + $0 * 19 % 20000) ?? "王")
      },
      HostileInput("Hangul", length: length) {
        String(UnicodeScalar(0xAC00 + $0 * 37 % 11000) ?? "김")
      },
      HostileInput("kana and kanji", length: length) { ["東", "ト", "ウ", "京", "き"][$0 % 5] },
      words("Arabic", ["محمد", "عبد", "الله", "حسن", "علي", "الحوثي", "شركة"]),
      HostileInput("Arabic without blanks", length: length) {
        ["م", "ح", "د", "ع", "ل", "ي"][$0 % 6]
      },
      words("Cyrillic", ["общество", "с", "ограниченной", "Щукин", "Юрьевич", "Евгений"]),
      HostileInput("Cyrillic without blanks", length: length) {
        ["ж", "щ", "ё", "ю", "ъ", "я"][$0 % 6]
      },
      HostileInput("Thai", length: length) { ["ก", "า", "ร", "ค", "้"][$0 % 5] },
      HostileInput("combining marks", length: length) { $0 == 0 ? "a" : "\u{0301}" },
      HostileInput("marks on every letter", length: length) {
        ["e", "\u{0301}", "\u{0323}"][$0 % 3]
      },
      HostileInput("direction marks", length: length) {
        ["\u{202E}", "a", "\u{202C}", "\u{200F}"][$0 % 4]
      },
      HostileInput("zero-width joiners", length: length) { ["a", "\u{200D}", "\u{200B}"][$0 % 3] },
      HostileInput("mixed confusable letters", length: length) {
        ["а", "a", "с", "c", "ο", "o"][$0 % 6]
      },
      HostileInput("every script in turn", length: length) {
        ["a", "я", "م", "王", "김", "ก", "ω", "ש", "ա", "ა", "अ", " "][$0 % 12]
      },
      HostileInput("signs", length: length) { ["&", "-", "/", ".", "'", ","][$0 % 6] },
      HostileInput("emoji", length: length) { ["😀", "🏴", "\u{FE0F}"][$0 % 3] },
    ]
  }
}
