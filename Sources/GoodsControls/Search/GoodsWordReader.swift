import TradeModel

/// Turns words into the keys by which they are compared: folded, in one spelling, stemmed.
struct GoodsWordReader {
  let language: GoodsLanguage
  private let stemmers: [Language: SnowballStemmer]

  init(_ language: GoodsLanguage) {
    self.language = language
    stemmers = [.en: SnowballStemmer(.en), .fr: SnowballStemmer(.fr)]
  }

  /// The key of a folded word.
  ///
  /// English `-ize` is read as `-ise`; French participles in `-ée` as those in `-é`, so that a text in
  /// capitals without accents has the same keys.
  func key(_ word: String, _ language: Language) -> String {
    let spelling = self.language.spellings[language]?[word] ?? word
    switch language {
    case .en: return stemmers[.en]?.stem(Self.withoutZ(spelling)) ?? spelling
    case .fr: return stemmers[.fr]?.stem(Self.masculine(spelling)) ?? spelling
    }
  }

  /// The keys of the words of a phrase that say something, in order; with each pair of neighbours also
  /// written as one word, as further forms of the phrase.
  func forms(of phrase: String, _ language: Language) -> [[String]] {
    let tokens = TextFolding.tokens(of: phrase)
    let words = tokens.map(\.text)
    let whole = keys(words, language)
    var forms = [whole]
    for index in words.indices.dropLast()
    where words[index + 1].count > 1 && isWord(words[index], language)
      && isWord(words[index + 1], language)
    {
      let joined =
        words[..<index] + [words[index] + words[index + 1]] + words[(index + 2)...]
      forms.append(keys(Array(joined), language))
    }
    return forms.filter { !$0.isEmpty }
  }

  private func keys(_ words: [String], _ language: Language) -> [String] {
    var keys: [String] = []
    var previous: String?
    for word in words where isWord(word, language) {
      // `carbon-carbon` is one thing, and not the word carbon.
      let key = key(word == previous ? word + word : word, language)
      if word == previous { keys.removeLast() }
      if !keys.contains(key) { keys.append(key) }
      previous = word
    }
    return keys
  }

  private func isWord(_ word: String, _ language: Language) -> Bool {
    self.language.functionWords[language]?.contains(word) != true
  }

  private static func withoutZ(_ word: String) -> String {
    guard word.utf8.contains(0x7A) else { return word }
    var bytes = Array(word.utf8)
    for index in bytes.indices.dropFirst()
    where bytes[index] == 0x7A && bytes[index - 1] == 0x69 && index + 1 < bytes.count {
      bytes[index] = 0x73
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func masculine(_ word: String) -> String {
    if word.hasSuffix("ees"), word.count > 4 { return String(word.dropLast(2)) }
    if word.hasSuffix("ee"), word.count > 3 { return String(word.dropLast()) }
    return word
  }
}
