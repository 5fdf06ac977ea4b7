public import NameAnalysis

/// Asks an index which numbered readings a reading meets. One per thread: it holds the counters, so
/// that asking allocates nothing per candidate.
///
/// A class because the counters are large and change with every question.
public final class NameSearch {
  private let index: PackedNameIndex
  private let model: TokenModel
  // Plain memory instead of arrays: an access to a class's array is checked for exclusivity, which
  // took two fifths of the time of a question. Each holds at most one entry a unit or token, so the
  // lists never run over.
  private let sums: UnsafeMutableBufferPointer<UInt16>
  private let touched: UnsafeMutableBufferPointer<UInt32>
  private let strengths: UnsafeMutableBufferPointer<UInt16>
  private let linked: UnsafeMutableBufferPointer<UInt32>
  private var linkedCount = 0
  private let shared: UnsafeMutableBufferPointer<UInt8>
  private let sharing: UnsafeMutableBufferPointer<UInt32>
  private var distance = EditDistance()
  /// What was linked lately. Links are a function of the text and the index, and the readings of one
  /// name share most of their tokens.
  private var recent: [[UInt8]: [(token: UInt32, strength: UInt16)]] = [:]
  private static let mostRecent = 256

  public init(_ index: PackedNameIndex, model: TokenModel) {
    self.index = index
    self.model = model
    sums = .allocate(capacity: index.unitCount)
    sums.initialize(repeating: 0)
    touched = .allocate(capacity: index.unitCount)
    touched.initialize(repeating: 0)
    strengths = .allocate(capacity: index.tokenCount)
    strengths.initialize(repeating: 0)
    linked = .allocate(capacity: index.tokenCount)
    linked.initialize(repeating: 0)
    shared = .allocate(capacity: index.tokenCount)
    shared.initialize(repeating: 0)
    sharing = .allocate(capacity: index.tokenCount)
    sharing.initialize(repeating: 0)
  }

  deinit {
    sums.deallocate()
    touched.deallocate()
    strengths.deallocate()
    linked.deallocate()
    shared.deallocate()
    sharing.deallocate()
  }

  /// Appends the numbers of all readings that `reading` meets to `units`, each once, in no promised
  /// order.
  ///
  /// Two readings meet when the summed strength of their linked tokens reaches
  /// ``PackedNameIndex/bar(_:_:)``. There is no limit to their number.
  public func appendUnits(meeting reading: NameReading, to units: inout [UInt32]) {
    let tokens = Self.leadingTokens(of: reading)
    var total = 0
    var touchedCount = 0
    for token in tokens {
      let weight = Int(model.packedWeight(token))
      total += weight
      link(token)
      touchedCount = addPostings(weight: weight, touchedCount)
    }
    total = min(total, 0xFFFF)
    for unit in touched[..<touchedCount] {
      let sum = Int(sums[Int(unit)])
      sums[Int(unit)] = 0
      if sum >= PackedNameIndex.bar(total, Int(index.unitTotals[Int(unit)])), sum > 0 {
        units.append(unit)
      }
    }
  }

  /// The different tokens that lead to names; all of them where none does.
  static func leadingTokens(of reading: NameReading) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    for part in reading.parts where part.role.leadsToNames && part.text.count > 1 {
      if !tokens.contains(part.text) { tokens.append(part.text) }
    }
    if tokens.isEmpty {
      for part in reading.parts where !tokens.contains(part.text) { tokens.append(part.text) }
    }
    return tokens
  }

  private func addPostings(weight: Int, _ before: Int) -> Int {
    var touchedCount = before
    for token in linked[..<linkedCount] {
      let least = min(weight, Int(index.tokenWeights[Int(token)]))
      let strength = UInt16(min(0xFFFF, least &* Int(strengths[Int(token)]) / 256))
      strengths[Int(token)] = 0
      guard strength > 0 else { continue }
      let start = Int(index.postingStarts[Int(token)])
      let end = Int(index.postingStarts[Int(token) &+ 1])
      for unit in index.postings.buffer(start..<end) {
        let sum = sums[Int(unit)]
        if sum == 0 {
          touched[touchedCount] = unit
          touchedCount += 1
        }
        let (added, overflow) = sum.addingReportingOverflow(strength)
        sums[Int(unit)] = overflow ? 0xFFFF : added
      }
    }
    linkedCount = 0
    return touchedCount
  }
}

extension NameSearch {
  /// Collects the tokens of the index that hang together with `text`, each with its greatest strength.
  private func link(_ text: [UInt8]) {
    if let known = recent[text] {
      for (token, strength) in known { raise(Int(token), to: Int(strength)) }
      return
    }
    findLinks(text)
    if recent.count >= Self.mostRecent { recent.removeAll(keepingCapacity: true) }
    recent[text] = linked[..<linkedCount].map { ($0, strengths[Int($0)]) }
  }

  private func findLinks(_ text: [UInt8]) {
    if let token = find(text[...]) { raise(token, to: TokenLink.same) }
    linkGroup(text)
    linkAffixes(text)
    guard !TokenLink.isNumber(text) else { return }
    linkEdits(text)
    linkSkeleton(text)
  }

  private func raise(_ token: Int, to strength: Int) {
    if strengths[token] == 0 {
      linked[linkedCount] = UInt32(token)
      linkedCount += 1
    }
    strengths[token] = max(strengths[token], UInt16(strength))
  }

