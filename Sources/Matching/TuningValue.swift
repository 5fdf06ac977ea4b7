/// One tuning value of a policy: its name in JSON and where it stands.
///
/// A value that is not in its table would escape the policy's digest; a test counts them.
struct TuningValue<Root>: Sendable {
  let name: String
  let path: any WritableKeyPath<Root, Int> & Sendable

  init(_ name: String, _ path: any WritableKeyPath<Root, Int> & Sendable) {
    self.name = name
    self.path = path
  }
}

extension NameWeights {
  /// Every value, by name.
  static let values: [TuningValue<NameWeights>] = [
    TuningValue("acronymKept", \.acronymKept),
    TuningValue("affix", \.affix),
    TuningValue("affixKept", \.affixKept),
    TuningValue("affixKeptInPerson", \.affixKeptInPerson),
    TuningValue("cutKept", \.cutKept),
    TuningValue("differentAtFiveTenths", \.differentAtFiveTenths),
    TuningValue("differentAtThreeTenths", \.differentAtThreeTenths),
    TuningValue("differentByRarity", \.differentByRarity),
    TuningValue("differentGeneric", \.differentGeneric),
    TuningValue("differentGenericByRarity", \.differentGenericByRarity),
    TuningValue("differentInOther", \.differentInOther),
    TuningValue("differentInPerson", \.differentInPerson),
    TuningValue("differentInVessel", \.differentInVessel),
    TuningValue("differentPatronymic", \.differentPatronymic),
    TuningValue("fieldLength", \.fieldLength),
    TuningValue("initial", \.initial),
    TuningValue("joinedKept", \.joinedKept),
    TuningValue("keptAtTenth", \.keptAtTenth),
    TuningValue("keptAtThreeTenths", \.keptAtThreeTenths),
    TuningValue("keptAtTwoTenths", \.keptAtTwoTenths),
    TuningValue("leastForContradiction", \.leastForContradiction),
    TuningValue("leastForName", \.leastForName),
    TuningValue("listedOnlyInOther", \.listedOnlyInOther),
    TuningValue("listedOnlyInPerson", \.listedOnlyInPerson),
    TuningValue("listedOnlyInVessel", \.listedOnlyInVessel),
    TuningValue("missingForm", \.missingForm),
    TuningValue("missingGeneric", \.missingGeneric),
    TuningValue("missingNumeral", \.missingNumeral),
    TuningValue("missingPatronymic", \.missingPatronymic),
    TuningValue("missingPlace", \.missingPlace),
    TuningValue("missingSmall", \.missingSmall),
    TuningValue("mostDifference", \.mostDifference),
    TuningValue("mostForName", \.mostForName),
    TuningValue("onlyByWorth", \.onlyByWorth),
    TuningValue("otherForm", \.otherForm),
    TuningValue("otherInitial", \.otherInitial),
    TuningValue("otherNumeral", \.otherNumeral),
    TuningValue("otherOrder", \.otherOrder),
    TuningValue("raiseForName", \.raiseForName),
    TuningValue("raiseForWhole", \.raiseForWhole),
    TuningValue("sameForm", \.sameForm),
    TuningValue("slip", \.slip),
    TuningValue("subjectOnlyInOther", \.subjectOnlyInOther),
    TuningValue("subjectOnlyInPerson", \.subjectOnlyInPerson),
    TuningValue("subjectOnlyInVessel", \.subjectOnlyInVessel),
    TuningValue("syllableLoss", \.syllableLoss),
    TuningValue("variantByDifference", \.variantByDifference),
    TuningValue("variantLoss", \.variantLoss),
  ]
}

extension FactWeights {
  /// Every value, by name.
  static let values: [TuningValue<FactWeights>] = [
    TuningValue("farYear", \.farYear),
    TuningValue("nearAddress", \.nearAddress),
    TuningValue("nearYear", \.nearYear),
    TuningValue("otherAddress", \.otherAddress),
    TuningValue("otherBirthPlace", \.otherBirthPlace),
    TuningValue("otherCountry", \.otherCountry),
    TuningValue("otherFlag", \.otherFlag),
    TuningValue("otherFounding", \.otherFounding),
    TuningValue("otherGender", \.otherGender),
    TuningValue("otherKind", \.otherKind),
    TuningValue("otherRegister", \.otherRegister),
    TuningValue("otherTonnage", \.otherTonnage),
    TuningValue("otherShip", \.otherShip),
    TuningValue("otherYear", \.otherYear),
    TuningValue("partOfAddress", \.partOfAddress),
    TuningValue("sameAddress", \.sameAddress),
    TuningValue("sameBirthPlace", \.sameBirthPlace),
    TuningValue("sameContact", \.sameContact),
    TuningValue("sameCountry", \.sameCountry),
    TuningValue("sameDay", \.sameDay),
    TuningValue("sameFounding", \.sameFounding),
    TuningValue("sameGender", \.sameGender),
    TuningValue("sameMonth", \.sameMonth),
    TuningValue("sameRareKind", \.sameRareKind),
    TuningValue("sameRegister", \.sameRegister),
    TuningValue("sameTonnage", \.sameTonnage),
    TuningValue("sameUnique", \.sameUnique),
    TuningValue("sameYear", \.sameYear),
    TuningValue("swappedDay", \.swappedDay),
    TuningValue("weakAlias", \.weakAlias),
  ]
}
