import Parties
import TradeModel
import Watchlist

/// Compares names by the rule of OFAC's search tool, with every listed name. One per thread.
///
/// A class for its tables, which are reused between questions.
final class OFACSearch {
  /// One name of the subject, as the rule takes it.
  private struct Asked {
    let name: String
    let whole: [UInt32]
    let words: [[UInt32]]
    let spelledWords: [String]
  }

  /// How one name stands to one listed name.
  private struct Likeness {
    var whole = 0.0
    var words = 0.0
    /// The greater of the two, in thousandths.
    var score: Int { Int((max(whole, words) * 1000).rounded()) }
  }

  private struct Best {
    var likeness: Likeness
    var asked: Int
    var name: Int
  }

  /// Below this a word has no counterpart.
  private static let leastOfWord = 0.5
  /// Where Winkler's measure begins to reward a common beginning.
  private static let gate = 0.7

  private let names: OFACNames
  private let watchlist: WatchlistFile
  private let floor: Int
  private let pattern: LetterPattern
  /// What each word of the list is like to one word of the subject.
  private let likenesses: UnsafeMutableBufferPointer<Double>
  private var sums: [Double]

  init(_ names: OFACNames, watchlist: WatchlistFile, floor: Int) {
    self.names = names
    self.watchlist = watchlist
    self.floor = floor
    pattern = LetterPattern(alphabet: names.alphabet)
    likenesses = .allocate(capacity: max(1, names.wordCount))
    likenesses.initialize(repeating: 0)
    sums = Array(repeating: 0, count: names.nameCount)
  }

  deinit { likenesses.deallocate() }

  /// Every party that scores at least the floor, best first; equal scores by id.
  func matches(for subject: Subject) -> [ScoredMatch] {
    let asked = asked(subject)
    var best: [Int: Best] = [:]
    for (number, name) in asked.enumerated() {
      compareWords(name)
      compareWholes(name, in: 0..<names.nameCount, least: Double(floor) / 1000 - 0.001) {
        listed, likeness in
        guard likeness.score >= floor else { return }
        let party = watchlist.party(ofName: listed)
        if best[party].map({ $0.likeness.score < likeness.score }) ?? true {
          best[party] = Best(likeness: likeness, asked: number, name: listed)
        }
      }
    }
    return best.map { match(ofParty: $0.key, $0.value, asked) }
      .sorted { $0.weight == $1.weight ? $0.party < $1.party : $0.weight > $1.weight }
  }

  /// The subject against one party, also below the floor.
  func match(of subject: Subject, withParty party: Int) -> ScoredMatch {
    let asked = asked(subject)
    let listed = watchlist.names(ofParty: party)
    var best: Best?
    for (number, name) in asked.enumerated() {
      compareWords(name)
      compareWholes(name, in: listed, least: 0) { listed, likeness in
        if best.map({ $0.likeness.score < likeness.score }) ?? true {
          best = Best(likeness: likeness, asked: number, name: listed)
        }
      }
    }
    guard let best else {
      return ScoredMatch(
        party: watchlist.id(ofParty: party), caption: watchlist.caption(ofParty: party),
        reasons: [])
    }
    return match(ofParty: party, best, asked)
  }

  private func asked(_ subject: Subject) -> [Asked] {
    subject.names.compactMap { name in
      let spelling = OFACSpelling(name)
      guard !spelling.words.isEmpty else { return nil }
      return Asked(
        name: name, whole: names.numbers(of: spelling.whole),
        words: spelling.telling.map(names.numbers(of:)),
        spelledWords: spelling.telling.map { String(String.UnicodeScalarView($0)) })
    }
  }

  /// Fills ``sums`` with what the subject's words find in each name, each its nearest word.
  private func compareWords(_ asked: Asked) {
    for name in sums.indices { sums[name] = 0 }
    for word in asked.words {
      pattern.prepare(word)
      names.wordLetters.withUnsafeBufferPointer { letters in
        for listed in 0..<names.wordCount {
          let range = names.wordStarts[listed]..<names.wordStarts[listed + 1]
          likenesses[listed] = likeness(UnsafeBufferPointer(rebasing: letters[range]))
        }
      }
      names.nameStarts.withUnsafeBufferPointer { starts in
        names.nameWords.withUnsafeBufferPointer { words in
          sums.withUnsafeMutableBufferPointer { sums in
            for name in sums.indices {
              var nearest = 0.0
              for place in starts[name]..<starts[name + 1] {
                nearest = max(nearest, likenesses[Int(words[place])])
              }
              sums[name] += nearest
            }
          }
        }
      }
    }
  }

  /// What a word is like to the prepared one; nothing below ``leastOfWord``.
  private func likeness(_ word: UnsafeBufferPointer<UInt32>) -> Double {
    let likeness = pattern.winkler(word, gate: Self.gate)
    return likeness < Self.leastOfWord ? 0 : likeness
  }

  /// Hands out the likeness of each name; of those that cannot reach `least` only what the words say.
  private func compareWholes(
    _ asked: Asked, in listed: Range<Int>, least: Double, _ take: (Int, Likeness) -> Void
  ) {
    pattern.prepare(asked.whole)
    let count = Double(max(1, asked.words.count))
    names.wholeLetters.withUnsafeBufferPointer { letters in
      for name in listed {
        let range = names.wholeStarts[name]..<names.wholeStarts[name + 1]
        var likeness = Likeness(whole: 0, words: sums[name] / count)
        if !range.isEmpty, letters[range.lowerBound] == asked.whole.first,
          LetterPattern.most(asked.whole.count, range.count) >= least
        {
          likeness.whole = pattern.winkler(
            UnsafeBufferPointer(rebasing: letters[range]), gate: -1)
        }
        take(name, likeness)
      }
    }
  }

  private func match(ofParty party: Int, _ best: Best, _ asked: [Asked]) -> ScoredMatch {
    let listed = watchlist.text(ofName: best.name)
    let reason = Reason(
      feature: .name, weight: Weight(tenthsOfBit: best.likeness.score),
      subjectValue: asked[best.asked].name, listedValue: listed,
      designation: watchlist.id(ofDesignation: watchlist.name(best.name).designation),
      sentence: OFACSentence.sentence(
        whole: best.likeness.whole, words: best.likeness.words,
        nearest: nearest(asked[best.asked], best.name)))
    return ScoredMatch(
      party: watchlist.id(ofParty: party), caption: watchlist.caption(ofParty: party),
      reasons: [reason])
  }

  /// Each word of the subject with the listed word nearest to it; `nil` where none is near enough.
  private func nearest(_ asked: Asked, _ name: Int) -> [OFACSentence.Pair] {
    zip(asked.words, asked.spelledWords).map { word, spelled in
      pattern.prepare(word)
      var best: (word: Int, likeness: Double)?
      names.wordLetters.withUnsafeBufferPointer { letters in
        for place in names.nameStarts[name]..<names.nameStarts[name + 1] {
          let listed = Int(names.nameWords[place])
          let range = names.wordStarts[listed]..<names.wordStarts[listed + 1]
          let likeness = likeness(UnsafeBufferPointer(rebasing: letters[range]))
          if likeness > best?.likeness ?? 0 { best = (listed, likeness) }
        }
      }
      return OFACSentence.Pair(
        subject: spelled, listed: best.map { self.spelling(ofWord: $0.word) },
        likeness: best?.likeness ?? 0)
    }
  }

  private func spelling(ofWord word: Int) -> String {
    names.text(names.wordLetters[names.wordStarts[word]..<names.wordStarts[word + 1]])
  }
}