  private func linkGroup(_ text: [UInt8]) {
    let group = model.group(text)
    guard group != 0 else { return }
    var place = index.groups.lowerBound(group, in: 0..<index.groups.count)
    while place < index.groups.count, index.groups[place] == group {
      raise(Int(index.groupTokens[place]), to: TokenLink.variant)
      place += 1
    }
  }

  private func linkSkeleton(_ text: [UInt8]) {
    guard let skeleton = text.withUnsafeBufferPointer({ ConsonantSkeleton.hash($0) }) else {
      return
    }
    var place = index.skeletons.lowerBound(skeleton, in: 0..<index.skeletons.count)
    while place < index.skeletons.count, index.skeletons[place] == skeleton {
      let token = Int(index.skeletonTokens[place])
      if TokenLink.mayShareSkeleton(text.count, index.text(ofToken: token).count) {
        raise(token, to: TokenLink.skeleton)
      }
      place += 1
    }
  }

  /// Tokens within the allowed number of edits. Complete: one edit touches at most three of a
  /// token's pairs of letters, so all but three for each edit must be shared.
  private func linkEdits(_ text: [UInt8]) {
    let lengths = (1...63).filter { other in
      let edits = TokenLink.edits(forLength: max(text.count, other))
      return edits > 0 && abs(other - text.count) <= edits
    }
    guard let shortest = lengths.first, let longest = lengths.last else { return }
    let first = index.lengthStarts[shortest]
    let end = index.lengthStarts[longest + 1]
    guard first < end else { return }
    var pairs = 0
    var sharingCount = 0
    Bigrams.each(of: text) { pair in
      pairs += 1
      let range = Int(index.bigramStarts[pair])..<Int(index.bigramStarts[pair + 1])
      let from = index.bigramTokens.lowerBound(first, in: range)
      let to = index.bigramTokens.lowerBound(end, in: from..<range.upperBound)
      for token in index.bigramTokens.buffer(from..<to) {
        let count = shared[Int(token)]
        if count == 0 {
          sharing[sharingCount] = token
          sharingCount += 1
        }
        shared[Int(token)] = count &+ 1
      }
    }
    self.distance.prepare(text)
    let distance = self.distance
    let length = text.count
    func verify(_ token: UInt32, atLeast count: Int) {
      let other = index.text(ofToken: Int(token))
      let edits = TokenLink.edits(forLength: max(length, other.count))
      guard edits > 0, abs(other.count - length) <= edits, count >= pairs - 3 * edits else {
        return
      }
      let found = distance.distance(to: other)
      if found > 0, found <= edits, !TokenLink.isNumber(other) {
        raise(Int(token), to: TokenLink.strength(edits: found))
      }
    }
    let mostEdits = TokenLink.edits(forLength: max(text.count, longest))
    if pairs > 3 * mostEdits {
      for token in sharing[..<sharingCount] { verify(token, atLeast: Int(shared[Int(token)])) }
    } else {
      for token in first..<end { verify(token, atLeast: Int(shared[Int(token)])) }
    }
    for token in sharing[..<sharingCount] { shared[Int(token)] = 0 }
  }

  /// Tokens that `text` begins or ends with, and tokens that begin or end with it.
  private func linkAffixes(_ text: [UInt8]) {
    for length in stride(from: text.count - 1, through: TokenLink.shortestAffix, by: -1)
    where TokenLink.isAffixLongEnough(length, of: text.count) {
      if let token = find(text[..<length]) { raise(token, to: TokenLink.affix) }
      if let token = find(text[(text.count - length)...]) { raise(token, to: TokenLink.affix) }
    }
    guard text.count >= TokenLink.shortestAffix else { return }
    raiseRun(index.forwardOrder, text, backward: false)
    raiseRun(index.backwardOrder, text, backward: true)
  }

  private func raiseRun(_ order: PackedArray<UInt32>, _ text: [UInt8], backward: Bool) {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) >> 1
      if compare(Int(order[middle]), to: text, backward: backward) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < order.count {
      let token = Int(order[low])
      guard compare(token, to: text, backward: backward) == 0 else { return }
      let length = index.text(ofToken: token).count
      if length > text.count, TokenLink.isAffixLongEnough(text.count, of: length) {
        raise(token, to: TokenLink.affix)
      }
      low += 1
    }
  }

  /// How the beginning (end) of a token stands to `text`: 0 when the token begins (ends) with it.
  private func compare(_ token: Int, to text: [UInt8], backward: Bool) -> Int {
    let other = index.text(ofToken: token)
    for step in 0..<text.count {
      guard step < other.count else { return -1 }
      let mine = text[backward ? text.count - 1 - step : step]
      let its = other[backward ? other.count - 1 - step : step]
      if its != mine { return its < mine ? -1 : 1 }
    }
    return 0
  }

  /// The number of the token that is exactly `text`.
  private func find(_ text: ArraySlice<UInt8>) -> Int? {
    var low = Int(index.lengthStarts[text.count])
    var high = Int(index.lengthStarts[text.count + 1])
    let end = high
    while low < high {
      let middle = (low + high) >> 1
      if index.text(ofToken: middle).lexicographicallyPrecedes(text) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < end && index.text(ofToken: low).elementsEqual(text) ? low : nil
  }
}
