/// An amount with its unit, exactly as stated.
public struct Quantity: Hashable, Sendable {
  /// The number as written: `1.50` stays `1.50`.
  public let text: String
  /// The number, when `text` is one.
  public let amount: DecimalNumber?
  /// The unit, when it is a known one.
  public let unit: Unit?
  /// The unit as written; `nil` when none is stated.
  public let unitText: String?

  /// Reads both texts; what cannot be read stays as text.
  public init(text: String, unitText: String? = nil) {
    self.text = text
    amount = DecimalNumber(text)
    self.unitText = unitText
    unit = unitText.flatMap(Unit.init(reading:))
  }

  /// The number and the unit as written.
  public var description: String { unitText.map { "\(text) \($0)" } ?? text }
}

/// An amount of money, exactly as stated.
public struct Money: Hashable, Sendable {
  /// As entered.
  public let text: String
  /// `nil` when the text could not be read as a number.
  public let amount: DecimalNumber?
  /// The currency as written.
  public let currencyText: String?

  /// Reads the amount; a text that is no number is kept, and ``amount`` is `nil`.
  public init(text: String, currencyText: String? = nil) {
    self.text = text
    amount = DecimalNumber(text)
    self.currencyText = currencyText
  }

  /// The currency, when it is written as a code of three letters (ISO 4217). Whether such a currency
  /// exists is not checked.
  public var currency: String? {
    guard let code = currencyText?.uppercased(), code.utf8.count == 3,
      code.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    return code
  }

  public var description: String { currencyText.map { "\(text) \($0)" } ?? text }
}
