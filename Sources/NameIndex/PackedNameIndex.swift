public import NameAnalysis

/// Numbered readings of names, and a way from a name to those it meets.
///
/// The index knows no lists: it maps names to numbers. A listed party's names asked by a subject and
/// a customer book asked by a changed designation use the same index.
///
/// Everything lies in packed arrays that are used straight from mapped bytes; a class so that the
/// region is held once. All offsets are checked when it is opened, every later access against its
/// bounds. Immutable, so threads share it; each brings its own ``NameSearch``.
public final class PackedNameIndex: Sendable {
  enum Section: UInt32 {
    case tokenOffsets = 1, tokenBytes, tokenWeights, lengthStarts, bigramStarts, bigramTokens
    case skeletons, skeletonTokens, groups, groupTokens, forwardOrder, backwardOrder
    case postingStarts, postings, partStarts, parts, unitTotals, letterMasks
  }

  /// Letters and digits plus the edge of a token.
  static let symbols = 37
  /// 16 bytes a part: token, group, weight, role, a spare byte, start and length in the verbatim.
  static let partStride = 4

  private let region: ByteRegion
  let tokenOffsets: PackedArray<UInt32>
  let tokenBytes: PackedArray<UInt8>
  let tokenWeights: PackedArray<UInt16>
  let lengthStarts: PackedArray<UInt32>
  let bigramStarts: PackedArray<UInt32>
  let bigramTokens: PackedArray<UInt32>
  let skeletons: PackedArray<UInt32>
  let skeletonTokens: PackedArray<UInt32>
  let groups: PackedArray<UInt32>
  let groupTokens: PackedArray<UInt32>
  let forwardOrder: PackedArray<UInt32>
  let backwardOrder: PackedArray<UInt32>
  let postingStarts: PackedArray<UInt32>
  let postings: PackedArray<UInt32>
  let partStarts: PackedArray<UInt32>
  let parts: PackedArray<UInt32>
  let unitTotals: PackedArray<UInt16>
  let letterMasks: PackedArray<UInt32>

  /// How many different tokens there are.
  public var tokenCount: Int { tokenWeights.count }
  /// How many readings are numbered, from 0.
  public var unitCount: Int { unitTotals.count }

  /// Opens an index that ``NameIndexBuilder`` wrote.
  ///
  /// - Throws: ``SectionError`` if any offset or number points outside.
  /// - Complexity: O(*n*) in the bytes, at the speed of reading memory.
  public init(_ region: ByteRegion, in range: Range<Int>) throws(SectionError) {
    self.region = region
    let bytes = try SectionedBytes(region, in: range)
    tokenOffsets = try bytes.array(Section.tokenOffsets.rawValue, of: UInt32.self)
    tokenBytes = try bytes.array(Section.tokenBytes.rawValue, of: UInt8.self)
    tokenWeights = try bytes.array(Section.tokenWeights.rawValue, of: UInt16.self)
    lengthStarts = try bytes.array(Section.lengthStarts.rawValue, of: UInt32.self)
    bigramStarts = try bytes.array(Section.bigramStarts.rawValue, of: UInt32.self)
    bigramTokens = try bytes.array(Section.bigramTokens.rawValue, of: UInt32.self)
    skeletons = try bytes.array(Section.skeletons.rawValue, of: UInt32.self)
    skeletonTokens = try bytes.array(Section.skeletonTokens.rawValue, of: UInt32.self)
    groups = try bytes.array(Section.groups.rawValue, of: UInt32.self)
    groupTokens = try bytes.array(Section.groupTokens.rawValue, of: UInt32.self)
    forwardOrder = try bytes.array(Section.forwardOrder.rawValue, of: UInt32.self)
    backwardOrder = try bytes.array(Section.backwardOrder.rawValue, of: UInt32.self)
    postingStarts = try bytes.array(Section.postingStarts.rawValue, of: UInt32.self)
    postings = try bytes.array(Section.postings.rawValue, of: UInt32.self)
    partStarts = try bytes.array(Section.partStarts.rawValue, of: UInt32.self)
    parts = try bytes.array(Section.parts.rawValue, of: UInt32.self)
    unitTotals = try bytes.array(Section.unitTotals.rawValue, of: UInt16.self)
    letterMasks = try bytes.array(Section.letterMasks.rawValue, of: UInt32.self)
    try checkInvariants()
  }

