public import NameAnalysis

/// Asks an index which numbered readings a reading meets. One per thread: it holds the counters, so
/// that asking allocates nothing per candidate.
///
/// Two readings meet when the strength of their linked words reaches ``PackedNameIndex/bar(_:_:)``,
/// counted from either side: the sum, over the words of the one, of the strongest link to a word of
/// the other. Whether they meet is a function of the two readings. What follows only computes it
/// cheaper: the posting of a common word is read as far as a reading may still reach its bar, and
/// sums that were left incomplete are completed from the readings themselves.
///
/// A class because the counters are large and change with every question.
public final class NameSearch {
  /// What the last question cost.
  public struct Statistics: Hashable, Sendable {
    /// Different words asked.
    public var words = 0
    /// Words of the index linked to them.
    public var links = 0
    /// Postings read.
    public var postings = 0
    /// Readings that got a strength.
    public var touched = 0
    /// Readings whose sums were computed from their parts.
    public var completed = 0
    /// Readings met.
    public var units = 0
  }

  /// One link of one word of the question; a linked word's entries form a chain.
  private struct Entry {
    var word: UInt16
    var strength: UInt16
    var next: UInt32
  }

  private let index: PackedNameIndex
  private let finder: TokenFinder
  // Plain memory instead of arrays: an access to a class's array is checked for exclusivity. Each
  // holds at most one entry a unit or token, so the lists never run over.
  /// The sum of a rank in the lower half, the word that added last, from 1, in the upper.
  private let sums: UnsafeMutableBufferPointer<UInt32>
  private let touched: UnsafeMutableBufferPointer<UInt32>
  /// The first entry of a token, from 1; 0 where there is none.
  private let chains: UnsafeMutableBufferPointer<UInt32>
  private var entries: [Entry] = []
  /// How much a sum may count twice at most.
  private var doubled = 0
  private var words: [TokenFinder.Word] = []
  /// Where each of ``words`` stands in the reading.
  private var places: [Int] = []
  /// What each word of the question has found in the reading at hand.
  private let bestOfWord: UnsafeMutableBufferPointer<Int>
  /// What the last question cost, for measuring.
  public private(set) var statistics = Statistics()

  public init(_ index: PackedNameIndex, model: TokenModel) {
    self.index = index
    finder = TokenFinder(index, model: model)
    sums = .allocate(capacity: index.unitCount)
    sums.initialize(repeating: 0)
    touched = .allocate(capacity: index.unitCount)
    touched.initialize(repeating: 0)
    chains = .allocate(capacity: index.tokenCount)
    chains.initialize(repeating: 0)
    bestOfWord = .allocate(capacity: LeadingParts.most)
    bestOfWord.initialize(repeating: 0)
  }

  deinit {
    sums.deallocate()
    touched.deallocate()
    chains.deallocate()
    bestOfWord.deallocate()
  }

  /// Appends the numbers of all readings that `reading` meets to `units`, each once, in no promised
  /// order. There is no limit to their number.
  public func appendUnits(meeting reading: NameReading, to units: inout [UInt32]) {
    let total = prepare(reading)
    let before = units.count
    let (touchedCount, unread) = readPostings(total)
    take(touchedCount, total: total, unread: unread, doubled: doubled, into: &units)
    statistics.touched = touchedCount
    statistics.units = units.count - before
  }

  /// Takes `reading` as the question without asking for what it meets: ``linkedParts(toToken:)`` then
  /// tells of it. Returns what its words are worth together.
  @discardableResult
  public func prepare(_ reading: NameReading) -> Int {
    let (links, chains) = (finder.links, chains)
    for word in words {
      for link in links[word.links] { chains[Int(link & 0xFFFF_FFFF)] = 0 }
    }
    finder.makeRoom()
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var total = 0
    var found: [(word: TokenFinder.Word, place: Int)] = []
    for place in LeadingParts(of: reading).places {
      let word = reading.parts[place].text.withUnsafeBufferPointer(finder.word)
      total += word.weight
      found.append((word, place))
    }
    // The cheapest first: what is read last may be read in part only.
    found.sort { $0.word.volume < $1.word.volume }
    for (word, place) in found {
      words.append(word)
      places.append(place)
    }
    statistics = Statistics(words: words.count)
    doubled = chainEntries()
    return min(total, PackedNameIndex.mostTotal)
  }

  /// The leading parts of the question that a token is linked to, a bit for each of the first 64 parts
  /// of its reading. A part that repeats another one's text has that one's bit.
  @inline(__always)
  public func linkedParts(toToken token: Int) -> UInt64 {
    var mask: UInt64 = 0
    var place = Int(chains[token])
    while place > 0 {
      let entry = entries[place &- 1]
      mask |= 1 << UInt64(places[Int(entry.word)] & 63)
      place = Int(entry.next)
    }
    return mask
  }

