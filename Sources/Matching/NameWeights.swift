/// The tuning values of comparing names, in tenths of a bit unless said. Part of the policy: its
/// digest covers every one.
///
/// Few, monotone and readable on purpose. Positive evidence comes from how rare a part is
/// (the name model); these say what remains of it where parts agree less than wholly, and how much a
/// difference costs. `Documentation/Method/matching.md` says how they were fitted.
public struct NameWeights: Hashable, Sendable {
  // MARK: The name as a whole

  /// A name's parts together are worth at most this: words of one name are not independent.
  public var mostForName = 294
  /// A name's parts together are worth about this at least when all agree: a short name of common
  /// words is rarer than its words.
  public var leastForName = 175
  /// How much of the gap to `leastForName` agreements are raised by, in hundredths.
  public var raiseForName = 55
  /// And by how much more where every part that tells something agrees, on both sides.
  public var raiseForWhole = 45
  /// The least a name can weigh: other evidence must be able to carry a match whose name changed.
  public var leastForContradiction = -78

  // MARK: What an agreement keeps

  /// What another spelling of one name loses against the same, in hundredths.
  public var variantLoss = 12
  /// And for each hundredth of its letters that differs, in hundredths of a hundredth.
  public var variantByDifference = 25
  /// What a part costs that stands before one that it follows in the subject's name: rare in names that
  /// are copied, common where family and given names change places.
  public var otherOrder = -3
  /// The same where more has changed place than the words at one end, as a family name does.
  public var brokenOrder = -5
  /// What words keep that differ in one tenth of their letters, in hundredths.
  public var keptAtTenth = 96
  /// In two tenths.
  public var keptAtTwoTenths = 36
  /// In three tenths.
  public var keptAtThreeTenths = 4
  /// The largest part of a word that may differ in an agreement, in hundredths.
  public var mostDifference = 30
  /// What is taken off where both words are syllables of Chinese or Korean names, in hundredths:
  /// another letter makes another name of them.
  public var syllableLoss = 60
  /// What a slip costs by itself, however long the word.
  public var slip = -2
  /// How much of what differing letters take is given back where no table has the subject's word, in
  /// hundredths: it is a slip then and not a name of its own.
  public var unknownReturned = 15
  /// The most that an initial is worth beside the name it begins.
  public var initial = 40
  /// What a cut or abbreviated word keeps, in hundredths, beside the part of its letters.
  public var affixKept = 70
  /// See ``affixKept``; in names of persons.
  public var affixKeptInPerson = 55
  /// What it costs that a word is only the beginning of the other.
  public var affix = -11
  /// What the last word of a name that fills its field keeps, in hundredths.
  public var cutKept = 91
  /// What words that are divided differently keep, in hundredths.
  public var joinedKept = 94
  /// What first letters keep of the words they stand for, in hundredths.
  public var acronymKept = 62
  /// The same legal form, written out or abbreviated.
  public var sameForm = 20
  /// Another legal form of the same class.
  public var formOfClass = 17

  // MARK: What a difference costs

  /// Forms of two classes: registers and lists are careless about them.
  public var otherForm = -14
  /// A distinctive word against another one, in names of persons.
  public var differentInPerson = -133
  /// See ``differentInPerson``; in names of vessels and aircraft.
  public var differentInVessel = -80
  /// See ``differentInPerson``; in other names.
  public var differentInOther = -78
  /// And for each bit of the lighter word's rarity, in hundredths.
  public var differentByRarity = 36
  /// Of that, in hundredths, what words cost that differ in three tenths of their letters.
  public var differentAtThreeTenths = 15
  /// In four and a half tenths; from six tenths on they cost all.
  public var differentAtFiveTenths = 90
  /// How much less words that are nearly alike cost where no table has the subject's word, in hundredths.
  public var unknownRelief = 40
  /// A generic word or a place against another one.
  public var differentGeneric = -61
  /// And for each bit of the heavier one's rarity, in hundredths.
  public var differentGenericByRarity = 70
  /// A patronymic against another one: fathers differ.
  public var differentPatronymic = -134
  /// Fleets and plants are numbered: another number is another one.
  public var otherNumeral = -138
  /// Initials that differ.
  public var otherInitial = -50

  // MARK: What a missing part costs

  /// The most that a word without counterpart in the listed name costs a person.
  public var subjectOnlyInPerson = -44
  /// See ``subjectOnlyInPerson``; in other names.
  public var subjectOnlyInOther = -54
  /// See ``subjectOnlyInPerson``; in names of vessels and aircraft.
  public var subjectOnlyInVessel = -111
  /// The most that a listed word without counterpart costs a person.
  public var listedOnlyInPerson = -7
  /// See ``listedOnlyInPerson``; in other names.
  public var listedOnlyInOther = -8
  /// See ``listedOnlyInPerson``; in names of vessels and aircraft.
  public var listedOnlyInVessel = -69
  /// How much of its worth a word without counterpart costs, in hundredths, up to those bounds.
  public var onlyByWorth = 124
  /// A patronymic on one side only.
  public var missingPatronymic = -5
  /// A generic word that only the listed name has: people leave them out.
  public var listedOnlyGeneric = -14
  /// A generic word that only the subject's name has.
  public var missingGeneric = -39
  /// A place on one side only.
  public var missingPlace = -7
  /// A numeral on one side only.
  public var missingNumeral = -83
  /// A legal form on one side only.
  public var missingForm = -1
  /// A particle, title or initial on one side only: next to nothing, yet less likely than none.
  public var missingSmall = -1
  /// A name that fills a field of this many letters was cut: what follows in the listed name is not
  /// missing. Thirty-five is the length of a name line in payment messages (ISO 15022, SWIFT MT).
  public var fieldLength = 35

  public init() {}

  /// Whether a name as written fills its field, or leaves one letter of it, so that its end may be
  /// missing.
  func fillsField(_ verbatim: String) -> Bool {
    let length = verbatim.unicodeScalars.count
    return length == fieldLength || length == fieldLength - 1
  }
}
