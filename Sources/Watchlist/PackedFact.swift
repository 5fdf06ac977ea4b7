import Listings
import TradeModel

/// A fact as it is written into the file.
struct PackedFact: Hashable {
  let type: UInt8
  /// Which kind of identifier.
  let kind: UInt32
  /// How a date is to be understood.
  let flags: UInt32
  let a: UInt32
  let b: UInt32
  let text: String

  var isAddress: Bool { type == 6 }
  var identifierHash: UInt64? { type == 5 ? UInt64(b) << 32 | UInt64(a) : nil }

  /// What `designation` says that matching compares, in the order of its fields.
  static func all(
    of designation: Designation, countryCode: (String) -> String?
  ) -> [PackedFact] {
    var facts: [PackedFact] = []
    for date in designation.birthDates { facts.append(PackedFact(date, type: 1)) }
    for date in designation.foundingDates { facts.append(PackedFact(date, type: 2)) }
    var countries = designation.nationalities
    countries.append(contentsOf: designation.addresses.compactMap(\.country))
    if let flag = designation.vessel?.flag { countries.append(flag) }
    for country in countries {
      guard let code = countryCode(country).flatMap({ TerritoryID(alpha2: $0) })?.packed
      else { continue }
      facts.append(PackedFact(type: 3, a: code, b: 0, text: country))
    }
    if let written = designation.gender, let gender = ListedFact.Gender(written: written) {
      facts.append(PackedFact(type: 4, a: UInt32(gender.rawValue), b: 0, text: written))
    }
    for identifier in designation.identifiers {
      guard let key = IdentifierKey(identifier),
        let kind = WatchlistFile.identifierKinds.firstIndex(of: identifier.kind)
      else { continue }
      facts.append(
        PackedFact(
          type: 5, kind: UInt32(kind), a: UInt32(truncatingIfNeeded: key.hash),
          b: UInt32(key.hash >> 32), text: identifier.value))
    }
    // A country alone stands above.
    for address in designation.addresses where address.text != address.country {
      facts.append(PackedFact(type: 6, a: 0, b: 0, text: address.text))
    }
    for place in designation.birthPlaces {
      facts.append(PackedFact(type: 7, a: 0, b: 0, text: place))
    }
    let tonnages: [(ListedFact.Tonnage, String?)] = [
      (.deadweight, designation.vessel?.tonnage), (.gross, designation.vessel?.grossTonnage),
    ]
    for (kind, text) in tonnages {
      guard let text, let number = ListedFact.Tonnage.number(text) else { continue }
      facts.append(PackedFact(type: 8, a: UInt32(kind.rawValue), b: UInt32(number), text: text))
    }
    return facts
  }

  private init(
    type: UInt8, kind: UInt32 = 0, flags: UInt32 = 0, a: UInt32, b: UInt32, text: String
  ) {
    self.type = type
    self.kind = kind
    self.flags = flags
    self.a = a
    self.b = b
    self.text = text
  }

  private init(_ date: PartialDate, type: UInt8) {
    let flags: UInt32 = (date.isCirca ? 1 : 0) | (date.calendar == .islamic ? 2 : 0)
    self.init(
      type: type, flags: flags, a: date.start?.packed ?? 0, b: date.end?.packed ?? 0,
      text: date.text)
  }
}
