import KnowledgeBase
import TradeModel

/// The word lists by which facts are read from texts: `Knowledge/Lexicons/fact-words.csv`.
struct FactLexicon: Sendable {
  /// By list, in the order of the file.
  private let phrases: [String: [FoldedText]]
  /// The lists in the order of the file.
  private let lists: [String]
  /// Domains of providers that give a mailbox to everybody.
  let freeMailDomains: Set<String>

  init(_ knowledge: CheckedKnowledge) {
    var phrases: [String: [FoldedText]] = [:]
    var domains: Set<String> = []
    var lists: [String] = []
    for row in knowledge.citedRows("Lexicons/fact-words.csv").map(\.cells) {
      let list = row["list"]
      if list == "mail:free" {
        domains.insert(row["words"])
      } else {
        if phrases[list] == nil { lists.append(list) }
        phrases[list, default: []].append(FoldedText(row["words"]))
      }
    }
    self.phrases = phrases
    self.lists = lists
    freeMailDomains = domains
  }

  /// How many words after a word of negation are still denied: "not for use in missiles".
  private static let reachOfNegation = 5

  /// The classes of a topic whose words the text has: `business:bank` of the topic `business`.
  func classes(_ topic: String, in text: String, heedingNegation: Bool = false) -> [String] {
    let folded = FoldedText(text)
    return lists.filter { $0.hasPrefix(topic + ":") }.filter { list in
      (phrases[list] ?? []).contains { phrase in
        folded.positions(of: phrase).contains { !heedingNegation || !isDenied(folded, at: $0) }
      }
    }.map { String($0.dropFirst(topic.count + 1)) }
  }

  private func isDenied(_ text: FoldedText, at position: Int) -> Bool {
    let before = text.words[max(0, position - Self.reachOfNegation)..<position]
    return before.contains { word in phrases["negation"]?.contains { $0.words == [word] } == true }
  }

  /// Whether the text has words, and each is of the list.
  func isWholly(_ list: String, _ text: String) -> Bool {
    let words = FoldedText(text).words
    let known = Set((phrases[list] ?? []).flatMap(\.words))
    return !words.isEmpty && words.allSatisfy { known.contains($0) }
  }
}
