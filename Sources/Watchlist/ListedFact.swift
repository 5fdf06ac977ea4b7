public import TradeModel

/// One thing besides names that a designation says of a party, packed for comparing.
public struct ListedFact: Hashable, Sendable {
  /// What is said, in the form in which it is compared.
  public enum Value: Hashable, Sendable {
    case birthDate(PartialDate)
    case foundingDate(PartialDate)
    case country(TerritoryID)
    case gender(Gender)
    case identifier(Identifier.Kind, hash: UInt64)
  }

  /// As far as lists state it.
  public enum Gender: UInt8, Hashable, Sendable {
    case female = 1
    case male

    /// Reads what lists and customers write; `nil` for anything else.
    public init?(written text: String) {
      switch text.lowercased() {
      case "f", "female", "féminin", "femme", "w", "weiblich": self = .female
      case "m", "male", "masculin", "homme", "männlich": self = .male
      default: return nil
      }
    }
  }

  /// What is said.
  public let value: Value
  /// As published.
  public let text: String
  /// The number of the designation that says so.
  public let designation: Int
}

extension TerritoryID {
  /// The two letters of a country's code in one number; `nil` for any other code.
  var packed: UInt32? {
    var letters = code.utf8.makeIterator()
    guard let first = letters.next(), let second = letters.next(), letters.next() == nil else {
      return nil
    }
    return UInt32(first) << 8 | UInt32(second)
  }

  init(packed: UInt32) {
    self.init(
      String(
        decoding: [
          UInt8(truncatingIfNeeded: packed >> 8), UInt8(truncatingIfNeeded: packed),
        ], as: UTF8.self))
  }
}

extension PartialDate.Point {
  /// Year, month and day in one number; 0 for what is not stated.
  var packed: UInt32 { UInt32(year) << 9 | UInt32(month ?? 0) << 5 | UInt32(day ?? 0) }

  init?(packed: UInt32) {
    let month = Int(packed >> 5 & 15)
    let day = Int(packed & 31)
    self.init(
      year: Int(packed >> 9), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}
