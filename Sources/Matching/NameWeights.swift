/// The tuning values of comparing names, in tenths of a bit unless said. Part of the policy: its
/// digest covers every one.
///
/// Few, monotone and readable on purpose. Positive evidence comes from how rare a part is
/// (the name model); these say how much a difference costs.
public struct NameWeights: Hashable, Sendable {
  /// A name's parts together are worth at most this: words of one name are not independent.
  public var mostForName = 300
  /// A name's parts together are worth at least this when all agree, and never more than twice what
  /// they are worth by themselves.
  public var leastForName = 140
  /// What another spelling of one name loses against the same, in hundredths.
  public var variantLoss = 10
  /// What a word loses for each hundredth of its length that differs, in hundredths.
  public var editLoss = 230
  /// Beyond this difference, in hundredths, each further hundredth loses `farEditLoss` instead.
  public var nearDifference = 17
  /// See ``nearDifference``.
  public var farEditLoss = 330
  /// The largest part of a word that may differ, in hundredths.
  public var mostDifference = 35
  /// The most that an initial is worth beside the name it begins.
  public var initial = 22
  /// What a cut or abbreviated word keeps, in hundredths.
  public var affixKept = 50
  /// Legal forms of one class, or the same letters.
  public var sameForm = 5
  /// Forms of two classes: registers and lists are careless about them.
  public var otherForm = -6
  /// A distinctive word against another one, on a person and on the rest.
  public var differentInPerson = -90
  /// See ``differentInPerson``.
  public var differentInOther = -80
  /// And for each bit of the lighter word's rarity, in hundredths.
  public var differentByRarity = 45
  /// A generic word or a place against another one.
  public var differentGeneric = -38
  /// A patronymic against another one: fathers differ.
  public var differentPatronymic = -60
  /// Fleets and plants are numbered: another number is another one.
  public var otherNumeral = -110
  /// Initials that differ.
  public var otherInitial = -50
  /// The most that a word without counterpart in the listed name costs; no more than its worth.
  public var subjectOnlyWord = -45
  /// The most that a listed word without counterpart costs; an eighth where the subject was cut.
  public var listedOnlyWord = -38
  /// A patronymic on one side only.
  public var missingPatronymic = -10
  /// A generic word on one side only.
  public var missingGeneric = -9
  /// A place on one side only.
  public var missingPlace = -14
  /// A numeral on one side only.
  public var missingNumeral = -60
  /// A legal form on one side only.
  public var missingForm = -3
  /// A particle, title or initial on one side only.
  public var missingSmall = -2
  /// A name that fills a field of this many letters was cut: what follows in the listed name is not
  /// missing. Thirty-five is the length of a name line in payment messages (ISO 15022, SWIFT MT).
  public var fieldLength = 35
  /// The least a name can weigh: other evidence must be able to carry a match whose name changed.
  public var leastForContradiction = -150

  public init() {}
}
