/// One tuning value of a policy: its name in JSON and where it stands.
///
/// A value that is not in its table would escape the policy's digest; a test counts them. Its meaning
/// stands in the generated page of the policy.
struct TuningValue<Root>: Sendable {
  let name: String
  let path: any WritableKeyPath<Root, Int> & Sendable
  let topic: TuningTopic
  let unit: TuningUnit
  /// One English sentence.
  let meaning: String

  init(
    _ name: String, _ path: any WritableKeyPath<Root, Int> & Sendable, _ topic: TuningTopic,
    _ unit: TuningUnit, _ meaning: String
  ) {
    self.name = name
    self.path = path
    self.topic = topic
    self.unit = unit
    self.meaning = meaning
  }
}

extension NameWeights {
  /// Every value, by name.
  static let values: [TuningValue<NameWeights>] = [
    TuningValue(
      "acronymKept", \.acronymKept, .agreement, .hundredths,
      "What first letters keep of what they stand for; a letter is worth 3.5 bits at most."),
    TuningValue(
      "affix", \.affix, .agreement, .tenthsOfBit,
      "What it costs besides that a word is only the beginning of the other."),
    TuningValue(
      "affixKept", \.affixKept, .agreement, .hundredths,
      "What a cut or abbreviated word keeps of the part of its letters, in names of organisations, vessels and aircraft."
    ),
    TuningValue(
      "affixKeptInPerson", \.affixKeptInPerson, .agreement, .hundredths,
      "The same in names of persons."),
    TuningValue(
      "brokenOrder", \.brokenOrder, .difference, .tenthsOfBit,
      "The same where more has changed place than the words at one end."),
    TuningValue(
      "cutKept", \.cutKept, .agreement, .hundredths,
      "What the last word keeps in a name that fills its field."),
    TuningValue(
      "differentAtFiveTenths", \.differentAtFiveTenths, .difference, .hundredths,
      "Of the cost of different words, what is left where they differ in four and a half tenths of their letters; all from six tenths on."
    ),
    TuningValue(
      "differentAtThreeTenths", \.differentAtThreeTenths, .difference, .hundredths,
      "The same where they differ in three tenths or fewer."),
    TuningValue(
      "differentByRarity", \.differentByRarity, .difference, .hundredths,
      "What the rarity of the commoner of two different words costs besides, in any name."),
    TuningValue(
      "differentGeneric", \.differentGeneric, .difference, .tenthsOfBit,
      "A generic word or a place against another word."),
    TuningValue(
      "differentGenericByRarity", \.differentGenericByRarity, .difference, .hundredths,
      "What the rarity of the rarer of the two costs besides."),
    TuningValue(
      "differentInOther", \.differentInOther, .difference, .tenthsOfBit,
      "A word that tells something against another one, in names of organisations."),
    TuningValue(
      "differentInPerson", \.differentInPerson, .difference, .tenthsOfBit,
      "The same in names of persons."),
    TuningValue(
      "differentInVessel", \.differentInVessel, .difference, .tenthsOfBit,
      "The same in names of vessels and aircraft."),
    TuningValue(
      "differentPatronymic", \.differentPatronymic, .difference, .tenthsOfBit,
      "A patronymic against another one."),
    TuningValue(
      "fieldLength", \.fieldLength, .whole, .letters,
      "A name of so many letters, or one fewer, fills its field: its end may be missing."),
    TuningValue(
      "formOfClass", \.formOfClass, .agreement, .tenthsOfBit,
      "Legal forms of one class that neither are the same letters nor abbreviate each other."),
    TuningValue(
      "initial", \.initial, .agreement, .tenthsOfBit,
      "The most that an initial is worth beside the name it begins."),
    TuningValue(
      "joinedKept", \.joinedKept, .agreement, .hundredths,
      "What words keep that are divided differently."),
    TuningValue(
      "keptAtTenth", \.keptAtTenth, .agreement, .hundredths,
      "What words keep that differ in one tenth of their letters."),
    TuningValue(
      "keptAtThreeTenths", \.keptAtThreeTenths, .agreement, .hundredths, "In three tenths."),
    TuningValue("keptAtTwoTenths", \.keptAtTwoTenths, .agreement, .hundredths, "In two tenths."),
    TuningValue(
      "leastForContradiction", \.leastForContradiction, .whole, .tenthsOfBit,
      "The least that a name weighs, so that other evidence can carry a party that changed its name."
    ),
    TuningValue(
      "leastForName", \.leastForName, .whole, .tenthsOfBit,
      "What the agreements of a short name of common words are raised towards."),
    TuningValue(
      "listedOnlyGeneric", \.listedOnlyGeneric, .missing, .tenthsOfBit,
      "A generic word that only the list has."),
    TuningValue(
      "listedOnlyInOther", \.listedOnlyInOther, .missing, .tenthsOfBit,
      "The most that a word costs that only the list has, in names of organisations."),
    TuningValue(
      "listedOnlyInPerson", \.listedOnlyInPerson, .missing, .tenthsOfBit,
      "The same in names of persons."),
    TuningValue(
      "listedOnlyInVessel", \.listedOnlyInVessel, .missing, .tenthsOfBit,
      "The same in names of vessels and aircraft."),
    TuningValue(
      "missingForm", \.missingForm, .missing, .tenthsOfBit, "A legal form on one side only."),
    TuningValue(
      "missingGeneric", \.missingGeneric, .missing, .tenthsOfBit,
      "A generic word that only the name asked has."
    ),
    TuningValue(
      "missingNumeral", \.missingNumeral, .missing, .tenthsOfBit, "A number on one side only."),
    TuningValue(
      "missingPatronymic", \.missingPatronymic, .missing, .tenthsOfBit,
      "A patronymic on one side only."),
    TuningValue(
      "missingPlace", \.missingPlace, .missing, .tenthsOfBit, "A place on one side only."),
    TuningValue(
      "missingSmall", \.missingSmall, .missing, .tenthsOfBit,
      "A particle, title or initial on one side only."),
    TuningValue(
      "mostDifference", \.mostDifference, .agreement, .hundredths,
      "The largest part of its letters in which a word may differ and still agree."),
    TuningValue(
      "mostForName", \.mostForName, .whole, .tenthsOfBit,
      "What the words of a name are worth together at most: they are not independent."),
    TuningValue(
      "onlyByWorth", \.onlyByWorth, .missing, .hundredths,
      "What a word without counterpart costs of its worth, up to the bounds of its kind."),
    TuningValue(
      "otherForm", \.otherForm, .difference, .tenthsOfBit,
      "A legal form against one of another class."),
    TuningValue(
      "otherInitial", \.otherInitial, .difference, .tenthsOfBit, "An initial against another one."),
    TuningValue(
      "otherNumeral", \.otherNumeral, .difference, .tenthsOfBit, "A number against another one."),
    TuningValue(
      "otherOrder", \.otherOrder, .difference, .tenthsOfBit,
      "A part that stands before one that it follows in the name asked."),
    TuningValue(
      "raiseForName", \.raiseForName, .whole, .hundredths,
      "How much of the way to `leastForName` the agreements of a short name are raised."),
    TuningValue(
      "raiseForWhole", \.raiseForWhole, .whole, .hundredths,
      "How much more of it where nothing that tells something is left over on either side."),
    TuningValue(
      "sameForm", \.sameForm, .agreement, .tenthsOfBit,
      "The same legal form, written out or abbreviated."),
    TuningValue(
      "slip", \.slip, .agreement, .tenthsOfBit, "What it costs besides that letters differ at all."),
    TuningValue(
      "subjectOnlyInOther", \.subjectOnlyInOther, .missing, .tenthsOfBit,
      "The most that a word costs that only the subject has, in names of organisations."),
    TuningValue(
      "subjectOnlyInPerson", \.subjectOnlyInPerson, .missing, .tenthsOfBit,
      "The same in names of persons."),
    TuningValue(
      "subjectOnlyInVessel", \.subjectOnlyInVessel, .missing, .tenthsOfBit,
      "The same in names of vessels and aircraft."),
    TuningValue(
      "syllableLoss", \.syllableLoss, .agreement, .hundredths,
      "What a likeness of two Chinese or Korean syllables loses: another letter makes another name."
    ),
    TuningValue(
      "unknownRelief", \.unknownRelief, .difference, .hundredths,
      "How much less words that are nearly alike cost where no table has the one asked."),
    TuningValue(
      "unknownReturned", \.unknownReturned, .agreement, .hundredths,
      "How much of what differing letters take is given back where no table has the word asked."),
    TuningValue(
      "variantByDifference", \.variantByDifference, .agreement, .hundredths,
      "What another spelling of one name loses for each hundredth of its letters that differs, in hundredths of a hundredth."
    ),
    TuningValue(
      "variantLoss", \.variantLoss, .agreement, .hundredths,
      "What another spelling of one name loses against the same."),
  ]
}

