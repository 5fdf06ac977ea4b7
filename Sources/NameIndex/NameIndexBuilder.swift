public import NameAnalysis

/// Numbers readings and writes them as an index.
///
/// The same readings in the same order with the same model give the same bytes.
public struct NameIndexBuilder {
  private let model: TokenModel
  private var numbers: [[UInt8]: UInt32] = [:]
  private var texts: [[UInt8]] = []
  private var partStarts: [UInt32] = [0]
  private var parts: [UInt32] = []

  public init(model: TokenModel) { self.model = model }

  /// How many readings were added.
  public var unitCount: Int { partStarts.count - 1 }

  /// Numbers `reading`; the first is 0.
  ///
  /// - Parameter weights: what an agreement on each part is worth, in tenths of a bit.
  public mutating func add(_ reading: NameReading, weights: [Int]) -> Int {
    precondition(weights.count == reading.parts.count, "every part has a weight")
    for (part, weight) in zip(reading.parts, weights) {
      precondition((1...63).contains(part.text.count), "a part has 1 to 63 bytes")
      let start = UInt32(min(part.source.lowerBound, 0xFFFF))
      let length = UInt32(min(part.source.count, 0xFFFF))
      parts.append(number(of: part.text))
      parts.append(part.group)
      parts.append(UInt32(max(0, min(weight, 0xFFFF))) | UInt32(part.role.rawValue) << 16)
      parts.append(start | length << 16)
    }
    partStarts.append(UInt32(parts.count / PackedNameIndex.partStride))
    return unitCount - 1
  }

  private mutating func number(of text: [UInt8]) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  /// The index as bytes. - Complexity: O(*n* log *n*) in the parts.
  public consuming func finish() -> [UInt8] {
    let unordered = texts
    let order = (0..<unordered.count).sorted { (first: Int, second: Int) -> Bool in
      let (a, b) = (unordered[first], unordered[second])
      if a.count != b.count { return a.count < b.count }
      return a.lexicographicallyPrecedes(b)
    }
    var renumbered = [UInt32](repeating: 0, count: texts.count)
    for (new, old) in order.enumerated() { renumbered[old] = UInt32(new) }
    for part in stride(from: 0, to: parts.count, by: PackedNameIndex.partStride) {
      parts[part] = renumbered[Int(parts[part])]
    }
    let tokens = order.map { unordered[$0] }
    numbers = [:]
    texts = []

    var writer = SectionWriter()
    let weights = tokens.map(model.packedWeight)
    addTokens(tokens, weights: weights, to: &writer)
    Self.addBigrams(tokens, to: &writer)
    addClasses(tokens, to: &writer)
    addPostings(tokens, weights: weights, to: &writer)
    writer.add(PackedNameIndex.Section.partStarts.rawValue, partStarts)
    writer.add(PackedNameIndex.Section.parts.rawValue, parts)
    return writer.bytes
  }

  private func addTokens(
    _ tokens: [[UInt8]], weights: [UInt16], to writer: inout SectionWriter
  ) {
    var offsets: [UInt32] = [0]
    var bytes: [UInt8] = []
    var lengthStarts = [UInt32](repeating: 0, count: 65)
    for token in tokens {
      bytes.append(contentsOf: token)
      offsets.append(UInt32(bytes.count))
      for length in (token.count + 1)..<65 { lengthStarts[length] += 1 }
    }
    writer.add(PackedNameIndex.Section.tokenOffsets.rawValue, offsets)
    writer.add(PackedNameIndex.Section.tokenBytes.rawValue, bytes)
    writer.add(PackedNameIndex.Section.tokenWeights.rawValue, weights)
    writer.add(PackedNameIndex.Section.lengthStarts.rawValue, lengthStarts)
    writer.add(
      PackedNameIndex.Section.letterMasks.rawValue,
      tokens.map { $0.withUnsafeBufferPointer(LetterMask.of) })
    let forward = (0..<UInt32(tokens.count)).sorted { (a: UInt32, b: UInt32) -> Bool in
      tokens[Int(a)].lexicographicallyPrecedes(tokens[Int(b)])
    }
    writer.add(PackedNameIndex.Section.forwardOrder.rawValue, forward)
    let reversed = tokens.map { Array($0.reversed()) }
    let backward = (0..<UInt32(tokens.count)).sorted {
      reversed[Int($0)].lexicographicallyPrecedes(reversed[Int($1)])
    }
    writer.add(PackedNameIndex.Section.backwardOrder.rawValue, backward)
  }

