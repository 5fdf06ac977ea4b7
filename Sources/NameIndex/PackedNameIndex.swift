import NameAnalysis

/// Numbered readings of names, and a way from a name to those it meets.
///
/// The index knows no lists: it maps names to numbers. A listed party's names asked by a subject and
/// a customer book asked by a changed designation use the same index.
///
/// Everything lies in packed arrays that are used straight from mapped bytes; a class so that the
/// region is held once. All offsets are checked when it is opened, every later access against its
/// bounds. Immutable, so threads share it; each brings its own ``NameSearch``.
///
/// Postings name readings by their rank, which orders them by what their names are worth in all: the
/// slightest first. So the readings whose bar is low enough are the beginning of every posting.
public final class PackedNameIndex: Sendable {
  enum Section: UInt32 {
    case tokenOffsets = 1, tokenBytes, tokenWeights, letterMasks, keyStarts, keyTokens
    case skeletons, skeletonTokens, groups, groupTokens, forwardOrder, backwardOrder
    case postingStarts, postings, rankUnits, rankTotals
    case partStarts, partForms, unitRanks, rankSources, sources, forms
  }

  /// Set in a token's weight when it belongs to a group of spellings.
  static let hasGroup: UInt16 = 0x8000
  /// Sums of weights beyond this all have the highest bar.
  static let mostTotal = highestBar * 5 / 2 + 1
  /// Places in a name are kept in twelve bits.
  static let mostSource = 0xFFF

  private let region: ByteRegion
  @usableFromInline let tokenOffsets: PackedNumbers
  @usableFromInline let tokenBytes: PackedArray<UInt8>
  let tokenWeights: PackedArray<UInt16>
  @usableFromInline let letterMasks: PackedArray<UInt32>
  let keyStarts: PackedNumbers
  let keyTokens: PackedNumbers
  let skeletons: PackedArray<UInt32>
  let skeletonTokens: PackedNumbers
  let groups: PackedArray<UInt32>
  let groupTokens: PackedNumbers
  let forwardOrder: PackedNumbers
  let backwardOrder: PackedNumbers
  let postingStarts: PackedNumbers
  let postings: PackedNumbers
  @usableFromInline let rankUnits: PackedNumbers
  let rankTotals: PackedNumbers
  @usableFromInline let unitRanks: PackedNumbers
  /// Where the parts of each rank begin among ``partForms``.
  @usableFromInline let partStarts: PackedNumbers
  /// The number of the form, doubled, plus one where the part leads to the name.
  @usableFromInline let partForms: PackedNumbers
  /// Where the places of the parts of each rank begin among ``sources``. Readings whose parts stand in
  /// the same places share them.
  let rankSources: PackedNumbers
  let sources: PackedTable
  /// Five words for each form, see ``IndexedPart/init(form:at:in:)``.
  @usableFromInline let forms: PackedArray<UInt32>
  /// How many ranks have a total below the index.
  let rankStarts: [Int]

  /// How many different tokens there are.
  public var tokenCount: Int { tokenWeights.count }
  /// How many readings are numbered, from 0.
  public var unitCount: Int { rankUnits.count }

  /// Opens an index that ``NameIndexBuilder`` wrote.
  ///
  /// - Throws: ``SectionError`` if any offset or number points outside.
  /// - Complexity: O(*n*) in the bytes, at the speed of reading memory.
  public init(_ region: ByteRegion, in range: Range<Int>) throws(SectionError) {
    self.region = region
    let bytes = try SectionedBytes(region, in: range)
    func words(_ section: Section) throws(SectionError) -> PackedArray<UInt32> {
      try bytes.array(section.rawValue, of: UInt32.self)
    }
    func numbers(_ section: Section) throws(SectionError) -> PackedNumbers {
      try PackedNumbers(bytes.array(section.rawValue, of: UInt8.self))
    }
    func table(_ section: Section, _ fields: Int) throws(SectionError) -> PackedTable {
      try PackedTable(bytes.array(section.rawValue, of: UInt8.self), fields: fields)
    }
    tokenOffsets = try numbers(.tokenOffsets)
    tokenBytes = try bytes.array(Section.tokenBytes.rawValue, of: UInt8.self)
    tokenWeights = try bytes.array(Section.tokenWeights.rawValue, of: UInt16.self)
    letterMasks = try words(.letterMasks)
    keyStarts = try numbers(.keyStarts)
    keyTokens = try numbers(.keyTokens)
    skeletons = try words(.skeletons)
    skeletonTokens = try numbers(.skeletonTokens)
    groups = try words(.groups)
    groupTokens = try numbers(.groupTokens)
    forwardOrder = try numbers(.forwardOrder)
    backwardOrder = try numbers(.backwardOrder)
    postingStarts = try numbers(.postingStarts)
    postings = try numbers(.postings)
    rankUnits = try numbers(.rankUnits)
    rankTotals = try numbers(.rankTotals)
    partStarts = try numbers(.partStarts)
    partForms = try numbers(.partForms)
    unitRanks = try numbers(.unitRanks)
    rankSources = try numbers(.rankSources)
    sources = try table(.sources, 2)
    forms = try words(.forms)
    rankStarts = Self.starts(of: rankTotals)
    try checkInvariants()
  }

