import TradeModel

/// The phrases by which lists say in prose that one party owns, controls or fronts for another.
public struct LinkPhrases: Hashable, Sendable {
  /// One phrase, as a row of `Knowledge/Ownership/link-phrases.csv`.
  public struct Phrase: Hashable, Sendable {
    /// Folded; `%` stands for a percentage.
    let words: [String]
    /// The link's word where the record's own party stands before the phrase and the other behind it;
    /// `nil` where that says nothing.
    let whenBefore: String?
    /// The link's word where the record's own party stands behind the phrase.
    let whenBehind: String?
    /// Whether it speaks of ownership and names nobody: `a ship owned by a designated person`.
    let isEmpty: Bool

    /// Takes a row; `nil` for a phrase without words.
    ///
    /// - Parameters:
    ///   - text: any case; `%` for a percentage: `owns % of`.
    ///   - before: of `Knowledge/Ownership/unverified/relation-words.csv`.
    ///   - behind: the same, seen from the other party.
    ///   - isEmpty: whether the phrase says nothing of the party.
    public init?(
      _ text: String, whenBefore before: String?, whenBehind behind: String?, isEmpty: Bool = false
    ) {
      words = text.split(separator: " ").flatMap { part in
        part == "%" ? ["%"] : String(part).foldedWords
      }
      whenBefore = before
      whenBehind = behind
      self.isEmpty = isEmpty
      if words.isEmpty { return nil }
    }

    /// Whether it only tells that a sentence speaks of ownership.
    var isMention: Bool { whenBefore == nil && whenBehind == nil }
  }

  private let byFirst: [String: [Phrase]]

  /// No phrases: nothing is read.
  public static let none = LinkPhrases([])

  public init(_ phrases: [Phrase]) {
    byFirst = Dictionary(grouping: phrases, by: { $0.words[0] })
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// Whether there is nothing to read by.
  public var isEmpty: Bool { byFirst.isEmpty }

  /// The longest phrase that begins at `place`, with its length in tokens and its percentage.
  func phrase(at place: Int, in prose: ProseTokens) -> LinkOccurrence? {
    if let percentage = prose.percentage(at: place) {
      return match(byFirst["%"] ?? [], at: place, in: prose)
        ?? LinkOccurrence(phrase: nil, range: place..<(place + percentage.length), share: nil)
    }
    return match(byFirst[prose.tokens[place].folded] ?? [], at: place, in: prose)
  }

  private func match(_ phrases: [Phrase], at place: Int, in prose: ProseTokens) -> LinkOccurrence? {
    for phrase in phrases {
      var (next, share): (Int, Int?) = (place, nil)
      let isHere = phrase.words.allSatisfy { word in
        guard next < prose.tokens.count else { return false }
        if word == "%" {
          guard let percentage = prose.percentage(at: next) else { return false }
          share = percentage.hundredths
          next += percentage.length
          return true
        }
        next += 1
        return prose.tokens[next - 1].folded == word
      }
      if isHere { return LinkOccurrence(phrase: phrase, range: place..<next, share: share) }
    }
    return nil
  }
}

/// Where a phrase stands in a sentence.
struct LinkOccurrence {
  /// `nil` for a percentage that no phrase has a place for.
  let phrase: LinkPhrases.Phrase?
  /// Of the sentence's tokens.
  let range: Range<Int>
  /// In hundredths of a percent.
  let share: Int?
}
