import NameAnalysis

/// One part of a subject's reading with what it is worth.
struct SubjectPart {
  let text: [UInt8]
  let role: NamePart.Role
  let group: UInt32
  let weight: Int
  let source: Range<Int>
}

/// The same without the letters, for the loops.
struct SubjectWord {
  let role: NamePart.Role
  let group: UInt32
  let weight: Int
  /// Where the letters stand in ``NameScorer/letters``.
  let start: Int
  let count: Int
  let mask: UInt32
  /// Its bit in ``NameSearch/linkedParts(toToken:)``.
  let link: UInt64
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
