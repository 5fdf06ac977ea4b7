import TradeModel

/// A description of goods, read for comparing: its words with their places, without those that it
/// denies.
struct GoodsText {
  /// A key that stands at a place, as a word of the text or as what an abbreviation stands for.
  struct Occurrence: Hashable {
    /// Counted from 0, in words of the text.
    let place: Int
    /// How many words it is: two for neighbours that are read as one word.
    let length: Int
    /// What the text has there.
    let verbatim: String
  }

  /// By language and key, in order of place.
  let occurrences: [Language: [String: [Occurrence]]]
  /// The places of the words, not stemmed, without plural endings.
  let plain: [String: [Occurrence]]
  /// What the text denies, verbatim and in order: `military` in `non-military`.
  let denied: [String]

  /// How many words at the end were not read.
  let unread: Int

  /// More words than this are not read, and ``unread`` says so: a description is a line of an invoice,
  /// not a manual.
  static let longest = 4_000
  /// A word that stands more often than this is compared where it stands first.
  static let mostOccurrences = 32

  /// - Parameter languages: those in which to read the text.
  /// - Complexity: O(*n*) in the text.
  init(_ text: String, languages: [Language], reader: GoodsWordReader) {
    let all = TextFolding.tokens(of: text)
    let tokens = Array(all.prefix(Self.longest))
    unread = all.count - tokens.count
    let denial = Self.denial(tokens, in: text, reader.language)
    denied = denial.denied.sorted().map { String(text[tokens[$0].range]) }
    let passedOver = denial.denied.union(denial.denying)
    // A single word in capitals is as an abbreviation stands; a whole line of them is how invoices print.
    let isCapitals =
      !text.contains(where: \.isLowercase)
      && tokens.count { $0.text.contains(where: \.isLetter) } > 1

    var occurrences: [Language: [String: [Occurrence]]] = [:]
    func add(
      _ word: String, at place: Int, length: Int = 1, _ verbatim: String, _ language: Language
    ) {
      let key = reader.key(word, language)
      let occurrence = Occurrence(place: place, length: length, verbatim: verbatim)
      let known = occurrences[language]?[key] ?? []
      guard known.last != occurrence, known.count < Self.mostOccurrences else { return }
      occurrences[language, default: [:]][key, default: []].append(occurrence)
    }
    var plain: [String: [Occurrence]] = [:]
    for (place, token) in tokens.enumerated() {
      guard !passedOver.contains(place), !Self.isUnit(place, tokens, reader.language) else {
        continue
      }
      let verbatim = String(text[token.range])
      plain[Self.singular(token.text), default: []].append(
        Occurrence(place: place, length: 1, verbatim: verbatim))
      for language in languages {
        if reader.language.functionWords[language]?.contains(token.text) != true {
          add(token.text, at: place, verbatim, language)
        }
        if place + 1 < tokens.count, !passedOver.contains(place + 1),
          Self.areNeighbours(token, tokens[place + 1], in: text)
        {
          let both = String(text[token.range.lowerBound..<tokens[place + 1].range.upperBound])
          add(token.text + tokens[place + 1].text, at: place, length: 2, both, language)
        }
      }
      for meaning in Self.meanings(of: token.text, verbatim, isCapitals, reader.language) {
        for language in languages {
          guard meaning.language ?? language == language, let text = meaning.standsFor[language]
          else { continue }
          for word in TextFolding.tokens(of: text) {
            add(word.text, at: place, verbatim, language)
          }
        }
      }
    }
    self.occurrences = occurrences
    self.plain = plain
  }

  /// The word without a plural ending of either language.
  static func singular(_ word: String) -> String {
    word.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x")) ? String(word.dropLast()) : word
  }

  /// Whether the word is a unit after a number, or a number with its unit: `30 mm`, `30mm`.
  private static func isUnit(
    _ place: Int, _ tokens: [TextFolding.Token], _ language: GoodsLanguage
  ) -> Bool {
    let word = tokens[place].text
    if place > 0, tokens[place - 1].text.allSatisfy(\.isNumber) {
      return language.units.contains(word)
    }
    let unit = word.drop { $0.isNumber }
    return unit.count >= 2 && unit.count < word.count && language.units.contains(String(unit))
  }

  /// Whether two words may be parts of one: neither is a number, and at most one character, a blank, a
  /// hyphen or a stroke, stands between them.
  private static func areNeighbours(
    _ first: TextFolding.Token, _ second: TextFolding.Token, in text: String
  ) -> Bool {
    guard !first.text.allSatisfy(\.isNumber), !second.text.allSatisfy(\.isNumber) else {
      return false
    }
    let between = text[first.range.upperBound..<second.range.lowerBound]
    return between.count <= 1 && between.allSatisfy { $0.isWhitespace || "-‑/".contains($0) }
  }

  private static func meanings(
    of word: String, _ verbatim: String, _ isCapitals: Bool, _ language: GoodsLanguage
  ) -> [GoodsLanguage.Abbreviation] {
    let found =
      language.abbreviations[word]
      ?? (word.hasSuffix("s") ? language.abbreviations[String(word.dropLast())] : nil) ?? []
    return found.filter { !$0.needsCapitals || (!isCapitals && verbatim == $0.written) }
  }

  // MARK: Denial

  /// The places of words that a word of negation before or behind them denies, and of the words of
  /// negation.
  private static func denial(
    _ tokens: [TextFolding.Token], in text: String, _ language: GoodsLanguage
  ) -> (denied: Set<Int>, denying: Set<Int>) {
    let words = tokens.map(\.text)
    var denied: Set<Int> = []
    var denying: Set<Int> = []
    var place = 0
    while place < words.count {
      if let phrase = language.notNegating.first(where: { words[place...].starts(with: $0) }) {
        place += phrase.count
        continue
      }
      guard let found = language.negations.first(where: { words[place...].starts(with: $0.words) })
      else {
        place += 1
        continue
      }
      let end = place + found.words.count
      denying.formUnion(place..<end)
      let step = found.reach < 0 ? -1 : 1
      var reached = found.reach < 0 ? place : end - 1
      for _ in 0..<abs(found.reach) {
        let next = reached + step
        guard words.indices.contains(next),
          !endsClause(tokens[min(reached, next)], tokens[max(reached, next)], in: text)
        else { break }
        denied.insert(next)
        reached = next
      }
      place = end
    }
    return (denied.subtracting(denying), denying)
  }

  /// Whether a stop stands between two neighbours, or a word that opens a new thought.
  private static func endsClause(
    _ first: TextFolding.Token, _ second: TextFolding.Token, in text: String
  ) -> Bool {
    text[first.range.upperBound..<second.range.lowerBound].contains { ",;:.()[]–—".contains($0) }
      || ["but", "mais", "with", "avec"].contains(second.text)
  }
}
