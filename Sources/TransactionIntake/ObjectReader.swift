import FileFormats
import TradeModel

/// Collects what a reading says about itself.
///
/// A class because every object reader of one document adds to the same list; it lives for one call.
final class IntakeNotes {
  var warnings: [IntakeWarning] = []
  /// The members asked for, by the shape of the object: what the reader knows.
  var inventory: [String: Set<String>] = [:]

  func warn(
    _ problem: IntakeWarning.Problem, at path: String, _ value: JSONValue, expected: String = ""
  ) {
    warnings.append(
      IntakeWarning(
        path: path, value: String(decoding: value.compact, as: UTF8.self), problem: problem,
        expected: expected))
  }
}

/// Reads the members of one object and says what it did not understand.
///
/// A member that is `null` is not stated. A member that nobody asked for is a warning when
/// ``finish()`` is called.
struct ObjectReader {
  let shape: String
  let path: String
  let members: [JSONValue.Member]
  let notes: IntakeNotes

  init(shape: String, path: String, members: [JSONValue.Member], notes: IntakeNotes) {
    self.shape = shape
    self.path = path
    self.members = members
    self.notes = notes
    notes.inventory[shape, default: []].formUnion([])
  }

  func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// The value of a member, `nil` when it is absent or `null`.
  func value(_ name: String) -> JSONValue? {
    notes.inventory[shape, default: []].insert(name)
    guard let value = members.first(where: { $0.name == name })?.value, value != .null else {
      return nil
    }
    return value
  }

  /// A text. Other values become their JSON text, with a warning; an empty text is not stated.
  func text(_ name: String) -> String? {
    value(name).flatMap { text($0, at: place(name)) }
  }

  func text(_ value: JSONValue, at path: String) -> String? {
    guard case .string(let text) = value else {
      notes.warn(.wrongType, at: path, value, expected: "\"…\"")
      return String(decoding: value.compact, as: UTF8.self)
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      notes.warn(.emptyText, at: path, value)
      return nil
    }
    return text
  }

  /// A number or a text, as text.
  func amount(_ name: String) -> String? {
    guard let value = value(name) else { return nil }
    if case .number(let text) = value { return text }
    return text(value, at: place(name))
  }

  /// An array of texts; a single text is a list of one.
  func texts(_ name: String) -> [(text: String, path: String)] {
    guard let value = value(name) else { return [] }
    guard case .array(let elements) = value else {
      return text(value, at: place(name)).map { [($0, place(name))] } ?? []
    }
    return elements.enumerated().compactMap { index, element in
      let path = "\(place(name))[\(index)]"
      if element == .null {
        notes.warn(.emptyText, at: path, element)
        return nil
      }
      return text(element, at: path).map { ($0, path) }
    }
  }

  func strings(_ name: String) -> [String] { texts(name).map(\.text) }

  /// `true`, `false`, or one of the words for them.
  func flag(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    if case .bool(let flag) = value { return flag }
    notes.warn(.wrongType, at: place(name), value, expected: "true, false")
    switch value.string?.lowercased() {
    case "yes", "true", "oui": return true
    case "no", "false", "non": return false
    default: return nil
    }
  }

  /// A word of a fixed set, with what was written.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type, synonyms: [String: Word] = [:]
  ) -> (word: Word?, text: String?) where Word.RawValue == String {
    guard let text = text(name) else { return (nil, nil) }
    let key = text.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
    if let word = Word(rawValue: key) ?? synonyms[key] { return (word, text) }
    notes.warn(
      .unknownWord, at: place(name), .string(text),
      expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
    return (nil, text)
  }

  /// An object; a bare text or number stands for an object with the one member `bare`.
  func object(_ name: String, shape: String, bare: String, mayBeBare: Bool = false) -> ObjectReader?
  {
    value(name).flatMap {
      object($0, shape: shape, at: place(name), bare: bare, mayBeBare: mayBeBare)
    }
  }

  /// An array of objects; a single object is a list of one, with a warning.
  func objects(_ name: String, shape: String, bare: String, mayBeBare: Bool = false)
    -> [ObjectReader]
  {
    guard let value = value(name) else {
      // So that the inventory knows the shape also when the input has none.
      return []
    }
    guard case .array(let elements) = value else {
      notes.warn(.wrongType, at: place(name), value, expected: "[…]")
      return object(value, shape: shape, at: place(name), bare: bare, mayBeBare: true)
        .map { [$0] } ?? []
    }
    return elements.enumerated().compactMap { index, element in
      object(
        element, shape: shape, at: "\(place(name))[\(index)]", bare: bare, mayBeBare: mayBeBare)
    }
  }

  private func object(
    _ value: JSONValue, shape: String, at path: String, bare: String, mayBeBare: Bool
  ) -> ObjectReader? {
    switch value {
    case .object(let members):
      return ObjectReader(shape: shape, path: path, members: members, notes: notes)
    case .null:
      notes.warn(.emptyText, at: path, value)
      return nil
    case .string(let text):
      guard text.contains(where: { !$0.isWhitespace }) else {
        notes.warn(.emptyText, at: path, value)
        return nil
      }
      if !mayBeBare { notes.warn(.wrongType, at: path, value, expected: "{…}") }
      return ObjectReader(
        shape: shape, path: path, members: [JSONValue.Member(bare, value)], notes: notes)
    case .number(let text):
      if !mayBeBare { notes.warn(.wrongType, at: path, value, expected: "{…}") }
      return ObjectReader(
        shape: shape, path: path, members: [JSONValue.Member(bare, .string(text))], notes: notes)
    case .bool, .array:
      notes.warn(.wrongType, at: path, value, expected: "{…}")
      let text = String(decoding: value.compact, as: UTF8.self)
      return ObjectReader(
        shape: shape, path: path, members: [JSONValue.Member(bare, .string(text))], notes: notes)
    }
  }

  /// Warns of every member that nobody asked for.
  func finish() {
    let known = notes.inventory[shape] ?? []
    for member in members where !known.contains(member.name) {
      let key = Self.bare(member.name)
      let near = known.sorted().first { Self.bare($0) == key || Self.bare($0) + "s" == key }
      notes.warn(.unknownMember, at: place(member.name), member.value, expected: near ?? "")
    }
  }

  private static func bare(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
