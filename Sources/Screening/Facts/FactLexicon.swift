import KnowledgeBase
import TradeModel

/// The word lists by which facts are read from texts: `Knowledge/Lexicons/fact-words.csv`.
struct FactLexicon: Sendable {
  /// The lists of each topic: `bank` of `business`.
  private let topics: [String: PhraseIndex]
  /// The single words of the lists that are asked for whole texts and for negation.
  private let words: [String: Set<String>]
  /// Domains of providers that give a mailbox to everybody.
  let freeMailDomains: Set<String>

  init(_ knowledge: CheckedKnowledge) {
    var phrases: [String: [(label: String, text: String)]] = [:]
    var words: [String: Set<String>] = [:]
    var domains: Set<String> = []
    for row in knowledge.citedRows("Lexicons/fact-words.csv").map(\.cells) {
      let parts = row["list"].split(separator: ":", maxSplits: 1).map(String.init)
      if row["list"] == "mail:free" {
        domains.insert(row["words"])
      } else if parts.count == 2 {
        phrases[parts[0], default: []].append((parts[1], row["words"]))
      }
      words[row["list"], default: []].formUnion(FoldedText(row["words"]).words)
    }
    topics = phrases.mapValues { PhraseIndex($0) }
    self.words = words
    freeMailDomains = domains
  }

  /// How many words after a word of negation are still denied: "not for use in missiles".
  private static let reachOfNegation = 5

  /// The lists of a topic of which the text has words: `banking` of the topic `business`.
  func classes(_ topic: String, in text: String, heedingNegation: Bool = false) -> [String] {
    let folded = FoldedText(text)
    return topics[topic]?.labels(in: folded) { position in
      !heedingNegation || !isDenied(folded.words, at: position)
    } ?? []
  }

  private func isDenied(_ text: [String], at position: Int) -> Bool {
    text[max(0, position - Self.reachOfNegation)..<position].contains {
      words["negation"]?.contains($0) == true
    }
  }

  /// The words of the text that are neither of the list nor numbers.
  func words(of text: String, besides list: String) -> [String] {
    FoldedText(text).words.filter { word in
      !word.contains(where: \.isNumber) && words[list]?.contains(word) != true
    }
  }

  /// Whether the text has words, and each is of the list.
  func isWholly(_ list: String, _ text: String) -> Bool {
    let own = FoldedText(text).words
    return !own.isEmpty && own.allSatisfy { words[list]?.contains($0) == true }
  }
}
