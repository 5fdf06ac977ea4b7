public import NameAnalysis

/// Asks an index which numbered readings a reading meets. One per thread: it holds the counters, so
/// that asking allocates nothing per candidate.
///
/// Two readings meet when the strength of their linked words reaches ``PackedNameIndex/bar(_:_:)``,
/// counted from either side: the sum, over the words of the one, of the strongest link to a word of
/// the other. Whether they meet is a function of the two readings. What follows only computes it
/// cheaper: the posting of a common word is read as far as a reading may still reach its bar, and
/// sums that were left incomplete are completed from the readings themselves. The ranks are worked on
/// block by block, all postings of the question at a time.
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

  /// A posting that is being read.
  private struct Cursor: BitwiseCopyable {
    /// The rank at ``place``, or a lesser one where the posting was passed over for a while.
    var rank: UInt32
    var place: UInt32
    let stop: UInt32
    /// From this rank on the link does not decide on its own.
    let end: UInt32
    let strength: Int
  }

  /// How many ranks are worked on at a time: their sums, four bytes each, stay in the nearer caches. What
  /// is found does not depend on it.
  static let blockLength = 1 << 16

  private let index: PackedNameIndex
  private let blockLength: Int
  private let finder: TokenFinder
  // Plain memory instead of arrays: an access to a class's array is checked for exclusivity. Each
  // holds at most one entry a unit or token, so the lists never run over.
  /// The sum of a rank of the block in the lower half, the word that added last, from 1, in the upper.
  private let sums: UnsafeMutableBufferPointer<UInt32>
  private let touched: UnsafeMutableBufferPointer<UInt32>
  private var cursors: [Cursor] = []
  /// Where the cursors of each of ``words`` begin.
  private var cursorStarts: [Int] = []
  /// The first entry of a token, from 1; 0 where there is none.
  private let chains: UnsafeMutableBufferPointer<UInt32>
  /// Which tokens have an entry, a bit each: small enough to stay at hand.
  private let linked: UnsafeMutableBufferPointer<UInt64>
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

  public convenience init(_ index: PackedNameIndex, model: TokenModel) {
    self.init(index, model: model, blockLength: Self.blockLength)
  }

  init(_ index: PackedNameIndex, model: TokenModel, blockLength: Int) {
    self.index = index
    self.blockLength = blockLength
    finder = TokenFinder(index, model: model)
    let length = min(index.unitCount, blockLength)
    sums = .allocate(capacity: length)
    sums.initialize(repeating: 0)
    touched = .allocate(capacity: length)
    linked = .allocate(capacity: index.tokenCount / 64 + 1)
    linked.initialize(repeating: 0)
    chains = .allocate(capacity: index.tokenCount)
    chains.initialize(repeating: 0)
    bestOfWord = .allocate(capacity: LeadingParts.most)
    bestOfWord.initialize(repeating: 0)
  }

  deinit {
    sums.deallocate()
    touched.deallocate()
    chains.deallocate()
    linked.deallocate()
    bestOfWord.deallocate()
  }

  /// Appends the ranks of all readings that `reading` meets to `ranks`, each once, in no promised
  /// order. There is no limit to their number.
  public func appendRanks(meeting reading: NameReading, to ranks: inout [UInt32]) {
    let total = prepare(reading)
    let before = ranks.count
    startCursors(total)
    var start = 0
    while start < index.unitCount {
      let end = min(index.unitCount, start + blockLength)
      let (touchedCount, unread) = readPostings(from: start, to: end)
      take(touchedCount, from: start, total: total, unread: unread, into: &ranks)
      statistics.touched += touchedCount
      start = end
    }
    statistics.units = ranks.count - before
  }

  /// Appends the numbers of all readings that `reading` meets to `units`, as ``appendRanks(meeting:to:)``.
  public func appendUnits(meeting reading: NameReading, to units: inout [UInt32]) {
    let before = units.count
    appendRanks(meeting: reading, to: &units)
    for place in before..<units.count {
      units[place] = UInt32(truncatingIfNeeded: index.unit(ofRank: Int(units[place])))
    }
  }

  /// Takes `reading` as the question without asking for what it meets: ``linkedParts(toToken:)`` then
  /// tells of it. Returns what its words are worth together.
  @discardableResult
  public func prepare(_ reading: NameReading) -> Int {
    let (links, chains, linked) = (finder.links, chains, linked)
    for word in words {
      for link in links[word.links] {
        let token = Int(link & 0xFFFF_FFFF)
        chains[token] = 0
        linked[token >> 6] = 0
      }
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
    var place = firstEntry(ofToken: token)
    while place > 0 {
      let entry = entries[place &- 1]
      mask |= 1 << UInt64(places[Int(entry.word)] & 63)
      place = Int(entry.next)
    }
    return mask
  }

  /// The first entry of a token, from 1; 0 for a token that is not linked.
  @inline(__always)
  private func firstEntry(ofToken token: Int) -> Int {
    linked[token >> 6] >> UInt64(token & 63) & 1 == 0 ? 0 : Int(chains[token])
  }

  /// Makes the links of the question findable by token. Returns how much a sum may count twice at
  /// most: where one token is linked to several words, the sum from its side counts the strongest.
  private func chainEntries() -> Int {
    let (links, chains, linked) = (finder.links, chains, linked)
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
        linked[token >> 6] |= 1 << UInt64(token & 63)
      }
      doubled += Int(strongest)
    }
    statistics.links = entries.count
    self.entries = entries
    return doubled
  }

  /// Sets a cursor to the beginning of every posting of the question.
  private func startCursors(_ total: Int) {
    var rest = 0
    for word in words { rest += word.most }
    cursors.removeAll(keepingCapacity: true)
    cursorStarts.removeAll(keepingCapacity: true)
    let (index, links) = (index, finder.links)
    for word in words {
      cursorStarts.append(cursors.count)
      rest -= word.most
      var strength = -1
      var end = 0
      for link in links[word.links] {
        let token = Int(link & 0xFFFF_FFFF)
        if strength != Int(link >> 32) {
          strength = Int(link >> 32)
          // A rank that no word reached so far reaches this much at most.
          end = rankLimit(total, reaching: strength &+ rest)
        }
        let (start, stop) = (index.postingStarts[token], index.postingStarts[token &+ 1])
        guard start < stop else { continue }
        cursors.append(
          Cursor(
            rank: UInt32(truncatingIfNeeded: index.postings.load(start)),
            place: UInt32(truncatingIfNeeded: start), stop: UInt32(truncatingIfNeeded: stop),
            end: UInt32(truncatingIfNeeded: end), strength: strength))
      }
    }
    cursorStarts.append(cursors.count)
  }

  /// Adds up the strengths of a block of ranks; returns how many ranks got one, and how much a sum may
  /// lack at most.
  private func readPostings(from first: Int, to last: Int) -> (touched: Int, unread: Int) {
    let block = UInt32(truncatingIfNeeded: first)..<UInt32(truncatingIfNeeded: last)
    let blocks = (index.unitCount &+ blockLength &- 1) / blockLength
    var touchedCount = 0
    var unread = 0
    for number in words.indices {
      // A short posting is read to its end rather than looked up from the readings.
      let isShort = words[number].volume <= touchedCount &* 8 &* blocks &+ 64
      unread += readPostings(ofWord: number, in: block, isShort: isShort, touched: &touchedCount)
    }
    return (touchedCount, unread)
  }

  /// Returns the strength of the strongest link that was not read to the end of the block.
  private func readPostings(
    ofWord number: Int, in block: Range<UInt32>, isShort: Bool, touched count: inout Int
  ) -> Int {
    let mark = UInt32(number + 1) << 16
    let (sums, touched) = (sums, touched)
    var touchedCount = count
    var missed = 0
    var read = 0
    cursors.withUnsafeMutableBufferPointer { cursors in
      for place in cursorStarts[number]..<cursorStarts[number + 1] {
        var cursor = cursors[place]
        guard cursor.rank < block.upperBound else { continue }
        if block.lowerBound >= cursor.end, !isShort {
          missed = max(missed, cursor.strength)
          continue
        }
        if cursor.rank < block.lowerBound { advance(&cursor, to: block.lowerBound) }
        let before = cursor.place
        let strength = UInt32(truncatingIfNeeded: cursor.strength)
        while cursor.rank < block.upperBound {
          let decides = cursor.rank < cursor.end
          if !decides, !isShort {
            missed = max(missed, cursor.strength)
            break
          }
          let local = cursor.rank &- block.lowerBound
          let sum = sums[Int(local)]
          if sum == 0 {
            if decides {
              touched[touchedCount] = local
              touchedCount &+= 1
              sums[Int(local)] = mark | strength
            }
          } else if sum & 0xFFFF_0000 != mark {
            sums[Int(local)] = mark | min(0xFFFF, (sum & 0xFFFF) &+ strength)
          }
          cursor.place &+= 1
          cursor.rank = rank(at: cursor)
        }
        read &+= Int(cursor.place &- before)
        cursors[place] = cursor
      }
    }
    statistics.postings += read
    count = touchedCount
    return missed
  }

  /// The rank that a cursor stands at; beyond all ranks at the end of its posting.
  @inline(__always)
  private func rank(at cursor: Cursor) -> UInt32 {
    cursor.place < cursor.stop
      ? UInt32(truncatingIfNeeded: index.postings.load(Int(cursor.place))) : .max
  }

  /// Moves a cursor that was passed over to the first rank from `rank` on.
  private func advance(_ cursor: inout Cursor, to rank: UInt32) {
    var (low, high) = (Int(cursor.place), Int(cursor.stop))
    while low < high {
      let middle = (low &+ high) >> 1
      if index.postings.load(middle) < Int(rank) { low = middle &+ 1 } else { high = middle }
    }
    cursor.place = UInt32(truncatingIfNeeded: low)
    cursor.rank = self.rank(at: cursor)
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

  /// Appends the ranks of the block whose sums reach their bars, and forgets the sums.
  private func take(
    _ touchedCount: Int, from first: Int, total: Int, unread: Int, into ranks: inout [UInt32]
  ) {
    let (sums, index, doubled) = (sums, index, doubled)
    let least = min(PackedNameIndex.lowestBar, total)
    var completed = 0
    entries.withUnsafeBufferPointer { entries in
      for local in touched[..<touchedCount] {
        let sum = Int(sums[Int(local)] & 0xFFFF)
        sums[Int(local)] = 0
        // Nearly all that were touched by a weak link end here.
        if sum &+ unread < least { continue }
        let rank = first &+ Int(local)
        let bar = PackedNameIndex.bar(total, index.rankTotals.load(rank))
        guard sum &+ unread >= bar else { continue }
        if sum &- doubled < bar {
          completed &+= 1
          guard strength(ofRank: rank, entries) >= bar else { continue }
        }
        ranks.append(UInt32(truncatingIfNeeded: rank))
      }
    }
    statistics.completed += completed
  }

  /// The strength between the question and a numbered reading: the lesser of the sums counted from
  /// either side.
  private func strength(ofRank rank: Int, _ entries: UnsafeBufferPointer<Entry>) -> Int {
    let (index, bestOfWord) = (index, bestOfWord)
    var fromUnit = 0
    var fromWords = 0
    for part in index.parts(ofRank: rank) {
      guard let token = index.leadingToken(ofPart: part) else { continue }
      var best = 0
      var place = firstEntry(ofToken: token)
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