  private static func starts(of totals: PackedNumbers) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(mostTotal + 2)
    for total in 0...(mostTotal + 1) { starts.append(totals.lowerBound(total)) }
    return starts
  }

  /// The folded bytes of a token.
  @inlinable @inline(__always)
  public func text(ofToken token: Int) -> UnsafeBufferPointer<UInt8> {
    tokenBytes.buffer(tokenOffsets[token]..<tokenOffsets[token &+ 1])
  }

  /// The letters of a token, for telling words apart at once.
  @inlinable @inline(__always)
  public func letterMask(ofToken token: Int) -> UInt32 { letterMasks[token] }

  /// What the name model says a token is worth by itself, in tenths of a bit.
  @inline(__always)
  func weight(ofToken token: Int) -> Int { Int(tokenWeights[token] & ~Self.hasGroup) }

  /// The number of the reading that stands at a rank.
  @inlinable @inline(__always)
  public func unit(ofRank rank: Int) -> Int { rankUnits[rank] }

  /// The rank of a numbered reading.
  @inlinable @inline(__always)
  public func rank(ofUnit unit: Int) -> Int { unitRanks[unit] }

  /// The parts of a numbered reading, in order.
  @inlinable @inline(__always)
  public func parts(ofUnit unit: Int) -> Range<Int> { parts(ofRank: unitRanks[unit]) }

  /// The parts of the reading at a rank, in order.
  @inlinable @inline(__always)
  public func parts(ofRank rank: Int) -> Range<Int> {
    partStarts[rank]..<partStarts[rank &+ 1]
  }

  /// One part of a reading.
  @inlinable @inline(__always)
  public func part(_ index: Int) -> IndexedPart {
    let form = partForms[index] >> 1
    return IndexedPart(form: form, at: form &* IndexedPart.formWords, in: forms)
  }

  /// The folded bytes of a part.
  @inlinable @inline(__always)
  public func text(of part: IndexedPart) -> UnsafeBufferPointer<UInt8> {
    tokenBytes.buffer(part.textStart..<(part.textStart &+ part.length))
  }

  /// Where a part stands in the verbatim of its name, in UTF-8 bytes; no more than ``mostSource``.
  ///
  /// - Parameter place: which part of the reading, from 0.
  public func source(ofPart place: Int, ofUnit unit: Int) -> (start: Int, length: Int) {
    precondition(place < parts(ofUnit: unit).count, "the reading has no such part")
    let source = rankSources[unitRanks[unit]] + place
    return (sources[source, 0], sources[source, 1])
  }

  /// The token of a part that leads to its name; `nil` for a part that does not, or repeats one.
  @inline(__always)
  func leadingToken(ofPart part: Int) -> Int? {
    let form = partForms[part]
    return form & 1 == 1
      ? Int(forms[(form >> 1) &* IndexedPart.formWords &+ 3] & 0x3FF_FFFF) : nil
  }

  /// The least summed strength, in tenths of a bit, at which two names meet, whose tokens are worth
  /// `a` and `b` in all.
  ///
  /// Two fifths of what the slighter name is worth, so that half a name leads to it; but all of it save
  /// ``mostMissing`` as long as that is not more than ``rareWord``, so that one common word of a name of
  /// common words is not enough. Never more than ``highestBar``, so that one rare word is; never less
  /// than ``lowestBar`` unless both names are worth less, so that generic words alone are not.
  /// Symmetric, never falls when either name grows, and a function of the two names.
  @inlinable public static func bar(_ a: Int, _ b: Int) -> Int {
    let slighter = min(a, b)
    let share = max(slighter * 2 / 5, min(slighter - mostMissing, rareWord))
    return max(min(highestBar, share), min(lowestBar, max(a, b)))
  }

  /// Eleven bits: one word as rare as one in two thousand names.
  public static let highestBar = 110
  /// Four bits.
  public static let lowestBar = 40
  /// Six bits: what a name of common words may lack. Less loses names of which a word was replaced;
  /// more lets one of two common words lead. Measured on the labelled benchmark.
  public static let mostMissing = 60
  /// Seven and a half bits, one in 180 names: a word as rare leads to slight names by itself.
  public static let rareWord = 75
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
