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
