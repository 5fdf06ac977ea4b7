import TradeModel

/// The words by which a record's own party is told from others in its prose.
struct OwnWords {
  private let words: Set<String>
  private let names: Set<String>
  private let isPerson: Bool

  init(_ designation: Designation) {
    var words: Set<String> = []
    var names: Set<String> = []
    for name in designation.names {
      let tokens = ProseTokens(name.text).tokens
      words.formUnion(tokens.map(\.folded))
      names.insert(name.text.foldedNameKey)
      // The initials, as bodies are called in the sentences on them.
      let initials = tokens.filter(\.isCapital).compactMap { $0.folded.first }
      if initials.count > 2 { names.insert(String(initials)) }
    }
    words.formUnion(names.filter { !$0.contains(" ") })
    self.words = words
    self.names = names
    isPerson = designation.kind == .person
  }

  /// Whether a name in the prose is the party's own: every capital word of it is a word of its names,
  /// and there are two or it is a person's, or the name is one of its own as it stands.
  func isNamed(_ text: String) -> Bool {
    if names.contains(text.foldedNameKey) { return true }
    let capitals = ProseTokens(text).tokens.filter(\.isCapital)
    return capitals.count > (isPerson ? 0 : 1) && capitals.allSatisfy { words.contains($0.folded) }
  }

  /// Whether the words before a phrase name nobody but the party itself.
  func isSubject(_ prose: ProseTokens, _ range: Range<Int>) -> Bool {
    let range = subject(prose, range)
    for place in range {
      let token = prose.tokens[place]
      if token.isCapital, !words.contains(token.folded), !isDescription(prose, place, range) {
        return false
      }
    }
    return range.count { !words.contains(prose.tokens[$0].folded) } <= Self.longestSubject
  }

  /// Whether the words right before a phrase deny it or put it into the past.
  func isDoubted(_ prose: ProseTokens, _ range: Range<Int>) -> Bool {
    range.suffix(4).contains { Self.doubting.contains(prose.tokens[$0].folded) }
  }

  /// The one name that the words before a phrase are, when it is another's.
  func subjectName(_ prose: ProseTokens, _ range: Range<Int>) -> StatedName? {
    let range = subject(prose, range)
    let start = range.first { prose.tokens[$0].isCapital && prose.tokens[$0].folded != "the" }
    guard let start, (range.lowerBound..<start).allSatisfy({ prose.tokens[$0].folded == "the" })
    else { return nil }
    let found = StatedNameReader(prose: prose, isListed: { _ in false }).names(from: start)
    guard found.names.count == 1, let name = found.names.first, !isNamed(name.text),
      (found.end..<max(found.end, range.upperBound)).allSatisfy({
        Self.auxiliaries.contains(prose.tokens[$0].folded)
      })
    else { return nil }
    return name
  }

  /// Without a label such as `Other information:` before it.
  private func subject(_ prose: ProseTokens, _ range: Range<Int>) -> Range<Int> {
    guard let label = range.last(where: { prose.tokens[$0].gap.contains(":") }) else {
      let isLabelled =
        range.upperBound < prose.tokens.count
        && prose.tokens[range.upperBound].gap.contains(":")
      return isLabelled ? range.upperBound..<range.upperBound : range
    }
    return label..<range.upperBound
  }

  /// A capital at the start of the sentence that is no name: `Libyan subsidiary`, `It is`,
  /// `UK-incorporated`.
  private func isDescription(_ prose: ProseTokens, _ place: Int, _ range: Range<Int>) -> Bool {
    let token = prose.tokens[place]
    if prose.gap(after: place).contains("-"), place + 1 < prose.tokens.count,
      !prose.tokens[place + 1].isCapital
    {
      return true
    }
    guard place == range.lowerBound, !token.isNumber else { return false }
    if Self.general.contains(token.folded) { return true }
    let next = place + 1 < range.upperBound ? prose.tokens[place + 1].folded : ""
    return !token.isAcronym && !Self.auxiliaries.contains(next)
      && (place + 1 == range.upperBound || !prose.tokens[place + 1].isCapital)
  }

  private static let doubting: Set<String> = [
    "not", "no", "never", "nor", "longer", "denies", "denied", "formerly", "previously", "former",
    "was", "were", "until", "ex", "ne", "pas", "plus", "ancien", "ancienne", "nicht", "kein",
    "ehemals", "war",
  ]
  /// More words besides its own name before a phrase tell a story, in which the subject may be another.
  private static let longestSubject = 8
  private static let general: Set<String> = [
    "it", "he", "she", "they", "the", "this", "company", "entity", "bank", "firm", "group",
    "business", "vessel", "ship", "organisation", "organization", "a", "an", "elle", "il", "la",
    "le", "société", "sie", "er", "es", "die", "das",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "was", "are", "were", "has", "had", "been", "be", "in", "turn", "also", "wholly",
    "reportedly", "believed", "to", "est", "ist", "wird", "a", "the", "partly", "majority",
  ]
}
