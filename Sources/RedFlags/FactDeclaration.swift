public import TradeModel

/// What a fact is: its type, whom it is about, where it comes from. One entry of `facts.yaml`.
public struct FactDeclaration: Hashable, Sendable {
  /// What values it can take.
  public enum ValueType: Hashable, Sendable {
    case text
    /// One of these; any word when empty.
    case word([String])
    case number(unit: String?)
    case money, date, flag, country

    /// The word for it in rule files.
    public var name: String {
      switch self {
      case .text: "text"
      case .word: "word"
      case .number: "number"
      case .money: "money"
      case .date: "date"
      case .flag: "flag"
      case .country: "country"
      }
    }
  }

  /// What it is about.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case transaction, party, item, leg
  }

  /// Where it comes from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// Stated in the transaction.
    case input
    /// Computed from what is stated.
    case derived
    /// From the lists of parties or of goods.
    case list
    /// From past transactions.
    case history
  }

  /// By which rules ask for it: `ultimate-consignee.business`.
  public let name: String
  /// What values it can take.
  public let type: ValueType
  /// Whether it has several values at once.
  public let isMany: Bool
  /// What it is about; each party, item or leg has its own values.
  public let scope: Scope
  /// Where it comes from.
  public let origin: Origin
  /// What people read instead of ``name``.
  public let label: BilingualText?
  /// How it is found, in English.
  public let derivation: String
  /// Where in a transaction it is found: `parties[].business`.
  public let paths: [String]

  public init(
    name: String, type: ValueType, isMany: Bool = false, scope: Scope = .transaction,
    origin: Origin = .input, label: BilingualText? = nil, derivation: String = "",
    paths: [String] = []
  ) {
    self.name = name
    self.type = type
    self.isMany = isMany
    self.scope = scope
    self.origin = origin
    self.label = label
    self.derivation = derivation
    self.paths = paths
  }

  /// A value with the fact's unit, for people.
  public func text(of value: FactValue) -> BilingualText {
    guard case .number(let unit?) = type else { return value.text }
    return BilingualText(en: "\(value.text.en)\u{A0}\(unit)", fr: "\(value.text.fr)\u{A0}\(unit)")
  }
}

extension FactDeclaration.ValueType {
  /// Reads a value as rule files write it; `nil` for what is no value of this type.
  func value(reading text: String) -> FactValue? {
    switch self {
    case .text: return .text(text)
    case .word(let words): return words.isEmpty || words.contains(text) ? .word(text) : nil
    case .number(let unit):
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard let number = parts.first.flatMap({ DecimalNumber($0) }),
        parts.count == 1 || parts[1] == unit
      else { return nil }
      return .number(number)
    case .money:
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      let money = Money(text: parts[0], currencyText: parts[1])
      guard let amount = money.amount, let currency = money.currency else { return nil }
      return .money(amount, currency: currency)
    case .date:
      let date = PartialDate(reading: text)
      return date.isReadable ? .date(date) : nil
    case .flag:
      return switch text {
      case "true": .flag(true)
      case "false": .flag(false)
      default: nil
      }
    case .country: return .country(TerritoryID(text))
    }
  }

  /// Whether `value` is of this type.
  func takes(_ value: FactValue) -> Bool {
    switch (self, value) {
    case (.word(let words), .word(let word)): words.isEmpty || words.contains(word)
    case (.text, .text), (.number, .number), (.money, .money), (.date, .date), (.flag, .flag),
      (.country, .country):
      true
    default: false
    }
  }
}
