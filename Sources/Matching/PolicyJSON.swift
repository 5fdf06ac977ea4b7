import FileFormats

extension NameWeights {
  var json: JSONValue {
    .members([
      "affixKept": .int(affixKept), "differentByRarity": .int(differentByRarity),
      "differentGeneric": .int(differentGeneric),
      "differentPatronymic": .int(differentPatronymic), "farEditLoss": .int(farEditLoss),
      "fieldLength": .int(fieldLength), "nearDifference": .int(nearDifference),
      "differentInOther": .int(differentInOther), "differentInPerson": .int(differentInPerson),
      "editLoss": .int(editLoss), "initial": .int(initial),
      "leastForContradiction": .int(leastForContradiction),
      "leastForName": .int(leastForName), "listedOnlyWord": .int(listedOnlyWord),
      "missingForm": .int(missingForm), "missingGeneric": .int(missingGeneric),
      "missingNumeral": .int(missingNumeral), "missingPatronymic": .int(missingPatronymic),
      "missingPlace": .int(missingPlace), "missingSmall": .int(missingSmall),
      "mostDifference": .int(mostDifference), "mostForName": .int(mostForName),
      "otherForm": .int(otherForm), "otherInitial": .int(otherInitial),
      "otherNumeral": .int(otherNumeral), "sameForm": .int(sameForm),
      "subjectOnlyWord": .int(subjectOnlyWord), "variantLoss": .int(variantLoss),
    ])
  }
}

extension FactWeights {
  var json: JSONValue {
    .members([
      "farYear": .int(farYear), "nearYear": .int(nearYear), "otherCountry": .int(otherCountry),
      "otherFounding": .int(otherFounding), "otherGender": .int(otherGender),
      "otherKind": .int(otherKind), "otherRegister": .int(otherRegister),
      "otherShip": .int(otherShip), "otherYear": .int(otherYear),
      "sameContact": .int(sameContact), "sameCountry": .int(sameCountry),
      "sameDay": .int(sameDay), "sameFounding": .int(sameFounding),
      "sameGender": .int(sameGender), "sameRareKind": .int(sameRareKind),
      "sameMonth": .int(sameMonth),
      "sameRegister": .int(sameRegister), "sameUnique": .int(sameUnique),
      "sameYear": .int(sameYear), "swappedDay": .int(swappedDay), "weakAlias": .int(weakAlias),
    ])
  }
}
