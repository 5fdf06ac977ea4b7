import TradeModel

/// Reads links between parties from the prose of records: `Subsidiary of …`, `Owned by … (QDi.412)`.
///
/// A link is read only where the sentence says surely who of the two the record is of: the sentence
/// has no subject but the record's own party, or names that party on one side of the phrase. The other
/// side must be a name. What speaks of ownership and is not read so is handed out as unread.
public struct StatedLinkReader: Sendable {
  /// What the prose of one record says.
  public struct Reading: Hashable, Sendable {
    /// With the sentence of each, in the order of the text.
    public internal(set) var links: [ListedRelation] = []
    /// Sentences that speak of ownership in a way that was not read, or not wholly.
    public internal(set) var unread: [String] = []
  }

  let phrases: LinkPhrases

  /// - Parameter phrases: ``LinkPhrases/none`` reads nothing.
  public init(phrases: LinkPhrases) { self.phrases = phrases }

  /// Whether it reads anything at all.
  public var isIdle: Bool { phrases.isEmpty }

  /// What the remarks of `designation` say.
  ///
  /// - Parameter names: of the same list; with none nothing is resolved.
  /// - Complexity: O(*n*) in the remarks.
  public func reading(of designation: Designation, names: ListedNames? = nil) -> Reading {
    var reading = Reading()
    guard !isIdle else { return reading }
    let own = OwnWords(designation)
    for remark in designation.remarks {
      for sentence in ProseSentences.sentences(of: remark) {
        read(sentence, own: own, names, into: &reading)
      }
    }
    return reading
  }

  /// `designation` with the links of its prose behind those of its fields.
  public func adding(to designation: Designation, names: ListedNames) -> Designation {
    let links = reading(of: designation, names: names).links
    guard !links.isEmpty else { return designation }
    var designation = designation
    for link in links where !designation.relations.contains(link) {
      designation.relations.append(link)
    }
    return designation
  }

  private func read(
    _ sentence: String, own: OwnWords, _ names: ListedNames?, into reading: inout Reading
  ) {
    let prose = ProseTokens(sentence)
    var place = 0
    var before: (end: Int, isOwnSubject: Bool)?
    var isUnread = false
    while place < prose.tokens.count {
      guard let found = phrases.phrase(at: place, in: prose) else {
        place += 1
        continue
      }
      place = found.range.upperBound
      guard let phrase = found.phrase, !phrase.isEmpty else { continue }
      guard !phrase.isMention else {
        isUnread = true
        continue
      }
      let others = StatedNameReader(prose: prose) { names?.key(of: $0) != nil }
        .names(from: place)
      var isOwnSubject = own.isSubject(prose, 0..<found.range.lowerBound)
      if let before, prose.isJoined(before.end..<found.range.lowerBound) {
        isOwnSubject = before.isOwnSubject
      }
      let isDoubted = own.isDoubted(prose, 0..<found.range.lowerBound)
      if isDoubted {
        isUnread = true
      } else if found.range.lowerBound > 0, others.names.contains(where: { own.isNamed($0.text) }) {
        let other = own.subjectName(prose, 0..<found.range.lowerBound)
        if let other, let word = phrase.whenBehind {
          reading.links.append(link(word, other, found.share, sentence, names))
        } else {
          isUnread = true
        }
      } else if isOwnSubject, let word = phrase.whenBefore, !others.names.isEmpty {
        reading.links += others.names.map { link(word, $0, found.share, sentence, names) }
        before = (others.end, true)
      } else {
        isUnread = true
      }
      place = max(place, others.end)
    }
    if isUnread { reading.unread.append(sentence) }
  }

  private func link(
    _ word: String, _ name: StatedName, _ share: Int?, _ sentence: String, _ names: ListedNames?
  ) -> ListedRelation {
    let key =
      name.reference.flatMap { names?.key(ofReference: $0) } ?? names?.key(of: name.text)
      ?? name.shortForm.flatMap { names?.key(of: $0) }
    return ListedRelation(
      type: word, target: key.map { .record(name: name.text, key: $0) } ?? .name(name.text),
      share: share, quote: sentence)
  }
}

extension ProseTokens {
  /// Whether nothing but *and*, *or* and commas stands there.
  fileprivate func isJoined(_ range: Range<Int>) -> Bool {
    range.allSatisfy { ["and", "or", "et", "und", "is", "was"].contains(tokens[$0].folded) }
  }
}

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
