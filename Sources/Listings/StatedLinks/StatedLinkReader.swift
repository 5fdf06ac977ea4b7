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
