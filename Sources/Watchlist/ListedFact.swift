public import TradeModel

/// One thing besides names that a designation says of a party, packed for comparing.
public struct ListedFact: Hashable, Sendable {
  /// What is said, in the form in which it is compared.
  public enum Value: Hashable, Sendable {
    case birthDate(PartialDate)
    case foundingDate(PartialDate)
    /// Two lower-case letters, ISO 3166 alpha-2.
    case country(CountryCode)
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

/// Two lower-case ASCII letters, ISO 3166 alpha-2.
public struct CountryCode: Hashable, Sendable, CustomStringConvertible {
  /// Two ASCII bytes.
  public let packed: UInt16

  /// Returns `nil` unless `text` is two ASCII letters.
  public init?(_ text: some StringProtocol) {
    let letters = Array(text.utf8).map { $0 | 0x20 }
    guard letters.count == 2, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    packed = UInt16(letters[0]) << 8 | UInt16(letters[1])
  }

  init(packed: UInt16) { self.packed = packed }

  public var description: String {
    String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self)
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
