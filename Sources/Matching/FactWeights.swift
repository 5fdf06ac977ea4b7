/// What agreement and disagreement in facts besides names weigh, in tenths of a bit. What is not
/// stated on either side weighs nothing.
///
/// Where a figure is not fitted it is the odds that the words of its name suggest: two strangers share
/// a birthday to the day once in some twenty thousand pairs, records of one person that differ in the
/// year are one in ten or fewer.
public struct FactWeights: Hashable, Sendable {
  /// A number that is given once in the world: a ship's IMO number, a Legal Entity Identifier.
  public var sameUnique = 330
  /// Another one: the same ship cannot have it.
  public var otherShip = -600
  /// A number of a register, a passport, a tax office.
  public var sameRegister = 230
  /// The same phone, address of mail or web, call sign, list reference.
  public var sameContact = 120
  /// Two numbers of one kind that differ: people renew passports, companies have many numbers.
  public var otherRegister = -5
  /// The same birth date to the day.
  public var sameDay = 100
  /// The same month; one of them says no more.
  public var sameMonth = 60
  /// The same year; one of them says no more, or is circa or a range.
  public var sameYear = 40
  /// Day and month exchanged.
  public var swappedDay = 40
  /// One year apart.
  public var nearYear = -5
  /// Two to four years apart. A third of it: the same year, another day.
  public var otherYear = -60
  /// More than four years apart.
  public var farYear = -180
  /// Founding and building dates are printed with less care.
  public var sameFounding = 40
  /// Two years apart or more.
  public var otherFounding = -15
  /// A country in common.
  public var sameCountry = 12
  /// Countries on both sides, none in common.
  public var otherCountry = -20
  /// The same for a vessel or aircraft: those that hide change their flag often.
  public var otherFlag = -5
  /// Half of all persons have it.
  public var sameGender = 3
  /// Rarely an error of the papers.
  public var otherGender = -50
  /// A person is no vessel; but kinds are sometimes misstated.
  public var otherKind = -110
  /// Both are ships, or both aircraft: there are far fewer of them to be confused with.
  public var sameRareKind = 30
  /// The same address to the house: a number and two words, or a postal code and a word.
  public var sameAddress = 80
  /// The same postal code, or most of the words of an address.
  public var nearAddress = 35
  /// A word or two of an address, such as the city.
  public var partOfAddress = 8
  /// No word of any address in common: parties have many addresses, and move.
  public var otherAddress = -4
  /// The same place of birth, one of them perhaps with its region and country.
  public var sameBirthPlace = 30
  /// No word in common; spellings and borders change.
  public var otherBirthPlace = -12
  /// Within a hundredth of each other.
  public var sameTonnage = 25
  /// More than a fifth apart: another ship, or a ship measured otherwise.
  public var otherTonnage = -25
  /// A name that the list itself calls weak.
  public var weakAlias = -60
  /// Another alias, or a former name: papers carry the primary name more often.
  public var alias = -3
  /// One of the two names agrees in one of several ways to read it: it is in another writing system, or
  /// spelled as in another language, translated or misread.
  public var otherReading = -5

  public init() {}
}
