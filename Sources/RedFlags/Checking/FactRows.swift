import TradeModel

/// Every way in which the questions about one fact can be answered together.
///
/// A row has an answer for each group. Rows that cannot occur may be among them where it is not
/// certain that they cannot; none that can occur is missing. So what no row satisfies is a
/// contradiction.
struct FactRows {
  let fact: FactDeclaration
  let groups: [AtomGroup]

  /// More groups of one fact than this are not examined.
  static let mostGroups = 10

  /// The rows with the fact stated, and the one in which it is not.
  ///
  /// - Parameter isMany: whether several values can stand together.
  func rows(isMany: Bool) -> [[Bool?]]? {
    guard groups.count <= Self.mostGroups else { return nil }
    var rows = singleRows
    if isMany { rows = Self.closed(rows.union([groups.map { _ in false }])) }
    let stated = rows.map { row in
      zip(groups, row).map { group, answer in group.expectsStated ?? answer as Bool? }
    }
    return stated + [groups.map { group in group.expectsStated.map { !$0 } }]
  }

  /// One row for each kind of single value.
  private var singleRows: Set<[Bool]> {
    switch fact.type {
    case .text: textRows
    case .number: orderRows(named)
    case .money: Set(currencies.flatMap { orderRows($0) })
    default:
      // A date of which only is asked whether it is stated has no candidates, and one row.
      candidates.isEmpty
        ? [groups.map { _ in false }]
        : Set(candidates.map { value in groups.map { $0.holds(of: value) } })
    }
  }

  /// Values that stand for all others: each that is named, and one beside them.
  private var candidates: [FactValue] {
    let predicates = groups.flatMap(\.predicates)
    switch fact.type {
    case .flag: return [.flag(true), .flag(false)]
    case .word(let words): return words.isEmpty ? named + [.word("")] : words.map { .word($0) }
    case .country:
      let members = predicates.flatMap { predicate -> [TerritoryID] in
        guard case .within(_, let members) = predicate else { return [] }
        return Array(members)
      }
      return named + (members + [TerritoryID("")]).map { .country($0) }
    case .date:
      return predicates.flatMap { predicate -> [FactValue] in
        switch predicate {
        case .before(let day), .after(let day):
          [-1, 0, 1].compactMap { Day(daysSince1970: day.daysSince1970 + $0) }.map {
            .date(PartialDate(text: $0.iso, start: PartialDate.Point($0)))
          }
        default: []
        }
      }
    case .text, .number, .money: return []
    }
  }

  /// The values that stand in the questions.
  private var named: [FactValue] {
    groups.flatMap(\.predicates).compactMap(\.operand)
  }

  // MARK: Numbers

  /// The rows of a value at, between and beyond the bounds that are named.
  ///
  /// Places are counted: place 2i + 1 is the bound i, even places lie between.
  private func orderRows(_ values: [FactValue]) -> Set<[Bool]> {
    let bounds = values.compactMap(\.amount).uniqued().sorted()
    return Set(
      (0...2 * bounds.count).map { place in
        groups.map { group in
          group.predicates.contains { predicate in
            guard let operand = predicate.operand, values.contains(operand),
              let bound = operand.amount.flatMap({ bounds.firstIndex(of: $0) })
            else { return false }
            return predicate.holds(at: place, of: 2 * bound + 1)
          }
        }
      })
  }

  /// The values that are named, by currency.
  private var currencies: [[FactValue]] {
    let named = named
    let codes = named.compactMap(\.currency).uniqued()
    return codes.isEmpty ? [[]] : codes.map { code in named.filter { $0.currency == code } }
  }

  // MARK: Texts

  /// The rows of the texts that are named, and every other that does not contradict itself.
  private var textRows: Set<[Bool]> {
    var rows = Set(named.map { value in groups.map { $0.holds(of: value) } })
    for bits in 0..<(1 << groups.count) {
      let row = groups.indices.map { bits >> $0 & 1 == 1 }
      let isPossible = groups.indices.allSatisfy { one in
        guard row[one] else { return true }
        return groups.indices.allSatisfy { other in
          row[other]
            ? one == other || groups[one].isCompatible(with: groups[other])
            : !groups[one].implies(groups[other])
        }
      }
      if isPossible { rows.insert(row) }
    }
    return rows
  }

  /// Every union of rows: what several values answer together.
  private static func closed(_ rows: Set<[Bool]>) -> Set<[Bool]> {
    var all = rows
    var waiting = Array(rows)
    while let row = waiting.popLast() {
      for other in rows {
        let union = zip(row, other).map { $0 || $1 }
        if all.insert(union).inserted { waiting.append(union) }
      }
    }
    return all
  }
}

extension FactValue {
  fileprivate var amount: DecimalNumber? {
    switch self {
    case .number(let number), .money(let number, _): number
    default: nil
    }
  }

  fileprivate var currency: String? {
    guard case .money(_, let currency) = self else { return nil }
    return currency
  }
}

extension FactAtom.Predicate {
  /// The value it compares with.
  fileprivate var operand: FactValue? {
    switch self {
    case .equals(let value), .greater(let value), .atLeast(let value), .less(let value),
      .atMost(let value):
      value
    default: nil
    }
  }

  fileprivate func holds(at place: Int, of bound: Int) -> Bool {
    switch self {
    case .equals: place == bound
    case .greater: place > bound
    case .atLeast: place >= bound
    case .less: place < bound
    case .atMost: place <= bound
    default: false
    }
  }

  /// Whether every text of which it holds has one of which `other` holds: certain cases only.
  fileprivate func implies(_ other: FactAtom.Predicate) -> Bool {
    switch (self, other) {
    case (.contains(let a), .contains(let b)), (.startsWith(let a), .contains(let b)),
      (.endsWith(let a), .contains(let b)):
      a.lowercased().contains(b.lowercased())
    case (.startsWith(let a), .startsWith(let b)): a.lowercased().hasPrefix(b.lowercased())
    case (.endsWith(let a), .endsWith(let b)): a.lowercased().hasSuffix(b.lowercased())
    default: false
    }
  }

  /// Whether a text that no equality names can satisfy both.
  fileprivate func isCompatible(with other: FactAtom.Predicate) -> Bool {
    switch (self, other) {
    case (.equals, _), (_, .equals): false
    case (.startsWith(let a), .startsWith(let b)):
      a.lowercased().hasPrefix(b.lowercased()) || b.lowercased().hasPrefix(a.lowercased())
    case (.endsWith(let a), .endsWith(let b)):
      a.lowercased().hasSuffix(b.lowercased()) || b.lowercased().hasSuffix(a.lowercased())
    default: true
    }
  }
}

extension AtomGroup {
  fileprivate func implies(_ other: AtomGroup) -> Bool {
    predicates.allSatisfy { one in other.predicates.contains { one.implies($0) } }
  }

  fileprivate func isCompatible(with other: AtomGroup) -> Bool {
    predicates.contains { one in other.predicates.contains { one.isCompatible(with: $0) } }
  }
}
