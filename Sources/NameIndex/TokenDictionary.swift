/// The words of an index as they are written: numbered by length and text, with every way to them.
struct TokenDictionary {
  /// The new number of each word, by the old one.
  let renumbered: [UInt32]
  /// What the words are worth by themselves, by the new numbers.
  let weights: [Int]
  private let tokens: [[UInt8]]
  private let offsets: [UInt32]
  private let entries: [TokenModel.Entry]

  init(_ texts: [[UInt8]], model: TokenModel) {
    let order = (0..<texts.count).sorted { (first: Int, second: Int) -> Bool in
      let (a, b) = (texts[first], texts[second])
      if a.count != b.count { return a.count < b.count }
      return a.lexicographicallyPrecedes(b)
    }
    var renumbered = [UInt32](repeating: 0, count: texts.count)
    for (new, old) in order.enumerated() { renumbered[old] = UInt32(new) }
    self.renumbered = renumbered
    tokens = order.map { texts[$0] }
    entries = tokens.map(model.entry)
    weights = entries.map(\.packedWeight)
    var offsets: [UInt32] = [0]
    for token in tokens { offsets.append(offsets[offsets.count - 1] + UInt32(token.count)) }
    self.offsets = offsets
  }

  /// The letters of a token as the forms of parts keep them.
  struct Letters {
    /// Where they begin among the bytes of all tokens.
    let start: UInt32
    let count: Int
    let mask: UInt32
    let first: UInt8
    let last: UInt8
  }

  func letters(ofToken token: Int) -> Letters {
    let text = tokens[token]
    return Letters(
      start: offsets[token], count: text.count,
      mask: text.withUnsafeBufferPointer(LetterMask.of), first: text.first ?? 0,
      last: text.last ?? 0)
  }

  func write(to writer: inout SectionWriter) {
    func add(_ section: PackedNameIndex.Section, _ bytes: [UInt8]) {
      writer.add(section.rawValue, bytes)
    }
    add(.tokenOffsets, [UInt8](packingNumbers: offsets))
    add(.tokenBytes, [UInt8](tokens.joined()))
    let packed = entries.map {
      UInt16($0.packedWeight) | ($0.group == 0 ? 0 : PackedNameIndex.hasGroup)
    }
    add(.tokenWeights, [UInt8](packing: packed))
    let masks = tokens.map { $0.withUnsafeBufferPointer(LetterMask.of) }
    add(.letterMasks, [UInt8](packing: masks))
    let (starts, keyed) = keys()
    add(.keyStarts, [UInt8](packingNumbers: starts))
    add(.keyTokens, [UInt8](packingNumbers: keyed))
    let skeletons = classes { TokenLink.skeleton(of: $0)?.hash }
    add(.skeletons, [UInt8](packing: skeletons.map(\.value)))
    add(.skeletonTokens, [UInt8](packingNumbers: skeletons.map(\.token)))
    let groups = entries.enumerated().filter { $0.element.group != 0 }
      .map { (value: $0.element.group, token: UInt32($0.offset)) }.sorted { $0 < $1 }
    add(.groups, [UInt8](packing: groups.map(\.value)))
    add(.groupTokens, [UInt8](packingNumbers: groups.map(\.token)))
    add(.forwardOrder, [UInt8](packingNumbers: Self.order(of: tokens)))
    add(.backwardOrder, [UInt8](packingNumbers: Self.order(of: tokens.map { $0.reversed() })))
  }

  /// The words under each bucket of ``SpellingKeys``, ascending, each once.
  private func keys() -> (starts: [UInt32], tokens: [UInt32]) {
    var buckets = 16
    while buckets < tokens.count * 3 / 2 { buckets *= 2 }
    let mask = UInt32(buckets - 1)
    var starts = [UInt32](repeating: 0, count: buckets + 1)
    var latest = [Int](repeating: -1, count: buckets)
    func each(_ take: (Int, UInt32) -> Void) {
      for (number, token) in tokens.enumerated() {
        token.withUnsafeBufferPointer {
          SpellingKeys.each(ofListed: $0) { key in
            let bucket = Int(key & mask)
            if latest[bucket] == number { return }
            latest[bucket] = number
            take(bucket, UInt32(number))
          }
        }
      }
    }
    each { bucket, _ in starts[bucket + 1] += 1 }
    for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
    latest = [Int](repeating: -1, count: buckets)
    var next = starts
    var keyed = [UInt32](repeating: 0, count: Int(starts[buckets]))
    each { bucket, number in
      keyed[Int(next[bucket])] = number
      next[bucket] += 1
    }
    return (starts, keyed)
  }

  private func classes(_ value: (UnsafeBufferPointer<UInt8>) -> UInt32?) -> [(
    value: UInt32, token: UInt32
  )] {
    var all: [(value: UInt32, token: UInt32)] = []
    for (number, token) in tokens.enumerated() {
      if let value = token.withUnsafeBufferPointer(value) { all.append((value, UInt32(number))) }
    }
    return all.sorted { $0 < $1 }
  }

  private static func order(of texts: [[UInt8]]) -> [UInt32] {
    (0..<UInt32(texts.count)).sorted { (a: UInt32, b: UInt32) -> Bool in
      texts[Int(a)].lexicographicallyPrecedes(texts[Int(b)])
    }
  }
}
