public import KnowledgeBase
public import TradeModel

/// A figure to which a value is compared: payload of at least 500 kg.
public struct Threshold: Hashable, Sendable {
  /// How a value stands to a threshold. Words, because spreadsheets take `=` for a formula.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = "at-least"
    case moreThan = "more-than"
    case atMost = "at-most"
    case lessThan = "less-than"

    /// `≥`, `>`, `≤`, `<`.
    public var symbol: String {
      switch self {
      case .atLeast: "≥"
      case .moreThan: ">"
      case .atMost: "≤"
      case .lessThan: "<"
      }
    }
  }

  /// What is measured.
  public let measured: MeasuredQuantity
  /// Which side of ``value`` is controlled.
  public let comparison: Comparison
  /// In ``unit``, exact.
  public let value: DecimalNumber
  /// The value as the table writes it.
  public let valueText: String
  /// The unit in which the list writes the threshold.
  public let unit: ThresholdUnit
  /// What else must hold, or under which conditions the value is meant.
  public let condition: BilingualText?
  /// Parameters of one alternative must all hold; one alternative is enough. The parameters are not
  /// the whole entry: its text has more conditions.
  public let alternative: Int

  /// `range ≥ 300 km`, with the condition in brackets.
  public func text(in language: Language) -> String {
    let condition = self.condition.map { " (\($0[language]))" } ?? ""
    return "\(figure(in: language))\(condition)"
  }

  /// `range ≥ 300 km`.
  public func figure(in language: Language) -> String {
    "\(measured.name[language]) \(comparison.symbol) "
      + unit.text(of: valueText, in: language)
  }
}

/// One measurable condition of an entry, as cited.
@dynamicMemberLookup
public struct ControlParameter: Hashable, Sendable, Identifiable {
  public typealias Comparison = Threshold.Comparison

  /// The key of the row.
  public let id: String
  /// The figure.
  public let threshold: Threshold
  /// The sources of the row.
  public let citations: Citations

  /// The members of ``threshold``.
  public subscript<Value>(dynamicMember path: KeyPath<Threshold, Value>) -> Value {
    threshold[keyPath: path]
  }

  /// `range ≥ 300 km`, with the condition in brackets.
  public func text(in language: Language) -> String { threshold.text(in: language) }
}

/// A figure that nobody checked: it asks, and decides nothing. It has no citations.
public struct ThresholdHint: Hashable, Sendable, Identifiable {
  /// The file and key of the row.
  public let id: String
  /// The code of the entry: `2B204`.
  public let code: String
  /// The figure.
  public let threshold: Threshold
  /// Where to check it.
  public let checkIn: [KnowledgeSource]
}

/// A condition of an entry that is no figure: a person answers it.
public struct WordCondition: Hashable, Sendable, Identifiable {
  /// The key of the row.
  public let id: String
  /// The alternative it belongs to: see ``Threshold/alternative``.
  public let alternative: Int
  /// What must hold, as half a sentence.
  public let text: BilingualText
  /// The sources of the row.
  public let citations: Citations
}

extension ThresholdUnit {
  /// An amount with the unit; in French with a decimal comma and a no-break space.
  public func text(of amount: String, in language: Language) -> String {
    let number =
      language == .fr ? String(amount.map { $0 == "." ? "," : $0 }) : amount
    if symbol == "1" { return number }
    let joined = ["°", "′", "″"].contains(symbol) ? "" : language == .fr ? "\u{A0}" : " "
    return "\(number)\(joined)\(symbol)"
  }
}
