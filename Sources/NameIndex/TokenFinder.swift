/// Finds the words of an index that hang together with a word, as ``TokenLink`` says.
///
/// A class because it keeps what it found lately: the readings of one name share most of their words,
/// and the names of many subjects share the common ones. Links are a function of the word and the
/// index, so it does not matter what is still kept. One per thread.
final class TokenFinder {
  /// A word with its links, as places in ``links``.
  struct Word {
    /// What the word is worth by itself, in tenths of a bit.
    var weight: Int
    /// Its links, the strongest first.
    var links: Range<Int>
    /// The strength of the strongest link, in tenths of a bit.
    var most: Int
    /// How many postings the linked words have in all.
    var volume: Int
  }

  let index: PackedNameIndex
  private let model: TokenModel
  /// Links of the words kept: a linked word's number in the lower half, the strength in the upper, in
  /// tenths of a bit.
  private(set) var links: UnsafeMutableBufferPointer<UInt64>
  private var linkCount = 0

  private var kept: [Word] = []
  private let keptTexts: UnsafeMutableBufferPointer<UInt8>
  private static let slots = 2048
  /// A slot holds the length and 63 bytes.
  private static let slotSize = 64
  private static let mostLinksKept = 1 << 16

  // Plain memory: an access to a class's array is checked for exclusivity.
  private let strengths: UnsafeMutableBufferPointer<UInt16>
  /// The words with a strength; the first element counts them.
  private let linked: UnsafeMutableBufferPointer<UInt32>
  /// Which words were compared with the present one: those with the present turn's number.
  private let compared: UnsafeMutableBufferPointer<UInt32>
  private var turn: UInt32 = 0
  private let distance = EditDistance()
  /// What the present word is worth.
  private var weight = 0

  init(_ index: PackedNameIndex, model: TokenModel) {
    self.index = index
    self.model = model
    links = .allocate(capacity: 1 << 12)
    keptTexts = .allocate(capacity: Self.slots * Self.slotSize)
    keptTexts.initialize(repeating: 0)
    kept = Array(repeating: Word(weight: 0, links: 0..<0, most: 0, volume: 0), count: Self.slots)
    strengths = .allocate(capacity: index.tokenCount)
    strengths.initialize(repeating: 0)
    linked = .allocate(capacity: index.tokenCount + 1)
    // Beyond the count nothing is read that was not written.
    linked[0] = 0
    compared = .allocate(capacity: index.tokenCount)
    compared.initialize(repeating: 0)
  }

  deinit {
    links.deallocate()
    keptTexts.deallocate()
    strengths.deallocate()
    linked.deallocate()
    compared.deallocate()
  }

  /// Forgets what was kept when it is much. Words found before must not be used afterwards.
  func makeRoom() {
    guard linkCount > Self.mostLinksKept else { return }
    linkCount = 0
    keptTexts.update(repeating: 0)
  }

  /// The word with all its links.
  func word(_ text: UnsafeBufferPointer<UInt8>) -> Word {
    precondition((1...63).contains(text.count), "a token has 1 to 63 bytes")
    let key = SpellingKeys.word(text)
    let slot = Int(key >> 8) & (Self.slots - 1)
    let place = slot * Self.slotSize
    if Int(keptTexts[place]) == text.count,
      keptTexts[(place + 1)..<(place + 1 + text.count)].elementsEqual(text)
    {
      return kept[slot]
    }
    let word = find(text, key)
    kept[slot] = word
    keptTexts[place] = UInt8(text.count)
    for (offset, byte) in text.enumerated() { keptTexts[place + 1 + offset] = byte }
    return word
  }

  private func find(_ text: UnsafeBufferPointer<UInt8>, _ key: UInt32) -> Word {
    let mask = LetterMask.of(text)
    let same = find(text, key, mask)
    var group: UInt32 = 0
    if let same, index.tokenWeights[same] & PackedNameIndex.hasGroup == 0 {
      weight = index.weight(ofToken: same)
    } else {
      let entry = model.entry(Array(text))
      weight = entry.packedWeight
      group = entry.group
    }
    if let same { raise(same, .same, telling: text.count) }
    if group != 0 { linkGroup(group) }
    linkAffixes(text)
    if !TokenLink.isNumber(text) {
      linkEdits(text, mask)
      linkSkeleton(text, mask)
    }
    return collect()
  }

  @inline(__always)
  private func raise(_ token: Int, _ link: TokenLink.Kind, telling: Int) {
    let strength = link.strength(min(weight, index.weight(ofToken: token)), telling: telling)
    guard strength > 0 else { return }
    let known = strengths[token]
    if known == 0 {
      let place = linked[0] &+ 1
      linked[0] = place
      linked[Int(place)] = UInt32(truncatingIfNeeded: token)
    }
    strengths[token] = max(known, UInt16(truncatingIfNeeded: strength))
  }

  /// Moves what was raised to ``links``, the strongest first.
  private func collect() -> Word {
    let found = Int(linked[0])
    linked[0] = 0
    if linkCount + found > links.count { grow(by: found) }
    let start = linkCount
    var end = start
    var volume = 0
    let links = links
    let index = index
    for number in linked[1..<(found &+ 1)] {
      let token = Int(number)
      let strength = strengths[token]
      strengths[token] = 0
      links[end] = UInt64(strength) << 32 | UInt64(number)
      end &+= 1
      volume &+= index.postingStarts[token &+ 1] &- index.postingStarts[token]
    }
    linkCount = end
    var sorted = UnsafeMutableBufferPointer(rebasing: links[start..<end])
    sorted.sort(by: >)
    return Word(
      weight: weight, links: start..<end, most: sorted.first.map { Int($0 >> 32) } ?? 0,
      volume: volume)
  }

