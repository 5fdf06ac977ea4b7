import TradeModel

/// In how many names of persons and of everybody else something stands.
struct NameCounts: Hashable, Sendable {
  var persons: UInt32 = 0
  var organisations: UInt32 = 0

  /// The count among names of a kind. Names of ships, aircraft and unknown parties are of any kind.
  func count(for kind: PartyKind) -> Int {
    switch kind {
    case .person: Int(persons)
    case .organisation: Int(organisations)
    case .vessel, .aircraft, .unknown: Int(persons) + Int(organisations)
    }
  }

  /// Adds up; a sum beyond 32 bits stays at the greatest number.
  static func += (counts: inout NameCounts, others: NameCounts) {
    counts.persons = sum(counts.persons, others.persons)
    counts.organisations = sum(counts.organisations, others.organisations)
  }

  private static func sum(_ one: UInt32, _ other: UInt32) -> UInt32 {
    let (sum, isOver) = one.addingReportingOverflow(other)
    return isOver ? .max : sum
  }
}
