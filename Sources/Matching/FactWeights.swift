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
  public var sameContact = 120
  /// Two numbers of one kind that differ: people renew passports, companies have many numbers.
  public var otherRegister = -5
  public var sameDay = 100
  public var sameMonth = 60
  public var sameYear = 40
  public var swappedDay = 40
  public var nearYear = -5
  public var otherYear = -60
  public var farYear = -110
  /// Founding and building dates are printed with less care.
  public var sameFounding = 40
  public var otherFounding = -15
  public var sameCountry = 12
  public var otherCountry = -10
  public var sameGender = 3
  public var otherGender = -50
  public var otherKind = -110
  /// Both are ships, or both aircraft: there are far fewer of them to be confused with.
  public var sameRareKind = 30
  /// A name that the list itself calls weak.
  public var weakAlias = -60

  public init() {}
}