extension FactWeights {
  /// Every value, by name.
  static let values: [TuningValue<FactWeights>] = [
    TuningValue(
      "alias", \.alias, .fact, .tenthsOfBit,
      "The name that agrees is an alias or a former name, not a primary name."),
    TuningValue(
      "farYear", \.farYear, .fact, .tenthsOfBit, "Birth years more than four years apart."),
    TuningValue(
      "nearAddress", \.nearAddress, .fact, .tenthsOfBit,
      "The same postal code, or most words of an address."),
    TuningValue("nearYear", \.nearYear, .fact, .tenthsOfBit, "Birth years one year apart."),
    TuningValue(
      "otherAddress", \.otherAddress, .fact, .tenthsOfBit, "No word of any address in common."),
    TuningValue(
      "otherBirthPlace", \.otherBirthPlace, .fact, .tenthsOfBit,
      "No word of a place of birth in common."),
    TuningValue(
      "otherCountry", \.otherCountry, .fact, .tenthsOfBit,
      "Countries on both sides, none in common."),
    TuningValue(
      "otherFlag", \.otherFlag, .fact, .tenthsOfBit, "The same for a vessel or aircraft."),
    TuningValue(
      "otherFounding", \.otherFounding, .fact, .tenthsOfBit,
      "Founding or building years two years apart or more."),
    TuningValue("otherGender", \.otherGender, .fact, .tenthsOfBit, "Another gender."),
    TuningValue(
      "otherKind", \.otherKind, .fact, .tenthsOfBit,
      "A person against an organisation, a company against a ship."),
    TuningValue(
      "otherRegister", \.otherRegister, .fact, .tenthsOfBit,
      "Two numbers of one kind that differ, other than ship numbers."),
    TuningValue(
      "otherTonnage", \.otherTonnage, .fact, .tenthsOfBit, "Tonnages more than a fifth apart."),
    TuningValue(
      "otherReading", \.otherReading, .fact, .tenthsOfBit,
      "One of the names is in another writing system, or agrees in a further reading."),
    TuningValue("otherShip", \.otherShip, .fact, .tenthsOfBit, "Another IMO ship number."),
    TuningValue(
      "otherYear", \.otherYear, .fact, .tenthsOfBit,
      "Birth years two to four years apart; a third of it for another day of the same year."),
    TuningValue(
      "partOfAddress", \.partOfAddress, .fact, .tenthsOfBit,
      "A word or two of an address, such as the city."),
    TuningValue(
      "sameAddress", \.sameAddress, .fact, .tenthsOfBit,
      "A number and two words of an address, or its postal code and a word."),
    TuningValue(
      "sameBirthPlace", \.sameBirthPlace, .fact, .tenthsOfBit, "The same place of birth."),
    TuningValue(
      "sameContact", \.sameContact, .fact, .tenthsOfBit,
      "The same phone, e-mail, web site, call sign or list reference."),
    TuningValue("sameCountry", \.sameCountry, .fact, .tenthsOfBit, "A country in common."),
    TuningValue("sameDay", \.sameDay, .fact, .tenthsOfBit, "The same day of birth."),
    TuningValue(
      "sameFounding", \.sameFounding, .fact, .tenthsOfBit,
      "The same day of founding or building; half of it for the same year."),
    TuningValue("sameGender", \.sameGender, .fact, .tenthsOfBit, "The same gender."),
    TuningValue(
      "sameMonth", \.sameMonth, .fact, .tenthsOfBit,
      "The same month of birth, where one side states no day."),
    TuningValue(
      "sameRareKind", \.sameRareKind, .fact, .tenthsOfBit, "Both are vessels, or both aircraft."),
    TuningValue(
      "sameRegister", \.sameRegister, .fact, .tenthsOfBit,
      "The same passport, tax, register, account or radio number."),
    TuningValue(
      "sameTonnage", \.sameTonnage, .fact, .tenthsOfBit,
      "Tonnages within a hundredth of each other."),
    TuningValue(
      "sameUnique", \.sameUnique, .fact, .tenthsOfBit,
      "The same number that is given once in the world: IMO ship number, LEI."),
    TuningValue(
      "sameYear", \.sameYear, .fact, .tenthsOfBit,
      "The same year of birth, where one side states no more."),
    TuningValue(
      "swappedDay", \.swappedDay, .fact, .tenthsOfBit, "Day and month of birth exchanged."),
    TuningValue(
      "weakAlias", \.weakAlias, .fact, .tenthsOfBit, "The list itself calls the alias weak."),
  ]
}
