public import TradeModel

/// A name taken apart: every way its writing can be read, each as parts with roles.
///
/// The verbatim is always kept. The same name, kind and model version give the same analysis.
public struct AnalysedName: Hashable, Sendable {
  /// As given.
  public let verbatim: String
  /// The kind it was read as.
  public let kind: PartyKind
  /// The principal reading first. More than one where romanisation is ambiguous. Empty only when the
  /// name holds no letter and no digit.
  public let readings: [NameReading]

  public init(verbatim: String, kind: PartyKind, readings: [NameReading]) {
    self.verbatim = verbatim
    self.kind = kind
    self.readings = readings
  }
}

/// One way to read a writing: its parts in order, in folded Latin letters and digits.
public struct NameReading: Hashable, Sendable {
  /// In the order of the writing.
  public let parts: [NamePart]
  /// How the writing was turned into Latin letters; `latin` when it was written so.
  public let method: Romanisation

  public init(parts: [NamePart], method: Romanisation) {
    self.parts = parts
    self.method = method
  }
}

/// One part of a name: a word, or a piece of a joined word.
public struct NamePart: Hashable, Sendable {
  /// What a part does in the name. Compared only with its like.
  public enum Role: UInt8, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    /// A distinctive word with no further role known.
    case word = 0
    case given, family, patronymic
    /// al-, bin, van, de.
    case particle
    /// Dr, General, Sheikh, M/V.
    case honorific
    case initial
    /// GmbH, LLC, ООО; ``NamePart/group`` is its class.
    case legalForm
    /// Trading, International, Company: says little about who it is.
    case generic
    case place
    /// 4, IV, fourth; ``NamePart/group`` is its value.
    case numeral
  }

  /// Folded: ASCII lower-case letters and digits only, 1 to 63 bytes.
  public let text: [UInt8]
  /// What the part does in the name.
  public let role: Role
  /// 0, or the number of a variant group, legal-form class or numeral value: two parts of one role
  /// with equal non-zero groups mean the same.
  public let group: UInt32
  /// Where the part stands in the verbatim, as UTF-8 offsets.
  public let source: Range<Int>

  public init(text: [UInt8], role: Role, group: UInt32 = 0, source: Range<Int>) {
    self.text = text
    self.role = role
    self.group = group
    self.source = source
  }

  /// Whether the part is a syllable or more of Chinese or Korean names, and ``group`` its number among them.
  ///
  /// These are a closed set in which one letter makes another name: two syllables of different groups
  /// are different names, not misspellings of one.
  public var isSyllable: Bool { NamePart.isSyllable(group: group) }

  /// Whether a group is that of a syllable of Chinese or Korean names; see ``isSyllable``.
  public static func isSyllable(group: UInt32) -> Bool { GroupNumber.isSyllable(group) }

  /// The folded text, for people.
  public var spelling: String { String(decoding: text, as: UTF8.self) }
}

extension NamePart.Role {
  /// Whether parts of the role tell who it is, other than by a number or a place.
  var isDistinctive: Bool {
    switch self {
    case .word, .given, .family, .patronymic, .initial: true
    case .particle, .honorific, .legalForm, .generic, .place, .numeral: false
    }
  }
}

/// How a writing was turned into Latin letters.
public enum Romanisation: UInt8, Hashable, Sendable, CaseIterable {
  case latin = 0
  case russianBGN, russianPassport, russianISO9, ukrainian, belarusian, bulgarian, serbian
  case arabic, persian
  case pinyin, wadeGiles, cantonese
  case koreanRevised, koreanCommon
  case japanese
  case greek, hebrew, armenian, georgian, thai, devanagari
  /// A script without a table: a deterministic stand-in, better than nothing.
  case other
  /// Generic words, places and the like in English instead of Latin letters.
  case translated
  /// Written in Latin letters by the rules of another language than English.
  case german, swedish
  /// Latin letters with figures and letters put right that look like others.
  case misread
}
