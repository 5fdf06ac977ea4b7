import KnowledgeBase
import TradeModel

extension GoodsIndex {
  /// - Parameters:
  ///   - entries: All entries by list, in the order in which a family names them.
  ///   - hints: Entries that nobody checked, by code.
  init(
    _ knowledge: CheckedKnowledge, entries: [ControlEntry], hints: [String: [GoodsHint]]
  ) {
    let language = GoodsLanguage(knowledge)
    let byCode = Dictionary(grouping: entries, by: \.code)
    var families: [GoodsFamily] = []
    var phrases: [(family: Int, field: GoodsCandidate.Field, language: Language, text: String)] = []
    var count: [String: Int] = [:]
    for cells in knowledge.citedRows("ControlLists/goods-words.csv").map(\.cells) {
      let codes =
        cells.list("mtcr_items") + cells.list("control_codes")
        + cells.list("eu_267_2012_entries")
      let family = GoodsFamily(
        id: cells["id"],
        title: BilingualText(en: cells["title_en"], fr: cells["title_fr"]), hasFrench: true,
        isEverydayToo: cells.flag("everyday"),
        entries: codes.flatMap { byCode[$0] ?? [] }, unread: codes.flatMap { hints[$0] ?? [] })
      for code in family.codes { count[code, default: 0] += 1 }
      for language in Language.allCases {
        let column = language.rawValue
        phrases += [(GoodsCandidate.Field.name, "names"), (.hint, "hints")].flatMap { field, name in
          cells.list("\(name)_\(column)").map { (families.count, field, language, $0) }
        }
      }
      families.append(family)
    }
    for (number, family) in families.enumerated() {
      for entry in family.entries where count[entry.code] == 1 {
        phrases.append((number, .title, .en, entry.title.en))
        if entry.hasFrench { phrases.append((number, .title, .fr, entry.title.fr)) }
      }
    }
    for entry in entries where count[entry.code] == nil {
      count[entry.code] = 1
      phrases.append((families.count, .title, .en, entry.title.en))
      if entry.hasFrench { phrases.append((families.count, .title, .fr, entry.title.fr)) }
      families.append(
        GoodsFamily(
          id: entry.code, title: entry.title, hasFrench: entry.hasFrench,
          isEverydayToo: true,
          entries: byCode[entry.code] ?? [], unread: hints[entry.code] ?? []))
    }
    self.init(families, phrases, language)
  }

  private init(
    _ families: [GoodsFamily],
    _ phrases: [(family: Int, field: GoodsCandidate.Field, language: Language, text: String)],
    _ language: GoodsLanguage
  ) {
    let reader = GoodsWordReader(language)
    var forms: [Phrase] = []
    var postings: [Language: [String: [Int]]] = [:]
    var having: [Language: [String: Set<Int>]] = [:]
    for phrase in phrases {
      for keys in reader.forms(of: phrase.text, phrase.language) {
        for key in keys {
          postings[phrase.language, default: [:]][key, default: []].append(forms.count)
          having[phrase.language, default: [:]][key, default: []].insert(phrase.family)
        }
        forms.append(
          Phrase(
            family: phrase.family, field: phrase.field, language: phrase.language,
            text: phrase.text, keys: keys))
      }
    }
    self.families = families
    self.language = language
    self.phrases = forms
    self.postings = postings
    weights = having.mapValues { keys in
      keys.mapValues { Self.weight(of: $0.count, among: families.count) }
    }
    ofGroup = Self.byGroup(families)
  }

  /// The families of software and of technology of each MTCR group, by their items `9.D.2`, `9.E.1`.
  private static func byGroup(_ families: [GoodsFamily]) -> [String: [Int]] {
    var byGroup: [String: [Int]] = [:]
    for (number, family) in families.enumerated() {
      for item in family.mtcrItems {
        let parts = item.split(separator: ".").map(String.init)
        guard parts.count > 2, let mark = marksByLetter[parts[1]] else { continue }
        let key = "\(mark.rawValue)/\(parts[0])"
        if byGroup[key]?.last != number { byGroup[key, default: []].append(number) }
      }
    }
    return byGroup
  }

  private static let marksByLetter: [String: GoodsMark] = ["D": .software, "E": .technology]

  /// Four times log2(`all` ÷ `having`), rounded down, and four more; in integers.
  static func weight(of having: Int, among all: Int) -> Int {
    func fourth(_ number: Int) -> Int { number * number * number * number }
    let ratio = fourth(max(all, having)) / fourth(max(having, 1))
    return Int.bitWidth - 1 - ratio.leadingZeroBitCount + 4
  }
}
