public import TradeModel

/// One question about one fact: the smallest part of a rule's condition.
public struct FactAtom: Hashable, Sendable {
  /// What must hold of a value.
  public enum Predicate: Hashable, Sendable {
    /// The same; of texts and words without regard to the case of letters.
    case equals(FactValue)
    case contains(String)
    case startsWith(String)
    case endsWith(String)
    /// Of numbers, and of money in the same currency.
    case greater(FactValue)
    case atLeast(FactValue)
    case less(FactValue)
    case atMost(FactValue)
    /// The whole of the date lies before that day.
    case before(Day)
    /// The whole of the date lies after that day.
    case after(Day)
    /// A territory of the named group.
    case within(group: String, members: Set<TerritoryID>)
    /// Whether the fact is stated at all: the one predicate that is never unknown.
    case stated(Bool)
  }

  /// The name of the fact.
  public let fact: String
  /// What must hold of one of its values.
  public let predicate: Predicate

  public init(fact: String, predicate: Predicate) {
    self.fact = fact
    self.predicate = predicate
  }
}

extension FactAtom: CustomStringConvertible {
  /// As rule files write it, in one line: `destination.country|in: EAR-D:4`.
  public var description: String {
    let (modifier, value) = predicate.parts
    return "\(fact)\(modifier.isEmpty ? "" : "|")\(modifier): \(value)"
  }
}

extension FactAtom.Predicate {
  /// The modifier and the value as rule files write them.
  fileprivate var parts: (modifier: String, value: String) {
    switch self {
    case .equals(let value): ("", value.notation)
    case .contains(let text): ("contains", text)
    case .startsWith(let text): ("startswith", text)
    case .endsWith(let text): ("endswith", text)
    case .greater(let value): ("gt", value.notation)
    case .atLeast(let value): ("gte", value.notation)
    case .less(let value): ("lt", value.notation)
    case .atMost(let value): ("lte", value.notation)
    case .before(let day): ("before", day.iso)
    case .after(let day): ("after", day.iso)
    case .within(let group, _): ("in", group)
    case .stated(let expected): ("exists", expected ? "true" : "false")
    }
  }

  /// Whether it holds of a stated value; `nil` when the value does not tell, or is of another type.
  func holds(of value: FactValue) -> Bool? {
    switch self {
    case .equals(let other): return Self.equal(value, other)
    case .contains(let part): return Self.text(value).map { $0.contains(part.lowercased()) }
    case .startsWith(let part): return Self.text(value).map { $0.hasPrefix(part.lowercased()) }
    case .endsWith(let part): return Self.text(value).map { $0.hasSuffix(part.lowercased()) }
    case .greater(let other): return Self.isLess(other, value)
    case .atLeast(let other): return Self.isLess(value, other).map { !$0 }
    case .less(let other): return Self.isLess(value, other)
    case .atMost(let other): return Self.isLess(other, value).map { !$0 }
    case .before(let day):
      guard let (first, last) = Self.days(value) else { return nil }
      return last < day.daysSince1970 ? true : first >= day.daysSince1970 ? false : nil
    case .after(let day):
      guard let (first, last) = Self.days(value) else { return nil }
      return first > day.daysSince1970 ? true : last <= day.daysSince1970 ? false : nil
    case .within(_, let members):
      guard case .country(let territory) = value else { return nil }
      return members.contains(territory)
    case .stated(let expected): return expected
    }
  }

  private static func equal(_ value: FactValue, _ other: FactValue) -> Bool? {
    switch (value, other) {
    case (.text(let one), .text(let two)), (.word(let one), .word(let two)):
      one.lowercased() == two.lowercased()
    case (.number(let one), .number(let two)): one == two
    case (.money(let one, let its), .money(let two, let other)): its == other ? one == two : nil
    case (.flag(let one), .flag(let two)): one == two
    case (.country(let one), .country(let two)): one == two
    default: nil
    }
  }

  private static func isLess(_ value: FactValue, _ other: FactValue) -> Bool? {
    switch (value, other) {
    case (.number(let one), .number(let two)): one < two
    case (.money(let one, let its), .money(let two, let other)): its == other ? one < two : nil
    default: nil
    }
  }

  private static func text(_ value: FactValue) -> String? {
    guard case .text(let text) = value else { return nil }
    return text.lowercased()
  }

  /// The first and last day the date can mean. An approximate date reaches a year further on both
  /// sides.
  private static func days(_ value: FactValue) -> (first: Int, last: Int)? {
    guard case .date(let date) = value, date.calendar == .gregorian, let start = date.start else {
      return nil
    }
    let slack = date.isCirca ? 366 : 0
    return (start.firstDay - slack, (date.end ?? start).lastDay + slack)
  }
}
