import KnowledgeBase
import TradeModel

/// What `ControlLists/goods-language.csv` says about reading descriptions: abbreviations, spellings,
/// units, words that deny, words of everyday articles.
struct GoodsLanguage: Sendable {
  struct Abbreviation: Hashable, Sendable {
    /// As the table writes it.
    let written: String
    /// `nil`: in either language.
    let language: Language?
    let standsFor: [Language: String]
    /// Read only when written exactly so, in a text that has small letters too: `FOG`, not `fog`.
    let needsCapitals: Bool
  }

  /// A word or words after which (or, with a negative reach, before which) nothing counts.
  struct Negation: Hashable, Sendable {
    /// Folded.
    let words: [String]
    let reach: Int
  }

  /// By the folded abbreviation.
  private(set) var abbreviations: [String: [Abbreviation]] = [:]
  /// By language, from one folded spelling to another.
  private(set) var spellings: [Language: [String: String]] = [:]
  /// Folded symbols that are passed over after a number.
  private(set) var units: Set<String> = []
  private(set) var functionWords: [Language: Set<String>] = [:]
  /// Words that goods of any kind are called by, folded and without plural endings: apparatus, item.
  private(set) var generalWords: Set<String> = []
  /// The longest first.
  private(set) var negations: [Negation] = []
  /// Words that hold a word of negation and deny nothing: `sans équipage`.
  private(set) var notNegating: [[String]] = []
  /// Phrases by what they say of the goods, with their words without plural endings.
  private(set) var marks: [GoodsMark: [(phrase: String, words: [String])]] = [:]

  init(_ knowledge: CheckedKnowledge) {
    for cells in knowledge.citedRows("ControlLists/goods-language.csv").map(\.cells) {
      let written = cells["written"]
      let folded = TextFolding.tokens(of: written).map(\.text)
      let language = Language(rawValue: cells["language"])
      switch cells["kind"] {
      case "abbreviation":
        let texts: [(Language, String?)] = [
          (.en, cells.optional("stands_for_en")), (.fr, cells.optional("stands_for_fr")),
        ]
        abbreviations[folded.joined(), default: []].append(
          Abbreviation(
            written: written, language: language,
            standsFor: Dictionary(
              texts.compactMap { entry in entry.1.map { (entry.0, $0) } },
              uniquingKeysWith: { first, _ in first }),
            needsCapitals: cells.flag("capitals")))
      case "spelling", "number":
        for language in language.map({ [$0] }) ?? Language.allCases {
          let other = cells.optional("stands_for_\(language.rawValue)") ?? cells["stands_for_en"]
          spellings[language, default: [:]][folded.joined()] =
            TextFolding.tokens(of: other).map(\.text).joined()
        }
      case "unit": units.insert(folded.joined())
      case "function-word":
        for language in language.map({ [$0] }) ?? Language.allCases {
          functionWords[language, default: []].formUnion(folded)
        }
      case "general": generalWords.formUnion(folded.map(GoodsText.singular))
      case "negation":
        negations.append(Negation(words: folded, reach: Int(cells["reach"]) ?? 0))
      case "not-negating": notNegating.append(folded)
      case let kind:
        guard let mark = GoodsMark(rawValue: kind) else { continue }
        marks[mark, default: []].append((written, folded.map(GoodsText.singular)))
      }
    }
    negations.sort { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
  }
}

/// What a word says of goods beside naming them.
enum GoodsMark: String, Hashable, Sendable, CaseIterable {
  /// Of everyday articles: bread, toy, office.
  case everyday
  /// Of missiles, arms and nuclear matters: where one stands, everyday words do not count.
  case grave
  case software
  case technology
}
