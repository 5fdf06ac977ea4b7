import TradeModel

/// Finds labelled phrases in texts, each by its first word.
struct PhraseIndex: Sendable {
  /// In the order in which they were first given.
  let labels: [String]
  private let byFirstWord: [String: [(label: Int, phrase: FoldedText)]]

  /// - Parameter phrases: texts without words are passed over.
  init(_ phrases: [(label: String, text: String)]) {
    var labels: [String] = []
    var byFirstWord: [String: [(label: Int, phrase: FoldedText)]] = [:]
    for (label, text) in phrases {
      let phrase = FoldedText(text)
      guard let first = phrase.words.first else { continue }
      let number = labels.lastIndex(of: label) ?? labels.count
      if number == labels.count { labels.append(label) }
      byFirstWord[first, default: []].append((number, phrase))
    }
    self.labels = labels
    self.byFirstWord = byFirstWord
  }

  /// The labels of which a phrase stands in `text`, in the order of ``labels``.
  ///
  /// - Parameter isWanted: asked with the place of the phrase among the words.
  /// - Complexity: O(*n*) in the words, times the phrases that begin alike.
  func labels(in text: FoldedText, where isWanted: (Int) -> Bool = { _ in true }) -> [String] {
    var found: Set<Int> = []
    for (position, word) in text.words.enumerated() {
      for (label, phrase) in byFirstWord[word] ?? []
      where text.words[position...].starts(with: phrase.words) && isWanted(position) {
        found.insert(label)
      }
    }
    return found.sorted().map { labels[$0] }
  }
}