  private func checkInvariants() throws(SectionError) {
    let tokens = tokenCount
    let isWhole =
      tokenOffsets.count == tokens + 1 && tokenOffsets.isOffsets(endingAt: tokenBytes.count)
      && letterMasks.count == tokens && lengthStarts.count == 65 && lengthStarts.isOffsets(endingAt: tokens)
      && bigramStarts.count == Self.symbols * Self.symbols + 1
      && bigramStarts.isOffsets(endingAt: bigramTokens.count) && bigramTokens.isBelow(tokens)
      && skeletons.count == skeletonTokens.count && skeletonTokens.isBelow(tokens)
      && groups.count == groupTokens.count && groupTokens.isBelow(tokens)
      && forwardOrder.count == tokens && forwardOrder.isBelow(tokens)
      && backwardOrder.count == tokens && backwardOrder.isBelow(tokens)
      && postingStarts.count == tokens + 1 && postingStarts.isOffsets(endingAt: postings.count)
      && postings.isBelow(unitCount) && partStarts.count == unitCount + 1
      && parts.count % Self.partStride == 0
      && partStarts.isOffsets(endingAt: parts.count / Self.partStride)
    guard isWhole else { throw SectionError("the name index contradicts itself") }
    for token in 0..<tokens {
      guard (1...63).contains(Int(tokenOffsets[token + 1] &- tokenOffsets[token])) else {
        throw SectionError("the name index holds a token of a forbidden length")
      }
    }
    for part in 0..<(parts.count / Self.partStride) {
      guard Int(parts[part &* Self.partStride]) < tokens,
        NamePart.Role(
          rawValue: UInt8(truncatingIfNeeded: parts[part &* Self.partStride &+ 2] >> 16))
          != nil
      else { throw SectionError("the name index holds a part that is none") }
    }
  }

  /// The folded bytes of a token.
  @inline(__always)
  public func text(ofToken token: Int) -> UnsafeBufferPointer<UInt8> {
    tokenBytes.buffer(Int(tokenOffsets[token])..<Int(tokenOffsets[token &+ 1]))
  }

  /// The letters of a token, for telling words apart at once.
  @inline(__always)
  public func letterMask(ofToken token: Int) -> UInt32 { letterMasks[token] }

  /// The parts of a numbered reading, in order.
  @inline(__always)
  public func parts(ofUnit unit: Int) -> Range<Int> {
    Int(partStarts[unit])..<Int(partStarts[unit &+ 1])
  }

  /// One part of a numbered reading.
  @inline(__always)
  public func part(_ index: Int) -> IndexedPart {
    let word = index &* Self.partStride
    let middle = parts[word &+ 2]
    let last = parts[word &+ 3]
    return IndexedPart(
      token: Int(parts[word]), group: parts[word &+ 1], weight: Int(middle & 0xFFFF),
      role: NamePart.Role(rawValue: UInt8(truncatingIfNeeded: middle >> 16)) ?? .word,
      sourceStart: Int(last & 0xFFFF), sourceLength: Int(last >> 16))
  }

  /// The least summed strength, in tenths of a bit, at which two names meet, whose tokens are worth
  /// `a` and `b` in all.
  ///
  /// Two fifths of what the slighter name is worth, so that half a name leads to it; never more than
  /// ``highestBar``, so that one rare word does; never less than ``lowestBar`` unless both names are
  /// worth less, so that generic words alone do not. Symmetric, and a function of the two names.
  @inlinable public static func bar(_ a: Int, _ b: Int) -> Int {
    max(min(highestBar, min(a, b) * 2 / 5), min(lowestBar, max(a, b)))
  }

  /// Eleven bits: one word as rare as one in two thousand names.
  public static let highestBar = 110
  /// Four bits.
  public static let lowestBar = 40
}

/// A part of a numbered reading, as it lies in the index.
public struct IndexedPart: Hashable, Sendable {
  /// The number of the token.
  public let token: Int
  /// See ``NamePart/group``.
  public let group: UInt32
  /// What an agreement on it is worth by the name model, in tenths of a bit.
  public let weight: Int
  /// What the part does in the name.
  public let role: NamePart.Role
  /// Where it stands in the verbatim, in UTF-8 bytes; both are 65,535 at most.
  public let sourceStart: Int
  /// See ``sourceStart``.
  public let sourceLength: Int
}

extension NamePart.Role {
  /// Whether parts of this role lead to names. The others are compared when names have met.
  var leadsToNames: Bool {
    switch self {
    case .word, .given, .family, .patronymic, .generic, .place, .numeral: true
    case .particle, .honorific, .initial, .legalForm: false
    }
  }
}