  private func grow(by count: Int) {
    let larger = UnsafeMutableBufferPointer<UInt64>.allocate(
      capacity: max(links.count * 2, linkCount + count))
    for place in 0..<linkCount { larger[place] = links[place] }
    links.deallocate()
    links = larger
  }
}

extension TokenFinder {
  /// The number of the word that is exactly `text`.
  private func find(
    _ text: UnsafeBufferPointer<UInt8>, _ key: UInt32, _ mask: UInt32
  ) -> Int? {
    let bucket = Int(key) & (index.keyStarts.count &- 2)
    for place in index.keyStarts[bucket]..<index.keyStarts[bucket &+ 1] {
      let token = index.keyTokens[place]
      if index.letterMasks[token] == mask {
        let other = index.text(ofToken: token)
        if other.count == text.count, other.elementsEqual(text) { return token }
      }
    }
    return nil
  }

  private func find(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let text = UnsafeBufferPointer(rebasing: text)
    return find(text, SpellingKeys.word(text), LetterMask.of(text))
  }

  private func linkGroup(_ group: UInt32) {
    var place = index.groups.lowerBound(group, in: 0..<index.groups.count)
    while place < index.groups.count, index.groups[place] == group {
      raise(index.groupTokens[place], .variant, telling: 0)
      place += 1
    }
  }

  private func linkSkeleton(_ text: UnsafeBufferPointer<UInt8>, _ mask: UInt32) {
    guard let skeleton = TokenLink.skeleton(of: text) else { return }
    let index = index
    let start = index.skeletons.lowerBound(skeleton.hash, in: 0..<index.skeletons.count)
    for place in start..<index.skeletons.count {
      guard index.skeletons[place] == skeleton.hash else { return }
      let token = index.skeletonTokens[place]
      let length = index.tokenOffsets[token &+ 1] &- index.tokenOffsets[token]
      if TokenLink.mayShareSkeleton(text.count, length, sounds: skeleton.sounds),
        !LetterMask.differ(
          mask, index.letterMasks[token],
          byMoreThan: TokenLink.otherLetters(sounds: skeleton.sounds))
      {
        raise(token, .skeleton, telling: skeleton.sounds)
      }
    }
  }

  /// Words within the allowed number of edits; ``SpellingKeys`` leads to all of them.
  private func linkEdits(_ text: UnsafeBufferPointer<UInt8>, _ mask: UInt32) {
    turn &+= 1
    if turn == 0 {
      compared.update(repeating: 0)
      turn = 1
    }
    let (turn, index, distance, compared) = (turn, index, distance, compared)
    let buckets = index.keyStarts.count &- 2
    let length = text.count
    distance.prepare(text)
    SpellingKeys.each(ofAsked: text) { key, most in
      let bucket = Int(key) & buckets
      for place in index.keyStarts[bucket]..<index.keyStarts[bucket &+ 1] {
        let token = index.keyTokens[place]
        if LetterMask.differ(mask, index.letterMasks[token], byMoreThan: most) { continue }
        if compared[token] == turn { continue }
        let other = index.text(ofToken: token)
        let edits = TokenLink.edits(forLength: max(length, other.count))
        // A key for one edit may lead to a word that another key allows two.
        guard edits > 0, abs(other.count &- length) <= edits else { continue }
        compared[token] = turn
        let found = distance.distance(to: other)
        if found > 0, found <= edits, !TokenLink.isNumber(other) {
          raise(token, found == 1 ? .oneEdit : .twoEdits, telling: min(length, other.count))
        }
      }
    }
  }

  /// Words that `text` begins or ends with, and words that begin or end with it.
  private func linkAffixes(_ text: UnsafeBufferPointer<UInt8>) {
    for length in stride(from: text.count - 1, through: TokenLink.shortestAffix, by: -1)
    where TokenLink.isAffixLongEnough(length, of: text.count) {
      if let token = find(text[..<length]) { raise(token, .affix, telling: length) }
      if let token = find(text[(text.count - length)...]) { raise(token, .affix, telling: length) }
    }
    guard text.count >= TokenLink.shortestAffix else { return }
    raiseRun(index.forwardOrder, text, backward: false)
    raiseRun(index.backwardOrder, text, backward: true)
  }

  private func raiseRun(
    _ order: PackedNumbers, _ text: UnsafeBufferPointer<UInt8>, backward: Bool
  ) {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low &+ high) >> 1
      if compare(order[middle], to: text, backward: backward) < 0 {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    while low < order.count {
      let token = order[low]
      guard compare(token, to: text, backward: backward) == 0 else { return }
      let length = index.text(ofToken: token).count
      if length > text.count, TokenLink.isAffixLongEnough(text.count, of: length) {
        raise(token, .affix, telling: text.count)
      }
      low &+= 1
    }
  }

  /// How the beginning (end) of a token stands to `text`: 0 when the token begins (ends) with it.
  @inline(__always)
  private func compare(
    _ token: Int, to text: UnsafeBufferPointer<UInt8>, backward: Bool
  ) -> Int {
    let other = index.text(ofToken: token)
    for step in 0..<text.count {
      guard step < other.count else { return -1 }
      let mine = text[backward ? text.count &- 1 &- step : step]
      let its = other[backward ? other.count &- 1 &- step : step]
      if its != mine { return its < mine ? -1 : 1 }
    }
    return 0
  }
}
