import KnowledgeBase
import TradeModel

/// The words by which data sheets and descriptions state values: `ControlLists/parameter-words.csv`.
struct ParameterWords: Hashable, Sendable {
  /// What a word does.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It names quantities, or, with none, something that must not be taken for one.
    case quantity
    /// It is a number: `five`.
    case number
    /// It says on which side of the number the value lies.
    case bound
    /// It may stand between a quantity and its value.
    case link
    /// It stands between the ends of an interval; `and` only after a word of ``spanStart``.
    case span
    case spanStart = "span-start"
  }

  /// On which side of a number the value lies.
  enum Bound: String, Hashable, Sendable, CaseIterable {
    /// Also `up to`: what the item reaches is what entries ask for.
    case exactly
    case atLeast = "at-least"
    case moreThan = "more-than"
    case atMost = "at-most"
    case lessThan = "less-than"
  }

  /// The quantities that a phrase names, and the languages it is of.
  struct Phrase: Hashable, Sendable {
    /// None: the phrase names something else.
    var quantities: [String] = []
    var languages: Set<Language> = []
  }

  /// By folded words, as are all of these.
  private(set) var phrases: [[String]: Phrase] = [:]
  private(set) var numbers: [String: DecimalNumber] = [:]
  private(set) var bounds: [[String]: Bound] = [:]
  private(set) var links: Set<String> = []
  private(set) var spans: Set<String> = []
  private(set) var spanStarts: Set<[String]> = []
  /// Every word of all of these.
  private(set) var vocabulary: Set<String> = []

  /// The most words of a phrase.
  static let longest = 8

  /// Adds one row; `false` when its meaning is none of its kind.
  mutating func add(
    _ word: String, _ language: Language, _ kind: Kind, _ means: [String],
    isQuantity: (String) -> Bool
  ) -> Bool {
    let words = Self.words(of: word)
    guard !words.isEmpty, words.count <= Self.longest else { return false }
    vocabulary.formUnion(words)
    switch kind {
    case .quantity:
      guard means.allSatisfy(isQuantity) else { return false }
      phrases[words, default: Phrase()].languages.insert(language)
      for quantity in means where phrases[words]?.quantities.contains(quantity) == false {
        phrases[words]?.quantities.append(quantity)
      }
    case .number:
      guard means.count == 1, let number = DecimalNumber(means[0]) else { return false }
      numbers[words[0]] = number
    case .bound:
      guard means.count == 1, let bound = Bound(rawValue: means[0]) else { return false }
      bounds[words] = bound
    case .link: links.formUnion(words)
    case .span: spans.formUnion(words)
    case .spanStart: spanStarts.insert(words)
    }
    return true
  }

  /// The runs of letters of a text, folded.
  static func words(of text: String) -> [String] {
    text.split { !$0.isLetter }.map { $0.map(\.folded).joined() }
  }
}
