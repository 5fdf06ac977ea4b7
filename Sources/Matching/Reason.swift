public import TradeModel

/// One thing that was compared.
public enum Feature: String, Hashable, Sendable, CaseIterable {
  case name
  case weakAlias = "weak-alias"
  case alias
  case reading
  case identifier
  case birthDate = "birth-date"
  case foundingDate = "founding-date"
  case country
  case kind
  case gender
  case address
  case birthPlace = "birth-place"
  case tonnage

  /// Whether it is about the listed name: its words, or how it stands to its party.
  public var isOfName: Bool {
    switch self {
    case .name, .weakAlias, .alias, .reading: true
    case .identifier, .birthDate, .foundingDate, .country, .kind, .gender, .address, .birthPlace,
      .tonnage:
      false
    }
  }
}

/// One thing compared: what it weighs, both values, and a sentence.
///
/// The score of a match is computed from its reasons and from nothing else.
public struct Reason: Hashable, Sendable {
  /// What was compared.
  public let feature: Feature
  /// Positive when it speaks for sameness. For a name, the sum of its alignment.
  public let weight: Weight
  /// What the subject has.
  public let subjectValue: String
  /// What the list has, verbatim.
  public let listedValue: String
  /// The designation whose text it is: `us.ofac.sdn/12345`.
  public let designation: String
  /// For people, in whole words.
  public let sentence: BilingualText
  /// For names under weights of evidence: every part of both, once. Empty for other features, and under
  /// OFAC's rule, which holds one listed word against several.
  public let alignment: [AlignedPart]

  public init(
    feature: Feature, weight: Weight, subjectValue: String, listedValue: String,
    designation: String, sentence: BilingualText, alignment: [AlignedPart] = []
  ) {
    self.feature = feature
    self.weight = weight
    self.subjectValue = subjectValue
    self.listedValue = listedValue
    self.designation = designation
    self.sentence = sentence
    self.alignment = alignment
  }
}

/// A part of the subject's name beside the part of the listed name it was held against.
///
/// INVARIANT: over a reason's alignment every part of both names stands exactly once, and the weights
/// sum up to the reason's weight.
public struct AlignedPart: Hashable, Sendable {
  /// How two parts stand to each other.
  public enum Operation: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    case same
    /// Another spelling of one name: Mohammed, Muhammad.
    case variant
    /// Letters differ: a slip, another romanisation.
    case similar
    case initial
    case abbreviation
    /// One word on one side, two on the other.
    case joined
    /// The legal forms are of one class, or differ.
    case legalForm = "legal-form"
    case different
    /// Stands in the subject's name only.
    case subjectOnly = "subject-only"
    /// Stands in the listed name only.
    case listedOnly = "listed-only"
  }

  /// As written; empty for `listedOnly`.
  public let subjectText: String
  /// As written; empty for `subjectOnly`.
  public let listedText: String
  /// What was compared: the folded readings.
  public let subjectReading: String
  /// See ``subjectReading``.
  public let listedReading: String
  /// How the two stand to each other.
  public let operation: Operation
  /// Positive when the row speaks for sameness.
  public let weight: Weight

  public init(
    subjectText: String, listedText: String, subjectReading: String, listedReading: String,
    operation: Operation, weight: Weight
  ) {
    self.subjectText = subjectText
    self.listedText = listedText
    self.subjectReading = subjectReading
    self.listedReading = listedReading
    self.operation = operation
    self.weight = weight
  }
}