  private static func addBigrams(_ tokens: [[UInt8]], to writer: inout SectionWriter) {
    let kinds = PackedNameIndex.symbols * PackedNameIndex.symbols
    var lists = [[UInt32]](repeating: [], count: kinds)
    for (number, token) in tokens.enumerated() {
      Bigrams.each(of: token) { lists[$0].append(UInt32(number)) }
    }
    var starts: [UInt32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + UInt32(list.count)) }
    writer.add(PackedNameIndex.Section.bigramStarts.rawValue, starts)
    writer.add(PackedNameIndex.Section.bigramTokens.rawValue, lists.flatMap(\.self))
  }

  private func addClasses(_ tokens: [[UInt8]], to writer: inout SectionWriter) {
    func add(
      _ values: PackedNameIndex.Section, _ numbers: PackedNameIndex.Section,
      by value: ([UInt8]) -> UInt32?
    ) {
      var entries: [(UInt32, UInt32)] = []
      for (number, token) in tokens.enumerated() {
        if let value = value(token) { entries.append((value, UInt32(number))) }
      }
      entries.sort { $0 < $1 }
      writer.add(values.rawValue, entries.map(\.0))
      writer.add(numbers.rawValue, entries.map(\.1))
    }
    add(.skeletons, .skeletonTokens) { token in
      TokenLink.isNumber(token)
        ? nil : token.withUnsafeBufferPointer { ConsonantSkeleton.hash($0) }
    }
    add(.groups, .groupTokens) { token in
      let group = model.group(token)
      return group == 0 ? nil : group
    }
  }

  private func addPostings(
    _ tokens: [[UInt8]], weights: [UInt16], to writer: inout SectionWriter
  ) {
    var counts = [UInt32](repeating: 0, count: tokens.count + 1)
    var totals: [UInt16] = []
    var leads: [UInt32] = []
    func leading(_ unit: Int) -> [UInt32] {
      let range = Int(partStarts[unit])..<Int(partStarts[unit + 1])
      var all: [(token: UInt32, leads: Bool)] = []
      for part in range {
        let word = part * PackedNameIndex.partStride
        let token = parts[word]
        let role = NamePart.Role(rawValue: UInt8(truncatingIfNeeded: parts[word + 2] >> 16))
        all.append(
          (token, (role?.leadsToNames ?? true) && tokens[Int(token)].count > 1))
      }
      if !all.contains(where: \.leads) { all = all.map { ($0.token, true) } }
      var unique: [UInt32] = []
      for (token, leads) in all where leads && !unique.contains(token) { unique.append(token) }
      return unique
    }
    for unit in 0..<unitCount {
      var total = 0
      for token in leading(unit) {
        counts[Int(token) + 1] += 1
        total += Int(weights[Int(token)])
      }
      totals.append(UInt16(min(total, 0xFFFF)))
    }
    for token in 0..<tokens.count { counts[token + 1] += counts[token] }
    leads = [UInt32](repeating: 0, count: Int(counts[tokens.count]))
    var next = counts
    for unit in 0..<unitCount {
      for token in leading(unit) {
        leads[Int(next[Int(token)])] = UInt32(unit)
        next[Int(token)] += 1
      }
    }
    writer.add(PackedNameIndex.Section.postingStarts.rawValue, counts)
    writer.add(PackedNameIndex.Section.postings.rawValue, leads)
    writer.add(PackedNameIndex.Section.unitTotals.rawValue, totals)
  }
}

/// The pairs of neighbouring letters of a token, its edges included; each pair once.
enum Bigrams {
  static func symbol(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x60
    case 0x30...0x39: Int(byte) - 0x30 + 27
    default: 0
    }
  }

  static func each(of token: [UInt8], _ take: (Int) -> Void) {
    var seen: [Int] = []
    var previous = 0
    for index in 0...token.count {
      let symbol = index < token.count ? symbol(token[index]) : 0
      let pair = previous * PackedNameIndex.symbols + symbol
      if !seen.contains(pair) {
        seen.append(pair)
        take(pair)
      }
      previous = symbol
    }
  }
}
