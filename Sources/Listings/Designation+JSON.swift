public import FileFormats
public import TradeModel

/// The description of a designation that golden files, archives and dossiers use: every field, in one
/// order, absent members left out.
extension Designation {
  /// Every field with a value, by the names of the properties.
  public var json: JSONValue {
    .members([
      "id": .string(id.description),
      "kind": .string(kind.rawValue),
      "names": Self.list(names.map(\.json)),
      "titles": Self.texts(titles),
      "birthDates": Self.list(birthDates.map(\.json)),
      "birthPlaces": Self.texts(birthPlaces),
      "foundingDates": Self.list(foundingDates.map(\.json)),
      "nationalities": Self.texts(nationalities),
      "gender": gender.map(JSONValue.string),
      "addresses": Self.list(addresses.map(\.json)),
      "identifiers": Self.list(identifiers.map(\.json)),
      "vessel": vessel?.json,
      "aircraft": aircraft?.json,
      "programmes": Self.texts(programmes),
      "measures": Self.texts(measures),
      "legalBases": Self.list(legalBases.map(\.json)),
      "listedOn": Self.list(listedOn.map(\.json)),
      "updatedOn": Self.list(updatedOn.map(\.json)),
      "endsOn": endsOn?.json,
      "remarks": Self.texts(remarks),
      "attributes": Self.list(attributes.map(\.json)),
      "relations": Self.list(relations.map(\.json)),
      "publishedIdentifierCount": .int(publishedIdentifierCount),
      "place": .string(place.description),
    ])
  }

  static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }
  static func texts(_ values: [String]) -> JSONValue? { list(values.map(JSONValue.string)) }
}

extension ListedName {
  /// The name with kind, strength and parts.
  public var json: JSONValue {
    .members([
      "kind": .string(kind.rawValue),
      "text": .string(text),
      "strength": strength == .unstated ? nil : .string(strength.rawValue),
      "parts": Designation.list(
        parts.map { .members(["role": .string($0.role.rawValue), "text": .string($0.text)]) }),
      "script": script.map(JSONValue.string),
      "language": language.map(JSONValue.string),
      "note": note.map(JSONValue.string),
    ])
  }
}

extension PartialDate {
  /// The date with its text and what was read of it.
  public var json: JSONValue {
    .members([
      "text": .string(text),
      "start": (start?.iso).map(JSONValue.string),
      "end": (end?.iso).map(JSONValue.string),
      "circa": isCirca ? true : nil,
      "calendar": calendar == .gregorian ? nil : .string(calendar.rawValue),
    ])
  }
}

extension Address {
  /// The address with its parts.
  public var json: JSONValue {
    .members([
      "text": .string(text),
      "lines": Designation.texts(lines),
      "city": city.map(JSONValue.string),
      "region": region.map(JSONValue.string),
      "postalCode": postalCode.map(JSONValue.string),
      "country": country.map(JSONValue.string),
      "note": note.map(JSONValue.string),
    ])
  }
}

extension Identifier {
  /// The number with kind, label and issuer.
  public var json: JSONValue {
    .members([
      "kind": .string(kind.rawValue),
      "value": .string(value),
      "label": label.map(JSONValue.string),
      "issuer": issuer.map(JSONValue.string),
      "note": note.map(JSONValue.string),
    ])
  }
}

extension VesselData {
  /// What has a value.
  public var json: JSONValue {
    .members([
      "type": type.map(JSONValue.string),
      "flag": flag.map(JSONValue.string),
      "formerFlags": Designation.texts(formerFlags),
      "owners": Designation.texts(owners),
      "tonnage": tonnage.map(JSONValue.string),
      "grossTonnage": grossTonnage.map(JSONValue.string),
      "length": length.map(JSONValue.string),
    ])
  }
}

extension AircraftData {
  /// What has a value.
  public var json: JSONValue {
    .members([
      "model": model.map(JSONValue.string),
      "operator": operatorName.map(JSONValue.string),
    ])
  }
}

extension LegalBasis {
  /// The instrument with its date and address.
  public var json: JSONValue {
    .members([
      "text": .string(text),
      "date": date?.json,
      "address": address.map(JSONValue.string),
    ])
  }
}

extension Attribute {
  /// Label and value.
  public var json: JSONValue {
    .members(["label": .string(label), "value": .string(value)])
  }
}

extension ListedRelation {
  /// Type and target, with share, note and sentence where there are any.
  public var json: JSONValue {
    let target: (key: JSONValue?, name: JSONValue?) =
      switch self.target {
      case .key(let key): (.string(key), nil)
      case .name(let name): (nil, .string(name))
      case .record(let name, let key): (.string(key), .string(name))
      }
    return .members([
      "type": .string(type),
      "key": target.key,
      "name": target.name,
      "share": share.map(JSONValue.int),
      "note": note.map(JSONValue.string),
      "quote": quote.map(JSONValue.string),
    ])
  }
}
