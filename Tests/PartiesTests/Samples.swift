import Listings
import TradeModel

extension Designation {
  /// An invented designation with a name of its own.
  static func sample(_ list: String, _ key: String, _ kind: PartyKind) -> Designation {
    guard let list = ListID(list) else { preconditionFailure("`\(list)` is no list id") }
    return Designation(
      id: DesignationID(list: list, key: key), kind: kind,
      names: [ListedName(.primary, "Sample Number \(list) \(key)")],
      place: RecordPlace(file: "sample", line: 1))
  }
}

extension Identifier {
  static func passport(_ number: String, of country: String = "Iran") -> Identifier {
    Identifier(kind: .passport, value: number, issuer: country)
  }
}

extension PartialDate {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> PartialDate {
    PartialDate(
      text: "\(year)-\(month)-\(day)", start: Point(year: year, month: month, day: day))
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededNumbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
