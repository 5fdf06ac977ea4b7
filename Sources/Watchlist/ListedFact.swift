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
    /// In ``ListedFact/text``.
    case address
    /// In ``ListedFact/text``.
    case birthPlace
    /// Deadweight or gross tonnage, as far as it is a number.
    case tonnage(Tonnage, Int)
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

  /// Which of a ship's tonnages.
  public enum Tonnage: UInt8, Hashable, Sendable {
    case deadweight = 1
    case gross

    /// The whole number that a text begins with, with its thousands marked or not: `46,156 tons`.
    /// `nil` when there is none above zero.
    public static func number(_ text: String) -> Int? {
      var digits = ""
      for letter in text {
        if letter.isASCII, letter.isNumber {
          digits.append(letter)
        } else if digits.isEmpty ? !letter.isWhitespace : ![",", " ", "\u{A0}"].contains(letter) {
          break
        }
      }
      return Int(digits).flatMap { (1...9_999_999).contains($0) ? $0 : nil }
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