  /// Makes the links of the question findable by token. Returns how much a sum may count twice at
  /// most: where one token is linked to several words, the sum from its side counts the strongest.
  private func chainEntries() -> Int {
    let (links, chains) = (finder.links, chains)
    var entries = self.entries
    self.entries = []
    entries.removeAll(keepingCapacity: true)
    var doubled = 0
    for (number, word) in words.enumerated() {
      var strongest: UInt16 = 0
      for link in links[word.links] {
        let token = Int(link & 0xFFFF_FFFF)
        let next = chains[token]
        let strength = UInt16(truncatingIfNeeded: link >> 32)
        if next != 0 { strongest = max(strongest, strength) }
        entries.append(
          Entry(word: UInt16(truncatingIfNeeded: number), strength: strength, next: next))
        chains[token] = UInt32(entries.count)
      }
      doubled += Int(strongest)
    }
    statistics.links = entries.count
    self.entries = entries
    return doubled
  }

  /// Adds up the strengths; returns how many ranks got one, and how much a sum may lack at most.
  private func readPostings(_ total: Int) -> (touched: Int, unread: Int) {
    var rest = 0
    for word in words { rest += word.most }
    var touchedCount = 0
    var unread = 0
    var read = 0
    let (sums, touched, index, links) = (sums, touched, index, finder.links)
    for (number, word) in words.enumerated() {
      rest -= word.most
      let mark = UInt32(number + 1) << 16
      var missed = 0
      // A short posting is read to its end rather than looked up from the readings.
      let isShort = word.volume <= touchedCount &* 8 &+ 64
      var strength = -1
      var end: UInt32 = 0
      for link in links[word.links] {
        let token = Int(link & 0xFFFF_FFFF)
        if strength != Int(link >> 32) {
          strength = Int(link >> 32)
          // A rank that no word reached so far reaches this much at most.
          end = UInt32(rankLimit(total, reaching: strength &+ rest))
        }
        let start = Int(index.postingStarts[token])
        let stop = Int(index.postingStarts[token &+ 1])
        for place in start..<stop {
          let rank = UInt32(truncatingIfNeeded: index.postings.load(place))
          if rank >= end, !isShort {
            missed = max(missed, strength)
            break
          }
          read &+= 1
          let sum = sums[Int(rank)]
          if sum == 0 {
            if rank >= end { continue }
            touched[touchedCount] = rank
            touchedCount &+= 1
            sums[Int(rank)] = mark | UInt32(strength)
          } else if sum & 0xFFFF_0000 != mark {
            sums[Int(rank)] = mark | min(0xFFFF, (sum & 0xFFFF) &+ UInt32(strength))
          }
        }
      }
      unread += missed
    }
    statistics.postings = read
    return (touchedCount, unread)
  }

  /// The first rank whose bar is above `strength`.
  private func rankLimit(_ total: Int, reaching strength: Int) -> Int {
    if strength >= PackedNameIndex.bar(total, PackedNameIndex.mostTotal) { return index.unitCount }
    var low = 0
    var high = PackedNameIndex.mostTotal
    while low < high {
      let middle = (low &+ high) >> 1
      if PackedNameIndex.bar(total, middle) > strength { high = middle } else { low = middle &+ 1 }
    }
    return index.rankStarts[low]
  }

  private func take(
    _ touchedCount: Int, total: Int, unread: Int, doubled: Int, into units: inout [UInt32]
  ) {
    let (sums, index) = (sums, index)
    let least = min(PackedNameIndex.lowestBar, total)
    var completed = 0
    entries.withUnsafeBufferPointer { entries in
      for rank in touched[..<touchedCount] {
        let sum = Int(sums[Int(rank)] & 0xFFFF)
        sums[Int(rank)] = 0
        // Nearly all that were touched by a weak link end here.
        if sum &+ unread < least { continue }
        let bar = PackedNameIndex.bar(total, Int(index.rankTotals[Int(rank)]))
        guard sum &+ unread >= bar else { continue }
        let unit = index.rankUnits[Int(rank)]
        if sum &- doubled < bar {
          completed &+= 1
          guard strength(ofUnit: unit, entries) >= bar else { continue }
        }
        units.append(UInt32(truncatingIfNeeded: unit))
      }
    }
    statistics.completed = completed
  }

  /// The strength between the question and a numbered reading: the lesser of the sums counted from
  /// either side.
  private func strength(ofUnit unit: Int, _ entries: UnsafeBufferPointer<Entry>) -> Int {
    let (index, chains, bestOfWord) = (index, chains, bestOfWord)
    var fromUnit = 0
    var fromWords = 0
    for part in index.parts(ofUnit: unit) {
      guard let token = index.leadingToken(ofPart: part) else { continue }
      var best = 0
      var place = Int(chains[token])
      while place > 0 {
        let entry = entries[place &- 1]
        let strength = Int(entry.strength)
        best = max(best, strength)
        let known = bestOfWord[Int(entry.word)]
        if strength > known {
          bestOfWord[Int(entry.word)] = strength
          fromWords &+= strength &- known
        }
        place = Int(entry.next)
      }
      fromUnit &+= best
    }
    for word in words.indices { bestOfWord[word] = 0 }
    return min(fromUnit, fromWords)
  }
}
