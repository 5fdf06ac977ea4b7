public import TradeModel

/// One value of a fact.
public enum FactValue: Hashable, Sendable {
  /// Free words, as entered.
  case text(String)
  /// One of the words that the fact declares.
  case word(String)
  /// In the unit that the fact declares.
  case number(DecimalNumber)
  /// With a currency code of three letters (ISO 4217).
  case money(DecimalNumber, currency: String)
  /// Perhaps known to the month or year only.
  case date(PartialDate)
  /// Yes or no.
  case flag(Bool)
  /// A territory by its code.
  case country(TerritoryID)

  /// A whole number.
  public static func number(_ value: Int) -> FactValue {
    guard let number = DecimalNumber(String(value)) else {
      preconditionFailure("an integer is a decimal number")
    }
    return .number(number)
  }

  /// The value for people, without its unit.
  public var text: BilingualText {
    func same(_ text: String) -> BilingualText { BilingualText(en: text, fr: text) }
    return switch self {
    case .text(let text): BilingualText(en: "“\(text)”", fr: "«\u{A0}\(text)\u{A0}»")
    // As code: the words of facts are not translated.
    case .word(let word): same("`\(word)`")
    case .number(let number): same(number.description)
    case .money(let amount, let currency): same("\(amount)\u{A0}\(currency)")
    case .date(let date): same(date.text)
    case .flag(let flag):
      flag ? BilingualText(en: "yes", fr: "oui") : BilingualText(en: "no", fr: "non")
    case .country(let territory): same(territory.code)
    }
  }

  /// As rule files write it.
  public var notation: String {
    switch self {
    case .text(let text), .word(let text): text
    case .number(let number): number.description
    case .money(let amount, let currency): "\(amount) \(currency)"
    case .date(let date): date.text
    case .flag(let flag): flag ? "true" : "false"
    case .country(let territory): territory.code
    }
  }
}
