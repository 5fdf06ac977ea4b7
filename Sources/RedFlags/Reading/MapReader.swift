import KnowledgeBase
import TradeModel

/// Takes the members of one map by key, and notes what is missing, unknown or of another kind.
struct MapReader {
  let shape: String
  let line: Int
  let notes: RuleNotes
  private let members: [LocatedYAML.Member]

  /// Returns `nil`, with a note, when `value` is no map.
  init?(_ value: LocatedYAML, shape: String, name: String, notes: RuleNotes) {
    guard case .map(let members) = value.content else {
      notes.fault(.malformed, line: value.line, "`\(name)` is no map of keys and values")
      return nil
    }
    self.shape = shape
    line = value.line
    self.notes = notes
    self.members = members
  }

  func member(_ key: String) -> LocatedYAML.Member? {
    notes.inventory[shape, default: []].insert(key)
    return members.first { $0.key == key }
  }

  /// The member of that key, which must stand there.
  func needed(_ key: String) -> LocatedYAML.Member? {
    guard let member = member(key) else {
      notes.fault(.missingColumn(key), line: line, "`\(key)` is missing")
      return nil
    }
    return member
  }

  /// A text that is not empty.
  func text(_ key: String, isNeeded: Bool = true) -> String? {
    (isNeeded ? needed(key) : member(key)).flatMap { text($0.value, key) }
  }

  /// One of the raw values of a type.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _: Word.Type, isNeeded: Bool = true
  ) -> Word? where Word.RawValue == String {
    guard let member = isNeeded ? needed(key) : member(key), let text = text(member.value, key)
    else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    notes.fault(
      .badValue(key), line: member.line, "`\(text)` is no value of `\(key)`", help: "use \(known)")
    return nil
  }

  /// Texts; one may stand without a list.
  func texts(_ key: String, isNeeded: Bool = true) -> [String] {
    guard let member = isNeeded ? needed(key) : member(key) else { return [] }
    return values(member.value).compactMap { text($0, key) }
  }

  /// A text in both languages.
  func bilingual(_ key: String, isNeeded: Bool = true) -> BilingualText? {
    guard let member = isNeeded ? needed(key) : member(key),
      let reader = MapReader(member.value, shape: "text", name: key, notes: notes)
    else { return nil }
    let en = reader.text("en")
    let fr = reader.text("fr")
    reader.finish()
    guard let en, let fr else { return nil }
    return BilingualText(en: en, fr: fr)
  }

  /// `true` or `false`; `nil` when it does not stand there.
  func flag(_ key: String) -> Bool? {
    guard let member = member(key), let text = text(member.value, key) else { return nil }
    if let flag = Bool(text) { return flag }
    notes.fault(.badValue(key), line: member.line, "`\(key)` is neither `true` nor `false`")
    return nil
  }

  /// The members that nobody asked for, in their order.
  var others: [LocatedYAML.Member] {
    members.filter { notes.inventory[shape]?.contains($0.key) != true }
  }

  /// Notes every key that nobody asked for.
  func finish() {
    let known = (notes.inventory[shape] ?? []).sorted()
    for member in others {
      notes.fault(
        .unknownColumn(member.key), line: member.line, "`\(member.key)` is no key here",
        help: NearestWord.nearest(to: member.key, among: known).map { "perhaps `\($0)`" })
    }
  }

  /// The elements of a list, or the value itself.
  func values(_ value: LocatedYAML) -> [LocatedYAML] {
    if case .list(let list) = value.content { return list }
    return [value]
  }

  private func text(_ value: LocatedYAML, _ key: String) -> String? {
    guard case .text(let text) = value.content else {
      notes.fault(.badValue(key), line: value.line, "`\(key)` is no text")
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      notes.fault(.emptyCell(key), line: value.line, "`\(key)` is empty")
      return nil
    }
    return text
  }
}
