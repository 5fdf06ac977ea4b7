import TradeModel

/// Which facts a subject states, as far as they are compared: enough to tell how much facts could add
/// to a name.
public struct StatedFacts: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let birthDate = StatedFacts(rawValue: 1)
  public static let foundingDate = StatedFacts(rawValue: 2)
  public static let country = StatedFacts(rawValue: 4)
  public static let gender = StatedFacts(rawValue: 8)
  public static let address = StatedFacts(rawValue: 16)
  public static let birthPlace = StatedFacts(rawValue: 32)
  public static let tonnage = StatedFacts(rawValue: 64)
  /// It is a vessel or an aircraft.
  public static let rareKind = StatedFacts(rawValue: 128)

  /// What `subject` states.
  public init(_ subject: Subject) { self.init(SubjectFacts(subject)) }

  init(_ facts: SubjectFacts) {
    self = []
    if !facts.birthDates.isEmpty { insert(.birthDate) }
    if !facts.foundingDates.isEmpty { insert(.foundingDate) }
    if !facts.countries.isEmpty { insert(.country) }
    if facts.gender != nil { insert(.gender) }
    if !facts.addresses.isEmpty { insert(.address) }
    if !facts.birthPlaces.isEmpty { insert(.birthPlace) }
    if !facts.tonnages.isEmpty { insert(.tonnage) }
    if facts.kind == .vessel || facts.kind == .aircraft { insert(.rareKind) }
  }
}

extension FactWeights {
  /// The most that facts other than identifiers can add, in tenths of a bit.
  func most(of stated: StatedFacts) -> Int {
    var most = 0
    if stated.contains(.birthDate) { most += sameDay }
    if stated.contains(.foundingDate) { most += sameFounding }
    if stated.contains(.country) { most += sameCountry }
    if stated.contains(.gender) { most += sameGender }
    if stated.contains(.address) { most += sameAddress }
    if stated.contains(.birthPlace) { most += sameBirthPlace }
    if stated.contains(.tonnage) { most += sameTonnage }
    if stated.contains(.rareKind) { most += sameRareKind }
    return most
  }
}
