import FileFormats

extension NameWeights {
  var json: JSONValue {
    .object(Self.fields.map { JSONValue.Member($0.name, .int(self[keyPath: $0.path])) })
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
