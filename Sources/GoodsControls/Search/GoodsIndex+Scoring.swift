import TradeModel

extension GoodsIndex {
  /// A phrase with the words of the text that it shares.
  struct Match {
    let phrase: Phrase
    let points: Int
    /// Whether the text has every word of the phrase.
    let isWhole: Bool
    /// In the order of the text.
    let places: [Int]
    let words: [String]
  }

  /// The phrases that share words with `text`, by family.
  func matches(with text: GoodsText) -> [Int: [Match]] {
    var byFamily: [Int: [Match]] = [:]
    for (language, keys) in text.occurrences {
      let touched = Set(keys.keys.flatMap { postings[language]?[$0] ?? [] })
      for number in touched {
        let phrase = phrases[number]
        if let match = match(phrase, keys) { byFamily[phrase.family, default: []].append(match) }
      }
    }
    return byFamily
  }

  /// What a phrase shared whole is worth, by its field.
  private static func strength(_ field: GoodsCandidate.Field, words: Int) -> Int {
    switch field {
    case .name: 100
    case .hint: 45
    // The title of one word (`Lasers`) says little; a whole one of several words is a name.
    case .title: words == 1 ? 30 : 70
    case .everyday, .kind: 0
    }
  }

  /// The strength of the phrase times the square of the shared part of its weight, so that half a
  /// phrase is worth a quarter. A whole name has up to 20 more for its rarity, which puts the special
  /// before the general. Words that stand far apart count half.
  private func match(_ phrase: Phrase, _ keys: [String: [GoodsText.Occurrence]]) -> Match? {
    var whole = 0
    var shared = 0
    var occurrences: [[GoodsText.Occurrence]] = []
    for key in phrase.keys {
      let weight = weights[phrase.language]?[key] ?? 4
      whole += weight
      if let found = keys[key] {
        shared += weight
        occurrences.append(found)
      }
    }
    guard shared * 2 >= whole, let chosen = Self.nearest(occurrences) else { return nil }
    let places = chosen.flatMap { $0.place..<$0.place + $0.length }
    let span = (places.max() ?? 0) - (places.min() ?? 0) + 1
    if span > 2 * occurrences.count + 2 { shared /= 2 }
    let isWhole = shared == whole
    let points =
      Self.strength(phrase.field, words: phrase.keys.count) * shared * shared / (whole * whole)
      + (isWhole && phrase.field == .name ? min(whole / 5, 20) : 0)
    guard points > 0 else { return nil }
    let ordered = chosen.sorted { $0.place < $1.place }
    return Match(
      phrase: phrase, points: points, isWhole: isWhole, places: places,
      words: ordered.map(\.verbatim).withoutRepeats)
  }

  /// One occurrence of each word, those that stand closest together around one of the first word.
  private static func nearest(_ words: [[GoodsText.Occurrence]]) -> [GoodsText.Occurrence]? {
    guard let first = words.first else { return nil }
    return first.map { start in
      [start]
        + words.dropFirst().compactMap { others in
          others.min { abs($0.place - start.place) < abs($1.place - start.place) }
        }
    }.min { Self.span($0) < Self.span($1) }
  }

  private static func span(_ chosen: [GoodsText.Occurrence]) -> Int {
    let places = chosen.map(\.place)
    return (places.max() ?? 0) - (places.min() ?? 0)
  }

  /// The best phrase, then at most three that add words of the text, each at half of the one before.
  static func reasons(_ matches: [Match]) -> [GoodsCandidate.Reason] {
    let ordered = matches.sorted {
      ($1.points, $0.phrase.text, $0.phrase.language.rawValue, $0.phrase.keys.joined())
        < ($0.points, $1.phrase.text, $1.phrase.language.rawValue, $1.phrase.keys.joined())
    }
    var used: Set<Int> = []
    var reasons: [GoodsCandidate.Reason] = []
    for match in ordered
    where reasons.count < 4 && !used.isSuperset(of: match.places)
      && !reasons.contains(where: { $0.phrase == match.phrase.text })
    {
      let points = match.points >> reasons.count
      guard points > 0 else { break }
      used.formUnion(match.places)
      reasons.append(
        GoodsCandidate.Reason(
          field: match.phrase.field, phrase: match.phrase.text, words: match.words, points: points))
    }
    return reasons
  }

  // MARK: Marks

  /// The words of each mark that the text has. They are compared as written, plural endings apart: the
  /// stem of `radiator` is that of `radiation`.
  func marks(in text: GoodsText) -> [GoodsMark: [(phrase: String, words: String)]] {
    var marks: [GoodsMark: [(phrase: String, words: String)]] = [:]
    for mark in GoodsMark.allCases {
      for (phrase, words) in language.marks[mark] ?? [] {
        let found = words.compactMap { text.plain[$0]?.first }
        let places = found.map(\.place)
        guard found.count == words.count, (places.max() ?? 0) - (places.min() ?? 0) < 4 else {
          continue
        }
        marks[mark, default: []].append(
          (phrase, found.map(\.verbatim).joined(separator: " ")))
      }
    }
    return marks
  }

  /// A first word of everyday articles speaks against by 60 points, a second by 15.
  static func against(_ marks: [(phrase: String, words: String)]) -> [GoodsCandidate.Reason] {
    var seen: [String] = []
    for mark in marks where !seen.contains(mark.words) { seen.append(mark.words) }
    return seen.prefix(2).enumerated().map { index, words in
      GoodsCandidate.Reason(
        field: .everyday, phrase: words, words: [words], points: index == 0 ? -60 : -15)
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
