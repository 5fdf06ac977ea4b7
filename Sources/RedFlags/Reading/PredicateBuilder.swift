import KnowledgeBase
import TradeModel

/// Makes the questions of one key of a selection: `destination.country|in`.
struct PredicateBuilder {
  let fact: FactDeclaration
  let modifier: String?
  let vocabulary: RuleVocabulary
  let notes: RuleNotes

  static let modifiers = [
    "contains", "startswith", "endswith", "gt", "gte", "lt", "lte", "before", "after", "in",
    "exists", "all",
  ]

  /// The question that `value` asks; `nil`, with a note, when the fact cannot answer it.
  func predicate(_ value: LocatedYAML) -> FactAtom.Predicate? {
    switch (modifier, fact.type) {
    case ("exists", _):
      guard case .flag(let flag) = read(value, as: .flag) else { return nil }
      return .stated(flag)
    case (nil, let type) where type != .date: return self.value(value).map { .equals($0) }
    case ("contains", .text): return text(value).map { .contains($0) }
    case ("startswith", .text): return text(value).map { .startsWith($0) }
    case ("endswith", .text): return text(value).map { .endsWith($0) }
    case ("gt", .number), ("gt", .money): return self.value(value).map { .greater($0) }
    case ("gte", .number), ("gte", .money): return self.value(value).map { .atLeast($0) }
    case ("lt", .number), ("lt", .money): return self.value(value).map { .less($0) }
    case ("lte", .number), ("lte", .money): return self.value(value).map { .atMost($0) }
    case ("before", .date): return day(value).map { .before($0) }
    case ("after", .date): return day(value).map { .after($0) }
    case ("in", .country): return group(value)
    default:
      refuse(value)
      return nil
    }
  }

  /// A value of the fact; `nil`, with a note, when it is none.
  func value(_ value: LocatedYAML) -> FactValue? {
    guard let read = read(value, as: fact.type) else { return nil }
    if case .country(let territory) = read, !vocabulary.territories.contains(territory) {
      notes.fault(
        .danglingReference(territory.code), line: value.line,
        "unknown territory `\(territory.code)`", help: "use a code of Territories/territories.csv")
      return nil
    }
    return read
  }

  private func read(_ value: LocatedYAML, as type: FactDeclaration.ValueType) -> FactValue? {
    guard let text = text(value) else { return nil }
    if let read = type.value(reading: text) { return read }
    let help: String? =
      switch type {
      case .word(let words):
        NearestWord.nearest(to: text, among: words).map { "perhaps `\($0)`" }
          ?? "use \(words.joined(separator: ", "))"
      case .number(let unit): unit.map { "a number, in \($0)" }
      case .money: "an amount and a currency: `50000 EUR`"
      case .date: "`YYYY-MM-DD`, `YYYY-MM` or `YYYY`"
      case .flag: "`true` or `false`"
      case .text, .country: nil
      }
    notes.fault(
      .badValue(fact.name), line: value.line,
      "`\(text)` is no \(type.name) that `\(fact.name)` can be", help: help)
    return nil
  }

  private func text(_ value: LocatedYAML) -> String? {
    if case .text(let text) = value.content, !text.isEmpty { return text }
    notes.fault(
      .badValue(fact.name), line: value.line, "`\(fact.name)` has an empty value, or a map")
    return nil
  }

  private func day(_ value: LocatedYAML) -> Day? {
    guard let text = text(value) else { return nil }
    if let day = Day(iso: text) { return day }
    notes.fault(
      .badValue(fact.name), line: value.line, "`\(text)` is no day", help: "write `YYYY-MM-DD`")
    return nil
  }

  private func group(_ value: LocatedYAML) -> FactAtom.Predicate? {
    guard let code = text(value) else { return nil }
    if let members = vocabulary.groups[code] { return .within(group: code, members: members) }
    notes.fault(
      .danglingReference(code), line: value.line, "unknown group of territories `\(code)`",
      help: NearestWord.nearest(to: code, among: vocabulary.groups.keys.sorted())
        .map { "perhaps `\($0)`" } ?? "use a code of Territories/groups.csv")
    return nil
  }

  private func refuse(_ value: LocatedYAML) {
    guard let modifier else {
      notes.fault(
        .badValue(fact.name), line: value.line, "`\(fact.name)` is a date",
        help: "ask with `|before` or `|after`")
      return
    }
    guard Self.modifiers.contains(modifier) else {
      notes.fault(
        .badValue(modifier), line: value.line, "`\(modifier)` is no modifier",
        help: NearestWord.nearest(to: modifier, among: Self.modifiers).map { "perhaps `\($0)`" }
          ?? "use \(Self.modifiers.joined(separator: ", "))")
      return
    }
    notes.fault(
      .badValue(modifier), line: value.line,
      "`\(modifier)` cannot be asked of `\(fact.name)`, which is a \(fact.type.name)")
  }
}
