import NameAnalysis

/// One part of a subject's reading with what it is worth.
struct SubjectPart {
  let text: [UInt8]
  let role: NamePart.Role
  let group: UInt32
  let weight: Int
  /// No table has the word: it is very rare, or a slip.
  let isUnknown: Bool
  let source: Range<Int>

  /// - Parameters:
  ///   - weight: what the part is worth in a name of the subject's kind.
  ///   - rarest: what a word that no table has is worth there: ``NameReader/weightOfUnknown(_:)``.
  init(_ part: NamePart, weight: Int, rarest: Int) {
    text = part.text
    role = part.role
    group = part.group
    self.weight = weight
    isUnknown = weight >= rarest
    source = part.source
  }
}

/// A part of either side as the loops need it.
struct ComparedWord: BitwiseCopyable {
  let role: NamePart.Role
  let sort: Sort
  let group: UInt32
  let weight: Int
  /// The folded letters. Those of a listed part lie in the index, those of the subject in the scorer.
  let letters: UnsafePointer<UInt8>
  let count: Int
  let mask: UInt32
  /// The first letter and the last one: few words are compared further.
  let first: UInt8
  let last: UInt8
  /// Of the subject: its bit in ``NameSearch/linkedParts(toToken:)``. Of a listed part: the bits of the
  /// parts it is linked to.
  let links: UInt64
  /// See ``bits(_:group:count:ofSubject:isCut:)``.
  let bits: UInt64
  /// Of a listed part: the number of its token.
  let token: Int
  /// Of a part of the subject: no table has the word.
  var isUnknown = false

  /// How parts are compared.
  enum Sort: UInt8, BitwiseCopyable {
    case word, form, numeral, initial, small

    /// Compared as a word is.
    @inline(__always)
    var isWord: Bool { self == .word || self == .small }
  }

  @inline(__always)
  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: letters, count: count) }

  /// Whether it may be a piece of what the subject has as one word. A short form may have grown together
  /// with the name: `AODRAGA`.
  @inline(__always)
  var mayBePieceOfListed: Bool { role.mayBePiece || (sort == .form && count <= 4) }

  /// What else than a link may make two parts agree, a bit each: both name fathers, both are of one group
  /// of spellings (which share bits), or one of them agrees otherwise than words do. Parts that share no
  /// bit agree by a link or not at all.
  static func bits(
    _ role: NamePart.Role, group: UInt32, count: Int, ofSubject: Bool, isCut: Bool = false
  ) -> UInt64 {
    let sort = role.sort
    if ofSubject ? sort != .word || count < 2 || isCut : !sort.isWord { return .max }
    var bits: UInt64 = ofSubject ? 1 << 62 : 1 << 63
    if role == .patronymic { bits |= 1 }
    if group != 0 { bits |= 2 << UInt64(group % 61) }
    return bits
  }
}

/// Two to four neighbouring words as one, all their letters together.
struct JoinedRun: BitwiseCopyable {
  /// How many words are joined at most.
  static let most = 4

  let first: Int
  private(set) var last: Int
  private(set) var weight: Int
  private(set) var count: Int
  private(set) var mask: UInt32
  /// The first letter and the last one.
  let start: UInt8
  private(set) var end: UInt8
  /// All of them in a row; of the first word alone until they are.
  var letters: UnsafePointer<UInt8>

  init(_ word: ComparedWord, at place: Int) {
    (first, last, weight, count) = (place, place, word.weight, word.count)
    (mask, letters, start, end) = (word.mask, word.letters, word.first, word.last)
  }

  @inline(__always)
  mutating func append(_ word: ComparedWord) {
    last &+= 1
    weight &+= word.weight
    count &+= word.count
    mask |= word.mask
    end = word.last
  }
}

extension NamePart.Role {
  /// How parts of the role are compared.
  var sort: ComparedWord.Sort {
    switch self {
    case .word, .given, .family, .patronymic, .generic, .place: .word
    case .legalForm: .form
    case .numeral: .numeral
    case .initial: .initial
    case .particle, .honorific: .small
    }
  }
}

extension NamePart.Role {
  /// Whether a part of this role tells who it is: another one is another party.
  var isNameWord: Bool {
    switch self {
    case .word, .given, .family, .patronymic: true
    case .particle, .honorific, .initial, .legalForm, .generic, .place, .numeral: false
    }
  }

  /// Whether a part of this role tells anything of who or what it is.
  var tellsSomething: Bool {
    switch self {
    case .word, .given, .family, .generic, .place, .numeral: true
    case .patronymic, .particle, .honorific, .initial, .legalForm: false
    }
  }

  /// Whether a part of this role may be a piece of a word that was divided, or is joined to another.
  var mayBePiece: Bool { self != .legalForm && self != .numeral }
}
